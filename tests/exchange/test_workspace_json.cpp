// The JSON form of a workspace: lossless, in a fixed order, and strict with documents from elsewhere.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "exchange/workspace_schema.h"
#include "support/catch.h"
#include "support/random_portfolio.h"
#include "tradewind/exchange/workspace_json.h"

using namespace tradewind;
using namespace tradewind::exchange;

namespace {

std::string document(const std::string& tables) {
  return R"({"format": "tradewind-workspace", "version": 1, "tables": {)" + tables + "}}";
}

std::vector<JsonProblem> problems_of(const std::string& text) {
  std::vector<JsonProblem> problems;
  const auto result = from_json(text, problems);
  CHECK_FALSE(result.has_value());
  return problems;
}

Item item_with(std::int64_t id, const std::string& key) {
  Item item;
  item.id.value = id;
  item.key = key;
  item.title = "Query cache";
  return item;
}

}  // namespace

TEST_CASE("random workspaces come back equal and write the same document again") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto made = test::RandomRows(seed).workspace(12);
    const std::string text = to_json(made.portfolio, made.import_records);
    std::vector<JsonProblem> problems;
    const auto read = from_json(text, problems);
    INFO("seed " << seed << ", first problem " << (problems.empty() ? "none" : problems[0].place + ": " + problems[0].why));
    REQUIRE(read.has_value());
    CHECK(test::same_rows(made.portfolio, read->portfolio));
    auto records = made.import_records;
    std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    CHECK(records == read->import_records);
    // Byte for byte: also the sign of zero, which == does not see.
    CHECK(to_json(read->portfolio, read->import_records) == text);
  }
}

TEST_CASE("the document does not depend on the order in which rows were inserted") {
  Portfolio forwards;
  Portfolio backwards;
  for (std::int64_t id = 1; id <= 20; ++id) forwards.insert(item_with(id, "TW-" + std::to_string(id)));
  for (std::int64_t id = 20; id >= 1; --id) backwards.insert(item_with(id, "TW-" + std::to_string(id)));
  CHECK(to_json(forwards, {}) == to_json(backwards, {}));
}

TEST_CASE("values have the documented form") {
  Portfolio portfolio;
  Item item = item_with(9007199254740993, "TW-1");  // 2^53 + 1: no double holds it
  item.title = "Cache \"hot\" rows\xff";
  item.reach = 0.1;
  item.impact = 1e300;
  item.moscow = Moscow::must;
  item.deadline = make_date(2027, 1, 18);
  portfolio.insert(item);
  const auto parsed = nlohmann::json::parse(to_json(portfolio, {}));
  CHECK(parsed["format"] == "tradewind-workspace");
  CHECK(parsed["version"] == 1);
  const auto& row = parsed["tables"]["item"][0];
  CHECK(row["id"] == "9007199254740993");
  CHECK(row["parent"].is_null());
  CHECK(row["title"] == "Cache \"hot\" rows\xef\xbf\xbd");
  CHECK(row["reach"] == 0.1);
  CHECK(row["impact"] == 1e300);
  CHECK(row["confidence"].is_null());
  CHECK(row["moscow"] == "must");
  CHECK(row["deadline"] == "2027-01-18");
  CHECK(row["earliest_start"].is_null());
  CHECK(row["tags"].is_array());
}

TEST_CASE("missing members keep their defaults") {
  const auto read = from_json(document(R"("item": [{"id": "7", "title": "Query cache"}])"));
  REQUIRE(read.has_value());
  const Item* item = read->portfolio.find(ItemId{7});
  REQUIRE(item != nullptr);
  CHECK(item->title == "Query cache");
  CHECK(item->kind == ItemKind::feature);
  CHECK_FALSE(item->reach.has_value());
}

TEST_CASE("every problem is named with its place") {
  const auto problems = problems_of(document(R"(
      "team": [{"id": "1", "name": 5, "people": "many"}, {"id": "1"}, 3, {"name": "no id"}],
      "item": [{"id": "2", "kind": "epic", "deadline": "2027-02-30", "parent": "99", "tags": ["a", 1], "colour": "red"},
               {"id": 3}, {"id": "4", "custom": [{"name": "a"}]}],
      "planet": []
    )"));
  const auto named = [&](const std::string& place) {
    return std::count_if(problems.begin(), problems.end(), [&](const JsonProblem& problem) { return problem.place == place; });
  };
  for (const char* place :
       {"/tables/team/0/name", "/tables/team/0/people", "/tables/team/1/id", "/tables/team/2", "/tables/team/3",
        "/tables/item/0/kind", "/tables/item/0/deadline", "/tables/item/0/parent", "/tables/item/0/tags/1",
        "/tables/item/0/colour", "/tables/item/1/id", "/tables/item/2/custom/0", "/tables/planet"}) {
    INFO(place);
    CHECK(named(place) == 1);
  }
  CHECK(problems.size() == 13);
}

TEST_CASE("a reference across tables must lead to a row, wherever that row stands") {
  CHECK(from_json(document(R"("estimate": [{"id": "1", "item": "2"}], "item": [{"id": "2"}])")).has_value());
  const auto problems = problems_of(document(R"("estimate": [{"id": "1", "item": "3"}], "item": [{"id": "2"}])"));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0] == JsonProblem{"/tables/estimate/0/item", "no row has the id 3"});
}

