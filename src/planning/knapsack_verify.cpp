#include <cmath>

#include "tradewind/planning/knapsack.h"

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;  // of the profit

std::string in_words(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::vector<std::string> faults_of_choice(const Knapsack& problem, const std::vector<int>& chosen) {
  std::vector<std::string> faults;
  const int items = static_cast<int>(problem.profits.size());
  int before = -1;
  for (const int item : chosen) {
    if (item < 0 || item >= items)
      faults.push_back("item " + std::to_string(item) + " does not exist: there are " + std::to_string(items) + " items");
    else if (item <= before)
      faults.push_back("item " + std::to_string(item) + " comes after item " + std::to_string(before) +
                       ": items are to be ascending, each once");
    before = item;
  }
  return faults;
}

double sum_over(const std::vector<int>& chosen, const std::vector<double>& amounts) {
  double sum = 0;
  for (const int item : chosen) sum += amounts[static_cast<std::size_t>(item)];
  return sum;
}

}  // namespace

std::vector<std::string> verify(const Knapsack& problem, const KnapsackAnswer& answer) {
  std::vector<std::string> faults = faults_of_choice(problem, answer.chosen);
  if (!faults.empty()) return faults;
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    const double capacity = problem.capacities[constraint];
    const double load = sum_over(answer.chosen, problem.weights[constraint]);
    if (load > capacity + capacity_rounding * capacity)
      faults.push_back("constraint " + std::to_string(constraint + 1) + " carries " + in_words(load) + ", its capacity is " +
                       in_words(capacity));
  }
  const double profit = sum_over(answer.chosen, problem.profits);
  if (std::abs(profit - answer.profit) > tolerance * profit)
    faults.push_back("the answer says a profit of " + in_words(answer.profit) + ", the items add up to " + in_words(profit));
  if (answer.bound < answer.profit)
    faults.push_back("the bound of " + in_words(answer.bound) + " is below the profit of " + in_words(answer.profit));
  return faults;
}

}  // namespace tradewind::planning
