// Names, sentences and tables of a trade-off.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/planning_words.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {

Phrase option_name(const Portfolio& portfolio, const RequestOption& option) {
  switch (option.kind) {
    case OptionKind::now:
      return translatable("Slide", "Now");
    case OptionKind::later:
      return {translatable("Slide", "In %1"), {literal(display_name(*portfolio.find(option.period)))}};
    case OptionKind::test_first:
      if (option.test_weeks == 1) return translatable("Slide", "Test for one week first");
      return {translatable("Slide", "Test for %1 weeks first"),
              {literal(decimal(option.test_weeks, std::fmod(option.test_weeks, 1) == 0 ? 0 : 1))}};
    case OptionKind::less_scope:
      return translatable("Slide", "With less scope");
    case OptionKind::more_capacity:
      return translatable("Slide", "With more capacity");
  }
  return {};
}

Phrase display_net(const RequestOption& option, ValueBasis basis, const Portfolio& portfolio) {
  const OptionalNumber net = option.net();
  if (!net.has_value()) return translatable("Slide", "unknown");
  const std::string sign = net.value() > 0 ? "+" : "";
  return together({literal(sign), cost_phrase(net.value(), basis, portfolio)});
}

Phrase what_moves(const TradeOff& answer, const Portfolio& portfolio) {
  const std::size_t slips = answer.slips.size();
  const std::size_t drops = answer.drops.size();
  if (slips + drops == 0) return translatable("Slide", "nothing slips, it fits beside what is planned");
  const Phrase dropped = literal(std::to_string(drops));
  if (slips == 0)
    return {drops == 1 ? translatable("Slide", "%1 item is dropped") : translatable("Slide", "%1 items are dropped"), {dropped}};
  const Phrase slipped = literal(std::to_string(slips));
  const bool by_one = std::all_of(answer.slips.begin(), answer.slips.end(), [](const Slip& slip) { return slip.periods == 1; });
  const Phrase period = period_word(portfolio.find(answer.problem.periods.front())->kind);
  const Phrase slip =
      by_one ? Phrase(slips == 1 ? translatable("Slide", "%1 item slips a %2") : translatable("Slide", "%1 items slip a %2"),
                      {slipped, period})
             : Phrase(slips == 1 ? translatable("Slide", "%1 item slips") : translatable("Slide", "%1 items slip"), {slipped});
  if (drops == 0) return slip;
  return {drops == 1 ? translatable("Slide", "%1, %2 is dropped") : translatable("Slide", "%1, %2 are dropped"), {slip, dropped}};
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
                          {"takes", Value::name_or_unknown(in_words(way.effort))},
                          {"gap", Value::of(way.gap)},
                          {"assumes", Value::name_or_unknown(in_words(way.assumption))}});
  return table;
}

}  // namespace tradewind::workbench
