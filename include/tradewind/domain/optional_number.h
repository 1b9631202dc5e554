// A double that may be unknown, in eight bytes (unknown is stored as a NaN). A hundred thousand items carry a dozen
// factors each, most of them unknown; std::optional<double> would double that memory.
#pragma once
#include <cmath>
#include <limits>
#include <optional>

namespace tradewind {

class OptionalNumber {
 public:
  constexpr OptionalNumber() = default;
  constexpr OptionalNumber(std::nullopt_t) {}                // NOLINT(google-explicit-constructor): reads like std::optional
  constexpr OptionalNumber(double value) : value_(value) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return !std::isnan(value_); }
  explicit operator bool() const { return has_value(); }
  /// REQUIRES: has_value().
  double value() const { return value_; }
  double operator*() const { return value_; }
  double value_or(double fallback) const { return has_value() ? value_ : fallback; }

  friend bool operator==(OptionalNumber a, OptionalNumber b) {
    return a.has_value() == b.has_value() && (!a.has_value() || a.value_ == b.value_);
  }

 private:
  double value_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace tradewind
