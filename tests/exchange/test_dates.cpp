#include "import_support.h"
#include "tradewind/exchange/date_text.h"

using namespace tradewind;
using namespace tradewind::exchange;

namespace {
std::string certain(std::string_view text) {
  const auto read = read_date_text(text);
  return read.certain ? to_iso(*read.certain) : "";
}
}  // namespace

TEST_CASE("dates with month names are certain in seven languages", "[dates]") {
  CHECK(certain("24/Jun/26 5:39 PM") == "2026-06-24");
  CHECK(certain("10/mar/26 11:00 PM") == "2026-03-10");
  CHECK(certain("06/abr/26 7:04 PM") == "2026-04-06");
  CHECK(certain("01/сен/25 12:00") == "2025-09-01");
  CHECK(certain("13 мая 2026 г.") == "2026-05-13");
  CHECK(certain("24/дек./25") == "2025-12-24");
  CHECK(certain("5. März 2026") == "2026-03-05");
  CHECK(certain("12/déc./25 9:00") == "2025-12-12");
  CHECK(certain("12 août 2026") == "2026-08-12");
  CHECK(certain("3/fev/26") == "2026-02-03");
  CHECK(certain("3/set/26") == "2026-09-03");
  CHECK(certain("3 luglio 2026") == "2026-07-03");
  CHECK(certain("Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)") == "2023-02-06");
  CHECK(certain("Jun 5, 2026") == "2026-06-05");
}

TEST_CASE("ISO dates are certain", "[dates]") {
  CHECK(certain("2014-10-11T04:38:57.88Z") == "2014-10-11");
  CHECK(certain("2024-02-03 01:01:09") == "2024-02-03");
  CHECK(certain("2026/7/9") == "2026-07-09");
  CHECK(certain("20260624") == "2026-06-24");
}

TEST_CASE("numeric dates are never guessed", "[dates]") {
  const auto open = read_date_text("7/9/2026");
  CHECK_FALSE(open.certain);
  CHECK(open.depends_on_order());
  CHECK(open.in_order(DateOrder::dmy) == make_date(2026, 9, 7));
  CHECK(open.in_order(DateOrder::mdy) == make_date(2026, 7, 9));
  CHECK_FALSE(open.in_order(std::nullopt));
  CHECK(read_date_text("24/6/2026").proves == DateOrder::dmy);
  CHECK(read_date_text("6/24/26 10:00").proves == DateOrder::mdy);
  CHECK(certain("7/7/2026") == "2026-07-07");
}

TEST_CASE("evidence is collected", "[dates]") {
  DateOrderEvidence evidence;
  evidence.add(read_date_text("7/9/2026"));
  CHECK(evidence.is_needed());
  CHECK_FALSE(evidence.order());
  evidence.add(read_date_text("13/9/2026"));
  CHECK(evidence.order() == DateOrder::dmy);
  evidence.add(read_date_text("9/13/2026"));
  CHECK(evidence.contradicts());
  CHECK_FALSE(evidence.order());
}

TEST_CASE("what is no day is no date", "[dates]") {
  for (const auto* text : {"", "soon", "30/02/2026", "2026-13-01", "Feb 2026", "1.2.3", "NCA\\2015\\24 (4 Dec)",
                           "12345678901234567890", "24/Jun/26 and more"})
    CHECK_FALSE(read_date_text(text).is_date());
}
