#include "gui/pages/history_journey.h"

#include <QElapsedTimer>
#include <cstdlib>

namespace tradewind::gui {
namespace {

constexpr int slice_milliseconds = 15;

}  // namespace

HistoryJourney::HistoryJourney(Document& document, QObject* parent) : QObject(parent), document_(&document) {
  timer_.setSingleShot(true);
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
  is_running_ = true;
  is_cancelled_ = false;
  newest_ = newest();
  timer_.start(0);
  emit progressed(0, total_);
}

void HistoryJourney::cancel() {
  if (!is_running() || is_cancelled_) return;
  is_cancelled_ = true;
  // A long step ends first, if only by being taken back.
  if (is_stepping_)
    document_->long_change().cancel();
  else
    turn_round();
}

void HistoryJourney::turn_round() {
  direction_ = -direction_;
  total_ = done_;
  done_ = 0;
  emit progressed(0, total_);
}

void HistoryJourney::end(const QString& says) {
  is_running_ = false;
  timer_.stop();
  emit ended(says);
}

void HistoryJourney::go_on() {
  QElapsedTimer clock;
  clock.start();
  while (done_ < total_ && clock.elapsed() < slice_milliseconds) {
    // Somebody's edit that came in between must not be what is taken back.
    if (newest() != newest_) return end(tr("Stopped: the workspace was changed elsewhere meanwhile. Look at the history again."));
    if (!take_step()) return;
  }
  if (done_ < total_) return timer_.start(0);
  end(is_cancelled_ ? tr("Given up: everything is as it was.") : QString());
}

/// Whether there may be a next one. A long step handles events: meanwhile anything may be asked of this.
bool HistoryJourney::take_step() {
  const bool was_cancelled = is_cancelled_;
  is_stepping_ = true;
  const auto step = direction_ < 0 ? document_->try_undo() : document_->try_redo();
  is_stepping_ = false;
  if (!is_running()) return false;
  if (step) {
    newest_ = newest();
    ++done_;
  } else if (step.error().code != ErrorCode::cancelled) {
    document_->report(step);
    end(tr("Stopped before the chosen step."));
    return false;
  } else if (was_cancelled) {
    end(tr("Stopped on the way back to where it began."));
    return false;
  } else {
    is_cancelled_ = true;
  }
  if (is_cancelled_ && !was_cancelled)
    turn_round();
  else
    emit progressed(done_, total_);
  return true;
}

}  // namespace tradewind::gui
