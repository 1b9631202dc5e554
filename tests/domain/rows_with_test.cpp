#include "tradewind/domain/rows_with.h"

#include "domain/build.h"
#include "support/catch.h"

using namespace tradewind;

TEST_CASE("what hangs on rows is counted once, by whatever it hangs") {
  Portfolio portfolio;
  const ItemId one = build::item(portfolio, "A-1");
  const ItemId two = build::item(portfolio, "A-2");
  const ItemId three = build::item(portfolio, "A-3");
  const TeamId team = build::team(portfolio, "a", "A");
  CHECK(rows_with<Item>(portfolio, {}) == 0);
  CHECK(rows_with<Item>(portfolio, {one}) == 1);

  Estimate estimate;
  estimate.id = new_id<EstimateId>();
  estimate.item = one;
  estimate.team = team;
  portfolio.insert(estimate);
  Dependency dependency;
  dependency.id = new_id<DependencyId>();
  dependency.predecessor = one;
  dependency.successor = two;
  portfolio.insert(dependency);
  build::change(portfolio, two, [&](Item& item) { item.parent = three; });

  CHECK(rows_with<Item>(portfolio, {one}) == 3);
  CHECK(rows_with<Item>(portfolio, {one, two}) == 4);  // the dependency hangs on both
  CHECK(rows_with<Item>(portfolio, {three}) == 2);
  CHECK(rows_with<Item>(portfolio, {two, three}) == 3);  // the one that refers to the other too
  CHECK(rows_with<Item>(portfolio, {one, one}) == 3);
  CHECK(rows_with<Team>(portfolio, {team}) == 2);
}
