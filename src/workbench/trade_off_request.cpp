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

std::string strongest(const views::EvidenceDots& dots) {
  static constexpr std::array names{"opinion", "interviews", "usage data", "an experiment", "a pilot"};
  for (std::size_t at = dots.size(); at-- > 0;)
    if (dots[at]) return names[at];
  return {};
}

/// "Adoption +1.2 points": what is expected, so the effect at full success times the confidence.
std::string served_outcomes(const Portfolio& portfolio, const Item& request) {
  std::string text;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(request.id)) {
    const Outcome* outcome = portfolio.find(contribution.outcome);
    if (outcome == nullptr) continue;
    text += (text.empty() ? "" : ", ") + (outcome->short_title.empty() ? outcome->title : outcome->short_title);
    if (!contribution.effect.has_value() || !request.confidence.has_value()) continue;
    const double expected = contribution.effect.value() * request.confidence.value();
    // A share moves by points, not by a share of itself.
    const bool is_share = outcome->unit == "%";
    text += std::string(expected > 0 ? " +" : " ") + metric_text(*outcome, expected, !is_share) +
            (is_share ? std::string(narrow_space) + "points" : std::string());
  }
  return text;
}

/// "40.0, rank 22 of 22", among what is still open.
std::string rice_of(const Portfolio& portfolio, ItemId request) {
  std::vector<const Item*> open;
  for (const Item& item : portfolio.all<Item>())
    if (is_open(item)) open.push_back(&item);
  int scored = 0;
  std::string text;
  for (const scoring::RankedItem& one : scoring::rank_items(portfolio, open, *scoring::find_method("rice"))) {
    if (one.rank == 0) continue;
    ++scored;
    if (one.item->id == request) text = decimal(one.value.value(), 1) + ", rank " + std::to_string(one.rank);
  }
  return text.empty() ? "not scored" : text + " of " + std::to_string(scored);
}

void add_efforts(const Portfolio& portfolio, ItemId request, TradeOffPicture& picture) {
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(request)) {
    if (!estimate.likely.has_value()) continue;
    const Team* team = portfolio.find(estimate.team);
    Measure measure;
    measure.name = team == nullptr ? "Any team" : team->name;
    measure.expected = estimate.likely.value();
    measure.least = estimate.low.value_or(measure.expected);
    measure.most = estimate.high.value_or(measure.expected);
    measure.text = weeks(measure.expected);
    measure.description = measure.name + ", " + measure.text + " person-weeks";
    if (measure.least < measure.most) measure.description += ", " + weeks(measure.least) + " to " + weeks(measure.most);
    picture.efforts.push_back(std::move(measure));
  }
  std::stable_sort(picture.efforts.begin(), picture.efforts.end(),
                   [](const Measure& a, const Measure& b) { return a.expected > b.expected; });
  if (const OptionalNumber all = portfolio.likely_effort(request); all.has_value())
    picture.effort = weeks(all.value()) + narrow_space + "pw";
}

}  // namespace

void add_request(const Portfolio& portfolio, const TradeOff& answer, TradeOffPicture& picture) {
  const Item& request = *portfolio.find(answer.request);
  picture.evidence = views::evidence_dots(portfolio, answer.request);
  picture.evidence_name = strongest(picture.evidence);
  if (!request.requester.empty()) picture.facts.push_back({"Asked by", request.requester});
  if (request.deadline) picture.facts.push_back({"Wanted by", to_display(*request.deadline)});
  if (std::string served = served_outcomes(portfolio, request); !served.empty())
    picture.facts.push_back({"Serves", std::move(served)});
  picture.facts.push_back({"RICE", rice_of(portfolio, answer.request)});
  add_efforts(portfolio, answer.request, picture);
}

void add_balance(const Portfolio& portfolio, const TradeOff& answer, const RequestOption* way, TradeOffPicture& picture) {
  if (!answer.impossible.empty() || way == nullptr) return;
  const auto expectation = expectation_of(*way, answer.confidence);
  if (!expectation) return;
  const auto words = [&](double value) { return unbroken(display_cost(value, answer.basis, portfolio)); };
  const auto measure = [&](const std::string& name, double expected, double least, double most) {
    std::string description = name + ", " + words(expected);
    if (least < most) description += ", between " + words(least) + " and " + words(most);
    picture.balance.push_back({name, words(expected), expected, least, most, std::move(description)});
  };
  measure("It brings", way->value.value(), expectation->fails.value, expectation->works.value);
  // Tested first, the delay is a wager too; else it is as uncertain as the plans are unproven.
  if (way->kind == OptionKind::test_first)
    measure("It delays", way->cost, expectation->fails.cost, expectation->works.cost);
  else
    measure("It delays", answer.cost, answer.least_cost, answer.most_cost);
}

std::optional<TradeOffPicture::Outlook> outlook_of(const Portfolio& portfolio, const TradeOff& answer, const RequestOption& way) {
  const auto expectation = expectation_of(way, answer.confidence);
  if (!expectation) return std::nullopt;
  const auto words = [&](double value) { return unbroken(display_cost(value, answer.basis, portfolio)); };
  TradeOffPicture::Outlook outlook;
  outlook.works = expectation->works.net();
  outlook.fails = expectation->fails.net();
  outlook.expected = expectation->expected();
  outlook.description = words(outlook.works) + " with a chance of " + percent(expectation->chance) + ", " + words(outlook.fails) +
                        " otherwise: " + words(outlook.expected) + " to be expected";
  return outlook;
}

}  // namespace tradewind::workbench
