// The matrix and the MoSCoW board as people use them.
#include "gui/pages/prioritize_page.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>

#include "gui/pages/ranking_model.h"
#include "gui/scene_hands.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

struct OpenPrioritize {
  OpenPrioritize() : page((QSettings().clear(), sample.context())) { show(page); }
  const Portfolio& portfolio() const { return sample.portfolio(); }
  std::size_t edits() { return sample.document().workspace().history().size(); }
  Moscow moscow(const char* key) const { return item_of(portfolio(), key).moscow; }
  /// The handle of a quadrant line.
  views::Rect handle(views::MatrixLine line) const {
    views::Rect found;
    for (const views::Shape& shape : page.matrix().scene().shapes)
      if (shape.mark.kind == views::MarkKind::axis && shape.mark.id == static_cast<std::int64_t>(line))
        found = views::bounds_of(shape);
    REQUIRE(found.width > 0);
    return found;
  }
  views::Rect column(std::size_t at) const {
    std::size_t seen = 0;
    for (const views::Shape& shape : page.board().scene().shapes)
      if (shape.mark.kind == views::MarkKind::lane && seen++ == at) return views::bounds_of(shape);
    FAIL("there is no such column");
    return {};
  }
  std::string gauge() const {
    std::string all;
    for (const views::Shape& shape : page.board_gauge().scene().shapes) all += shape.mark.description + "\n";
    return all;
  }
  RankingModel& ranking() { return page.ranking(); }
  QString cell(int row, int column) { return ranking().index(row, column).data(Qt::DisplayRole).toString(); }
  /// An entry of the menu of methods, submenus included, as it is when it is opened.
  QAction* in_methods_menu(const QString& text) {
    QMenu* menu = page.findChild<QPushButton*>("ranking_methods")->menu();
    emit menu->aboutToShow();
    QList<QAction*> actions = menu->actions();
    for (QMenu* sub : menu->findChildren<QMenu*>()) actions += sub->actions();
    for (QAction* action : actions)
      if (action->text() == text) return action;
    FAIL("there is no " + text.toStdString());
    return nullptr;
  }
  QPushButton& only_disagreements() { return *page.findChild<QPushButton*>("only_disagreements"); }
  /// A cell in which the methods disagree.
  QModelIndex disputed() {
    for (int row = 0; row < ranking().rowCount(); ++row)
      for (int column = 0; column < ranking().columnCount(); ++column)
        if (const QModelIndex one = ranking().index(row, column); one.data(disagrees_role).toBool()) return one;
    FAIL("the methods agree");
    return {};
  }
  void show_board() {
    page.show_tab(PrioritizePage::Tab::moscow);
    QTest::qWait(20);
    page.first_focus()->setFocus();
  }

  OpenSample sample;
  PrioritizePage page;
};

}  // namespace

TEST_CASE("A quadrant line moves by its handle, in one edit, and a double click brings the median back") {
  OpenPrioritize open;
  const std::string dump = open.sample.dump();
  const std::size_t edits = open.edits();
  SceneView& view = open.page.matrix();
  const views::Point grip = open.handle(views::MatrixLine::effort).centre();
  drag(view, grip, {grip.x + 90, grip.y}, true);
  CHECK(open.sample.dump() == dump);
  drag(view, grip, {grip.x + 90, grip.y});
  const double cut = open.portfolio().settings().effort_cut;
  CHECK(cut > 0);
  CHECK(cut * 2 == std::round(cut * 2));
  CHECK(open.portfolio().settings().impact_cut == 0);
  CHECK(open.edits() == edits + 1);
  QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, on_screen(view, open.handle(views::MatrixLine::effort).centre()));
  CHECK(open.portfolio().settings().effort_cut == 0);
  QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(open.portfolio().settings().impact_cut > 0);
}

TEST_CASE("A lasso on empty ground selects the bubbles inside, with Shift in addition") {
  OpenPrioritize open;
  SceneView& view = open.page.matrix();
  const auto around = [&](const char* key) { return bounds_of(view, item_mark(open.portfolio(), key)); };
  const auto lasso = [&](const views::Rect& bubble, Qt::KeyboardModifiers keys, bool escape = false) {
    // From a corner where there is nothing.
    views::Point from{bubble.x - 6, bubble.y - 6};
    for (int step = 0; view.mark_at(from).kind != views::MarkKind::none && step < 40; ++step) from.x -= 3;
    drag(view, from, {bubble.right() + 8, bubble.bottom() + 8}, escape, keys);
  };
  const ItemId first = item_of(open.portfolio(), "CDP-117").id;
  const ItemId second = item_of(open.portfolio(), "CDP-141").id;
  lasso(around("CDP-117"), {}, true);
  CHECK(open.sample.selection().items().empty());
  lasso(around("CDP-117"), {});
  CHECK(open.sample.selection().contains(first));
  CHECK_FALSE(open.sample.selection().contains(second));
  lasso(around("CDP-141"), Qt::ShiftModifier);
  CHECK(open.sample.selection().contains(first));
  CHECK(open.sample.selection().contains(second));
  lasso(around("CDP-141"), {});
  CHECK_FALSE(open.sample.selection().contains(first));
}

