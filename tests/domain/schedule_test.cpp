// Spans of placements, and the load of teams.
#include "tradewind/domain/schedule.h"

#include "domain/build.h"
#include "support/catch.h"

using namespace tradewind;

namespace {

struct Year {
  Portfolio portfolio;
  RoadmapId plan;
  TeamId platform;
  std::vector<const Period*> quarters;

  Year() {
    plan = build::roadmap(portfolio);
    platform = build::team(portfolio, "P", "Platform");
    // Quarters of 13 weeks from Monday, 4 January 2027.
    for (int q = 0; q < 4; ++q) build::period(portfolio, "Q" + std::to_string(q + 1), week(13 * q), week(13 * (q + 1)));
    quarters = portfolio.periods_in_order(PeriodKind::quarter);
  }
  static Date week(int number) { return add_days(make_date(2027, 1, 4), 7 * number); }
};

}  // namespace

TEST_CASE("dates win over the period, the period over nothing") {
  Year year;
  Placement placement;
  CHECK_FALSE(span_of(placement, year.portfolio).has_value());
  placement.period = year.quarters[1]->id;
  CHECK(span_of(placement, year.portfolio) == Span{Year::week(13), Year::week(26)});
  placement.start = Year::week(3);
  CHECK(span_of(placement, year.portfolio) == Span{Year::week(13), Year::week(26)});
  placement.finish = Year::week(5);
  CHECK(span_of(placement, year.portfolio) == Span{Year::week(3), Year::week(5)});
  placement.period = PeriodId{99};
  placement.finish.reset();
  CHECK_FALSE(span_of(placement, year.portfolio).has_value());
}

TEST_CASE("the last day of work is no weekend, except where all of the work is") {
  CHECK(last_day({Year::week(1), Year::week(2)}) == add_days(Year::week(2), -3));
  CHECK(last_day({Year::week(1), add_days(Year::week(1), 2)}) == add_days(Year::week(1), 1));
  CHECK(last_day({add_days(Year::week(1), 5), Year::week(2)}) == add_days(Year::week(1), 5));
}

TEST_CASE("what has days inside its period belongs to it, what has others does not") {
  Year year;
  Placement placement;
  CHECK_FALSE(is_in_period(placement, year.portfolio));
  placement.period = year.quarters[1]->id;
  CHECK(is_in_period(placement, year.portfolio));
  placement.start = Year::week(13);
  placement.finish = Year::week(26);
  CHECK(is_in_period(placement, year.portfolio));
  placement.finish = Year::week(27);
  CHECK_FALSE(is_in_period(placement, year.portfolio));
  placement.start = Year::week(12);
  placement.finish = Year::week(14);
  CHECK_FALSE(is_in_period(placement, year.portfolio));
  placement.period = {};
  CHECK_FALSE(is_in_period(placement, year.portfolio));
}

TEST_CASE("the share of a span in a period is that of its days") {
  const Span span{make_date(2027, 3, 22), make_date(2027, 4, 11)};  // 20 days, 10 of them in March
  CHECK(share_in(span, make_date(2027, 1, 1), make_date(2027, 4, 1)) == Approx(0.5));
  CHECK(share_in(span, make_date(2027, 4, 1), make_date(2027, 7, 1)) == Approx(0.5));
  CHECK(share_in(span, make_date(2027, 1, 1), make_date(2028, 1, 1)) == 1);
  CHECK(share_in(span, make_date(2027, 4, 11), make_date(2027, 7, 1)) == 0);
  CHECK(share_in({span.start, span.start}, make_date(2027, 1, 1), make_date(2028, 1, 1)) == 0);
}

TEST_CASE("likely effort spreads evenly over the span, and the reserve comes on top") {
  Year year;
  Portfolio& portfolio = year.portfolio;
  build::capacity(portfolio, year.platform, year.quarters[0]->id, 96, 10);
  const ItemId cache = build::item(portfolio, "A-1");  // weeks 0–10, 14 person-weeks: all in the first quarter
  build::estimate(portfolio, cache, year.platform, 14);
  build::place(portfolio, year.plan, cache, Year::week(0), Year::week(10));
  const ItemId store = build::item(portfolio, "A-2");  // weeks 6–20, 20 person-weeks: 7 of 14 weeks in the first
  build::estimate(portfolio, store, year.platform, 20);
  build::estimate(portfolio, store, TeamId{}, 5);  // nobody's
  build::place(portfolio, year.plan, store, Year::week(6), Year::week(20));
  const ItemId elsewhere = build::item(portfolio, "A-3");
  build::estimate(portfolio, elsewhere, year.platform, 50);
  build::place(portfolio, build::roadmap(portfolio), elsewhere, year.quarters[0]->id);

  const auto loads = team_loads(portfolio, year.plan, portfolio.periods_in_order(PeriodKind::quarter));
  REQUIRE(loads.size() == 4);
  CHECK(loads[0].planned == Approx(14 + 10));
  CHECK(loads[0].reserve == 10);
  CHECK(loads[0].capacity == OptionalNumber{96});
  CHECK(loads[1].planned == Approx(10));
  CHECK_FALSE(loads[1].capacity.has_value());
  CHECK(loads[2].planned == 0);
}

TEST_CASE("an item placed twice spends its effort once") {
  Year year;
  const ItemId item = build::item(year.portfolio, "A-1");
  build::estimate(year.portfolio, item, year.platform, 12);
  build::place(year.portfolio, year.plan, item, Year::week(0), Year::week(1));
  build::place(year.portfolio, year.plan, item, Year::week(13), Year::week(16));
  const auto loads = team_loads(year.portfolio, year.plan, year.portfolio.periods_in_order(PeriodKind::quarter));
  CHECK(loads[0].planned == Approx(3));
  CHECK(loads[1].planned == Approx(9));
}

TEST_CASE("the schedule is ordered by start, then rank") {
  Year year;
  const ItemId late = build::item(year.portfolio, "A-1");
  const ItemId second = build::item(year.portfolio, "A-2");
  const ItemId first = build::item(year.portfolio, "A-3");
  build::change(year.portfolio, second, [](Item& row) { row.rank = "b"; });
  build::change(year.portfolio, first, [](Item& row) { row.rank = "a"; });
  build::place(year.portfolio, year.plan, late, Year::week(4), Year::week(5));
  build::place(year.portfolio, year.plan, second, Year::week(0), Year::week(9));
  build::place(year.portfolio, year.plan, first, Year::week(0), Year::week(2));
  const auto schedule = schedule_of(year.portfolio, year.plan);
  REQUIRE(schedule.size() == 3);
  CHECK(schedule[0].item == first);
  CHECK(schedule[1].item == second);
  CHECK(schedule[2].item == late);
}
