// The figures of a trade-off in words: three large ones for the slide, and how numbers are written in its pictures.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tradewind/views/trade_off_view.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// Between a figure and its unit; it belongs to the figure, so that a translator need not type it.
inline constexpr const char* narrow_space = "\u202F";

/// "1.3", "−0.5"; never "−0".
std::string decimal(double value, int decimals);
/// Figures with their units stay on one line.
std::string unbroken(std::string text);
/// With one decimal at least: expectations lie between what can be counted. "?" where unknown.
std::string metric_text(const Outcome& outcome, OptionalNumber value, bool with_unit);

/// The picture's texts in its language.
class PictureWords {
 public:
  /// Lifetime: `portfolio` must outlive it.
  PictureWords(const Portfolio& portfolio, ValueBasis basis, Translate translate)
      : portfolio_(portfolio), basis_(basis), translate_(std::move(translate)) {}
  std::string operator()(const Phrase& phrase) const { return in_words(phrase, translate_); }
  /// "€ 284 k", on one line.
  Phrase cost(double value) const { return literal(unbroken((*this)(cost_phrase(value, basis_, portfolio_)))); }

 private:
  const Portfolio& portfolio_;
  ValueBasis basis_;
  Translate translate_;
};

/// The price, the outcome that gets worse, and the confidence of both sides, as far as they are known.
/// REQUIRES: the picture's cost, outcomes and milestone that is passed.
void add_figures(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, views::TradeOffPicture& picture);

/// Who asks for it, what it serves, how it scores, what it takes, what supports it; as far as that is known.
void add_request(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, views::TradeOffPicture& picture);

/// What the request brings and what it costs in one of the ways, with their spreads. `way`: the one the answer is; nullptr
/// where the ways are not known yet.
void add_balance(const TradeOff& answer, const RequestOption* way, const PictureWords& words, views::TradeOffPicture& picture);

/// What one person-week more would bring, by team and period of the plan with the request. Nothing where there is no such plan.
void add_prices(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, views::TradeOffPicture& picture);

/// What slips past its deadline, and what has one and drops.
void add_deadlines(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words,
                   views::TradeOffPicture& picture);

/// Titles with the years of the plan, source and method. REQUIRES: the picture's day, ways, and whether it is possible.
void add_footer(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, views::TradeOffPicture& picture);

/// Both ends of the wager that the way is.
std::optional<views::TradeOffPicture::Outlook> outlook_of(const TradeOff& answer, const RequestOption& way,
                                                          const PictureWords& words);

}  // namespace tradewind::workbench
