#include "tradewind/workbench/trade_off_picture.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "tradewind/domain/period.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/item_glyphs.h"
#include "workbench/trade_off_figures.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

using views::TradeOffPicture;
using Spans = std::unordered_map<ItemId, Span>;

/// From the first start to the last finish of each item.
Spans spans_of(const Portfolio& portfolio, const std::vector<Placement>& placements) {
  Spans spans;
  for (const Placement& placement : placements) {
    const auto span = span_of(placement, portfolio);
    if (!span) continue;
    const auto [known, is_new] = spans.emplace(placement.item, *span);
    if (is_new) continue;
    known->second.start = std::min(known->second.start, span->start);
    known->second.finish = std::max(known->second.finish, span->finish);
  }
  return spans;
}

std::optional<Span> span_in(const Spans& spans, ItemId item) {
  const auto found = spans.find(item);
  return found == spans.end() ? std::nullopt : std::optional(found->second);
}

std::string dates_of(const std::optional<Span>& span) {
  return span ? to_display(span->start) + " to " + to_display(last_day(*span)) : std::string("not in the plan");
}

/// Why it is worth nothing later, in the words that the item has for it.
std::string why_dropped(const Item& item) {
  for (const CustomField& field : item.custom)
    if (field.name == "Lapse reason") return field.value;
  return item.lapse_date ? "worth nothing after " + to_display(add_days(*item.lapse_date, -1)) : std::string();
}

/// Quarters that begin on a Monday may reach over the end of their year.
int year_of(const Period& period) {
  return static_cast<int>(add_days(period.start, days_between(period.start, period.end) / 2).year());
}

class PictureMaker {
 public:
  PictureMaker(const Portfolio& portfolio, const TradeOff& answer, Date today)
      : portfolio_(portfolio),
        answer_(answer),
        request_(*portfolio.find(answer.request)),
        kind_(portfolio.find(answer.problem.periods.front())->kind) {
    before_ = spans_of(portfolio, answer.placements_before);
    after_ = spans_of(portfolio, answer.placements);
    picture_.today = today;
    picture_.possible = answer.impossible.empty();
  }

  TradeOffPicture make(const std::vector<RequestOption>& ways, OptionKind shown) {
    picture_.headline = headline();
    picture_.option =
        (shown == OptionKind::test_first ? "If the test passes: finished by the end of " : "Finished by the end of ") +
        name_of(answer_.by) +
        (shown == OptionKind::less_scope      ? ", with less scope"
         : shown == OptionKind::more_capacity ? ", with more capacity"
                                              : "");
    if (picture_.possible) picture_.cost = cost_text(answer_.cost);
    add_rows();
    add_axis();
    add_outcomes();
    for (const ClassShift& shift : answer_.allocation)
      picture_.classes.push_back({shift.name, role_of(shift.key), shift.target, shift.before, shift.after, shift.tolerance});
    picture_.allocation_in = name_of(answer_.by);
    picture_.confidence = answer_.confidence;
    picture_.displaced_confidence = answer_.displaced_confidence;
    add_deadlines(portfolio_, answer_, picture_);
    add_prices(portfolio_, answer_, picture_);
    add_request(portfolio_, answer_, picture_);
    add_figures(portfolio_, answer_, picture_);
    add_balance(portfolio_, answer_, way_of(ways, shown), picture_);
    add_ways(ways);
    add_footer();
    return std::move(picture_);
  }

 private:
  const RequestOption* way_of(const std::vector<RequestOption>& ways, OptionKind shown) const {
    for (const RequestOption& way : ways)
      if (way.kind == shown && way.period == answer_.by) return &way;
    return nullptr;
  }
  std::string name_of(PeriodId period) const { return display_name(*portfolio_.find(period)); }
  std::string cost_text(double cost) const { return unbroken(display_cost(cost, answer_.basis, portfolio_)); }
  ClassRole role_of(const std::string& key) const {
    for (const AllocationClass* one : portfolio_.allocation_classes_in_order())
      if (one->key == key) return one->role;
    return ClassRole::other;
  }

