#include "tradewind/storage/scenario.h"

#include <algorithm>
#include <map>
#include <set>

#include "storage/base64.h"
#include "storage/merge.h"
#include "tradewind/domain/text.h"

namespace tradewind::storage {
namespace {

[[noreturn]] void refuse(ErrorCode code, std::string what, std::string why, std::string what_to_do) {
  throw EditRefused{{code, std::move(what), std::move(why), std::move(what_to_do)}};
}

const Scenario& scenario_in(const Portfolio& portfolio, ScenarioId id, const std::string& what) {
  const Scenario* scenario = portfolio.find(id);
  if (scenario == nullptr)
    refuse(ErrorCode::not_found, what, "there is no such scenario any more",
           "somebody may have adopted or dropped it; see the history");
  return *scenario;
}

/// Brings in what other processes did and finds the scenario's name.
Result<std::string> name_of(Workspace& baseline, ScenarioId id, const std::string& what) {
  if (auto news = baseline.poll(); !news) return tl::unexpected(news.error());
  try {
    return scenario_in(baseline.portfolio(), id, what).name;
  } catch (const EditRefused& refused) {
    return tl::unexpected(refused.error);
  }
}

void refuse_taken_name(const Portfolio& portfolio, const Scenario& scenario) {
  if (equals_ignoring_case(scenario.name, "baseline"))
    refuse(ErrorCode::conflict, "cannot call the scenario \"" + scenario.name + "\"", "the plan itself is called that",
           "choose a name that is free");
  for (const Scenario& other : portfolio.all<Scenario>())
    if (other.id != scenario.id && equals_ignoring_case(other.name, scenario.name))
      refuse(ErrorCode::conflict, "cannot call the scenario \"" + scenario.name + "\"", "another scenario has this name",
             "choose a name that is free");
}

std::string changeset_in(const ScenarioEdit& edit) {
  const auto bytes = from_base64(edit.changes);
  const auto changeset = bytes ? unsealed(*bytes) : std::nullopt;
  if (!changeset)
    refuse(ErrorCode::damaged, "cannot apply \"" + edit.label + "\" of the scenario",
           "the file does not hold it as it was recorded", "take it from a backup, or drop the scenario");
  return std::string(*changeset);
}

std::vector<Id<ScenarioEdit>> ids_of(const std::vector<ScenarioEdit>& edits) {
  std::vector<Id<ScenarioEdit>> ids;
  for (const ScenarioEdit& edit : edits) ids.push_back(edit.id);
  return ids;
}

Portfolio without_scenarios(Portfolio rows) {
  std::vector<Id<ScenarioEdit>> edits;
  std::vector<ScenarioId> scenarios;
  for (const ScenarioEdit& edit : rows.all<ScenarioEdit>()) edits.push_back(edit.id);
  for (const Scenario& scenario : rows.all<Scenario>()) scenarios.push_back(scenario.id);
  for (const auto id : edits) rows.erase(id);
  for (const auto id : scenarios) rows.erase(id);
  return rows;
}

/// A workspace over a copy of the file, without scenarios and without history. `rows`: what the file holds, where that is known:
/// copying rows is ten times as fast as reading them.
std::unique_ptr<Workspace::Impl> copy_over(DatabaseHandle database, const std::filesystem::path& path, const Options& options,
                                           std::optional<Portfolio> rows) {
  OpenedFile copy;
  copy.database = std::move(database);
  execute(copy.database.get(), "DELETE FROM history; DELETE FROM scenario_edit; DELETE FROM scenario", "make a copy in memory");
  execute(copy.database.get(), "PRAGMA foreign_keys=ON", "make a copy in memory");
  if (rows) copy.rows = without_scenarios(std::move(*rows));
  return std::make_unique<Workspace::Impl>(path, options, std::move(copy));
}

std::unique_ptr<Workspace::Impl> copy_of(const Workspace& baseline) {
  const Workspace::Impl& original = baseline.impl();
  DatabaseHandle database = copy_in_memory(original.handle());
  // Where another process was quicker than the copy of the file, the rows are not those.
  const bool is_same = data_version_of(original.handle()) == original.data_version;
  return copy_over(std::move(database), original.path, original.options,
                   is_same ? std::optional(original.portfolio) : std::nullopt);
}

/// A reference to nothing makes COMMIT fail; what will not be committed must not be kept.
bool has_unresolved_references(sqlite3* database) {
  int unresolved = 0;
  int unused = 0;
  sqlite3_db_status(database, SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &unused, 0);
  return unresolved != 0;
}

Result<Receipt> apply_to(Workspace::Impl& copy, const ScenarioEdit& edit, Merging& merging, const std::string& what) {
  return copy.change(what, edit.label, std::nullopt, [&](Edit::State& state) { merging.add(changeset_in(edit), state); });
}

/// Writes what happens in an opened scenario into the baseline's file.
class Keeper {
 public:
  Keeper(ScenarioId scenario, std::vector<Id<ScenarioEdit>> in_file) : scenario_(scenario), in_file_(std::move(in_file)) {}

