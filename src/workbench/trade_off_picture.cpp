#include "tradewind/workbench/trade_off_picture.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "tradewind/domain/period.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/item_glyphs.h"
#include "workbench/planning_words.h"
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

Phrase dates_of(const std::optional<Span>& span) {
  if (!span) return translatable("Slide", "not in the plan");
  return {translatable("Slide", "%1 to %2"), {literal(to_display(span->start)), literal(to_display(last_day(*span)))}};
}

/// Why it is worth nothing later, in the words that the item has for it.
Phrase why_dropped(const Item& item) {
  for (const CustomField& field : item.custom)
    if (field.name == "Lapse reason") return literal(field.value);  // a key
  if (!item.lapse_date) return {};
  return {translatable("Slide", "worth nothing after %1"), {literal(to_display(add_days(*item.lapse_date, -1)))}};
}

class PictureMaker {
 public:
  PictureMaker(const Portfolio& portfolio, const TradeOff& answer, Date today, const Translate& translate)
      : portfolio_(portfolio),
        answer_(answer),
        words_(portfolio, answer.basis, translate),
        request_(*portfolio.find(answer.request)),
        kind_(portfolio.find(answer.problem.periods.front())->kind) {
    before_ = spans_of(portfolio, answer.placements_before);
    after_ = spans_of(portfolio, answer.placements);
    picture_.today = today;
    picture_.possible = answer.impossible.empty();
  }

  TradeOffPicture make(const std::vector<RequestOption>& ways, OptionKind shown) {
    picture_.headline = words_(headline());
    picture_.option = words_({option_text(shown), {period(answer_.by)}});
    if (picture_.possible) picture_.cost = words_(words_.cost(answer_.cost));
    add_rows();
    add_axis();
    add_outcomes();
    for (const ClassShift& shift : answer_.allocation)
      picture_.classes.push_back({shift.name, role_of(shift.key), shift.target, shift.before, shift.after, shift.tolerance});
    picture_.allocation_in = words_(period(answer_.by));
    picture_.confidence = answer_.confidence;
    picture_.displaced_confidence = answer_.displaced_confidence;
    add_deadlines(portfolio_, answer_, words_, picture_);
    add_prices(portfolio_, answer_, words_, picture_);
    add_request(portfolio_, answer_, words_, picture_);
    add_figures(portfolio_, answer_, words_, picture_);
    add_balance(answer_, way_of(ways, shown), words_, picture_);
    add_ways(ways);
    add_footer(portfolio_, answer_, words_, picture_);
    return std::move(picture_);
  }

 private:
  const RequestOption* way_of(const std::vector<RequestOption>& ways, OptionKind shown) const {
    for (const RequestOption& way : ways)
      if (way.kind == shown && way.period == answer_.by) return &way;
    return nullptr;
  }
  Phrase period(PeriodId period) const { return literal(display_name(*portfolio_.find(period))); }
  Phrase title(ItemId item) const { return literal(short_title_of(*portfolio_.find(item))); }
  static Text option_text(OptionKind shown) {
    switch (shown) {
      case OptionKind::test_first:
        return translatable("Slide", "If the test passes: finished by the end of %1");
      case OptionKind::less_scope:
        return translatable("Slide", "Finished by the end of %1, with less scope");
      case OptionKind::more_capacity:
        return translatable("Slide", "Finished by the end of %1, with more capacity");
      default:
        return translatable("Slide", "Finished by the end of %1");
    }
  }
  ClassRole role_of(const std::string& key) const {
    for (const AllocationClass* one : portfolio_.allocation_classes_in_order())
      if (one->key == key) return one->role;
    return ClassRole::other;
  }

  Phrase headline() const {
    const Phrase sentence = together(answer_.phrases);
    if (!picture_.possible) return sentence;
    if (answer_.slips.empty() && answer_.drops.empty()) {
      // What is planned already costs nothing, whatever the plans are proven to be.
      if (answer_.gap == 0 || answer_.planned) return sentence;
      return {translatable("Slide", "%1 Not proven: it costs between %2 and %3."),
              {sentence, words_.cost(answer_.least_cost), words_.cost(answer_.most_cost)}};
    }
    return {answer_.basis == ValueBasis::money ? translatable("Slide", "Building %1 by the end of %2%3 and costs %4 of delay%5")
                                               : translatable("Slide", "Building %1 by the end of %2%3 and costs %4 of value%5"),
            {title(answer_.request), period(answer_.by), what_gives_way(), words_.cost(answer_.cost), interval()}};
  }