  std::string headline() const {
    if (!picture_.possible) return answer_.sentence;
    if (answer_.slips.empty() && answer_.drops.empty()) {
      // What is planned already costs nothing, whatever the plans are proven to be.
      if (answer_.gap == 0 || answer_.planned) return answer_.sentence;
      return answer_.sentence + " Not proven: it costs between " + cost_text(answer_.least_cost) + " and " +
             cost_text(answer_.most_cost) + ".";
    }
    std::string text = "Building " + short_title_of(request_) + " by the end of " + name_of(answer_.by);
    if (answer_.slips.empty()) {
      text += " drops " + short_title_of(*portfolio_.find(answer_.drops.front().item));
    } else {
      const Slip& worst = answer_.slips.front();
      const std::string name = short_title_of(*portfolio_.find(worst.item));
      if (const Milestone* milestone = milestone_passed(worst, portfolio_))
        text += " pushes " + name + " past " + milestone->title;
      else
        text += " moves " + name + " by " + periods_text(worst.periods);
    }
    text += " and costs " + cost_text(answer_.cost) + (answer_.basis == ValueBasis::money ? " of delay" : " of value");
    if (answer_.gap > 0) text += ", between " + cost_text(answer_.least_cost) + " and " + cost_text(answer_.most_cost);
    return text;
  }

  std::string periods_text(int periods) const {
    return periods == 1 ? "a " + period_word(kind_, false) : std::to_string(periods) + " " + period_word(kind_, true);
  }

  /// The rows' costs in the unit of the total: thousands where that has thousands.
  std::string row_cost(double cost) const {
    if (answer_.basis != ValueBasis::money) return decimal(cost, answer_.cost < 10 ? 1 : 0);
    if (answer_.cost >= 999'500) return decimal(cost / 1e6, 2);
    return decimal(answer_.cost >= 1000 ? cost / 1000 : cost, 0);
  }

  TradeOffPicture::Row row_of(ItemId id, TradeOffPicture::Fate fate) const {
    const Item& item = *portfolio_.find(id);
    TradeOffPicture::Row row;
    row.item = id;
    row.name = short_title_of(item);
    row.role = views::class_role_of(item, portfolio_);
    row.discovery = item.track == Track::discovery;
    row.fate = fate;
    row.before = span_in(before_, id);
    if (fate != TradeOffPicture::Fate::drops && picture_.possible) row.after = span_in(after_, id);
    return row;
  }

  static void describe(TradeOffPicture::Row& row) {
    row.description = row.name + ", before: " + dates_of(row.before) + ", after: " + dates_of(row.after);
    if (!row.note.empty()) row.description += ", " + row.note;
    if (row.fate == TradeOffPicture::Fate::slips && !row.reason.empty()) row.description += ", " + row.reason;
  }

  void add_rows() {
    using Fate = TradeOffPicture::Fate;
    TradeOffPicture::Row request = row_of(answer_.request, Fate::request);
    request.note = !picture_.possible ? (answer_.is_ruled_out ? "does not fit" : "no plan found")
                   : request.before   ? takes("takes ")
                                      : takes("new, takes ");
    describe(request);
    picture_.rows.push_back(std::move(request));
    for (const Slip& slip : answer_.slips) {
      TradeOffPicture::Row row = row_of(slip.item, Fate::slips);
      row.note = (slip.periods < 0 ? "−" : "+") + std::to_string(std::abs(slip.periods)) + " " +
                 period_word(kind_, std::abs(slip.periods) != 1);
      if (slip.missed_deadline) row.reason = "past its deadline, " + to_display(*slip.missed_deadline);
      row.cost = row_cost(slip.cost);
      describe(row);
      picture_.rows.push_back(std::move(row));
    }
    for (const Drop& drop : answer_.drops) {
      TradeOffPicture::Row row = row_of(drop.item, Fate::drops);
      row.note = "dropped";
      row.reason = why_dropped(*portfolio_.find(drop.item));
      row.cost = row_cost(drop.cost);
      describe(row);
      picture_.rows.push_back(std::move(row));
    }
    if (!answer_.without.feasible()) return;
    for (std::size_t task = 0; task < answer_.problem.items.size(); ++task) {
      const ItemId item = answer_.problem.items[task];
      if (item == answer_.request || answer_.without.start[task] < 0) continue;
      if (answer_.with.feasible() && answer_.with.start[task] != answer_.without.start[task]) continue;
      if (const auto span = span_in(before_, item)) picture_.untouched.push_back(*span);
    }
  }

  std::string takes(const std::string& word) const {
    std::vector<double> efforts;
    for (const Estimate& estimate : portfolio_.owned_by<&Estimate::item>(answer_.request))
      if (estimate.likely.value_or(0) > 0) efforts.push_back(estimate.likely.value());
    std::sort(efforts.begin(), efforts.end(), std::greater<>());
    std::string text;
    for (const double effort : efforts) text += (text.empty() ? "" : " + ") + decimal(effort, std::fmod(effort, 1) > 0 ? 1 : 0);
    return text.empty() ? std::string() : word + text + narrow_space + "pw";
  }

  void add_axis() {
    const Date first = portfolio_.find(answer_.problem.periods.front())->start;
    Date last = portfolio_.find(answer_.problem.periods.back())->end;
    for (const TradeOffPicture::Row& row : picture_.rows)
      if (row.after) last = std::max(last, row.after->finish);
    picture_.periods = views::periods_covering(portfolio_, kind_, first, last);
    for (const Milestone& milestone : portfolio_.all<Milestone>()) picture_.milestones.push_back(milestone);
    if (!answer_.slips.empty())
      if (const Milestone* milestone = milestone_passed(answer_.slips.front(), portfolio_)) picture_.passed = milestone->id;
  }

  void add_outcomes() {
    if (!answer_.outcomes.empty()) picture_.outcomes_on = "Expected " + to_display(answer_.outcomes.front().on);
    for (const OutcomeMove& move : answer_.outcomes) {
      const Outcome& outcome = *portfolio_.find(move.outcome);
      TradeOffPicture::OutcomeRow row;
      row.outcome = move.outcome;
      row.name = outcome.short_title.empty() ? outcome.title : outcome.short_title;
      row.before = metric_text(outcome, move.before, false);
      row.after = metric_text(outcome, move.after, true);
      if (row.before != metric_text(outcome, move.after, false) && move.before.has_value() && move.after.has_value()) {
        const bool less_is_better =
            outcome.baseline.has_value() && outcome.target.has_value() && outcome.target.value() < outcome.baseline.value();
        const bool is_better = (move.after.value() < move.before.value()) == less_is_better;
        row.change = is_better ? TradeOffPicture::Change::better : TradeOffPicture::Change::worse;
      }
      picture_.outcomes.push_back(std::move(row));
    }
  }

  void add_ways(const std::vector<RequestOption>& ways) {
    std::vector<RequestOption> ordered = ways;
    const auto weight = [](OptionKind kind) {
      return kind == OptionKind::now ? 0 : kind == OptionKind::test_first ? 1 : static_cast<int>(kind) + 2;
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const RequestOption& a, const RequestOption& b) { return weight(a.kind) < weight(b.kind); });
    for (const RequestOption& way : ordered)
      picture_.ways.push_back({option_name(portfolio_, way), unbroken(display_net(way, answer_.basis, portfolio_)),
                               outlook_of(portfolio_, answer_, way)});
  }

