// The one reading of value and bound that plans, instances and the window share.
#include <limits>

#include "support/catch.h"
#include "tradewind/planning/gap.h"
#include "tradewind/planning/plan.h"

using namespace tradewind::planning;

TEST_CASE("a gap is a share of the value, in either direction") {
  CHECK(gap_between(100, 103) == Approx(0.03));
  CHECK(gap_between(-100, -97) == Approx(0.03));
  CHECK(gap_between(50, 48) == Approx(0.04));  // a makespan and the least that it can be
  CHECK(gap_between(0, 0) == 0);
  CHECK(gap_between(0, 1) > 1e6);
  CHECK(std::isinf(gap_between(100, std::numeric_limits<double>::infinity(), closed_gap)));
}

TEST_CASE("one in 300,000 is a gap of an instance, and rounding in a plan") {
  CHECK(gap_between(300000, 300001) > 0);
  CHECK(gap_between(300000, 300001, closed_gap) == 0);
  Plan plan;
  plan.value = 300000;
  plan.bound = 300001;
  CHECK(plan.gap() == 0);
  plan.bound = 303000;
  CHECK(plan.gap() == Approx(0.01));
}
