// The sample's settings, allocation policy, teams, quarters, capacities, roadmap and milestones.
#include "workbench/sample_item_table.h"

namespace tradewind::workbench::sample {
namespace {

constexpr double planned_weeks = 12;

struct TeamRow {
  const char* key;
  const char* name;
  double people;
  double reserve;  // person-weeks a quarter
};
constexpr TeamRow teams[team_count] = {
    {"P", "Platform", 8, 10}, {"D", "Data Science", 5, 5}, {"C", "Clinical Apps", 6, 8}, {"G", "Governance", 4, 3}};

struct ClassRow {
  const char* key;
  const char* name;
  ClassRole role;
  double target;
};
constexpr ClassRow classes[class_count] = {{"strategic", "Strategic", ClassRole::strategic, 0.7},
                                           {"roadmap", "Roadmap", ClassRole::roadmap, 0.2},
                                           {"firefighting", "Firefighting", ClassRole::firefighting, 0.1}};

struct MilestoneRow {
  int week;
  const char* title;
  int outcome;
  int item;  // 0 = none
};
constexpr MilestoneRow milestones[] = {
    {13, "Spring course", 0, 0}, {24, "Audit dry run", 3, 0}, {28, "Partner go-live", 0, 139}, {36, "GxP audit", 3, 0}};

constexpr const char* quarter_names[] = {"2027Q1", "2027Q2", "2027Q3", "2027Q4"};
constexpr int quarter_weeks = 13;

}  // namespace

void add_settings_and_policy(Portfolio& portfolio) {
  WorkspaceSettings settings;
  settings.name = "Clinical Data Platform";
  settings.vision_statement =
      "Every clinician has the data a decision needs before the decision is made: safe, traceable and within seconds.";
  settings.key_prefix = "CDP";
  settings.next_item_number = 167;
  settings.planned_weeks_per_quarter = planned_weeks;
  portfolio.insert(settings);

  AllocationPolicy policy;
  policy.id = AllocationPolicyId{50};
  policy.name = "70/20/10";
  policy.alert_weeks = 3;
  portfolio.insert(policy);
  for (int at = 0; at < class_count; ++at) {
    AllocationClass one;
    one.id = class_id(at);
    one.policy = policy.id;
    one.key = classes[at].key;
    one.name = classes[at].name;
    one.role = classes[at].role;
    one.target_share = classes[at].target;
    one.tolerance = 0.05;
    one.position = at;
    portfolio.insert(one);
  }
}

void add_teams_and_quarters(Portfolio& portfolio) {
  for (int at = 0; at < team_count; ++at) {
    Team team;
    team.id = team_id(at);
    team.key = teams[at].key;
    team.name = teams[at].name;
    team.people = teams[at].people;
    team.position = at;
    portfolio.insert(team);
  }
  for (std::int64_t at = 0; at < 4; ++at) {
    // Blocks of 13 whole weeks, not calendar quarters: the sample's placements are whole weeks, so that an item's share
    // of a quarter is a share of its weeks and every load can be checked by hand.
    Period quarter;
    quarter.id = quarter_id(static_cast<int>(at));
    quarter.kind = PeriodKind::quarter;
    quarter.name = quarter_names[at];
    quarter.start = monday_of(quarter_weeks * static_cast<int>(at));
    quarter.end = monday_of(quarter_weeks * static_cast<int>(at + 1));
    portfolio.insert(quarter);
    for (int team = 0; team < team_count; ++team) {
      Capacity capacity;
      capacity.id = CapacityId{31 + at * team_count + team};
      capacity.team = team_id(team);
      capacity.period = quarter.id;
      capacity.people = teams[team].people;
      capacity.weeks = planned_weeks;
      capacity.reserve = teams[team].reserve;
      portfolio.insert(capacity);
    }
  }
}

void add_roadmap(Portfolio& portfolio) {
  Roadmap plan;
  plan.id = roadmap_id;
  plan.name = "Roadmap 2027";
  portfolio.insert(plan);
  for (const ItemRow& row : item_rows()) {
    if (row.start < 0) continue;
    Placement placement;
    placement.id = PlacementId{5000 + row.number};
    placement.roadmap = plan.id;
    placement.item = item_id(row.number);
    placement.start = monday_of(row.start);
    placement.finish = monday_of(row.finish);
    portfolio.insert(placement);
  }
  std::int64_t id = 81;
  for (const MilestoneRow& row : milestones) {
    Milestone milestone;
    milestone.id = MilestoneId{id++};
    milestone.title = row.title;
    milestone.date = monday_of(row.week);
    milestone.outcome = outcome_id(row.outcome);
    milestone.item = item_id(row.item);
    portfolio.insert(milestone);
  }
}

}  // namespace tradewind::workbench::sample
