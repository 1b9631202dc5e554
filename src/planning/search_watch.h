// Whether a search goes on: until its time is up or its caller says no, and then never again.
#pragma once
#include <chrono>
#include <optional>

namespace tradewind::planning {

class SearchWatch {
 public:
  /// `time_limit`: seconds from now; none where there is no value.
  explicit SearchWatch(std::optional<double> time_limit) : time_limit_(time_limit) {}

  /// `caller_agrees` is asked while there is time, and not again after a no.
  template <class CallerAgrees>
  bool go_on(const CallerAgrees& caller_agrees) {
    if (stopped_) return false;
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
    stopped_ = (time_limit_ && passed.count() >= *time_limit_) || !caller_agrees();
    return !stopped_;
  }
  bool stopped() const { return stopped_; }

 private:
  std::optional<double> time_limit_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  bool stopped_ = false;
};

}  // namespace tradewind::planning