  /// The copy's history entry `seq` is this edit.
  void note(std::int64_t seq, ScenarioEdit edit) { edit_of_[seq] = std::move(edit); }

  void operator()(Workspace::Impl& copy, const Workspace::Impl::Recorded& recorded) {
    if (has_unresolved_references(copy.handle())) return;
    Workspace::Impl& baseline = *copy.baseline;
    const std::string what = "cannot save \"" + std::string(recorded.label) + "\"";
    for (const Change& change : changes_of(recorded.changeset))
      if (change.table == Scenario::table || change.table == ScenarioEdit::table)
        refuse(ErrorCode::bad_input, what, "a scenario cannot hold scenarios", "go back to the baseline first");
    ScenarioEdit edit;
    if (recorded.reverts) {
      edit = edit_of_.at(*recorded.reverts);
    } else {
      edit.scenario = scenario_;
      edit.label = recorded.label;
      edit.changes = to_base64(sealed(recorded.changeset));
    }
    const bool is_undo = edit.id && std::find(in_file_.begin(), in_file_.end(), edit.id) != in_file_.end();
    const std::string step = is_undo ? "undo " : recorded.reverts ? "redo " : "";
    const Scenario* scenario = baseline.portfolio.find(scenario_);
    const std::string label = "Scenario " + (scenario != nullptr ? scenario->name : "") + ": " + step + edit.label;
    const auto receipt = baseline.change(what, label, std::nullopt, [&](Edit::State& state) {
      const auto edits = edits_of_scenario(state.portfolio, scenario_in(state.portfolio, scenario_, what).id);
      if (ids_of(edits) != in_file_)
        refuse(ErrorCode::conflict, what, "the scenario was changed elsewhere meanwhile", "open the scenario again");
      Edit writer(state);
      if (is_undo) {
        writer.erase(edit.id);
      } else {
        if (!recorded.reverts) edit.position = edits.empty() ? 0 : edits.back().position + 1;
        edit.id = writer.insert(edit);
      }
      state.finish();
    });
    if (!receipt) throw EditRefused{receipt.error()};
    in_file_ = ids_of(edits_of_scenario(baseline.portfolio, scenario_));
    note(recorded.seq, std::move(edit));
  }

