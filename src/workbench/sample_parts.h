// The parts of the sample workspace and the ids they share. Ids are small and fixed; the ranges differ per entity, so
// that a reference to the wrong table is a dangling reference instead of a chance hit.
#pragma once
#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench::sample {

/// Every date of the sample counts from here: the Monday on which its first quarter begins.
inline constexpr Date first_monday = make_date(2027, 1, 4);
constexpr Date monday_of(int week) { return add_days(first_monday, 7 * week); }

enum TeamIndex : int { platform, data_science, clinical_apps, governance };
inline constexpr int team_count = 4;
enum ClassIndex : int { strategic, roadmap, firefighting };
inline constexpr int class_count = 3;

constexpr TeamId team_id(int team) { return TeamId{11 + team}; }
constexpr PeriodId quarter_id(int quarter) { return PeriodId{21 + quarter}; }
constexpr AllocationClassId class_id(int one) { return AllocationClassId{51 + one}; }
/// Outcomes count from 1, as in their keys; 0 = none.
constexpr OutcomeId outcome_id(int number) { return OutcomeId{number == 0 ? 0 : 60 + number}; }
inline constexpr RoadmapId roadmap_id{71};
/// CDP-101 has the id 1101.
constexpr ItemId item_id(int number) { return ItemId{number == 0 ? 0 : 1000 + number}; }

void add_settings_and_policy(Portfolio& portfolio);
void add_teams_and_quarters(Portfolio& portfolio);
void add_outcomes(Portfolio& portfolio);
void add_items(Portfolio& portfolio);
void add_roadmap(Portfolio& portfolio);
void add_discovery(Portfolio& portfolio);
/// Twelve weeks of half-day entries whose sums per team, week and class are exact.
void add_time_entries(Portfolio& portfolio);

}  // namespace tradewind::workbench::sample
