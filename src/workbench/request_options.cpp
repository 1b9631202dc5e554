// The ways to answer a request, beside doing it now.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/domain/period.h"
#include "tradewind/planning/verify.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {
namespace {

/// "1 week", "2.5 weeks".
Phrase counted(double number, Text one, Text several) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", std::fmod(number, 1) == 0 ? 0 : 1, number);
  return {number == 1 ? one : several, {literal(std::string(text.data()))}};
}

Phrase counted_weeks(double weeks) {
  return counted(weeks, translatable("Options", "%1 week"), translatable("Options", "%1 weeks"));
}

Phrase counted_person_weeks(double amount) {
  return counted(amount, translatable("Options", "%1 person-week"), translatable("Options", "%1 person-weeks"));
}

class Options {
 public:
  Options(const Portfolio& portfolio, const TradeOffOptions& options, const TradeOff& now)
      : portfolio_(portfolio), options_(options), now_(now), request_(*portfolio.find(now.request)) {}

  Result<std::vector<RequestOption>> list() {
    const RequestTest& test = options_.test;
    if (!(test.weeks > 0) || !(test.person_weeks >= 0) || !(test.cost >= 0))
      return failure(ErrorCode::bad_input, "cannot price a test first", "its weeks, effort or cost are below nothing",
                     "give more than 0 weeks, and an effort and a cost of 0 or more");
    if (now_.is_closed) return std::move(options_found_);
    const auto& periods = now_.problem.periods;
    const auto asked = static_cast<std::size_t>(std::find(periods.begin(), periods.end(), now_.by) - periods.begin());
    const std::size_t first_later = asked + (now_.asked_for == AskedFor::past ? 0 : 1);
    if (now_.impossible.empty()) options_found_.push_back(as_option(OptionKind::now, now_));
    // Later than it is planned is no way to answer.
    const auto last = std::find(periods.begin(), periods.end(), now_.planned);
    const auto end = static_cast<std::size_t>(last - periods.begin()) + (last == periods.end() ? 0 : 1);
    TradeOffOptions wait = options_;
    wait.earlier = &now_;
    std::vector<TradeOff> waited;
    waited.reserve(periods.size());
    for (std::size_t at = first_later; at < end; ++at) {
      auto answer = add(OptionKind::later, periods[at], wait);
      if (!answer) return tl::unexpected(answer.error());
      waited.push_back(std::move(*answer));
      wait.earlier = &waited.back();
    }
    add_test_first();
    TradeOffOptions smaller = options_;
    smaller.planning.estimates_of_also = EstimateChoice::low;
    if (has_low_estimate())
      if (auto added = add(OptionKind::less_scope, now_.by, smaller); !added) return tl::unexpected(added.error());
    if (!options_found_.empty() && options_found_.back().kind == OptionKind::less_scope)
      options_found_.back().assumption =
          translatable("Options", "The low estimates are taken to be enough for the request's whole value.");
    add_more_capacity();
    return std::move(options_found_);
  }

 private:
  RequestOption as_option(OptionKind kind, const TradeOff& answer) const {
    RequestOption option;
    option.kind = kind;
    option.period = answer.by;
    option.delivered = portfolio_.find(answer.by)->end;
    option.cost = answer.cost;
    option.value = value_when_done(answer.by);
    option.slips = static_cast<int>(answer.slips.size());
    option.drops = static_cast<int>(answer.drops.size());
    if (!answer.slips.empty()) option.dearest_slip = answer.slips.front().item;
    if (!answer.drops.empty()) option.dearest_drop = answer.drops.front().item;
    option.gap = answer.gap;
    return option;
  }

  Result<TradeOff> add(OptionKind kind, PeriodId period, const TradeOffOptions& options) {
    TradeOffOptions then = options;
    then.by = portfolio_.find(period)->name;
    auto answer = trade_off(portfolio_, then);
    if (answer && answer->impossible.empty()) options_found_.push_back(as_option(kind, *answer));
    return answer;
  }

  /// Expected, from the end of the period to the end of the last one, or of the one in which it is planned already.
  OptionalNumber value_when_done(PeriodId period) const {
    const OptionalNumber rate = weekly_value(portfolio_, request_, now_.basis);
    if (!rate.has_value()) return {};
    const OptionalNumber chance = now_.basis == ValueBasis::money ? request_.confidence : OptionalNumber(1);
    if (!chance.has_value()) return {};
    const auto& periods = now_.problem.periods;
    const auto end = now_.planned ? std::find(periods.begin(), periods.end(), now_.planned) : std::prev(periods.end());
    const auto earlier = std::max<std::ptrdiff_t>(0, end - std::find(periods.begin(), periods.end(), period));
    return rate.value() * chance.value() * weeks_of(*portfolio_.find(period)) * static_cast<double>(earlier);
  }

