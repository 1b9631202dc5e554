#include "gui/shell/alert_watch.h"

#include <QElapsedTimer>
#include <algorithm>

namespace tradewind::gui {
namespace {

constexpr int least_pause = 250;    // milliseconds; longer than between two keys of somebody who types
constexpr int pause_per_work = 20;  // a plan that takes long to read is read only when people rest for long

}  // namespace

AlertWatch::AlertWatch(const Document& document, QObject* parent) : QObject(parent), document_(document) {
  pause_.setSingleShot(true);
  pause_.setInterval(least_pause);
  connect(&pause_, &QTimer::timeout, this, &AlertWatch::look);
  connect(&document_, &Document::changed, this, [this] {
    is_due_ = true;
    job_.stop();  // it reads what is old now
    if (is_seen_) pause_.start();
  });
}

void AlertWatch::set_seen(bool is_seen) {
  is_seen_ = is_seen;
  if (!is_seen_) {
    is_due_ = is_due_ || job_.is_running();
    job_.stop();
    pause_.stop();
  } else if (is_due_) {
    pause_.start();
  }
}

void AlertWatch::look() {
  is_due_ = false;
  QElapsedTimer timer;
  timer.start();
  job_.start([this, timer, rows = document_.snapshot()](const BackgroundJob::Run& run) {
    run.deliver([this, alerts = workbench::alerts_of(*rows, today()), took = timer.elapsed()] {
      pause_.setInterval(std::max(least_pause, pause_per_work * static_cast<int>(took)));
      emit found(alerts);
    });
  });
}

}  // namespace tradewind::gui
