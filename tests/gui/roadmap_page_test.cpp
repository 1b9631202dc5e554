// The roadmap as people use it: lanes, links, the load while dragging, conflicts, milestones, the board.
#include "gui/pages/roadmap_page.h"

#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/pages/roadmap_edits.h"
#include "gui/scene/lane_move.h"
#include "gui/scene/link_gesture.h"
#include "gui/scene_hands.h"

namespace tradewind::gui {
namespace {

struct OpenRoadmap {
  OpenRoadmap() : page(sample.context()) { show(page); }
  const Portfolio& portfolio() const { return sample.portfolio(); }
  views::Rect bar(const char* key) const { return bounds_of(page.view(), item_mark(portfolio(), key)); }
  std::size_t edits() { return sample.document().workspace().history().size(); }
  /// The middle of a lane, beside its name.
  views::Point lane(views::MarkKind kind, std::int64_t id, double x) const {
    for (const views::Shape& shape : page.view().scene().shapes)
      if (shape.mark.kind == kind && shape.mark.id == id) return {x, views::bounds_of(shape).centre().y};
    FAIL("there is no such lane");
    return {};
  }

  OpenSample sample;
  RoadmapPage page;
};

OutcomeId outcome_of(const Portfolio& portfolio, const char* key) {
  const Item& item = item_of(portfolio, key);
  for (const Contribution& one : portfolio.owned_by<&Contribution::item>(item.id)) return one.outcome;
  return {};
}

const Dependency* link_between(const Portfolio& portfolio, const char* first, const char* second) {
  for (const Dependency& one : portfolio.owned_by<&Dependency::predecessor>(item_of(portfolio, first).id))
    if (one.successor == item_of(portfolio, second).id) return &one;
  return nullptr;
}

/// The disc after the end of a bar, or of its name beside it.
views::Point handle(const SceneView& view, const MarkId& item) {
  const views::Rect bar = bounds_of(view, item);
  double end = bar.right();
  for (const views::Shape& shape : view.scene().shapes)
    if (mark_id(shape.mark) == item) end = std::max(end, views::bounds_of(shape).right());
  return {end + 8, bar.centre().y};
}

std::string description_of(const SceneView& view, views::MarkKind kind) {
  std::string all;
  for (const auto& one : view.marks())
    if (one.mark.kind == kind) all += one.description + "\n";
  return all;
}

/// Those that an eye could tell apart; the rounding of a clipped line is none of them.
int different_pixels(const QImage& one, const QImage& other) {
  REQUIRE(one.size() == other.size());
  int count = 0;
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x)
      if (std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 16) ++count;
  return count;
}

}  // namespace

