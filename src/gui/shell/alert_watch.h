// Looks for what deserves attention in the plan that is shown, beside the window and when people pause: reading a large plan
// takes longer than a frame, and an edit must not wait for it.
#pragma once
#include <QObject>
#include <QTimer>
#include <vector>

#include "gui/shell/background_job.h"
#include "gui/shell/document.h"
#include "tradewind/workbench/alerts.h"

namespace tradewind::gui {

class AlertWatch : public QObject {
  Q_OBJECT

 public:
  explicit AlertWatch(const Document& document, QObject* parent = nullptr);

  /// Nothing is looked for while nobody would see it.
  void set_seen(bool is_seen);

 signals:
  /// After the plan has changed, and first.
  void found(const std::vector<tradewind::workbench::Alert>& alerts);

 private:
  void look();

  const Document& document_;
  QTimer pause_;
  bool is_seen_ = false;
  bool is_due_ = true;
  BackgroundJob job_{this};
};

}  // namespace tradewind::gui
