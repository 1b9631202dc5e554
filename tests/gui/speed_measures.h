// Clocks for the figures of the window.
#pragma once
#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace tradewind::gui {

inline double milliseconds(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

inline void say(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
  };
  std::printf("%-44s p50 %7.2f ms   p99 %7.2f ms   n %zu\n", what, at(0.5), at(0.99), times.size());
}

/// Everything that is due, with the painting.
inline void finish_frame() { QApplication::processEvents(); }

/// For how long at a time no event was handled: the longest gap between the beats of a timer.
class StandStill {
 public:
  StandStill() {
    timer_.setInterval(5);
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, [this] { beat(); });
  }
  /// What `change` does, and everything that is due after it: at least a moment, and as long as `is_working` says so.
  void measure(const char* what, const std::function<void()>& change, const std::function<bool()>& is_working = {}) {
    constexpr int moment = 200;  // milliseconds
    constexpr int longest_work = 30000;
    longest_ = 0;
    QElapsedTimer whole;
    whole.start();
    since_beat_.start();
    timer_.start();
    change();
    const double done = milliseconds(whole);
    QElapsedTimer after;
    after.start();
    while (after.elapsed() < moment || (is_working && is_working() && after.elapsed() < longest_work))
      QApplication::processEvents(QEventLoop::AllEvents, 20);
    timer_.stop();
    std::printf("%-44s stands still %7.1f ms   whole %7.0f ms\n", what, longest_, done);
  }

 private:
  void beat() {
    longest_ = std::max(longest_, milliseconds(since_beat_));
    since_beat_.start();
  }

  QTimer timer_;
  QElapsedTimer since_beat_;
  double longest_ = 0;
};

}  // namespace tradewind::gui
