// Names, sentences and tables of a trade-off.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/planning_words.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {

std::string option_name(const Portfolio& portfolio, const RequestOption& option) {
  switch (option.kind) {
    case OptionKind::now:
      return "Now";
    case OptionKind::later:
      return "In " + display_name(*portfolio.find(option.period));
    case OptionKind::test_first:
      return option.test_weeks == 1
                 ? std::string("Test for one week first")
                 : "Test for " + decimal(option.test_weeks, std::fmod(option.test_weeks, 1) == 0 ? 0 : 1) + " weeks first";
    case OptionKind::less_scope:
      return "With less scope";
    case OptionKind::more_capacity:
      return "With more capacity";
  }
  return {};
}

std::string display_net(const RequestOption& option, ValueBasis basis, const Portfolio& portfolio) {
  const OptionalNumber net = option.net();
  if (!net.has_value()) return "unknown";
  return (net.value() > 0 ? "+" : "") + display_cost(net.value(), basis, portfolio);
}

std::string what_moves(const TradeOff& answer, const Portfolio& portfolio) {
  const std::size_t slips = answer.slips.size();
  const std::size_t drops = answer.drops.size();
  if (slips + drops == 0) return "nothing slips, it fits beside what is planned";
  std::string text;
  if (slips > 0) {
    text = std::to_string(slips) + (slips == 1 ? " item slips" : " items slip");
    const PeriodKind kind = portfolio.find(answer.problem.periods.front())->kind;
    if (std::all_of(answer.slips.begin(), answer.slips.end(), [](const Slip& slip) { return slip.periods == 1; }))
      text += " a " + in_words(period_word(kind));
  }
  if (drops > 0)
    text +=
        (text.empty() ? "" : ", ") + std::to_string(drops) +
        (slips == 0 ? (drops == 1 ? " item is dropped" : " items are dropped") : (drops == 1 ? " is dropped" : " are dropped"));
  return text;
}

ViewTable moves_table(const Portfolio& portfolio, const TradeOff& answer) {
  ViewTable table;
  table.columns = {"key", "title", "what", "from", "to", "periods", "cost"};
  const auto add = [&](ItemId item, const char* what, PeriodId from, const Value& to, const Value& periods, double cost) {
    table.rows.push_back({{"key", Value::of(portfolio.find(item)->key)},
                          {"title", Value::of(portfolio.find(item)->title)},
                          {"what", Value::of(what)},
                          {"from", Value::of(portfolio.find(from)->name)},
                          {"to", to},
                          {"periods", periods},
                          {"cost", Value::of(cost)}});
  };
  for (const Slip& slip : answer.slips)
    add(slip.item, "slips", slip.from, Value::of(portfolio.find(slip.to)->name), Value::of(slip.periods), slip.cost);
  for (const Drop& drop : answer.drops) add(drop.item, "drops", drop.from, {}, {}, drop.cost);
  return table;
}

ViewTable options_table(const Portfolio& portfolio, const std::vector<RequestOption>& ways) {
  ViewTable table;
  table.columns = {"option", "period", "delivered", "cost", "value", "net", "slips", "drops", "takes", "gap", "assumes"};
  for (const RequestOption& way : ways)
    table.rows.push_back({{"option", Value::of(option_key(way.kind))},
                          {"period", Value::of(portfolio.find(way.period)->name)},
                          {"delivered", Value::of(add_days(way.delivered, -1))},
                          {"cost", Value::of(way.cost)},
                          {"value", Value::of(way.value)},
                          {"net", Value::of(way.net())},
                          {"slips", Value::of(way.slips)},
                          {"drops", Value::of(way.drops)},
                          {"takes", Value::name_or_unknown(way.effort)},
                          {"gap", Value::of(way.gap)},
                          {"assumes", Value::name_or_unknown(way.assumption)}});
  return table;
}

}  // namespace tradewind::workbench
