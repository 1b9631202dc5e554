#include "tradewind/domain/id.h"

#include <random>

namespace tradewind {

std::int64_t next_id_value() {
  // 2^62 possible starts: two processes of 100,000 rows each overlap with a probability of 2^-44.
  thread_local std::int64_t next = [] {
    std::random_device entropy;
    std::uniform_int_distribution<std::int64_t> any_start{1, std::int64_t{1} << 62U};
    return any_start(entropy);
  }();
  return next++;
}

}  // namespace tradewind
