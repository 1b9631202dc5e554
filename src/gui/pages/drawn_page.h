// A page that is one drawn view under a bar: time, outcomes.
#pragma once
#include <QHBoxLayout>

#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"

namespace tradewind::gui {

class DrawnPage : public Page {
  Q_OBJECT

 public:
  DrawnPage(const PageContext& context, const QString& title);

  QWidget* first_focus() override { return view_; }
  SceneView& view() const { return *view_; }
  /// Widgets of the page's own go in here.
  PageBar& bar() const { return *bar_; }
  /// A line of its own under the bar.
  void add_line(QWidget* widget);
  /// Beside the view, at its right.
  void add_side_panel(QWidget* panel) { row_->addWidget(panel); }

 protected:
  void refresh() override { view_->refresh(); }

 private:
  PageBar* bar_;
  SceneView* view_;
  QHBoxLayout* row_;
};

}  // namespace tradewind::gui
