#include "gui/pages/history_journey.h"

#include <QElapsedTimer>
#include <cstdlib>

namespace tradewind::gui {
namespace {

constexpr int slice_milliseconds = 15;

}  // namespace

HistoryJourney::HistoryJourney(Document& document, QObject* parent) : QObject(parent), document_(&document) {
  timer_.setInterval(0);
  connect(&timer_, &QTimer::timeout, this, &HistoryJourney::go_on);
  connect(document_, &Document::replaced, this, [this] {
    if (is_running()) end(tr("Stopped: another plan is shown now."));
  });
}

std::int64_t HistoryJourney::newest() const {
  const auto last = document_->workspace().history(1);
  return last.empty() ? 0 : last.front().seq;
}

void HistoryJourney::start(int steps) {
  direction_ = steps < 0 ? -1 : 1;
  total_ = std::abs(steps);
  done_ = 0;
  is_cancelled_ = false;
  newest_ = newest();
  timer_.start();
  emit progressed(0, total_);
}

void HistoryJourney::cancel() {
  if (!is_running() || is_cancelled_) return;
  is_cancelled_ = true;
  direction_ = -direction_;
  total_ = done_;
  done_ = 0;
  emit progressed(0, total_);
}

void HistoryJourney::end(const QString& says) {
  timer_.stop();
  emit ended(says);
}

void HistoryJourney::go_on() {
  QElapsedTimer clock;
  clock.start();
  while (done_ < total_ && clock.elapsed() < slice_milliseconds) {
    // Somebody's edit that came in between must not be what is taken back.
    if (newest() != newest_) return end(tr("Stopped: the workspace was changed elsewhere meanwhile. Look at the history again."));
    if (!(direction_ < 0 ? document_->undo() : document_->redo())) return end(tr("Stopped before the chosen step."));
    newest_ = newest();
    ++done_;
    emit progressed(done_, total_);
  }
  if (done_ == total_) end(is_cancelled_ ? tr("Given up: everything is as it was.") : QString());
}

}  // namespace tradewind::gui
