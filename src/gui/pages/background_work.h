// Planning beside the window: a BackgroundJob that waits for its turn at the solver and tells how far it has come.
#pragma once
#include <functional>

#include "gui/shell/background_job.h"
#include "tradewind/planning/plan.h"

namespace tradewind::gui {

class BackgroundWork : public QObject {
  Q_OBJECT

 public:
  /// For planning::Options::go_on.
  using GoOn = std::function<bool(const planning::Progress&)>;
  /// As BackgroundJob::Run::deliver.
  using Deliver = std::function<void(std::function<void()> show)>;
  /// Runs on the other thread: it owns what it reads.
  using Work = std::function<void(const GoOn& go_on, const Deliver& deliver)>;

  explicit BackgroundWork(QObject* parent = nullptr);

  void start(Work work);
  /// What is not delivered yet never is.
  void stop() { job_.stop(); }
  /// What is delivered after that still arrives: how far it has come.
  void ask_to_end() { job_.ask_to_end(); }
  bool is_running() const { return job_.is_running(); }
  /// Of the best plan so far; infinite until there is one.
  double gap() const { return gap_; }
  /// Whether people learn something from it: what reads as 0.0 % while the search goes on tells nothing.
  bool has_gap_to_tell() const;
  double value() const { return value_; }

 signals:
  void started();
  void progressed();
  void ended();

 private:
  void tell(const planning::Progress& progress);

  double gap_ = 0;
  double value_ = 0;
  BackgroundJob job_{this};
};

}  // namespace tradewind::gui
