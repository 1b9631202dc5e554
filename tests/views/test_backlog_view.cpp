// The printed backlog: every item on exactly one page, in order, nothing clipped.
#include <set>

#include "tradewind/views/backlog_view.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

Portfolio portfolio_of(int items) {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, 4);
  add_items(portfolio, items, 11, 8);
  return portfolio;
}

std::vector<std::int64_t> items_in_order(const Scene& page) {
  std::vector<std::int64_t> ids;
  for (const Shape& shape : page.shapes)
    if (shape.mark.kind == MarkKind::item) ids.push_back(shape.mark.id);
  return ids;
}

}  // namespace

TEST_CASE("every item stands on exactly one page, and pages say which they are") {
  const FixedWidthMeasurer measurer;
  for (const int count : {1, 26, 44, 1000}) {
    const std::vector<Scene> pages = layout_backlog(portfolio_of(count), BacklogOptions{}, measurer);
    std::multiset<std::int64_t> seen;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      check_nothing_is_clipped(pages[i]);
      CHECK(pages[i].size == Size{1123, 794});
      CHECK(has_text(pages[i], "Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())));
      CHECK(has_text(pages[i], "RICE"));
      for (const std::int64_t id : items_in_order(pages[i])) seen.insert(id);
    }
    CHECK(seen.size() == static_cast<std::size_t>(count));
    CHECK(std::set<std::int64_t>(seen.begin(), seen.end()).size() == static_cast<std::size_t>(count));
  }
}

TEST_CASE("a given order is kept, and an item without effort shows a dash, not 0") {
  const FixedWidthMeasurer measurer;
  Portfolio portfolio;
  add_items(portfolio, 3, 1, 0);
  BacklogOptions options;
  options.items = std::vector<ItemId>{ItemId{2}, ItemId{1}};
  const std::vector<Scene> pages = layout_backlog(portfolio, options, measurer);
  REQUIRE(pages.size() == 1);
  CHECK(items_in_order(pages[0]) == std::vector<std::int64_t>{2, 1});
  CHECK(has_text(pages[0], "–"));
  CHECK_FALSE(has_text(pages[0], "0"));
}

TEST_CASE("an item has the key that people know, and no team is missing without a word") {
  const FixedWidthMeasurer measurer;
  for (const int teams : {8, 30}) {
    Portfolio portfolio;
    add_teams(portfolio, teams);
    add_items(portfolio, 2, 1, 0);
    Item imported = *portfolio.find(ItemId{1});
    imported.key = "TW-1";
    imported.external_key = "PROJ-7";
    portfolio.update(imported);
    BacklogOptions options;
    options.page = {2400, 794};
    const Scene page = layout_backlog(portfolio, options, measurer).front();
    CHECK(has_text(page, "PROJ-7"));
    CHECK_FALSE(has_text(page, "TW-1"));
    std::size_t named = 0;
    for (const Team* team : portfolio.teams_in_order()) named += has_text(page, team->name) ? 1 : 0;
    const std::size_t missing = portfolio.teams_in_order().size() - named;
    CHECK(named > 7);
    if (missing > 0) CHECK(has_text(page, "and " + std::to_string(missing) + " more"));
  }
}

TEST_CASE("the picture of a long backlog says that it is the beginning") {
  const FixedWidthMeasurer measurer;
  const Portfolio portfolio = portfolio_of(100);
  const Scene picture = layout_backlog_picture(portfolio, BacklogOptions{}, measurer);
  CHECK(has_text(picture, "First " + std::to_string(items_in_order(picture).size()) + " of 100 items"));
  check_nothing_is_clipped(picture);
}

TEST_CASE("an empty backlog is one page that says what to do") {
  const FixedWidthMeasurer measurer;
  const std::vector<Scene> pages = layout_backlog(Portfolio{}, BacklogOptions{}, measurer);
  REQUIRE(pages.size() == 1);
  CHECK(texts_of(pages[0]).size() >= 2);
}
