// A change of many rows, made beside the window: meanwhile the window is painted and can be read, and people can cancel it. Who
// asks for it waits in an event loop of its own, so that callers need not know which changes are long.
#pragma once
#include "gui/shell/background_job.h"
#include "tradewind/storage/aside.h"

namespace tradewind::gui {

/// REQUIRES: is not destroyed while it is_running(): who closes a window cancels it and waits for ended().
class LongChange : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Returns when `body` has run. Until people are told that it takes long, what they type and click waits for its end too.
  /// REQUIRES: is_running() is false. `body` runs on another thread: it touches its workspaces and values of its own.
  Result<void> make(const QString& says, bool can_be_cancelled, storage::Aside& aside, const storage::Aside::Body& body);
  bool is_running() const { return running_; }
  /// It ends soon, and what it did is taken back unless that was durable already.
  void cancel();
  /// Cancels what runs and calls `then` after whoever asked for it has got the answer; false, and calls nothing, where nothing
  /// runs.
  bool cancel_before(const std::function<void()>& then, QObject* context);

 signals:
  /// People have waited long enough to be told; until ended() nothing else can be changed.
  void takes_long(const QString& says, bool can_be_cancelled);
  void cancelling();
  void ended();

 private:
  BackgroundJob job_;
  bool running_ = false;
};

}  // namespace tradewind::gui
