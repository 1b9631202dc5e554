// Where time should go, where the plan sends it and where it went: 70/20/10 with target, planned, actual and drift.
//
// Everything is counted in whole minutes, so that classes add up to teams, and teams and people to the whole, exactly.
// Planned: likely effort of placed items, spread evenly over their days; what a team keeps free for incidents counts as
// the first firefighting class. Actual: the time entries. Time and effort without a class (or with one of a policy that
// is not active) is a part of its own, "unclassified": it is never dropped and never counted for another class.
//
//     Query query;
//     query.period = *portfolio.period_by_name("2027Q1");
//     const Allocation all = allocation_of(portfolio, query);
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/phrase.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

struct ClassPart {
  AllocationClassId allocation_class;  // none: unclassified
  std::string key;                     // "strategic", "unclassified"
  std::string name;                    // "Strategic", "Unclassified"
  ClassRole role = ClassRole::other;
  double target = 0;     // share 0–1
  double tolerance = 0;  // share 0–1
  std::int64_t planned_minutes = 0;
  std::int64_t actual_minutes = 0;
  OptionalNumber planned;               // share 0–1; unknown where nothing at all is planned
  OptionalNumber actual;                // share 0–1; unknown where no time at all was booked
  OptionalNumber planned_drift_points;  // 100 × (planned − target)
  OptionalNumber drift_points;          // 100 × (actual − target)
};

/// The shares of the whole workspace, of one team or of one person.
struct Shares {
  TeamId team;         // none: the whole, or what belongs to no team
  std::string person;  // empty unless the shares of a person
  std::string name;    // "Platform", "Platform 3", "No team", "Nobody named"
  /// The classes of the active policy in order, then "unclassified" where the whole has any.
  std::vector<ClassPart> classes;
  std::int64_t planned_minutes = 0;
  std::int64_t actual_minutes = 0;
};

enum class AlertKind : unsigned char {
  drift,    // actual out of tolerance, week after week
  planned,  // the plan itself is out of tolerance
};

struct Alert {
  AlertKind kind = AlertKind::drift;
  AllocationClassId allocation_class;
  std::string key;   // of the class
  std::string name;  // of the class
  bool above = true;
  int weeks = 0;     // drift: how many weeks in a row; 0 for the plan
  double share = 0;  // drift: of the time of those weeks; planned: of the plan
  double limit = 0;  // target + tolerance, or target − tolerance below
  Phrase message;    // "Firefighting above 15 % for 9 weeks in a row"
};

struct Query {
  Period period{};                            // of the plan; need not be a row of the portfolio
  std::optional<Span> booked = std::nullopt;  // of the time entries; the period when unset
  RoadmapId roadmap{};                        // the first by position when none
};

struct Allocation {
  std::string period;  // its name
  Span planned_span;
  Span booked_span;
  std::string unit = "person-weeks";  // of the totals below
  double minutes_per_unit = 2400;
  double planned_total = 0;
  double actual_total = 0;
  Shares whole;
  std::vector<Shares> teams;   // in order; "No team" last, where it has any
  std::vector<Shares> people;  // by team, then name; nobody plans people, so that planned is unknown
  std::vector<Alert> alerts;
};

Allocation allocation_of(const Portfolio& portfolio, const Query& query);

/// What firefighting takes beyond the plan if it keeps its actual share, in person-weeks; below 0 when the plan holds
/// more than enough. Unknown without booked or planned time or without a firefighting class.
OptionalNumber firefighting_beyond_plan(const Allocation& allocation);

/// Percentages to show for a row of parts; they add up to 100 (all 0 where nothing is known).
std::vector<int> shown_targets(const std::vector<ClassPart>& classes);
std::vector<int> shown_planned(const std::vector<ClassPart>& classes);
std::vector<int> shown_actual(const std::vector<ClassPart>& classes);

/// Minutes of one person-week by the settings of the workspace.
double minutes_per_person_week(const Portfolio& portfolio);

}  // namespace tradewind::allocation
