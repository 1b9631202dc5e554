// Screen readers see a drawn view as a list of its marks.
#include <QAccessibleWidget>

#include "gui/scene/scene_view.h"

namespace tradewind::gui {
namespace {

class AccessibleMark : public QAccessibleInterface {
 public:
  AccessibleMark(SceneView* view, MarkId mark) : view_(view), mark_(mark) {}

  bool isValid() const override { return shape() != nullptr; }
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view_); }
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }
  QAccessible::Role role() const override { return QAccessible::ListItem; }
  QString text(QAccessible::Text kind) const override {
    const auto* one = shape();
    return kind == QAccessible::Name && one != nullptr ? QString::fromStdString(one->description) : QString();
  }
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override {
    const auto* one = shape();
    if (one == nullptr) return {};
    const QRect area = view_->on_viewport(one->bounds);
    return {view_->viewport()->mapToGlobal(area.topLeft()), area.size()};
  }
  QAccessible::State state() const override {
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    state.focused = view_->hasFocus() && view_->current() == mark_;
    return state;
  }
  const MarkId& mark() const { return mark_; }

 private:
  const SceneView::MarkedShape* shape() const {
    for (const auto& one : view_->marks())
      if (one.mark == mark_) return &one;
    return nullptr;
  }

  SceneView* view_;
  MarkId mark_;
};

class AccessibleSceneView : public QAccessibleWidget {
 public:
  explicit AccessibleSceneView(SceneView* view) : QAccessibleWidget(view, QAccessible::List), view_(view) {}
  ~AccessibleSceneView() override {
    for (const auto& [mark, id] : children_) QAccessible::deleteAccessibleInterface(id);
  }

  int childCount() const override { return static_cast<int>(view_->marks().size()); }
  QAccessibleInterface* child(int index) const override {
    if (index < 0 || index >= childCount()) return nullptr;
    const MarkId& mark = view_->marks()[static_cast<std::size_t>(index)].mark;
    for (const auto& [known, id] : children_)
      if (known == mark) return QAccessible::accessibleInterface(id);
    auto* made = new AccessibleMark(view_, mark);
    children_.emplace_back(mark, QAccessible::registerAccessibleInterface(made));
    return made;
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    const auto* one = dynamic_cast<const AccessibleMark*>(child);
    for (int at = 0; one != nullptr && at < childCount(); ++at)
      if (view_->marks()[static_cast<std::size_t>(at)].mark == one->mark()) return at;
    return -1;
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    for (int at = childCount() - 1; at >= 0; --at)
      if (QAccessibleInterface* one = child(at); one->rect().contains(x, y)) return one;
    return nullptr;
  }

 private:
  SceneView* view_;
  mutable std::vector<std::pair<MarkId, QAccessible::Id>> children_;
};

QAccessibleInterface* make_interface(const QString&, QObject* object) {
  auto* view = qobject_cast<SceneView*>(object);
  return view != nullptr ? new AccessibleSceneView(view) : nullptr;
}

}  // namespace

void install_scene_accessibility() { QAccessible::installFactory(make_interface); }

}  // namespace tradewind::gui
