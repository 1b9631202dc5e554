// What a trade-off's picture says of capacity and of deadlines: prices of a person-week, and what is no longer finished in time.
#include <algorithm>

#include "tradewind/domain/period.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {

void add_prices(const Portfolio& portfolio, const TradeOff& answer, views::TradeOffPicture& picture) {
  const PlanningProblem& problem = answer.problem;
  if (!answer.with.feasible() || answer.with.price.size() != problem.teams.size()) return;
  for (const PeriodId period : problem.periods) picture.price_periods.push_back(display_name(*portfolio.find(period)));
  for (std::size_t team = 0; team < problem.teams.size(); ++team) {
    const std::vector<double>& prices = answer.with.price[team];
    views::TradeOffPicture::PriceRow row;
    row.team = row.description = portfolio.find(problem.teams[team])->name;
    bool is_short = false;
    for (std::size_t at = 0; at < prices.size() && at < picture.price_periods.size(); ++at) {
      // Below half of the smallest figure that is shown it is nothing.
      const bool has_price = prices[at] >= (answer.basis == ValueBasis::money ? 0.5 : 0.05);
      row.prices.push_back(has_price ? unbroken(display_cost(prices[at], answer.basis, portfolio)) : "0");
      row.description += (at == 0 ? ": " : ", ") + row.prices.back() + " in " + picture.price_periods[at];
      is_short = is_short || has_price;
    }
    if (is_short) picture.prices.push_back(std::move(row));
  }
}

void add_deadlines(const Portfolio& portfolio, const TradeOff& answer, views::TradeOffPicture& picture) {
  for (const Slip& slip : answer.slips)
    if (slip.missed_deadline)
      picture.deadlines.push_back(
          {slip.item, short_title_of(*portfolio.find(slip.item)), "due " + to_display(*slip.missed_deadline)});
  for (const Drop& drop : answer.drops)
    if (const Item& item = *portfolio.find(drop.item); item.deadline)
      picture.deadlines.push_back({drop.item, short_title_of(item), "due " + to_display(*item.deadline) + ", dropped"});
}

}  // namespace tradewind::workbench
