#include "tradewind/workbench/planning_problem.h"

#include <algorithm>
#include <cmath>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::workbench {
namespace {

constexpr double tolerance = 1e-9;
constexpr double weeks_in_quarter = 13;

struct TeamEffort {
  int team;
  double weeks;
};

/// Where an item's work lies, counted in periods from the first one.
struct Extent {
  int first = 0;
  double begin = 0;  // of the work, in periods after `first`
  double end = 1;
  bool fixed = false;  // from dates or a period of the roadmap, not from the effort
  /// Its days are what was asked for; else they may be any within its periods.
  bool by_dates = false;
};

class ProblemBuilder {
 public:
  ProblemBuilder(const Portfolio& portfolio, const Roadmap& roadmap, const PlanningOptions& options)
      : portfolio_(portfolio), roadmap_(roadmap), options_(options) {
    result_.roadmap = roadmap.id;
    result_.today = options.today;
  }

  Result<PlanningProblem> build() {
    find_periods();
    if (periods_.empty())
      return failure(ErrorCode::not_found, "cannot plan",
                     "the roadmap has no period that ends after " + to_display(options_.today),
                     "add the quarters, months or sprints that come next");
    for (const Team* team : portfolio_.teams_in_order()) result_.teams.push_back(team->id);
    if (result_.teams.empty())
      return failure(ErrorCode::not_found, "cannot plan", "the workspace has no team", "add the teams that do the work");
    for (const ScheduledItem& scheduled : schedule_of(portfolio_, roadmap_.id)) placed_.emplace(scheduled.item, scheduled);
    find_capacity();
    choose_basis();
    if (options_.price_outside_tolerance > 0) add_bands();
    if (auto candidates = choose_items(); !candidates) return tl::unexpected(candidates.error());
    add_orders();
    make_room_for_what_stays();
    return std::move(result_);
  }

 private:
  int team_number(TeamId id) const {
    const auto found = std::find(result_.teams.begin(), result_.teams.end(), id);
    return found == result_.teams.end() ? -1 : static_cast<int>(found - result_.teams.begin());
  }
  planning::Task& task(std::size_t number) { return result_.problem.tasks[number]; }

  void find_periods() {
    for (const Period* period : portfolio_.periods_in_order(roadmap_.period_kind))
      if (period->end > options_.today) {
        periods_.push_back(period);
        result_.periods.push_back(period->id);
      }
    result_.problem.periods = static_cast<int>(periods_.size());
  }

  void find_capacity() {
    reserve_.assign(periods_.size(), 0);
    for (const TeamId team : result_.teams) {
      std::vector<double> capacity;
      for (const Period* period : periods_) {
        double weeks = 0;
        double reserve = 0;
        for (const Capacity& row : portfolio_.owned_by<&Capacity::team>(team))
          if (row.period == period->id) {
            weeks = std::max(0.0, row.person_weeks() - row.reserve);
            reserve = row.person_weeks() - weeks;
          }
        reserve_[capacity.size()] += reserve;
        capacity.push_back(weeks);
      }
      result_.problem.capacity.push_back(std::move(capacity));
    }
  }

  /// Shares are those of the whole capacity, the reserve with it: that is firefighting already.
  void add_bands() {
    for (const AllocationClass* one : portfolio_.allocation_classes_in_order()) {
      planning::Band band;
      band.price = options_.price_outside_tolerance;
      for (std::size_t period = 0; period < periods_.size(); ++period) {
        double whole = reserve_[period];
        for (const auto& capacity : result_.problem.capacity) whole += capacity[period];
        const double done = one->role == ClassRole::firefighting ? reserve_[period] : 0;
        band.lowest.push_back(std::max(0.0, (one->target_share - one->tolerance) * whole - done));
        band.highest.push_back(std::max(0.0, (one->target_share + one->tolerance) * whole - done));
      }
      bands_.push_back(one->id);
      result_.problem.bands.push_back(std::move(band));
    }
  }

