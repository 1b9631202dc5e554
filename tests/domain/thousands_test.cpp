// Commas between thousands.
#include "tradewind/domain/thousands.h"

#include "support/catch.h"

using namespace tradewind;

TEST_CASE("commas part the thousands of the whole number only") {
  CHECK(with_thousands("0") == "0");
  CHECK(with_thousands("999") == "999");
  CHECK(with_thousands("-999") == "-999");
  CHECK(with_thousands("1000") == "1,000");
  CHECK(with_thousands("-1000") == "-1,000");
  CHECK(with_thousands("123456.123456") == "123,456.123456");
  CHECK(with_thousands("1234567") == "1,234,567");
  CHECK(with_thousands("1e+15").find(',') == std::string::npos);
  CHECK(with_thousands("inf") == "inf");
  CHECK(with_thousands("").empty());
}
