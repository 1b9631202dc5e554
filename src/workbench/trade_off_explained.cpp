// Where each figure of the sentence for the executive comes from.
#include "tradewind/domain/period.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

class Explanation {
 public:
  Explanation(const TradeOff& answer, const Portfolio& portfolio) : answer_(answer), portfolio_(portfolio) {}

  std::vector<ExplainedPart> list() {
    if (!answer_.impossible.empty() || answer_.is_closed) return {};
    if (!answer_.slips.empty()) add_worst(answer_.slips.front());
    add_numbers();
    add_cost();
    for (const Slip& slip : answer_.slips)
      if (slip.missed_deadline)
        add(date(*slip.missed_deadline),
            translatable("TradeOffSentence", "the deadline of %1, which keeps it as planned and would end after it"),
            {title(slip.item)});
    return std::move(parts_);
  }

 private:
  void add(Phrase part, Text text, std::vector<Phrase> values) {
    parts_.push_back({std::move(part), Phrase(text, std::move(values))});
  }
  Phrase title(ItemId item) const { return literal(short_title_of(*portfolio_.find(item))); }
  Phrase period(PeriodId period) const { return literal(display_name(*portfolio_.find(period))); }
  Phrase amount(double cost) const { return cost_phrase(cost, answer_.basis, portfolio_); }
  static Phrase date(Date day) { return literal(to_display(day)); }

  void add_worst(const Slip& worst) {
    add(title(worst.item), translatable("TradeOffSentence", "of all that slips, it costs most: %1, from %2 to %3"),
        {amount(worst.cost), period(worst.from), period(worst.to)});
    add(date(last_working_day(worst.finish_before)),
        translatable("TradeOffSentence", "its last working day in the best plan without the request"), {});
    add(date(last_working_day(worst.finish_after)),
        translatable("TradeOffSentence",
                     "its last working day in the best plan in which the request is finished by the end of %1"),
        {period(answer_.by)});
    if (const Milestone* milestone = milestone_passed(worst, portfolio_))
      add(literal(milestone->title),
          translatable("TradeOffSentence", "a milestone of it, or of an outcome that it serves, on %1, between the two"),
          {date(milestone->date)});
  }

  void add_numbers() {
    const std::size_t others = answer_.slips.empty() ? 0 : answer_.slips.size() - 1;
    if (others > 0)
      add(literal(std::to_string(others)), translatable("TradeOffSentence", "items beside it that start in a later period: %1"),
          {list_of(answer_.slips, 1)});
    const std::size_t named = answer_.slips.empty() ? 1 : 0;
    if (answer_.drops.size() > named)
      add(literal(std::to_string(answer_.drops.size() - named)),
          translatable("TradeOffSentence", "items that find no place in the plan any more: %1"), {list_of(answer_.drops, named)});
  }

  template <class Moves>
  Phrase list_of(const Moves& moves, std::size_t first) const {
    std::vector<Phrase> names;
    for (std::size_t at = first; at < moves.size(); ++at)
      names.emplace_back(translatable("TradeOffSentence", "%1 (%2)"),
                         std::vector<Phrase>{title(moves[at].item), amount(moves[at].cost)});
    return joined(names, translatable("TradeOffSentence", "%1, %2"));
  }

  void add_cost() {
    if (answer_.slips.empty() && answer_.drops.empty()) return;
    add(amount(answer_.cost),
        translatable("TradeOffSentence",
                     "what the best plan without the request is worth, %1, less what the best plan with it is worth, %2, without "
                     "the request's own value"),
        {amount(answer_.without.value), amount(answer_.with.value)});
    if (answer_.gap > 0)
      add({translatable("TradeOffSentence", "%1 – %2"), {amount(answer_.least_cost), amount(answer_.most_cost)}},
          translatable("TradeOffSentence", "the plans are not proven best: one may be worth up to %1, the other up to %2"),
          {amount(answer_.without.bound), amount(answer_.with.bound)});
  }

  const TradeOff& answer_;
  const Portfolio& portfolio_;
  std::vector<ExplainedPart> parts_;
};

}  // namespace

std::vector<ExplainedPart> explained_parts(const TradeOff& answer, const Portfolio& portfolio) {
  return Explanation(answer, portfolio).list();
}

}  // namespace tradewind::workbench
