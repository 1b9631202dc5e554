// When the makespan search stops: its budget is used up, or the clock or the caller says so.
#pragma once
#include <cstddef>
#include <cstdint>

#include "planning/search_watch.h"
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

class MakespanWatch {
 public:
  /// `options` has to live as long as the watch.
  explicit MakespanWatch(const MakespanOptions& options) : options_(options), watch_(options.time_limit) {}

  /// Told about each task that is placed, with the time units and words of them that were looked at. False: stop now.
  bool spend(int time_units, std::size_t words) {
    until_asked_ -= 1 + time_units * static_cast<std::int64_t>(words);
    return until_asked_ > 0 || ask();
  }
  void count_schedule() { ++schedules_; }

  bool over() const { return stopped_early() || schedules_ >= options_.schedules; }
  bool stopped_early() const { return watch_.stopped(); }
  std::int64_t schedules() const { return schedules_; }

  MakespanProgress progress;

 private:
  /// Placing this many tasks, with all that goes with it, takes less than 20 ms, and looking at this many words much less.
  static constexpr std::int64_t between_questions = 200'000;

  bool ask();

  const MakespanOptions& options_;
  SearchWatch watch_;
  std::int64_t schedules_ = 0;
  std::int64_t until_asked_ = 0;
};

}  // namespace tradewind::planning
