#include "support/catch.h"
#include "tradewind/workbench/quick_time.h"
#include "tradewind/workbench/sample_workspace.h"

namespace tradewind::workbench {
namespace {

const Date a_monday = make_date(2027, 1, 18);

TimeEntry read(std::string_view line) {
  static const Portfolio portfolio = make_sample_portfolio();
  const auto entry = read_quick_time(line, portfolio, a_monday);
  INFO(line);
  REQUIRE(entry.has_value());
  return *entry;
}

std::string described(std::string_view line) {
  static const Portfolio portfolio = make_sample_portfolio();
  return describe_time(read(line), portfolio);
}

}  // namespace

TEST_CASE("A line of plain words becomes a time entry") {
  CHECK(described("2h firefighting incident review yesterday") == "2 h Firefighting, 17 Jan 2027: incident review");
  CHECK(described("1h30m Data Science roadmap CDP-117 tuning mon") ==
        "1.5 h Roadmap, Data Science, 18 Jan 2027: Audit trail export, tuning");
  CHECK(described("45m strategic") == "45 min Strategic, 18 Jan 2027");
  CHECK(described("Platform 90min review 2027-01-04") == "1.5 h without a class, Platform, 4 Jan 2027: review");
}

TEST_CASE("Weekdays are the last ones, and a day is a fifth of the week's hours") {
  CHECK(read("1h tue").date == make_date(2027, 1, 12));
  CHECK(read("1h Monday").date == a_monday);
  CHECK(read("0.5d strategic").minutes == 240);
  CHECK(read("1d strategic").minutes == 480);
}

TEST_CASE("An item brings its class") {
  const TimeEntry entry = read("2h CDP-138");
  CHECK(entry.item);
  CHECK(entry.allocation_class);
  CHECK(entry.cause.empty());
}

TEST_CASE("What cannot be a time entry says why") {
  const Portfolio portfolio = make_sample_portfolio();
  for (const auto& [line, why] :
       {std::pair{"incident review", "it does not say how long"}, std::pair{"", "it does not say how long"},
        std::pair{"0h roadmap", "it does not say how long"}, std::pair{"1h 2h roadmap", "it names two lengths"},
        std::pair{"25h roadmap", "a day has 24 hours"}}) {
    const auto entry = read_quick_time(line, portfolio, a_monday);
    REQUIRE_FALSE(entry.has_value());
    CHECK(entry.error().why == why);
  }
}

}  // namespace tradewind::workbench
