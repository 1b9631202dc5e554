// From the rows of a workspace to the plain factors of each method: the one place that says which field feeds what.
#pragma once
#include <span>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/confidence.h"
#include "tradewind/scoring/context.h"
#include "tradewind/scoring/cost_of_delay.h"
#include "tradewind/scoring/ice.h"
#include "tradewind/scoring/kano.h"
#include "tradewind/scoring/moscow.h"
#include "tradewind/scoring/okr.h"
#include "tradewind/scoring/opportunity.h"
#include "tradewind/scoring/painted_door.h"
#include "tradewind/scoring/rice.h"
#include "tradewind/scoring/weighted.h"
#include "tradewind/scoring/wsjf.h"

namespace tradewind::scoring {

RiceFactors rice_factors(const ScoringContext& context, const Item& item);
/// The item's confidence, a share, becomes 1–10 by multiplying it by ten; impact is read as 1–10 as it stands.
IceFactors ice_factors(const Item& item);
ImpactEffort impact_effort_factors(const ScoringContext& context, const Item& item);
WsjfFactors wsjf_factors(const ScoringContext& context, const Item& item);
DelayFactors delay_factors(const Item& item);
OpportunityFactors opportunity_factors(const Item& item);
/// By segment name; several rows of one segment are added up.
std::vector<SegmentAnswers> opportunity_segments(const Portfolio& portfolio, ItemId item);
std::vector<WeightedCriterion> weighted_criteria(const ScoringContext& context, ItemId item);
KanoCounts kano_counts(const Portfolio& portfolio, ItemId item);
std::vector<EvidencePiece> evidence_of(const Portfolio& portfolio, ItemId item);
PaintedDoor painted_door_of(const Experiment& experiment);
/// `now` is the latest check-in; without one it is unknown.
KeyResult key_result_of(const Portfolio& portfolio, const Outcome& outcome);

/// Whole effort of each item, whenever it happens.
std::vector<MoscowEffort> moscow_efforts(const ScoringContext& context, std::span<const Item* const> items);
/// The part of the effort that the roadmap puts into the period, of one team or (team 0) of all.
std::vector<MoscowEffort> moscow_efforts_in(const Portfolio& portfolio, RoadmapId roadmap, const Period& period,
                                            TeamId team = {});

}  // namespace tradewind::scoring