 private:
  ScenarioId scenario_;
  std::vector<Id<ScenarioEdit>> in_file_;  // as this copy knows them
  std::map<std::int64_t, ScenarioEdit> edit_of_;
};

struct Origin {
  std::string at;
  std::string author;
};

/// When and by whom the edits were made (or made again), by their ids, as the baseline's history tells.
std::map<std::int64_t, Origin> origins_of(const Workspace::Impl& baseline, const std::vector<ScenarioEdit>& edits) {
  std::map<std::int64_t, Origin> origins;
  std::set<std::int64_t> wanted;
  for (const ScenarioEdit& edit : edits) wanted.insert(edit.id.value);
  // Only those that write edits of scenarios, by how they are labelled here: reading an import again would take long, and taking
  // a drop back does not make the edits anew.
  Statement statement(baseline.handle(),
                      "SELECT at, author, changeset FROM history WHERE label LIKE 'Scenario %' OR label LIKE 'New scenario %' "
                      "ORDER BY seq DESC");
  while (!wanted.empty() && statement.step("read the history"))
    for (const Change& change : changes_of(decompressed(statement.blob(2))))
      if (change.table == ScenarioEdit::table && change.kind == ChangeKind::inserted && wanted.erase(change.id) > 0)
        origins[change.id] = {std::string(statement.text(0)), std::string(statement.text(1))};
  return origins;
}

void set_origin(const Workspace::Impl& copy, std::int64_t seq, const Origin& origin) {
  Statement statement(copy.handle(), "UPDATE history SET at=?1, author=?2 WHERE seq=?3");
  statement.bind(1, std::string_view(origin.at));
  statement.bind(2, std::string_view(origin.author));
  statement.bind(3, seq);
  statement.run("write the history");
}

}  // namespace

std::vector<ScenarioEdit> edits_of_scenario(const Portfolio& portfolio, ScenarioId scenario) {
  std::vector<ScenarioEdit> edits;
  for (const ScenarioEdit& edit : portfolio.all<ScenarioEdit>())
    if (edit.scenario == scenario) edits.push_back(edit);
  std::sort(edits.begin(), edits.end(), [](const ScenarioEdit& a, const ScenarioEdit& b) {
    return a.position != b.position ? a.position < b.position : a.id < b.id;
  });
  return edits;
}

Result<OpenedScenario> open_scenario(Workspace& baseline, ScenarioId id) {
  const std::string what = "cannot open the scenario";
  if (const auto name = name_of(baseline, id, what); !name) return tl::unexpected(name.error());
  try {
    auto copy = copy_of(baseline);
    const auto edits = edits_of_scenario(baseline.portfolio(), id);
    copy->baseline = &baseline.impl();
    auto origins = origins_of(baseline.impl(), edits);
    Keeper keeper(id, ids_of(edits));
    Merging merging(*copy);
    for (const ScenarioEdit& edit : edits) {
      const auto receipt = apply_to(*copy, edit, merging, what);
      if (!receipt) return tl::unexpected(receipt.error());
      set_origin(*copy, receipt->seq, origins[edit.id.value]);
      keeper.note(receipt->seq, edit);
    }
    copy->keep = std::move(keeper);
    return OpenedScenario{Workspace(std::move(copy)), merging.conflicts()};
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, what));
  }
}

ScenarioReader::ScenarioReader(const Workspace& baseline, std::shared_ptr<const Portfolio> rows)
    : path_(baseline.path()),
      options_(baseline.impl().options),
      is_read_only_(baseline.is_read_only()),
      last_seq_(baseline.impl().last_seq),
      rows_(std::move(rows)) {}

Result<Portfolio> ScenarioReader::read(ScenarioId id, const std::function<bool()>& go_on) const {
  const std::string what = "cannot open the scenario";
  if (!go_on()) return tl::unexpected(given_up(what));
  try {
    auto file = is_read_only_ ? open_file(path_, options_) : OpenedFile{open_again(path_, options_), false, {}, {}};
    if (!file) return tl::unexpected(file.error());
    DatabaseHandle database = copy_in_memory(file->database.get());
    file->database.reset();
    const bool is_same = query_integer(database.get(), "SELECT coalesce(max(seq),0) FROM history", what) == last_seq_;
    Portfolio rows = is_same ? *rows_ : RowStore(database.get()).load();
    scenario_in(rows, id, what);
    const auto edits = edits_of_scenario(rows, id);
    const auto copy = copy_over(std::move(database), path_, options_, std::move(rows));
    copy->go_on = go_on;
    Merging merging(*copy);
    for (const ScenarioEdit& edit : edits)
      if (const auto receipt = apply_to(*copy, edit, merging, what); !receipt) return tl::unexpected(receipt.error());
    return std::move(copy->portfolio);
  } catch (const EditRefused& refused) {
    return tl::unexpected(refused.error);
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, what));
  }
}

