// Shows a Scene: scrolling, zooming, hit tests, tool tips, keyboard, and the machinery of gestures. What a gesture does is
// the business of small classes (Gesture); what is drawn that of the layouts in views/.
#pragma once
#include <QAbstractScrollArea>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "gui/scene/edge_scroll.h"
#include "gui/scene/gesture.h"
#include "gui/scene/laid_scene.h"
#include "gui/scene/scene_keys.h"
#include "gui/scene/scene_panes.h"
#include "gui/scene/scene_picture.h"
#include "gui/scene/scene_pixels.h"
#include "gui/shell/action_registry.h"
#include "gui/shell/background_job.h"
#include "tradewind/paint/qt_text_measurer.h"

namespace tradewind::gui {

class SceneView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  /// A scene, and what is to be done on the window's thread when it is shown.
  struct Made {
    views::Scene scene;
    std::function<void()> show;
  };
  struct Work {
    /// REQUIRES: throws nothing but what the measurer throws.
    std::function<Made(const views::TextMeasurer&)> make;
    /// On another thread: it owns what it reads. Until the scene is there the old one is shown; sizes that pass meanwhile are
    /// skipped.
    bool is_beside = false;
  };
  /// Says on the window's thread how the scene for a viewport of that size (logical pixels) is made.
  using Layout = std::function<Work(views::Size)>;
  /// Makes it at once.
  using QuickLayout = std::function<views::Scene(views::Size, const views::TextMeasurer&)>;
  /// nullptr where nothing can be dragged. `press` is where the button went down; on empty ground there is no mark.
  using StartGesture = std::function<std::unique_ptr<Gesture>(const MarkId& mark, views::Rect bounds, views::Point press)>;

  explicit SceneView(QWidget* parent = nullptr);
  ~SceneView() override;

  void set_layout(Layout layout);
  void set_quick_layout(QuickLayout layout);
  /// Another scene than the one that is shown is on its way.
  bool is_laying_out() const { return job_.is_running(); }
  void set_start_gesture(StartGesture start) { start_gesture_ = std::move(start); }
  /// Keys that a page has a use for; true where it took the key. Not asked while a gesture runs.
  void set_key_handler(std::function<bool(QKeyEvent&)> handler) { key_handler_ = std::move(handler); }
  /// Told where the pointer is between gestures (or that it has left); says which cursor fits there.
  using Hover = std::function<Qt::CursorShape(const MarkId& mark, std::optional<views::Point> at)>;
  void set_hover(Hover hover) { hover_ = std::move(hover); }
  /// Drawn over the scene and under a gesture, in the scene's coordinates.
  void set_overlay(std::function<void(QPainter&)> overlay) { overlay_ = std::move(overlay); }
  /// Lays out again; scroll position, zoom and current mark stay.
  void refresh();

  /// Times the viewport's width that the layout gets.
  double zoom() const { return zoom_; }
  static constexpr double zoom_step = 1.25;
  void set_zoom(double zoom);
  /// Not for a view that follows another one.
  void set_zoomable(bool zoomable) { zoomable_ = zoomable; }
  /// What its own keys do, for the sheet of shortcuts; those of the page around it are actions.
  std::vector<DescribedKeys> keys() const;

  void set_selected(std::vector<MarkId> selected);
  /// The mark that the keyboard is on.
  const MarkId& current() const { return current_; }
  void set_current(const MarkId& mark);

  const views::Scene& scene() const { return laid_.scene; }
  /// Distinct marks from top to bottom, as the keyboard and screen readers go through them.
  using MarkedShape = gui::MarkedShape;
  const std::vector<MarkedShape>& marks() const { return laid_.marks; }
  /// In coordinates of the viewport.
  QRect on_viewport(views::Rect rect) const;
  views::Point to_scene(QPoint viewport_position) const;
  const MarkedShape* find(const MarkId& mark) const { return laid_.find(mark); }
  MarkId mark_at(views::Point point) const;
  void bring_into_view(const views::Rect& rect);
  /// Paints again what lies over the scene there.
  void update_area(const views::Rect& rect) { viewport()->update(on_viewport(rect)); }

