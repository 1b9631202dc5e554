// The head of the backlog and the filter above it, by keyboard.
#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>

#include "gui/open_backlog.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

TEST_CASE("Columns are chosen and the table is sorted by keyboard, and each head shows its turn") {
  OpenBacklog backlog;
  QHeaderView* header = backlog.table().horizontalHeader();
  backlog.action("backlog.columns")->trigger();
  const QPointer<QMenu> columns = backlog.page().findChild<QMenu*>("backlog_columns");
  REQUIRE_FALSE(columns.isNull());
  // The first three are the rank, the key and the title, which stays.
  QTest::keyClick(columns, Qt::Key_Down);
  QTest::keyClick(columns, Qt::Key_Space);
  CHECK(header->isSectionHidden(static_cast<int>(BacklogColumn::key)));
  CHECK(columns->isVisible());
  QTest::keyClick(columns, Qt::Key_Space);
  CHECK_FALSE(header->isSectionHidden(static_cast<int>(BacklogColumn::key)));
  QTest::keyClick(columns, Qt::Key_Escape);
  CHECK((columns.isNull() || !columns->isVisible()));

  const auto choose = [&](const char* menu_name, BacklogColumn column) {
    backlog.action("backlog.sort")->trigger();
    QMenu* menu = nullptr;
    for (QMenu* one : backlog.page().findChildren<QMenu*>("backlog_sort"))
      if (one->isVisible()) menu = one;
    REQUIRE(menu != nullptr);
    QMenu* sub = nullptr;
    for (QMenu* one : menu->findChildren<QMenu*>())
      if (one->title() == menu_name) sub = one;
    REQUIRE(sub != nullptr);
    for (QAction* action : sub->actions())
      if (action->text().section('\t', 0, 0) == title_of(column)) action->trigger();
    menu->close();
  };
  const QString plain = header->model()->headerData(static_cast<int>(BacklogColumn::title), Qt::Horizontal).toString();
  const QImage before = header->viewport()->grab().toImage();
  choose("First by", BacklogColumn::moscow);
  const QImage one = header->viewport()->grab().toImage();
  CHECK_FALSE(one == before);
  choose("Then by", BacklogColumn::title);
  CHECK(backlog.model().sort_columns() == std::vector{BacklogSort{BacklogColumn::moscow, Qt::AscendingOrder},
                                                      BacklogSort{BacklogColumn::title, Qt::AscendingOrder}});
  CHECK_FALSE(header->viewport()->grab().toImage() == one);
  CHECK(sort_mark(backlog.model().sort_columns(), BacklogColumn::title) == QString::fromUtf8("↑2"));
  CHECK(sort_mark(backlog.model().sort_columns(), BacklogColumn::reach).isEmpty());
  CHECK(backlog.model()
            .headerData(static_cast<int>(BacklogColumn::title), Qt::Horizontal, Qt::AccessibleTextRole)
            .toString()
            .contains("2 of 2"));
  choose("Then by", BacklogColumn::title);  // turned
  CHECK(backlog.model().sort_columns().back().order == Qt::DescendingOrder);
  CHECK(plain == title_of(BacklogColumn::title));
}

TEST_CASE("Key and title stay in sight while the other columns are scrolled, and are what is clicked and edited there") {
  OpenBacklog backlog;
  backlog.page().resize(700, 600);
  QTest::qWait(20);
  BacklogTable& table = backlog.table();
  QScrollBar& bar = *table.horizontalScrollBar();
  REQUIRE(bar.maximum() > 300);
  CHECK(table.names_in_front().empty());
  table.scrollTo(backlog.cell(2, BacklogColumn::stage));
  const int scrolled = bar.value();
  REQUIRE(table.names_in_front().size() == 2);
  const QRect title = table.visualRect(backlog.cell(2, BacklogColumn::title));
  CHECK(title.left() > 0);
  CHECK(table.indexAt(QPoint(4, title.center().y())) == backlog.cell(2, BacklogColumn::key));
  CHECK(table.indexAt(title.center()) == backlog.cell(2, BacklogColumn::title));
  // What people scrolled to lies beside them, not under them.
  const QRect stage = table.visualRect(backlog.cell(2, BacklogColumn::stage));
  CHECK(stage.left() > title.right());
  CHECK(table.indexAt(stage.center()) == backlog.cell(2, BacklogColumn::stage));
  const QImage picture = table.viewport()->grab(title).toImage();
  bar.setValue(bar.maximum());
  CHECK(table.viewport()->grab(title).toImage() == picture);
  bar.setValue(scrolled);

  QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, title.center());
  CHECK(table.currentIndex() == backlog.cell(2, BacklogColumn::title));
  CHECK(table.selected_rows() == std::vector{2});
  CHECK(bar.value() == scrolled);
  QLineEdit* editor = backlog.edit(2, BacklogColumn::title);
  REQUIRE(editor != nullptr);
  CHECK(editor->geometry().left() == title.left());
  backlog.type(editor, "Seen while it is typed");
  CHECK(backlog.text(2, BacklogColumn::title) == "Seen while it is typed");
  // Its head is the title's too.
  QWidget* head = table.horizontalHeader()->viewport();
  QTest::mouseClick(head, Qt::LeftButton, {}, QPoint(title.center().x(), head->height() / 2));
  CHECK(backlog.model().sort_columns().front().column == BacklogColumn::title);
  bar.setValue(0);
  CHECK(table.names_in_front().empty());
}

TEST_CASE("Half a word in the filter leaves the list as it is, without a reproach, until it is complete or Enter is pressed") {
  OpenBacklog backlog;
  FilterBar& bar = backlog.page().filter_bar();
  const int total = backlog.model().total();
  const auto type_and_wait = [&](const char* text) {
    QTest::keyClicks(&bar, text);
    QTest::qWait(200);
  };
  for (const char* part : {"mosc", "ow:", "mu"}) {
    type_and_wait(part);
    INFO(bar.text().toStdString());
    CHECK(backlog.model().shown() == total);
    CHECK_FALSE(bar.property("mistake").toBool());
    CHECK_FALSE(bar.message()->isVisible());
    CHECK(bar.accessibleDescription().contains("not complete"));
  }
  type_and_wait("st");
  const int must = backlog.model().shown();
  CHECK(must > 0);
  CHECK(must < total);
  CHECK(bar.accessibleDescription().isEmpty());
  type_and_wait(" effort<");
  CHECK(backlog.model().shown() == must);
  CHECK_FALSE(bar.property("mistake").toBool());
  type_and_wait("x");
  CHECK(bar.property("mistake").toBool());
  bar.setText("mosc");
  QTest::keyClick(&bar, Qt::Key_Return);
  CHECK(backlog.model().shown() == 0);
}

TEST_CASE("Completions of the filter open below it, with a border") {
  OpenBacklog backlog;
  FilterBar& bar = backlog.page().filter_bar();
  QTest::keyClicks(&bar, "mo");
  QAbstractItemView* popup = bar.findChild<QCompleter*>()->popup();
  REQUIRE(popup->isVisible());
  CHECK(popup->mapToGlobal(QPoint(0, 0)).y() >= bar.mapToGlobal(QPoint(0, bar.height())).y());
  const QImage picture = popup->grab().toImage();
  CHECK(picture.pixelColor(0, picture.height() / 2) == themed(views::Token::line_3));
  popup->hide();
}

}  // namespace tradewind::gui
