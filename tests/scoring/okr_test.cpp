#include "tradewind/scoring/okr.h"

#include "scoring/portfolio_maker.h"
#include "support/catch.h"
#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {
namespace {

KeyResult key_result(double baseline, double target, OptionalNumber now) {
  KeyResult one;
  one.name = "KR";
  one.baseline = baseline;
  one.target = target;
  one.now = now;
  return one;
}

TEST_CASE("Progress runs from baseline to target, also downwards") {
  CHECK(progress_value(key_result(32, 45, 42)).value() == Approx(0.77).margin(0.005));
  CHECK(progress_value(key_result(8, 5, 6)).value() == Approx(0.67).margin(0.005));
  CHECK(progress_value(key_result(0, 500, 400)).value() == Approx(0.80));
}

TEST_CASE("Progress stays within 0 and 1") {
  CHECK(progress_value(key_result(8, 5, 9)).value() == 0);
  CHECK(progress_value(key_result(8, 5, 2)).value() == 1);
}

TEST_CASE("Bands are taken after rounding to one decimal") {
  CHECK(progress_band(1) == "on track");
  CHECK(progress_band(0.65) == "on track");
  CHECK(progress_band(0.649) == "at risk");
  CHECK(progress_band(0.35) == "at risk");
  CHECK(progress_band(0.349) == "off track");
  CHECK(progress_band(0) == "off track");
}

TEST_CASE("An objective is the mean of what is known") {
  const std::vector<KeyResult> all{key_result(32, 45, 42), key_result(8, 5, 6), key_result(0, 500, 400)};
  CHECK(objective_value(all).value() == Approx((10.0 / 13 + 2.0 / 3 + 0.8) / 3));
  const std::vector<KeyResult> partly{key_result(0, 10, 5), key_result(0, 10, {})};
  CHECK(objective_value(partly).value() == Approx(0.5));
  CHECK(to_line(objective(partly)).find("Without a progress and left out: KR") != std::string::npos);
}

TEST_CASE("Progress is unscored where a figure is missing or there is no way to go") {
  CHECK(unscored_of(progress(key_result(5, 5, 5)))->why == "target 5 is equal to the baseline");
  CHECK(unscored_of(progress(key_result(5, 8, {})))->why == "now is unknown");
  CHECK(unscored_of(objective({}))->why == "there are no key results");
}

TEST_CASE("Now is the latest check-in of an outcome") {
  Portfolio portfolio;
  Outcome outcome;
  outcome.id = OutcomeId{1};
  outcome.baseline = 12;
  outcome.target = 7.2;
  portfolio.insert(outcome);
  CHECK_FALSE(progress_value(key_result_of(portfolio, outcome)).has_value());
  const auto check_in = [&](std::int64_t id, Date date, double value) {
    CheckIn row;
    row.id = CheckInId{id};
    row.outcome = outcome.id;
    row.date = date;
    row.value = value;
    portfolio.insert(row);
  };
  check_in(10, make_date(2027, 1, 10), 9.6);
  check_in(11, make_date(2026, 12, 1), 11);
  CHECK(progress_value(key_result_of(portfolio, outcome)).value() == Approx(0.5));
}

}  // namespace
}  // namespace tradewind::scoring
