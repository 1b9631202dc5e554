// Impact versus effort: four quadrants around two cut-points.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

/// Worst first, so that the number of the quadrant ranks.
enum class Quadrant : unsigned char { time_sink = 1, fill_in = 2, big_bet = 3, quick_win = 4 };
/// "Quick wins", "Big bets", "Fill-ins", "Time sinks".
std::string_view quadrant_name(Quadrant quadrant);

struct ImpactEffort {
  OptionalNumber impact;
  OptionalNumber effort;           // person-weeks, > 0
  OptionalNumber confidence = {};  // 0–1; unknown = impact counts as it was stated
};

/// Impact × confidence: what stands on the vertical axis, so that a bold guess does not beat a proven gain.
OptionalNumber expected_impact(const ImpactEffort& point);

/// On the line counts as the higher side of impact and the lower side of effort.
struct QuadrantCuts {
  OptionalNumber impact;
  OptionalNumber effort;
};

/// The mean of the two in the middle for an even count; unknown for none.
OptionalNumber median(std::vector<double> values);
/// The medians of both axes over the points that have both; a stored cut (> 0) wins over the median.
QuadrantCuts quadrant_cuts(std::span<const ImpactEffort> points, double stored_impact_cut = 0, double stored_effort_cut = 0);

/// 4 quick win, 3 big bet, 2 fill-in, 1 time sink.
OptionalNumber impact_effort_value(const ImpactEffort& point, const QuadrantCuts& cuts);
ScoreResult impact_effort(const ImpactEffort& point, const QuadrantCuts& cuts);

}  // namespace tradewind::scoring
