#include <numeric>
#include <random>

#include "support/catch.h"
#include "tradewind/allocation/largest_remainder.h"

using namespace tradewind::allocation;

TEST_CASE("percentages to show add up to 100") {
  CHECK(rounded_to_hundred({1, 1, 1}) == std::vector<int>{34, 33, 33});
  CHECK(rounded_to_hundred({168, 57, 34}) == std::vector<int>{65, 22, 13});
  CHECK(rounded_to_hundred({70, 20, 10}) == std::vector<int>{70, 20, 10});
  CHECK(rounded_to_hundred({5, 0}) == std::vector<int>{100, 0});
}

TEST_CASE("among equal remainders the first part gets the point") {
  CHECK(rounded_to_hundred({1, 1, 1, 1, 1, 1}) == std::vector<int>{17, 17, 17, 17, 16, 16});
  CHECK(rounded_to_hundred({0.5, 99, 0.5}) == std::vector<int>{1, 99, 0});
}

TEST_CASE("nothing to share stays nothing") {
  CHECK(rounded_to_hundred({0, 0}) == std::vector<int>{0, 0});
  CHECK(rounded_to_hundred({}).empty());
  CHECK(apportioned({0, 0, 0}, 500) == std::vector<std::int64_t>{0, 0, 0});
}

TEST_CASE("any parts are apportioned to the whole exactly and each to its floor or ceiling") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> part(0, 50);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> parts(1 + random() % 12);
    for (double& one : parts) one = part(random);
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    const auto whole = static_cast<std::int64_t>(random() % 1'000'000);
    const auto shares = apportioned(parts, whole);
    REQUIRE(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == whole);
    for (std::size_t at = 0; at < parts.size(); ++at)
      REQUIRE(std::abs(static_cast<double>(shares[at]) - static_cast<double>(whole) * parts[at] / sum) < 1 + 1e-6);
  }
}
