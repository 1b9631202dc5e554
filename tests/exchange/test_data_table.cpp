// Tables of values: their order, and the three forms in which they leave.
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/random_portfolio.h"
#include "tradewind/exchange/data_table.h"

using namespace tradewind;
using namespace tradewind::exchange;

namespace {

DataTable one_column(const Column& column, const std::vector<Cell>& cells) {
  DataTable table;
  table.columns.push_back(column);
  for (const Cell& cell : cells) table.rows.push_back({cell});
  return table;
}

Column column_of(const std::string& key, ColumnKind kind) {
  Column column;
  column.key = key;
  column.title = key;
  column.kind = kind;
  return column;
}

/// RFC 4180 and nothing else, independent of the import.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    std::string& cell = records.back().back();
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cell += text[++at];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      records.back().emplace_back();
    } else if (c == '\r') {
      REQUIRE(text.at(++at) == '\n');
      records.emplace_back(1);
    } else {
      REQUIRE(c != '\n');
      cell += c;
    }
  }
  REQUIRE(records.back() == std::vector<std::string>{""});  // after the last line end
  records.pop_back();
  return records;
}

}  // namespace

TEST_CASE("texts come in the order that people expect, and the next column decides among equals") {
  DataTable table;
  table.columns = {column_of("key", ColumnKind::text), column_of("title", ColumnKind::text),
                   column_of("reach", ColumnKind::number)};
  table.columns[0].order = TextOrder::natural;
  table.rows = {{std::string("TW-10"), std::string("login"), 5.0},
                {std::string("TW-2"), std::string("Query"), Cell{}},
                {std::string("TW-1"), std::string("query"), 9.0}};
  using Rows = std::vector<std::size_t>;
  CHECK(*sorted_order(table, {}) == Rows{0, 1, 2});
  CHECK(*sorted_order(table, {{"key"}}) == Rows{2, 1, 0});
  CHECK(*sorted_order(table, {{"key", true}}) == Rows{0, 1, 2});
  CHECK(*sorted_order(table, {{"title"}}) == Rows{0, 1, 2});  // case does not count
  CHECK(*sorted_order(table, {{"title"}, {"key"}}) == Rows{0, 2, 1});
  // Unknown last in both directions.
  CHECK(*sorted_order(table, {{"reach"}}) == Rows{0, 2, 1});
  CHECK(*sorted_order(table, {{"reach", true}}) == Rows{2, 0, 1});
  CHECK(sorted_order(table, {{"no such"}}).error().code == ErrorCode::bad_input);
}

TEST_CASE("sorting agrees with a plain comparison, for random numbers and texts") {
  test::RandomRows random(3);
  std::vector<Cell> numbers;
  std::vector<Cell> texts;
  for (int at = 0; at < 500; ++at) {
    numbers.push_back(random.one_in(5) ? Cell{} : Cell{random.number()});
    texts.push_back(random.one_in(5) ? Cell{} : Cell{random.text()});
  }
  for (const bool descending : {false, true}) {
    const auto number_table = one_column(column_of("n", ColumnKind::number), numbers);
    const auto by_number = sorted_order(number_table, {{"n", descending}});
    REQUIRE(by_number.has_value());
    std::vector<std::size_t> plain(numbers.size());
    for (std::size_t at = 0; at < plain.size(); ++at) plain[at] = at;
    std::stable_sort(plain.begin(), plain.end(), [&](std::size_t a, std::size_t b) {
      const double* x = std::get_if<double>(&numbers[a]);
      const double* y = std::get_if<double>(&numbers[b]);
      if (x == nullptr || y == nullptr) return x != nullptr && y == nullptr;
      return descending ? *x > *y : *x < *y;
    });
    CHECK(*by_number == plain);

    Column exact = column_of("t", ColumnKind::text);
    exact.order = TextOrder::bytes;
    const auto by_text = sorted_order(one_column(exact, texts), {{"t", descending}});
    REQUIRE(by_text.has_value());
    for (std::size_t at = 0; at < plain.size(); ++at) plain[at] = at;
    std::stable_sort(plain.begin(), plain.end(), [&](std::size_t a, std::size_t b) {
      const std::string x = cell_text(texts[a]);
      const std::string y = cell_text(texts[b]);
      if (x.empty() || y.empty()) return !x.empty() && y.empty();
      return descending ? x > y : x < y;
    });
    CHECK(*by_text == plain);
  }
}

