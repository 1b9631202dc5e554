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
