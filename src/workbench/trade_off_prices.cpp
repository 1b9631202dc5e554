// What a trade-off's picture says of capacity and of deadlines: prices of a person-week, and what is no longer finished in time.
#include <algorithm>

#include "tradewind/domain/period.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {

void add_prices(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, views::TradeOffPicture& picture) {
  const PlanningProblem& problem = answer.problem;
  if (!answer.with.feasible() || answer.with.price.size() != problem.teams.size()) return;
  for (const PeriodId period : problem.periods) picture.price_periods.push_back(display_name(*portfolio.find(period)));
  for (std::size_t team = 0; team < problem.teams.size(); ++team) {
    const std::vector<double>& prices = answer.with.price[team];
    views::TradeOffPicture::PriceRow row;
    row.team = portfolio.find(problem.teams[team])->name;
    std::vector<Phrase> told;
    bool is_short = false;
    for (std::size_t at = 0; at < prices.size() && at < picture.price_periods.size(); ++at) {
      // Below half of the smallest figure that is shown it is nothing.
      const bool has_price = prices[at] >= (answer.basis == ValueBasis::money ? 0.5 : 0.05);
      row.prices.push_back(has_price ? words(words.cost(prices[at])) : "0");
      told.emplace_back(translatable("Slide", "%1 in %2"),
                        std::vector<Phrase>{literal(row.prices.back()), literal(picture.price_periods[at])});
      is_short = is_short || has_price;
    }
    row.description =
        words({translatable("Slide", "%1: %2"), {literal(row.team), joined(told, translatable("Slide", "%1, %2"))}});
    if (is_short) picture.prices.push_back(std::move(row));
  }
}

void add_deadlines(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words,
                   views::TradeOffPicture& picture) {
  const auto add = [&](ItemId item, Text text, Date deadline) {
    picture.deadlines.push_back({item, short_title_of(*portfolio.find(item)), words({text, {literal(to_display(deadline))}})});
  };
  for (const Slip& slip : answer.slips)
    if (slip.missed_deadline) add(slip.item, translatable("Slide", "due %1"), *slip.missed_deadline);
  for (const Drop& drop : answer.drops)
    if (const Item& item = *portfolio.find(drop.item); item.deadline)
      add(drop.item, translatable("Slide", "due %1, dropped"), *item.deadline);
}

}  // namespace tradewind::workbench
