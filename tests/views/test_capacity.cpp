// What a change that is not made yet does to the load of the teams, and how the strip shows it.
#include <algorithm>

#include "support/catch.h"
#include "tradewind/domain/validate.h"
#include "tradewind/views/capacity.h"
#include "tradewind/views/timeline.h"
#include "views/roadmap_fixture.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using tradewind::testing::RoadmapFixture;

namespace {

const FixedWidthMeasurer measurer;

struct Planned : RoadmapFixture {
  Planned() {
    cache = item("Cache", latency.id, 40);
    place(cache, quarters[0].start, quarters[0].end);
    const Item other = item("Search", adoption.id, 20);
    place(other, quarters[1].start, quarters[1].end);
    for (const Period& quarter : quarters) capacity(platform, quarter, 48, 6);
    frame.axis = TimeAxis(quarters.front().start, quarters.back().end, 116, 1432);
    frame.width = 1440;
  }
  ItemWork work(const Period& quarter, TeamId team) const {
    ItemWork work;
    work.spans = {{quarter.start, quarter.end}};
    Estimate estimate;
    estimate.team = team;
    estimate.likely = 40;
    work.estimates = {estimate};
    return work;
  }
  static double planned(const std::vector<TeamLoad>& loads, TeamId team, PeriodId period) {
    for (const TeamLoad& load : loads)
      if (load.team == team && load.period == period) return load.planned;
    return -1;
  }
  Item cache;
  CapacityFrame frame;
};

}  // namespace

TEST_CASE("moving an item changes the loads as planning it there would") {
  Planned plan;
  const auto now = shown_loads(plan.portfolio, plan.roadmap.id, plan.frame);
  CHECK(now.size() == 8);
  const auto then = loads_with(now, plan.work(plan.quarters[0], plan.platform.id), plan.work(plan.quarters[1], plan.platform.id),
                               plan.portfolio);
  CHECK(Planned::planned(then, plan.platform.id, plan.quarters[0].id) == Approx(0).margin(1e-9));
  CHECK(Planned::planned(then, plan.platform.id, plan.quarters[1].id) == Approx(60));
  const auto given =
      loads_with(now, plan.work(plan.quarters[0], plan.platform.id), plan.work(plan.quarters[0], plan.apps.id), plan.portfolio);
  CHECK(Planned::planned(given, plan.platform.id, plan.quarters[0].id) == Approx(0).margin(1e-9));
  CHECK(Planned::planned(given, plan.apps.id, plan.quarters[0].id) == Approx(40));
}

TEST_CASE("cells that a change touches show both loads, the others are grey") {
  Planned plan;
  const auto now = shown_loads(plan.portfolio, plan.roadmap.id, plan.frame);
  const auto then = loads_with(now, plan.work(plan.quarters[0], plan.platform.id), plan.work(plan.quarters[1], plan.platform.id),
                               plan.portfolio);
  const Scene scene = layout_capacity(plan.portfolio, plan.frame, {now, then}, measurer);
  checks::check_nothing_is_clipped(scene);
  CHECK(checks::has_text(scene, "46 → "));
  CHECK(checks::has_text(scene, "26 → "));
  bool red = false;
  for (const TextShape* text : checks::texts_of(scene))
    if (text->text == "66") red = text->style.color == Token::danger && text->style.weight == Weight::semibold;
  CHECK(red);
  std::size_t told = 0;
  for (const Shape& shape : scene.shapes) told += shape.mark.description.find("; now ") != std::string::npos ? 1 : 0;
  CHECK(told == 2);
  CHECK(scene.size.height == capacity_height(plan.portfolio, now));
  for (const double width : {500.0, 800.0}) {
    plan.frame.axis = TimeAxis(plan.quarters.front().start, plan.quarters.back().end, 104, width - 8);
    plan.frame.width = width;
    checks::check_nothing_is_clipped(layout_capacity(plan.portfolio, plan.frame, {now, then}, measurer));
  }
}

TEST_CASE("what the window calls over capacity is what the findings call so, and its figures show it") {
  for (const double much : {1.96, 2.0, 2.04, 2.2, 2.4, 2.6, 30.0}) {
    CAPTURE(much);
    Planned plan;
    plan.place(plan.item("Much", plan.latency.id, much), plan.quarters[0].start, plan.quarters[0].end);
    TimelineOptions options;
    options.today = make_date(2027, 1, 18);
    const Timeline timeline = arrange_timeline(plan.portfolio, options, measurer);
    const auto all = findings(plan.portfolio, plan.roadmap.id);
    const auto over = std::count_if(all.begin(), all.end(), [](const Finding& one) { return one.rule == "over-capacity"; });
    REQUIRE(std::ssize(timeline.conflicts) == over);
    CHECK(over == (much > 2.1 ? 1 : 0));
    if (much == 2.4) {
      CHECK(in_words(timeline.conflicts[0].sentence).find("48.4 of 48.0 person-weeks") != std::string::npos);
      CHECK(in_words(timeline.conflicts[0].sentence).find("over capacity by 0.4") != std::string::npos);
    }
  }
}

