// What breaks a rule of the plan: counted in the bar, listed in its menu, gone through one by one with the reason.
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/pages/roadmap_page.h"
#include "gui/shell/count_text.h"
#include "gui/shell/phrase_text.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_listed = 40;  // in the menu; stepping reaches all

MarkId mark_of(const views::TimelineConflict& conflict) { return {conflict.kind, conflict.id, conflict.second}; }

}  // namespace

bool RoadmapPage::put_off(std::function<void()> then) {
  if (!view_->is_laying_out()) return false;
  after_layout_ = std::move(then);
  return true;
}

void RoadmapPage::count_conflicts() {
  conflict_button_->setVisible(!conflicts_.empty());
  conflict_button_->setText(count_text(conflicts_.size(), tr("conflict"), tr("conflicts")));
  if (conflict_ && *conflict_ >= conflicts_.size()) conflict_.reset();
}

void RoadmapPage::list_conflicts() {
  QMenu* menu = conflict_button_->menu();
  menu->clear();
  for (std::size_t at = 0; at < std::min(conflicts_.size(), most_listed); ++at)
    connect(menu->addAction(phrase_text(conflicts_[at].sentence)), &QAction::triggered, this, [this, at] { show_conflict(at); });
  if (conflicts_.size() > most_listed)
    menu->addAction(tr("and %1 more").arg(figure(conflicts_.size() - most_listed)))->setEnabled(false);
}

void RoadmapPage::step_conflict(int step) {
  if (shape_ != Shape::timeline) show_shape(Shape::timeline);
  if (put_off([this, step] { step_conflict(step); })) return;
  const auto count = static_cast<int>(conflicts_.size());
  if (count == 0) return message_->say(MessageLine::Kind::good, tr("Nothing on this roadmap breaks a rule"));
  const int next = conflict_ ? static_cast<int>(*conflict_) + step : step > 0 ? 0 : -1;
  show_conflict(static_cast<std::size_t>((next + count) % count));
}

void RoadmapPage::show_conflict(const MarkId& of) {
  if (shape_ != Shape::timeline) show_shape(Shape::timeline);
  if (put_off([this, of] { show_conflict(of); })) return;
  const auto found =
      std::find_if(conflicts_.begin(), conflicts_.end(), [&](const auto& conflict) { return mark_of(conflict) == of; });
  if (found != conflicts_.end()) show_conflict(static_cast<std::size_t>(found - conflicts_.begin()));
}

void RoadmapPage::show_conflict(std::size_t at) {
  if (at >= conflicts_.size()) return;
  conflict_ = at;
  const views::TimelineConflict& conflict = conflicts_[at];
  const MarkId mark = mark_of(conflict);
  SceneView* shown = conflict.kind == views::MarkKind::item ? view_ : strip_;
  shown->set_current(mark);
  shown->setFocus();
  if (conflict.kind == views::MarkKind::item)
    selection().select(ItemId{conflict.id});
  else
    selection().select(items_behind(portfolio(), roadmap_id(), TeamId{conflict.id}, PeriodId{conflict.second}));
  say(tr("%1 of %2: %3").arg(figure(at + 1), figure(conflicts_.size()), phrase_text(conflict.sentence)));
}

}  // namespace tradewind::gui
