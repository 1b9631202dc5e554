// The line at the bottom of the window: what the page says of itself and which filter hides the rest, how much is selected, what
// deserves attention in the plan, and the last change.
#pragma once
#include <QWidget>

#include "gui/shell/alert_watch.h"
#include "gui/shell/page.h"

class QLabel;
class QPushButton;

namespace tradewind::gui {

class AlertButton;
class ElidedLabel;

class StatusLine : public QWidget {
  Q_OBJECT

 public:
  explicit StatusLine(const PageContext& context, QWidget* parent = nullptr);

  /// Tells the status of that page from now on.
  void follow(Page* page);

 signals:
  void alert_chosen(const tradewind::workbench::Alert& alert);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void tell_page();
  void tell_filter();
  void tell_last_change();

  PageContext context_;
  Page* page_ = nullptr;
  QLabel* page_status_;
  QPushButton* filter_;  // takes it away
  QLabel* selection_status_;
  AlertButton* alerts_;
  ElidedLabel* last_change_;
  AlertWatch watch_;
};

}  // namespace tradewind::gui
