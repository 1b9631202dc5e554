#include "gui/shell/long_change.h"

#include <QEventLoop>
#include <QScopeGuard>
#include <QTimer>
#include <future>

namespace tradewind::gui {
namespace {

/// What takes less is over before anybody could read that it takes time.
constexpr int patience_milliseconds = 300;

}  // namespace

Result<void> LongChange::make(const QString& says, bool can_be_cancelled, storage::Aside& aside,
                              const storage::Aside::Body& body) {
  running_ = true;
  const auto over = qScopeGuard([this] {
    running_ = false;
    emit ended();
  });
  using Task = std::packaged_task<Result<void>(const BackgroundJob::Run&)>;
  const auto task = std::make_shared<Task>(
      [&aside, &body](const BackgroundJob::Run& run) { return aside.run([run] { return run.goes_on(); }, body); });
  std::future<Result<void>> made = task->get_future();

  QEventLoop loop;
  connect(&job_, &BackgroundJob::ended, &loop, &QEventLoop::quit);
  job_.start([task](const BackgroundJob::Run& run) { (*task)(run); });
  QTimer::singleShot(patience_milliseconds, &loop, &QEventLoop::quit);
  loop.exec(QEventLoop::ExcludeUserInputEvents);
  if (job_.is_running()) {
    emit takes_long(says, can_be_cancelled);
    loop.exec();
  }
  // The whole program is being left: no event loop runs any more.
  job_.stop();
  return made.get();
}

void LongChange::cancel() {
  if (!running_) return;
  job_.ask_to_end();
  emit cancelling();
}

bool LongChange::cancel_before(const std::function<void()>& then, QObject* context) {
  if (!running_) return false;
  const auto once = static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
  connect(this, &LongChange::ended, context, then, once);
  cancel();
  return true;
}

}  // namespace tradewind::gui
