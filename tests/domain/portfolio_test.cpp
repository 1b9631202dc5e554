// Random changes against a naive model: the indices must say what a search through all rows says.
#include "tradewind/domain/portfolio.h"

#include <algorithm>
#include <map>
#include <random>

#include "domain/build.h"
#include "support/catch.h"

using namespace tradewind;

TEST_CASE("indices agree with a naive model under random changes") {
  std::mt19937 random{5};
  const auto below = [&](int limit) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(limit)); };
  Portfolio portfolio;
  std::map<std::int64_t, Item> items;
  std::map<std::int64_t, Estimate> estimates;
  const auto any_item = [&](std::int64_t id) {
    Item row;
    row.id = ItemId{id};
    if (below(5) > 0) row.key = "K" + std::to_string(below(30));  // keys may repeat for a moment
    if (below(2) > 0) row.external_key = "X" + std::to_string(below(30));
    return row;
  };
  const auto any_estimate = [&](std::int64_t id) {
    Estimate row;
    row.id = EstimateId{id};
    row.item = ItemId{below(20)};
    if (below(3) > 0) row.likely = static_cast<double>(below(10));
    return row;
  };
  // Half of the rows are there from the beginning, all at once.
  const auto fill = [&](auto& model, int count, auto make) {
    std::vector<typename std::decay_t<decltype(model)>::mapped_type> rows;
    for (int id = 1; id <= count; ++id) model.emplace(id, rows.emplace_back(make(id)));
    portfolio.fill(std::move(rows));
  };
  fill(items, 20, any_item);
  fill(estimates, 40, any_estimate);
  const auto change_one = [&](auto& model, std::int64_t id, auto make) {
    const auto found = model.find(id);
    const auto row = make(id);
    if (found == model.end()) {
      model.emplace(id, row);
      portfolio.insert(row);
    } else if (below(2) == 0) {
      found->second = row;
      portfolio.update(row);
    } else {
      portfolio.erase(row.id);
      model.erase(found);
    }
  };
  for (int step = 0; step < 6000; ++step) {
    change_one(items, 1 + below(40), any_item);
    change_one(estimates, 1 + below(80), any_estimate);

    std::int64_t wrong = 0;
    for (std::int64_t owner = 0; owner < 20; ++owner) {
      std::map<std::int64_t, Estimate> owned;
      for (const Estimate& row : portfolio.owned_by<&Estimate::item>(ItemId{owner})) owned.emplace(row.id.value, row);
      std::map<std::int64_t, Estimate> expected;
      double sum = 0;
      bool any = false;
      for (const auto& [id, row] : estimates)
        if (row.item == ItemId{owner}) {
          expected.emplace(id, row);
          sum += row.likely.value_or(0);
          any = any || row.likely.has_value();
        }
      if (owned != expected || portfolio.likely_effort(ItemId{owner}) != (any ? OptionalNumber{sum} : OptionalNumber{})) ++wrong;
    }
    for (int key = 0; key < 30; ++key) {
      const std::string text = "K" + std::to_string(key);
      const bool expected = std::any_of(items.begin(), items.end(), [&](const auto& entry) { return entry.second.key == text; });
      const Item* found = portfolio.item_by_key(text);
      if ((found != nullptr) != expected || (found != nullptr && found->key != text)) ++wrong;
      const std::string external = "X" + std::to_string(key);
      const bool has_external =
          std::any_of(items.begin(), items.end(), [&](const auto& entry) { return entry.second.external_key == external; });
      const Item* by_external = portfolio.item_by_key(external);
      if ((by_external != nullptr) != has_external || (by_external != nullptr && by_external->external_key != external)) ++wrong;
    }
    std::size_t walked = 0;
    for (const Item& row : portfolio.all<Item>()) {
      ++walked;
      if (items.at(row.id.value) != row) ++wrong;
    }
    if (walked != items.size() || portfolio.all<Item>().size() != items.size()) ++wrong;
    INFO("step " << step);
    REQUIRE(wrong == 0);
  }
}

