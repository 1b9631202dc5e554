#include "planning/schedule_state.h"

#include <algorithm>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;

}  // namespace

ScheduleState::ScheduleState(const Problem& problem)
    : problem_(&problem),
      periods_(problem.periods),
      teams_(static_cast<int>(problem.capacity.size())),
      has_bands_(!problem.bands.empty()),
      options_(start_options(problem)),
      successors_(problem.tasks.size()),
      predecessors_(problem.tasks.size()),
      start_(problem.tasks.size(), left_out),
      worth_(problem.tasks.size(), 0),
      placed_successors_(problem.tasks.size(), 0),
      cells_(problem.capacity.size() * at(problem.periods)),
      band_work_(problem.bands.size() * at(problem.periods), 0) {
  for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
    duration_.push_back(problem.tasks[task].duration);
    first_work_.push_back(work_.size());
    for (const Demand& demand : problem.tasks[task].demands)
      work_.push_back({static_cast<int>(task), demand.offset * teams_ + demand.team, demand.amount});
    if (problem.tasks[task].pinned_start) continue;
    for (const Order& order : problem.tasks[task].predecessors) {
      const int apart = lag(problem, order, problem.tasks[task]);
      const bool may_share = may_share_period(problem, order, problem.tasks[task]);
      predecessors_[task].push_back({order.task, apart, may_share});
      successors_[at(order.task)].push_back({static_cast<int>(task), apart, may_share});
    }
  }
  first_work_.push_back(work_.size());
  index_in_cell_.resize(work_.size());
  for (int period = 0; period < periods_; ++period)
    for (const auto& team : problem.capacity) spare_.push_back(team[at(period)]);
  for (std::size_t band = 0; band < problem.bands.size(); ++band)
    for (int period = 0; period < periods_; ++period) value_ -= band_cost(static_cast<int>(band), period, 0);
}

bool ScheduleState::fits(int task, int start) const {
  for (const Work& work : work_of(task))
    if (spare(cell_of(work, start)) < work.amount - tolerance) return false;
  return true;
}

bool ScheduleState::in_order(int task, int start) const {
  bool shares = false;
  for (const Link& before : predecessors_[at(task)]) {
    if (!is_placed(before.task) || start_[at(before.task)] + before.lag > start) return false;
    shares = shares || (before.may_share && start_[at(before.task)] == start);
  }
  for (const Link& after : successors_[at(task)]) {
    if (!is_placed(after.task)) continue;
    if (start + after.lag > start_[at(after.task)]) return false;
    shares = shares || (after.may_share && start_[at(after.task)] == start);
  }
  return !shares || chain_fits(task, start);
}

bool ScheduleState::chain_fits(int task, int start) const {
  // The longest chain before and after it within the period.
  const auto longest = [&](auto&& self, int from, const std::vector<std::vector<Link>>& next) -> double {
    double most = 0;
    for (const Link& other : next[at(from)])
      if (other.may_share && start_[at(other.task)] == start)
        most = std::max(most, problem_->tasks[at(other.task)].span + self(self, other.task, next));
    return most;
  };
  return longest(longest, task, predecessors_) + problem_->tasks[at(task)].span + longest(longest, task, successors_) <=
         1 + tolerance;
}

double ScheduleState::band_cost(int band, int period, double work) const {
  const Band& limits = problem_->bands[at(band)];
  return limits.price * (std::max(0.0, limits.lowest[at(period)] - work) + std::max(0.0, work - limits.highest[at(period)]));
}

double ScheduleState::gain_of_placing(int task, const StartOption& option) const {
  double gain = option.value;
  const int band = problem_->tasks[at(task)].band;
  if (!has_bands_ || band < 0) return gain;
  for (int offset = 0; offset < duration_[at(task)]; ++offset) {
    double added = 0;
    for (const Demand& demand : problem_->tasks[at(task)].demands)
      if (demand.offset == offset) added += demand.amount;
    const int period = option.start + offset;
    const double work = band_work_[at(band * periods_ + period)];
    gain += band_cost(band, period, work) - band_cost(band, period, work + added);
  }
  return gain;
}

void ScheduleState::change_band(int task, int start, double sign) {
  const int band = problem_->tasks[at(task)].band;
  if (band < 0) return;
  for (const Demand& demand : problem_->tasks[at(task)].demands) {
    const int period = start + demand.offset;
    double& work = band_work_[at(band * periods_ + period)];
    value_ += band_cost(band, period, work);
    work += sign * demand.amount;
    value_ -= band_cost(band, period, work);
  }
}

void ScheduleState::put(int task, int start) {
  start_[at(task)] = start;
  worth_[at(task)] = value_at(task, start);
  value_ += worth_[at(task)];
  for (std::size_t number = first_work_[at(task)]; number < first_work_[at(task) + 1]; ++number) {
    const std::size_t cell = at(cell_of(work_[number], start));
    spare_[cell] -= work_[number].amount;
    index_in_cell_[number] = cells_[cell].size();
    cells_[cell].push_back(static_cast<int>(number));
  }
  for (const Link& before : predecessors_[at(task)]) ++placed_successors_[at(before.task)];
  if (has_bands_) change_band(task, start, 1);
}

void ScheduleState::take(int task) {
  const int start = start_[at(task)];
  start_[at(task)] = left_out;
  value_ -= worth_[at(task)];
  for (std::size_t number = first_work_[at(task)]; number < first_work_[at(task) + 1]; ++number) {
    const std::size_t cell = at(cell_of(work_[number], start));
    spare_[cell] += work_[number].amount;
    const int last = cells_[cell].back();
    cells_[cell][index_in_cell_[number]] = last;
    index_in_cell_[at(last)] = index_in_cell_[number];
    cells_[cell].pop_back();
  }
  for (const Link& before : predecessors_[at(task)]) --placed_successors_[at(before.task)];
  if (has_bands_) change_band(task, start, -1);
}

void ScheduleState::place(int task, int start) {
  trail_.push_back({task, left_out});
  put(task, start);
}

void ScheduleState::remove(int task) {
  trail_.push_back({task, start_[at(task)]});
  take(task);
}

void ScheduleState::take_back(std::size_t mark) {
  while (trail_.size() > mark) {
    const Step step = trail_.back();
    trail_.pop_back();
    if (step.start == left_out)
      take(step.task);
    else
      put(step.task, step.start);
  }
}

void ScheduleState::assume(const std::vector<int>& starts) {
  for (int task = 0; task < count(); ++task)
    if (is_placed(task)) take(task);
  for (int task = 0; task < count(); ++task)
    if (starts[at(task)] >= 0) put(task, starts[at(task)]);
  trail_.clear();
}

}  // namespace tradewind::planning