  void add_footer() {
    const int first = year_of(*portfolio_.find(answer_.problem.periods.front()));
    const int last = year_of(*portfolio_.find(answer_.problem.periods.back()));
    const std::string years = first == last ? std::to_string(first) : std::to_string(first) + " to " + std::to_string(last);
    picture_.net_title = "Expected net value in " + years;
    picture_.before_title = "Before, plan for " + years;
    const std::string& workspace = portfolio_.settings().name;
    picture_.source = (workspace.empty() ? "" : workspace + ", ") + to_display(picture_.today) + ". ";
    const OptionalNumber effort = portfolio_.likely_effort(answer_.request);
    picture_.source += request_.requester.empty() ? "The request takes" : "Asked for by " + request_.requester + ", takes";
    picture_.source +=
        " " + (effort.has_value() ? decimal(effort.value(), 0) + narrow_space + "pw" : std::string("an unknown effort"));
    picture_.source += ".";
    if (!picture_.possible) {
      picture_.method = answer_.is_ruled_out ? "Nothing is priced: no plan holds the request by then."
                                             : "Nothing is priced: no plan with the request was found, and none is ruled out.";
      return;
    }
    picture_.source += " " + std::to_string(answer_.untouched) +
                       (answer_.untouched == 1 ? " item stays where it is." : " items stay where they are.");
    if (!picture_.ways.empty()) picture_.method = "Net value: value of the request times its confidence, less delay cost. ";
    picture_.method += answer_.gap > 0 ? "Plans at most " + decimal(100 * answer_.gap, 1) + narrow_space + "% from the best."
                                       : std::string("Plans proven optimal.");
  }

  const Portfolio& portfolio_;
  const TradeOff& answer_;
  const Item& request_;
  PeriodKind kind_;
  Spans before_;
  Spans after_;
  TradeOffPicture picture_;
};

}  // namespace

TradeOffPicture picture_of(const Portfolio& portfolio, const TradeOff& answer, const std::vector<RequestOption>& ways, Date today,
                           OptionKind shown) {
  return PictureMaker(portfolio, answer, today).make(ways, shown);
}

}  // namespace tradewind::workbench
