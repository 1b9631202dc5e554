#include "planning/neighbourhood_search.h"

#include <algorithm>
#include <cmath>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;
constexpr int deepest_chain = 2;
constexpr int others_tried = 6;
/// Each draw is from the choices up to the one before it: 60 % of the moves go to the first tenth, 3 % to the last half.
constexpr int draws = 3;

}  // namespace

NeighbourhoodSearch::NeighbourhoodSearch(ScheduleState& state, std::vector<bool> movable, std::uint64_t seed)
    : state_(&state),
      movable_(std::move(movable)),
      random_(seed),
      held_in_(movable_.size(), 0),
      best_(state.starts()),
      best_value_(state.value()) {}

void NeighbourhoodSearch::note_if_best() {
  if (state_->value() <= best_value_ + tolerance) return;
  best_value_ = state_->value();
  best_ = state_->starts();
}

void NeighbourhoodSearch::eject(int task) {
  for (const ScheduleState::Link& after : state_->successors(task))
    if (state_->is_placed(after.task)) eject(after.task);
  state_->remove(task);
  ejected_.push_back(task);
}

int NeighbourhoodSearch::victim_in(int cell, int task, double shortage) {
  int victim = -1;
  double least = 0;
  for (const int number : state_->work_in(cell)) {
    const ScheduleState::Work& work = state_->work(number);
    if (work.task == task || !may_go(work.task)) continue;
    double pain = state_->worth(work.task) * (1 + 0.5 * state_->placed_successors(work.task)) * (0.4 + random_.share());
    if (work.amount < shortage) pain *= shortage / work.amount;
    if (victim < 0 || pain < least) {
      victim = work.task;
      least = pain;
    }
  }
  return victim;
}

bool NeighbourhoodSearch::leads_to_held(int task) const {
  if (state_->placed_successors(task) == 0) return false;
  for (const ScheduleState::Link& after : state_->successors(task))
    if (state_->is_placed(after.task) && (!may_go(after.task) || leads_to_held(after.task))) return true;
  return false;
}

bool NeighbourhoodSearch::make_room(int task, int start) {
  for (const ScheduleState::Work& work : state_->work_of(task)) {
    const int cell = state_->cell_of(work, start);
    for (;;) {
      const double shortage = work.amount - state_->spare(cell);
      if (shortage <= tolerance) break;
      const int victim = victim_in(cell, task, shortage);
      if (victim < 0) return false;
      // Throwing out one throws out its successors, among them perhaps one that must stay.
      if (leads_to_held(victim)) return false;
      eject(victim);
    }
  }
  return true;
}

bool NeighbourhoodSearch::put_predecessors_before(int task, int start, int depth) {
  for (const auto& [before, apart, may_share] : state_->predecessors(task)) {
    const int latest = start - apart;
    if (!state_->is_placed(before) || state_->start(before) > latest) {
      if (depth >= deepest_chain || !movable_[static_cast<std::size_t>(before)]) return false;
      int possible = 0;
      for (const StartOption& option : state_->options(before))
        if (option.start <= latest) ++possible;
      if (possible == 0) return false;
      const auto chosen = static_cast<std::size_t>(random_.below(possible));
      if (!force(before, state_->options(before)[chosen].start, depth + 1)) return false;
    }
    hold(before);
  }
  return true;
}

bool NeighbourhoodSearch::force(int task, int start, int depth) {
  if (state_->is_placed(task)) state_->remove(task);
  const auto waiting = std::find(ejected_.begin(), ejected_.end(), task);
  if (waiting != ejected_.end()) ejected_.erase(waiting);
  if (!put_predecessors_before(task, start, depth)) return false;
  for (const auto& [after, apart, may_share] : state_->successors(task))
    if (state_->is_placed(after) && state_->start(after) < start + apart) {
      if (!movable_[static_cast<std::size_t>(after)] || leads_to_held(after)) return false;
      eject(after);
    }
  if (!make_room(task, start) || !state_->in_order(task, start) || !state_->fits(task, start)) return false;
  state_->place(task, start);
  hold(task);
  return true;
}

