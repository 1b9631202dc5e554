// What two plans differ in, as the page of scenarios lists it.
#include "gui/pages/scenario_differences.h"

#include "support/catch.h"

namespace tradewind::gui {

TEST_CASE("What is taken off the roadmap has not moved, and loads read as on the roadmap", "[scenarios]") {
  workbench::PlanComparison comparison;
  const Span span{make_date(2027, 2, 1), make_date(2027, 3, 15)};
  const Span later{make_date(2027, 2, 8), make_date(2027, 3, 22)};
  comparison.moved.push_back({ItemId{1}, "A-1", "Moved", span, later, "2027Q1", "2027Q1"});
  comparison.moved.push_back({ItemId{2}, "A-2", "Gone", span, std::nullopt, "2027Q1", ""});
  comparison.moved.push_back({ItemId{3}, "A-3", "New", std::nullopt, later, "", "2027Q1"});
  comparison.loads.push_back({TeamId{1}, PeriodId{1}, "Platform", "2027Q1", 104, 100, 96, 96});
  comparison.loads.push_back({TeamId{2}, PeriodId{1}, "Data", "2027Q1", 20, 20.4, 24, 24});
  CHECK(summary_of(comparison) == "1 item moved, 1 item put on the roadmap, 1 item taken off");
  const auto groups = differences_of(comparison, Portfolio{});
  REQUIRE(groups.size() == 4);
  CHECK(groups[0].title == "Moved");
  CHECK(groups[0].lines.front().before == "1 Feb 2027 – 12 Mar 2027");
  CHECK(groups[1].title == "Put on the roadmap");
  CHECK(groups[2].title == "Taken off the roadmap");
  CHECK(groups[2].lines.front().after == "not placed");
  CHECK(groups[3].lines[0].before == "104 of 96");
  CHECK(groups[3].lines[0].after == "100 of 96");
  CHECK(groups[3].lines[1].after == "20.4 of 24.0");
}

}  // namespace tradewind::gui
