// Calendar arithmetic, ISO weeks and the text forms of dates.
#include "tradewind/domain/date.h"

#include "support/catch.h"

using namespace tradewind;

TEST_CASE("ISO weeks belong to the year of their Thursday") {
  CHECK(iso_week(make_date(2027, 1, 1)) == IsoWeek{2026, 53});  // a Friday
  CHECK(iso_week(make_date(2027, 1, 4)) == IsoWeek{2027, 1});
  CHECK(iso_week(make_date(2024, 12, 30)) == IsoWeek{2025, 1});
  CHECK(iso_week(make_date(2020, 12, 31)) == IsoWeek{2020, 53});
  CHECK(iso_week(make_date(2023, 1, 1)) == IsoWeek{2022, 52});
}

TEST_CASE("each day of twenty years lies in the week of its Monday") {
  for (Date day = make_date(2015, 1, 1); day < make_date(2035, 1, 1); day = add_days(day, 1)) {
    const Date monday = monday_of_week(day);
    REQUIRE(days_between(monday, day) >= 0);
    REQUIRE(days_between(monday, day) < 7);
    REQUIRE(std::chrono::weekday{std::chrono::sys_days{monday}} == std::chrono::Monday);
    REQUIRE(iso_week(monday) == iso_week(day));
    REQUIRE(parse_iso_date(to_iso(day)) == day);
  }
}

TEST_CASE("work ends on the last of Monday to Friday before the first day after") {
  for (int day = 13; day <= 15; ++day) CHECK(last_working_day(make_date(2027, 3, day)) == make_date(2027, 3, 12));  // a Friday
  CHECK(last_working_day(make_date(2027, 3, 16)) == make_date(2027, 3, 15));
  CHECK(last_working_day(make_date(2027, 3, 12)) == make_date(2027, 3, 11));
  CHECK(last_working_day(make_date(2023, 1, 1)) == make_date(2022, 12, 30));
}

TEST_CASE("dates are read strictly") {
  CHECK(parse_iso_date("2028-02-29") == make_date(2028, 2, 29));
  for (const char* text :
       {"2027-02-29", "2027-13-01", "2027-00-10", "2027-1-01", "2027-01-01 ", "27-01-01", "2027/01/01", "", "２０27-01-01"})
    CHECK_FALSE(parse_iso_date(text).has_value());
}

TEST_CASE("months are counted over year ends") {
  CHECK(first_of_month_after(make_date(2027, 11, 30), 3) == make_date(2028, 2, 1));
  CHECK(first_of_month_after(make_date(2027, 1, 31), -1) == make_date(2026, 12, 1));
  CHECK(to_display(make_date(2027, 1, 18)) == "18 Jan 2027");
  CHECK(to_iso(make_date(33, 1, 2)) == "0033-01-02");
}
