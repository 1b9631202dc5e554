// A page that is one drawn view: time, outcomes.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"

namespace tradewind::gui {

class DrawnPage : public Page {
  Q_OBJECT

 public:
  using Layout = std::function<views::Scene(const Portfolio&, views::Size, const views::TextMeasurer&)>;
  DrawnPage(const PageContext& context, const QString& title, Layout layout);

  QWidget* first_focus() override { return view_; }
  SceneView& view() const { return *view_; }
  /// Widgets of the page's own go in here.
  PageBar& bar() const { return *bar_; }

 protected:
  void refresh() override { view_->refresh(); }

 private:
  PageBar* bar_;
  SceneView* view_;
};

}  // namespace tradewind::gui
