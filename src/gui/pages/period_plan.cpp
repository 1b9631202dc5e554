#include "gui/pages/period_plan.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tradewind::gui {
namespace {

constexpr std::size_t most_names = 5;
constexpr int days_of_week = 7;

/// The highest N of "Sprint N"; 0 when there is none.
int highest_number(const Portfolio& portfolio, const std::string& name) {
  int highest = 0;
  const std::string beginning = name + " ";
  for (const Period& period : portfolio.all<Period>()) {
    if (period.name.rfind(beginning, 0) != 0) continue;
    int number = 0;
    const char* const end = period.name.data() + period.name.size();
    const auto read = std::from_chars(period.name.data() + beginning.size(), end, number);
    if (read.ec == std::errc{} && read.ptr == end) highest = std::max(highest, number);
  }
  return highest;
}

std::vector<Period> wished_sprints(const Portfolio& portfolio, const PeriodWish& wish, Date today) {
  const auto sprints = portfolio.periods_in_order(PeriodKind::sprint);
  const Date first = wish.first_day     ? *wish.first_day
                     : !sprints.empty() ? sprints.back()->end
                                        : add_days(monday_of_week(today), days_of_week);
  std::vector<Period> made = make_sprints(first, wish.weeks, wish.count, wish.name);
  int number = highest_number(portfolio, wish.name);
  for (Period& sprint : made) sprint.name = wish.name + " " + std::to_string(++number);
  return made;
}

/// How many times as long.
double length_against(const Period& period, const Period& other) {
  return static_cast<double>(days_between(period.start, period.end)) / days_between(other.start, other.end);
}

bool is_about_as_long(const Period& period, const Period& other) {
  const double times = length_against(period, other);
  return times > 0.8 && times < 1.25;
}

/// The last one that is about as long, else the last one; nullptr where there is none.
const Period* model_for(const Period& period, const std::vector<Period>& known) {
  for (auto one = known.rbegin(); one != known.rend(); ++one)
    if (is_about_as_long(period, *one)) return &*one;
  return known.empty() ? nullptr : &known.back();
}

/// In proportion where the lengths are different.
Capacity in_period(Capacity row, const Period& period, const Period& before) {
  row.id = {};
  row.period = period.id;
  if (is_about_as_long(period, before)) return row;
  const auto part = [&](double amount) { return std::round(amount * length_against(period, before) * 10) / 10; };
  row.weeks = part(row.weeks);
  row.reserve = part(row.reserve);
  if (row.typed.has_value()) row.typed = part(row.typed.value());
  return row;
}

}  // namespace

std::vector<Period> wished_periods(const Portfolio& portfolio, const PeriodWish& wish, Date today) {
  if (wish.kind == PeriodKind::sprint) return wished_sprints(portfolio, wish, today);
  const int first_month = portfolio.settings().fiscal_year_start_month;
  const auto periods = portfolio.periods_in_order(wish.kind);
  if (periods.empty()) return make_periods(wish.kind, today, wish.count, first_month);
  std::vector<Period> made;
  for (int i = 0; i < wish.count; ++i) {
    const Period& last = made.empty() ? *periods.back() : made.back();
    Period next = next_period(last, first_month);
    next.id = {};
    // Where the fiscal year begins in another month now, the first quarter of the new kind is cut: no day is in two.
    next.start = std::max(next.start, last.end);
    made.push_back(std::move(next));
  }
  return made;
}

void add_periods(const std::vector<Period>& periods, storage::Edit& edit) {
  if (periods.empty()) return;
  std::vector<Period> known;
  for (const Period* period : edit.portfolio().periods_in_order(periods.front().kind)) known.push_back(*period);
  std::vector<Capacity> rows;
  for (const Capacity& row : edit.portfolio().all<Capacity>()) rows.push_back(row);
  for (Period period : periods) {
    if (edit.portfolio().period_by_name(period.name) != nullptr)
      throw storage::EditRefused{{ErrorCode::conflict, "cannot add " + display_name(period), "another period has that name",
                                  "Remove the other period, or choose another name"}};
    period.id = edit.insert(period);
    const Period* before = model_for(period, known);
    for (const Capacity& row : rows)
      if (before != nullptr && row.period == before->id) edit.insert(in_period(row, period, *before));
  }
}

std::optional<Error> objection_to_removing(const Portfolio& portfolio, PeriodId id) {
  const Period* period = portfolio.find(id);
  if (period == nullptr) return std::nullopt;
  std::vector<ItemId> planned;
  for (const Placement& placement : portfolio.all<Placement>())
    if (placement.period == id) planned.push_back(placement.item);
  std::sort(planned.begin(), planned.end());
  planned.erase(std::unique(planned.begin(), planned.end()), planned.end());
  if (planned.empty()) return std::nullopt;
  std::string names;
  for (std::size_t at = 0; at < std::min(planned.size(), most_names); ++at)
    if (const Item* item = portfolio.find(planned[at])) names += (names.empty() ? "" : ", ") + item->key;
  if (planned.size() > most_names) names += " and " + std::to_string(planned.size() - most_names) + " more";
  const std::string count = planned.size() == 1 ? "1 item is" : std::to_string(planned.size()) + " items are";
  return Error{ErrorCode::conflict, "cannot remove " + display_name(*period), count + " planned in it (" + names + ")",
               "Place them elsewhere first"};
}

void change_fiscal_year(int first_month, storage::Edit& edit) {
  WorkspaceSettings settings = edit.portfolio().settings();
  settings.fiscal_year_start_month = first_month;
  edit.update(settings);
  std::vector<Period> renamed;
  for (const Period* period : edit.portfolio().periods_in_order(PeriodKind::quarter)) {
    const Period quarter = quarter_of(period->start, first_month);
    if (quarter.start != period->start || quarter.end != period->end) continue;
    renamed.push_back(*period);
    renamed.back().name = quarter.name;
  }
  for (const Period& period : renamed) edit.update(period);
}

}  // namespace tradewind::gui
