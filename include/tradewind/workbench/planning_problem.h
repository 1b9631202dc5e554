// From a workspace to what the planner plans, and back: which items, periods and teams, what each is worth, and which items
// cannot be planned and why.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/phrase.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/planning/problem.h"

namespace tradewind::workbench {

/// What an item is worth for each week that it is finished earlier.
enum class ValueBasis : unsigned char {
  automatic,  // money where any item of the roadmap has a cost of delay, else reach
  money,      // its cost of delay a week
  reach,      // reach × impact × confidence (RICE without its effort, which is paid in capacity)
  outcomes,   // the expected part of each outcome's way to its target, times the outcome's weight
};

enum class EstimateChoice : unsigned char { low, likely, high };

struct PlanningOptions {
  std::string roadmap;  // its name; empty = the first
  Date today{};
  ValueBasis basis = ValueBasis::automatic;
  EstimateChoice estimates = EstimateChoice::likely;
  /// What is placed starts where it is or later and nothing unplaced is added, but for `also`. Where the roadmap asks for more
  /// than there is already, that need not be mended.
  bool keep_roadmap = false;
  /// The policy's shares as soft limits: what a person-week outside the tolerance around a class's share of the capacity costs,
  /// in the unit of the values. 0 = the shares do not matter.
  double price_outside_tolerance = 0;
  ItemId also;
  /// With `keep_roadmap`: `also` stays where it is placed, or it may be anywhere, in any shape that its estimate allows. What is
  /// under way or pinned stays in any case.
  bool also_is_free = false;
  EstimateChoice estimates_of_also = EstimateChoice::likely;
};

struct ItemLeftOut {
  ItemId item;
  Phrase why;
};

struct PlanningProblem {
  /// Its capacity is what there is and the overload beside it.
  planning::Problem problem;
  /// [team][period]: person-weeks that what stays where it is asks for beyond the capacity that there is.
  std::vector<std::vector<double>> overload;
  RoadmapId roadmap;
  Date today{};
  ValueBasis basis = ValueBasis::money;
  std::vector<ItemId> items;      // by number of the task
  std::vector<PeriodId> periods;  // by number of the period, one after the other
  std::vector<TeamId> teams;      // by number of the team
  ItemId placed_anew;             // `also`, where it is on the roadmap and yet free
  std::vector<ItemLeftOut> left_out;
  std::vector<ItemLeftOut> held;  // placed and not moved, because nobody has said what moving it costs

  /// Person-weeks that there are, without what is reserved for firefighting.
  double capacity(std::size_t team, std::size_t period) const { return problem.capacity[team][period] - overload[team][period]; }
  /// -1 where the item is not among the tasks.
  int task_of(ItemId item) const;
  /// Of all tasks, by item.
  std::unordered_map<ItemId, std::size_t> numbers() const;
};

/// Fails where there is no roadmap, no period from `today` on, or no team.
Result<PlanningProblem> planning_problem(const Portfolio& portfolio, const PlanningOptions& options);

/// What an item is worth for each week that it is finished earlier, expected (confidence is in it, but for a cost of delay);
/// unknown where a factor is.
OptionalNumber weekly_value(const Portfolio& portfolio, const Item& item, ValueBasis basis);

/// Weeks that a period of this kind counts for in costs of delay: 13 for a quarter, 52 / 12 for a month, else its days / 7.
double weeks_of(const Period& period);

}  // namespace tradewind::workbench