bool NeighbourhoodSearch::place_at_best(int task) {
  const StartOption* best = nullptr;
  double most = 0;
  for (const StartOption& option : state_->options(task)) {
    if (best != nullptr && option.value <= most) continue;
    if (!state_->fits(task, option.start) || !state_->in_order(task, option.start)) continue;
    const double gain = state_->gain_of_placing(task, option);
    if (gain > most) {
      best = &option;
      most = gain;
    }
  }
  if (best == nullptr) return false;
  state_->place(task, best->start);
  return true;
}

void NeighbourhoodSearch::put_back_ejected() {
  // Predecessors were thrown out after their successors.
  std::reverse(ejected_.begin(), ejected_.end());
  for (std::size_t at = 1; at < ejected_.size(); ++at)
    if (random_.below(3) == 0) std::swap(ejected_[at], ejected_[static_cast<std::size_t>(random_.below(static_cast<int>(at)))]);
  for (int pass = 0; pass < 2; ++pass)
    for (const int task : ejected_)
      if (!state_->is_placed(task)) place_at_best(task);
  ejected_.clear();
}

const NeighbourhoodSearch::Choice& NeighbourhoodSearch::any_choice() {
  int number = static_cast<int>(choices_.size());
  for (int draw = 0; draw < draws; ++draw) number = random_.below(number + (draw == 0 ? 0 : 1));
  return choices_[static_cast<std::size_t>(number)];
}

void NeighbourhoodSearch::try_others(int count) {
  for (; count > 0; --count) {
    const Choice& choice = any_choice();
    const int now = state_->start(choice.task);
    if (now == choice.start) continue;
    if (now == left_out) {
      if (state_->fits(choice.task, choice.start) && state_->in_order(choice.task, choice.start))
        state_->place(choice.task, choice.start);
      continue;
    }
    const double before = state_->value();
    const std::size_t mark = state_->mark();
    state_->remove(choice.task);
    if (state_->fits(choice.task, choice.start) && state_->in_order(choice.task, choice.start))
      state_->place(choice.task, choice.start);
    if (state_->value() < before) state_->take_back(mark);
  }
}

void NeighbourhoodSearch::run(int moves, double hot, double cold) {
  if (choices_.empty()) return;
  const double cooling = moves > 1 ? std::pow(cold / hot, 1.0 / (moves - 1)) : 1;
  double temperature = hot;
  for (int move = 0; move < moves; ++move, temperature *= cooling) {
    const Choice choice = any_choice();
    if (state_->start(choice.task) == choice.start) continue;
    const double before = state_->value();
    ++move_;
    ejected_.clear();
    state_->forget_trail();
    if (!force(choice.task, choice.start, 0)) {
      state_->take_back(0);
      continue;
    }
    put_back_ejected();
    try_others(others_tried);
    const double gain = state_->value() - before;
    if (gain < 0 && random_.share() >= std::exp(gain / temperature)) {
      state_->take_back(0);
      continue;
    }
    if (gain > 0) note_if_best();
  }
}

void NeighbourhoodSearch::fill(const std::vector<std::vector<double>>& price) {
  struct Rated {
    int task;
    double rating;
  };
  std::vector<Rated> order;
  for (int task = 0; task < state_->count(); ++task) {
    if (!movable_[static_cast<std::size_t>(task)] || state_->is_placed(task) || state_->options(task).empty()) continue;
    const StartOption& option = state_->options(task).front();
    double cost = 1e-9;
    for (const ScheduleState::Work& work : state_->work_of(task)) {
      const int cell = state_->cell_of(work, option.start);
      const int teams = static_cast<int>(price.size());
      cost += work.amount * price[static_cast<std::size_t>(cell % teams)][static_cast<std::size_t>(cell / teams)];
    }
    order.push_back({task, option.value / cost});
  }
  std::sort(order.begin(), order.end(),
            [](const Rated& a, const Rated& b) { return a.rating != b.rating ? a.rating > b.rating : a.task < b.task; });
  // Again while something came in: a task waits for its predecessors.
  for (bool placed = true; placed;) {
    placed = false;
    for (const Rated& rated : order)
      if (!state_->is_placed(rated.task)) placed = place_at_best(rated.task) || placed;
  }
  note_if_best();
}

}  // namespace tradewind::planning