TEST_CASE("A bar on another outcome's lane moves its contribution and its time in one edit") {
  OpenRoadmap open;
  const OutcomeId before = outcome_of(open.portfolio(), "CDP-125");
  OutcomeId other;
  for (const Outcome* outcome : open.portfolio().outcomes_in_order())
    if (outcome->id != before) other = outcome->id;
  const std::string dump = open.sample.dump();
  const std::size_t edits = open.edits();
  const views::Rect bar = open.bar("CDP-125");
  const views::Point target = open.lane(views::MarkKind::outcome, other.value, bar.centre().x + 120);
  drag(open.page.view(), bar.centre(), target, true);
  CHECK(open.sample.dump() == dump);
  CHECK(open.edits() == edits);
  const Span was = *span_of_item(open.portfolio(), "CDP-125");
  drag(open.page.view(), bar.centre(), target);
  CHECK(open.edits() == edits + 1);
  CHECK(outcome_of(open.portfolio(), "CDP-125") == other);
  CHECK(was.start < span_of_item(open.portfolio(), "CDP-125")->start);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("A shape that is toggled, as screen readers press it, is shown") {
  OpenRoadmap open;
  for (QPushButton* button : open.page.findChildren<QPushButton*>())
    if (button->text() == "Board") button->toggle();
  CHECK(open.page.shown_view()->view == workbench::View::board);
}

TEST_CASE("An effect in another unit becomes unknown, and an item that serves the outcome already is refused") {
  OpenSample sample;
  const Item& item = item_of(sample.portfolio(), "CDP-125");
  const OutcomeId from = outcome_of(sample.portfolio(), "CDP-125");
  const OutcomeId to = outcome_of(sample.portfolio(), "CDP-109");
  REQUIRE(sample.portfolio().find(from)->unit != sample.portfolio().find(to)->unit);
  const LaneMove move{LaneRule::outcome, from.value, to.value};
  CHECK(lane_refusal(sample.portfolio(), item.id, move).isEmpty());
  sample.document().edit("Move", [&](storage::Edit& edit) { move_to_lane(edit, item.id, move); });
  for (const Contribution& one : sample.portfolio().owned_by<&Contribution::item>(item.id)) CHECK_FALSE(one.effect.has_value());
  sample.document().edit("Serve both", [&](storage::Edit& edit) {
    Contribution second;
    second.item = item.id;
    second.outcome = from;
    edit.insert(second);
  });
  CHECK(lane_refusal(sample.portfolio(), item.id, {LaneRule::outcome, from.value, to.value}).contains("serves"));
  // Off all lanes: the contribution goes.
  sample.document().edit("Move", [&](storage::Edit& edit) {
    move_to_lane(edit, item.id, {LaneRule::outcome, from.value, 0});
    move_to_lane(edit, item.id, {LaneRule::outcome, to.value, 0});
  });
  CHECK_FALSE(outcome_of(sample.portfolio(), "CDP-125"));
}

TEST_CASE("Among the lanes of teams one estimate moves with the bar; several are refused with the reason") {
  OpenRoadmap open;
  open.page.group_by(LaneRule::team);
  const Team* last = open.portfolio().teams_in_order().back();
  const auto to_last = [&](const char* key) {
    const views::Rect bar = open.bar(key);
    drag(open.page.view(), bar.centre(), open.lane(views::MarkKind::lane, last->id.value, bar.centre().x));
  };
  to_last("CDP-125");
  for (const Estimate& one : open.portfolio().owned_by<&Estimate::item>(item_of(open.portfolio(), "CDP-125").id))
    CHECK(one.team == last->id);
  const std::string dump = open.sample.dump();
  to_last("CDP-112");
  CHECK(open.sample.dump() == dump);
  CHECK(open.page.message().isVisible());
  CHECK(open.page.message().text().contains("2 teams"));
  REQUIRE(open.sample.document().undo());
  CHECK_FALSE(open.page.message().isVisible());
}

TEST_CASE("Among the lanes of classes the class follows, with the keyboard too") {
  OpenRoadmap open;
  open.page.group_by(LaneRule::allocation_class);
  const AllocationClassId before = item_of(open.portfolio(), "CDP-125").allocation_class;
  open.page.view().set_current(item_mark(open.portfolio(), "CDP-125"));
  QTest::keyClick(&open.page.view(), Qt::Key_Down, Qt::ControlModifier);
  CHECK(item_of(open.portfolio(), "CDP-125").allocation_class != before);
  REQUIRE(open.sample.document().undo());
  CHECK(item_of(open.portfolio(), "CDP-125").allocation_class == before);
}

TEST_CASE("A link is drawn from the end of a bar to another; undo and Delete take it away") {
  OpenRoadmap open;
  REQUIRE(link_between(open.portfolio(), "CDP-125", "CDP-121") == nullptr);
  SceneView& view = open.page.view();
  const std::string dump = open.sample.dump();
  const Span was = *span_of_item(open.portfolio(), "CDP-125");
  const auto draw = [&](bool escape) {
    const views::Rect from = open.bar("CDP-125");
    view.bring_into_view(from);
    QTest::mouseMove(view.viewport(), on_screen(view, from.centre()));  // shows the handle
    drag(view, handle(view, item_mark(open.portfolio(), "CDP-125")), open.bar("CDP-121").centre(), escape);
  };
  draw(true);
  CHECK(open.sample.dump() == dump);
  draw(false);
  const Dependency* link = link_between(open.portfolio(), "CDP-125", "CDP-121");
  REQUIRE(link != nullptr);
  CHECK(*span_of_item(open.portfolio(), "CDP-125") == was);  // the bar itself was not dragged
  const MarkId mark{views::MarkKind::dependency, link->id.value, 0};
  view.set_current(mark);
  QTest::keyClick(&view, Qt::Key_Delete);
  CHECK(link_between(open.portfolio(), "CDP-125", "CDP-121") == nullptr);
  REQUIRE(open.sample.document().undo());
  CHECK(link_between(open.portfolio(), "CDP-125", "CDP-121") != nullptr);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("All selected bars go along by as many days, in one edit; Escape leaves nothing") {
  OpenRoadmap open;
  const std::string dump = open.sample.dump();
  const std::size_t edits = open.edits();
  open.sample.selection().select({item_of(open.portfolio(), "CDP-112").id, item_of(open.portfolio(), "CDP-125").id});
  const Span first = *span_of_item(open.portfolio(), "CDP-112");
  const Span second = *span_of_item(open.portfolio(), "CDP-125");
  const Span other = *span_of_item(open.portfolio(), "CDP-121");
  const views::Point bar = open.bar("CDP-112").centre();
  drag(open.page.view(), bar, {bar.x + 120, bar.y}, true);
  CHECK(open.sample.dump() == dump);
  drag(open.page.view(), bar, {bar.x + 120, bar.y});
  CHECK(open.edits() == edits + 1);
  const int days = days_between(first.start, span_of_item(open.portfolio(), "CDP-112")->start);
  CHECK(days > 0);
  CHECK(days_between(second.start, span_of_item(open.portfolio(), "CDP-125")->start) == days);
  CHECK(*span_of_item(open.portfolio(), "CDP-121") == other);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("The tray finds items by title and key, and says where it finds none") {
  OpenRoadmap open;
  const auto* tray = open.page.findChild<QListWidget*>("roadmap_tray");
  auto* search = open.page.findChild<QLineEdit*>("roadmap_tray_search");
  const int all = tray->count();
  REQUIRE(all > 1);
  const QString title = tray->item(1)->toolTip();
  search->setText(title.toUpper());
  CHECK(tray->count() < all);
  CHECK(tray->item(0)->toolTip() == title);
  search->setText("nothing is called that");
  CHECK(tray->count() == 0);
  CHECK(open.page.findChild<QLabel*>("roadmap_tray_about")->text().contains("None of them"));
  search->clear();
  CHECK(tray->count() == all);
}

TEST_CASE("L links by keyboard; a second link and a circle are refused with the names") {
  OpenRoadmap open;
  SceneView& view = open.page.view();
  view.set_current(item_mark(open.portfolio(), "CDP-125"));
  QTest::keyClick(&view, Qt::Key_L);
  CHECK(view.gesture_is_running());
  QTest::keyClick(&view, Qt::Key_Tab);
  const MarkId target = view.current();
  CHECK(target.kind == views::MarkKind::item);
  QTest::keyClick(&view, Qt::Key_Return);
  CHECK_FALSE(view.gesture_is_running());
  bool linked = false;
  for (const Dependency& one : open.portfolio().owned_by<&Dependency::predecessor>(item_of(open.portfolio(), "CDP-125").id))
    linked |= one.successor.value == target.id;
  CHECK(linked);

  const auto id = [&](const char* key) { return item_of(open.portfolio(), key).id; };
  CHECK(link_refusal(open.portfolio(), id("CDP-112"), id("CDP-145")).contains("already"));
  const QString circle = link_refusal(open.portfolio(), id("CDP-129"), id("CDP-120"));
  CHECK(circle.contains("Audit trail export"));
  CHECK(circle.count(" → ") == 3);
  CHECK_FALSE(link_refusal(open.portfolio(), id("CDP-112"), id("CDP-112")).isEmpty());
}

TEST_CASE("The load of the teams turns while a bar is dragged, and stands still again after Escape") {
  OpenRoadmap open;
  REQUIRE(open.page.strip().isVisible());
  const std::string before = description_of(open.page.strip(), views::MarkKind::team_period);
  CHECK(before.find("Platform, 2027 Q1") != std::string::npos);
  const views::Rect bar = open.bar("CDP-112");
  press_and_move(open.page.view(), bar.centre(), {bar.centre().x + 260, bar.centre().y});
  const std::string during = description_of(open.page.strip(), views::MarkKind::team_period);
  CHECK(during != before);
  CHECK(during.find("; now ") != std::string::npos);
  CHECK(open.page.status().contains("Esc"));
  QTest::keyClick(&open.page.view(), Qt::Key_Escape);
  CHECK(description_of(open.page.strip(), views::MarkKind::team_period) == before);
  let_go(open.page.view(), bar.centre());
}

TEST_CASE("Items are dragged from the tray into a quarter, with the load before and after; Escape leaves nothing") {
  OpenRoadmap open;
  const auto tray = open.page.findChild<QListWidget*>("roadmap_tray");
  REQUIRE(tray != nullptr);
  REQUIRE(tray->count() > 1);
  const PeriodId quarter = open.portfolio().periods_in_order(PeriodKind::quarter).back()->id;
  const std::size_t before = open.edits();
  const int unplaced = tray->count();
  const auto middle = [&](int row) { return tray->visualItemRect(tray->item(row)).center(); };
  // Both rows at once; the pointer goes over the last quarter.
  QTest::mouseClick(tray->viewport(), Qt::LeftButton, {}, middle(0));
  QTest::mouseClick(tray->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(1));
  QWidget* timeline = open.page.view().viewport();
  const QPoint over = timeline->mapTo(&open.page, QPoint(timeline->width() - 30, timeline->height() / 2));
  const auto drag_over = [&] {
    QTest::mousePress(tray->viewport(), Qt::LeftButton, {}, middle(0));
    const QPoint end = tray->viewport()->mapFrom(&open.page, over);
    for (int step = 1; step <= 4; ++step) QTest::mouseMove(tray->viewport(), middle(0) + (end - middle(0)) * step / 4);
    return end;
  };

  const QImage quiet = open.page.strip().grab().toImage();
  const QPoint end = drag_over();
  REQUIRE(open.page.view().gesture_is_running());
  CHECK(open.page.view().gesture()->is_allowed());
  CHECK(open.page.status().startsWith("2 items to "));
  QTest::keyClick(tray, Qt::Key_Escape);
  CHECK_FALSE(open.page.view().gesture_is_running());
  QTest::mouseMove(tray->viewport(), end);
  QTest::mouseRelease(tray->viewport(), Qt::LeftButton, {}, end);
  CHECK(open.edits() == before);
  CHECK(different_pixels(open.page.strip().grab().toImage(), quiet) == 0);

  drag_over();
  QTest::mouseRelease(tray->viewport(), Qt::LeftButton, {}, end);
  CHECK(open.edits() == before + 1);
  CHECK(tray->count() == unplaced - 2);
  int placed = 0;
  for (const Placement& placement : open.portfolio().all<Placement>()) placed += placement.period == quarter && !placement.start;
  CHECK(placed >= 2);
  REQUIRE(open.sample.document().undo());
  CHECK(tray->count() == unplaced);
}

TEST_CASE("The strip stays at the bottom and follows the timeline sideways") {
  OpenRoadmap open;
  open.page.view().set_zoom(2);
  QScrollBar* bar = open.page.view().horizontalScrollBar();
  REQUIRE(bar->maximum() > 0);
  bar->setValue(bar->maximum());
  CHECK(open.page.strip().horizontalScrollBar()->value() == bar->maximum());
  CHECK(open.page.strip().geometry().top() >= open.page.view().geometry().bottom());
}

TEST_CASE("Names of lanes and teams and the quarters stay in sight, and clicks meet what is seen there") {
  OpenRoadmap open;
  SceneView& view = open.page.view();
  open.page.resize(1000, 420);
  view.set_zoom(3);
  QTest::qWait(20);
  const views::Frozen frozen = view.scene().frozen;
  REQUIRE(frozen.left > 50);
  REQUIRE(frozen.top > 40);
  const auto picture = [](SceneView& of, const QRect& area) { return of.viewport()->grab(area).toImage(); };
  const QRect column(0, 0, static_cast<int>(frozen.left), 60);
  const QImage names = picture(view, column);
  const QImage teams = picture(open.page.strip(), column);
  view.horizontalScrollBar()->setValue(600);
  CHECK(different_pixels(picture(view, column), names) == 0);
  CHECK(different_pixels(picture(open.page.strip(), column), teams) == 0);
  const QRect head(static_cast<int>(frozen.left) + 2, 0, 300, static_cast<int>(frozen.top));
  const QImage quarters = picture(view, head);
  REQUIRE(view.verticalScrollBar()->maximum() > 30);
  view.verticalScrollBar()->setValue(30);
  CHECK(different_pixels(picture(view, head), quarters) == 0);

  // The head and the column are where they are seen; the rest is where it was scrolled to.
  CHECK(view.to_scene({10, 10}).x == 10);
  CHECK(view.to_scene({10, 10}).y == 10);
  const QPoint body(400, 300);
  CHECK(view.to_scene(body).x == 1000);
  CHECK(view.to_scene(body).y == 330);
  // Nothing that the keyboard goes to hides under them.
  for (const auto& one : view.marks()) {
    if (one.mark.kind != views::MarkKind::item) continue;
    view.set_current(one.mark);
    const QRect shown = view.on_viewport(one.bounds);
    CHECK(shown.left() + 1 >= static_cast<int>(frozen.left));  // an outline lies on whole pixels
    CHECK(shown.top() >= static_cast<int>(frozen.top));
  }
}

TEST_CASE("What breaks a rule is counted, and stepping goes through all of it with the reason") {
  OpenRoadmap open;
  const std::size_t before = open.page.conflicts().size();
  open.sample.document().edit("Promise", [&](storage::Edit& edit) {
    Item item = item_of(edit.portfolio(), "CDP-112");
    item.deadline = make_date(2027, 1, 8);
    edit.update(item);
  });
  REQUIRE(open.page.conflicts().size() == before + 1);
  bool found = false;
  for (std::size_t step = 0; step < open.page.conflicts().size(); ++step) {
    open.page.step_conflict(1);
    CHECK(open.page.message().isVisible());
    if (!open.page.message().text().contains("deadline of 8 Jan 2027")) continue;
    found = true;
    CHECK(open.sample.selection().current_item() == item_of(open.portfolio(), "CDP-112").id);
    CHECK(open.page.view().current() == item_mark(open.portfolio(), "CDP-112"));
  }
  CHECK(found);
  CHECK(open.page.status().contains("conflict"));
}

TEST_CASE("Too much work is a conflict of the team, and the bars behind it say so") {
  OpenRoadmap open;
  open.sample.document().edit("Less people", [&](storage::Edit& edit) {
    const Period* first = edit.portfolio().periods_in_order(PeriodKind::quarter).front();
    const Team* platform = edit.portfolio().teams_in_order().front();
    for (const Capacity& row : edit.portfolio().owned_by<&Capacity::team>(platform->id))
      if (row.period == first->id) {
        Capacity less = row;
        less.typed = 10;
        return edit.update(less);
      }
  });
  const auto& conflicts = open.page.conflicts();
  CHECK(
      std::any_of(conflicts.begin(), conflicts.end(), [](const auto& one) { return one.kind == views::MarkKind::team_period; }));
  const std::string said = open.page.view().find(item_mark(open.portfolio(), "CDP-112"))->description;
  CHECK(said.find("Over capacity: ") != std::string::npos);
  CHECK(said.find("Platform, 2027 Q1") != std::string::npos);
}

TEST_CASE("Milestones are added, renamed, dragged and deleted, one edit each") {
  OpenRoadmap open;
  SceneView& view = open.page.view();
  const auto editor = [&] { return view.findChild<QLineEdit*>("milestone_title"); };
  const std::string dump = open.sample.dump();
  const std::size_t edits = open.edits();

  // A double click between the milestones opens a line; Escape leaves nothing.
  const Milestone& known = *open.portfolio().all<Milestone>().begin();
  const views::Rect diamond = bounds_of(view, {views::MarkKind::milestone, known.id.value, 0});
  const views::Rect first_bar = open.bar("CDP-112");
  const views::Point ground{first_bar.x + 30, diamond.centre().y};
  QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, on_screen(view, ground));
  REQUIRE(editor() != nullptr);
  QTest::keyClicks(editor(), "Pilot");
  QTest::keyClick(editor(), Qt::Key_Escape);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(open.sample.dump() == dump);
  QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, on_screen(view, ground));
  REQUIRE(editor() != nullptr);
  QTest::keyClicks(editor(), "Pilot");
  QTest::keyClick(editor(), Qt::Key_Return);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(open.edits() == edits + 1);
  MilestoneId pilot;
  for (const Milestone& one : open.portfolio().all<Milestone>())
    if (one.title == "Pilot") pilot = one.id;
  REQUIRE(pilot);

  const MarkId mark{views::MarkKind::milestone, pilot.value, 0};
  const Date was = open.portfolio().find(pilot)->date;
  const views::Point at = bounds_of(view, mark).centre();
  drag(view, at, {at.x + 60, at.y}, true);
  CHECK(open.portfolio().find(pilot)->date == was);
  drag(view, at, {at.x + 60, at.y});
  CHECK(was < open.portfolio().find(pilot)->date);
  CHECK(open.edits() == edits + 2);

  view.set_current(mark);
  QTest::keyClick(&view, Qt::Key_F2);
  REQUIRE(editor() != nullptr);
  QTest::keyClicks(editor(), "First pilot");
  QTest::keyClick(editor(), Qt::Key_Return);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  CHECK(open.portfolio().find(pilot)->title == "First pilot");
  CHECK(open.edits() == edits + 3);

  view.set_current(mark);
  QTest::keyClick(&view, Qt::Key_Delete);
  CHECK(open.portfolio().find(pilot) == nullptr);
  for (int step = 0; step < 4; ++step) REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("Cards of the board go to another quarter with their length, all selected ones together") {
  OpenRoadmap open;
  open.page.show_shape(RoadmapPage::Shape::board);
  SceneView& view = open.page.view();
  const auto quarters = open.portfolio().periods_in_order(PeriodKind::quarter);
  const Span was = *span_of_item(open.portfolio(), "CDP-112");
  const std::string dump = open.sample.dump();
  const auto column = [&](std::size_t at) {
    std::size_t seen = 0;
    for (const views::Shape& shape : view.scene().shapes)
      if (shape.mark.kind == views::MarkKind::lane && seen++ == at) return views::bounds_of(shape);
    FAIL("there is no such column");
    return views::Rect{};
  };
  open.sample.selection().select({item_of(open.portfolio(), "CDP-112").id, item_of(open.portfolio(), "CDP-125").id});
  const views::Point card = open.bar("CDP-112").centre();
  drag(view, card, {column(2).centre().x, card.y}, true);
  CHECK(open.sample.dump() == dump);
  drag(view, card, {column(2).centre().x, card.y});
  for (const char* key : {"CDP-112", "CDP-125"})
    CHECK(span_of_item(open.portfolio(), key)->start == quarters[2]->start);  // both began with their quarter
  const Span now = *span_of_item(open.portfolio(), "CDP-112");
  CHECK(days_between(now.start, now.finish) == days_between(was.start, was.finish));
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);

  // Back among what is not placed, by keyboard: past the last quarter.
  open.sample.selection().clear();
  view.set_current(item_mark(open.portfolio(), "CDP-165"));
  QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
  CHECK_FALSE(span_of_item(open.portfolio(), "CDP-165").has_value());
}

TEST_CASE("Cards of Now-Next-Later go to another horizon, by hand and by keyboard; Escape leaves nothing") {
  OpenRoadmap open;
  open.page.set_today(make_date(2027, 1, 18));
  open.page.show_shape(RoadmapPage::Shape::now_next_later);
  SceneView& view = open.page.view();
  const auto quarters = open.portfolio().periods_in_order(PeriodKind::quarter);
  const Span was = *span_of_item(open.portfolio(), "CDP-112");
  REQUIRE(was.start == quarters[0]->start);
  const std::string dump = open.sample.dump();
  const std::size_t edits = open.edits();
  const views::Point card = open.bar("CDP-112").centre();
  const views::Point later{view.scene().size.width * 5 / 6, card.y};
  drag(view, card, later, true);
  CHECK(open.sample.dump() == dump);
  drag(view, card, later);
  CHECK(open.edits() == edits + 1);
  CHECK(span_of_item(open.portfolio(), "CDP-112")->start == quarters[2]->start);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);

  view.set_current(item_mark(open.portfolio(), "CDP-112"));
  QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
  CHECK(span_of_item(open.portfolio(), "CDP-112")->start == quarters[1]->start);
  REQUIRE(open.sample.document().undo());
  CHECK(open.sample.dump() == dump);
}

