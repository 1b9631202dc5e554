#include "gui/pages/plan_drawing.h"

#include <QObject>
#include <unordered_set>

#include "gui/shell/qt_text.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::gui {
namespace {

bool is_same_picture(const views::TimelineOptions& one, const views::TimelineOptions& other) {
  return one.width == other.width && one.minimum_height == other.minimum_height && one.lanes == other.lanes &&
         one.today == other.today;
}

/// Of an item in several parts the first, as the timeline compares them.
std::vector<views::TimelineGhost> places_of(const Portfolio& portfolio, RoadmapId roadmap) {
  std::vector<views::TimelineGhost> places;
  std::unordered_set<ItemId> seen;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap))
    if (seen.insert(placed.item).second) places.push_back({placed.item, placed.span});
  return places;
}

}  // namespace

PlanDrawing::PlanDrawing(Portfolio planned, std::vector<views::TimelineGhost> now, const views::TimelineOptions& options,
                         const views::TextMeasurer& measurer)
    : planned_(std::move(planned)), now_(std::move(now)), options_(options), timeline_(arrange(options, measurer)) {}

views::Timeline PlanDrawing::arrange(views::TimelineOptions options, const views::TextMeasurer& measurer) const {
  options.before = now_;
  views::Timeline timeline = views::arrange_timeline(planned_, options, measurer);
  timeline.scene.title = QObject::tr("%1, a plan that is not applied").arg(qt_text(timeline.scene.title)).toStdString();
  return timeline;
}

bool PlanDrawing::is_ready(const views::TimelineOptions& options) const {
  return timeline_ && is_same_picture(options, options_);
}

views::Timeline PlanDrawing::take() {
  views::Timeline taken = std::move(*timeline_);
  timeline_.reset();
  return taken;
}

PlanDrawer::PlanDrawer(const Portfolio& portfolio, std::shared_ptr<const TimelineWish> wish)
    : portfolio_(portfolio), wish_(std::move(wish)) {}

std::shared_ptr<PlanDrawing> PlanDrawer::draw(RoadmapId roadmap, const std::vector<Placement>& placements) {
  return std::make_shared<PlanDrawing>(workbench::with_placements(portfolio_, roadmap, placements),
                                       places_of(portfolio_, roadmap), wish_->get(), measurer_);
}

}  // namespace tradewind::gui
