// What goes into the cells of the backlog: from the clipboard, from lists, as tags and dates.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>

#include "gui/backlog/clipboard_cells.h"
#include "gui/dialogs/message_line.h"
#include "gui/open_backlog.h"

namespace tradewind::gui {

TEST_CASE("Cells of a spreadsheet are read as it writes them, with quotes and line ends, and as they are copied") {
  CHECK(cells_of_clipboard("a\t\"b\nc\"\r\n\n\"say \"\"hi\"\"\"\t5\" pipe\n") ==
        std::vector<QStringList>{{"a", "b c"}, {""}, {"say \"hi\"", "5\" pipe"}});
  // No spreadsheet: a quote that somebody wrote.
  CHECK(cells_of_clipboard("\"so\tit\nis") == std::vector<QStringList>{{"\"so", "it"}, {"is"}});
  const std::vector<QStringList> rows{{"\"quoted\" words", ""}, {""}, {"x", "5\""}};
  CHECK(cells_of_clipboard(clipboard_text(rows)) == rows);

  OpenBacklog backlog;
  backlog.click(0, BacklogColumn::requester);
  QGuiApplication::clipboard()->setText("\"Ann\nBerg\"\n\n\"the \"\"board\"\"\"\n");
  QTest::keySequence(&backlog.table(), QKeySequence::Paste);
  CHECK(backlog.text(0, BacklogColumn::requester) == "Ann Berg");
  CHECK(backlog.text(1, BacklogColumn::requester).isEmpty());
  CHECK(backlog.text(2, BacklogColumn::requester) == "the \"board\"");
}

TEST_CASE("Rows that are pasted below the last one become new items, in the same step, whatever the filter says") {
  OpenBacklog backlog;
  backlog.filter("moscow:must");
  const std::string before = backlog.sample().dump();
  const std::size_t edits = backlog.sample().document().workspace().history().size();
  const int shown = backlog.model().shown();
  const int total = backlog.model().total();
  backlog.click(shown - 1, BacklogColumn::title);
  QGuiApplication::clipboard()->setText("Renamed\nFresh one\nFresh two\n");
  backlog.page().paste();
  CHECK(backlog.text(shown - 1, BacklogColumn::title) == "Renamed");
  REQUIRE(backlog.model().total() == total + 2);
  REQUIRE(backlog.model().shown() == shown + 2);
  CHECK(backlog.text(shown, BacklogColumn::title) == "Fresh one");
  CHECK(backlog.text(shown + 1, BacklogColumn::title) == "Fresh two");
  CHECK(backlog.table().selected_rows() == std::vector{shown, shown + 1});
  CHECK_FALSE(backlog.page().message().isVisible());
  CHECK(backlog.sample().document().workspace().history().size() == edits + 1);
  REQUIRE(backlog.sample().document().undo());
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("What cannot be pasted is counted in a sentence, and a mistake in a new row changes nothing") {
  OpenBacklog backlog;
  const int last = backlog.model().rowCount() - 1;
  backlog.click(last, BacklogColumn::requester);
  QGuiApplication::clipboard()->setText("Ann\nBea\nCid\n");
  backlog.page().paste();
  CHECK(backlog.text(last, BacklogColumn::requester) == "Ann");
  CHECK(backlog.model().rowCount() == last + 1);
  REQUIRE(backlog.page().message().isVisible());
  CHECK(backlog.page().message().text().contains("2 rows did not fit"));

  backlog.click(0, static_cast<BacklogColumn>(backlog.table().visible_columns().back()));
  QGuiApplication::clipboard()->setText("\tx\ty\n");
  backlog.page().paste();
  CHECK(backlog.page().message().text().contains("2 cells did not fit"));

  const std::string before = backlog.sample().dump();
  backlog.click(last, BacklogColumn::title);
  QGuiApplication::clipboard()->setText("Old\nNew\tO-no-such-outcome\n");
  backlog.page().paste();
  CHECK(backlog.page().message().text().contains("no outcome"));
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("Tags and dates have columns that are edited, sorted and refused as others are") {
  OpenBacklog backlog;
  BacklogModel& model = backlog.model();
  for (const BacklogColumn column : {BacklogColumn::tags, BacklogColumn::earliest_start, BacklogColumn::deadline}) {
    CHECK(backlog.table().isColumnHidden(static_cast<int>(column)));
    CHECK(column_with_key(key_of(column)) == column);
  }
  const ItemId first = model.item_at(0), second = model.item_at(1);
  REQUIRE(model.edit_items(BacklogColumn::tags, {first}, " risk , europe,risk"));
  CHECK(backlog.text(0, BacklogColumn::tags) == "risk, europe");
  CHECK(backlog.portfolio().find(first)->tags == std::vector<std::string>{"risk", "europe"});
  REQUIRE(model.edit_items(BacklogColumn::deadline, {first}, "31 Dec 2031"));
  REQUIRE(model.edit_items(BacklogColumn::deadline, {second}, "1999-12-31"));
  CHECK(backlog.text(0, BacklogColumn::deadline) == "2031-12-31");
  model.set_sort({{BacklogColumn::deadline, Qt::AscendingOrder}});
  CHECK(model.item_at(0) == second);
  model.set_sort({{BacklogColumn::deadline, Qt::DescendingOrder}});
  CHECK(model.item_at(0) == first);
  CHECK_FALSE(model.edit_items(BacklogColumn::deadline, {first}, "soon"));
  CHECK(backlog.page().message().text().contains("not a date"));
  REQUIRE(model.edit_items(BacklogColumn::deadline, {first}, ""));
  CHECK_FALSE(backlog.portfolio().find(first)->deadline.has_value());
}

TEST_CASE("Choosing an outcome takes the place of the one that the cell shows, and the others stay") {
  OpenBacklog backlog;
  const auto outcomes = backlog.portfolio().outcomes_in_order();
  REQUIRE(outcomes.size() > 2);
  const auto key = [&](std::size_t at) { return QString::fromStdString(outcomes[at]->key); };
  const QString third = key(2), second = key(1), first = key(0);
  REQUIRE(backlog.model().edit_items(BacklogColumn::outcome, {backlog.model().item_at(0)}, second + ", " + third));
  const QModelIndex cell = backlog.cell(0, BacklogColumn::outcome);
  backlog.table().setCurrentIndex(cell);
  backlog.table().edit(cell);
  auto* combo = backlog.table().viewport()->findChild<QComboBox*>();
  REQUIRE(combo != nullptr);
  combo->setCurrentIndex(combo->findData(first));
  emit combo->activated(combo->currentIndex());
  CHECK(cell.data(Qt::EditRole).toString() == first + ", " + third);
  REQUIRE(backlog.sample().document().undo());
  CHECK(cell.data(Qt::EditRole).toString() == second + ", " + third);
  REQUIRE(backlog.model().choose(BacklogColumn::outcome, {backlog.model().item_at(0)}, ""));
  CHECK(cell.data(Qt::EditRole).toString().isEmpty());
}

}  // namespace tradewind::gui
