// The time view: shares that add up, gaps instead of zeros, alerts, room for many teams.
#include "tradewind/domain/period.h"
#include "tradewind/views/allocation_view.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

/// `weeks` weeks from 4 January 2027 of one person per team; none in `missing_week`.
void book(Portfolio& portfolio, int teams, int weeks, int missing_week, std::vector<int> shares) {
  int id = 1;
  for (int week = 0; week < weeks; ++week) {
    if (week == missing_week) continue;
    for (int team = 1; team <= teams; ++team)
      for (std::size_t one = 0; one < shares.size(); ++one) {
        TimeEntry entry;
        entry.id = TimeEntryId{id++};
        entry.date = add_days(make_date(2027, 1, 4), 7 * week + 1);
        entry.person = "Person " + std::to_string(team);
        entry.team = TeamId{team};
        entry.minutes = 24 * shares[one];
        entry.allocation_class = AllocationClassId{static_cast<std::int64_t>(one) + 1};
        if (one == 2) entry.cause = "Cause " + std::to_string(week % 5);
        portfolio.insert(entry);
      }
  }
}

Portfolio booked(int teams, int missing_week, std::vector<int> shares = {61, 21, 18}) {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, teams);
  book(portfolio, teams, 12, missing_week, std::move(shares));
  return portfolio;
}

}  // namespace

TEST_CASE("target and actual stand beside each other with the deviation in points") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_allocation(booked(2, -1), AllocationOptions{}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "70\u202F%"));
  CHECK(has_text(scene, "61\u202F%"));
  CHECK(has_text(scene, "\u22129"));
  CHECK(has_text(scene, "+8"));
  CHECK(has_text(scene, "Actual, 12 weeks"));
  CHECK(has_text(scene, "nothing planned in this period yet"));
  // Thirds would show 33 + 33 + 33.
  const Scene thirds = layout_allocation(booked(1, -1, {1, 1, 1}), AllocationOptions{}, measurer);
  CHECK(has_text(thirds, "34\u202F%"));
}

TEST_CASE("a week without entries is a gap that says so, never zero") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_allocation(booked(1, 4), AllocationOptions{}, measurer);
  CHECK(has_text(scene, "no data"));
  std::size_t gaps = 0;
  std::size_t weeks = 0;
  for (const Shape& shape : scene.shapes) {
    if (shape.mark.kind != MarkKind::time_week) continue;
    ++weeks;
    if (shape.mark.description.find("no data") != std::string::npos) ++gaps;
  }
  CHECK(gaps == 2);                // in the large chart and in the team's
  CHECK(weeks == 2 * 11 * 3 + 2);  // three classes a week
}

TEST_CASE("drift is said in a sentence") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_allocation(booked(1, -1), AllocationOptions{}, measurer);
  const auto texts = texts_of(scene);
  CHECK(std::any_of(texts.begin(), texts.end(),
                    [](const TextShape* text) { return text->text.find("Firefighting above 15") != std::string::npos; }));
  const Scene calm = layout_allocation(booked(1, -1, {70, 20, 10}), AllocationOptions{}, measurer);
  CHECK_FALSE(has_text(calm, "Drift."));
}

TEST_CASE("people are dots without names") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_allocation(booked(3, -1), AllocationOptions{}, measurer);
  for (const Shape& shape : scene.shapes) CHECK(shape.mark.description.find("Person ") == std::string::npos);
  for (const TextShape* text : texts_of(scene)) CHECK(text->text.find("Person ") == std::string::npos);
}

TEST_CASE("the least share of the target says its figure on a page of usual width") {
  const FixedWidthMeasurer measurer;
  AllocationOptions options;
  options.size = {941, 700};
  const Scene scene = layout_allocation(booked(2, -1), options, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "10\u202F%"));
}

TEST_CASE("the least share says its deviation beside the bar where it does not fit inside") {
  const FixedWidthMeasurer measurer;
  AllocationOptions options;
  options.size = {860, 700};
  const Scene scene = layout_allocation(booked(2, -1, {66, 21, 13}), options, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "13\u202F%"));
  CHECK(has_text(scene, "+3"));
}

TEST_CASE("every week says its share, its name and its work where they fit") {
  const FixedWidthMeasurer measurer;
  AllocationOptions options;
  options.size = {941, 700};
  const Scene scene = layout_allocation(booked(2, -1), options, measurer);
  for (const char* week : {"W01", "W02", "W03", "W12"}) CHECK(has_text(scene, week));
}

