// Planning beside the window: one thing at a time on a thread of its own. A new one replaces the one that runs.
#pragma once
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

#include "tradewind/planning/plan.h"

class QThread;

namespace tradewind::gui {

class BackgroundWork : public QObject {
  Q_OBJECT

 public:
  /// For planning::Options::go_on.
  using GoOn = std::function<bool(const planning::Progress&)>;
  /// Runs `show` on the window's thread, unless the work was stopped or replaced before.
  using Deliver = std::function<void(std::function<void()> show)>;
  /// Runs on the other thread: it owns what it reads.
  using Work = std::function<void(const GoOn& go_on, const Deliver& deliver)>;

  using QObject::QObject;
  ~BackgroundWork() override;

  void start(Work work);
  /// What is not delivered yet never is.
  void stop();
  bool is_running() const { return run_ != nullptr; }
  /// Of the best plan so far; infinite until there is one.
  double gap() const { return gap_; }
  double value() const { return value_; }

 signals:
  void started();
  void progressed();
  void ended();

 private:
  struct Run {
    std::atomic<bool> stopped{false};
  };
  void tell(const planning::Progress& progress);

  std::shared_ptr<Run> run_;  // the one that is asked for; older ones are on their way out
  std::vector<std::shared_ptr<Run>> all_;
  std::vector<QThread*> threads_;
  double gap_ = 0;
  double value_ = 0;
};

}  // namespace tradewind::gui
