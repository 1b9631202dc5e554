#include "support/catch.h"
#include "tradewind/scoring/cost_of_delay.h"
#include "tradewind/scoring/wsjf.h"

namespace tradewind::scoring {
namespace {

TEST_CASE("WSJF with a given job size") {
  CHECK(wsjf_value({8, 5, 3, 8, {}}).value() == Approx(2.00));
  CHECK(wsjf_value({5, 8, 1, 3, {}}).value() == Approx(4.67).margin(0.005));
  CHECK(wsjf_value({13, 3, 5, 13, {}}).value() == Approx(1.62).margin(0.005));
}

TEST_CASE("Job size is derived from effort where it is not given") {
  const std::vector<std::pair<double, double>> sizes{{0.1, 1}, {2, 1},  {2.1, 2}, {4, 2},   {7, 3},   {7.5, 5},
                                                     {12, 5},  {13, 8}, {20, 8},  {30, 13}, {31, 20}, {500, 20}};
  for (const auto& [effort, size] : sizes) CHECK(job_size_of_effort(effort) == size);
  const ScoreResult derived = wsjf({13, 8, 5, {}, 18});
  CHECK(score_of(derived)->value == Approx(3.25));
  CHECK(to_line(derived).find("Job size 8 derived from an effort of 18 person-weeks") != std::string::npos);
  CHECK(wsjf_value({13, 8, 5, 13, 18}).value() == Approx(2));  // a given size wins
}

TEST_CASE("WSJF refuses ratings off its scale") {
  CHECK(unscored_of(wsjf({4, 5, {}, 8, {}}))->why ==
        "business value 4 is not one of 1, 2, 3, 5, 8, 13, 20; risk reduction is unknown");
  CHECK(unscored_of(wsjf({5, 5, 5, {}, {}}))->why == "job size is unknown, and there is no effort to derive it from");
  CHECK(unscored_of(wsjf({5, 5, 5, {}, 0}))->why == "effort 0 is not above 0 person-weeks");
  CHECK_FALSE(wsjf_value({5, 5, 5, 4, 18}).has_value());  // an invalid size is not replaced silently
}

TEST_CASE("CD3 puts the shorter or dearer work first") {
  const double a = cd3_value({10, 2}).value();
  const double b = cd3_value({30, 4}).value();
  CHECK(a == Approx(5));
  CHECK(b == Approx(7.5));
  // Over six weeks, what each order earns: an item earns its cost of delay for every week after it is finished.
  const auto earned = [](std::vector<DelayFactors> order) {
    double week = 0;
    double sum = 0;
    for (const DelayFactors& item : order) {
      week += item.duration_weeks.value();
      sum += item.cost_of_delay.value() * (6 - week);
    }
    return sum;
  };
  CHECK(earned({{10, 2}, {30, 4}}) == Approx(40));
  CHECK(earned({{30, 4}, {10, 2}}) == Approx(60));
}

TEST_CASE("Cost of delay and CD3 explain themselves with the currency") {
  CHECK(to_line(cost_of_delay({12000, {}}, "EUR")).find("12,000 EUR per week") != std::string::npos);
  CHECK(to_line(cd3({30, 4}, "EUR")).find("30 ÷ 4 = 7.5") != std::string::npos);
}

TEST_CASE("An unknown duration or cost is unscored") {
  CHECK(unscored_of(cd3({10, {}}, "EUR"))->why == "duration is unknown");
  CHECK(unscored_of(cd3({{}, 0}, "EUR"))->why == "cost of delay is unknown; duration 0 is not above 0 weeks");
  CHECK_FALSE(cost_of_delay_value({-1, {}}).has_value());
  CHECK(cost_of_delay_value({0, {}}).value() == 0);
}

}  // namespace
}  // namespace tradewind::scoring