TEST_CASE("an overload is a conflict of the team and is marked under the bars behind it") {
  Planned plan;
  plan.place(plan.item("Much", plan.latency.id, 30), plan.quarters[0].start, plan.quarters[0].end);
  TimelineOptions options;
  options.today = make_date(2027, 1, 18);
  const Timeline timeline = arrange_timeline(plan.portfolio, options, measurer);
  REQUIRE(timeline.conflicts.size() == 1);
  CHECK(timeline.conflicts[0].kind == MarkKind::team_period);
  CHECK(timeline.conflicts[0].second == plan.quarters[0].id.value);
  CHECK(in_words(timeline.conflicts[0].sentence).find("over capacity by 28") != std::string::npos);
  std::size_t lines = 0;
  for (const Shape& shape : timeline.scene.shapes)
    if (const auto* rect = std::get_if<RectShape>(&shape.what))
      lines += rect->fill == Token::danger && rect->rect.height == 2 && rect->rect.width > 20 ? 1 : 0;
  CHECK(lines == 2);
  REQUIRE(timeline.plan.has_value());
  CHECK(timeline.plan->bars.size() == 3);
  CHECK(timeline.plan->lanes.front().key == plan.latency.id.value);
}

TEST_CASE("the conflicts without a picture are those of the picture") {
  Planned plan;
  const Item much = plan.item("Much", plan.latency.id, 30);
  const Item soon = plan.item("Soon", plan.latency.id, 60);
  plan.place(much, plan.quarters[0].start, plan.quarters[0].end);
  plan.place(soon, plan.quarters[3].start, plan.quarters[3].end);
  plan.depends(plan.cache, soon);
  const auto check_same = [&](const TimelineOptions& options, std::size_t count) {
    const auto alone = timeline_conflicts(plan.portfolio, options);
    const auto drawn = arrange_timeline(plan.portfolio, options, measurer).conflicts;
    CHECK(alone.size() == count);
    REQUIRE(alone.size() == drawn.size());
    for (std::size_t at = 0; at < alone.size(); ++at) {
      CHECK(alone[at].kind == drawn[at].kind);
      CHECK(alone[at].id == drawn[at].id);
      CHECK(alone[at].second == drawn[at].second);
      CHECK(alone[at].sentence == drawn[at].sentence);
      CHECK(alone[at].excess == drawn[at].excess);
    }
  };
  TimelineOptions options;
  options.today = make_date(2027, 1, 18);
  check_same(options, 3);
  options.room_to_plan = true;
  check_same(options, 3);
  const auto all = timeline_conflicts(plan.portfolio, options);
  CHECK(all[0].excess == 0);
  CHECK(all[1].excess == Approx(28));
  CHECK(all[2].excess == Approx(18));
  options.to = plan.quarters[1].end;
  check_same(options, 2);
  plan.roadmap.filter = "title:";
  plan.portfolio.update(plan.roadmap);
  check_same(options, 0);
  CHECK(timeline_conflicts(Portfolio{}, options).empty());
}

TEST_CASE("work in a period breaks an order only where no day of the period would do") {
  RoadmapFixture fixture;
  const Item first = fixture.item("First");
  const Item second = fixture.item("Second");
  fixture.depends(second, first);
  const auto put = [&](const Item& item, const Period& quarter) {
    Placement row;
    row.id = PlacementId{fixture.next_id++};
    row.roadmap = fixture.roadmap.id;
    row.item = item.id;
    row.period = quarter.id;
    fixture.portfolio.insert(row);
    return row.id;
  };
  const PlacementId before = put(first, fixture.quarters[1]);
  put(second, fixture.quarters[1]);
  TimelineOptions options;
  options.today = make_date(2027, 1, 18);
  CHECK(arrange_timeline(fixture.portfolio, options, measurer).conflicts.empty());
  fixture.portfolio.erase(before);
  put(first, fixture.quarters[2]);
  CHECK(arrange_timeline(fixture.portfolio, options, measurer).conflicts.size() == 1);
}
