// Going many steps back or forth in the history as one action: a few steps at a time, so that the window stays alive, and with
// a way to give up that leads back to where it began. Giving up a long step (LongChange) is giving up all of it. Every step is an
// entry of the history; nothing is ever lost.
#pragma once
#include <QTimer>

#include "gui/shell/document.h"

namespace tradewind::gui {

class HistoryJourney : public QObject {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives it.
  explicit HistoryJourney(Document& document, QObject* parent = nullptr);

  /// Below 0: so many undos; above: so many redos. REQUIRES: is_running() is false, steps is not 0.
  void start(int steps);
  /// Turns round; ended() follows when everything is as it was.
  void cancel();
  bool is_running() const { return is_running_; }

 signals:
  void progressed(int done, int total);
  /// A sentence about what stopped it on its way; empty when it arrived.
  void ended(const QString& says);

 private:
  void go_on();
  bool take_step();
  void turn_round();
  void end(const QString& says);
  std::int64_t newest() const;

  Document* document_;
  QTimer timer_;
  int direction_ = -1;
  int total_ = 0;
  int done_ = 0;
  bool is_running_ = false;
  bool is_stepping_ = false;
  bool is_cancelled_ = false;
  std::int64_t newest_ = 0;  // as this left the history
};

}  // namespace tradewind::gui