TEST_CASE("the page grows with its teams and fits narrow windows") {
  const FixedWidthMeasurer measurer;
  for (const int teams : {1, 4, 14}) {
    for (const Size size : {Size{1440, 900}, Size{1024, 700}, Size{720, 500}}) {
      AllocationOptions options;
      options.size = size;
      const Scene scene = layout_allocation(booked(teams, 2), options, measurer);
      INFO(teams << " teams at " << size.width);
      CHECK(scene.size.width == size.width);
      CHECK(scene.size.height >= size.height);
      check_nothing_is_clipped(scene);
    }
  }
}

TEST_CASE("without a policy or without time and plan the page says what to do next") {
  const FixedWidthMeasurer measurer;
  CHECK(texts_of(layout_allocation(Portfolio{}, AllocationOptions{}, measurer)).size() >= 2);
  Portfolio portfolio;
  add_policy(portfolio);
  CHECK(texts_of(layout_allocation(portfolio, AllocationOptions{}, measurer)).size() >= 2);
}

TEST_CASE("without time nobody speaks of weeks") {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, 4);
  add_items(portfolio, 1, 7, 10);
  Period quarter = quarter_of(make_date(2027, 1, 18));
  quarter.id = PeriodId{1};
  portfolio.insert(quarter);
  Roadmap roadmap;
  roadmap.id = RoadmapId{1};
  roadmap.name = "Roadmap";
  portfolio.insert(roadmap);
  Placement placement;
  placement.id = PlacementId{1};
  placement.roadmap = roadmap.id;
  placement.item = ItemId{1};
  placement.period = quarter.id;
  portfolio.insert(placement);
  const Scene scene = layout_allocation(portfolio, AllocationOptions{}, FixedWidthMeasurer{});
  CHECK(has_text(scene, "Actual"));
  for (const TextShape* text : texts_of(scene)) CHECK(text->text.rfind("Actual, ", 0) != 0);
}

TEST_CASE("people are a table when it is asked for, with who is above the limit") {
  const FixedWidthMeasurer measurer;
  for (const Size size : {Size{1440, 900}, Size{1024, 700}, Size{720, 500}}) {
    AllocationOptions options;
    options.size = size;
    options.rows = AllocationRows::people;
    const Scene scene = layout_allocation(booked(3, -1), options, measurer);
    check_nothing_is_clipped(scene);
    CHECK(has_text(scene, "By person"));
    std::size_t above = 0;
    for (const Shape& shape : scene.shapes)
      if (shape.mark.description.rfind("Person ", 0) == 0 && shape.mark.description.find("above 15") != std::string::npos)
        ++above;
    CHECK(above == 3);
  }
  AllocationOptions options;
  options.rows = AllocationRows::people;
  const Scene calm = layout_allocation(booked(1, -1, {70, 20, 10}), options, measurer);
  for (const Shape& shape : calm.shapes) CHECK(shape.mark.description.find("above") == std::string::npos);
}

TEST_CASE("a chosen period and span are what the page shows") {
  const FixedWidthMeasurer measurer;
  AllocationOptions options;
  options.booked = Span{make_date(2027, 1, 4), make_date(2027, 1, 18)};
  const Scene scene = layout_allocation(booked(1, -1), options, measurer);
  CHECK(has_text(scene, "Actual, 2 weeks"));
}

TEST_CASE("without a choice the quarter of the last booked day and its last twelve weeks are compared") {
  Portfolio portfolio;
  CHECK_FALSE(allocation_query(portfolio, {}).booked.has_value());
  book(portfolio, 1, 14, -1, {60, 30, 10});  // to 6 April
  CHECK(allocation_query(portfolio, {}).period.name == "2027Q2");
  CHECK(allocation_query(portfolio, {}).booked == Span{make_date(2027, 1, 18), make_date(2027, 4, 12)});
  AllocationOptions options;
  options.period = quarter_of(make_date(2027, 2, 1));
  options.booked = Span{make_date(2027, 2, 1), make_date(2027, 2, 8)};
  CHECK(allocation_query(portfolio, options).period.name == "2027Q1");
  CHECK(allocation_query(portfolio, options).booked == options.booked);
}
