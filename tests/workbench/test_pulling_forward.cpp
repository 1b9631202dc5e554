// The price of doing what is planned already, but earlier.
#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

TradeOffOptions question(ItemId request, const std::string& by) {
  TradeOffOptions options;
  options.request = request;
  options.by = by;
  options.planning.today = make_date(2027, 1, 1);
  return options;
}

const Placement* placement_of(const std::vector<Placement>& placements, ItemId item) {
  for (const Placement& placement : placements)
    if (placement.item == item) return &placement;
  return nullptr;
}

}  // namespace

TEST_CASE("A planned item that is pulled forward pushes what stands there, and is worth what it comes earlier") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 8);
  const ItemId late = plan.add("Late", 3, 1, 5);
  plan.change(late, [](Item& item) { item.confidence = 0.5; });
  const TradeOffOptions asked = question(late, "2027Q1");
  const auto answer = trade_off(plan.portfolio, asked);
  REQUIRE(answer.has_value());
  CHECK(in_words(answer->impossible) == "");
  CHECK(answer->planned == PeriodId{3});
  REQUIRE(answer->slips.size() == 1);
  CHECK(answer->slips.front().item == first);
  CHECK(answer->cost == Approx(13'000));
  REQUIRE(placement_of(answer->placements, late) != nullptr);
  CHECK(placement_of(answer->placements, late)->period == PeriodId{1});
  CHECK(placement_of(answer->placements, late)->id == PlacementId{late.value});
  CHECK(placement_of(answer->placements_before, late)->period == PeriodId{3});
  const auto ways = request_options(plan.portfolio, asked, *answer);
  REQUIRE(ways.has_value());
  REQUIRE(ways->size() >= 3);
  CHECK((*ways)[0].value == OptionalNumber(13'000));  // two quarters earlier, half of them
  CHECK((*ways)[1].value == OptionalNumber(6'500));
  CHECK((*ways)[2].value == OptionalNumber(0));  // as it is planned
  CHECK((*ways)[2].cost == 0);
}

TEST_CASE("A bar that reaches over the end of a period is not as long as that when it is pulled forward") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 1, 1, 6);
  Placement dated = *plan.portfolio.find(PlacementId{item.value});
  dated.period = {};
  dated.start = make_date(2027, 2, 15);
  dated.finish = make_date(2027, 4, 20);
  plan.portfolio.update(dated);
  const auto answer = trade_off(plan.portfolio, question(item, "2027Q1"));
  REQUIRE(answer.has_value());
  CHECK(in_words(answer->impossible) == "");
  CHECK(answer->cost == 0);
  REQUIRE(placement_of(answer->placements, item) != nullptr);
  const auto span = span_of(*placement_of(answer->placements, item), plan.portfolio);
  REQUIRE(span.has_value());
  CHECK(span->finish <= make_date(2027, 4, 1));
}

TEST_CASE("What is pinned, begun or due by then already is said to be so") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 3, 1, 6);
  plan.change(item, [](Item& one) { one.pinned = true; });
  CHECK(in_words(trade_off(plan.portfolio, question(item, "2027Q1"))->impossible) == "it is pinned, and ends in 2027 Q3");
  plan.change(item, [](Item& one) {
    one.pinned = false;
    one.stage = Stage::building;
  });
  CHECK(in_words(trade_off(plan.portfolio, question(item, "2027Q1"))->impossible) == "work on it has begun, and ends in 2027 Q3");
  plan.change(item, [](Item& one) { one.stage = Stage::ready; });
  const auto planned = trade_off(plan.portfolio, question(item, "2027Q3"));
  CHECK(planned->cost == 0);
  CHECK(planned->sentence == "Item is planned to be finished by the end of 2027 Q3 already: nothing has to move.");
}

TEST_CASE("No item of the sample is held back by its own place") {
  const Portfolio sample = make_sample_portfolio();
  for (const char* key : {"CDP-166", "CDP-101"}) {
    TradeOffOptions asked = question(sample.item_by_key(key)->id, "2027Q1");
    asked.planning.today = sample_today;
    const auto answer = trade_off(sample, asked);
    REQUIRE(answer.has_value());
    CAPTURE(key, answer->sentence);
    CHECK(in_words(answer->impossible).find("may not start before") == std::string::npos);
    CHECK(in_words(answer->impossible).find("it takes") == std::string::npos);
  }
}

}  // namespace tradewind::workbench
