// Circles of dependencies.
#include <algorithm>

#include "domain/build.h"
#include "support/catch.h"
#include "tradewind/domain/validate.h"

using namespace tradewind;

namespace {

/// Items 1 … count without a dependency.
Portfolio items(int count) {
  Portfolio portfolio;
  for (int i = 1; i <= count; ++i) {
    Item row;
    row.id = ItemId{i};
    row.key = "A-" + std::to_string(i);
    portfolio.insert(row);
  }
  return portfolio;
}

void require_circle(const Portfolio& portfolio, const std::vector<ItemId>& circle) {
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const auto successors = portfolio.owned_by<&Dependency::predecessor>(circle[i]);
    const ItemId next = circle[(i + 1) % circle.size()];
    REQUIRE(std::any_of(successors.begin(), successors.end(), [&](const Dependency& row) { return row.successor == next; }));
  }
}

}  // namespace

TEST_CASE("a chain and a diamond have no circle") {
  Portfolio portfolio = items(4);
  build::depends(portfolio, ItemId{2}, ItemId{1});
  build::depends(portfolio, ItemId{3}, ItemId{1});
  build::depends(portfolio, ItemId{4}, ItemId{2});
  build::depends(portfolio, ItemId{4}, ItemId{3});
  CHECK(dependency_circles(portfolio).empty());
  CHECK(circle_closed_by(portfolio, ItemId{1}, ItemId{4}).empty());
  CHECK(circle_closed_by(portfolio, ItemId{2}, ItemId{3}).empty());
  const auto path = circle_closed_by(portfolio, ItemId{4}, ItemId{1});
  REQUIRE(path.size() == 3);
  CHECK(path.front() == ItemId{1});
  CHECK(path.back() == ItemId{4});
  CHECK(circle_closed_by(portfolio, ItemId{2}, ItemId{2}) == std::vector{ItemId{2}});
}

TEST_CASE("every circle is reported once, in order") {
  Portfolio portfolio = items(8);
  const auto circle = [&](std::vector<std::int64_t> ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) build::depends(portfolio, ItemId{ids[(i + 1) % ids.size()]}, ItemId{ids[i]});
  };
  circle({1, 2, 3});
  circle({5, 4});
  build::depends(portfolio, ItemId{4}, ItemId{3});  // from one circle to the other
  build::depends(portfolio, ItemId{7}, ItemId{7});
  build::depends(portfolio, ItemId{8}, ItemId{5});
  const auto circles = dependency_circles(portfolio);
  REQUIRE(circles.size() == 3);
  CHECK(circles[0] == std::vector{ItemId{1}, ItemId{2}, ItemId{3}});
  CHECK(circles[1] == std::vector{ItemId{4}, ItemId{5}});
  CHECK(circles[2] == std::vector{ItemId{7}});
  for (const auto& one : circles) require_circle(portfolio, one);
}

TEST_CASE("a circle of 100,000 items neither overflows the stack nor takes long") {
  constexpr int count = 100000;
  Portfolio portfolio = items(count);
  portfolio.reserve<Dependency>(count);
  for (int i = 1; i < count; ++i) build::depends(portfolio, ItemId{i + 1}, ItemId{i});
  CHECK(dependency_circles(portfolio).empty());
  CHECK(circle_closed_by(portfolio, ItemId{count}, ItemId{1}).size() == count);
  build::depends(portfolio, ItemId{1}, ItemId{count});
  const auto circles = dependency_circles(portfolio);
  REQUIRE(circles.size() == 1);
  CHECK(circles.front().size() == count);
}
