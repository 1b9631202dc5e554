#include "gui/pages/scenario_plans.h"

namespace tradewind::gui {

const Portfolio* ScenarioPlans::known(PlanId plan) const {
  if (!plan) return &document_.baseline_portfolio();
  if (plan == document_.shown_scenario()) return &document_.portfolio();
  const auto found = opened_.find(*plan);
  return found == opened_.end() ? nullptr : &found->second->workspace.portfolio();
}

Result<const Portfolio*> ScenarioPlans::plan(PlanId plan) {
  if (const Portfolio* portfolio = known(plan)) return portfolio;
  auto opened = storage::open_scenario(document_.baseline(), *plan);
  if (!opened) return tl::unexpected(opened.error());
  auto& kept = opened_[*plan];
  kept = std::make_unique<storage::OpenedScenario>(std::move(*opened));
  return &kept->workspace.portfolio();
}

void ScenarioPlans::keep_only(PlanId one, PlanId other) {
  std::erase_if(opened_, [&](const auto& entry) { return entry.first != one && entry.first != other; });
}

}  // namespace tradewind::gui