  /// " pushes Governance past Audit"
  Phrase what_gives_way() const {
    if (answer_.slips.empty()) return {translatable("Slide", " drops %1"), {title(answer_.drops.front().item)}};
    const Slip& worst = answer_.slips.front();
    if (const Milestone* milestone = milestone_passed(worst, portfolio_))
      return {translatable("Slide", " pushes %1 past %2"), {title(worst.item), literal(milestone->title)}};
    if (worst.periods == 1) return {translatable("Slide", " moves %1 by a %2"), {title(worst.item), period_word(kind_)}};
    return {translatable("Slide", " moves %1 by %2"), {title(worst.item), counted_periods(worst.periods, kind_)}};
  }

  Phrase interval() const {
    if (answer_.gap <= 0) return {};
    return {translatable("Slide", ", between %1 and %2"), {words_.cost(answer_.least_cost), words_.cost(answer_.most_cost)}};
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

  void describe(TradeOffPicture::Row& row) const {
    row.description = words_(
        {translatable("Slide", "%1, before: %2, after: %3"), {literal(row.name), dates_of(row.before), dates_of(row.after)}});
    if (!row.note.empty()) row.description += ", " + row.note;
    if (row.fate == TradeOffPicture::Fate::slips && !row.reason.empty()) row.description += ", " + row.reason;
  }

  void add_rows() {
    using Fate = TradeOffPicture::Fate;
    TradeOffPicture::Row request = row_of(answer_.request, Fate::request);
    request.note = words_(request_note(request.before.has_value()));
    describe(request);
    picture_.rows.push_back(std::move(request));
    for (const Slip& slip : answer_.slips) {
      TradeOffPicture::Row row = row_of(slip.item, Fate::slips);
      row.note = (slip.periods < 0 ? "−" : "+") + words_(counted_periods(std::abs(slip.periods), kind_));
      if (slip.missed_deadline)
        row.reason = words_({translatable("Slide", "past its deadline, %1"), {literal(to_display(*slip.missed_deadline))}});
      row.cost = row_cost(slip.cost);
      describe(row);
      picture_.rows.push_back(std::move(row));
    }
    for (const Drop& drop : answer_.drops) {
      TradeOffPicture::Row row = row_of(drop.item, Fate::drops);
      row.note = words_(translatable("Slide", "dropped"));
      row.reason = words_(why_dropped(*portfolio_.find(drop.item)));
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

  Phrase request_note(bool is_planned) const {
    if (!picture_.possible)
      return answer_.is_ruled_out ? translatable("Slide", "does not fit") : translatable("Slide", "no plan found");
    const std::string efforts = efforts_of_teams();
    if (efforts.empty()) return {};
    return {is_planned ? translatable("Slide", "takes %1pw") : translatable("Slide", "new, takes %1pw"),
            {literal(efforts + narrow_space)}};
  }

  /// "22 + 14"
  std::string efforts_of_teams() const {
    std::vector<double> efforts;
    for (const Estimate& estimate : portfolio_.owned_by<&Estimate::item>(answer_.request))
      if (estimate.likely.value_or(0) > 0) efforts.push_back(estimate.likely.value());
    std::sort(efforts.begin(), efforts.end(), std::greater<>());
    std::string text;
    for (const double effort : efforts) text += (text.empty() ? "" : " + ") + decimal(effort, std::fmod(effort, 1) > 0 ? 1 : 0);
    return text;
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
    if (!answer_.outcomes.empty())
      picture_.outcomes_on = words_({translatable("Slide", "Expected %1"), {literal(to_display(answer_.outcomes.front().on))}});
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
      picture_.ways.push_back({words_(option_name(portfolio_, way)),
                               unbroken(words_(display_net(way, answer_.basis, portfolio_))), outlook_of(answer_, way, words_)});
  }

  const Portfolio& portfolio_;
  const TradeOff& answer_;
  PictureWords words_;
  const Item& request_;
  PeriodKind kind_;
  Spans before_;
  Spans after_;
  TradeOffPicture picture_;
};

}  // namespace

TradeOffPicture picture_of(const Portfolio& portfolio, const TradeOff& answer, const std::vector<RequestOption>& ways, Date today,
                           OptionKind shown, const Translate& translate) {
  return PictureMaker(portfolio, answer, today, translate).make(ways, shown);
}

}  // namespace tradewind::workbench
