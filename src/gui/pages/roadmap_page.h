// The roadmap: timeline with bars to drag, Now-Next-Later, and a tray of what is not placed.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"
#include "tradewind/views/timeline.h"

class QButtonGroup;
class QComboBox;
class QListWidget;
class QLabel;

namespace tradewind::gui {

class RoadmapPage : public Page {
  Q_OBJECT

 public:
  explicit RoadmapPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override { return view_; }
  SceneView& view() const { return *view_; }

  /// Puts the items into the period, each on the first roadmap; one edit. Makes the roadmap where there is none.
  void place(const std::vector<ItemId>& items, PeriodId period);
  /// Moves the selected items by whole weeks.
  void shift_selected(int weeks);
  /// Takes the selected items off the roadmap.
  void take_off_selected();

 protected:
  void refresh() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum class Shape { timeline, now_next_later };

  void build_bar();
  void build_tray();
  void add_actions();
  void refresh_tray();
  void follow_selection();
  views::Scene lay_out(views::Size size, const views::TextMeasurer& measurer);
  std::unique_ptr<Gesture> start_drag(const MarkId& mark, views::Rect bounds, views::Point press);
  const Roadmap* roadmap() const { return portfolio().roadmap_by_name({}); }

  SceneView* view_ = nullptr;
  QComboBox* group_ = nullptr;
  QListWidget* tray_ = nullptr;
  QLabel* tray_title_ = nullptr;
  QWidget* tray_panel_ = nullptr;
  Shape shape_ = Shape::timeline;
  std::optional<views::TimeAxis> axis_;
  PageBar* bar_ = nullptr;
};

}  // namespace tradewind::gui
