// Below the pictures of a trade-off: of what time the figures are, where they come from, what the request is.
#include "tradewind/domain/period.h"
#include "workbench/trade_off_figures.h"

namespace tradewind::workbench {
namespace {

using views::TradeOffPicture;

/// Quarters that begin on a Monday may reach over the end of their year.
int year_of(const Period& period) {
  return static_cast<int>(add_days(period.start, days_between(period.start, period.end) / 2).year());
}

class FooterMaker {
 public:
  FooterMaker(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, TradeOffPicture& picture)
      : portfolio_(portfolio), answer_(answer), words_(words), picture_(picture) {}

  void make() {
    const int first = year_of(*portfolio_.find(answer_.problem.periods.front()));
    const int last = year_of(*portfolio_.find(answer_.problem.periods.back()));
    const Phrase years = first == last ? literal(std::to_string(first))
                                       : Phrase(translatable("Slide", "%1 to %2"),
                                                {literal(std::to_string(first)), literal(std::to_string(last))});
    picture_.net_title = words_({translatable("Slide", "Expected net value in %1"), {years}});
    picture_.before_title = words_({translatable("Slide", "Before, plan for %1"), {years}});
    picture_.source = words_(source());
    picture_.method = words_(method());
  }

 private:
  /// Where the figures come from, and what the request is.
  Phrase source() const {
    const std::string& workspace = portfolio_.settings().name;
    const Phrase day = literal(to_display(picture_.today));
    const Phrase from = workspace.empty() ? Phrase(translatable("Slide", "%1. "), {day})
                                          : Phrase(translatable("Slide", "%1, %2. "), {literal(workspace), day});
    const OptionalNumber effort = portfolio_.likely_effort(answer_.request);
    const Phrase amount = effort.has_value()
                              ? Phrase(translatable("Slide", "%1pw"), {literal(decimal(effort.value(), 0) + narrow_space)})
                              : Phrase(translatable("Slide", "an unknown effort"));
    const Phrase takes = request_.requester.empty()
                             ? Phrase(translatable("Slide", "The request takes %1."), {amount})
                             : Phrase(translatable("Slide", "Asked for by %1, takes %2."), {literal(request_.requester), amount});
    if (!picture_.possible) return together({from, takes});
    return together({from,
                     takes,
                     {answer_.untouched == 1 ? translatable("Slide", " %1 item stays where it is.")
                                             : translatable("Slide", " %1 items stay where they are."),
                      {literal(std::to_string(answer_.untouched))}}});
  }

  Phrase method() const {
    if (!picture_.possible)
      return answer_.is_ruled_out
                 ? translatable("Slide", "Nothing is priced: no plan holds the request by then.")
                 : translatable("Slide", "Nothing is priced: no plan with the request was found, and none is ruled out.");
    const Phrase net =
        picture_.ways.empty()
            ? Phrase()
            : Phrase(translatable("Slide", "Net value: value of the request times its confidence, less delay cost. "));
    const Phrase proof = answer_.gap > 0 ? Phrase(translatable("Slide", "Plans at most %1% from the best."),
                                                  {literal(decimal(100 * answer_.gap, 1) + narrow_space)})
                                         : Phrase(translatable("Slide", "Plans proven optimal."));
    return together({net, proof});
  }

  const Portfolio& portfolio_;
  const TradeOff& answer_;
  const Item& request_ = *portfolio_.find(answer_.request);
  const PictureWords& words_;
  TradeOffPicture& picture_;
};

}  // namespace

void add_footer(const Portfolio& portfolio, const TradeOff& answer, const PictureWords& words, TradeOffPicture& picture) {
  FooterMaker(portfolio, answer, words, picture).make();
}

}  // namespace tradewind::workbench