TEST_CASE("Every card of Now-Next-Later can be reached, however low the window is") {
  OpenRoadmap open;
  open.page.set_today(make_date(2027, 1, 18));
  open.page.show_shape(RoadmapPage::Shape::now_next_later);
  open.page.resize(900, 360);
  QTest::qWait(20);
  SceneView& view = open.page.view();
  REQUIRE(view.verticalScrollBar()->maximum() > 0);
  const MarkId last = view.marks().back().mark;
  view.set_current(last);
  CHECK(view.viewport()->rect().contains(view.on_viewport(bounds_of(view, last))));
}

TEST_CASE("A horizon without a period says what to do") {
  OpenRoadmap open;
  open.page.set_today(add_days(open.portfolio().periods_in_order(PeriodKind::quarter).back()->start, 5));
  open.page.show_shape(RoadmapPage::Shape::now_next_later);
  const std::string dump = open.sample.dump();
  open.page.view().set_current(item_mark(open.portfolio(), "CDP-112"));
  QTest::keyClick(&open.page.view(), Qt::Key_Right, Qt::ControlModifier);
  CHECK(open.sample.dump() == dump);
  CHECK(open.page.message().text().contains("no period for Next"));
}

TEST_CASE("On the board by stage a card takes the stage of its column") {
  OpenRoadmap open;
  open.page.show_shape(RoadmapPage::Shape::board);
  open.page.show_columns(views::BoardColumns::stages);
  open.page.view().set_current(item_mark(open.portfolio(), "CDP-118"));
  REQUIRE(item_of(open.portfolio(), "CDP-118").stage == Stage::ready);
  QTest::keyClick(&open.page.view(), Qt::Key_Right, Qt::ControlModifier);
  CHECK(item_of(open.portfolio(), "CDP-118").stage == Stage::building);
}

