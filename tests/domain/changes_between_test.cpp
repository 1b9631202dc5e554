// Random pairs of portfolios: the changes told lead from the one to the other, and tell of nothing else.
#include "tradewind/domain/changes_between.h"

#include <algorithm>
#include <random>

#include "domain/build.h"
#include "support/catch.h"

using namespace tradewind;

TEST_CASE("the changes between two portfolios lead from the one to the other") {
  std::mt19937 random{11};
  const auto below = [&](unsigned limit) { return random() % limit; };
  for (int round = 0; round < 200; ++round) {
    Portfolio before;
    Portfolio after;
    for (std::int64_t id = 1; id <= 12; ++id) {
      Item row;
      row.id = ItemId{id};
      row.title = "Title " + std::to_string(below(2));
      if (below(3) > 0) before.insert(row);
      row.title = "Title " + std::to_string(below(2));
      if (below(3) > 0) after.insert(row);
    }
    Portfolio followed = before;
    for (const Change& change : changes_between(before, after)) {
      REQUIRE(change.table == Item::table);
      const ItemId id{change.id};
      if (change.kind == ChangeKind::erased) {
        CHECK_FALSE(after.contains(id));
        followed.erase(id);
      } else if (change.kind == ChangeKind::inserted) {
        followed.insert(*after.find(id));
      } else {
        CHECK_FALSE(*before.find(id) == *after.find(id));
        followed.update(*after.find(id));
      }
    }
    CHECK(changes_between(followed, after).empty());
    CHECK(followed.all<Item>().size() == after.all<Item>().size());
  }
}

TEST_CASE("rows of every kind are compared, field by field") {
  Portfolio before;
  const ItemId item = build::item(before, "TW-1");
  const TeamId team = build::team(before, "platform", "Platform");
  Portfolio after = before;
  CHECK(changes_between(before, after).empty());
  build::change(after, item, [](Item& row) { row.reach = 400; });
  after.erase(team);
  const Changes changes = changes_between(before, after);
  REQUIRE(changes.size() == 2);
  CHECK(std::count(changes.begin(), changes.end(), Change{Item::table, item.value, ChangeKind::updated}) == 1);
  CHECK(std::count(changes.begin(), changes.end(), Change{Team::table, team.value, ChangeKind::erased}) == 1);
}
