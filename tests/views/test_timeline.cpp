// The timeline's promises: bars at their dates, nothing over anything, conflicts marked, nothing lost.
#include <algorithm>
#include <chrono>
#include <random>

#include "support/catch.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/timeline.h"
#include "views/roadmap_fixture.h"
#include "views/timeline_packing.h"

using namespace tradewind;
using namespace tradewind::views;
using tradewind::testing::RoadmapFixture;

namespace {

const FixedWidthMeasurer measurer;

TimelineOptions at_width(double width) {
  TimelineOptions options;
  options.today = make_date(2027, 1, 18);
  options.width = width;
  return options;
}

std::vector<std::string> texts_of(const Scene& scene) {
  std::vector<std::string> texts;
  for (const Shape& shape : scene.shapes)
    if (const auto* text = std::get_if<TextShape>(&shape.what)) texts.push_back(text->text);
  return texts;
}
/// Also where a sentence goes over several lines.
bool says(const Scene& scene, const std::string& part) {
  std::string all;
  for (const std::string& text : texts_of(scene)) all += text + " ";
  return all.find(part) != std::string::npos;
}
/// The bar of an item: its only marked rectangle.
const Shape* bar_of(const Scene& scene, ItemId item) {
  for (const Shape& shape : scene.shapes)
    if (shape.mark.kind == MarkKind::item && shape.mark.id == item.value && std::holds_alternative<RectShape>(shape.what))
      return &shape;
  return nullptr;
}
Rect rect_of(const Scene& scene, ItemId item) {
  const Shape* bar = bar_of(scene, item);
  REQUIRE(bar != nullptr);
  return bounds_of(*bar);
}

void check_inside_and_apart(const Scene& scene) {
  std::vector<std::pair<Rect, std::int64_t>> marks;
  for (const Shape& shape : scene.shapes) {
    const Rect box = bounds_of(shape);
    if (std::holds_alternative<TextShape>(shape.what)) {
      CHECK(box.x >= 0);
      CHECK(box.right() <= scene.size.width);
      CHECK(box.bottom() <= scene.size.height);
      const auto& text = std::get<TextShape>(shape.what);
      CHECK(measurer.width(text.text, text.style) <= text.box.width + 0.6);
    }
    if (shape.mark.kind == MarkKind::item) marks.emplace_back(box, shape.mark.id);
  }
  for (std::size_t a = 0; a < marks.size(); ++a)
    for (std::size_t b = a + 1; b < marks.size(); ++b)
      if (marks[a].second != marks[b].second) {
        CAPTURE(marks[a].second, marks[b].second);
        CHECK_FALSE(marks[a].first.overlaps(marks[b].first));
      }
}

}  // namespace

TEST_CASE("the axis maps days to x and back") {
  const TimeAxis axis(make_date(2027, 1, 1), make_date(2028, 1, 1), 100, 830);
  CHECK(axis.x_of(make_date(2027, 1, 1)) == Approx(100));
  CHECK(axis.x_of(make_date(2028, 1, 1)) == Approx(830));
  CHECK(axis.day_width() == Approx(2));
  for (int day = 0; day < 365; ++day)
    CHECK(axis.date_of(axis.x_of(add_days(make_date(2027, 1, 1), day)) + 0.5) == add_days(make_date(2027, 1, 1), day));
}

TEST_CASE("periods of the workspace are continued by the calendar where they end") {
  RoadmapFixture fixture;
  const auto periods = periods_covering(fixture.portfolio, PeriodKind::quarter, make_date(2026, 11, 1), make_date(2028, 2, 1));
  REQUIRE(periods.size() == 6);
  CHECK(periods.front().name == "2026Q4");
  CHECK_FALSE(periods.front().id);
  CHECK(periods[1].id == fixture.quarters.front().id);
  CHECK(periods.back().name == "2028Q1");
  for (std::size_t i = 1; i < periods.size(); ++i) CHECK(periods[i].start == periods[i - 1].end);
  CHECK(periods_covering(fixture.portfolio, PeriodKind::sprint, make_date(2027, 1, 1), make_date(2027, 3, 1)).empty());
}

TEST_CASE("rows are packed first-fit, without touching") {
  using timeline::Extent;
  CHECK(timeline::pack_rows({{0, 10}, {5, 20}, {12, 30}, {19, 40}, {25, 50}}, 2) == std::vector<std::size_t>{0, 1, 0, 2, 1});
  CHECK(timeline::pack_rows({}, 2).empty());
}