  int band_of(const Item& item) const {
    const auto found = std::find(bands_.begin(), bands_.end(), item.allocation_class);
    return found == bands_.end() ? -1 : static_cast<int>(found - bands_.begin());
  }

  void choose_basis() {
    result_.basis = options_.basis;
    if (result_.basis != ValueBasis::automatic) return;
    const auto& items = portfolio_.all<Item>();
    const bool has_money = std::any_of(items.begin(), items.end(), [](const Item& item) {
      return is_open(item) && (item.cost_of_delay.has_value() || item.lapse_cost.has_value());
    });
    result_.basis = has_money ? ValueBasis::money : ValueBasis::reach;
  }

  Result<void> choose_items() {
    auto filter = parse_filter(roadmap_.filter);
    if (!filter) return tl::unexpected(filter.error());
    const BoundFilter chosen(*filter, portfolio_);
    for (const Item* item : portfolio_.items_by_rank()) {
      const bool placed = placed_.count(item->id) > 0;
      if (!is_open(*item) || (!placed && item->id != options_.also && !chosen.matches(*item))) continue;
      if (options_.keep_roadmap && !placed && item->id != options_.also) continue;
      if (const Phrase why = why_not(*item, placed); !why.empty())
        result_.left_out.push_back({item->id, why});
      else
        add_task(*item, placed);
    }
    return {};
  }

  Phrase why_not(const Item& item, bool placed) const {
    if (item.moscow == Moscow::wont && !placed && item.id != options_.also)
      return translatable("Plan", "it is marked Won’t this time");
    const auto efforts = efforts_of(item);
    if (efforts.empty()) {
      const bool nobody = !portfolio_.owned_by<&Estimate::item>(item.id).empty();
      return nobody ? translatable("Plan", "its estimate does not say which team does the work")
                    : translatable("Plan", "it has no estimate");
    }
    if (placed || item.id == options_.also || item.moscow == Moscow::must) return {};
    return rate_of(item).has_value() || item.lapse_cost.has_value() ? Phrase() : has_no_value();
  }

  Phrase has_no_value() const {
    switch (result_.basis) {
      case ValueBasis::reach:
        return translatable("Plan", "it has no reach, impact or confidence");
      case ValueBasis::outcomes:
        return translatable("Plan", "it has no expected effect on an outcome with a target");
      default:
        return translatable("Plan", "it has no cost of delay");
    }
  }

  OptionalNumber rate_of(const Item& item) const { return weekly_value(portfolio_, item, result_.basis); }

  std::vector<TeamEffort> efforts_of(const Item& item) const {
    std::vector<TeamEffort> efforts;
    for (const Estimate& estimate : portfolio_.owned_by<&Estimate::item>(item.id)) {
      OptionalNumber weeks = estimate.likely;
      const EstimateChoice choice = item.id == options_.also ? options_.estimates_of_also : options_.estimates;
      if (choice == EstimateChoice::low && estimate.low.has_value()) weeks = estimate.low;
      if (choice == EstimateChoice::high && estimate.high.has_value()) weeks = estimate.high;
      // One team: then that is who does it.
      const int team = !estimate.team && result_.teams.size() == 1 ? 0 : team_number(estimate.team);
      if (weeks.has_value() && team >= 0) efforts.push_back({team, weeks.value()});
    }
    std::sort(efforts.begin(), efforts.end(), [](const TeamEffort& a, const TeamEffort& b) { return a.team < b.team; });
    return efforts;
  }

  /// In periods from the first; days before it count as negative, days after the last go on at the last one's length.
  double position_of(Date date) const {
    for (std::size_t at = 0; at < periods_.size(); ++at)
      if (date < periods_[at]->end || at + 1 == periods_.size())
        return static_cast<double>(at) + static_cast<double>(days_between(periods_[at]->start, date)) /
                                             std::max(1, days_between(periods_[at]->start, periods_[at]->end));
    return 0;
  }

