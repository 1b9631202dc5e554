#include "planning/makespan_watch.h"

namespace tradewind::planning {

bool MakespanWatch::ask() {
  until_asked_ = between_questions;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
  const bool late = options_.time_limit && passed.count() >= *options_.time_limit;
  stopped_early_ = stopped_early_ || late || (options_.go_on && !options_.go_on(progress));
  return !stopped_early_;
}

}  // namespace tradewind::planning
