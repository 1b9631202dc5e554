// A scenario, "what if": a stack of edits over the workspace as it is, the baseline. Opened, it is the same Workspace class over
// a copy in memory onto which its edits were applied in order.
//
//     auto scenario = open_scenario(baseline, id);
//     scenario->workspace.edit("Move TW-12", …);  // kept in the baseline's file when it returns
//     scenario->workspace.undo();                 // the same; on the stack are the scenario's own edits only
//     adopt_scenario(baseline, id);               // the scenario's edits become one edit of the baseline
//
// In the file an edit of a scenario is a row of scenario_edit, written by an edit of its own ("Scenario NAME: Move TW-12"), so
// that the baseline's history, undo and restarts cover it. The rows of scenarios themselves are not in a scenario.
//
// A scenario follows the baseline by being opened again. Then, as when it is adopted, a field that both changed keeps what the
// baseline says ("ours") and is reported; the scenario's other changes come in. An open scenario refuses edits with `conflict`
// where its rows in the file are no longer those that it knows (an undo in the baseline, another process).
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "tradewind/storage/workspace.h"

namespace tradewind::storage {

struct OpenedScenario {
  Workspace workspace;
  /// Where its edits met other changes of the baseline.
  std::vector<Workspace::MergeConflict> conflicts;
};

/// Opens for reading also where the baseline is read-only; edits are then refused as the baseline refuses them.
/// REQUIRES: the baseline outlives what is returned; it may be moved.
Result<OpenedScenario> open_scenario(Workspace& baseline, ScenarioId scenario);

/// Reads the rows of scenarios on other threads, to be compared: over connections of its own, so that the workspace may be read
/// and changed meanwhile, and closed.
class ScenarioReader {
 public:
  /// On the workspace's thread. `rows`: a copy of the baseline's, as they are now.
  ScenarioReader(const Workspace& baseline, std::shared_ptr<const Portfolio> rows);

  /// As the file has them at this moment; on any thread. `go_on` is asked every few milliseconds: where it says no, this fails
  /// with `cancelled`.
  Result<Portfolio> read(ScenarioId scenario, const std::function<bool()>& go_on) const;

 private:
  std::filesystem::path path_;
  Options options_;
  bool is_read_only_;
  std::int64_t last_seq_;  // of the history that the rows come from
  std::shared_ptr<const Portfolio> rows_;
};

/// For a scenario that was opened over a twin of the baseline (aside.h), once that was taken over: it goes on over the baseline.
void go_on_over(Workspace& baseline, OpenedScenario& scenario);

/// One edit of the baseline. `change` makes the scenario's first edit, called `label`. Fails with `conflict` where another
/// scenario has the name.
Result<ScenarioId> create_scenario(Workspace& baseline, Scenario scenario, std::string_view label = {},
                                   const std::function<void(Edit&)>& change = {});

/// One edit of the baseline: a scenario that begins with the same edits as another one.
Result<ScenarioId> copy_scenario(Workspace& baseline, ScenarioId from, Scenario scenario);

/// All edits of the scenario as one edit of the baseline, which also erases the scenario.
Result<Workspace::MergeReport> adopt_scenario(Workspace& baseline, ScenarioId scenario);

Result<Receipt> rename_scenario(Workspace& baseline, ScenarioId scenario, std::string_view name);
Result<Receipt> drop_scenario(Workspace& baseline, ScenarioId scenario);

/// In the order in which they are applied.
std::vector<ScenarioEdit> edits_of_scenario(const Portfolio& portfolio, ScenarioId scenario);

}  // namespace tradewind::storage