TEST_CASE("Ctrl with an arrow changes the current bubble's effort by half a person-week") {
  OpenPrioritize open;
  const ItemId item = item_of(open.portfolio(), "CDP-117").id;
  const double before = open.portfolio().likely_effort(item).value();
  open.page.matrix().set_current(mark_of(item));
  QTest::keyClick(&open.page.matrix(), Qt::Key_Right, Qt::ControlModifier);
  CHECK(open.portfolio().likely_effort(item).value() == Approx(before + 0.5));
  const double impact = open.portfolio().find(item)->impact.value();
  QTest::keyClick(&open.page.matrix(), Qt::Key_Down, Qt::ControlModifier);
  CHECK(open.portfolio().find(item)->impact.value() < impact);
}

TEST_CASE("Cards go between Must, Should, Could and Won't, all selected ones in one edit, and the gauge turns before") {
  OpenPrioritize open;
  open.show_board();
  SceneView& board = open.page.board();
  REQUIRE(open.moscow("CDP-112") == Moscow::must);
  REQUIRE(open.moscow("CDP-118") == Moscow::must);
  const std::string dump = open.sample.dump();
  const std::string gauge = open.gauge();
  const std::size_t edits = open.edits();
  open.sample.selection().select({item_of(open.portfolio(), "CDP-112").id, item_of(open.portfolio(), "CDP-118").id});
  const views::Point card = bounds_of(board, item_mark(open.portfolio(), "CDP-112")).centre();
  const views::Point could{open.column(2).centre().x, card.y};
  press_and_move(board, card, could);
  CHECK(open.gauge() != gauge);
  CHECK(open.sample.dump() == dump);
  QTest::keyClick(&board, Qt::Key_Escape);
  CHECK(open.gauge() == gauge);
  let_go(board, could);
  CHECK(open.sample.dump() == dump);

  drag(board, card, could);
  CHECK(open.moscow("CDP-112") == Moscow::could);
  CHECK(open.moscow("CDP-118") == Moscow::could);
  CHECK(open.edits() == edits + 1);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("On the board 1 to 4 sort the selected cards, and 0 takes the value away") {
  OpenPrioritize open;
  open.show_board();
  const ItemId item = item_of(open.portfolio(), "CDP-112").id;
  open.sample.selection().select(item);
  open.page.board().set_current(mark_of(item));
  const std::vector<std::pair<Qt::Key, Moscow>> keys{{Qt::Key_2, Moscow::should},
                                                     {Qt::Key_3, Moscow::could},
                                                     {Qt::Key_4, Moscow::wont},
                                                     {Qt::Key_1, Moscow::must},
                                                     {Qt::Key_0, Moscow::unset}};
  for (const auto& [key, value] : keys) {
    QTest::keyClick(&open.page.board(), key);
    CHECK(open.moscow("CDP-112") == value);
  }
  QTest::keyClick(&open.page.board(), Qt::Key_Left, Qt::ControlModifier);
  CHECK(open.moscow("CDP-112") == Moscow::wont);
}

TEST_CASE("The ranking shows the methods that people choose, and keeps them") {
  OpenPrioritize open;
  const QAbstractItemModelTester tester(&open.ranking(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  CHECK_FALSE(open.ranking().data(QModelIndex(), Qt::DisplayRole).isValid());
  const auto heads = [&] {
    QStringList texts;
    for (int column = 0; column < open.ranking().columnCount(); ++column)
      texts.append(open.ranking().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return texts;
  };
  CHECK(heads() == QStringList{"#", "Title", "RICE", "WSJF #", "Opport. #", "MoSCoW"});
  const ItemId item = open.ranking().item_at(2);
  open.sample.selection().select(item);
  open.in_methods_menu("RICE")->trigger();
  open.in_methods_menu("Impact versus effort")->trigger();
  CHECK(heads() == QStringList{"#", "Title", "WSJF", "Opport. #", "MoSCoW", "Quadrant"});
  // By the first method that gives places now, and on the item that was selected.
  CHECK(open.cell(0, 0) == "1");
  CHECK(open.sample.selection().items() == std::vector{item});
  CHECK(open.page.table().selectionModel()->isRowSelected(open.ranking().row_of(item), {}));
  const PrioritizePage again(open.sample.context());
  CHECK(again.ranking().columnCount() == 6);
  CHECK(again.ranking().methods().front()->key == "wsjf");
  for (const char* name : {"MoSCoW", "Impact versus effort", "WSJF"}) open.in_methods_menu(name)->trigger();
  CHECK_FALSE(open.in_methods_menu("Opportunity")->isEnabled());  // the last one stays
}

TEST_CASE("The ranking is sorted by any column, unknown last both ways, and the selection stays on its items") {
  OpenPrioritize open;
  const QAbstractItemModelTester tester(&open.ranking(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  const ItemId item = open.ranking().item_at(0);
  open.sample.selection().select(item);
  for (int column = 0; column < open.ranking().columnCount(); ++column) {
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      open.page.table().sortByColumn(column, order);
      bool unknown_seen = false;
      for (int row = 0; row < open.ranking().rowCount(); ++row) {
        const QString text = open.cell(row, column);
        const bool unknown = text.isEmpty() || text == QString(QChar(0x2013));
        CHECK_FALSE((unknown_seen && !unknown));
        unknown_seen = unknown_seen || unknown;
      }
      CHECK(open.sample.selection().items() == std::vector{item});
      CHECK(open.page.table().selectionModel()->isRowSelected(open.ranking().row_of(item), {}));
    }
  }
  open.in_methods_menu("Title")->trigger();
  CHECK(open.cell(0, RankingModel::title).toLower() < open.cell(1, RankingModel::title).toLower());
  const QString first = open.cell(0, RankingModel::title);
  open.in_methods_menu("Title")->trigger();
  CHECK(open.cell(open.ranking().rowCount() - 1, RankingModel::title) == first);
}

TEST_CASE("Only the rows on which the methods disagree, and back, with the selection kept") {
  OpenPrioritize open;
  const QAbstractItemModelTester tester(&open.ranking(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  const int all = open.ranking().rowCount();
  const int disputed = open.ranking().disagreements();
  REQUIRE(disputed > 0);
  REQUIRE(disputed < all);
  std::vector<ItemId> items;
  for (int row = 0; row < all; ++row) items.push_back(open.ranking().item_at(row));
  open.sample.selection().select(items);
  open.only_disagreements().click();
  CHECK(open.ranking().rowCount() == disputed);
  CHECK(open.sample.selection().items().size() == items.size());
  CHECK(open.page.status().startsWith(QString("%1 of %2").arg(disputed).arg(all)));
  open.only_disagreements().click();
  CHECK(open.ranking().rowCount() == all);
  CHECK(open.sample.selection().items().size() == items.size());
}

TEST_CASE("Where the methods disagree a cell is painted so, light and dark, selected or not, and says why") {
  OpenPrioritize open;
  const QModelIndex cell = open.disputed();
  CHECK(cell.data(Qt::ToolTipRole).toString().contains("\n"));
  QTableView& table = open.page.table();
  for (const auto choice : {Appearance::Choice::light, Appearance::Choice::dark}) {
    Appearance::instance().choose(choice);
    open.sample.selection().clear();
    table.scrollTo(cell);
    QTest::qWait(20);
    const QRect area = table.visualRect(cell);
    const auto pixel = [&](QPoint at) { return table.viewport()->grab().toImage().pixelColor(at); };
    CHECK(pixel(area.topLeft() + QPoint(4, 4)) == themed(views::Token::warn_soft));
    CHECK(pixel(area.topLeft() + QPoint(1, 6)) == themed(views::Token::warn_solid));
    open.sample.selection().select(open.ranking().item_at(cell.row()));
    CHECK(pixel(area.topLeft() + QPoint(1, 6)) == themed(views::Token::warn_solid));
  }
  Appearance::instance().choose(Appearance::Choice::system);
}

TEST_CASE("Without an item both tabs offer the next step, and no longer once there is one") {
  OpenSample sample(workbench::Template::quarterly);
  PrioritizePage page(sample.context());
  int asked = 0;
  sample.context().actions.add({"backlog.new_item", "Edit", "New item", {}}, [&] { ++asked; });
  show(page);
  const auto steps = [](SceneView& view) { return view.findChildren<QPushButton*>("next_step"); };
  REQUIRE(steps(page.matrix()).size() == 1);
  CHECK(steps(page.matrix()).front()->isVisible());
  steps(page.matrix()).front()->click();
  page.show_tab(PrioritizePage::Tab::moscow);
  REQUIRE(steps(page.board()).size() == 1);
  CHECK(steps(page.board()).front()->isVisible());
  steps(page.board()).front()->click();
  CHECK(asked == 2);
  REQUIRE(sample.document().edit("Add an item", [](storage::Edit& edit) {
    Item item;
    item.title = "First";
    edit.insert(item);
  }));
  CHECK(steps(page.matrix()).empty());
  CHECK(steps(page.board()).empty());
}

TEST_CASE("A tab that is toggled, as screen readers press it, is shown") {
  OpenPrioritize open;
  for (QPushButton* button : open.page.findChildren<QPushButton*>())
    if (button->text() == "MoSCoW") button->toggle();
  CHECK(open.page.board().isVisible());
  CHECK_FALSE(open.page.matrix().isVisible());
}

TEST_CASE("Figures of the ranking are never cut, also when they have become longer") {
  OpenPrioritize open;
  QTableView& table = open.page.table();
  const auto check_all = [&] {
    for (int row = 0; row < open.ranking().rowCount(); ++row)
      for (int column = RankingModel::first_method; column < open.ranking().columnCount(); ++column) {
        const int wanted = table.fontMetrics().horizontalAdvance(open.cell(row, column)) + 16;  // the padding of a cell
        if (wanted > table.columnWidth(column)) FAIL_CHECK(open.cell(row, column).toStdString() + " is cut");
      }
  };
  CHECK(open.disputed().isValid());
  check_all();
  const int rice = table.columnWidth(RankingModel::first_method);
  const auto set_reach = [&](const char* key, double reach) {
    REQUIRE(open.sample.document().edit("More reach", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().item_by_key(key);
      item.reach = reach;
      edit.update(item);
    }));
  };
  // Two of as many digits, and those of the larger one are narrow: 11,111.1 and 10,888.8.
  set_reach("CDP-118", 163'332);
  set_reach("CDP-112", 111'111);
  check_all();
  set_reach("CDP-112", 4'200'000'000.0);
  check_all();
  CHECK(table.columnWidth(RankingModel::first_method) > rice);
}

TEST_CASE("The arrow of the order stands beside the name of its column, also of the narrowest") {
  OpenPrioritize open;
  const QTableView& table = open.page.table();
  const QHeaderView& header = *table.horizontalHeader();
  REQUIRE(header.sortIndicatorSection() == RankingModel::rank);
  for (const auto arrow : {QStyleOptionHeader::SortUp, QStyleOptionHeader::SortDown}) {
    QStyleOptionHeader option;
    option.initFrom(&header);
    option.state |= QStyle::State_Horizontal;
    option.rect = QRect(0, 0, table.columnWidth(RankingModel::rank), header.height());
    option.sortIndicator = arrow;
    const QRect name = header.style()->subElementRect(QStyle::SE_HeaderLabel, &option, &header);
    const QRect mark = header.style()->subElementRect(QStyle::SE_HeaderArrow, &option, &header);
    CHECK(mark.width() >= 8);
    CHECK(option.rect.contains(mark));
    CHECK_FALSE(mark.intersects(name));
    CHECK(name.width() >= header.fontMetrics().horizontalAdvance("#"));
  }
}

TEST_CASE("A refresh leaves the ranking where people have scrolled it; another choice brings its row into sight") {
  OpenPrioritize open;
  open.page.resize(1400, 460);
  QTest::qWait(20);
  QTableView& table = open.page.table();
  QScrollBar& bar = *table.verticalScrollBar();
  REQUIRE(bar.maximum() > 3);
  const ItemId top = open.ranking().item_at(0);
  open.sample.selection().select(top);
  bar.setValue(bar.maximum());
  REQUIRE(open.sample.document().edit("Rename", [&](storage::Edit& edit) {
    Item item = *edit.portfolio().find(top);
    item.requester = "Somebody";
    edit.update(item);
  }));
  QTest::qWait(20);
  CHECK(bar.value() == bar.maximum());
  open.sample.selection().select(open.ranking().item_at(1));
  CHECK(bar.value() < bar.maximum());
}

}  // namespace tradewind::gui
