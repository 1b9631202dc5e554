#include "tradewind/scoring/painted_door.h"

#include "support/catch.h"

namespace tradewind::scoring {
namespace {

TEST_CASE("Wilson's 95 % interval") {
  const ShareInterval interval = wilson_interval(31, 500);
  CHECK(interval.share == Approx(0.062));
  CHECK(interval.low == Approx(0.0440).margin(0.00005));
  CHECK(interval.high == Approx(0.0867).margin(0.00005));
  CHECK(wilson_interval(0, 20).low == Approx(0).margin(1e-12));
  CHECK(wilson_interval(20, 20).high == Approx(1));
}

TEST_CASE("Sample size for a share and a margin") {
  CHECK(sample_size_for(0.05, 0.02) == 457);
  CHECK(sample_size_for(0.5, 0.05) == 385);
}

TEST_CASE("The rule written first decides") {
  const auto verdict = [](int successes, int sample) { return assess({0.05, 500, sample, successes})->verdict; };
  CHECK(verdict(31, 500) == Verdict::passed);
  CHECK(verdict(25, 500) == Verdict::passed);  // exactly the share
  CHECK(verdict(24, 500) == Verdict::failed);
  CHECK(verdict(40, 499) == Verdict::running);  // the sample is not complete, however good it looks
  CHECK(verdict(9, 420) == Verdict::running);
}

TEST_CASE("A rule inside the interval is a close call") {
  CHECK(assess({0.05, 500, 500, 31})->close_call);
  CHECK_FALSE(assess({0.05, 500, 500, 60})->close_call);
  CHECK(to_line(painted_door({0.05, 500, 500, 31})).find("chance could have turned the verdict") != std::string::npos);
  CHECK(to_line(painted_door({0.05, 500, 500, 31})).find("95 % interval 4.4 % to 8.67 %") != std::string::npos);
}

TEST_CASE("Without a rule, or with impossible counts, there is no verdict") {
  CHECK(unscored_of(painted_door({{}, 500, 500, 31}))->why.find("no rule was written first") == 0);
  CHECK(unscored_of(painted_door({0.05, 500, 0, 0}))->why == "nobody has been counted yet");
  CHECK(unscored_of(painted_door({0.05, 500, 500, 501}))->why == "501 of 500 is impossible");
  CHECK_FALSE(assess({5, 500, 500, 31}).has_value());
}

}  // namespace
}  // namespace tradewind::scoring
