// MoSCoW: the category as an order, and the shares of effort with the 60 % rule.
#include "tradewind/scoring/moscow.h"

#include <algorithm>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

constexpr std::string_view dsdm = "DSDM Agile Project Framework, chapter 10";
// Sums of efforts such as 0.1 + 0.2 must not tip the rule.
constexpr double rounding = 1e-9;

OptionalNumber share_of(double part, double total) { return total > 0 ? OptionalNumber{part / total} : OptionalNumber{}; }

}  // namespace

std::string_view moscow_name(Moscow category) {
  switch (category) {
    case Moscow::must:
      return "Must";
    case Moscow::should:
      return "Should";
    case Moscow::could:
      return "Could";
    case Moscow::wont:
      return "Won’t";
    case Moscow::unset:
      break;
  }
  return {};
}

OptionalNumber moscow_value(Moscow category) {
  if (category == Moscow::unset) return {};
  return static_cast<double>(Moscow::wont) - static_cast<double>(category) + 1;
}

ScoreResult moscow(Moscow category) {
  const OptionalNumber value = moscow_value(category);
  if (!value.has_value()) return Unscored{"no MoSCoW category is set"};
  Score score;
  score.value = value.value();
  score.label = moscow_name(category);
  Explanation& why = score.explanation;
  why.method = "MoSCoW";
  why.inputs = {{"category", {}, {}, score.label}};
  why.formula = "Must before Should before Could before Won’t this time";
  why.result = score.label;
  why.source = dsdm;
  if (category == Moscow::must)
    why.notes = {"A Must is one whose absence would cancel the release; with a manual workaround it is not a Must"};
  return score;
}

OptionalNumber MoscowShares::must_share() const { return share_of(must, total()); }
OptionalNumber MoscowShares::should_share() const { return share_of(should, total()); }
OptionalNumber MoscowShares::could_share() const { return share_of(could, total()); }
bool MoscowShares::must_rule_holds() const { return must <= must_share_limit * total() + rounding; }
double MoscowShares::over_the_line() const { return must_rule_holds() ? 0 : must - must_share_limit * total(); }

MoscowShares moscow_shares(std::span<const MoscowEffort> efforts) {
  MoscowShares shares;
  for (const MoscowEffort& one : efforts) {
    const bool counts = one.category == Moscow::must || one.category == Moscow::should || one.category == Moscow::could;
    if (!is_finite(one.effort) || one.effort.value() < 0) {
      if (counts) ++shares.unestimated;
      continue;
    }
    switch (one.category) {
      case Moscow::must:
        shares.must += one.effort.value();
        break;
      case Moscow::should:
        shares.should += one.effort.value();
        break;
      case Moscow::could:
        shares.could += one.effort.value();
        break;
      case Moscow::wont:
        shares.wont += one.effort.value();
        break;
      case Moscow::unset:
        shares.uncategorised += one.effort.value();
        break;
    }
  }
  return shares;
}

ScoreResult explain_moscow_shares(const MoscowShares& shares) {
  const OptionalNumber must_share = shares.must_share();
  if (!must_share.has_value()) return Unscored{"no Must, Should or Could has an effort"};
  Score score;
  score.value = must_share.value();
  score.mark = shares.must_rule_holds() ? "holds" : "over the line";
  Explanation& why = score.explanation;
  why.method = "Must share";
  why.inputs = {{"Must", shares.must, "person-weeks", {}},
                {"Should", shares.should, "person-weeks", {}},
                {"Could", shares.could, "person-weeks", {}},
                {"Won’t", shares.wont, "person-weeks", {}}};
  why.formula = "Must ÷ (Must + Should + Could), by effort";
  why.with_numbers = number_text(shares.must, 2) + " ÷ (" + number_text(shares.must, 2) + " + " + number_text(shares.should, 2) +
                     " + " + number_text(shares.could, 2) + ")";
  why.result = percent_text(score.value);
  why.source = dsdm;
  if (shares.must_rule_holds())
    why.notes.push_back("Within the limit of 60 %");
  else
    why.notes.push_back(number_text(shares.over_the_line(), 1) + " person-weeks over the line of 60 %");
  if (shares.wont > 0) why.notes.push_back("Won’t is left out: " + number_text(shares.wont, 1) + " person-weeks");
  if (shares.uncategorised > 0)
    why.notes.push_back("Without a category and left out: " + number_text(shares.uncategorised, 1) + " person-weeks");
  if (shares.unestimated > 0) why.notes.push_back("Without an effort and left out: " + std::to_string(shares.unestimated));
  return score;
}

}  // namespace tradewind::scoring
