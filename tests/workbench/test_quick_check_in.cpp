// Check-ins as lines of plain words.
#include "support/catch.h"
#include "tradewind/workbench/quick_check_in.h"

namespace tradewind::workbench {
namespace {

Outcome latency() {
  Outcome outcome;
  outcome.id = OutcomeId{7};
  outcome.unit = "s";
  return outcome;
}

CheckIn read(std::string_view line) {
  const auto row = read_quick_check_in(line, latency(), make_date(2027, 1, 18));
  INFO(line);
  REQUIRE(row.has_value());
  return *row;
}

}  // namespace

TEST_CASE("a value alone, with a unit, with a note, with a health") {
  CHECK(read("42").value == Approx(42));
  CHECK(read("42").outcome == OutcomeId{7});
  CHECK(read("42").date == make_date(2027, 1, 18));
  CHECK(read("42").note.empty());
  CHECK(read("42 after the rollout").note == "after the rollout");
  CHECK(read("9.4 s, at risk: supplier is late").value == Approx(9.4));
  CHECK(read("9.4 s, at risk: supplier is late").health == "At risk");
  CHECK(read("9.4 s, at risk: supplier is late").note == "supplier is late");
  CHECK(read("9.4s on track").health == "On track");
  CHECK(read("9,4").value == Approx(9.4));
  CHECK(read("1,200 since May").value == Approx(1200));
  CHECK(read("-0.5").value == Approx(-0.5));
  CHECK(read("12 since then").note == "since then");  // no unit: the word only begins with it
  CHECK(describe_check_in(read("9.4 s, at risk: late"), latency()) == "9.4 s on 18 Jan 2027, At risk: late");
  CHECK(describe_check_in(read("1200"), latency()) == "1,200 s on 18 Jan 2027");
}

TEST_CASE("the day stands behind the value or the health, or at the end, and does not stay in the note") {
  for (const char* line : {"42 yesterday", "42 s yesterday", "42, yesterday", "42 on 17 Jan", "42 on Sunday."}) {
    INFO(line);
    CHECK(read(line).date == make_date(2027, 1, 17));
    CHECK(read(line).note.empty());
  }
  const CheckIn behind = read("42 after the rollout, on 3 May");
  CHECK(behind.date == make_date(2026, 5, 3));
  CHECK(behind.note == "after the rollout");
  const CheckIn ahead = read("9.4 s on 3 May 2026, at risk: supplier is late");
  CHECK(ahead.date == make_date(2026, 5, 3));
  CHECK(ahead.health == "At risk");
  CHECK(ahead.note == "supplier is late");
  const CheckIn middle = read("9.4 at risk yesterday: supplier is late");
  CHECK(middle.date == make_date(2027, 1, 17));
  CHECK(middle.note == "supplier is late");
  CHECK(describe_check_in(read("42 fine yesterday"), latency()) == "42 s on 17 Jan 2027: fine");
}

TEST_CASE("a day that a note tells of is not that of the check-in") {
  for (const char* line : {"42 since Monday", "42 after the Monday rollout went well", "42 better than before 3 May"}) {
    INFO(line);
    CHECK(read(line).date == make_date(2027, 1, 18));
    CHECK(read(line).note == std::string_view(line).substr(3));
  }
}

TEST_CASE("a line without a value is refused with the way out") {
  for (const char* line : {"", "  ", "after the rollout", "-", ".", "1.2.3"}) {
    INFO(line);
    const auto row = read_quick_check_in(line, latency(), make_date(2027, 1, 18));
    REQUIRE_FALSE(row.has_value());
    CHECK(row.error().code == ErrorCode::bad_input);
    CHECK_FALSE(row.error().what_to_do.empty());
  }
}

}  // namespace tradewind::workbench
