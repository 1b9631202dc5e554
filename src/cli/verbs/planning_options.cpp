#include "cli/verbs/planning_options.h"

namespace tradewind::cli {

void PlanningVerbOptions::add_to(CLI::App& verb) {
  verb.add_option("--roadmap", roadmap, "The roadmap's name (default: the first)");
  verb.add_option("--value-basis", basis, "money (cost of delay), reach (reach × impact × confidence) or outcomes")
      ->check(CLI::IsMember({"automatic", "money", "reach", "outcomes"}));
  verb.add_option("--estimates", estimates, "low, likely or high")->check(CLI::IsMember({"low", "likely", "high"}));
  verb.add_option("--today", today, "The day to plan from, as 2027-01-18 (default: today)")->check([](const std::string& text) {
    return parse_iso_date(text) ? std::string() : "not a date like 2027-01-18";
  });
  verb.add_option("--time-limit", time_limit, "Seconds after which to stop with the best plan so far")
      ->check(CLI::PositiveNumber);
  verb.add_option("--seed", seed, "Of the search; the same seed gives the same plan");
}

workbench::PlanningOptions PlanningVerbOptions::planning() const {
  workbench::PlanningOptions options;
  options.roadmap = roadmap;
  options.today = parse_iso_date(today).value_or(tradewind::today());
  options.basis = basis == "money"      ? workbench::ValueBasis::money
                  : basis == "reach"    ? workbench::ValueBasis::reach
                  : basis == "outcomes" ? workbench::ValueBasis::outcomes
                                        : workbench::ValueBasis::automatic;
  options.estimates = estimates == "low"    ? workbench::EstimateChoice::low
                      : estimates == "high" ? workbench::EstimateChoice::high
                                            : workbench::EstimateChoice::likely;
  return options;
}

planning::Options PlanningVerbOptions::search(planning::Options options) const {
  options.seed = seed;
  if (time_limit > 0) options.time_limit = time_limit;
  return options;
}

}  // namespace tradewind::cli
