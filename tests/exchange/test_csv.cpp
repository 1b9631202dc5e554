#include "import_support.h"
#include "tradewind/exchange/csv_reader.h"

using namespace tradewind::exchange;

namespace {
std::vector<std::string> cells(const CsvTable& table, std::size_t row) {
  std::vector<std::string> texts;
  for (const auto cell : table.row(row)) texts.emplace_back(cell);
  return texts;
}
using Cells = std::vector<std::string>;
}  // namespace

TEST_CASE("quoted cells hold line ends, quotes and delimiters; rows know their first line", "[csv]") {
  const CsvTable table("a,b\n\n\"1\n2\",\"x \"\"y\"\", z\"\nlast,", ',');
  REQUIRE(table.row_count() == 3);
  CHECK(cells(table, 1) == Cells{"1\n2", "x \"y\", z"});
  CHECK(table.line(1) == 3);
  CHECK(cells(table, 2) == Cells{"last", ""});
  CHECK(table.line(2) == 5);
  CHECK(table.unclosed_quote_line() == 0);
}

TEST_CASE("a quote that is never closed is told", "[csv]") {
  CHECK(CsvTable("a\nb\n\"c\nd\n", ',').unclosed_quote_line() == 3);
  CHECK(CsvTable("a\n\"b\nc\"", ',').unclosed_quote_line() == 0);
}

TEST_CASE("cells stay valid when the table moves", "[csv]") {
  CsvTable table("a\n", ',');
  const auto cell = table.row(0)[0];
  const CsvTable moved = std::move(table);
  CHECK(cell == "a");
  CHECK(moved.row(0)[0].data() == cell.data());
}

TEST_CASE("stray quotes and repeated headers are kept", "[csv]") {
  const CsvTable table("Labels,Labels\n5\" disk,a \"b\" c\n", ',');
  CHECK(cells(table, 0) == Cells{"Labels", "Labels"});
  CHECK(cells(table, 1) == Cells{"5\" disk", "a \"b\" c"});
}

TEST_CASE("the delimiter is found", "[csv]") {
  CHECK(sniff_delimiter("a,b\n1,2\n") == ',');
  CHECK(sniff_delimiter("a;b\n1,5;2,5\n1,0;3\n") == ';');
  CHECK(sniff_delimiter("a\tb\nx, y\tz\n") == '\t');
  CHECK(sniff_delimiter("a|b\n1|2\n") == '|');
  CHECK(sniff_delimiter("\"a;b;c\",d\n\"x;y\",z\n") == ',');
  CHECK(sniff_delimiter("alone\nx\n") == ',');
}
