// Shows a Scene: scrolling, zooming, hit tests, tool tips, keyboard, and the machinery of gestures. What a gesture does is
// the business of small classes (Gesture); what is drawn that of the layouts in views/.
#pragma once
#include <QAbstractScrollArea>
#include <functional>
#include <memory>
#include <vector>

#include "tradewind/paint/qt_text_measurer.h"
#include "tradewind/views/scene.h"

namespace tradewind::gui {

/// What a mark stands for, without its text: it stays the same over layouts.
struct MarkId {
  views::MarkKind kind = views::MarkKind::none;
  std::int64_t id = 0;
  std::int64_t second = 0;
  friend bool operator==(const MarkId&, const MarkId&) = default;
};

/// A drag that is under way. Destroyed without release() where people pressed Escape: then it must leave nothing.
class Gesture {
 public:
  virtual ~Gesture() = default;
  virtual void move(views::Point at) = 0;
  /// The one edit of the gesture.
  virtual void release(views::Point at) = 0;
  /// Drawn over the scene, in its coordinates.
  virtual void paint(QPainter& painter) const = 0;
};

class SceneView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  /// The scene for a viewport of that size (logical pixels).
  using Layout = std::function<views::Scene(views::Size, const views::TextMeasurer&)>;
  /// nullptr where the mark cannot be dragged. `press` is where the button went down.
  using StartGesture = std::function<std::unique_ptr<Gesture>(const MarkId& mark, views::Rect bounds, views::Point press)>;

  explicit SceneView(QWidget* parent = nullptr);
  ~SceneView() override;

  void set_layout(Layout layout);
  void set_start_gesture(StartGesture start) { start_gesture_ = std::move(start); }
  /// Lays out again; scroll position, zoom and current mark stay.
  void refresh();

  /// Times the viewport's width that the layout gets.
  double zoom() const { return zoom_; }
  void set_zoom(double zoom);

  void set_selected(std::vector<MarkId> selected);
  /// The mark that the keyboard is on.
  const MarkId& current() const { return current_; }
  void set_current(const MarkId& mark);

  const views::Scene& scene() const { return scene_; }
  /// Distinct marks from top to bottom, as the keyboard and screen readers go through them.
  struct MarkedShape {
    MarkId mark;
    views::Rect bounds;
    std::string description;
  };
  const std::vector<MarkedShape>& marks() const { return marks_; }
  /// In coordinates of the viewport.
  QRect on_viewport(views::Rect rect) const;
  views::Point to_scene(QPoint viewport_position) const;
  bool gesture_is_running() const { return gesture_ != nullptr; }

 signals:
  void clicked(const tradewind::gui::MarkId& mark, Qt::KeyboardModifiers modifiers);
  void activated(const tradewind::gui::MarkId& mark);  // double click or Enter
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

 private:
  void lay_out();
  void collect_marks();
  void update_scroll_bars();
  const views::Shape* marked_shape_at(views::Point point) const;
  const MarkedShape* find(const MarkId& mark) const;
  void move_current(int dx, int dy);
  void cancel_gesture();
  void show(const views::Rect& rect);

  paint::QtTextMeasurer measurer_;
  Layout layout_;
  StartGesture start_gesture_;
  views::Scene scene_;
  std::vector<MarkedShape> marks_;
  std::vector<MarkId> selected_;
  MarkId current_;
  double zoom_ = 1;
  bool layout_is_due_ = true;

  bool pressed_ = false;
  bool panning_ = false;
  QPoint press_position_;
  QPoint scroll_at_press_;
  MarkId press_mark_;
  std::unique_ptr<Gesture> gesture_;
};

/// Makes SceneViews show their marks to screen readers; once per program.
void install_scene_accessibility();

}  // namespace tradewind::gui
