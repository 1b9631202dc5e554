// Both ends of the wager that a request is, against figures worked out by hand.
#include "support/catch.h"
#include "tradewind/workbench/expectation.h"
#include "tradewind/workbench/sample_workspace.h"

namespace tradewind::workbench {
namespace {

RequestOption option(OptionKind kind, double cost, OptionalNumber value) {
  RequestOption one;
  one.kind = kind;
  one.cost = cost;
  one.value = value;
  return one;
}

}  // namespace

TEST_CASE("Doing it now pays the delay either way; testing first pays only where the test passes") {
  // Worth 300 where it works, which is as likely as 40 %; it delays work worth 80.
  const auto now = expectation_of(option(OptionKind::now, 80, 120.0), 0.4);
  REQUIRE(now.has_value());
  CHECK(now->works.value == Approx(300));
  CHECK(now->works.net() == Approx(220));
  CHECK(now->fails.value == 0);
  CHECK(now->fails.net() == Approx(-80));
  CHECK(now->expected() == Approx(120 - 80));

  // The option's own cost is expected: 40 % of 80.
  const auto tested = expectation_of(option(OptionKind::test_first, 32, 120.0), 0.4);
  REQUIRE(tested.has_value());
  CHECK(tested->works.cost == Approx(80));
  CHECK(tested->works.net() == Approx(220));
  CHECK(tested->fails.net() == 0);
  CHECK(tested->expected() == Approx(120 - 32));

  // What the test itself costs is paid in any case.
  RequestOption paid = option(OptionKind::test_first, 37, 120.0);
  paid.test_cost = 5;
  const auto costly = expectation_of(paid, 0.4);
  REQUIRE(costly.has_value());
  CHECK(costly->works.cost == Approx(85));
  CHECK(costly->fails.net() == Approx(-5));
  CHECK(costly->expected() == Approx(120 - 37));
}

TEST_CASE("What is certain has one end; what nobody has said has none") {
  const auto sure = expectation_of(option(OptionKind::later, 10, 50.0), 1);
  REQUIRE(sure.has_value());
  CHECK(sure->works.net() == Approx(40));
  CHECK(sure->expected() == Approx(40));
  CHECK_FALSE(expectation_of(option(OptionKind::now, 10, 50.0), {}).has_value());
  CHECK_FALSE(expectation_of(option(OptionKind::now, 10, {}), 0.4).has_value());
  CHECK_FALSE(expectation_of(option(OptionKind::now, 10, 0.0), 0).has_value());
}

TEST_CASE("On the sample the mean of both ends is each option's net value") {
  const Portfolio portfolio = make_sample_portfolio();
  TradeOffOptions question;
  question.request = portfolio.item_by_key("CDP-104")->id;
  question.by = "2027Q1";
  question.planning.today = sample_today;
  const auto now = trade_off(portfolio, question);
  REQUIRE(now.has_value());
  const auto ways = request_options(portfolio, question, *now);
  REQUIRE(ways.has_value());
  int tested = 0;
  for (const RequestOption& way : *ways) {
    const auto expectation = expectation_of(way, now->confidence);
    REQUIRE(expectation.has_value());
    INFO(option_key(way.kind));
    CHECK(expectation->expected() == Approx(way.net().value()));
    CHECK(expectation->works.net() >= expectation->fails.net());
    if (way.kind != OptionKind::test_first) continue;
    ++tested;
    CHECK(expectation->works.cost == Approx(78'000));
    CHECK(expectation->fails.net() == 0);
  }
  CHECK(tested == 1);
}

}  // namespace tradewind::workbench
