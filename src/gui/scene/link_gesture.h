// Drawing a dependency from the end of one bar to another bar: the first must be finished before the second starts.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

/// Why the two cannot be linked, with the names of the circle it would close; empty when they can.
QString link_refusal(const Portfolio& portfolio, ItemId predecessor, ItemId successor);
/// "Place Query cache before Search".
QString link_label(const Portfolio& portfolio, ItemId predecessor, ItemId successor);

class LinkGesture : public Gesture {
 public:
  struct End {
    ItemId item;
    views::Rect bar;
  };
  /// The bar at a point, by whatever the page knows.
  using FindBar = std::function<std::optional<End>(views::Point)>;
  /// `refuse` is told why a drop linked nothing.
  LinkGesture(Document& document, const End& from, FindBar find, std::function<void(const QString&)> refuse);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;
  bool is_allowed() const override { return refusal_.isEmpty(); }
  bool takes(const MarkId& mark) const override { return mark.kind == views::MarkKind::item; }

 private:
  Document* document_;
  End from_;
  FindBar find_;
  std::function<void(const QString&)> refuse_;
  views::Point at_;
  std::optional<End> to_;
  QString refusal_;
};

}  // namespace tradewind::gui
