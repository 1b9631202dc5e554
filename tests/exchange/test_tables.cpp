// Tables of a workspace: columns, order, and the three forms in which they leave.
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/random_portfolio.h"
#include "tradewind/exchange/tables.h"

using namespace tradewind;
using namespace tradewind::exchange;

namespace {

template <class Entity>
Entity& add(std::vector<Entity>& rows, std::int64_t id) {
  rows.emplace_back();
  rows.back().id.value = id;
  return rows.back();
}

/// Two teams, two quarters, three items with all that hangs on them.
Portfolio small_portfolio() {
  Portfolio portfolio;
  AllocationPolicy policy;
  policy.id.value = 1;
  portfolio.insert(policy);
  AllocationClass strategic;
  strategic.id.value = 2;
  strategic.policy = policy.id;
  strategic.key = "strategic";
  strategic.name = "Strategic";
  portfolio.insert(strategic);

  std::vector<Team> teams;
  add(teams, 11).name = "Platform";
  teams[0].position = 1;
  add(teams, 10).name = "Mobile";
  teams[1].position = 2;
  for (const Team& team : teams) portfolio.insert(team);

  std::vector<Period> periods;
  add(periods, 21).name = "2027Q1";
  periods[0].start = make_date(2027, 1, 1);
  periods[0].end = make_date(2027, 4, 1);
  add(periods, 20).name = "2027Q2";
  periods[1].start = make_date(2027, 4, 1);
  periods[1].end = make_date(2027, 7, 1);
  for (const Period& period : periods) portfolio.insert(period);

  std::vector<Outcome> outcomes;
  add(outcomes, 31).key = "O1";
  outcomes[0].position = 1;
  add(outcomes, 30).key = "O2";
  outcomes[1].position = 2;
  for (const Outcome& outcome : outcomes) portfolio.insert(outcome);

  std::vector<Item> items;
  Item& cache = add(items, 41);
  cache.key = "TW-2";
  cache.title = "Query cache";
  cache.rank = "b";
  cache.external_key = "PROJ-7";
  cache.kind = ItemKind::initiative;
  cache.moscow = Moscow::must;
  cache.allocation_class = strategic.id;
  cache.reach = 500;
  cache.business_value = 8;
  cache.tags = {"speed", "core"};
  cache.custom = {{"Sprint", "1"}, {"Severity", "S1"}, {"Sprint", "2"}};
  cache.earliest_start = make_date(2027, 2, 1);
  cache.deadline = make_date(2027, 6, 30);
  Item& login = add(items, 40);
  login.key = "TW-10";
  login.title = "login with a passkey";
  login.rank = "a";
  login.parent = ItemId{41};
  login.reach = 20;
  Item& billing = add(items, 42);
  billing.key = "TW-1";
  billing.title = "Äußere Abrechnung";
  billing.rank = "B";
  for (const Item& item : items) portfolio.insert(item);

  std::vector<Contribution> contributions;
  add(contributions, 50).item.value = 41;
  contributions[0].outcome.value = 30;
  add(contributions, 51).item.value = 41;
  contributions[1].outcome.value = 31;
  for (const Contribution& row : contributions) portfolio.insert(row);

  std::vector<Estimate> estimates;
  add(estimates, 60).item.value = 41;
  estimates[0].team.value = 10;
  estimates[0].likely = 5;
  estimates[0].low = 4;
  add(estimates, 61).item.value = 41;
  estimates[1].team.value = 11;
  estimates[1].likely = 2.5;
  add(estimates, 62).item.value = 41;
  add(estimates, 63).item.value = 40;
  estimates[3].likely = 0.5;
  for (const Estimate& row : estimates) portfolio.insert(row);

  Dependency dependency;
  dependency.id.value = 70;
  dependency.predecessor.value = 40;
  dependency.successor.value = 41;
  portfolio.insert(dependency);

  Roadmap second;
  second.id.value = 80;
  second.name = "Second";
  second.position = 9;
  portfolio.insert(second);
  Roadmap first;
  first.id.value = 81;
  first.name = "First";
  portfolio.insert(first);
  std::vector<Placement> placements;
  add(placements, 90).roadmap = second.id;
  placements[0].item.value = 41;
  placements[0].period.value = 20;
  add(placements, 91).roadmap = first.id;
  placements[1].item.value = 41;
  placements[1].period.value = 21;
  add(placements, 92).roadmap = first.id;
  placements[2].item.value = 40;
  placements[2].start = make_date(2027, 4, 5);
  placements[2].finish = make_date(2027, 5, 3);
  for (const Placement& row : placements) portfolio.insert(row);
  return portfolio;
}

std::vector<std::string> keys_of(const DataTable& table) {
  std::vector<std::string> keys;
  for (const auto& row : table.rows) keys.push_back(cell_text(row[0]));
  return keys;
}

std::vector<std::string> item_keys(const Portfolio& portfolio, const std::vector<SortKey>& sort) {
  TableRequest request;
  request.fields = {"key"};
  request.sort = sort;
  const auto table = make_table(portfolio, "items", request);
  REQUIRE(table.has_value());
  return keys_of(*table);
}

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

TEST_CASE("an item's row tells all that hangs on it") {
  const auto portfolio = small_portfolio();
  const auto table = make_table(portfolio, "items");
  REQUIRE(table.has_value());
  const auto rows = nlohmann::json::parse(to_json(*table));
  REQUIRE(rows.size() == 3);
  const auto find = [&](const char* key) {
    return *std::find_if(rows.begin(), rows.end(), [&](auto& r) { return r["key"] == key; });
  };

  const auto cache = find("TW-2");
  CHECK(cache["external_key"] == "PROJ-7");
  CHECK(cache["kind"] == "initiative");
  CHECK(cache["moscow"] == "must");
  CHECK(cache["class"] == "strategic");
  CHECK(cache["reach"] == 500);
  CHECK(cache["impact"].is_null());
  CHECK(cache["value"] == 8);
  CHECK(cache["effort"] == 7.5);
  CHECK(cache["effort_low"] == 4);
  CHECK(cache["effort_by_team"] == nlohmann::json::parse(R"({"Platform": 2.5, "Mobile": 5, "unassigned": null})"));
  CHECK(cache["team"] == "Mobile");
  CHECK(cache["outcomes"] == nlohmann::json::parse(R"(["O1", "O2"])"));
  CHECK(cache["depends_on"] == nlohmann::json::parse(R"(["TW-10"])"));
  CHECK(cache["tags"] == nlohmann::json::parse(R"(["speed", "core"])"));
  CHECK(cache["custom"] == nlohmann::json::parse(R"({"Sprint": ["1", "2"], "Severity": "S1"})"));
  CHECK(cache["period"] == "2027Q1");
  CHECK(cache["start"] == "2027-01-01");
  CHECK(cache["finish"] == "2027-04-01");
  CHECK(cache["earliest"] == "2027-02-01");
  CHECK(cache["deadline"] == "2027-06-30");
  CHECK(cache["description"] == "");
  CHECK(cache["requester"].is_null());
  CHECK(cache["pinned"] == false);

  const auto login = find("TW-10");
  CHECK(login["parent"] == "TW-2");
  CHECK(login["period"] == "2027Q2");
  CHECK(login["start"] == "2027-04-05");
  CHECK(login["team"].is_null());
  CHECK(login["effort_by_team"] == nlohmann::json::parse(R"({"unassigned": 0.5})"));
  CHECK(login["moscow"].is_null());

  const auto billing = find("TW-1");
  CHECK(billing["effort"].is_null());
  CHECK(billing["period"].is_null());
  CHECK(billing["outcomes"].empty());
  CHECK(billing["outcomes"].is_array());
}

TEST_CASE("items come by rank; every other order is asked for") {
  const auto portfolio = small_portfolio();
  using Keys = std::vector<std::string>;
  CHECK(item_keys(portfolio, {}) == Keys{"TW-1", "TW-10", "TW-2"});  // ranks compare as bytes: "B" before "a"
  CHECK(item_keys(portfolio, {{"key"}}) == Keys{"TW-1", "TW-2", "TW-10"});
  CHECK(item_keys(portfolio, {{"key", true}}) == Keys{"TW-10", "TW-2", "TW-1"});
  CHECK(item_keys(portfolio, {{"title"}}) == Keys{"TW-10", "TW-2", "TW-1"});  // l, q, ä: case does not count
  // Unknown last in both directions.
  CHECK(item_keys(portfolio, {{"reach"}}) == Keys{"TW-10", "TW-2", "TW-1"});
  CHECK(item_keys(portfolio, {{"reach", true}}) == Keys{"TW-2", "TW-10", "TW-1"});
  // kind ties TW-1 and TW-10; the second key decides.
  CHECK(item_keys(portfolio, {{"kind"}, {"reach"}}) == Keys{"TW-10", "TW-1", "TW-2"});
}

TEST_CASE("fields, filter and limit") {
  const auto portfolio = small_portfolio();
  TableRequest request;
  request.fields = {"title", "key"};
  request.keep = [](const Item& item) { return item.reach.has_value(); };
  request.sort = {{"reach"}};
  request.limit = 1;
  const auto table = make_table(portfolio, "items", request);
  REQUIRE(table.has_value());
  REQUIRE(table->columns.size() == 2);
  CHECK(table->columns[0].key == "title");
  REQUIRE(table->rows.size() == 1);
  CHECK(cell_text(table->rows[0][1]) == "TW-10");
  const auto ids = sorted_items(portfolio, request);
  REQUIRE(ids.has_value());
  CHECK(*ids == std::vector<ItemId>{ItemId{40}});
}

TEST_CASE("what does not exist is refused with what does") {
  const auto portfolio = small_portfolio();
  const auto noun = make_table(portfolio, "itmes");
  REQUIRE_FALSE(noun.has_value());
  CHECK(noun.error().code == ErrorCode::not_found);
  CHECK(noun.error().what_to_do.find("\"items\"") != std::string::npos);
  TableRequest request;
  request.fields = {"reech"};
  const auto field = make_table(portfolio, "items", request);
  REQUIRE_FALSE(field.has_value());
  CHECK(field.error().code == ErrorCode::bad_input);
  CHECK(field.error().what_to_do.find("\"reach\"") != std::string::npos);
  request = {};
  request.sort = {{"no such"}};
  CHECK_FALSE(make_table(portfolio, "items", request).has_value());
  CHECK_FALSE(sorted_items(portfolio, request).has_value());
}

TEST_CASE("every noun gives a rectangular table with distinct columns and as many rows as the workspace has") {
  const auto made = test::RandomRows(11).workspace(15);
  for (const std::string_view noun : table_nouns()) {
    INFO(noun);
    const auto table = make_table(made.portfolio, noun);
    REQUIRE(table.has_value());
    const auto columns = table_columns(noun);
    REQUIRE(columns.has_value());
    CHECK(columns->size() == table->columns.size());
    std::vector<std::string> names;
    for (const Column& column : table->columns) names.push_back(column.key);
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
    const auto parsed = nlohmann::json::parse(to_json(*table));
    CHECK(parsed.size() == table->rows.size());
  }
  CHECK(make_table(made.portfolio, "outcomes")->rows.size() == made.portfolio.all<Outcome>().size());
  CHECK(make_table(made.portfolio, "outcome")->rows.size() == made.portfolio.all<Outcome>().size());
}

TEST_CASE("rows do not depend on the order in which they got into memory") {
  const auto made = test::RandomRows(5).workspace(12);
  Portfolio turned;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    std::vector<Entity> rows;
    for (const Entity& row : made.portfolio.all<Entity>()) rows.push_back(row);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) turned.insert(*row);
  });
  for (const std::string_view noun : {"teams", "capacity", "evidence", "time", "periods", "milestones"}) {
    INFO(noun);
    CHECK(to_json(*make_table(made.portfolio, noun)) == to_json(*make_table(turned, noun)));
  }
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
  const Portfolio empty;
  CHECK(nlohmann::json::parse(to_json(*make_table(empty, "items"))) == nlohmann::json::array());
}
