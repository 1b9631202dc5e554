// The shapes of the roadmap beside the timeline, and what of the page goes on paper.
#include <QComboBox>
#include <utility>

#include "gui/pages/roadmap_edits.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/next_steps.h"
#include "tradewind/views/now_next_later.h"

namespace tradewind::gui {

SceneView::Work RoadmapPage::board_layout(views::Size size) {
  views::BoardOptions board;
  board.columns = static_cast<views::BoardColumns>(columns_->currentData().toInt());
  board.today = today_;
  board.size = size;
  board.header = false;
  views::NowNextLaterOptions now_next_later;
  now_next_later.today = today_;
  now_next_later.size = size;
  now_next_later.header = false;
  return layout_of_rows(document(), portfolio().all<Item>().size(),
                        [this, shape = shape_, board, now_next_later](const Portfolio& rows, const auto& measurer) {
                          views::Board made = shape == Shape::now_next_later
                                                  ? views::arrange_now_next_later(rows, now_next_later, measurer)
                                                  : views::arrange_board(rows, board, measurer);
                          return SceneView::Made{std::move(made.scene), [this, columns = std::move(made.columns)] {
                                                   forget_layout();
                                                   board_ = columns;
                                                 }};
                        });
}

void RoadmapPage::offer_next_steps() {
  std::vector<NextSteps::Step> steps;
  const auto offer = [&](const QString& text, const QString& action) { add_action_step(steps, actions(), text, action); };
  if (plan_ || !board_.empty()) return next_steps_->offer({});
  if (portfolio().all<Item>().empty()) {
    offer(tr("New item"), "backlog.new_item");
    offer(tr("Import…"), "file.import");
  } else if (roadmap() == nullptr) {
    steps.push_back({tr("Add a roadmap"), [this] { add_roadmap(document()); }});
  } else if (portfolio().periods_in_order(roadmap()->period_kind).empty()) {
    offer(tr("Add periods"), "go.teams");
  } else if (shape_ == Shape::now_next_later) {
    // Nothing is planned or ready: the timeline is where things are placed.
    steps.push_back({tr("Plan on the timeline"), [this] { show_shape(Shape::timeline); }});
  }
  next_steps_->offer(std::move(steps));
}

std::optional<ShownView> RoadmapPage::shown_view() const {
  ShownView shown;
  switch (shape_) {
    case Shape::timeline:
      shown.view = workbench::View::roadmap;
      shown.options.group = static_cast<LaneRule>(group_->currentData().toInt());
      shown.as_shown = tr("Lanes: %1").arg(group_->currentText().toLower());
      shown.not_in_table = tr("A table has no lanes: its rows stand in the order in which work starts.");
      if (shows_plan()) shown.not_in_picture = tr("The plan that is not applied yet is not in it: apply it first.");
      break;
    case Shape::now_next_later:
      shown.view = workbench::View::now_next_later;
      break;
    case Shape::board:
      shown.view = workbench::View::board;
      shown.options.columns = static_cast<views::BoardColumns>(columns_->currentData().toInt());
      shown.as_shown = columns_->currentText();
      break;
  }
  return shown;
}

}  // namespace tradewind::gui
