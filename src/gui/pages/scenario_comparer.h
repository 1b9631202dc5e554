// Plans compared beside the window: each is read from the file anew, so that nothing that is open is held up or held on to.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "gui/pages/scenario_differences.h"
#include "gui/shell/background_job.h"
#include "gui/shell/document.h"
#include "tradewind/views/timeline.h"

namespace tradewind::gui {

/// nullopt = the baseline.
using PlanId = std::optional<ScenarioId>;

struct ComparedPlans {
  std::shared_ptr<const Portfolio> after;
  std::vector<views::TimelineGhost> ghosts;  // where the items that moved were before
  std::vector<DifferenceGroup> differences;
};

class ScenarioComparer : public QObject {
  Q_OBJECT

 public:
  /// Lifetime: the document must outlive it.
  explicit ScenarioComparer(Document& document, QObject* parent = nullptr);

  /// The two plans with each other, then each of the scenarios with the baseline. Replaces what is under way, which is not heard
  /// of again.
  void start(PlanId from, PlanId to, const std::vector<ScenarioId>& to_sum_up);
  bool is_working() const { return job_.is_running(); }

 signals:
  void compared(const tradewind::gui::ComparedPlans& plans);
  /// The two cannot be compared.
  void refused(const tradewind::Error& error);
  void summed_up(tradewind::ScenarioId scenario, const QString& summary);

 private:
  Document& document_;
  BackgroundJob job_{this};
};

}  // namespace tradewind::gui