  Extent extent_of(const Item& item, bool placed, const std::vector<TeamEffort>& efforts) const {
    Extent extent;
    extent.fixed = placed;
    if (placed) {
      const Placement& placement = *portfolio_.find(placed_.at(item.id).placement);
      const auto period = std::find(result_.periods.begin(), result_.periods.end(), placement.period);
      if (period != result_.periods.end() && is_in_period(placement, portfolio_)) {
        extent.first = static_cast<int>(period - result_.periods.begin());
        return extent;
      }
      const Span& span = placed_.at(item.id).span;
      const double begin = std::max(0.0, position_of(span.start));
      extent.first = std::clamp(static_cast<int>(begin + tolerance), 0, static_cast<int>(periods_.size()) - 1);
      extent.begin = begin - extent.first;
      extent.end = std::max(position_of(span.finish) - extent.first, extent.begin + tolerance);
      extent.by_dates = true;
      return extent;
    }
    // As many periods as its weeks or its largest part for one team need.
    double periods = item.duration_weeks.has_value() ? item.duration_weeks.value() / weeks_of(*periods_.front()) : 0;
    for (const TeamEffort& effort : efforts) {
      double most = 0;
      for (const double capacity : result_.problem.capacity[static_cast<std::size_t>(effort.team)])
        most = std::max(most, capacity);
      if (most > 0) periods = std::max(periods, effort.weeks / most);
    }
    extent.end = std::max(1.0, std::ceil(periods - tolerance));
    return extent;
  }

  bool stays(const Item& item, bool placed) const {
    if (!placed) return false;
    return item.pinned || item.stage == Stage::building || placed_.at(item.id).span.start < options_.today;
  }

  /// Its place on the roadmap neither binds it nor says how long it takes.
  bool is_placed_anew(const Item& item) const {
    return options_.keep_roadmap && options_.also_is_free && item.id == options_.also && !stays(item, true);
  }

  void add_task(const Item& item, bool is_on_roadmap) {
    const bool placed = is_on_roadmap && !is_placed_anew(item);
    if (is_on_roadmap && !placed) result_.placed_anew = item.id;
    const auto efforts = efforts_of(item);
    const Extent extent = extent_of(item, placed, efforts);
    const int horizon = result_.problem.periods;
    planning::Task task;
    task.duration = std::max(1, static_cast<int>(std::ceil(extent.end - tolerance)));
    // What goes on after the last period is cut off there.
    if (placed) task.duration = std::min(task.duration, horizon - extent.first);
    task.band = band_of(item);
    add_demands(task, extent, efforts, placed ? std::optional(placed_.at(item.id).span) : std::nullopt);
    task.value = values_of(item, extent, task.duration);
    if (item.earliest_start)
      task.earliest_start = std::max(0, static_cast<int>(std::ceil(position_of(*item.earliest_start) - 1e-6)));
    if (item.deadline && !options_.keep_roadmap) limit_to_deadline(*item.deadline, extent, task);
    limit_to_lapse(item, extent, task);
    task.mandatory = item.moscow == Moscow::must && !options_.keep_roadmap && item.id != options_.also;
    task.span = std::min(1.0, item.duration_weeks.has_value() ? item.duration_weeks.value() / weeks_of(*periods_.front()) : 1.0);
    if (task.span <= 0) task.span = 1;
    if (placed) {
      task.current_start = extent.first;
      if (stays(item, placed) || (options_.keep_roadmap && item.id == options_.also))
        task.pinned_start = extent.first;
      else if (!rate_of(item).has_value() && !item.lapse_cost.has_value())
        hold(item, task, extent.first);
      else if (options_.keep_roadmap)
        task.earliest_start = extent.first;
    }
    extents_.push_back(extent);
    result_.items.push_back(item.id);
    result_.problem.tasks.push_back(std::move(task));
  }

  void hold(const Item& item, planning::Task& task, int start) {
    task.pinned_start = start;
    result_.held.push_back({item.id, has_no_value()});
  }