TEST_CASE("rows are found by key, name and order") {
  Portfolio portfolio;
  const TeamId second = build::team(portfolio, "D", "Équipe Données", 2);
  const TeamId first = build::team(portfolio, "P", "Platform", 1);
  CHECK(portfolio.team_by_name("ÉQUIPE DONNÉES")->id == second);
  CHECK(portfolio.team_by_name("p")->id == first);
  CHECK(portfolio.team_by_name("nobody") == nullptr);
  CHECK(portfolio.teams_in_order().front()->id == first);

  const ItemId a = build::item(portfolio, "A-1");
  const ItemId b = build::item(portfolio, "A-2");
  build::change(portfolio, a, [](Item& row) { row.rank = "b"; });
  build::change(portfolio, b, [](Item& row) {
    row.rank = "a";
    row.external_source = "jira";
    row.external_key = "A-1";
  });
  CHECK(portfolio.items_by_rank().front()->id == b);
  CHECK(portfolio.item_by_key("A-1")->id == a);  // its own key before an external one
  CHECK(portfolio.item_by_external_key("jira", "A-1")->id == b);
  CHECK(portfolio.item_by_external_key("csv", "A-1") == nullptr);
  CHECK(portfolio.settings().key_prefix == "TW");
}

TEST_CASE("only the classes of the active policy are offered") {
  Portfolio portfolio;
  for (const bool active : {false, true}) {
    AllocationPolicy policy;
    policy.id = AllocationPolicyId{active ? 2 : 1};
    policy.active = active;
    portfolio.insert(policy);
    AllocationClass row;
    row.id = AllocationClassId{active ? 4 : 3};
    row.policy = policy.id;
    row.key = "strategic";
    portfolio.insert(row);
  }
  REQUIRE(portfolio.allocation_classes_in_order().size() == 1);
  CHECK(portfolio.allocation_class_by_name("Strategic")->id == AllocationClassId{4});
}

TEST_CASE("copies share the rows that none of them has changed, and hear nothing of each other") {
  Portfolio portfolio;
  constexpr std::int64_t count = 1000;
  const auto named = [](std::int64_t id, const std::string& key) {
    Item item;
    item.id = ItemId{id};
    item.key = key;
    return item;
  };
  for (std::int64_t id = 1; id <= count; ++id) portfolio.insert(named(id, "K" + std::to_string(id)));
  Portfolio copy = portfolio;
  const auto is_shared = [&](std::int64_t id) { return portfolio.find(ItemId{id}) == copy.find(ItemId{id}); };
  const auto shared_rows = [&] {
    int shared = 0;
    for (std::int64_t id = 1; id <= count; ++id) shared += is_shared(id) ? 1 : 0;
    return shared;
  };
  CHECK(shared_rows() == count);

  Item changed = *portfolio.find(ItemId{500});
  changed.key = "changed";
  portfolio.update(changed);
  CHECK(copy.find(ItemId{500})->key == "K500");
  CHECK(copy.item_by_key("changed") == nullptr);
  CHECK(portfolio.item_by_key("K500") == nullptr);
  CHECK_FALSE(is_shared(500));
  CHECK(shared_rows() > count * 9 / 10);

  copy.erase(ItemId{1});
  portfolio.insert(named(count + 1, "new"));
  CHECK(portfolio.find(ItemId{1})->key == "K1");
  CHECK(copy.find(ItemId{count + 1}) == nullptr);
  CHECK(copy.all<Item>().size() == static_cast<std::size_t>(count) - 1);
  CHECK(portfolio.all<Item>().size() == static_cast<std::size_t>(count) + 1);

  // What nobody shares any more is changed where it is.
  copy = Portfolio();
  const Item* row = portfolio.find(ItemId{700});
  changed = *row;
  changed.title = "in place";
  portfolio.update(changed);
  CHECK(portfolio.find(ItemId{700}) == row);
  CHECK(row->title == "in place");
}
