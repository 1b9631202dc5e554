#include "gui/pages/background_work.h"

#include <QElapsedTimer>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <mutex>

namespace tradewind::gui {
namespace {

constexpr int news_milliseconds = 100;
constexpr std::chrono::milliseconds wait_for_turn{20};

/// The solvers are not asked two things at once, and this machine has few cores.
std::timed_mutex& solver() {
  static std::timed_mutex mutex;
  return mutex;
}

}  // namespace

BackgroundWork::~BackgroundWork() {
  for (const auto& run : all_) run->stopped = true;
  for (QThread* thread : threads_) {
    thread->wait();
    delete thread;
  }
}

void BackgroundWork::start(Work work) {
  if (run_ != nullptr) run_->stopped = true;
  const auto run = std::make_shared<Run>();
  run_ = run;
  all_.push_back(run);
  value_ = 0;
  gap_ = std::numeric_limits<double>::infinity();
  QThread* thread = QThread::create([this, run, work = std::move(work)] {
    std::unique_lock<std::timed_mutex> turn(solver(), std::defer_lock);
    while (!run->stopped && !turn.try_lock_for(wait_for_turn)) continue;
    if (run->stopped) return;
    QElapsedTimer since;
    since.start();
    const GoOn go_on = [this, run, &since](const planning::Progress& progress) {
      if (since.elapsed() >= news_milliseconds) {
        since.restart();
        QMetaObject::invokeMethod(
            this,
            [this, run, progress] {
              if (run == run_) tell(progress);
            },
            Qt::QueuedConnection);
      }
      return !run->stopped;
    };
    const Deliver deliver = [this, run](std::function<void()> show) {
      QMetaObject::invokeMethod(
          this,
          [run, show = std::move(show)] {
            if (!run->stopped) show();
          },
          Qt::QueuedConnection);
    };
    work(go_on, deliver);
  });
  threads_.push_back(thread);
  connect(thread, &QThread::finished, this, [this, run, thread] {
    threads_.erase(std::remove(threads_.begin(), threads_.end(), thread), threads_.end());
    all_.erase(std::remove(all_.begin(), all_.end(), run), all_.end());
    thread->deleteLater();
    if (run != run_) return;
    run_.reset();
    emit ended();
  });
  thread->start();
  emit started();
}

void BackgroundWork::stop() {
  if (run_ == nullptr) return;
  run_->stopped = true;
  run_.reset();
  emit ended();
}

void BackgroundWork::tell(const planning::Progress& progress) {
  value_ = progress.value;
  gap_ = (progress.bound - progress.value) / std::max(1e-9, std::abs(progress.value));
  emit progressed();
}

}  // namespace tradewind::gui
