// Work beside the window: one thing at a time on another thread, and what comes of it back on the window's. A new one replaces
// the one that runs.
//
//     job.start([rows = document.snapshot()](const BackgroundJob::Run& run) {   // owns what it reads
//       while (run.goes_on()) …
//       run.deliver([…] { show(…); });
//     });
//
// Nobody ever waits for the other thread: work that is given up is not heard of again and ends when it next asks.
#pragma once
#include <QObject>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace tradewind::gui {

/// REQUIRES: lives on the window's thread.
class BackgroundJob : public QObject {
  Q_OBJECT

  struct State {
    std::atomic<bool> should_end{false};
    bool is_dropped = false;  // read and written on the window's thread only
    std::chrono::steady_clock::time_point news = std::chrono::steady_clock::now();  // the latest; on the work's thread only
  };

 public:
  /// What the work knows of those who wait for it. May be copied; all copies speak of the same run.
  class Run {
   public:
    /// Work asks at least every few milliseconds and ends soon when the answer is no.
    bool goes_on() const { return !state_->should_end; }
    /// Runs `show` on the window's thread, in the order of the calls, unless the work was stopped or replaced before.
    void deliver(std::function<void()> show) const;
    /// True at most ten times a second, which is as often as people can read how far it is.
    bool is_time_for_news() const;

   private:
    friend class BackgroundJob;
    explicit Run(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
  };
  /// REQUIRES: throws nothing.
  using Work = std::function<void(const Run&)>;

  using QObject::QObject;
  ~BackgroundJob() override;

  void start(Work work);
  /// At once: what is not delivered yet never is.
  void stop();
  /// Asks the work to end; what it delivers then still arrives. For work that has to tell whether it was in time.
  void ask_to_end();
  bool is_running() const { return state_ != nullptr; }

 signals:
  void started();
  /// It is done, or was stopped; not where another one replaced it.
  void ended();

 private:
  void drop();

  std::shared_ptr<State> state_;  // of the work that is asked for; null when there is none
};

}  // namespace tradewind::gui
