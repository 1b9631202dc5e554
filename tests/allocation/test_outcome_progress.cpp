#include "allocation/small_plan.h"
#include "support/catch.h"
#include "tradewind/allocation/outcome_progress.h"

using namespace tradewind;
using namespace tradewind::allocation;

namespace {

constexpr OutcomeId latency{41};

struct Planned : SmallPlan {
  Planned() {
    Outcome outcome;
    outcome.id = latency;
    outcome.key = "O1";
    outcome.baseline = 32;
    outcome.target = 45;
    portfolio.insert(outcome);
  }
  void check_in(Date date, double value, const char* health = "") {
    CheckIn one;
    one.id = CheckInId{next_id++};
    one.outcome = latency;
    one.date = date;
    one.value = value;
    one.health = health;
    portfolio.insert(one);
  }
  void contribute(ItemId item, OptionalNumber effect) {
    Contribution one;
    one.id = ContributionId{next_id++};
    one.item = item;
    one.outcome = latency;
    one.effect = effect;
    portfolio.insert(one);
  }
  OutcomeProgress progress() const {
    for (const OutcomeProgress& one : progress_of_outcomes(portfolio))
      if (one.outcome == latency) return one;
    return {};
  }
  std::int64_t next_id = 5000;
};

}  // namespace

TEST_CASE("now is the latest check-in; without one everything is unknown") {
  Planned plan;
  CHECK_FALSE(plan.progress().now.has_value());
  CHECK_FALSE(plan.progress().needed.has_value());
  CHECK(plan.progress().health.empty());
  CHECK_FALSE(expected_on(plan.progress(), SmallPlan::end).has_value());

  plan.check_in(make_date(2027, 2, 1), 42);
  plan.check_in(make_date(2027, 1, 4), 35, "At risk");
  const auto progress = plan.progress();
  CHECK(progress.now.value() == 42);
  CHECK(progress.checked_in == make_date(2027, 2, 1));
  CHECK(progress.progress.value() == Approx(10.0 / 13));
  CHECK(progress.needed.value() == 3);
  CHECK(progress.health == "On track");
  CHECK_FALSE(progress.health_stated);
  plan.check_in(make_date(2027, 3, 1), 41, "Off track");
  CHECK(plan.progress().health == "Off track");
  CHECK(plan.progress().health_stated);
}

TEST_CASE("expected is effect times confidence of what is planned and finished by then") {
  Planned plan;
  plan.check_in(SmallPlan::start, 40);
  const ItemId late = plan.add_item("late", plan.strategic, 4, 9, 0.5);
  const ItemId early = plan.add_item("early", plan.strategic, 0, 4, 0.8);
  plan.contribute(late, 4);
  plan.contribute(early, 1);
  plan.contribute(plan.add_item("not placed", plan.strategic), 50);
  plan.contribute(plan.add_item("a test", plan.strategic, 0, 1), 0);
  const ItemId unsure = plan.add_item("unsure", plan.strategic, 0, 1, std::nullopt);
  plan.contribute(unsure, 2);

  const auto progress = plan.progress();
  REQUIRE(progress.contributions.size() == 2);
  CHECK(progress.contributions[0].item == early);
  CHECK(progress.contributions[1].expected == Approx(2));
  CHECK(progress.contributions[1].lands_in == SmallPlan::quarter().id);
  CHECK(progress.unquantified == std::vector<ItemId>{unsure});
  CHECK(progress.covered == Approx(2.8));
  CHECK(progress.gap.value() == Approx(2.2));
  CHECK(progress.coverage.value() == Approx(0.56));
  CHECK(expected_on(progress, add_days(SmallPlan::start, 27)).value() == Approx(40));
  CHECK(expected_on(progress, add_days(SmallPlan::start, 28)).value() == Approx(40.8));
  CHECK(expected_on(progress, SmallPlan::end).value() == Approx(42.8));
}

TEST_CASE("less is better where the target lies below the baseline; a reached target needs nothing") {
  Planned plan;
  Outcome outcome = *plan.portfolio.find(latency);
  outcome.baseline = 8;
  outcome.target = 5;
  plan.portfolio.update(outcome);
  plan.check_in(SmallPlan::start, 6);
  plan.contribute(plan.add_item("x", plan.strategic, 0, 2, 0.5), 1);
  const auto progress = plan.progress();
  CHECK(progress.direction == -1);
  CHECK(progress.progress.value() == Approx(2.0 / 3));
  CHECK(progress.health == "On track");  // 0.67 shows as 0.7
  CHECK(expected_on(progress, SmallPlan::end).value() == Approx(5.5));

  plan.check_in(add_days(SmallPlan::start, 1), 4);
  CHECK(plan.progress().progress.value() == 1);
  CHECK(plan.progress().needed.value() == 0);
  CHECK_FALSE(plan.progress().coverage.has_value());
}

TEST_CASE("health from progress follows the bands after rounding to one decimal") {
  CHECK(health_of_progress(0.65) == "On track");
  CHECK(health_of_progress((8.1 - 1.6) / 10 - 1e-12) == "On track");  // 0.65, computed a hair below
  CHECK(health_of_progress(0.64) == "At risk");
  CHECK(health_of_progress(0.35) == "At risk");
  CHECK(health_of_progress(0.34) == "Off track");
  CHECK(health_of_progress({}).empty());
}

TEST_CASE("planned work without an outcome is listed by landing day") {
  Planned plan;
  const ItemId second = plan.add_item("second", plan.strategic, 0, 6);
  const ItemId first = plan.add_item("first", plan.strategic, 0, 3);
  plan.contribute(plan.add_item("serves", plan.strategic, 0, 3), 1);
  plan.add_item("not placed", plan.strategic);
  CHECK(planned_without_outcome(plan.portfolio) == std::vector<ItemId>{first, second});
}