void go_on_over(Workspace& baseline, OpenedScenario& scenario) { scenario.workspace.impl().baseline = &baseline.impl(); }

Result<ScenarioId> create_scenario(Workspace& baseline, Scenario scenario, std::string_view label,
                                   const std::function<void(Edit&)>& change) {
  ScenarioEdit first;
  first.label = label;
  if (change) {
    if (auto news = baseline.poll(); !news) return tl::unexpected(news.error());
    try {
      auto copy = copy_of(baseline);
      copy->keep = [&](Workspace::Impl&, const Workspace::Impl::Recorded& recorded) {
        first.changes = to_base64(sealed(recorded.changeset));
      };
      if (const auto made = Workspace(std::move(copy)).edit(label, change); !made) return tl::unexpected(made.error());
    } catch (const SqliteFailure& problem) {
      return tl::unexpected(explain(problem, "cannot make the scenario \"" + scenario.name + "\""));
    }
  }
  const auto receipt = baseline.edit("New scenario " + scenario.name, [&](Edit& edit) {
    refuse_taken_name(edit.portfolio(), scenario);
    scenario.id = edit.insert(scenario);
    first.scenario = scenario.id;
    if (!first.changes.empty()) edit.insert(first);
  });
  if (!receipt) return tl::unexpected(receipt.error());
  return scenario.id;
}

Result<ScenarioId> copy_scenario(Workspace& baseline, ScenarioId from, Scenario scenario) {
  const std::string what = "cannot make the scenario \"" + scenario.name + "\"";
  if (const auto name = name_of(baseline, from, what); !name) return tl::unexpected(name.error());
  const auto receipt = baseline.edit("New scenario " + scenario.name, [&](Edit& edit) {
    refuse_taken_name(edit.portfolio(), scenario);
    const auto edits = edits_of_scenario(edit.portfolio(), scenario_in(edit.portfolio(), from, what).id);
    scenario.id = edit.insert(scenario);
    for (ScenarioEdit row : edits) {
      row.id = {};
      row.scenario = scenario.id;
      edit.insert(std::move(row));
    }
  });
  if (!receipt) return tl::unexpected(receipt.error());
  return scenario.id;
}

Result<Workspace::MergeReport> adopt_scenario(Workspace& baseline, ScenarioId id) {
  const std::string what = "cannot adopt the scenario";
  const auto name = name_of(baseline, id, what);
  if (!name) return tl::unexpected(name.error());
  Merging merging(baseline.impl());
  auto receipt = baseline.impl().change(what, "Adopt scenario " + *name, std::nullopt, [&](Edit::State& state) {
    scenario_in(state.portfolio, id, what);
    for (const ScenarioEdit& edit : edits_of_scenario(state.portfolio, id)) merging.add(changeset_in(edit), state);
    Edit(state).erase(id);
    state.finish();
  });
  if (!receipt) return tl::unexpected(receipt.error());
  return Workspace::MergeReport{std::move(*receipt), merging.conflicts()};
}

Result<Receipt> rename_scenario(Workspace& baseline, ScenarioId id, std::string_view new_name) {
  const std::string what = "cannot rename the scenario";
  const auto name = name_of(baseline, id, what);
  if (!name) return tl::unexpected(name.error());
  return baseline.edit("Rename scenario " + *name + " to " + std::string(new_name), [&](Edit& edit) {
    Scenario scenario = scenario_in(edit.portfolio(), id, what);
    scenario.name = new_name;
    refuse_taken_name(edit.portfolio(), scenario);
    edit.update(scenario);
  });
}

Result<Receipt> drop_scenario(Workspace& baseline, ScenarioId id) {
  const std::string what = "cannot drop the scenario";
  const auto name = name_of(baseline, id, what);
  if (!name) return tl::unexpected(name.error());
  return baseline.edit("Drop scenario " + *name, [&](Edit& edit) { edit.erase(scenario_in(edit.portfolio(), id, what).id); });
}

}  // namespace tradewind::storage
