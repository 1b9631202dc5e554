#include <algorithm>

#include "tradewind/domain/entities.h"
#include "tradewind/workbench/sample_workspace.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

namespace {

std::vector<std::string> keys(const Result<std::vector<Record>>& rows) {
  if (!rows) FAIL(rows.error().what << ": " << rows.error().why);
  std::vector<std::string> texts;
  for (const Record& row : *rows) texts.push_back(text_in(row, "key"));
  return texts;
}

}  // namespace

TEST_CASE("Every entity of the portfolio can be listed, and has a noun of its own") {
  const Portfolio sample = make_sample_portfolio();
  std::size_t listed_rows = 0;
  for (const std::string& noun : list_nouns()) {
    const auto rows = list_rows(sample, noun, {});
    INFO(noun);
    REQUIRE(rows);
    listed_rows += rows->size();
    for (const Record& row : *rows)
      for (const std::string& field : all_fields(noun)) REQUIRE(find(row, field) != nullptr);
    for (const std::string& field : usual_fields(noun)) {
      const auto fields = all_fields(noun);
      CHECK(std::find(fields.begin(), fields.end(), field) != fields.end());
    }
  }
  std::size_t stored_rows = 0;
  for_each_entity<PortfolioEntities>([&]<class Entity>() { stored_rows += sample.all<Entity>().size(); });
  CHECK(listed_rows == stored_rows);
}

TEST_CASE("Sorting: numbers by size, keys naturally, unknown last in both directions") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  for (int number = 1; number <= 11; ++number)
    added(workspace, "item", {"title=Item", number == 3 ? "reach=" : "reach=" + std::to_string(number * 7 % 11)});
  ListOptions by_key;
  by_key.sort = {"-key"};
  CHECK(keys(list_rows(workspace.portfolio(), "items", by_key)).front() == "TW-11");
  for (const std::string direction : {"", "-"}) {
    ListOptions by_reach;
    by_reach.sort = {direction + "reach"};
    CHECK(keys(list_rows(workspace.portfolio(), "items", by_reach)).back() == "TW-3");
  }
  ListOptions limited;
  limited.sort = {"-reach"};
  limited.limit = 1;
  limited.fields = {"key", "reach"};
  const auto rows = list_rows(workspace.portfolio(), "items", limited);
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().size() == 2);
  CHECK(text_in(rows->front(), "reach") == "9");
}

TEST_CASE("Filters: items as in the filter bar, other rows by their own fields") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=Cache", "moscow=must", "effort=4", "tags=legacy"});
  added(workspace, "item", {"title=Search", "moscow=must", "effort=9"});
  ListOptions options;
  options.where = "moscow:must effort<8";
  CHECK(keys(list_rows(workspace.portfolio(), "items", options)) == std::vector<std::string>{"TW-1"});
  options.where = "-tag:legacy";
  CHECK(keys(list_rows(workspace.portfolio(), "items", options)) == std::vector<std::string>{"TW-2"});
  ListOptions periods;
  periods.where = "start>=2027-07-01 kind:quarter";
  const auto rows = list_rows(workspace.portfolio(), "periods", periods);
  REQUIRE(rows);
  CHECK(rows->size() == 2);
  periods.where = "-name:2027Q1,2027q2 has:start \"2027Q\"";
  CHECK(list_rows(workspace.portfolio(), "periods", periods)->size() == 2);
  periods.where = "beauty:high";
  CHECK_FALSE(list_rows(workspace.portfolio(), "periods", periods));
  periods.where = "name:";
  CHECK_FALSE(list_rows(workspace.portfolio(), "periods", periods));
}

TEST_CASE("Mistakes in a list are refused with what exists") {
  const Portfolio sample = make_sample_portfolio();
  CHECK_FALSE(list_rows(sample, "unicorns", {}));
  ListOptions options;
  options.sort = {"beauty"};
  const auto rows = list_rows(sample, "items", options);
  REQUIRE_FALSE(rows);
  CHECK(rows.error().what_to_do.find("effort") != std::string::npos);
  options = {};
  options.where = "stage:";
  CHECK_FALSE(list_rows(sample, "items", options));
}

TEST_CASE("show finds any key and tells what hangs on it") {
  const Portfolio sample = make_sample_portfolio();
  const Item& item = *sample.items_by_rank().front();
  const auto shown = show_row(sample, item.key);
  REQUIRE(shown);
  CHECK(text_in(*shown, "noun") == "item");
  for (const Team* team : sample.teams_in_order()) {
    const auto row = show_row(sample, team->name);
    REQUIRE(row);
    CHECK(text_in(*row, "noun") == "team");
    CHECK(find(*row, "capacity") != nullptr);
  }
  const auto quarter = show_row(sample, sample.periods_in_order(PeriodKind::quarter).front()->name);
  REQUIRE(quarter);
  CHECK(find(*quarter, "planned_items") != nullptr);
  CHECK(find(*quarter, "capacity") != nullptr);
  CHECK_FALSE(show_row(sample, "no such key"));
  // A noun in front decides between things of the same name.
  CHECK(text_in(*show_row(sample, "team:" + sample.teams_in_order().front()->name), "noun") == "team");
}
