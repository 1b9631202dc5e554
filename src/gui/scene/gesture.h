// What drags on drawn views have in common. What each does is the business of a small class.
#pragma once
#include <QString>
#include <compare>
#include <cstdint>

#include "tradewind/domain/id.h"
#include "tradewind/views/scene.h"

class QPainter;

namespace tradewind::gui {

/// What a mark stands for, without its text: it stays the same over layouts.
struct MarkId {
  views::MarkKind kind = views::MarkKind::none;
  std::int64_t id = 0;
  std::int64_t second = 0;
  friend auto operator<=>(const MarkId&, const MarkId&) = default;
};
inline MarkId mark_id(const views::Mark& mark) { return {mark.kind, mark.id, mark.second}; }
inline MarkId mark_of(ItemId item) { return {views::MarkKind::item, item.value, 0}; }

/// A drag that is under way. Destroyed without release() where people pressed Escape: then it must leave nothing.
class Gesture {
 public:
  virtual ~Gesture() = default;
  virtual void move(views::Point at) = 0;
  /// The one edit of the gesture.
  virtual void release(views::Point at) = 0;
  /// Drawn over the scene, in its coordinates.
  virtual void paint(QPainter& painter) const = 0;
  /// What it would do here, or why it cannot, for the status bar.
  virtual QString sentence() const { return {}; }
  virtual bool is_allowed() const { return true; }
  /// Whether the keyboard stops at the mark while it looks for a place to let go.
  virtual bool takes(const MarkId&) const { return true; }
};

}  // namespace tradewind::gui
