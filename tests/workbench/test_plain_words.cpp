// Days and lengths of time in lines of plain words.
#include "support/catch.h"
#include "tradewind/workbench/plain_words.h"

namespace tradewind::workbench {
namespace {

const Date a_monday = make_date(2027, 1, 18);

/// The day with which the line begins; none where it begins with no day, or not all words name it.
std::optional<Date> day_of(std::string_view line) {
  const auto words = words_of(line);
  const auto found = day_at(words, 0, a_monday);
  INFO(line);
  if (!found) return std::nullopt;
  CHECK(found->words == words.size());
  return found->day;
}

}  // namespace

TEST_CASE("days are named by words, by weekdays, by dates with and without a year") {
  CHECK(day_of("today") == a_monday);
  CHECK(day_of("Yesterday") == make_date(2027, 1, 17));
  CHECK(day_of("mon") == a_monday);
  CHECK(day_of("tue") == make_date(2027, 1, 12));
  CHECK(day_of("on Sunday,") == make_date(2027, 1, 17));
  CHECK(day_of("last Sunday") == make_date(2027, 1, 17));
  CHECK(day_of("last monday") == make_date(2027, 1, 11));
  CHECK(day_of("2026-12-31") == make_date(2026, 12, 31));
  CHECK(day_of("on 2027-02-01") == make_date(2027, 2, 1));
  CHECK(day_of("3 May 2027") == make_date(2027, 5, 3));
  CHECK(day_of("May 3, 2027") == make_date(2027, 5, 3));
  CHECK(day_of("on 3 May") == make_date(2026, 5, 3));  // the last one
  CHECK(day_of("jan 18") == a_monday);
  CHECK(day_of("19 January") == make_date(2026, 1, 19));
  CHECK(day_of("2nd jan.") == make_date(2027, 1, 2));
  CHECK(day_of("29 Feb") == make_date(2024, 2, 29));
}

TEST_CASE("what is no day, or another time than that of the line, is not taken") {
  for (const char* line : {"", "on", "may", "3", "monthly", "31 Feb", "30 February 2027", "3/5/2027", "3 outages", "3 maybe",
                           "0 May", "2027-02-30", "yesterday's", "last", "last week", "last 3 May"})
    CHECK_FALSE(day_of(line).has_value());
  for (const char* line : {"since Monday", "until 3 May", "after yesterday", "BEFORE 2027-01-04", "next Friday", "due 3 May"}) {
    INFO(line);
    CHECK_FALSE(day_at(words_of(line), 1, a_monday).has_value());
  }
  CHECK_FALSE(day_at({}, 0, a_monday).has_value());
}

TEST_CASE("a day ends where its words end") {
  const auto words = words_of("on 3 May 1200 users");
  const auto found = day_at(words, 0, a_monday);
  REQUIRE(found.has_value());
  CHECK(found->words == 3);
  CHECK(found->day == make_date(2026, 5, 3));
}

TEST_CASE("lengths of time are hours, minutes and days of the workspace") {
  WorkspaceSettings settings;
  settings.hours_per_week = 40;
  CHECK(minutes_in("2h", settings) == 120);
  CHECK(minutes_in("1h30m", settings) == 90);
  CHECK(minutes_in("90min", settings) == 90);
  CHECK(minutes_in("1.5D", settings) == 720);
  settings.hours_per_week = 30;
  CHECK(minutes_in("1d", settings) == 360);
  for (const char* word : {"", "h", "2", "-2h", "2hx", "two", "2h-1m"}) {
    INFO(word);
    CHECK_FALSE(minutes_in(word, settings).has_value());
  }
  CHECK(hours_text(45) == "45 min");
  CHECK(hours_text(90) == "1.5 h");
}

}  // namespace tradewind::workbench
