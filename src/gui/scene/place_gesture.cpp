#include "gui/scene/place_gesture.h"

#include <QPainter>

#include "gui/scene/drag_marks.h"
#include "gui/scene/item_names.h"
#include "gui/scene/period_at.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {

PlaceGesture::PlaceGesture(const Document& document, Start start, std::function<void(PeriodId)> place)
    : document_(&document),
      start_(std::move(start)),
      place_(std::move(place)),
      name_(name_of(document.portfolio(), start_.items)) {}

void PlaceGesture::move(views::Point at) {
  at_ = at;
  target_ = start_.area.contains(at) ? period_at(document_->portfolio(), start_.period_kind, start_.axis.date_of(at.x)) : nullptr;
}

void PlaceGesture::release(views::Point at) {
  move(at);
  if (target_ != nullptr) place_(target_->id);
}

QString PlaceGesture::sentence() const {
  return target_ != nullptr ? QObject::tr("%1 to %2, Esc to cancel").arg(name_, qt_text(display_name(*target_)))
                            : QObject::tr("%1: choose a period, Esc to cancel").arg(name_);
}

void PlaceGesture::paint(QPainter& painter) const {
  if (target_ != nullptr) {
    const double left = std::max(start_.axis.x_of(target_->start), start_.axis.left());
    const double right = std::min(start_.axis.x_of(target_->end), start_.axis.right());
    draw_drop_target(painter, {left, start_.area.y, right - left, start_.area.height});
  }
  QStringList lines{name_};
  if (target_ != nullptr) lines.append(QObject::tr("to %1").arg(qt_text(display_name(*target_))));
  draw_tag(painter, QRectF(at_.x, at_.y, 1, 1), lines);
}

std::vector<WorkChange> PlaceGesture::work_changes() const {
  std::vector<WorkChange> changes;
  if (target_ == nullptr) return changes;
  const Portfolio& portfolio = document_->portfolio();
  for (const ItemId item : start_.items) {
    WorkChange change;
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item)) change.before.estimates.push_back(estimate);
    change.after = {{{target_->start, target_->end}}, change.before.estimates};
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace tradewind::gui
