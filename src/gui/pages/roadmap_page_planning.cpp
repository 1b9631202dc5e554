// The planner on the roadmap: the best plan to look at and apply, and why a bar stands where it does.
#include <QComboBox>
#include <QLayout>
#include <QMenu>
#include <chrono>
#include <cmath>

#include "gui/dialogs/message_line.h"
#include "gui/pages/background_work.h"
#include "gui/pages/plan_drawing.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/phrase_text.h"
#include "tradewind/workbench/why_here.h"

namespace tradewind::gui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds between_drawings{250};
constexpr int pause = 4;  // times as long as a drawing took, until the next one: the search is what matters

/// Draws the best plan so far while the search goes on, on the thread of that, now and then.
class ProgressDrawer {
 public:
  using Show = std::function<void(std::shared_ptr<PlanDrawing>)>;
  ProgressDrawer(const Portfolio& portfolio, PlanDrawer& drawer, Show show)
      : portfolio_(portfolio), drawer_(drawer), show_(std::move(show)) {}

  void follow(const workbench::PlanningProblem& problem, const planning::Progress& progress) {
    const auto begin = Clock::now();
    // None yet, also where a plan that misses a deadline is made again.
    if (progress.best == nullptr || progress.best == drawn_ || begin < next_) return;
    drawn_ = progress.best;
    show_(drawer_.draw(problem.roadmap, workbench::planned_placements(portfolio_, problem, *drawn_)));
    next_ = begin + std::max<Clock::duration>(between_drawings, pause * (Clock::now() - begin));
  }

 private:
  const Portfolio& portfolio_;
  PlanDrawer& drawer_;
  Show show_;
  std::shared_ptr<const std::vector<int>> drawn_;
  Clock::time_point next_{};
};

}  // namespace

