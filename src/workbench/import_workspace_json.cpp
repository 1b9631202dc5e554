#include "workbench/import_workspace_json.h"

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "tradewind/exchange/workspace_json.h"
#include "workbench/nouns.h"
#include "workbench/row_writer.h"

namespace tradewind::workbench {
namespace {

template <class Tuple>
struct ChangesOf;
template <class... Entity>
struct ChangesOf<std::tuple<Entity...>> {
  using Type = std::tuple<exchange::RowChanges<Entity>...>;
};
using AllChanges = ChangesOf<StoredEntities>::Type;

/// Ids of the document that stand for a row that is here already under another id.
using Renamed = std::unordered_map<std::int64_t, std::int64_t>;

template <class Entity>
constexpr bool found_by_name =
    std::is_same_v<Entity, Team> || std::is_same_v<Entity, Period> || std::is_same_v<Entity, Roadmap> ||
    std::is_same_v<Entity, AllocationPolicy> || std::is_same_v<Entity, AllocationClass>;

template <class Entity>
void rename_references(Entity& row, const Renamed& renamed) {
  Entity::fields(row, [&](std::string_view, auto& member) {
    if constexpr (is_id<std::remove_reference_t<decltype(member)>>)
      if (const auto found = renamed.find(member.value); found != renamed.end()) member.value = found->second;
  });
}

/// The row of ours that means the same thing, by what people call it.
template <class Entity>
const Entity* same_thing_here(const Entity& row, const Portfolio& ours) {
  if constexpr (std::is_same_v<Entity, AllocationClass>) {
    for (const AllocationClass& other : ours.all<AllocationClass>())
      if (other.policy == row.policy && same_ignoring_case(other.key, row.key)) return &other;
  } else if constexpr (std::is_same_v<Entity, Capacity>) {
    for (const Capacity& other : ours.owned_by<&Capacity::team>(row.team))
      if (other.period == row.period) return &other;
  } else if constexpr (found_by_name<Entity>) {
    for (const Entity& other : ours.all<Entity>())
      if (same_ignoring_case(other.name, row.name)) return &other;
  }
  return nullptr;
}

struct Planner {
  const Portfolio& ours;
  AllChanges& changes;
  Renamed renamed;
  exchange::ImportReport report;

  template <class Entity>
  exchange::RowChanges<Entity>& of() {
    return std::get<exchange::RowChanges<Entity>>(changes);
  }

  template <class Entity>
  void count(std::int64_t exchange::ImportReport::*what) {
    if constexpr (std::is_same_v<Entity, Item>) ++(report.*what);
  }

  template <class Entity>
  void plan_row(Entity row) {
    using exchange::ImportReport;
    rename_references(row, renamed);
    if constexpr (std::is_same_v<Entity, Item>) ++report.rows;
    if (const Entity* same = ours.find(row.id)) {
      const bool equal = *same == row;
      if (!equal) of<Entity>().update.push_back(row);
      count<Entity>(equal ? &ImportReport::unchanged : &ImportReport::updated);
      return;
    }
    if (const Entity* same = same_thing_here(row, ours)) {
      renamed.emplace(row.id.value, same->id.value);
      return;
    }
    if constexpr (std::is_same_v<Entity, AllocationPolicy>)
      if (!ours.template all<AllocationPolicy>().empty()) row.active = false;  // exactly one is
    if constexpr (std::is_same_v<Entity, Item>) {
      const Item* holder = ours.item_by_key(row.key);
      if (holder != nullptr && holder->key == row.key) {
        report.warnings.push_back("The key " + row.key + " is taken here: the item gets a new one");
        row.key.clear();
      }
    }
    if constexpr (std::is_same_v<Entity, Dependency>) ++report.links_made;
    of<Entity>().insert.push_back(std::move(row));
    count<Entity>(&ImportReport::created);
  }
};

void plan_records(const std::vector<ImportRecord>& theirs, const storage::Workspace& workspace, AllChanges& changes) {
  std::map<std::string, std::map<std::int64_t, ImportRecord>> ours;
  for (const ImportRecord& record : theirs) {
    auto [known, is_new] = ours.try_emplace(record.source);
    if (is_new)
      for (ImportRecord& row : workspace.import_records(record.source)) known->second.emplace(row.id.value, row);
    const auto same = known->second.find(record.id.value);
    auto& rows = std::get<exchange::RowChanges<ImportRecord>>(changes);
    if (same == known->second.end())
      rows.insert.push_back(record);
    else if (!(same->second == record))
      rows.update.push_back(record);
  }
}

bool nothing_to_do(const AllChanges& changes) {
  return std::apply([](const auto&... rows) { return (rows.empty() && ...); }, changes);
}

}  // namespace

Result<ImportOutcome> import_workspace_json(storage::Workspace& workspace, const std::string& file_name, std::string_view bytes,
                                            const ImportFileOptions& options) {
  const auto document = exchange::from_json(bytes);
  if (!document) return tl::unexpected(document.error());
  if (!goes_on(options)) return tl::unexpected(import_cancelled());
  AllChanges changes;
  Planner planner{workspace.portfolio(), changes, {}, {}};
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    for (const Entity& row : document->portfolio.all<Entity>()) {
      if constexpr (std::is_same_v<Entity, WorkspaceSettings>) {
        if (workspace.portfolio().all<Item>().empty() && !(workspace.portfolio().settings() == row))
          planner.of<WorkspaceSettings>().update.push_back(row);
      } else {
        planner.plan_row(row);
      }
    }
  });
  plan_records(document->import_records, workspace, changes);

  ImportOutcome outcome;
  outcome.format = "json";
  outcome.report = std::move(planner.report);
  outcome.report.source = file_name;
  if (options.dry_run || nothing_to_do(changes)) return outcome;
  auto receipt = workspace.edit("Import " + file_name, [&](storage::Edit& edit) {
    RowWriter writer(edit, options);
    for_each_entity<StoredEntities>([&]<class Entity>() {
      const auto& rows = std::get<exchange::RowChanges<Entity>>(changes);
      for (const Entity& row : rows.insert) writer.insert(row);
      for (const Entity& row : rows.update) writer.update(row);
    });
    writer.ask();
  });
  if (!receipt) return tl::unexpected(receipt.error());
  outcome.receipt = std::move(*receipt);
  return outcome;
}

}  // namespace tradewind::workbench