TEST_CASE("bars lie at their dates") {
  RoadmapFixture fixture;
  const Item early = fixture.item("Cache", fixture.latency.id);
  const Item late = fixture.item("Search", fixture.latency.id);
  fixture.place(early, make_date(2027, 1, 1), make_date(2027, 4, 1));
  fixture.place(late, make_date(2027, 10, 1), make_date(2028, 1, 1));
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  const Rect first = rect_of(scene, early.id);
  const Rect second = rect_of(scene, late.id);
  CHECK(first.right() < second.x);
  CHECK(first.y == second.y);
  CHECK(first.width == Approx(second.width * 90 / 92).margin(1.5));
  CHECK(scene.size.width == 1440);
  CHECK(bar_of(scene, early.id)->mark.description.find("1 Jan 2027 to 31 Mar 2027") != std::string::npos);
}

TEST_CASE("no bar or label covers another, at any width") {
  RoadmapFixture fixture;
  std::mt19937 random(3);
  for (int i = 0; i < 60; ++i) {
    const Item item = fixture.item("An item with a name of some length " + std::to_string(i), i % 3 == 0   ? OutcomeId{}
                                                                                              : i % 3 == 1 ? fixture.latency.id
                                                                                                           : fixture.adoption.id);
    const Date start = add_days(make_date(2027, 1, 1), static_cast<int>(random() % 340));
    fixture.place(item, start, add_days(start, 1 + static_cast<int>(random() % 90)));
  }
  for (const double width : {480.0, 1024.0, 1440.0, 3000.0}) {
    CAPTURE(width);
    const Scene scene = layout_timeline(fixture.portfolio, at_width(width), measurer);
    for (const Item& item : fixture.portfolio.all<Item>()) CHECK(bar_of(scene, item.id) != nullptr);
    check_inside_and_apart(scene);
  }
}

TEST_CASE("a broken order and a missed deadline are outlined and said") {
  RoadmapFixture fixture;
  const Item first = fixture.item("First");
  const Item second = fixture.item("Second");
  const Item third = fixture.item("Third");
  fixture.place(first, make_date(2027, 1, 1), make_date(2027, 4, 1));
  fixture.place(second, make_date(2027, 3, 1), make_date(2027, 5, 1));
  fixture.place(third, make_date(2027, 5, 1), make_date(2027, 8, 1));
  fixture.depends(second, first);
  fixture.depends(third, second);
  Item with_deadline = third;
  with_deadline.deadline = make_date(2027, 7, 30);
  fixture.portfolio.update(with_deadline);
  Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  CHECK(bar_of(scene, second.id)->mark.description.find("starts before First has finished") != std::string::npos);
  CHECK(bar_of(scene, third.id)->mark.description.find("Conflict") == std::string::npos);  // the last day of work, a Friday
  CHECK(says(scene, "1 conflict"));

  with_deadline.deadline = make_date(2027, 7, 29);
  fixture.portfolio.update(with_deadline);
  scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  CHECK(bar_of(scene, third.id)->mark.description.find("deadline of 29 Jul 2027") != std::string::npos);
  CHECK(says(scene, "2 conflicts"));
}

TEST_CASE("each dependency between placed items has one line that ends at its successor") {
  RoadmapFixture fixture;
  const Item first = fixture.item("First", fixture.latency.id);
  const Item second = fixture.item("Second", fixture.adoption.id);
  const Item unplaced = fixture.item("Third");
  fixture.place(first, make_date(2027, 1, 1), make_date(2027, 3, 1));
  fixture.place(second, make_date(2027, 6, 1), make_date(2027, 8, 1));
  fixture.depends(second, first);
  fixture.depends(unplaced, second);
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  std::vector<const PathShape*> lines;
  for (const Shape& shape : scene.shapes)
    if (shape.mark.kind == MarkKind::dependency) lines.push_back(&std::get<PathShape>(shape.what));
  REQUIRE(lines.size() == 1);
  const Rect to = rect_of(scene, second.id);
  CHECK(lines[0]->points.back().y == to.centre().y);
  CHECK(lines[0]->points.back().x == Approx(to.x).margin(6));
  for (std::size_t i = 1; i < lines[0]->points.size(); ++i) {
    const Point a = lines[0]->points[i - 1];
    const Point b = lines[0]->points[i];
    CHECK((a.x == b.x || a.y == b.y));
  }
}