void RoadmapPage::build_planning() {
  preview_ = new PlanPreview;
  work_ = new BackgroundWork(this);
  wish_ = std::make_shared<TimelineWish>();
  connect(preview_, &PlanPreview::stopped, this, &RoadmapPage::stop_planning);
  connect(preview_, &PlanPreview::applied, this, &RoadmapPage::apply_plan);
  connect(preview_, &PlanPreview::closed, this, &RoadmapPage::close_plan);
  connect(preview_, &PlanPreview::item_chosen, this, [this](ItemId item) { selection().select(item); });
  connect(work_, &BackgroundWork::progressed, this, &RoadmapPage::follow_planning);
  connect(work_, &BackgroundWork::ended, this, [this] {
    if (preview_->is_planning()) close_plan();  // it was stopped before it began
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
  close_plan();
  if (portfolio().all<Item>().empty())
    return say(tr("There is nothing to plan yet. Import a backlog or type the first item, with its effort."));
  preview_->show_progress(tr("Planning"), false);
  show_or_hide();
  layout()->activate();  // beside the preview the timeline is narrower: so it is drawn
  preview_->first_focus()->setFocus();
  workbench::PlanningOptions options;
  options.today = today_;
  work_->start([this, rows = document().snapshot(), options, wish = wish_](const BackgroundWork::GoOn& go_on,
                                                                           const BackgroundWork::Deliver& deliver) {
    const Portfolio& portfolio = *rows;
    PlanDrawer drawer(portfolio, wish);
    ProgressDrawer progress(portfolio, drawer,
                            [&](std::shared_ptr<PlanDrawing> drawing) { deliver([this, drawing] { draw_plan(drawing); }); });
    planning::Options search;
    search.go_on = go_on;
    const auto plan = workbench::plan_roadmap(portfolio, options, search,
                                              [&](const auto& problem, const auto& so_far) { progress.follow(problem, so_far); });
    if (!plan) return deliver([this, error = plan.error()] { refuse_plan(error); });
    deliver([this, proposal = proposal_of(portfolio, *plan), drawing = drawer.draw(plan->problem.roadmap, plan->placements)] {
      preview_->show_plan(proposal);
      preview_->first_focus()->setFocus();
      draw_plan(drawing);
    });
  });
}

views::TimelineOptions RoadmapPage::timeline_options(views::Size size) const {
  views::TimelineOptions options;
  options.today = today();
  options.width = size.width;
  options.minimum_height = size.height;
  options.header = false;
  options.capacity = false;  // it stays in sight, in a view of its own
  options.milestone_band = true;
  options.room_to_plan = true;
  options.lanes = static_cast<LaneRule>(group_->currentData().toInt());
  return options;
}

SceneView::Made RoadmapPage::made_of(views::Timeline timeline) {
  auto rest = std::make_shared<views::Timeline>(std::move(timeline));
  views::Scene scene = std::move(rest->scene);
  return {std::move(scene), [this, rest] {
            forget_layout();
            plan_ = std::move(rest->plan);
            loads_ = std::move(rest->loads);
            conflicts_ = std::move(rest->conflicts);
          }};
}

SceneView::Work RoadmapPage::timeline_layout(views::Size size) {
  const views::TimelineOptions options = timeline_options(size);
  wish_->set(options);
  if (drawing_ == nullptr)
    return layout_of_rows(document(), portfolio().all<Placement>().size(),
                          [this, options](const Portfolio& rows, const auto& measurer) {
                            return made_of(views::arrange_timeline(rows, options, measurer));
                          });
  if (drawing_->is_ready(options)) return {[this](const auto&) { return made_of(drawing_->take()); }};
  drawing_->leave();
  return {[this, drawing = drawing_, options](const auto& measurer) { return made_of(drawing->arrange(options, measurer)); },
          drawing_->placements() >= many_drawn_rows};
}

void RoadmapPage::draw_plan(std::shared_ptr<PlanDrawing> drawing) {
  drawing_ = std::move(drawing);
  if (shows_plan() && !drawing_->is_taken() && !view_->gesture_is_running()) view_->refresh();
}

void RoadmapPage::follow_planning() {
  if (!preview_->is_planning() || !std::isfinite(work_->gap())) return;
  preview_->show_progress(
      tr("Planning. The best plan so far is at most %1 % below the best there can be.").arg(100 * work_->gap(), 0, 'f', 1), true);
}

void RoadmapPage::stop_planning() {
  preview_->show_progress(tr("Stopping with the best plan so far"), false);
  work_->ask_to_end();
}

void RoadmapPage::refuse_plan(const Error& error) {
  close_plan();
  message_->say(error);
}

void RoadmapPage::apply_plan() {
  const PlanProposal proposal = preview_->proposal();
  close_plan();
  const auto place = [&](storage::Edit& edit) { workbench::set_placements(edit, proposal.roadmap, proposal.placements); };
  document().edit(tr("Plan automatically"), place, portfolio().all<Placement>().size() + proposal.placements.size());
}

void RoadmapPage::close_plan() {
  const bool was_open = preview_->isVisibleTo(this);
  preview_->hide();
  show_or_hide();
  work_->stop();
  if (drawing_ != nullptr) {
    drawing_.reset();
    view_->refresh();
  }
  if (was_open) view_->setFocus();
}

struct RoadmapPage::BarQuestion {
  struct Told {
    MessageLine::Kind kind;
    Phrase sentence;
  };
  std::function<Result<Told>(const Portfolio&, ItemId, const workbench::PlanningOptions&, const planning::Options&)> ask;
};

void RoadmapPage::why_not_earlier() {
  ask_about_bar({[](const Portfolio& rows, ItemId item, const workbench::PlanningOptions& options,
                    const planning::Options& search) -> Result<BarQuestion::Told> {
    const auto answer = workbench::why_not_earlier(rows, item, options, search);
    if (!answer) return tl::unexpected(answer.error());
    return BarQuestion::Told{answer->possible ? MessageLine::Kind::good : MessageLine::Kind::warning, answer->sentence};
  }});
}

void RoadmapPage::why_here() {
  ask_about_bar({[](const Portfolio& rows, ItemId item, const workbench::PlanningOptions& options,
                    const planning::Options& search) -> Result<BarQuestion::Told> {
    const auto answer = workbench::why_here(rows, item, options, search);
    if (!answer) return tl::unexpected(answer.error());
    return BarQuestion::Told{MessageLine::Kind::good, answer->sentence};
  }});
}

void RoadmapPage::ask_about_bar(const BarQuestion& question) {
  const ItemId item = view_->current().kind == views::MarkKind::item && view_->find(view_->current()) != nullptr
                          ? ItemId{view_->current().id}
                          : selection().current_item();
  if (!item) return say(tr("Choose a bar first, then ask why it stands where it does."));
  workbench::PlanningOptions options;
  options.today = today_;
  work_->start([this, rows = document().snapshot(), item, options, question](const BackgroundWork::GoOn& go_on,
                                                                             const BackgroundWork::Deliver& deliver) {
    planning::Options search;
    search.go_on = go_on;
    const auto answer = question.ask(*rows, item, options, search);
    if (!answer) return deliver([this, error = answer.error()] { message_->say(error); });
    deliver([this, told = *answer] { message_->say(told.kind, phrase_text(told.sentence)); });
  });
}

void RoadmapPage::open_bar_menu(QPoint at) {
  const MarkId mark = view_->mark_at(view_->to_scene(at));
  if (mark.kind != views::MarkKind::item) return;
  view_->set_current(mark);
  selection().select(ItemId{mark.id});
  QMenu menu(this);
  menu.addAction(actions().find("roadmap.why_here"));
  menu.addAction(actions().find("roadmap.why_not_earlier"));
  menu.addAction(actions().find("roadmap.link"));
  menu.addAction(actions().find("roadmap.take_off"));
  menu.exec(view_->viewport()->mapToGlobal(at));
}

}  // namespace tradewind::gui
