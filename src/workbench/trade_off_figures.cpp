#include "workbench/trade_off_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/workbench/trade_off_picture.h"

namespace tradewind::workbench {
namespace {

using views::TradeOffPicture;

std::string percent(double share) { return decimal(100 * share, 0) + narrow_space + "%"; }

class FigureMaker {
 public:
  FigureMaker(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, TradeOffPicture& picture)
      : portfolio_(portfolio), answer_(answer), words_(words), picture_(picture) {}

  void make() {
    if (!picture_.possible) {
      add(answer_.is_ruled_out ? translatable("Slide", "Not possible") : translatable("Slide", "No plan found"),
          answer_.impossible);
    } else {
      const Phrase meaning{answer_.basis == ValueBasis::money ? translatable("Slide", "delay cost: %1%2")
                                                              : translatable("Slide", "of value: %1%2"),
                           {what_moves(answer_, portfolio_), interval()}};
      add(literal(picture_.cost), meaning);
      add_outcome_figure();
    }
    if (!answer_.confidence.has_value()) return;
    const Phrase rests = picture_.evidence_name.empty()
                             ? Phrase()
                             : Phrase(translatable("Slide", ", which rests on %1"), {literal(picture_.evidence_name)});
    const Phrase share = literal(percent(answer_.confidence.value()));
    if (answer_.displaced_confidence.has_value())
      add({translatable("Slide", "%1 against %2"), {share, literal(percent(answer_.displaced_confidence.value()))}},
          {translatable("Slide", "confidence in the request%1, against confidence in what it displaces"), {rests}});
    else
      add(share, {translatable("Slide", "confidence in the request%1"), {rests}});
  }

 private:
  void add(const Phrase& figure, const Phrase& meaning) { picture_.figures.push_back({words_(figure), words_(meaning)}); }

  Phrase interval() const {
    if (answer_.gap <= 0) return {};
    return {translatable("Slide", "; not proven, between %1 and %2"),
            {words_.cost(answer_.least_cost), words_.cost(answer_.most_cost)}};
  }

  /// At the milestone that is passed the outcome of what slips past it; else the outcome that gets worse.
  void add_outcome_figure() {
    if (const Milestone* milestone = portfolio_.find(picture_.passed)) {
      const OutcomeId wanted = milestone->outcome ? milestone->outcome : outcome_of(answer_.slips.front().item);
      const auto before = expected_at(answer_.placements_before, wanted, milestone->date);
      const auto after = expected_at(answer_.placements, wanted, milestone->date);
      const Outcome* outcome = portfolio_.find(wanted);
      if (outcome != nullptr && before.has_value() && after.has_value() &&
          add_metric(*outcome, before, after, milestone->title, milestone->date))
        return;
    }
    for (std::size_t at = 0; at < picture_.outcomes.size(); ++at)
      if (picture_.outcomes[at].change == TradeOffPicture::Change::worse) {
        const OutcomeMove& move = answer_.outcomes[at];
        add_metric(*portfolio_.find(move.outcome), move.before, move.after, {}, move.on);
        return;
      }
  }

  bool add_metric(const Outcome& outcome, OptionalNumber before, OptionalNumber after, const std::string& when, Date on) {
    const std::string from = metric_text(outcome, before, false);
    if (from == metric_text(outcome, after, false)) return false;
    const Phrase metric = literal(outcome.metric.empty() ? outcome.title : outcome.metric);
    const Phrase move = literal(from + " → " + metric_text(outcome, after, true));
    const Phrase day = literal(to_display(on));
    if (when.empty()) {
      add(move, {translatable("Slide", "%1 expected on %2"), {metric, day}});
      return true;
    }
    picture_.at_milestone = words_({translatable("Slide", "At %1, %2: %3, %4"), {literal(when), day, move, metric}});
    add(move, {translatable("Slide", "%1 expected at %2, %3"), {metric, literal(when), day}});
    return true;
  }

  OutcomeId outcome_of(ItemId item) const {
    for (const Contribution& contribution : portfolio_.owned_by<&Contribution::item>(item)) return contribution.outcome;
    return {};
  }

  OptionalNumber expected_at(const std::vector<Placement>& placements, OutcomeId outcome, Date date) const {
    const Portfolio then = with_placements(portfolio_, answer_.problem.roadmap, placements);
    for (const auto& progress : allocation::progress_of_outcomes(then, answer_.problem.roadmap))
      if (progress.outcome == outcome) return allocation::expected_on(progress, date);
    return {};
  }

  const Portfolio& portfolio_;
  const TradeOff& answer_;
  const PictureWords& words_;
  TradeOffPicture& picture_;
};

}  // namespace

std::string decimal(double value, int decimals) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, std::abs(value));
  const bool is_zero = std::string(text.data()).find_first_of("123456789") == std::string::npos;
  return (value < 0 && !is_zero ? "−" : "") + std::string(text.data());
}

std::string unbroken(std::string text) {
  for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, narrow_space);
  return text;
}

std::string metric_text(const Outcome& outcome, OptionalNumber value, bool with_unit) {
  if (!value.has_value()) return "?";
  const std::string unit = with_unit && !outcome.unit.empty() ? narrow_space + outcome.unit : std::string();
  return decimal(value.value(), std::max(1, outcome.decimals)) + unit;
}

void add_figures(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, TradeOffPicture& picture) {
  FigureMaker(portfolio, answer, words, picture).make();
}

}  // namespace tradewind::workbench
