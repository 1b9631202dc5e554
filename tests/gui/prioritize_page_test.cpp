// The matrix and the MoSCoW board as people use them.
#include "gui/pages/prioritize_page.h"

#include "gui/scene_hands.h"

namespace tradewind::gui {
namespace {

struct OpenPrioritize {
  OpenPrioritize() : page(sample.context()) { show(page); }
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

}  // namespace tradewind::gui
