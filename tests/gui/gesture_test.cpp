// Drags on drawn views: one edit on release, nothing on Escape, undo takes it back.
#include "gui/pages/prioritize_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene/bar_gesture.h"
#include "gui/scene/bubble_gesture.h"
#include "gui/scene_hands.h"

namespace tradewind::gui {
TEST_CASE("A bar moves by whole weeks, one edit, and undo brings it back") {
  OpenSample sample;
  RoadmapPage page(sample.context());
  show(page);
  const std::string before = sample.dump();
  const Span was = *span_of_item(sample.portfolio(), "CDP-112");
  const views::Rect bar = bounds_of(page.view(), item_mark(sample.portfolio(), "CDP-112"));
  const std::size_t edits = sample.document().workspace().history().size();
  drag(page.view(), bar.centre(), {bar.centre().x + 120, bar.centre().y}, false);
  const Span now = *span_of_item(sample.portfolio(), "CDP-112");
  CHECK(days_between(was.start, now.start) > 0);
  CHECK(days_between(was.start, now.start) % 7 == 0);
  CHECK(days_between(was.start, was.finish) == days_between(now.start, now.finish));
  CHECK(sample.document().workspace().history().size() == edits + 1);
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("The end of a bar changes its length; Escape leaves everything as it was") {
  OpenSample sample;
  RoadmapPage page(sample.context());
  show(page);
  const std::string before = sample.dump();
  const Span was = *span_of_item(sample.portfolio(), "CDP-112");
  const views::Rect bar = bounds_of(page.view(), item_mark(sample.portfolio(), "CDP-112"));
  const views::Point end{bar.right() - 3, bar.centre().y};
  drag(page.view(), end, {end.x + 90, end.y}, true);
  CHECK(sample.dump() == before);
  drag(page.view(), end, {end.x + 90, end.y}, false);
  const Span now = *span_of_item(sample.portfolio(), "CDP-112");
  CHECK(now.start == was.start);
  CHECK(was.finish < now.finish);
}

TEST_CASE("A bubble that is dragged changes impact and effort in one edit, Escape nothing") {
  OpenSample sample;
  PrioritizePage page(sample.context());
  show(page);
  const std::string before = sample.dump();
  const Item* item = sample.portfolio().item_by_key("CDP-117");
  const double effort = sample.portfolio().likely_effort(item->id).value();
  const views::Rect bubble = bounds_of(page.matrix(), item_mark(sample.portfolio(), "CDP-117"));
  drag(page.matrix(), bubble.centre(), {bubble.centre().x + 80, bubble.centre().y + 60}, true);
  CHECK(sample.dump() == before);
  drag(page.matrix(), bubble.centre(), {bubble.centre().x + 80, bubble.centre().y}, false);
  CHECK(sample.portfolio().likely_effort(sample.portfolio().item_by_key("CDP-117")->id).value() > effort);
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("A placement in a period goes to the period under the pointer") {
  OpenSample sample(workbench::Template::quarterly);
  const auto quarters = sample.portfolio().periods_in_order(PeriodKind::quarter);
  REQUIRE(quarters.size() >= 3);
  Placement placement;
  placement.period = quarters[0]->id;
  const views::TimeAxis axis(quarters[0]->start, quarters[2]->end, 100, 1000);
  const BarMove moved = moved_placement(sample.portfolio(), placement, BarPart::whole, axis, 150, 950);
  CHECK(moved.placement.period == quarters[2]->id);
  CHECK(moved.span == Span{quarters[2]->start, quarters[2]->end});
}

TEST_CASE("The keyboard goes from bar to bar, and Alt with an arrow moves the selected one by a week") {
  OpenSample sample;
  RoadmapPage page(sample.context());
  show(page);
  QTest::keyClick(&page.view(), Qt::Key_Down);
  const MarkId first = page.view().current();
  CHECK(first.kind != views::MarkKind::none);
  QTest::keyClick(&page.view(), Qt::Key_Right);
  CHECK_FALSE(page.view().current() == first);
  sample.selection().select(sample.portfolio().item_by_key("CDP-112")->id);
  const Span was = *span_of_item(sample.portfolio(), "CDP-112");
  page.shift_selected(1);
  CHECK(days_between(was.start, span_of_item(sample.portfolio(), "CDP-112")->start) == 7);
  page.take_off_selected();
  CHECK_FALSE(span_of_item(sample.portfolio(), "CDP-112").has_value());
}

}  // namespace tradewind::gui