  bool gesture_is_running() const { return gesture_ != nullptr; }
  const Gesture* gesture() const { return gesture_.get(); }
  /// A drag without a mouse: arrows and Tab go to marks, Enter (or a click) lets go there, Escape cancels.
  void begin_keyboard_gesture(std::unique_ptr<Gesture> gesture);
  /// A drag that began in another widget, which tells where the pointer is on the screen. Nothing without a gesture.
  void begin_gesture_from_outside(std::unique_ptr<Gesture> gesture);
  void move_gesture_from_outside(QPoint on_screen);
  /// Lets go; beside the view that cancels.
  void end_gesture_from_outside(QPoint on_screen);
  void cancel_gesture();
  /// Held when the button went down.
  Qt::KeyboardModifiers press_modifiers() const { return press_modifiers_; }

 signals:
  void clicked(const tradewind::gui::MarkId& mark, Qt::KeyboardModifiers modifiers);
  void activated(const tradewind::gui::MarkId& mark);  // double click or Enter
  void ground_activated(tradewind::views::Point at);   // double click where there is no mark
  void gesture_changed();                              // it began, moved or ended
  void laid_out();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void lay_out();
  void lay_out_beside(Work work);
  /// Shows it, and gives back what was shown before. `picture`: of what is seen first, where it was painted already.
  void take(LaidScene& laid, ScenePicture picture = {});
  /// What is seen now, without the pixels.
  ScenePicture picture_wish() const;
  void update_scroll_bars();
  QPoint scroll() const;
  views::Frozen frozen() const { return frozen_in(scene(), viewport()->size()); }
  std::vector<ScenePane> panes() const { return frozen_panes(frozen(), scroll(), viewport()->size()); }
  /// Marks, overlay and gesture; what lies beside the pane is not its own.
  void paint_over(QPainter& painter, const ScenePane& pane, const QRegion& clip) const;
  void forget_pixels();
  void paint_outline(QPainter& painter, const MarkedShape& shape, double distance) const;
  const views::Shape* marked_shape_at(views::Point point) const { return views::shape_at(laid_.scene, point); }
  void set_cursor_at(QPoint position);
  void start_gesture_at_press();
  /// Where the pointer of a drag is: in the body also over what stays in sight, unless the drag began in the head.
  views::Point drag_point(QPoint position) const;
  void move_gesture(views::Point at);
  void release_gesture(views::Point at);
  bool key_of_gesture(std::optional<SceneKey> key);
  void move_gesture_to_current();
  /// True for the arrows.
  bool go(SceneKey key);
  void move_current(int dx, int dy);
  void step_current(int step);

  paint::QtTextMeasurer measurer_;
  Layout layout_;
  StartGesture start_gesture_;
  std::function<bool(QKeyEvent&)> key_handler_;
  Hover hover_;
  std::function<void(QPainter&)> overlay_;
  LaidScene laid_;
  ScenePixels pixels_;
  std::array<ScenePixels, 3> frozen_pixels_;  // of the panes, in their order
  std::vector<MarkId> selected_;
  MarkId current_;
  double zoom_ = 1;
  bool zoomable_ = true;
  bool layout_is_due_ = true;
  std::optional<double> middle_;  // of what is seen, as a share of the width: it stays there in the next scene

  bool pressed_ = false;
  bool may_start_ = false;  // this press may still become a gesture
  bool panning_ = false;
  bool by_keyboard_ = false;
  bool drags_in_head_ = false;
  QPoint press_position_;
  QPoint scroll_at_press_;
  MarkId press_mark_;
  Qt::KeyboardModifiers press_modifiers_;
  std::unique_ptr<Gesture> gesture_;
  EdgeScroll edge_scroll_;
  BackgroundJob job_{this};
};

/// Makes SceneViews show their marks to screen readers; once per program.
void install_scene_accessibility();

}  // namespace tradewind::gui
