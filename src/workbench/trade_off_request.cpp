// What a trade-off's picture says of the request itself: facts, effort with its spread, value against price, both ends of the
// wager.
#include <algorithm>
#include <array>

#include "tradewind/domain/open_item.h"
#include "tradewind/scoring/ranking.h"
#include "tradewind/workbench/expectation.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {
namespace {

using views::TradeOffPicture;
using Measure = TradeOffPicture::Measure;

std::string percent(double share) { return decimal(100 * share, 0) + narrow_space + "%"; }

std::string weeks(double value) { return decimal(value, value < 10 && value != static_cast<int>(value) ? 1 : 0); }

Phrase strongest(const views::EvidenceDots& dots) {
  static constexpr std::array names{translatable("Slide", "opinion"), translatable("Slide", "interviews"),
                                    translatable("Slide", "usage data"), translatable("Slide", "an experiment"),
                                    translatable("Slide", "a pilot")};
  for (std::size_t at = dots.size(); at-- > 0;)
    if (dots[at]) return names[at];
  return {};
}

/// "Adoption +1.2 points": what is expected, so the effect at full success times the confidence.
Phrase served_outcomes(const Portfolio& portfolio, const Item& request) {
  std::vector<Phrase> served;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(request.id)) {
    const Outcome* outcome = portfolio.find(contribution.outcome);
    if (outcome == nullptr) continue;
    const Phrase name = literal(outcome->short_title.empty() ? outcome->title : outcome->short_title);
    if (!contribution.effect.has_value() || !request.confidence.has_value()) {
      served.push_back(name);
      continue;
    }
    const double expected = contribution.effect.value() * request.confidence.value();
    // A share moves by points, not by a share of itself.
    const bool is_share = outcome->unit == "%";
    const std::string effect = (expected > 0 ? "+" : "") + metric_text(*outcome, expected, !is_share);
    served.emplace_back(is_share ? translatable("Slide", "%1 %2points") : translatable("Slide", "%1 %2"),
                        std::vector<Phrase>{name, literal(effect + (is_share ? narrow_space : ""))});
  }
  return joined(served, translatable("Slide", "%1, %2"));
}

/// "40.0, rank 22 of 22", among what is still open.
Phrase rice_of(const Portfolio& portfolio, ItemId request) {
  std::vector<const Item*> open;
  for (const Item& item : portfolio.all<Item>())
    if (is_open(item)) open.push_back(&item);
  int scored = 0;
  Phrase score;
  std::string rank;
  for (const scoring::RankedItem& one : scoring::rank_items(portfolio, open, *scoring::find_method("rice"))) {
    if (one.rank == 0) continue;
    ++scored;
    if (one.item->id != request) continue;
    score = literal(decimal(one.value.value(), 1));
    rank = std::to_string(one.rank);
  }
  if (score.empty()) return translatable("Slide", "not scored");
  return {translatable("Slide", "%1, rank %2 of %3"), {score, literal(rank), literal(std::to_string(scored))}};
}

void add_efforts(const Portfolio& portfolio, ItemId request, const PictureWords& words, TradeOffPicture& picture) {
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(request)) {
    if (!estimate.likely.has_value()) continue;
    const Team* team = portfolio.find(estimate.team);
    Measure measure;
    measure.name = team == nullptr ? words(translatable("Slide", "Any team")) : team->name;
    measure.expected = estimate.likely.value();
    measure.least = estimate.low.value_or(measure.expected);
    measure.most = estimate.high.value_or(measure.expected);
    measure.text = weeks(measure.expected);
    const Phrase spread = measure.least < measure.most ? Phrase(translatable("Slide", ", %1 to %2"),
                                                                {literal(weeks(measure.least)), literal(weeks(measure.most))})
                                                       : Phrase();
    measure.description =
        words({translatable("Slide", "%1, %2 person-weeks%3"), {literal(measure.name), literal(measure.text), spread}});
    picture.efforts.push_back(std::move(measure));
  }
  std::stable_sort(picture.efforts.begin(), picture.efforts.end(),
                   [](const Measure& a, const Measure& b) { return a.expected > b.expected; });
  if (const OptionalNumber all = portfolio.likely_effort(request); all.has_value())
    picture.effort = words({translatable("Slide", "%1pw"), {literal(weeks(all.value()) + narrow_space)}});
}

}  // namespace

void add_request(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, TradeOffPicture& picture) {
  const Item& request = *portfolio.find(answer.request);
  picture.evidence = views::evidence_dots(portfolio, answer.request);
  picture.evidence_name = words(strongest(picture.evidence));
  const auto add = [&](Text name, const Phrase& fact) { picture.facts.push_back({words(name), words(fact)}); };
  if (!request.requester.empty()) add(translatable("Slide", "Asked by"), literal(request.requester));
  if (request.deadline) add(translatable("Slide", "Wanted by"), literal(to_display(*request.deadline)));
  if (const Phrase served = served_outcomes(portfolio, request); !served.empty()) add(translatable("Slide", "Serves"), served);
  add(translatable("Slide", "RICE"), rice_of(portfolio, answer.request));
  add_efforts(portfolio, answer.request, words, picture);
}

void add_balance(const TradeOff& answer, const RequestOption* way, const PictureWords& words, TradeOffPicture& picture) {
  if (!answer.impossible.empty() || way == nullptr) return;
  const auto expectation = expectation_of(*way, answer.confidence);
  if (!expectation) return;
  const auto measure = [&](Text name, double expected, double least, double most) {
    const Phrase amount = words.cost(expected);
    const Phrase spread =
        least < most ? Phrase(translatable("Slide", ", between %1 and %2"), {words.cost(least), words.cost(most)}) : Phrase();
    picture.balance.push_back(
        {words(name), words(amount), expected, least, most, words({translatable("Slide", "%1, %2%3"), {name, amount, spread}})});
  };
  measure(translatable("Slide", "It brings"), way->value.value(), expectation->fails.value, expectation->works.value);
  // Tested first, the delay is a wager too; else it is as uncertain as the plans are unproven.
  if (way->kind == OptionKind::test_first)
    measure(translatable("Slide", "It delays"), way->cost, expectation->fails.cost, expectation->works.cost);
  else
    measure(translatable("Slide", "It delays"), answer.cost, answer.least_cost, answer.most_cost);
}

std::optional<TradeOffPicture::Outlook> outlook_of(const TradeOff& answer, const RequestOption& way, const PictureWords& words) {
  const auto expectation = expectation_of(way, answer.confidence);
  if (!expectation) return std::nullopt;
  TradeOffPicture::Outlook outlook;
  outlook.works = expectation->works.net();
  outlook.fails = expectation->fails.net();
  outlook.expected = expectation->expected();
  outlook.description = words({translatable("Slide", "%1 with a chance of %2, %3 otherwise: %4 to be expected"),
                               {words.cost(outlook.works), literal(percent(expectation->chance)), words.cost(outlook.fails),
                                words.cost(outlook.expected)}});
  return outlook;
}

}  // namespace tradewind::workbench
