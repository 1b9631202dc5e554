// Capacities as people write them.
#include "support/catch.h"
#include "tradewind/workbench/capacity_text.h"

namespace tradewind::workbench {
namespace {

Capacity four_people() {
  Capacity row;
  row.people = 4;
  row.weeks = 13;
  row.availability = 0.6;
  return row;
}

CapacityWish wish(std::string_view text) {
  const auto read = read_capacity(text);
  INFO(text);
  REQUIRE(read.has_value());
  return *read;
}

Capacity after(std::string_view text) { return with_wish(four_people(), wish(text)); }

std::string why_not(std::string_view text) {
  const auto read = read_capacity(text);
  INFO(text);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == ErrorCode::bad_input);
  CHECK_FALSE(read.error().what_to_do.empty());
  return read.error().why;
}

}  // namespace

TEST_CASE("a number alone is typed person-weeks, over a product that stays") {
  for (const char* text : {"31", " 31 ", "31 pw", "31 person-weeks", "31 Person weeks", "31.0", "31 typed"}) {
    INFO(text);
    CHECK(after(text).typed == OptionalNumber{31});
    CHECK(after(text).people == Approx(4));
    CHECK(after(text).weeks == Approx(13));
    CHECK(after(text).availability == Approx(0.6));
  }
  CHECK(wish("31,5").typed == OptionalNumber{31.5});
  CHECK(wish("1,200").typed == OptionalNumber{1200});
  CHECK(wish("0").typed == OptionalNumber{0});
}

TEST_CASE("a product is written with x, ×, *, without blanks and with units") {
  for (const char* text : {"5 x 12 x 90%", "5x12x90%", "5 × 12 × 0.9", "5*12*90 %", "5 people × 12 weeks × 90 %",
                           "12w x 5p x 90%", "90 % x 5 x 12", "5 x 90\u202F% x 12", "5 people, 12 weeks, 90 %", "5 X 12 X 90"}) {
    INFO(text);
    Capacity typed = four_people();
    typed.typed = 31;
    const Capacity row = with_wish(typed, wish(text));
    CHECK(row.people == Approx(5));
    CHECK(row.weeks == Approx(12));
    CHECK(row.availability == Approx(0.9));
    CHECK(row.person_weeks() == Approx(54));
  }
}

TEST_CASE("people and weeks alone are always available; what else is not named stays") {
  CHECK(after("5 x 12").availability == Approx(1));
  CHECK(after("5 people 50 %").person_weeks() == Approx(5 * 13 * 0.5));
  CHECK(after("5 x 50 %").person_weeks() == Approx(5 * 13 * 0.5));
  CHECK(after("5 people").person_weeks() == Approx(5 * 13 * 0.6));
  CHECK(after("10 weeks").person_weeks() == Approx(4 * 10 * 0.6));
  CHECK(after("80%").person_weeks() == Approx(4 * 13 * 0.8));
  CHECK(after("100 %").availability == Approx(1));
}

TEST_CASE("a reserve goes with everything, and alone") {
  CHECK(after("31, reserve 6").reserve == Approx(6));
  CHECK(after("31, reserve 6").typed == OptionalNumber{31});
  CHECK(after("5 x 12 reserve 6 pw").reserve == Approx(6));
  CHECK(after("5 x 12; Reserve 6").person_weeks() == Approx(60));
  const Capacity alone = after("reserve 2,5");
  CHECK(alone.reserve == Approx(2.5));
  CHECK_FALSE(alone.typed.has_value());
  CHECK(alone.person_weeks() == four_people().person_weeks());
}

TEST_CASE("what cannot be understood is named") {
  CHECK(why_not("many").find("\"many\"") != std::string::npos);
  CHECK(why_not("5 x six x 2").find("\"six\"") != std::string::npos);
  CHECK(why_not("5 ×").find("after the ×") != std::string::npos);
  CHECK(why_not("× 5").find("before the ×") != std::string::npos);
  CHECK(why_not("5 x x 12").find("before the ×") != std::string::npos);
  CHECK(why_not("1 × 2 × 3 × 4").find("more than") != std::string::npos);
  CHECK(why_not("5 12").find("what 12 is") != std::string::npos);
  CHECK(why_not("-5").find("-5 is below 0") != std::string::npos);
  CHECK(why_not("5 x 12 x 160 %").find("160 %") != std::string::npos);
  CHECK(why_not("5 people 6 people").find("twice") != std::string::npos);
  CHECK(why_not("5 people 31 pw").find("person-weeks") != std::string::npos);
  CHECK(why_not("5 × 12 typed").find("person-weeks") != std::string::npos);
  CHECK(why_not("5 reserve").find("reserve") != std::string::npos);
  CHECK(why_not("reserve 6 %").find("person-weeks") != std::string::npos);
  CHECK(why_not("reserve 6, 31").find("last") != std::string::npos);
  CHECK(why_not("%").find("\"%\"") != std::string::npos);
  CHECK(why_not("").find("no number") != std::string::npos);
}

TEST_CASE("a capacity is written so that it reads back as the same") {
  CHECK(capacity_text(four_people()) == "4 × 13 × 60 %");
  Capacity typed = four_people();
  typed.typed = 31;
  typed.reserve = 6;
  CHECK(capacity_text(typed) == "31, reserve 6");
  for (const double availability : {1.0, 0.9, 0.07, 2.0 / 3, 0.0, 0.005}) {
    Capacity row = four_people();
    row.people = 2.5;
    row.availability = availability;
    CHECK(with_wish(four_people(), wish(capacity_text(row))) == row);
  }
}

}  // namespace tradewind::workbench