TEST_CASE("lanes follow the rule, and what fits none has its own") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Cache", fixture.adoption.id);
  Item fire = fixture.item("Hotfix");
  fire.allocation_class = fixture.firefighting.id;
  fire.stage = Stage::building;
  fixture.portfolio.update(fire);
  for (const Item& one : {item, fire}) fixture.place(one, make_date(2027, 1, 1), make_date(2027, 4, 1));
  const auto lanes = [&](LaneRule rule) {
    TimelineOptions options = at_width(1440);
    options.lanes = rule;
    std::vector<std::string> titles;
    const Scene scene = layout_timeline(fixture.portfolio, options, measurer);
    for (const Shape& shape : scene.shapes)
      if (const auto* text = std::get_if<TextShape>(&shape.what); text != nullptr && text->box.x == 16 && text->box.height == 16)
        titles.push_back(text->text);
    return titles;
  };
  CHECK(lanes(LaneRule::outcome) == std::vector<std::string>{"Latency", "Adoption", "No outcome"});
  CHECK(lanes(LaneRule::team) == std::vector<std::string>{"Platform", "Clinical Apps"});
  CHECK(lanes(LaneRule::stage) == std::vector<std::string>{"Ready", "Building"});
  CHECK(lanes(LaneRule::allocation_class) == std::vector<std::string>{"Strategic", "Firefighting"});
}

TEST_CASE("the capacity strip counts planned work and reserve, and marks an overload") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Cache", fixture.latency.id, 44);
  fixture.place(item, fixture.quarters[0].start, fixture.quarters[0].end);
  for (const Period& quarter : fixture.quarters) fixture.capacity(fixture.platform, quarter, 48, 6);
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  std::vector<std::string> cells;
  for (const Shape& shape : scene.shapes)
    if (shape.mark.kind == MarkKind::team_period && shape.mark.id == fixture.platform.id.value)
      cells.push_back(shape.mark.description);
  REQUIRE(cells.size() == 1);  // one quarter is shown
  CHECK(cells[0] == "Platform, 2027 Q1: 50 of 48 person-weeks, 6 of them incident reserve; over capacity by 2");
  const auto texts = texts_of(scene);
  CHECK(std::count(texts.begin(), texts.end(), "50") == 1);
  CHECK(std::count(texts.begin(), texts.end(), "/48") == 1);
}

TEST_CASE("what is not on the picture is named under it") {
  RoadmapFixture fixture;
  fixture.place(fixture.item("Cache", fixture.latency.id), make_date(2027, 1, 1), make_date(2027, 4, 1));
  fixture.item("Search");
  fixture.item("Portal");
  Item wont = fixture.item("Never");
  wont.moscow = Moscow::wont;
  fixture.portfolio.update(wont);
  Milestone far;
  far.id = MilestoneId{1};
  far.title = "Jubilee";
  far.date = make_date(2040, 1, 1);
  fixture.portfolio.insert(far);
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  CHECK(says(scene, "2 items are not placed yet: Search and Portal."));
  CHECK(says(scene, "1 item is marked Won’t this time"));
  CHECK(says(scene, "Jubilee (1 Jan 2040)"));
}

TEST_CASE("names of milestones do not touch") {
  RoadmapFixture fixture;
  fixture.place(fixture.item("Cache", fixture.latency.id), make_date(2027, 1, 1), make_date(2028, 1, 1));
  for (int i = 0; i < 5; ++i) {
    Milestone milestone;
    milestone.id = MilestoneId{100 + i};
    milestone.title = "Milestone number " + std::to_string(i);
    milestone.date = add_days(make_date(2027, 6, 1), i);
    fixture.portfolio.insert(milestone);
  }
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1024), measurer);
  std::vector<Rect> names;
  for (const Shape& shape : scene.shapes)
    if (const auto* text = std::get_if<TextShape>(&shape.what); text != nullptr && text->text.find("Milestone number") == 0)
      names.push_back(text->box);
  CHECK(names.size() == 5);
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a + 1; b < names.size(); ++b) CHECK_FALSE(names[a].overlaps(names[b]));
}

TEST_CASE("the roadmap's filter decides what is shown, and a wrong one is explained") {
  RoadmapFixture fixture;
  const Item kept = fixture.item("Cache", fixture.latency.id);
  Item other = fixture.item("Search", fixture.latency.id);
  other.stage = Stage::idea;
  fixture.portfolio.update(other);
  for (const Item& one : {kept, other}) fixture.place(one, make_date(2027, 1, 1), make_date(2027, 4, 1));
  Roadmap roadmap = fixture.roadmap;
  roadmap.filter = "stage:ready";
  fixture.portfolio.update(roadmap);
  const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  CHECK(bar_of(scene, kept.id) != nullptr);
  CHECK(bar_of(scene, other.id) == nullptr);

  roadmap.filter = "nonsense:1";
  fixture.portfolio.update(roadmap);
  CHECK(says(layout_timeline(fixture.portfolio, at_width(1440), measurer), "cannot be read"));
}