TEST_CASE("members and tables that occur twice are refused, not silently overwritten") {
  CHECK(problems_of(document(R"("team": [{"id": "1", "name": "A", "name": "B"}])")).at(0).place == "/tables/team/0");
  CHECK(problems_of(document(R"("team": [], "team": [])")).at(0).place == "/tables/team");
}

TEST_CASE("a document of the wrong shape is refused with its place") {
  CHECK(problems_of(document(R"("team": {"id": "1"})")).at(0).place == "/tables/team");
  CHECK(problems_of(document(R"("team": 5)")).at(0).place == "/tables/team");
  CHECK(problems_of(document(R"("team": [[{"id": "1"}]])")).at(0).place == "/tables/team/0");
  CHECK(problems_of(R"({"format": "tradewind-workspace", "version": 1})").at(0).place == "/tables");
  CHECK(problems_of(R"({"format": "tradewind-workspace", "version": 1, "tables": []})").at(0).place == "/tables");
  CHECK(problems_of(R"({"format": "tradewind-workspace", "version": 1, "tables": {}, "a/b": 1})").at(0).place == "/a~1b");
  CHECK(problems_of("{\n  \"format\": x\n}").at(0).place == "line 2, column 13");
  CHECK(problems_of(document(R"("team": [{"id": "1", "people": 1e999}])")).size() == 1);
  CHECK(problems_of(document(R"("workspace_settings": [{"id": "1"}, {"id": "2"}])")).size() == 1);
}

TEST_CASE("foreign and newer documents are told apart") {
  const auto code = [](const std::string& text) {
    const auto result = from_json(text);
    REQUIRE_FALSE(result.has_value());
    return result.error().code;
  };
  CHECK(code("[]") == ErrorCode::not_ours);
  CHECK(code(R"({"boards": []})") == ErrorCode::not_ours);
  CHECK(code(R"({"format": "trello", "version": 1})") == ErrorCode::not_ours);
  CHECK(code(R"({"format": "tradewind-workspace", "version": 2, "tables": {"planet": [1]}})") == ErrorCode::too_new);
  CHECK(code(R"({"format": "tradewind-workspace", "version": "1", "tables": {}})") == ErrorCode::bad_input);
  CHECK(code("") == ErrorCode::bad_input);
}

TEST_CASE("a document with very many problems gives a message of bounded length") {
  std::string rows;
  for (int at = 0; at < 1000; ++at) rows += (at > 0 ? "," : "") + std::string(R"({"id": "x"})");
  std::vector<JsonProblem> problems;
  const auto result = from_json(document("\"team\": [" + rows + "]"), problems);
  REQUIRE_FALSE(result.has_value());
  CHECK(problems.size() == 1000);
  CHECK(result.error().why.find("980 more of 1000") != std::string::npos);
  CHECK(result.error().why.size() < 4000);
}

TEST_CASE("a truncated document is refused at every length") {
  const auto made = test::RandomRows(7).workspace(2);
  const std::string text = to_json(made.portfolio, made.import_records);
  for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
    INFO("length " << length);
    CHECK_FALSE(from_json(std::string_view(text).substr(0, length)).has_value());
  }
}

// With TRADEWIND_UPDATE_DOCS set in the environment the file is written anew instead of compared.
TEST_CASE("the published schema names every entity and field") {
  const std::string path = std::string(TRADEWIND_TEST_DATA) + "/../../docs/workspace.schema.json";
  const std::string expected = test::workspace_schema().dump(2) + "\n";
  if (std::getenv("TRADEWIND_UPDATE_DOCS") != nullptr) std::ofstream(path) << expected;
  std::ifstream file(path);
  std::stringstream published;
  published << file.rdbuf();
  CHECK(published.str() == expected);
}
