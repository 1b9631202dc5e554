// Quarters of fiscal years, months, ISO weeks and sprints.
#include "tradewind/domain/period.h"

#include "support/catch.h"

using namespace tradewind;

TEST_CASE("a fiscal year is named after the year in which it ends") {
  const auto july = parse_period("2027Q1", 7);
  REQUIRE(july);
  CHECK(july->start == make_date(2026, 7, 1));
  CHECK(july->end == make_date(2026, 10, 1));
  CHECK(quarter_of(make_date(2027, 6, 30), 7).name == "2027Q4");
  CHECK(quarter_of(make_date(2027, 7, 1), 7).name == "2028Q1");
  CHECK(quarter_of(make_date(2027, 3, 31)).name == "2027Q1");
  CHECK(quarter_of(make_date(2027, 1, 15), 2).name == "2027Q4");
  CHECK(quarter_of(make_date(2027, 1, 15), 2).start == make_date(2026, 11, 1));
}

TEST_CASE("every day lies in its quarter, month and week, which read back from their names") {
  for (int first_month = 1; first_month <= 12; ++first_month)
    for (Date day = make_date(2026, 1, 1); day < make_date(2028, 1, 1); day = add_days(day, 1)) {
      const Period quarter = quarter_of(day, first_month);
      REQUIRE(contains(quarter, day));
      REQUIRE(parse_period(quarter.name, first_month) == quarter);
    }
  for (Date day = make_date(2015, 1, 1); day < make_date(2033, 1, 1); day = add_days(day, 1))
    for (const Period& period : {month_of(day), week_of(day)}) {
      REQUIRE(contains(period, day));
      REQUIRE(parse_period(period.name) == period);
    }
}

TEST_CASE("week 53 exists only in long years") {
  const auto week = parse_period("2026-W53");
  REQUIRE(week);
  CHECK(week->start == make_date(2026, 12, 28));
  CHECK(week->end == make_date(2027, 1, 4));
  CHECK_FALSE(parse_period("2027-W53").has_value());
  CHECK(next_period(*week).name == "2027-W01");
}

TEST_CASE("anything else is no period") {
  for (const char* text : {"", "2027", "2027Q0", "2027Q5", "2027-00", "2027-13", "2027-W00", "2027-W54", "Sprint 3", "2027-3",
                           "20270Q1", "2027Q1 ", "0000Q1", "2027-W1x"})
    CHECK_FALSE(parse_period(text).has_value());
  CHECK(parse_period("2027q2")->name == "2027Q2");
}

TEST_CASE("periods follow one another without gap") {
  for (const PeriodKind kind : {PeriodKind::quarter, PeriodKind::month, PeriodKind::week, PeriodKind::sprint}) {
    const auto periods = make_periods(kind, make_date(2026, 11, 18), 60, 4);
    REQUIRE(periods.size() == 60);
    CHECK(contains(periods.front(), make_date(2026, 11, 18)));
    for (std::size_t i = 1; i < periods.size(); ++i) {
      REQUIRE(periods[i].start == periods[i - 1].end);
      REQUIRE(next_period(periods[i - 1], 4) == periods[i]);
    }
  }
}

TEST_CASE("sprints count up") {
  const auto sprints = make_sprints(make_date(2027, 1, 4), 3, 11, "Wave");
  CHECK(sprints.back().name == "Wave 11");
  CHECK(sprints.back().start == make_date(2027, 8, 2));
  Period sprint = sprints.front();
  const auto name_after = [&](const char* name) {
    sprint.name = name;
    return next_period(sprint).name;
  };
  CHECK(name_after("Sprint 9") == "Sprint 10");
  CHECK(name_after("S-099b") == "S-100b");
  CHECK(name_after("2027 Sprint 99") == "2027 Sprint 100");
  CHECK(name_after("Hardening") == "Hardening 2");
}

TEST_CASE("periods show themselves as people write them") {
  CHECK(display_name(*parse_period("2027Q1")) == "2027 Q1");
  CHECK(display_name(*parse_period("2027-03")) == "March 2027");
  CHECK(display_name(*parse_period("2027-W09")) == "Week 9, 2027");
  Period odd = *parse_period("2027-03");
  odd.kind = PeriodKind::custom;
  CHECK(display_name(odd) == "2027-03");
}
