// The price of a request: "if we do this by then, what slips, by how much, at what price?"
//
//     const auto answer = trade_off(portfolio, {.request = item, .by = "2027Q1", .planning = {.today = today()}});
//     answer->cost      // what the request displaces, in the workspace's currency (or in points of the value basis)
//     answer->sentence  // for the executive
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "tradewind/domain/phrase.h"
#include "tradewind/planning/plan.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

struct TradeOff;

/// What trying the request out takes before it is built.
struct RequestTest {
  double weeks = 1;
  double person_weeks = 1;
  TeamId team;      // none: nobody has said who does it
  double cost = 0;  // in the unit of the values; paid whether the test passes or not
};

struct TradeOffOptions {
  ItemId request;
  std::string by;            // a PERIOD of the roadmap; empty = its first
  std::vector<ItemId> keep;  // must not move
  RequestTest test{};
  PlanningOptions planning{};
  planning::Options search = quick();
  /// The answer to the same question for an earlier period, where there is one: its plans are gone on from, so that more time
  /// never costs more. REQUIRES: outlives the call; `by` is all that is different.
  const TradeOff* earlier = nullptr;

  /// An answer within a second: two plans are needed at once, and moving as little as possible leaves little to search. What
  /// branch and bound would need longer for stays open, and the interval says so.
  static planning::Options quick() {
    planning::Options options;
    options.rounds = 5;
    options.nodes_of_first_proof = 20;
    return options;
  }
};

struct Slip {
  ItemId item;
  PeriodId from;  // of the start
  PeriodId to;
  int periods = 0;
  double cost = 0;
  Date finish_before{};  // exclusive
  Date finish_after{};
  std::optional<Date> missed_deadline;  // the item's last day, which it keeps now and would no longer
};

struct Drop {
  ItemId item;
  PeriodId from;
  double cost = 0;
};

struct OutcomeMove {
  OutcomeId outcome;
  Date on{};  // the day for which both numbers are expected
  OptionalNumber before;
  OptionalNumber after;
};

struct ClassShift {
  std::string key;
  std::string name;
  double target = 0;  // shares 0–1
  OptionalNumber before;
  OptionalNumber after;
  double tolerance = 0;  // share points either side of the target
};

/// More of a team in a period than there is, so that nothing has to move.
struct MissingCapacity {
  TeamId team;
  PeriodId period;
  double person_weeks = 0;
};

enum class OptionKind : unsigned char { now, later, test_first, less_scope, more_capacity };
/// "now", "later", "test-first" …: what scripts and decision records say.
std::string_view option_key(OptionKind kind);

/// One way to answer the request.
struct RequestOption {
  OptionKind kind = OptionKind::now;
  PeriodId period;       // in which the request is finished
  Date delivered{};      // exclusive
  double cost = 0;       // expected cost of delay of what moves, and of the test
  OptionalNumber value;  // expected value of the request up to the horizon, beyond what it brings where it is planned
  int slips = 0;
  int drops = 0;
  ItemId dearest_slip;  // none where nothing slips
  ItemId dearest_drop;
  double gap = 0;
  Phrase effort;          // what it takes besides: "1 person-week of Clinical Apps", "6 person-weeks of Platform in 2027 Q1"
  Phrase assumption;      // what its figures take for granted, a sentence; empty where nothing beyond the item's own figures
  double test_weeks = 0;  // of a test first
  double test_cost = 0;   // part of `cost`
  OptionalNumber net() const { return value.has_value() ? OptionalNumber(value.value() - cost) : OptionalNumber(); }
};

/// A figure, a name or a date of the sentence, and where it comes from.
struct ExplainedPart {
  Phrase part;
  Phrase from;
};

enum class AskedFor : unsigned char { period_of_plan, past, after_plan };

struct TradeOff {
  ItemId request;
  /// The period that was asked for; where that is over, the first of the plan, and where it comes after the plan, the last one.
  PeriodId by;
  AskedFor asked_for = AskedFor::period_of_plan;
  std::string asked_name;  // of a period that is none of the plan's
  /// Launched, measured or dropped: there is nothing left to decide.
  bool is_closed = false;
  /// In which the roadmap finishes the request as it is; none where it is not planned.
  PeriodId planned;
  /// Why it cannot be done by then, in words; empty when it can.
  Phrase impossible;
  /// That is proven; else no plan was found before the search ended.
  bool is_ruled_out = false;
  /// What cannot hold together, each constraint in words; without any one of them the rest would hold where that is proven.
  std::vector<Phrase> conflict;
  bool is_conflict_minimal = false;
  /// What stays in the roadmap although its own dates or what it waits for say otherwise; no plan mends that.
  std::vector<ItemLeftOut> contradictions;
  ValueBasis basis = ValueBasis::money;
  double cost = 0;
  /// The truth lies between these: both plans may be that far from the best.
  double least_cost = 0;
  double most_cost = 0;
  double gap = 0;
  std::vector<Slip> slips;  // dearest first
  std::vector<Drop> drops;
  int untouched = 0;
  std::vector<OutcomeMove> outcomes;
  std::vector<ClassShift> allocation;   // in the period `by`
  OptionalNumber confidence;            // of the request
  OptionalNumber displaced_confidence;  // of what moves, by effort
  /// Empty too where more capacity alone would not do.
  std::vector<MissingCapacity> missing;
  std::vector<Placement> placements_before;  // the roadmap without the obligation; empty where that has no plan
  /// The roadmap as it would be: every placement of it, and the new one.
  std::vector<Placement> placements;
  std::string sentence;              // in English
  std::vector<Phrase> phrases;       // the same, to be said in another language
  std::vector<ExplainedPart> parts;  // what its figures are, one by one
  PlanningProblem problem;
  planning::Plan without;
  planning::Plan with;
  /// By the clock or the caller: another run may give another price.
  bool stopped_early() const { return without.stopped_early || with.stopped_early; }
};

Result<TradeOff> trade_off(const Portfolio& portfolio, const TradeOffOptions& options);

/// Do it now; in each later period; test first; with less scope; with more capacity. `now` is the answer for the earliest
/// period. In the order in which a person would weigh them.
Result<std::vector<RequestOption>> request_options(const Portfolio& portfolio, const TradeOffOptions& options,
                                                   const TradeOff& now);

/// "€ 284 k", "$ 1.2 M", "284 points" for a basis without money.
Phrase cost_phrase(double cost, ValueBasis basis, const Portfolio& portfolio);
/// The same in English.
std::string display_cost(double cost, ValueBasis basis, const Portfolio& portfolio);

/// The placements of a roadmap where the tasks of a plan start as it says: what moves does so by whole periods, what is new or
/// placed anew fills its period (plan_roadmap.h: with_weeks lays both out). Those of items that the plan does not know stay.
std::vector<Placement> placements_of(const Portfolio& portfolio, const PlanningProblem& problem, const std::vector<int>& start);

/// A workspace in memory with these placements instead of those of the roadmap.
Portfolio with_placements(const Portfolio& portfolio, RoadmapId roadmap, const std::vector<Placement>& placements);

}  // namespace tradewind::workbench
