#include "gui/shell/background_job.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <algorithm>
#ifdef __linux__
#include <sys/resource.h>
#endif

namespace tradewind::gui {
namespace {

/// Work that was given up may need a moment to notice: it must not keep the next one waiting.
constexpr int least_threads = 8;
constexpr std::chrono::milliseconds between_news{100};

/// In the application, which outlives every window: who gets it decides what is still wanted.
void on_window_thread(std::function<void()> what) {
  QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(what), Qt::QueuedConnection);
}

/// So that frames never wait for a processor that work beside the window has. Qt's own priorities do nothing on Linux.
void give_way_to_the_window() {
#ifdef __linux__
  constexpr int lower = 10;
  constexpr id_t this_thread = 0;
  (void)setpriority(PRIO_PROCESS, this_thread, lower);
#endif
}

}  // namespace

void BackgroundJob::Run::deliver(std::function<void()> show) const {
  on_window_thread([state = state_, show = std::move(show)] {
    if (!state->is_dropped) show();
  });
}

bool BackgroundJob::Run::is_time_for_news() const {
  const auto now = std::chrono::steady_clock::now();
  if (now - state_->news < between_news) return false;
  state_->news = now;
  return true;
}

BackgroundJob::~BackgroundJob() { drop(); }

void BackgroundJob::start(Work work) {
  drop();
  state_ = std::make_shared<State>();
  QThreadPool& pool = *QThreadPool::globalInstance();
  pool.setMaxThreadCount(std::max(pool.maxThreadCount(), least_threads));
  pool.start([this, run = Run(state_), work = std::move(work)] {
    give_way_to_the_window();
    work(run);  // also where it is to end already: it may have to say so
    // Dropping happens on the window's thread too: while nobody did, this object is there.
    run.deliver([this] {
      state_.reset();
      emit ended();
    });
  });
  emit started();
}

void BackgroundJob::stop() {
  if (state_ == nullptr) return;
  drop();
  emit ended();
}

void BackgroundJob::ask_to_end() {
  if (state_ != nullptr) state_->should_end = true;
}

void BackgroundJob::drop() {
  if (state_ == nullptr) return;
  state_->should_end = true;
  state_->is_dropped = true;
  state_.reset();
}

}  // namespace tradewind::gui
