// A scenario to look at: another plan than the baseline's.
#pragma once
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::test {

/// Every seventh placed item goes to the last quarter; `without_first`: the first of them is taken off. An id that stands for
/// nothing where it was not made.
inline ScenarioId make_scenario(storage::Workspace& baseline, const char* name, bool without_first) {
  Scenario scenario;
  scenario.name = name;
  scenario.created = make_date(2027, 1, 18);
  const auto made = storage::create_scenario(baseline, scenario, "Move", [without_first](storage::Edit& edit) {
    const PeriodId last = edit.portfolio().periods_in_order(PeriodKind::quarter).back()->id;
    std::vector<Placement> placed;
    for (const Placement& placement : edit.portfolio().all<Placement>()) placed.push_back(placement);
    for (std::size_t at = 0; at < placed.size(); at += 7) {
      placed[at].period = last;
      placed[at].start = placed[at].finish = std::nullopt;
      if (at == 0 && without_first)
        edit.erase(placed[at].id);
      else
        edit.update(placed[at]);
    }
  });
  return made.value_or(ScenarioId{});
}

}  // namespace tradewind::test
