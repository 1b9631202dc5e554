#include "tradewind/allocation/outcome_progress.h"

#include <algorithm>
#include <cmath>

#include "allocation/landing.h"
#include "tradewind/domain/progress_band.h"

namespace tradewind::allocation {
namespace {

using Landings = std::unordered_map<ItemId, Date>;

const CheckIn* latest_check_in(const Portfolio& portfolio, OutcomeId outcome) {
  const CheckIn* latest = nullptr;
  for (const CheckIn& one : portfolio.owned_by<&CheckIn::outcome>(outcome))
    if (latest == nullptr || latest->date < one.date || (latest->date == one.date && latest->id < one.id)) latest = &one;
  return latest;
}

void add_position(OutcomeProgress& progress, const Portfolio& portfolio, const Outcome& outcome) {
  if (const CheckIn* latest = latest_check_in(portfolio, outcome.id); latest != nullptr) {
    progress.now = latest->value;
    progress.checked_in = latest->date;
    progress.health = latest->health;
    progress.health_stated = !latest->health.empty();
  }
  const bool both = outcome.baseline.has_value() && outcome.target.has_value();
  if (both && outcome.target.value() < outcome.baseline.value()) progress.direction = -1;
  if (both && progress.now.has_value() && outcome.target.value() != outcome.baseline.value()) {
    const double done = (progress.now.value() - outcome.baseline.value()) / (outcome.target.value() - outcome.baseline.value());
    progress.progress = std::clamp(done, 0.0, 1.0);
  }
  if (progress.now.has_value() && outcome.target.has_value())
    progress.needed = std::max(0.0, progress.direction * (outcome.target.value() - progress.now.value()));
  if (!progress.health_stated) progress.health = health_of_progress(progress.progress);
}

/// What the planned items are to bring to each outcome, from the items: far fewer are planned than wait.
void add_contributions(std::vector<OutcomeProgress>& all, const Portfolio& portfolio, const Landings& landings) {
  std::unordered_map<OutcomeId, OutcomeProgress*> of_outcome;
  for (OutcomeProgress& progress : all) of_outcome.emplace(progress.outcome, &progress);
  const auto quarters = portfolio.periods_in_order(PeriodKind::quarter);
  for (const auto& [item_id, landing] : landings) {
    const Item* item = portfolio.find(item_id);
    if (item == nullptr) continue;
    for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item_id)) {
      const auto progress = of_outcome.find(contribution.outcome);
      if (progress == of_outcome.end()) continue;
      if (contribution.effect == OptionalNumber{0.0}) continue;  // known to add nothing: a test, an enabler
      if (!contribution.effect.has_value() || !item->confidence.has_value()) {
        progress->second->unquantified.push_back(item_id);
        continue;
      }
      PlannedContribution one;
      one.item = item_id;
      one.effect = contribution.effect.value();
      one.confidence = item->confidence.value();
      one.expected = one.effect * one.confidence;
      one.lands = landing;
      one.lands_in = quarter_of_landing(quarters, landing);
      progress->second->contributions.push_back(one);
    }
  }
}

void finish(OutcomeProgress& progress) {
  std::sort(progress.unquantified.begin(), progress.unquantified.end());
  std::sort(progress.contributions.begin(), progress.contributions.end(),
            [](const PlannedContribution& a, const PlannedContribution& b) {
              if (a.lands != b.lands) return a.lands < b.lands;
              return a.expected != b.expected ? a.expected > b.expected : a.item < b.item;
            });
  for (const PlannedContribution& one : progress.contributions) progress.covered += one.expected;
  if (!progress.needed.has_value()) return;
  progress.gap = progress.needed.value() - progress.covered;
  if (progress.needed.value() > 0) progress.coverage = progress.covered / progress.needed.value();
}

}  // namespace

std::vector<OutcomeProgress> progress_of_outcomes(const Portfolio& portfolio, RoadmapId roadmap) {
  std::vector<OutcomeProgress> all;
  for (const Outcome* outcome : portfolio.outcomes_in_order()) {
    OutcomeProgress& progress = all.emplace_back();
    progress.outcome = outcome->id;
    add_position(progress, portfolio, *outcome);
  }
  add_contributions(all, portfolio, landing_days(portfolio, roadmap));
  for (OutcomeProgress& progress : all) finish(progress);
  return all;
}

OptionalNumber expected_on(const OutcomeProgress& progress, Date date) {
  if (!progress.now.has_value()) return {};
  double added = 0;
  for (const PlannedContribution& one : progress.contributions)
    if (one.lands <= date) added += one.expected;
  return progress.now.value() + progress.direction * added;
}

std::string health_of_progress(OptionalNumber progress) {
  if (!progress.has_value()) return {};
  const ProgressBand band = band_of_progress(progress.value());
  return band == ProgressBand::on_track ? "On track" : band == ProgressBand::at_risk ? "At risk" : "Off track";
}

std::vector<ItemId> planned_without_outcome(const Portfolio& portfolio, RoadmapId roadmap) {
  std::vector<std::pair<Date, ItemId>> found;
  for (const auto& [item, landing] : landing_days(portfolio, roadmap))
    if (portfolio.owned_by<&Contribution::item>(item).empty()) found.emplace_back(landing, item);
  std::sort(found.begin(), found.end());
  std::vector<ItemId> items;
  for (const auto& one : found) items.push_back(one.second);
  return items;
}

}  // namespace tradewind::allocation