  /// The last period that leaves enough time. Within that one the weeks decide what is laid out in weeks: a task of one period
  /// that is not placed by dates (plan_roadmap.h).
  void limit_to_deadline(Date deadline, const Extent& extent, planning::Task& task) const {
    const bool has_weeks = task.duration == 1 && !extent.by_dates;
    Date finish = add_days(deadline, 1);
    while (!has_weeks && last_working_day(add_days(finish, 1)) <= deadline) finish = add_days(finish, 1);
    const double end = position_of(finish);
    const double needed = has_weeks ? tolerance : extent.end;
    task.latest_finish = static_cast<int>(std::floor(end - needed + (has_weeks ? 0 : 1e-6))) + task.duration - 1;
  }

  /// The last period in which it is still worth something; where it lapses already as it is placed, that is not the question.
  void limit_to_lapse(const Item& item, const Extent& extent, planning::Task& task) const {
    if (!item.lapse_date) return;
    const int last = static_cast<int>(std::floor(position_of(*item.lapse_date) - extent.end + 1e-6)) + task.duration - 1;
    if (extent.fixed && extent.first + task.duration - 1 > last) return;
    task.latest_finish = std::min(last, task.latest_finish.value_or(last));
  }

  void add_demands(planning::Task& task, const Extent& extent, const std::vector<TeamEffort>& efforts,
                   const std::optional<Span>& span) const {
    for (int offset = 0; offset < task.duration; ++offset) {
      double share = 1.0 / task.duration;
      if (span) {
        const Period& period = *periods_[static_cast<std::size_t>(extent.first + offset)];
        share = share_in(*span, period.start, period.end);
      }
      for (const TeamEffort& effort : efforts)
        if (effort.weeks * share > tolerance) task.demands.push_back({effort.team, effort.weeks * share, offset});
    }
  }

  /// By period of the finish: the rate for each week from the finish to one period after the horizon.
  std::vector<double> values_of(const Item& item, const Extent& extent, int duration) const {
    const double weeks = weeks_of(*periods_.front());
    const bool is_the_request = item.id == options_.also && options_.keep_roadmap;
    std::vector<double> values(static_cast<std::size_t>(result_.problem.periods), 0);
    if (is_the_request) return values;
    const double rate = rate_of(item).value_or(0);
    for (int finish = duration - 1; finish < result_.problem.periods; ++finish) {
      const int start = finish - duration + 1;
      const double end = start + extent.end;
      double& value = values[static_cast<std::size_t>(finish)];
      if (item.lapse_date && end > position_of(*item.lapse_date) + 1e-6) continue;  // worthless by then
      // What lapses is worth what is lost when it does, no more the earlier it comes.
      const bool lapses = item.lapse_date && item.lapse_cost.has_value() && result_.basis == ValueBasis::money;
      value = lapses ? item.lapse_cost.value() : rate * weeks * std::max(0.0, result_.problem.periods + 1 - end);
    }
    return values;
  }

  void add_orders() {
    const auto numbers = result_.numbers();
    for (std::size_t number = 0; number < result_.items.size(); ++number)
      for (const Dependency& dependency : portfolio_.owned_by<&Dependency::successor>(result_.items[number])) {
        const auto found = numbers.find(dependency.predecessor);
        if (found == numbers.end()) continue;  // done, or not planned here
        task(number).predecessors.push_back({static_cast<int>(found->second), lag_between(found->second, number)});
      }
  }

  /// Nothing where both may be laid out within their periods: then the chain has to fit into the one that they share.
  std::optional<int> lag_between(std::size_t before, std::size_t after) {
    const Extent& first = extents_[before];
    const Extent& then = extents_[after];
    const auto lag = [](double end, double begin) { return static_cast<int>(std::ceil(end - begin - 1e-6)); };
    // Broken already: it need not get better, only not worse.
    if (options_.keep_roadmap && first.fixed && then.fixed) return std::min(lag(first.end, then.begin), then.first - first.first);
    if (!first.by_dates && !then.by_dates) return std::nullopt;
    const planning::Task& earlier = task(before);
    const planning::Task& later = task(after);
    const double earliest_end = first.by_dates ? first.end : earlier.duration == 1 ? earlier.span : earlier.duration;
    const double latest_begin = then.by_dates ? then.begin : later.duration == 1 ? 1 - later.span : 0;
    return lag(earliest_end, latest_begin);
  }