  /// A week with a painted door in the next period's stead: delay is only paid where the test passes, with the probability
  /// that the confidence says.
  void add_test_first() {
    if (!request_.confidence.has_value()) return;
    const RequestTest& test = options_.test;
    const int periods = std::max(1, static_cast<int>(std::ceil(test.weeks / weeks_of(*portfolio_.find(now_.by)) - 1e-9)));
    const auto later = std::find_if(options_found_.begin(), options_found_.end(), [&](const RequestOption& option) {
      return option.kind == OptionKind::later && place_of(option.period) >= place_of(now_.by) + periods;
    });
    if (later == options_found_.end() || later->period == now_.planned) return;
    RequestOption option = *later;
    option.kind = OptionKind::test_first;
    option.test_weeks = test.weeks;
    option.test_cost = test.cost;
    option.cost = option.cost * request_.confidence.value() + test.cost;
    const Team* team = portfolio_.find(test.team);
    const Phrase effort = counted_person_weeks(test.person_weeks);
    const Phrase weeks = counted_weeks(test.weeks);
    option.effort = team == nullptr ? Phrase(translatable("Options", "%1 in %2"), {effort, weeks})
                                    : Phrase(translatable("Options", "%1 of %2 in %3"), {effort, literal(team->name), weeks});
    option.assumption = test.cost == 0
                            ? Phrase(translatable("Options", "The test is taken to cost nothing and %1."), {room_for_test()})
                            : Phrase(translatable("Options", "The test is taken to cost %1 and %2."),
                                     {cost_phrase(test.cost, now_.basis, portfolio_), room_for_test()});
    options_found_.push_back(option);
  }

  /// What it would displace is not planned: a week is less than what a plan knows.
  Phrase room_for_test() const {
    const RequestTest& test = options_.test;
    if (!test.team || !now_.without.feasible()) return translatable("Options", "to displace nothing, whichever team does it");
    const auto team = static_cast<std::size_t>(std::find(now_.problem.teams.begin(), now_.problem.teams.end(), test.team) -
                                               now_.problem.teams.begin());
    const double spare = now_.problem.capacity(team, 0) - planning::load_of(now_.problem.problem, now_.without.start, team, 0);
    const Phrase when = literal(display_name(*portfolio_.find(now_.problem.periods.front())));
    const Phrase name = literal(portfolio_.find(test.team)->name);
    if (spare + 1e-6 >= test.person_weeks)
      return {translatable("Options", "to displace nothing: %1 has room for it in %2"), {name, when}};
    return {translatable("Options", "to displace nothing, although %1 has only %2 to spare in %3"),
            {name, counted_person_weeks(std::max(0.0, spare)), when}};
  }

  std::ptrdiff_t place_of(PeriodId period) const {
    const auto& periods = now_.problem.periods;
    return std::find(periods.begin(), periods.end(), period) - periods.begin();
  }

  bool has_low_estimate() const {
    for (const Estimate& estimate : portfolio_.owned_by<&Estimate::item>(request_.id))
      if (estimate.low.has_value() && estimate.likely.has_value() && estimate.low.value() < estimate.likely.value()) return true;
    return false;
  }

  void add_more_capacity() {
    if (now_.missing.empty()) return;
    RequestOption option;
    option.kind = OptionKind::more_capacity;
    option.period = now_.by;
    option.delivered = portfolio_.find(now_.by)->end;
    option.value = value_when_done(now_.by);
    std::vector<Phrase> needed;
    for (const MissingCapacity& missing : now_.missing) {
      std::array<char, 64> weeks{};
      // Rounded up, so that what is written is enough.
      std::snprintf(weeks.data(), weeks.size(), "%.1f", std::ceil(10 * missing.person_weeks - 1e-6) / 10);
      needed.emplace_back(translatable("Options", "%1 person-weeks of %2 in %3"),
                          std::vector<Phrase>{literal(std::string(weeks.data())), literal(portfolio_.find(missing.team)->name),
                                              literal(display_name(*portfolio_.find(missing.period)))});
    }
    option.effort = joined(needed, translatable("Options", "%1, %2"));
    options_found_.push_back(std::move(option));
  }

  const Portfolio& portfolio_;
  const TradeOffOptions& options_;
  const TradeOff& now_;
  const Item& request_;
  std::vector<RequestOption> options_found_;
};

}  // namespace

std::string_view option_key(OptionKind kind) {
  switch (kind) {
    case OptionKind::now:
      return "now";
    case OptionKind::later:
      return "later";
    case OptionKind::test_first:
      return "test-first";
    case OptionKind::less_scope:
      return "less-scope";
    case OptionKind::more_capacity:
      return "more-capacity";
  }
  return "";
}

Result<std::vector<RequestOption>> request_options(const Portfolio& portfolio, const TradeOffOptions& options,
                                                   const TradeOff& now) {
  return Options(portfolio, options, now).list();
}

}  // namespace tradewind::workbench
