#include "gui/pages/background_work.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <mutex>

#include "tradewind/planning/gap.h"

namespace tradewind::gui {
namespace {

constexpr std::chrono::milliseconds wait_for_turn{20};

/// The solvers are not asked two things at once: they are fast alone and slow together.
std::timed_mutex& solver() {
  static std::timed_mutex mutex;
  return mutex;
}

}  // namespace

BackgroundWork::BackgroundWork(QObject* parent) : QObject(parent) {
  connect(&job_, &BackgroundJob::started, this, &BackgroundWork::started);
  connect(&job_, &BackgroundJob::ended, this, &BackgroundWork::ended);
}

void BackgroundWork::start(Work work) {
  value_ = 0;
  gap_ = std::numeric_limits<double>::infinity();
  job_.start([this, work = std::move(work)](const BackgroundJob::Run& run) {
    std::unique_lock<std::timed_mutex> turn(solver(), std::defer_lock);
    while (run.goes_on() && !turn.try_lock_for(wait_for_turn)) continue;
    if (!run.goes_on()) return;
    const GoOn go_on = [this, run](const planning::Progress& progress) {
      if (run.is_time_for_news()) run.deliver([this, progress] { tell(progress); });
      return run.goes_on();
    };
    work(go_on, [run](std::function<void()> show) { run.deliver(std::move(show)); });
  });
}

bool BackgroundWork::has_gap_to_tell() const { return std::isfinite(gap_) && std::round(1000 * gap_) > 0; }

void BackgroundWork::tell(const planning::Progress& progress) {
  value_ = progress.value;
  gap_ = progress.best == nullptr ? std::numeric_limits<double>::infinity()
                                  : planning::gap_between(progress.value, progress.bound, planning::closed_gap);
  emit progressed();
}

}  // namespace tradewind::gui
