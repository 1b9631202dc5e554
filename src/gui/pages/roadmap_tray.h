// What is open and not placed on the roadmap, beside it, to be put into a period.
#pragma once
#include <QFrame>

#include "gui/pages/roadmap_edits.h"
#include "gui/shell/selection.h"

class QLabel;
class QListWidget;

namespace tradewind::gui {

class RoadmapTray : public QFrame {
  Q_OBJECT

 public:
  RoadmapTray(Document& document, Selection& selection);

  /// Reads the workspace anew; scroll position and selection stay.
  void refresh();

 private:
  Items chosen() const;
  void show_periods(QPoint at);

  Document& document_;
  Selection& selection_;
  QListWidget* list_;
  QLabel* title_;
};

}  // namespace tradewind::gui