TEST_CASE("an empty roadmap says what to do") {
  CHECK(says(layout_timeline(Portfolio{}, at_width(1440), measurer), "There is no roadmap yet."));
  RoadmapFixture fixture;
  CHECK(says(layout_timeline(fixture.portfolio, at_width(1440), measurer),
             "A roadmap shows what is done when, and with whose work."));
  fixture.item("Cache");
  CHECK(says(layout_timeline(fixture.portfolio, at_width(1440), measurer), "Nothing is placed on this roadmap yet."));
  for (const Period& quarter : fixture.quarters) fixture.portfolio.erase(quarter.id);
  CHECK(says(layout_timeline(fixture.portfolio, at_width(1440), measurer), "There are no periods to plan in yet."));
}

TEST_CASE("room to plan shows all coming periods, and a lane to drag the first item to") {
  RoadmapFixture fixture;
  TimelineOptions options = at_width(1440);
  options.today = add_days(fixture.quarters[1].start, 10);
  options.room_to_plan = true;
  fixture.item("Cache");
  const Timeline empty = arrange_timeline(fixture.portfolio, options, measurer);
  REQUIRE(empty.plan.has_value());
  CHECK(empty.plan->frame.axis.from() == fixture.quarters[1].start);
  CHECK(empty.plan->frame.axis.to() == fixture.quarters.back().end);
  REQUIRE_FALSE(empty.plan->lanes.empty());
  CHECK(empty.plan->lanes.front().rect.height > 20);
  CHECK(says(empty.scene, "nothing placed"));

  fixture.place(fixture.item("Search"), fixture.quarters.front().start, fixture.quarters.front().end);
  CHECK(arrange_timeline(fixture.portfolio, options, measurer).plan->frame.axis.from() == fixture.quarters.front().start);
  options.room_to_plan = false;
  CHECK(arrange_timeline(fixture.portfolio, options, measurer).plan->frame.axis.to() < fixture.quarters.back().end);
}

TEST_CASE("in narrow quarters over two years short names say where a year begins") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Cache", fixture.latency.id);
  fixture.place(item, make_date(2027, 1, 4), make_date(2028, 12, 20));
  const Scene wide = layout_timeline(fixture.portfolio, at_width(1440), measurer);
  CHECK(says(wide, "2027 Q1"));
  CHECK(says(wide, "2028 Q4"));
  bool named = false;
  for (double width = 480; width <= 900; width += 20) {
    const Scene scene = layout_timeline(fixture.portfolio, at_width(width), measurer);
    CAPTURE(width);
    CHECK((says(scene, "2028") || says(scene, "’28")));
    check_inside_and_apart(scene);
    const auto texts = texts_of(scene);
    named = named || std::find(texts.begin(), texts.end(), "Q1 ’28") != texts.end();
  }
  CHECK(named);
  const auto names = names_in_row(make_periods(PeriodKind::quarter, make_date(2027, 7, 1), 4));
  CHECK(names[0] == std::vector<std::string>{"2027 Q3", "Q3 ’27", "’27"});
  CHECK(names[1] == std::vector<std::string>{"2027 Q4", "Q4", "Q4"});
  CHECK(names[2] == std::vector<std::string>{"2028 Q1", "Q1 ’28", "’28"});
  // In one year nobody needs to be told.
  CHECK(names_in_row(make_periods(PeriodKind::quarter, make_date(2027, 1, 1), 4)).front().back() == "Q1");
}

TEST_CASE("long titles of lanes stand in whole words, on more lines where the lane is tall anyway") {
  RoadmapFixture fixture;
  fixture.outcome(90, "Speed up notifications for the clinicians on call", 2);
  for (int at = 0; at < 6; ++at) {
    const Item item = fixture.item("Item " + std::to_string(at), OutcomeId{90});
    fixture.place(item, make_date(2027, 1, 4), make_date(2027, 12, 1));
  }
  const auto texts = texts_of(layout_timeline(fixture.portfolio, at_width(1000), measurer));
  std::string title;
  for (const std::string& text : texts)
    if (std::string("Speed up notifications for the clinicians on call").find(text) != std::string::npos && text.size() > 3)
      title += (title.empty() ? "" : " ") + text;
  CHECK(title == "Speed up notifications for the clinicians on call");
}

