// Which field of the workspace feeds which factor.
#include "tradewind/scoring/factors.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "tradewind/domain/schedule.h"

namespace tradewind::scoring {
namespace {

/// 0.7 × 10 is 7.000000000000001 in binary; tenths of a share are meant.
OptionalNumber ten_times(OptionalNumber share) {
  return share.has_value() ? OptionalNumber{std::round(share.value() * 1e10) / 1e9} : OptionalNumber{};
}

}  // namespace

RiceFactors rice_factors(const ScoringContext& context, const Item& item) {
  return {item.reach, item.impact, item.confidence, context.likely_effort(item.id)};
}

IceFactors ice_factors(const Item& item) { return {item.impact, ten_times(item.confidence), item.ease}; }

ImpactEffort impact_effort_factors(const ScoringContext& context, const Item& item) {
  return {item.impact, context.likely_effort(item.id), item.confidence};
}

WsjfFactors wsjf_factors(const ScoringContext& context, const Item& item) {
  return {item.business_value, item.time_criticality, item.risk_reduction, item.job_size,
          item.job_size.has_value() ? OptionalNumber{} : context.likely_effort(item.id)};
}

DelayFactors delay_factors(const Item& item) { return {item.cost_of_delay, item.duration_weeks}; }

OpportunityFactors opportunity_factors(const Item& item) { return {item.importance, item.satisfaction}; }

std::vector<SegmentAnswers> opportunity_segments(const Portfolio& portfolio, ItemId item) {
  std::vector<SegmentAnswers> segments;
  for (const OpportunitySurvey& row : portfolio.owned_by<&OpportunitySurvey::item>(item)) {
    const auto same =
        std::find_if(segments.begin(), segments.end(), [&](const SegmentAnswers& one) { return one.segment == row.segment; });
    SegmentAnswers& segment = same != segments.end() ? *same : segments.emplace_back(SegmentAnswers{row.segment, 0, 0, 0});
    segment.respondents += row.respondents;
    segment.important += row.important;
    segment.satisfied += row.satisfied;
  }
  std::sort(segments.begin(), segments.end(),
            [](const SegmentAnswers& a, const SegmentAnswers& b) { return a.segment < b.segment; });
  return segments;
}

std::vector<WeightedCriterion> weighted_criteria(const ScoringContext& context, ItemId item) {
  std::vector<WeightedCriterion> criteria;
  criteria.reserve(context.criteria().size());
  for (const Criterion* row : context.criteria()) {
    WeightedCriterion criterion;
    criterion.name = row->name;
    criterion.weight = row->weight;
    criterion.minimum = row->minimum;
    criterion.maximum = row->maximum;
    criterion.lower_is_better = row->lower_is_better;
    criteria.push_back(criterion);
  }
  for (const CriterionRating& rating : context.portfolio().owned_by<&CriterionRating::item>(item))
    for (std::size_t i = 0; i < criteria.size(); ++i)
      if (context.criteria()[i]->id == rating.criterion) criteria[i].rating = rating.value;
  return criteria;
}

KanoCounts kano_counts(const Portfolio& portfolio, ItemId item) {
  std::vector<KanoAnswers> answers;
  for (const KanoSurvey& row : portfolio.owned_by<&KanoSurvey::item>(item))
    answers.push_back({row.functional, row.dysfunctional, row.respondents});
  return count_kano(answers);
}

std::vector<EvidencePiece> evidence_of(const Portfolio& portfolio, ItemId item) {
  std::vector<EvidencePiece> pieces;
  for (const Evidence& row : portfolio.owned_by<&Evidence::item>(item)) pieces.push_back({row.kind, row.supports});
  return pieces;
}

PaintedDoor painted_door_of(const Experiment& experiment) {
  return {experiment.rule_share, experiment.rule_sample, experiment.sample, experiment.successes};
}

KeyResult key_result_of(const Portfolio& portfolio, const Outcome& outcome) {
  KeyResult key_result;
  key_result.name = outcome.title;
  key_result.baseline = outcome.baseline;
  key_result.target = outcome.target;
  key_result.unit = outcome.unit;
  const CheckIn* latest = nullptr;
  for (const CheckIn& check_in : portfolio.owned_by<&CheckIn::outcome>(outcome.id))
    if (latest == nullptr || std::pair(latest->date, latest->id) < std::pair(check_in.date, check_in.id)) latest = &check_in;
  if (latest != nullptr) key_result.now = latest->value;
  return key_result;
}

std::vector<MoscowEffort> moscow_efforts(const ScoringContext& context, std::span<const Item* const> items) {
  std::vector<MoscowEffort> efforts;
  efforts.reserve(items.size());
  for (const Item* item : items) efforts.push_back({item->moscow, context.likely_effort(item->id)});
  return efforts;
}

std::vector<MoscowEffort> moscow_efforts_in(const Portfolio& portfolio, RoadmapId roadmap, const Period& period, TeamId team) {
  // An item placed twice spreads its one effort over the days of both placements.
  const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap);
  std::unordered_map<ItemId, int> days;
  for (const ScheduledItem& placed : schedule) days[placed.item] += days_between(placed.span.start, placed.span.finish);

  std::vector<MoscowEffort> efforts;
  for (const ScheduledItem& placed : schedule) {
    const double part = share_in(placed.span, period.start, period.end) * days_between(placed.span.start, placed.span.finish) /
                        days.at(placed.item);
    const Item* item = portfolio.find(placed.item);
    if (part <= 0 || item == nullptr) continue;
    MoscowEffort effort;
    effort.category = item->moscow;
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(placed.item))
      if ((!team || estimate.team == team) && estimate.likely.has_value())
        effort.effort = effort.effort.value_or(0) + part * estimate.likely.value();
    if (effort.effort.has_value() || !team) efforts.push_back(effort);
  }
  return efforts;
}

}  // namespace tradewind::scoring
