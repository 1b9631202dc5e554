// Actions of the roadmap, and what its keys do to the bar, card, milestone or link that the keyboard is on.
#include "gui/pages/roadmap_edits.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene/picking.h"

namespace tradewind::gui {

void RoadmapPage::add_actions() {
  const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, const QString& icon_name,
                          const QString& words, std::function<void()> run) {
    add_action({id, tr("Plan"), text, key, icon_name, words, tr("Roadmap")}, std::move(run));
  };
  add("roadmap.earlier", tr("Move one week earlier"), QKeySequence("Alt+Left"), {}, {}, [this] { shift_selected(-1); });
  add("roadmap.later", tr("Move one week later"), QKeySequence("Alt+Right"), {}, {}, [this] { shift_selected(1); });
  add("roadmap.take_off", tr("Take off the roadmap"), QKeySequence("Ctrl+Backspace"), {}, {}, [this] { take_off_selected(); });
  add("roadmap.plan", tr("Plan automatically…"), {}, "roadmap", tr("best solver capacity optimal"),
      [this] { plan_automatically(); });
  add("roadmap.why_here", tr("Why here?"), {}, {}, tr("constraint price capacity later"), [this] { why_here(); });
  add("roadmap.why_not_earlier", tr("Why not earlier?"), {}, {}, tr("constraint sooner capacity"), [this] { why_not_earlier(); });
  add("roadmap.milestone", tr("Add milestone"), {}, "plus", {}, [this] { add_milestone_here(); });
  add("roadmap.next_conflict", tr("Next conflict"), QKeySequence("F8"), "warning", {}, [this] { step_conflict(1); });
  add_action({.id = "roadmap.link",
              .menu = tr("Plan"),
              .text = tr("Link the current bar to a later one"),
              .shortcut = QKeySequence(Qt::Key_L),
              .words = tr("dependency before after"),
              .place = tr("Roadmap"),
              .heard_by = view_},
             [this] { begin_link(); });
  const auto add_key = [this](const QString& id, const QString& text, const QKeySequence& key, std::function<void()> run,
                              const QList<QKeySequence>& also = {}) {
    add_action({.id = id, .text = text, .shortcut = key, .place = tr("Roadmap"), .heard_by = view_, .also = also},
               std::move(run));
  };
  add_key("roadmap.back", tr("Move one period or column back, a milestone one day"), QKeySequence("Ctrl+Left"),
          [this] { move_current(-1, 0); });
  add_key("roadmap.on", tr("Move one period or column on, a milestone one day"), QKeySequence("Ctrl+Right"),
          [this] { move_current(1, 0); });
  add_key("roadmap.lane_up", tr("Move to the lane above"), QKeySequence("Ctrl+Up"), [this] { move_current(0, -1); });
  add_key("roadmap.lane_down", tr("Move to the lane below"), QKeySequence("Ctrl+Down"), [this] { move_current(0, 1); });
  add_key("roadmap.rename_milestone", tr("Rename the milestone"), QKeySequence(Qt::Key_F2), [this] { rename_current(); });
  add_key("roadmap.remove", tr("Remove the milestone or link"), QKeySequence(Qt::Key_Delete), [this] { remove_current(); },
          {QKeySequence(Qt::Key_Backspace)});
  // Their keys are those of every drawn view.
  const auto add_zoom = [this](const QString& id, const QString& text, std::function<double(double)> zoomed) {
    add_action({.id = id, .text = text, .words = tr("zoom magnify time"), .place = tr("Roadmap")},
               [this, zoomed = std::move(zoomed)] { view_->set_zoom(zoomed(view_->zoom())); });
  };
  add_zoom("roadmap.zoom_in", tr("Zoom in: show less time"), [](double zoom) { return zoom * SceneView::zoom_step; });
  add_zoom("roadmap.zoom_out", tr("Zoom out: show more time"), [](double zoom) { return zoom / SceneView::zoom_step; });
  add_zoom("roadmap.no_zoom", tr("Show the whole roadmap without zoom"), [](double) { return 1.0; });
  add("roadmap.previous_conflict", tr("Previous conflict"), QKeySequence("Shift+F8"), {}, {}, [this] { step_conflict(-1); });
}

MarkId RoadmapPage::current_mark() const { return view_->find(view_->current()) != nullptr ? view_->current() : MarkId{}; }

/// By periods or columns, and lanes; a milestone by days.
void RoadmapPage::move_current(int across, int along) {
  const MarkId current = current_mark();
  if (current.kind == views::MarkKind::milestone && across != 0)
    return shift_milestone(document(), MilestoneId{current.id}, across);
  if (current.kind != views::MarkKind::item)
    return say(tr("Go to a bar, a card or a milestone first, with the arrows or by a click."));
  const ItemId item{current.id};
  // The next scene, without what is gone, may still be on its way.
  if (!portfolio().contains(item)) return;
  if (across != 0 && !board_.empty()) return change_column(item, across);
  const Bar* bar = bar_of(current);
  if (bar == nullptr || hold_plan()) return;
  if (across != 0)
    shift_items(document(), roadmap_id(), together_with(selection(), item), 0, across);
  else
    change_lane(*bar, along);
}

void RoadmapPage::rename_current() {
  const MarkId current = current_mark();
  if (current.kind != views::MarkKind::milestone) return say(tr("Go to a milestone first, with the arrows or by a click."));
  edit_milestone(MilestoneId{current.id}, {});
}

void RoadmapPage::remove_current() {
  const MarkId current = current_mark();
  if (current.kind == views::MarkKind::milestone)
    remove_milestone(document(), MilestoneId{current.id});
  else if (current.kind == views::MarkKind::dependency)
    remove_link(document(), DependencyId{current.id});
  else
    say(tr("Go to a milestone or the line of a link first. An item is taken off the roadmap with Ctrl+Backspace."));
}

}  // namespace tradewind::gui