TEST_CASE("infinities, both zeros and lists have their place in the order") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto table = one_column(column_of("n", ColumnKind::number), {0.0, infinity, -0.0, Cell{}, -infinity, -1.0});
  CHECK(*sorted_order(table, {{"n"}}) == std::vector<std::size_t>{4, 5, 0, 2, 1, 3});
  CHECK(*sorted_order(table, {{"n", true}}) == std::vector<std::size_t>{1, 0, 2, 5, 4, 3});
  using List = std::vector<std::string>;
  const auto lists = one_column(column_of("l", ColumnKind::list), {List{"b"}, List{}, List{"A", "z"}});
  CHECK(*sorted_order(lists, {{"l"}}) == std::vector<std::size_t>{2, 0, 1});
  CHECK(parse_sort_key("-reach").descending);
  CHECK(parse_sort_key("-reach").field == "reach");
  CHECK_FALSE(parse_sort_key("reach").descending);
}

TEST_CASE("CSV comes back as it was, formulas included") {
  test::RandomRows random(17);
  std::vector<Cell> texts;
  for (int at = 0; at < 400; ++at) {
    std::string text = random.text();
    if (random.one_in(3)) text = "'" + text;
    if (random.one_in(3)) text = "=" + text;
    texts.emplace_back(text);
  }
  const auto table = one_column(column_of("t", ColumnKind::text), texts);
  const auto records = parse_csv(to_csv(table));
  REQUIRE(records.size() == texts.size() + 1);
  CHECK(records[0] == std::vector<std::string>{"t"});
  for (std::size_t at = 0; at < texts.size(); ++at) {
    REQUIRE(records[at + 1].size() == 1);
    const std::string& written = records[at + 1][0];
    CHECK(unguarded(written) == cell_text(texts[at]));
    CHECK((written.empty() || std::string_view("=+-@\t\r").find(written[0]) == std::string_view::npos));
  }
}

TEST_CASE("CSV: the guard touches texts, never numbers, and can be left out") {
  DataTable table;
  table.columns = {column_of("n", ColumnKind::number), column_of("t", ColumnKind::text), column_of("l", ColumnKind::list)};
  table.rows.push_back({-5.0, std::string("-5"), std::vector<std::string>{"a;b", "c"}});
  CHECK(to_csv(table) == "n,t,l\r\n-5,'-5,a\\;b; c\r\n");
  CsvOptions plain;
  plain.guard_formulas = false;
  plain.byte_order_mark = true;
  CHECK(to_csv(table, plain) == "\xef\xbb\xbfn,t,l\r\n-5,-5,a\\;b; c\r\n");
  CHECK(guarded("'=1") == "''=1");
  CHECK(unguarded("'quoted") == "'quoted");
}

TEST_CASE("Markdown keeps each row on its line and each cell in its column") {
  DataTable table;
  table.columns = {column_of("t", ColumnKind::text), column_of("n", ColumnKind::number), column_of("l", ColumnKind::list)};
  table.columns[1].alignment = Alignment::right;
  table.rows.push_back({std::string("a|b\\|c\r\nd<script>"), 2.5, std::vector<std::string>{"x", "y"}});
  table.rows.push_back({Cell{}, Cell{}, Cell{}});
  CHECK(to_markdown(table) ==
        "| t | n | l |\n| --- | ---: | --- |\n| a\\|b\\\\\\|c<br>d&lt;script> | 2.5 | x, y |\n|  |  |  |\n");
}

TEST_CASE("JSON of an empty table is an empty array") {
  CHECK(nlohmann::json::parse(to_json(DataTable{})) == nlohmann::json::array());
}
