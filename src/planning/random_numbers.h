// Random numbers that are the same on every machine and library (the distributions of the standard library are not).
#pragma once
#include <cstdint>

namespace tradewind::planning {

/// splitmix64 (Steele, Lea & Flood 2014).
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// In [0, 1).
  double share() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  /// In [0, limit). REQUIRES: limit > 0.
  int below(int limit) {
    return static_cast<int>(
        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(next() >> 32U)) * static_cast<std::uint64_t>(limit)) >> 32U);
  }

 private:
  std::uint64_t state_;
};

}  // namespace tradewind::planning
