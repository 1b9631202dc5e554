// What is different between two plans of one workspace: the baseline and a scenario, or two scenarios.
//
//     const auto scenario = storage::open_scenario(workspace, id);
//     const auto difference = compare_plans(workspace.portfolio(), scenario->workspace.portfolio());
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/changes.h"
#include "tradewind/domain/error.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

/// An item that lies elsewhere on the roadmap, or only on one.
struct MovedItem {
  ItemId item;
  std::string key;
  std::string title;
  std::optional<Span> before;  // from the first to the last day of all its placements
  std::optional<Span> after;
  std::string from;  // the period in which it starts, else the day; empty where it is not placed
  std::string to;
};

enum class MoveKind { moved, put_on, taken_off };
MoveKind kind_of(const MovedItem& item);

struct ChangedField {
  std::string field;  // as list and show name it
  Value before;
  Value after;
};

/// A row of anything but placements. An item's estimates, outcomes and dependencies are fields of it.
struct ChangedRow {
  std::string noun;  // "item"
  std::string key;
  std::string title;  // of an item or outcome
  ChangeKind kind = ChangeKind::updated;
  std::vector<ChangedField> fields;  // of an update
};

struct ComparedLoad {
  TeamId team;
  PeriodId period;
  std::string team_name;
  std::string period_name;
  double before = 0;  // person-weeks, what is kept free for firefighting with them, as on the roadmap
  double after = 0;
  OptionalNumber capacity_before;  // all of it
  OptionalNumber capacity_after;
};

struct ComparedOutcome {
  OutcomeId outcome;
  PeriodId period;
  std::string key;
  std::string title;
  std::string period_name;
  Date on{};  // the day after the period, for which both are expected
  OptionalNumber before;
  OptionalNumber after;
};

struct ComparedClass {
  PeriodId period;
  std::string period_name;
  std::string key;
  std::string name;
  double target = 0;      // shares 0–1
  OptionalNumber before;  // planned
  OptionalNumber after;
};

struct PlanComparison {
  std::vector<MovedItem> moved;           // by where they end up, then key
  std::vector<ChangedRow> rows;           // by kind of thing, then key
  std::vector<ComparedLoad> loads;        // every team and period of the roadmap
  std::vector<ComparedOutcome> outcomes;  // every outcome and period
  std::vector<ComparedClass> allocation;  // every period and class
};

/// `roadmap`: its name; empty = the first. Fails where neither has it.
Result<PlanComparison> compare_plans(const Portfolio& before, const Portfolio& after, std::string_view roadmap = {});

}  // namespace tradewind::workbench
