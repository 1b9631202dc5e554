// The plans that are compared, opened when they are asked for: the baseline and what is shown are there already, other scenarios
// are copies to read.
#pragma once
#include <map>
#include <memory>
#include <optional>

#include "gui/shell/document.h"

namespace tradewind::gui {

class ScenarioPlans {
 public:
  /// nullopt = the baseline.
  using PlanId = std::optional<ScenarioId>;

  /// Lifetime: the document must outlive it.
  explicit ScenarioPlans(Document& document) : document_(document) {}

  /// Opens it where it is not open. Valid until the next change of the document, and until forget() or keep_only().
  Result<const Portfolio*> plan(PlanId plan);
  /// nullptr where it is not open.
  const Portfolio* known(PlanId plan) const;
  /// After a change: what was opened may be old.
  void forget() { opened_.clear(); }
  /// Each takes as much memory as the workspace.
  void keep_only(PlanId one, PlanId other);

 private:
  Document& document_;
  std::map<ScenarioId, std::unique_ptr<storage::OpenedScenario>> opened_;
};

}  // namespace tradewind::gui
