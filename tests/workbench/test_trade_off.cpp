// The price of a request on the sample, where the figures of the data set are known, and what plans of a workspace hold.
#include "support/catch.h"
#include "tradewind/planning/verify.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/small_plan.h"
#include "workbench/workspace_fixture.h"

namespace tradewind::workbench {
namespace {

struct Sample {
  TemporaryFolder folder;
  storage::Workspace workspace = new_workspace(folder, Template::sample);
  const Portfolio& portfolio = workspace.portfolio();

  ItemId item(const std::string& key) const { return portfolio.item_by_key(key)->id; }
  TradeOffOptions request(const std::string& by) const {
    TradeOffOptions options;
    options.request = item("CDP-104");
    options.by = by;
    options.planning.today = sample_today;
    return options;
  }
};

}  // namespace

TEST_CASE("The AI cohort builder now costs 284 k: five items slip a quarter, one drops") {
  const Sample sample;
  const auto answer = trade_off(sample.portfolio, sample.request("2027Q1"));
  REQUIRE(answer.has_value());
  CHECK(answer->impossible.empty());
  CHECK(answer->cost == Approx(284'000));
  CHECK(answer->gap == 0);
  CHECK(answer->least_cost == answer->cost);
  CHECK(answer->most_cost == answer->cost);
  REQUIRE(answer->slips.size() == 5);
  REQUIRE(answer->drops.size() == 1);
  CHECK(answer->untouched == 33);
  CHECK(answer->slips.front().item == sample.item("CDP-101"));
  CHECK(answer->slips.front().cost == Approx(117'000));
  CHECK(answer->drops.front().item == sample.item("CDP-146"));
  CHECK(answer->drops.front().cost == Approx(24'000));
  for (const Slip& slip : answer->slips) CHECK(slip.periods == 1);
  CHECK(answer->confidence == OptionalNumber(0.4));
  CHECK(answer->displaced_confidence.value() == Approx(0.71).margin(0.005));
  CHECK(display_cost(answer->cost, answer->basis, sample.portfolio) == "€ 284 k");
  CHECK(display_cost(3153, ValueBasis::reach, sample.portfolio) == "3,153 points");
  CHECK(display_cost(-1234567, ValueBasis::reach, sample.portfolio) == "-1,234,567 points");
  CHECK(display_cost(153, ValueBasis::reach, sample.portfolio) == "153 points");
  CHECK(display_cost(0.04, ValueBasis::reach, sample.portfolio) == "0.0 points");
  CHECK(answer->sentence.find("moves Governance automation from 23 Apr 2027 to 23 Jul 2027, past Audit dry run") !=
        std::string::npos);
  CHECK(planning::violations(answer->problem.problem, answer->without.start).empty());
  // Four outcomes: the audit gets worse, adoption better.
  REQUIRE(answer->outcomes.size() == 4);
  CHECK(answer->outcomes[2].before.value() == Approx(0.12).margin(0.01));
  CHECK(answer->outcomes[2].after.value() == Approx(1.29).margin(0.01));
  CHECK(answer->outcomes[1].after.value() == Approx(40.55).margin(0.01));
}

TEST_CASE("A quarter later it costs 78 k, and testing first has the best net value") {
  const Sample sample;
  const TradeOffOptions question = sample.request("2027Q1");
  const auto now = trade_off(sample.portfolio, question);
  REQUIRE(now.has_value());
  const auto options = request_options(sample.portfolio, question, *now);
  REQUIRE(options.has_value());
  const auto find = [&](OptionKind kind) {
    for (const RequestOption& option : *options)
      if (option.kind == kind) return option;
    FAIL("an option is missing");
    return RequestOption{};
  };
  CHECK(find(OptionKind::now).net().value() == Approx(-96'800));
  CHECK(find(OptionKind::later).cost == Approx(78'000));
  CHECK(find(OptionKind::later).net().value() == Approx(46'800));
  CHECK(find(OptionKind::test_first).cost == Approx(31'200));
  CHECK(find(OptionKind::test_first).net().value() == Approx(93'600));
  CHECK(find(OptionKind::less_scope).cost < find(OptionKind::now).cost);
  CHECK(find(OptionKind::more_capacity).cost == 0);
}

TEST_CASE("With the capacity that is missing the request costs nothing") {
  Sample sample;
  const auto answer = trade_off(sample.portfolio, sample.request("2027Q1"));
  REQUIRE(answer.has_value());
  const auto ways = request_options(sample.portfolio, sample.request("2027Q1"), *answer);
  REQUIRE(ways.has_value());
  CHECK(in_words(ways->back().effort) ==
        "22.0 person-weeks of Platform in 2027 Q1, 13.0 person-weeks of Data Science in 2027 Q1");
  REQUIRE(answer->missing.size() == 2);
  CHECK(answer->missing[0].person_weeks == Approx(22));
  REQUIRE(sample.workspace.edit("More people", [&](storage::Edit& edit) {
    for (const MissingCapacity& missing : answer->missing)
      for (const Capacity& row : edit.portfolio().all<Capacity>())
        if (row.team == missing.team && row.period == missing.period) {
          Capacity more = row;
          more.typed = row.person_weeks() + missing.person_weeks;
          edit.update(more);
        }
  }));
  CHECK(trade_off(sample.portfolio, sample.request("2027Q1"))->cost == Approx(0).margin(1e-6));
}

TEST_CASE("What a test takes is said by whoever asks, and what is assumed is said to them") {
  const Sample sample;
  TradeOffOptions question = sample.request("2027Q1");
  const auto now = trade_off(sample.portfolio, question);
  REQUIRE(now.has_value());
  const auto tested = [&] {
    const auto ways = request_options(sample.portfolio, question, *now);
    REQUIRE(ways.has_value());
    for (const RequestOption& way : *ways) {
      CHECK(way.assumption.empty() == (way.kind != OptionKind::test_first && way.kind != OptionKind::less_scope));
      if (way.kind == OptionKind::test_first) return way;
    }
    FAIL("no test first");
    return RequestOption{};
  };
  CHECK(in_words(tested().effort) == "1 person-week in 1 week");
  CHECK(in_words(tested().assumption) == "The test is taken to cost nothing and to displace nothing, whichever team does it.");
  question.test = {2, 3, sample.portfolio.team_by_name("Platform")->id, 5'000};
  CHECK(tested().cost == Approx(31'200 + 5'000));
  CHECK(tested().net().value() == Approx(93'600 - 5'000));
  CHECK(in_words(tested().effort) == "3 person-weeks of Platform in 2 weeks");
  CHECK(
      in_words(tested().assumption) ==
      "The test is taken to cost € 5 k and to displace nothing, although Platform has only 0 person-weeks to spare in 2027 Q1.");
  question.test.weeks = 20;  // longer than a quarter: built two quarters later
  CHECK(tested().period == sample.portfolio.period_by_name("2027Q3")->id);
  question.test.weeks = 0;
  CHECK_FALSE(request_options(sample.portfolio, question, *now).has_value());
}

TEST_CASE("More capacity is no way where a predecessor ends too late, or where the capacity is not what hinders") {
  SmallPlan plan;
  plan.add("Large", 1, 1, 10);
  const ItemId before = plan.add("Before", 2, 2, 5);
  const ItemId request = plan.add("Request", 0, 1, 5);
  TradeOffOptions question;
  question.request = request;
  question.by = "2027Q1";
  question.planning.today = make_date(2027, 1, 1);
  CHECK(trade_off(plan.portfolio, question)->missing.size() == 1);
  plan.link(before, request);
  const auto answer = trade_off(plan.portfolio, question);
  REQUIRE(answer.has_value());
  CHECK(in_words(answer->impossible).find("it waits for") == 0);
  CHECK(answer->missing.empty());
}

TEST_CASE("What a plan says of capacity is what there is; what stays beyond it is told apart") {
  SmallPlan plan;
  const ItemId item = plan.add("Too large", 1, 1, 14);
  plan.change(item, [](Item& one) { one.pinned = true; });
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto planned = plan_roadmap(plan.portfolio, options, {});
  REQUIRE(planned.has_value());
  CHECK(planned->loads.front().load == Approx(14));
  CHECK(planned->loads.front().capacity == Approx(10));
  CHECK(planned->loads.front().overload == Approx(4));
}

TEST_CASE("What must not move is kept, and costs more; a request that cannot be says why") {
  Sample sample;
  TradeOffOptions question = sample.request("2027Q1");
  question.keep.push_back(sample.item("CDP-101"));
  const auto kept = trade_off(sample.portfolio, question);
  REQUIRE(kept.has_value());
  if (kept->impossible.empty()) {
    CHECK(kept->cost >= 284'000 - 1);
    for (const Slip& slip : kept->slips) CHECK(slip.item != sample.item("CDP-101"));
  }
  REQUIRE(sample.workspace.edit("Larger", [&](storage::Edit& edit) {
    for (const Estimate& row : edit.portfolio().owned_by<&Estimate::item>(question.request)) {
      Estimate larger = row;
      larger.low = larger.likely = larger.high = 500.0;
      edit.update(larger);
      break;
    }
  }));
  const auto impossible = trade_off(sample.portfolio, sample.request("2027Q1"));
  REQUIRE(impossible.has_value());
  CHECK_FALSE(impossible->impossible.empty());
  CHECK(impossible->sentence.find("cannot be finished") != std::string::npos);
}

TEST_CASE("Asking for what has no estimate or is no item is refused with the reason") {
  Sample sample;
  REQUIRE(sample.workspace.edit("No estimate", [&](storage::Edit& edit) {
    std::vector<EstimateId> gone;
    for (const Estimate& row : edit.portfolio().owned_by<&Estimate::item>(sample.item("CDP-104"))) gone.push_back(row.id);
    for (const EstimateId id : gone) edit.erase(id);
  }));
  const auto refused = trade_off(sample.portfolio, sample.request("2027Q1"));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().why == "it has no estimate");
  TradeOffOptions nothing = sample.request("2027Q1");
  nothing.request = {};
  CHECK(trade_off(sample.portfolio, nothing).error().code == ErrorCode::not_found);
  CHECK_FALSE(trade_off(sample.portfolio, sample.request("next spring")).has_value());
}

TEST_CASE("A plan of the sample holds, is proven best, is applied in one edit and taken back in one") {
  Sample sample;
  PlanningOptions options;
  options.today = sample_today;
  const auto plan = plan_roadmap(sample.portfolio, options, {});
  REQUIRE(plan.has_value());
  CHECK(plan->plan.gap() == 0);
  CHECK(planning::violations(plan->problem.problem, plan->plan.start).empty());
  for (const PlannedLoad& load : plan->loads) CHECK(load.load <= load.capacity + load.overload + 1e-6);
  for (const ItemLeftOut& item : plan->left_out) CHECK_FALSE(item.why.empty());
  const std::string before = sample.workspace.dump();
  const auto receipt = apply_placements(sample.workspace, plan->problem.roadmap, plan->placements, "Plan automatically");
  REQUIRE(receipt.has_value());
  CHECK(receipt->seq > 0);
  // Planned again it stays as it is.
  const auto again = plan_roadmap(sample.portfolio, options, {});
  REQUIRE(again.has_value());
  CHECK(again->plan.value == Approx(plan->plan.value));
  CHECK(apply_placements(sample.workspace, again->problem.roadmap, again->placements, "Plan automatically")->seq == 0);
  REQUIRE(sample.workspace.undo());
  CHECK(sample.workspace.dump() == before);
}

TEST_CASE("With a price on it, less work lies outside the policy's shares, and the plan is worth no more") {
  Sample sample;
  PlanningOptions options;
  options.today = sample_today;
  const auto free = plan_roadmap(sample.portfolio, options, {});
  options.price_outside_tolerance = 40'000;
  const auto priced = plan_roadmap(sample.portfolio, options, {});
  REQUIRE(free.has_value());
  REQUIRE(priced.has_value());
  const planning::Problem& problem = priced->problem.problem;
  REQUIRE(problem.bands.size() == sample.portfolio.allocation_classes_in_order().size());
  CHECK(planning::violations(problem, priced->plan.start).empty());
  CHECK(planning::value_of(problem, priced->plan.start) == Approx(priced->plan.value));
  const double limited = planning::value_of(problem, free->plan.start);  // the free plan, with its work outside charged
  CHECK(priced->plan.value >= limited - 1e-6);
  CHECK(priced->plan.value > limited + 1);
  CHECK(priced->plan.value <= free->plan.value + 1e-6);
}

}  // namespace tradewind::workbench