  /// What stays where it is may already be more than a team can do; a request does not have to mend that.
  void make_room_for_what_stays() {
    auto& problem = result_.problem;
    std::vector<std::vector<double>> load(problem.capacity.size(),
                                          std::vector<double>(static_cast<std::size_t>(problem.periods), 0));
    for (const planning::Task& each : problem.tasks) {
      const auto start = each.pinned_start ? each.pinned_start : options_.keep_roadmap ? each.current_start : std::nullopt;
      if (!start) continue;
      for (const planning::Demand& demand : each.demands)
        load[static_cast<std::size_t>(demand.team)][static_cast<std::size_t>(*start + demand.offset)] += demand.amount;
    }
    for (std::size_t team = 0; team < load.size(); ++team)
      for (std::size_t period = 0; period < load[team].size(); ++period) {
        const double capacity = problem.capacity[team][period];
        problem.capacity[team][period] = std::max(capacity, load[team][period]);
        load[team][period] = problem.capacity[team][period] - capacity;
      }
    result_.overload = std::move(load);
  }

  const Portfolio& portfolio_;
  const Roadmap& roadmap_;
  const PlanningOptions& options_;
  std::vector<const Period*> periods_;
  std::unordered_map<ItemId, ScheduledItem> placed_;  // the first part of each
  std::vector<Extent> extents_;
  std::vector<double> reserve_;           // person-weeks of all teams kept free for firefighting, by period
  std::vector<AllocationClassId> bands_;  // by number of the band; empty where shares do not matter
  PlanningProblem result_;
};

}  // namespace

OptionalNumber weekly_value(const Portfolio& portfolio, const Item& item, ValueBasis basis) {
  if (basis == ValueBasis::money) return item.cost_of_delay;
  if (!item.confidence.has_value()) return {};
  if (basis == ValueBasis::reach) {
    if (!item.reach.has_value() || !item.impact.has_value()) return {};
    return item.reach.value() * item.impact.value() * item.confidence.value() / weeks_in_quarter;
  }
  OptionalNumber sum;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item.id)) {
    const Outcome* outcome = portfolio.find(contribution.outcome);
    if (outcome == nullptr || !contribution.effect.has_value() || !outcome->baseline.has_value() || !outcome->target.has_value())
      continue;
    const double way = std::abs(outcome->target.value() - outcome->baseline.value());
    if (way > 0) sum = sum.value_or(0) + outcome->weight * contribution.effect.value() * item.confidence.value() / way;
  }
  return sum;
}

double weeks_of(const Period& period) {
  if (period.kind == PeriodKind::quarter) return weeks_in_quarter;
  if (period.kind == PeriodKind::month) return 52.0 / 12;
  return std::max(1, days_between(period.start, period.end)) / 7.0;
}

int PlanningProblem::task_of(ItemId item) const {
  const auto found = std::find(items.begin(), items.end(), item);
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

std::unordered_map<ItemId, std::size_t> PlanningProblem::numbers() const {
  std::unordered_map<ItemId, std::size_t> numbers;
  for (std::size_t number = 0; number < items.size(); ++number) numbers.emplace(items[number], number);
  return numbers;
}

Result<PlanningProblem> planning_problem(const Portfolio& portfolio, const PlanningOptions& options) {
  const Roadmap* roadmap = portfolio.roadmap_by_name(options.roadmap);
  if (roadmap == nullptr)
    return failure(
        ErrorCode::not_found, "cannot plan",
        options.roadmap.empty() ? "the workspace has no roadmap" : "there is no roadmap named \"" + options.roadmap + "\"",
        options.roadmap.empty() ? "add a roadmap" : "choose one of the roadmaps that the workspace has");
  return ProblemBuilder(portfolio, *roadmap, options).build();
}

}  // namespace tradewind::workbench
