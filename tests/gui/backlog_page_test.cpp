// The backlog as people use it: filling down, an edit that is refused, groups, saved views.
#include "gui/backlog/backlog_page.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/backlog/name_popup.h"
#include "gui/backlog/view_menu.h"
#include "gui/dialogs/message_line.h"
#include "gui/open_backlog.h"

namespace tradewind::gui {
namespace {

/// Heads against the rows below them, counted anew.
void check_sums(OpenBacklog& backlog) {
  int items = 0;
  for (int row = 0; row < backlog.model().rowCount(); ++row) {
    const BacklogGroup* group = backlog.model().group_at(row);
    if (group == nullptr) continue;
    INFO(group->title.toStdString());
    BacklogGroup counted;
    for (int below = row + 1; const Item* item = backlog.model().item(below); ++below) {
      ++counted.items;
      if (const OptionalNumber effort = backlog.portfolio().likely_effort(item->id)) {
        ++counted.estimated;
        counted.effort += *effort;
      }
      if (item->reach) {
        ++counted.reaching;
        counted.reach += *item->reach;
      }
    }
    CHECK(group->items == counted.items);
    CHECK(group->estimated == counted.estimated);
    CHECK(group->effort == counted.effort);
    CHECK(group->reaching == counted.reaching);
    CHECK(group->reach == counted.reach);
    CHECK(counted.items > 0);
    items += static_cast<int>(counted.items);
  }
  CHECK(items == backlog.model().shown());
}

}  // namespace

TEST_CASE("Fill down takes the topmost selected row's value into the column of the current cell, one edit") {
  OpenBacklog backlog;
  CHECK_FALSE(backlog.action("backlog.fill_down")->isEnabled());
  REQUIRE(backlog.model().edit_items(BacklogColumn::stage, {backlog.model().item_at(3)}, "dropped"));
  const std::string before = backlog.sample().dump();
  const QString wanted = backlog.text(0, BacklogColumn::stage);
  REQUIRE_FALSE(wanted == "Dropped");
  backlog.click(0, BacklogColumn::stage);
  CHECK_FALSE(backlog.action("backlog.fill_down")->isEnabled());
  backlog.click(5, BacklogColumn::stage, Qt::ShiftModifier);
  CHECK(backlog.table().marked_columns() == std::vector{BacklogColumn::stage});
  REQUIRE(backlog.action("backlog.fill_down")->isEnabled());
  backlog.action("backlog.fill_down")->trigger();
  for (int row = 0; row <= 5; ++row) CHECK(backlog.text(row, BacklogColumn::stage) == wanted);
  CHECK_FALSE(backlog.sample().dump() == before);
  REQUIRE(backlog.sample().document().undo());
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("Shift stretches over several columns, and all of them are filled") {
  OpenBacklog backlog;
  backlog.click(1, BacklogColumn::reach);
  backlog.click(3, BacklogColumn::confidence, Qt::ShiftModifier);
  REQUIRE(backlog.table().marked_columns() ==
          std::vector{BacklogColumn::reach, BacklogColumn::impact, BacklogColumn::confidence});
  backlog.action("backlog.fill_down")->trigger();
  for (const BacklogColumn column : backlog.table().marked_columns())
    for (const int row : {2, 3}) CHECK(backlog.text(row, column) == backlog.text(1, column));
  // Going on without Shift marks one column again.
  backlog.click(2, BacklogColumn::impact);
  CHECK(backlog.table().marked_columns().size() == 1);
}

TEST_CASE("A column that cannot be filled says so and changes nothing") {
  OpenBacklog backlog;
  const std::string before = backlog.sample().dump();
  backlog.click(0, BacklogColumn::rice);
  backlog.click(2, BacklogColumn::rice, Qt::ShiftModifier);
  backlog.action("backlog.fill_down")->trigger();
  CHECK(backlog.page().message().isVisible());
  CHECK(backlog.page().message().text().contains("computed"));
  CHECK(backlog.sample().dump() == before);
  backlog.click(0, BacklogColumn::title);
  CHECK_FALSE(backlog.page().message().isVisible());
}

TEST_CASE("What was refused is forgotten with the next step, an undo as well") {
  OpenBacklog backlog;
  REQUIRE(backlog.sample().document().edit("Rename", [](storage::Edit& edit) {
    Item item = *edit.portfolio().items_by_rank().front();
    item.title = "Renamed";
    edit.update(item);
  }));
  backlog.click(0, BacklogColumn::rice);
  backlog.click(2, BacklogColumn::rice, Qt::ShiftModifier);
  backlog.action("backlog.fill_down")->trigger();
  REQUIRE(backlog.page().message().isVisible());
  REQUIRE(backlog.sample().document().undo());
  CHECK_FALSE(backlog.page().message().isVisible());
}

TEST_CASE("A refused edit keeps what was typed, says why, and is stored once it is right") {
  OpenBacklog backlog;
  const std::string before = backlog.sample().dump();
  QLineEdit* editor = backlog.edit(2, BacklogColumn::reach);
  REQUIRE(editor != nullptr);
  backlog.type(editor, "many");
  REQUIRE(backlog.editor() == editor);
  CHECK(editor->isVisible());
  CHECK(editor->text() == "many");
  CHECK(editor->property("mistake").toBool());
  CHECK(backlog.page().message().isVisible());
  CHECK(backlog.page().message().text().contains("many"));
  CHECK(backlog.sample().dump() == before);
  // Going elsewhere does not lose it either.
  QTest::keyClick(editor, Qt::Key_Up);
  QTest::qWait(10);
  CHECK(backlog.editor() == editor);
  CHECK(editor->text() == "many");
  CHECK(backlog.table().currentIndex() == backlog.cell(2, BacklogColumn::reach));
  backlog.type(editor, "4321");
  CHECK(backlog.text(2, BacklogColumn::reach) == "4,321");
  CHECK_FALSE(backlog.table().is_editing());
  CHECK_FALSE(backlog.page().message().isVisible());
}

TEST_CASE("Escape gives a refused edit up") {
  OpenBacklog backlog;
  const std::string before = backlog.sample().dump();
  QLineEdit* editor = backlog.edit(1, BacklogColumn::effort);
  REQUIRE(editor != nullptr);
  backlog.type(editor, "5/3");
  REQUIRE(backlog.editor() == editor);
  QTest::keyClick(editor, Qt::Key_Escape);
  QTest::qWait(10);
  CHECK(backlog.editor() == nullptr);
  CHECK_FALSE(backlog.table().is_editing());
  CHECK_FALSE(backlog.page().message().isVisible());
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("The rows that were selected when typing began are those that change, also after a mistake") {
  OpenBacklog backlog;
  backlog.click(0, BacklogColumn::reach);
  backlog.click(2, BacklogColumn::reach, Qt::ShiftModifier);
  backlog.table().edit(backlog.cell(2, BacklogColumn::reach));
  QLineEdit* editor = backlog.editor();
  REQUIRE(editor != nullptr);
  backlog.type(editor, "x");
  REQUIRE(backlog.editor() == editor);
  backlog.type(editor, "77");
  for (const int row : {0, 1, 2}) CHECK(backlog.text(row, BacklogColumn::reach) == "77");
  REQUIRE(backlog.sample().document().undo());
  CHECK_FALSE(backlog.text(0, BacklogColumn::reach) == "77");
}

TEST_CASE("Groups of every kind add up exactly what the filter lets through") {
  OpenBacklog backlog;
  const QAbstractItemModelTester tester(&backlog.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (const auto& [grouping, name] : EnumNames<BacklogGrouping>::values) {
    if (grouping == BacklogGrouping::none) continue;
    INFO(std::string(name));
    backlog.filter("");
    backlog.page().group_by(grouping);
    CHECK(backlog.model().shown() == backlog.model().total());
    check_sums(backlog);
    backlog.filter("moscow:must");
    CHECK(backlog.model().shown() < backlog.model().total());
    check_sums(backlog);
    // Within a group the order stays.
    backlog.model().set_sort({{BacklogColumn::title, Qt::AscendingOrder}});
    check_sums(backlog);
    for (int row = 1; row < backlog.model().rowCount(); ++row)
      if (backlog.model().item_at(row) && backlog.model().item_at(row - 1))
        CHECK(backlog.text(row - 1, BacklogColumn::title).toLower() <= backlog.text(row, BacklogColumn::title).toLower());
    backlog.model().set_sort({});
  }
  backlog.filter("");
  backlog.page().group_by(BacklogGrouping::none);
  CHECK(backlog.model().rowCount() == backlog.model().total());
}

TEST_CASE("An edit moves an item to its new group without a reset, and the selection stays on it") {
  OpenBacklog backlog;
  const QAbstractItemModelTester tester(&backlog.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  backlog.page().group_by(BacklogGrouping::moscow);
  const ItemId item = backlog.model().item_at(1);
  backlog.click(1, BacklogColumn::title);
  QSignalSpy resets(&backlog.model(), &QAbstractItemModel::modelReset);
  REQUIRE(backlog.model().edit_items(BacklogColumn::moscow, {item}, "wont"));
  check_sums(backlog);
  const int head = backlog.row_of_head(QString::fromUtf8("Won’t"));
  REQUIRE(head >= 0);
  CHECK(backlog.model().row_of(item) > head);
  CHECK(backlog.sample().selection().items() == std::vector{item});
  CHECK(backlog.table().selected_items() == std::vector{item});
  // A figure that changes moves nothing: the row and the head tell it.
  QSignalSpy layouts(&backlog.model(), &QAbstractItemModel::layoutChanged);
  QSignalSpy changes(&backlog.model(), &QAbstractItemModel::dataChanged);
  REQUIRE(backlog.model().edit_items(BacklogColumn::reach, {item}, "12345"));
  CHECK(layouts.count() == 0);
  CHECK(changes.count() > 0);
  check_sums(backlog);
  REQUIRE(backlog.sample().document().undo());
  REQUIRE(backlog.sample().document().undo());
  check_sums(backlog);
  CHECK(resets.count() == 0);
}

TEST_CASE("Heads fold by click and by Left and Right; they are neither items nor to be edited, dragged or copied") {
  OpenBacklog backlog;
  const QAbstractItemModelTester tester(&backlog.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  backlog.page().group_by(BacklogGrouping::stage);
  BacklogModel& model = backlog.model();
  const BacklogGroup group = *model.group_at(0);
  const int rows = model.rowCount();
  const QString status = backlog.page().status();
  backlog.click(0, BacklogColumn::title);
  CHECK(model.rowCount() == rows - static_cast<int>(group.items));
  CHECK(model.group_at(0)->folded);
  CHECK(model.group_at(0)->effort == group.effort);
  CHECK(backlog.page().status() == status);  // folded items are there
  backlog.table().setCurrentIndex(backlog.cell(0, BacklogColumn::title));
  QTest::keyClick(&backlog.table(), Qt::Key_Right);
  CHECK(model.rowCount() == rows);
  QTest::keyClick(&backlog.table(), Qt::Key_Left);
  CHECK(model.group_at(0)->folded);
  QTest::keyClick(&backlog.table(), Qt::Key_Right);
  for (int column = 0; column < backlog_column_count(); ++column) {
    const Qt::ItemFlags flags = model.index(0, column).flags();
    CHECK_FALSE(flags.testFlag(Qt::ItemIsEditable));
    CHECK_FALSE(flags.testFlag(Qt::ItemIsDragEnabled));
    CHECK_FALSE(flags.testFlag(Qt::ItemIsSelectable));
  }
  CHECK(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(group.title));
  backlog.table().selectAll();
  CHECK(static_cast<int>(backlog.sample().selection().items().size()) == model.total());
  backlog.page().copy();
  CHECK(QGuiApplication::clipboard()->text().count('\n') == model.total());
  // What is chosen elsewhere unfolds its group.
  const ItemId first = model.item_at(1);
  model.fold_all(true);
  CHECK(model.row_of(first) == -1);
  backlog.sample().selection().select(first);
  CHECK(model.row_of(first) == 1);
}

TEST_CASE("An item of several teams stands under the one with the largest effort, and the head says so") {
  OpenBacklog backlog;
  const auto teams = backlog.portfolio().teams_in_order();
  REQUIRE(teams.size() > 1);
  const QString small = QString::fromStdString(teams[0]->name);
  const QString large = QString::fromStdString(teams[1]->name);
  const ItemId item = backlog.model().item_at(0);
  REQUIRE(backlog.model().edit_items(BacklogColumn::effort, {item}, small + "=2; " + large + "=5"));
  backlog.page().group_by(BacklogGrouping::team);
  const int head = backlog.row_of_head(large);
  REQUIRE(head >= 0);
  int row = backlog.model().row_of(item);
  REQUIRE(row > head);
  while (backlog.model().group_at(row) == nullptr) --row;
  CHECK(row == head);
  CHECK(backlog.cell(head, BacklogColumn::title).data(Qt::ToolTipRole).toString().contains("largest effort"));
  REQUIRE(backlog.model().edit_items(BacklogColumn::effort, {item}, small + "=6; " + large + "=5"));
  row = backlog.model().row_of(item);
  while (backlog.model().group_at(row) == nullptr) --row;
  CHECK(backlog.model().group_at(row)->title == small);
}

TEST_CASE("Alt and the arrows rank the selected rows, one edit a step; in another order the page says why not") {
  OpenBacklog open;
  const auto ranked = [&](std::size_t at) { return open.portfolio().items_by_rank()[at]->id; };
  const ItemId first = ranked(0), second = ranked(1), third = ranked(2);
  open.click(1, BacklogColumn::title);
  open.click(2, BacklogColumn::title, Qt::ShiftModifier);
  open.action("backlog.rank_up")->trigger();
  CHECK(std::vector{ranked(0), ranked(1), ranked(2)} == std::vector{second, third, first});
  CHECK(open.table().selected_items() == std::vector{second, third});
  open.action("backlog.rank_up")->trigger();  // nothing is above
  CHECK(ranked(0) == second);
  open.action("backlog.rank_down")->trigger();
  CHECK(std::vector{ranked(0), ranked(1), ranked(2)} == std::vector{first, second, third});
  REQUIRE(open.sample().document().undo());
  CHECK(ranked(2) == first);
  REQUIRE(open.sample().document().undo());
  CHECK(ranked(0) == first);

  open.model().set_sort({{BacklogColumn::title, Qt::AscendingOrder}});
  open.action("backlog.rank_up")->trigger();
  CHECK(open.page().findChild<MessageLine*>("backlog_message")->text().contains("not in the order of the workspace"));
}

TEST_CASE("A drag in the table ranks its rows on release in one edit; given up, or from elsewhere, it leaves nothing") {
  class DraggedTable : public BacklogTable {
   public:
    using BacklogTable::BacklogTable;
    bool own = true;

   protected:
    bool is_own_drag(const QDropEvent&) const override { return own; }
  };
  OpenBacklog backlog;
  BacklogModel& model = backlog.model();
  DraggedTable table(&model);
  table.resize(1200, 600);
  table.show();
  REQUIRE(QTest::qWaitForWindowExposed(&table));
  const std::string before = backlog.sample().dump();
  const std::size_t edits = backlog.sample().document().workspace().history().size();
  const ItemId first = model.item_at(0), fourth = model.item_at(3);
  const std::unique_ptr<QMimeData> rows(model.mimeData({backlog.cell(3, BacklogColumn::title)}));
  QWidget* viewport = table.viewport();
  const QPoint top = table.visualRect(backlog.cell(0, BacklogColumn::title)).topLeft() + QPoint(20, 2);
  const auto drag_over = [&] {
    QDragEnterEvent enter(top, Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &enter);
    QDragMoveEvent move(top, Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &move);
    return enter.isAccepted() && move.isAccepted();
  };
  const auto drop = [&] {
    QDropEvent event(top, Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QApplication::sendEvent(viewport, &event);
  };
  const QImage at_rest = viewport->grab().toImage();
  REQUIRE(drag_over());
  CHECK_FALSE(viewport->grab().toImage() == at_rest);  // the line where the rows would go
  QDragLeaveEvent leave;                               // what the platform tells on Escape
  QApplication::sendEvent(viewport, &leave);
  CHECK(viewport->grab().toImage() == at_rest);
  CHECK(backlog.sample().dump() == before);
  table.own = false;
  CHECK_FALSE(drag_over());
  drop();
  CHECK(backlog.sample().dump() == before);
  table.own = true;
  REQUIRE(drag_over());
  drop();
  CHECK(model.item_at(0) == fourth);
  CHECK(model.item_at(1) == first);
  CHECK(backlog.sample().document().workspace().history().size() == edits + 1);
  REQUIRE(backlog.sample().document().undo());
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("Dragging ranks items within their group only") {
  OpenBacklog backlog;
  backlog.page().group_by(BacklogGrouping::moscow);
  BacklogModel& model = backlog.model();
  const int items = static_cast<int>(model.group_at(0)->items);
  REQUIRE(items > 2);
  const ItemId last = model.item_at(items);
  const ItemId first = model.item_at(1);
  REQUIRE(model.move_items({last}, 1));
  CHECK(model.item_at(1) == last);
  CHECK(model.item_at(2) == first);
  const std::string before = backlog.sample().dump();
  CHECK_FALSE(model.move_items({last}, model.rowCount()));
  CHECK(backlog.page().message().isVisible());
  CHECK(backlog.sample().dump() == before);
}

TEST_CASE("A saved view brings filter, order, groups and columns back, and its button tells what differs") {
  OpenBacklog backlog;
  ViewMenu& views = backlog.page().view_menu();
  QHeaderView* header = backlog.table().horizontalHeader();
  backlog.filter("moscow:must");
  backlog.page().group_by(BacklogGrouping::stage);
  backlog.model().set_sort({{BacklogColumn::effort, Qt::DescendingOrder}, {BacklogColumn::title, Qt::AscendingOrder}});
  header->setSectionHidden(static_cast<int>(BacklogColumn::requester), true);
  header->moveSection(header->visualIndex(static_cast<int>(BacklogColumn::effort)), 0);
  header->resizeSection(static_cast<int>(BacklogColumn::effort), 133);
  const QList<int> columns = backlog.table().visible_columns();
  views.save("Q1 & planning");
  const auto id = views.current();
  REQUIRE(id);
  CHECK(views.text() == "Q1 && planning");
  CHECK_FALSE(views.is_changed());

  backlog.filter("");
  CHECK(views.is_changed());
  CHECK(views.text().endsWith(QString::fromUtf8("•")));
  backlog.page().group_by(BacklogGrouping::none);
  backlog.model().set_sort({});
  header->setSectionHidden(static_cast<int>(BacklogColumn::requester), false);
  header->moveSection(0, 4);

  backlog.action(qPrintable(QString("backlog.view.%1").arg(id.value)))->trigger();  // as the palette does
  CHECK(backlog.page().filter_bar().text() == "moscow:must");
  CHECK(backlog.model().grouping() == BacklogGrouping::stage);
  REQUIRE(backlog.model().sort_columns().size() == 2);
  CHECK(backlog.model().sort_columns()[0] == BacklogSort{BacklogColumn::effort, Qt::DescendingOrder});
  CHECK(backlog.table().visible_columns() == columns);
  CHECK(header->sectionSize(static_cast<int>(BacklogColumn::effort)) == 133);
  CHECK_FALSE(views.is_changed());
}

TEST_CASE("Views are saved, replaced, renamed and deleted, each as a step that can be undone") {
  OpenBacklog backlog;
  ViewMenu& views = backlog.page().view_menu();
  const auto stored = [&] { return backlog.portfolio().all<SavedView>().size(); };
  const std::size_t before = stored();
  views.ask_for_name();
  auto* popup = backlog.page().findChild<NamePopup*>();
  REQUIRE(popup != nullptr);
  auto* name = popup->findChild<QLineEdit*>();
  REQUIRE(name != nullptr);
  QTest::keyClick(name, Qt::Key_Return);
  CHECK(name->property("mistake").toBool());
  CHECK(stored() == before);
  QTest::keyClicks(name, "Mine");
  QTest::keyClick(name, Qt::Key_Return);
  QTest::qWait(10);
  REQUIRE(stored() == before + 1);
  const auto id = views.current();
  backlog.filter("moscow:must");
  views.save("mine");
  CHECK(stored() == before + 1);
  CHECK(views.current() == id);
  backlog.filter("moscow:could");
  views.save_changes();
  CHECK_FALSE(views.is_changed());
  CHECK(backlog.portfolio().find(id)->state.find("could") != std::string::npos);
  views.rename("Ours");
  CHECK(views.text() == "Ours");
  views.remove();
  CHECK(stored() == before);
  CHECK_FALSE(views.current());
  CHECK_FALSE(backlog.action(qPrintable(QString("backlog.view.%1").arg(id.value)))->isVisible());
  CHECK(backlog.page().filter_bar().text() == "moscow:could");  // what is shown stays
  REQUIRE(backlog.sample().document().undo());
  REQUIRE(stored() == before + 1);
  CHECK(backlog.portfolio().find(id)->name == "Ours");
  CHECK(backlog.action(qPrintable(QString("backlog.view.%1").arg(id.value)))->isVisible());
}

TEST_CASE("A view that names what is gone opens with the rest and says what it left out") {
  OpenBacklog backlog;
  SavedView view;
  view.page = "backlog";
  view.name = "Old";
  view.state = R"({"filter":"moscow:must team:Nobody","sort":[{"column":"magic","descending":true}],"group":"planet",)"
               R"("columns":[{"column":"charm","width":50},{"column":"key","width":91}]})";
  ViewMenu::ViewId id;
  REQUIRE(backlog.sample().document().edit("Make", [&](storage::Edit& edit) { id = edit.insert(view); }));
  backlog.page().view_menu().open(id);
  CHECK(backlog.page().filter_bar().text() == "moscow:must");
  CHECK(backlog.model().shown() < backlog.model().total());
  CHECK(backlog.model().grouping() == BacklogGrouping::none);
  CHECK(backlog.table().visible_columns() == QList{static_cast<int>(BacklogColumn::title), static_cast<int>(BacklogColumn::key)});
  REQUIRE(backlog.page().message().isVisible());
  for (const char* gone : {"team:Nobody", "magic", "planet", "charm"}) {
    INFO(gone);
    CHECK(backlog.page().message().text().contains(gone));
  }
  CHECK_FALSE(backlog.page().view_menu().is_changed());
  CHECK(read_view_state("no JSON", backlog.portfolio()).left_out.size() == 1);
}

TEST_CASE("What is kept of painted cells does not change how they look") {
  OpenBacklog backlog;
  backlog.page().group_by(BacklogGrouping::allocation_class);
  QWidget* viewport = backlog.table().viewport();
  const QImage first = viewport->grab().toImage();
  backlog.table().verticalScrollBar()->setValue(backlog.table().verticalScrollBar()->maximum());
  CHECK_FALSE(viewport->grab().toImage() == first);
  backlog.table().verticalScrollBar()->setValue(0);
  CHECK(viewport->grab().toImage() == first);
  // An edit is seen at once.
  REQUIRE(backlog.model().edit_items(BacklogColumn::title, {backlog.model().item_at(1)}, "Something else altogether"));
  CHECK_FALSE(viewport->grab().toImage() == first);
}

TEST_CASE("A period that is chosen from the list below the line is stored like one that is typed") {
  OpenBacklog backlog;
  QLineEdit* editor = backlog.edit(0, BacklogColumn::period);
  REQUIRE(editor != nullptr);
  editor->selectAll();
  QTest::keyClicks(editor, "2027");
  QAbstractItemView* popup = editor->completer()->popup();
  REQUIRE(QTest::qWaitFor([&] { return popup->isVisible(); }));
  const QString chosen = popup->model()->index(1, 0).data().toString();
  REQUIRE(backlog.text(0, BacklogColumn::period) != chosen);
  QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Return);
  if (editor = backlog.editor(); editor != nullptr) QTest::keyClick(editor, Qt::Key_Return);
  QTest::qWait(10);
  CHECK(backlog.text(0, BacklogColumn::period) == chosen);
}

}  // namespace tradewind::gui