TEST_CASE("A scrolled view shows the same as one that is painted anew") {
  OpenRoadmap open;
  open.page.resize(900, 420);
  SceneView& view = open.page.view();
  view.set_zoom(2);
  QTest::qWait(20);
  QEvent leave(QEvent::Leave);  // no handle under the pointer
  QCoreApplication::sendEvent(view.viewport(), &leave);
  view.viewport()->grab();
  for (const int value : {30, 75, 10}) {
    view.verticalScrollBar()->setValue(value);
    view.horizontalScrollBar()->setValue(value * 3);
    const QImage scrolled = view.viewport()->grab().toImage();
    view.refresh();  // forgets the pixels
    CHECK(different_pixels(scrolled, view.viewport()->grab().toImage()) < 30);
  }
}

TEST_CASE("An empty roadmap offers its next step, and no longer once there is something to see") {
  OpenSample sample(workbench::Template::quarterly);
  RoadmapPage page(sample.context());
  int asked = 0;
  sample.context().actions.add({"backlog.new_item", "Edit", "New item", {}}, [&] { ++asked; });
  show(page);
  const auto steps = [&] { return page.findChildren<QPushButton*>("next_step"); };
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->isVisible());
  CHECK(steps().front()->text() == "New item");
  steps().front()->click();
  CHECK(asked == 1);
  REQUIRE(sample.document().edit("Take the roadmaps", [](storage::Edit& edit) {
    std::vector<RoadmapId> all;
    for (const Roadmap& one : edit.portfolio().all<Roadmap>()) all.push_back(one.id);
    for (const RoadmapId one : all) edit.erase(one);
    Item item;
    item.title = "First";
    edit.insert(item);
  }));
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->text() == "Add a roadmap");
  steps().front()->click();
  CHECK(sample.portfolio().roadmap_by_name({}) != nullptr);
  CHECK(steps().empty());
  REQUIRE(sample.document().undo());
  CHECK(sample.portfolio().roadmap_by_name({}) == nullptr);
}

}  // namespace tradewind::gui
