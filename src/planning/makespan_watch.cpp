#include "planning/makespan_watch.h"

namespace tradewind::planning {

bool MakespanWatch::ask() {
  until_asked_ = between_questions;
  return watch_.go_on([this] { return !options_.go_on || options_.go_on(progress); });
}

}  // namespace tradewind::planning
