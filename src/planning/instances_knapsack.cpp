#include <limits>
#include <string>

#include "planning/instances_numbers.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {
namespace {

constexpr int any = std::numeric_limits<int>::max();

std::optional<double> stated(double best) { return best == 0 ? std::nullopt : std::optional(best); }

Result<void> read_into(std::vector<double>& to, NumberReader& numbers, int count, const std::string& meaning) {
  Result<std::vector<double>> values = numbers.amounts(static_cast<std::size_t>(count), meaning);
  if (!values) return tl::unexpected(values.error());
  to = std::move(*values);
  return {};
}

Result<void> read_rows(Knapsack& knapsack, NumberReader& numbers, int constraints, int items, const std::string& name) {
  for (int row = 1; row <= constraints; ++row) {
    std::vector<double> weights;
    if (auto read = read_into(weights, numbers, items, "a weight of constraint " + std::to_string(row) + name); !read)
      return read;
    knapsack.weights.push_back(std::move(weights));
  }
  return {};
}

double numbers_in(int items, int constraints) {
  return static_cast<double>(items) + static_cast<double>(constraints) * (1.0 + items);
}

/// `n m best`, profits, weights, capacities.
Result<Knapsack> read_one_of_many(NumberReader& numbers, const std::string& name) {
  const Result<int> items = numbers.whole("the number of items" + name, any);
  if (!items) return tl::unexpected(items.error());
  const Result<int> constraints = numbers.whole("the number of constraints" + name, any);
  if (!constraints) return tl::unexpected(constraints.error());
  const Result<double> best = numbers.amount("the best value" + name);
  if (!best) return tl::unexpected(best.error());
  Knapsack knapsack;
  knapsack.best_known = stated(*best);
  if (const auto enough = numbers.expect(numbers_in(*items, *constraints), "the last capacity" + name); !enough)
    return tl::unexpected(enough.error());
  if (const auto read = read_into(knapsack.profits, numbers, *items, "a profit" + name); !read)
    return tl::unexpected(read.error());
  if (const auto read = read_rows(knapsack, numbers, *constraints, *items, name); !read) return tl::unexpected(read.error());
  if (const auto read = read_into(knapsack.capacities, numbers, *constraints, "a capacity" + name); !read)
    return tl::unexpected(read.error());
  return knapsack;
}

Result<std::vector<Knapsack>> read_many(NumberReader numbers) {
  const Result<int> count = numbers.whole("the number of problems", any);
  if (!count) return tl::unexpected(count.error());
  if (*count == 0) return numbers.refused("it says that it holds 0 problems");
  std::vector<Knapsack> all;
  for (int problem = 1; problem <= *count; ++problem) {
    Result<Knapsack> one = read_one_of_many(numbers, " of problem " + std::to_string(problem));
    if (!one) return tl::unexpected(one.error());
    all.push_back(std::move(*one));
  }
  if (const auto ended = numbers.expect_end(); !ended) return tl::unexpected(ended.error());
  return all;
}

/// `m n`, profits, capacities, weights, and perhaps the optimum.
Result<std::vector<Knapsack>> read_single(NumberReader numbers) {
  const Result<int> constraints = numbers.whole("the number of constraints", any);
  if (!constraints) return tl::unexpected(constraints.error());
  const Result<int> items = numbers.whole("the number of items", any);
  if (!items) return tl::unexpected(items.error());
  if (const auto enough = numbers.expect(numbers_in(*items, *constraints), "the last weight"); !enough)
    return tl::unexpected(enough.error());
  Knapsack knapsack;
  if (const auto read = read_into(knapsack.profits, numbers, *items, "a profit"); !read) return tl::unexpected(read.error());
  if (const auto read = read_into(knapsack.capacities, numbers, *constraints, "a capacity"); !read)
    return tl::unexpected(read.error());
  if (const auto read = read_rows(knapsack, numbers, *constraints, *items, ""); !read) return tl::unexpected(read.error());
  if (numbers.left() > 0) {
    const Result<double> best = numbers.amount("the best value");
    if (!best) return tl::unexpected(best.error());
    knapsack.best_known = stated(*best);
  }
  if (const auto ended = numbers.expect_end(); !ended) return tl::unexpected(ended.error());
  return std::vector<Knapsack>{std::move(knapsack)};
}

/// Whether the first two numbers, read as `m n`, account for the whole text.
bool looks_single(NumberReader numbers) {
  const Result<int> constraints = numbers.whole("", any);
  const Result<int> items = constraints ? numbers.whole("", any) : constraints;
  if (!items) return false;
  const double expected = numbers_in(*items, *constraints);
  const auto left = static_cast<double>(numbers.left());
  return left == expected || left == expected + 1;
}

}  // namespace

Result<std::vector<Knapsack>> read_mknap(std::string_view text) {
  const NumberReader numbers(words_of(text), "cannot read the knapsack instance");
  Result<std::vector<Knapsack>> many = read_many(numbers);
  if (many || !looks_single(numbers)) return many;
  return read_single(numbers);
}

}  // namespace tradewind::planning
