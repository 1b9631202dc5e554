// How far an outcome is and what the planned work is expected to add: expected = effect at full success × confidence.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

struct PlannedContribution {
  ItemId item;
  double effect = 0;      // in the outcome's unit, positive = helps
  double confidence = 0;  // share 0–1
  double expected = 0;    // effect × confidence
  Date lands{};           // first day after the item's work
  PeriodId lands_in;      // the quarter of that work's last day; none outside all quarters
};

struct OutcomeProgress {
  OutcomeId outcome;
  OptionalNumber now;                              // the latest check-in
  std::optional<Date> checked_in;                  // its date
  OptionalNumber progress;                         // (now − baseline) ÷ (target − baseline), clamped to 0–1
  int direction = 1;                               // −1: less is better
  OptionalNumber needed;                           // from now to the target, ≥ 0, in the outcome's unit
  double covered = 0;                              // expected of all planned work
  OptionalNumber gap;                              // needed − covered; below 0: the plan expects more than needed
  OptionalNumber coverage;                         // covered ÷ needed; unknown when nothing is needed any more
  std::vector<PlannedContribution> contributions;  // by landing day, then the larger first
  std::vector<ItemId> unquantified;                // planned, but effect or confidence is unknown: counted nowhere
  std::string health;                              // the owner's word at the latest check-in, else from the progress
  bool health_stated = false;                      // whether it is the owner's word
};

/// Every outcome in order.
std::vector<OutcomeProgress> progress_of_outcomes(const Portfolio& portfolio, RoadmapId roadmap = {});

/// The metric expected on that day: now and all planned work finished by then (its first free day is not later).
OptionalNumber expected_on(const OutcomeProgress& progress, Date date);

/// "On track", "At risk" or "Off track" (domain/progress_band.h); "" when unknown.
std::string health_of_progress(OptionalNumber progress);

/// Placed items that serve no outcome, by landing day.
std::vector<ItemId> planned_without_outcome(const Portfolio& portfolio, RoadmapId roadmap = {});

}  // namespace tradewind::allocation
