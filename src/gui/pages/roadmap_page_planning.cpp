// The planner on the roadmap: the best plan to look at and apply, and why a bar does not start earlier.
#include <QMenu>
#include <cmath>

#include "gui/dialogs/message_line.h"
#include "gui/pages/background_work.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/why_not_earlier.h"

namespace tradewind::gui {

void RoadmapPage::build_planning() {
  preview_ = new PlanPreview;
  work_ = new BackgroundWork(this);
  connect(preview_, &PlanPreview::applied, this, &RoadmapPage::apply_plan);
  connect(preview_, &PlanPreview::closed, this, &RoadmapPage::close_plan);
  connect(preview_, &PlanPreview::item_chosen, this, [this](ItemId item) { selection().select(item); });
  connect(work_, &BackgroundWork::progressed, this, [this] {
    if (preview_->isVisible() && std::isfinite(work_->gap()))
      preview_->show_progress(tr("Planning, at most %1 % below the best there can be").arg(100 * work_->gap(), 0, 'f', 1));
  });
  // A plan for the one is none for the other.
  connect(&document(), &Document::replaced, this, [this] {
    work_->stop();
    close_plan();
  });
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(view_, &QWidget::customContextMenuRequested, this, &RoadmapPage::open_bar_menu);
}

void RoadmapPage::plan_automatically() {
  preview_->show_progress(tr("Planning"));
  preview_->first_focus()->setFocus();
  workbench::PlanningOptions options;
  options.today = today_;
  work_->start(
      [this, portfolio = portfolio(), options](const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver& deliver) {
        planning::Options search;
        search.go_on = go_on;
        const auto plan = workbench::plan_roadmap(portfolio, options, search);
        if (!plan) return deliver([this, error = plan.error()] { refuse_plan(error); });
        deliver([this, proposal = proposal_of(portfolio, *plan)] {
          preview_->show_plan(proposal);
          preview_->first_focus()->setFocus();
        });
      });
}

void RoadmapPage::refuse_plan(const Error& error) {
  close_plan();
  message_->say(error);
}

void RoadmapPage::apply_plan() {
  const PlanProposal proposal = preview_->proposal();
  close_plan();
  document().edit(tr("Plan automatically"),
                  [&](storage::Edit& edit) { workbench::set_placements(edit, proposal.roadmap, proposal.placements); });
}

void RoadmapPage::close_plan() {
  work_->stop();
  if (!preview_->isVisibleTo(this)) return;
  preview_->hide();
  view_->setFocus();
}

void RoadmapPage::why_not_earlier() {
  const ItemId item = view_->current().kind == views::MarkKind::item && view_->find(view_->current()) != nullptr
                          ? ItemId{view_->current().id}
                          : selection().current_item();
  if (!item) return say(tr("Choose a bar first, then ask why it does not start earlier."));
  workbench::PlanningOptions options;
  options.today = today_;
  work_->start(
      [this, portfolio = portfolio(), item, options](const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver& deliver) {
        planning::Options search;
        search.go_on = go_on;
        const auto answer = workbench::why_not_earlier(portfolio, item, options, search);
        if (!answer) return deliver([this, error = answer.error()] { message_->say(error); });
        deliver([this, answer = *answer] {
          message_->say(answer.possible ? MessageLine::Kind::good : MessageLine::Kind::warning, qt_text(answer.sentence));
        });
      });
}

void RoadmapPage::open_bar_menu(QPoint at) {
  const MarkId mark = view_->mark_at(view_->to_scene(at));
  if (mark.kind != views::MarkKind::item) return;
  view_->set_current(mark);
  selection().select(ItemId{mark.id});
  QMenu menu(this);
  menu.addAction(actions().find("roadmap.why_not_earlier"));
  menu.addAction(actions().find("roadmap.link"));
  menu.addAction(actions().find("roadmap.take_off"));
  menu.exec(view_->viewport()->mapToGlobal(at));
}

}  // namespace tradewind::gui
