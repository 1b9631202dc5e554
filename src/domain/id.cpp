#include "tradewind/domain/id.h"

#include <limits>
#include <random>

namespace tradewind {

std::int64_t random_id_value() {
  // Seeded once per thread with 256 bits of system entropy; a 63-bit draw collides with probability 2^-28 at 100,000 rows.
  thread_local std::mt19937_64 generator = [] {
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
    return std::mt19937_64{seed};
  }();
  return std::uniform_int_distribution<std::int64_t>{1, std::numeric_limits<std::int64_t>::max()}(generator);
}

}  // namespace tradewind