TEST_CASE("months, weeks and sprints as periods have an axis too") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Cache", fixture.latency.id);
  fixture.place(item, make_date(2027, 1, 4), make_date(2027, 3, 1));
  for (const PeriodKind kind : {PeriodKind::month, PeriodKind::week, PeriodKind::sprint}) {
    Roadmap roadmap = fixture.roadmap;
    roadmap.period_kind = kind;
    fixture.portfolio.update(roadmap);
    const Scene scene = layout_timeline(fixture.portfolio, at_width(1440), measurer);
    CAPTURE(static_cast<int>(kind));
    check_inside_and_apart(scene);
    CHECK(says(scene, kind == PeriodKind::week ? "Jan 2027" : "January 2027"));
    if (kind == PeriodKind::week) CHECK(says(scene, "W5"));
  }
}

TEST_CASE("where items lie in another plan is drawn behind them, and what only that plan has stays to be seen") {
  RoadmapFixture fixture;
  const Item later = fixture.item("Query cache", fixture.latency.id);
  const Item earlier = fixture.item("Partner single sign-on", fixture.latency.id);
  const Item same = fixture.item("Consent register", fixture.latency.id);
  const Item gone = fixture.item("Notebook templates", fixture.adoption.id);
  fixture.place(later, make_date(2027, 5, 1), make_date(2027, 7, 1));
  fixture.place(earlier, make_date(2027, 2, 1), make_date(2027, 3, 1));
  fixture.place(same, make_date(2027, 2, 1), make_date(2027, 3, 1));
  TimelineOptions options = at_width(1440);
  const Scene without = layout_timeline(fixture.portfolio, options, measurer);
  options.before = {{later.id, {make_date(2027, 2, 1), make_date(2027, 4, 1)}},
                    {earlier.id, {make_date(2027, 8, 1), make_date(2027, 11, 1)}},
                    {same.id, {make_date(2027, 2, 1), make_date(2027, 3, 1)}},
                    {gone.id, {make_date(2027, 4, 1), make_date(2027, 6, 1)}},
                    {ItemId{1}, {make_date(2027, 4, 1), make_date(2027, 6, 1)}}};
  const Timeline timeline = arrange_timeline(fixture.portfolio, options, measurer);
  const Scene& scene = timeline.scene;
  check_inside_and_apart(scene);
  CHECK_FALSE(says(without, "before"));
  CHECK(says(scene, "before"));

  std::vector<Rect> ghosts;
  for (const Shape& shape : scene.shapes)
    if (const auto* box = std::get_if<RectShape>(&shape.what);
        box != nullptr && box->stroke.color == Token::ghost && shape.mark.kind == MarkKind::none && box->rect.height == 16)
      ghosts.push_back(box->rect);
  REQUIRE(ghosts.size() == 2);
  for (const Item& item : {later, earlier}) {
    const Rect bar = rect_of(scene, item.id);
    const auto ghost = std::find_if(ghosts.begin(), ghosts.end(), [&](const Rect& one) { return one.y == bar.y; });
    REQUIRE(ghost != ghosts.end());
    CHECK((ghost->x < bar.x) == (item.id == later.id));
    CHECK(bar_of(scene, item.id)->mark.description.find(", was ") != std::string::npos);
  }
  REQUIRE(bar_of(scene, gone.id) != nullptr);
  CHECK(bar_of(scene, gone.id)->mark.description.find("not on the roadmap any more") != std::string::npos);
  CHECK(bar_of(scene, same.id)->mark.description.find(", was ") == std::string::npos);
  // Only what is placed can be dragged.
  REQUIRE(timeline.plan.has_value());
  CHECK(timeline.plan->bars.size() == 3);
}

TEST_CASE("a roadmap from which everything was taken shows what the other plan has") {
  RoadmapFixture fixture;
  const Item gone = fixture.item("Query cache", fixture.latency.id);
  TimelineOptions options = at_width(1000);
  CHECK(bar_of(layout_timeline(fixture.portfolio, options, measurer), gone.id) == nullptr);
  options.before = {{gone.id, {make_date(2027, 4, 1), make_date(2027, 6, 1)}}};
  CHECK(bar_of(layout_timeline(fixture.portfolio, options, measurer), gone.id) != nullptr);
}
