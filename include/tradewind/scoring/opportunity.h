// Opportunity scoring (Tony Ulwick, outcome-driven innovation): importance + max(importance − satisfaction, 0), 0–20.
// Both are ten times the share of respondents who answered 4 or 5 on a 1–5 scale, per segment; never mean ratings.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct OpportunityFactors {
  OptionalNumber importance;    // 0–10
  OptionalNumber satisfaction;  // 0–10
};

/// Answers of one segment.
struct SegmentAnswers {
  std::string segment;
  int respondents = 0;
  int important = 0;  // how many answered 4 or 5
  int satisfied = 0;
};

/// Over 15 extreme, 12–15 high, 10 to under 12 solid, under 10 served.
std::string_view opportunity_band(double score);
/// Unknown factors when the counts are impossible (no respondents, or more answers than respondents).
OpportunityFactors opportunity_factors(const SegmentAnswers& answers);

OptionalNumber opportunity_value(const OpportunityFactors& factors);
ScoreResult opportunity(const OpportunityFactors& factors);
/// Per segment; the segment with the highest score stands for the item, because a mean over segments hides the one that
/// is badly served. Segments with impossible counts are left out and named.
OptionalNumber opportunity_value(std::span<const SegmentAnswers> segments);
ScoreResult opportunity(std::span<const SegmentAnswers> segments);

}  // namespace tradewind::scoring
