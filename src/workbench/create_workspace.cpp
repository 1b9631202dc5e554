#include "tradewind/workbench/create_workspace.h"

#include "tradewind/domain/period.h"
#include "tradewind/workbench/sample_workspace.h"

namespace tradewind::workbench {
namespace {

constexpr double starting_people = 5;
constexpr int starting_quarters = 4;

void add_policy(storage::Edit& edit) {
  AllocationPolicy policy;
  policy.name = "70/20/10";
  const AllocationPolicyId id = edit.insert(policy);
  const auto add = [&](std::string key, std::string name, ClassRole role, double share, int position) {
    AllocationClass row;
    row.policy = id;
    row.key = std::move(key);
    row.name = std::move(name);
    row.role = role;
    row.target_share = share;
    row.position = position;
    edit.insert(row);
  };
  add("strategic", "Strategic", ClassRole::strategic, 0.7, 0);
  add("roadmap", "Roadmap", ClassRole::roadmap, 0.2, 1);
  add("firefighting", "Firefighting", ClassRole::firefighting, 0.1, 2);
}

/// One team, so that there is a capacity to plan against; its reserve is the policy's firefighting share.
void add_team_and_quarters(storage::Edit& edit, Date today) {
  const WorkspaceSettings settings = edit.portfolio().settings();
  Team team;
  team.key = "T";
  team.name = "Team";
  team.people = starting_people;
  const TeamId team_id = edit.insert(team);
  for (const Period& quarter : make_periods(PeriodKind::quarter, today, starting_quarters, settings.fiscal_year_start_month)) {
    Capacity capacity;
    capacity.team = team_id;
    capacity.period = edit.insert(quarter);
    capacity.people = starting_people;
    capacity.weeks = settings.planned_weeks_per_quarter;
    capacity.reserve = capacity.person_weeks() / 10;
    edit.insert(capacity);
  }
}

void fill_quarterly(storage::Edit& edit, Date today) {
  add_policy(edit);
  Roadmap roadmap;
  roadmap.name = "Roadmap";
  edit.insert(roadmap);
  add_team_and_quarters(edit, today);
}

}  // namespace

Result<storage::Workspace> create_workspace(const std::filesystem::path& path, const CreateOptions& options) {
  switch (options.from) {
    case Template::empty:
      break;
    case Template::quarterly:
      return storage::Workspace::create(path, options.storage, [&](storage::Edit& edit) { fill_quarterly(edit, options.today); });
    case Template::sample:
      return storage::Workspace::create(path, options.storage,
                                        [](storage::Edit& edit) { edit.insert_all(make_sample_portfolio()); });
  }
  return storage::Workspace::create(path, options.storage);
}

}  // namespace tradewind::workbench
