// MoSCoW (DSDM Agile Project Framework, chapter 10): Must, Should, Could, Won't this time. Shares are of effort and
// leave Won't out; Must may take 60 % at most, so that there is something to give when an estimate slips.
#pragma once
#include <span>

#include "tradewind/domain/item.h"
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

inline constexpr double must_share_limit = 0.60;
inline constexpr double could_share_guide = 0.20;  // about this much is the contingency

/// As a method that ranks: Must 4, Should 3, Could 2, Won't 1; unset is unscored.
OptionalNumber moscow_value(Moscow category);
ScoreResult moscow(Moscow category);
/// "Must", "Should", "Could", "Won’t", "" when unset.
std::string_view moscow_name(Moscow category);

struct MoscowEffort {
  Moscow category = Moscow::unset;
  OptionalNumber effort;  // person-weeks
};

struct MoscowShares {
  double must = 0;  // person-weeks
  double should = 0;
  double could = 0;
  double wont = 0;           // not in the total
  double uncategorised = 0;  // effort of items that nobody has sorted yet; not in the total
  int unestimated = 0;       // Must, Should and Could items without an effort; they count nowhere
  double total() const { return must + should + could; }
  /// Shares 0–1 of the total; unknown when the total is 0.
  OptionalNumber must_share() const;
  OptionalNumber should_share() const;
  OptionalNumber could_share() const;
  /// Must ≤ 60 %; true as well when there is nothing to share.
  bool must_rule_holds() const;
  /// Must effort above the line, in person-weeks; 0 when the rule holds.
  double over_the_line() const;
};

MoscowShares moscow_shares(std::span<const MoscowEffort> efforts);
/// The same with inputs, formula and numbers; unscored when the total is 0. The value is the Must share 0–1.
ScoreResult explain_moscow_shares(const MoscowShares& shares);

}  // namespace tradewind::scoring
