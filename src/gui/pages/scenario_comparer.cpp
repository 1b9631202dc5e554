#include "gui/pages/scenario_comparer.h"

#include <map>

#include "gui/shell/error_text.h"
#include "gui/shell/without_throwing.h"

namespace tradewind::gui {
namespace {

using Plan = std::shared_ptr<const Portfolio>;

/// Those that one comparison needs, each read once. On the other thread.
class Plans {
 public:
  Plans(storage::ScenarioReader reader, Plan baseline, std::function<bool()> goes_on)
      : reader_(std::move(reader)), baseline_(std::move(baseline)), goes_on_(std::move(goes_on)) {}

  Result<ComparedPlans> compare(PlanId from, PlanId to) {
    const auto before = plan(from);
    if (!before) return tl::unexpected(before.error());
    const auto after = plan(to);
    if (!after) return tl::unexpected(after.error());
    const auto comparison = workbench::compare_plans(**before, **after);
    if (!comparison) return tl::unexpected(comparison.error());
    ComparedPlans plans{*after, {}, differences_of(*comparison, **after)};
    for (const workbench::MovedItem& row : comparison->moved)
      if (row.before) plans.ghosts.push_back({row.item, *row.before});
    return plans;
  }

  Result<QString> sum_up(ScenarioId scenario) {
    const auto changed = plan(scenario);
    if (!changed) return tl::unexpected(changed.error());
    read_.erase(scenario);  // each takes as much memory as the workspace
    const auto comparison = workbench::compare_plans(*baseline_, **changed);
    if (!comparison) return tl::unexpected(comparison.error());
    return summary_of(*comparison);
  }

 private:
  Result<Plan> plan(PlanId id) {
    if (!id) return baseline_;
    if (const auto known = read_.find(*id); known != read_.end()) return known->second;
    auto rows = reader_.read(*id, goes_on_);
    if (!rows) return tl::unexpected(rows.error());
    return read_[*id] = std::make_shared<const Portfolio>(std::move(*rows));
  }

  storage::ScenarioReader reader_;
  Plan baseline_;
  std::function<bool()> goes_on_;
  std::map<ScenarioId, Plan> read_;
};

}  // namespace

ScenarioComparer::ScenarioComparer(Document& document, QObject* parent) : QObject(parent), document_(document) {}

void ScenarioComparer::start(PlanId from, PlanId to, const std::vector<ScenarioId>& to_sum_up) {
  Plan baseline = document_.baseline_snapshot();
  const storage::ScenarioReader reader(document_.baseline(), baseline);
  job_.start([this, reader, baseline = std::move(baseline), from, to, to_sum_up](const BackgroundJob::Run& run) {
    const std::string what = "cannot compare the plans";
    Plans plans(reader, baseline, [&run] { return run.goes_on(); });
    auto both = without_throwing(what, [&] { return plans.compare(from, to); });
    if (!run.goes_on()) return;
    if (both)
      run.deliver([this, both = std::move(*both)] { emit compared(both); });
    else
      run.deliver([this, error = both.error()] { emit refused(error); });
    for (const ScenarioId scenario : to_sum_up) {
      const auto summary = without_throwing(what, [&] { return plans.sum_up(scenario); });
      if (!run.goes_on()) return;
      run.deliver([this, scenario, text = summary ? *summary : error_text(summary.error())] { emit summed_up(scenario, text); });
    }
  });
}

}  // namespace tradewind::gui
