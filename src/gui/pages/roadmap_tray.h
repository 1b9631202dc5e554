// What is open and not placed on the roadmap, beside it, to be put into a period.
#pragma once
#include <QFrame>

#include "gui/pages/roadmap_edits.h"
#include "gui/shell/selection.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QMouseEvent;
class QPushButton;

namespace tradewind::gui {

class RoadmapTray : public QFrame {
  Q_OBJECT

 public:
  RoadmapTray(Document& document, Selection& selection);

  /// Reads the workspace anew; scroll position and selection stay.
  void refresh();

 signals:
  /// The chosen items are dragged; positions are those of the screen.
  void drag_began(const std::vector<tradewind::ItemId>& items);
  void dragged(QPoint at);
  void dropped(QPoint at);
  void drag_cancelled();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool follow_press(const QMouseEvent& event);
  Items chosen() const;
  void show_periods(QPoint at);
  /// `found`: of them, those that are searched for.
  void say(std::size_t unplaced, std::size_t found);

  Document& document_;
  Selection& selection_;
  QLineEdit* search_;
  QListWidget* list_;
  QLabel* title_;
  QLabel* about_;
  QPushButton* place_;
  enum class Press { none, on_row, dragging, cancelled };
  Press press_ = Press::none;
  QPoint press_position_;  // on the screen
};

}  // namespace tradewind::gui
