// A plan as the timeline shows it before it is applied: its bars, and dashed where they lie now. It is laid out beside the
// window, so that a large roadmap does not hold that up.
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/paint/qt_text_measurer.h"
#include "tradewind/views/timeline.h"

namespace tradewind::gui {

/// How the page lays its timeline out just now: the page says it, the drawing beside the window follows.
class TimelineWish {
 public:
  void set(const views::TimelineOptions& options) {
    const std::lock_guard lock(mutex_);
    options_ = options;
  }
  views::TimelineOptions get() const {
    const std::lock_guard lock(mutex_);
    return options_;
  }

 private:
  mutable std::mutex mutex_;
  views::TimelineOptions options_;
};

class PlanDrawing {
 public:
  /// Laid out for `options`. `now`: where items lie without the plan.
  PlanDrawing(Portfolio planned, std::vector<views::TimelineGhost> now, const views::TimelineOptions& options,
              const views::TextMeasurer& measurer);

  /// What was laid out is for these options, and nobody has taken it yet.
  bool is_ready(const views::TimelineOptions& options) const;
  /// REQUIRES: is_ready().
  views::Timeline take();
  /// What was laid out is not wanted: it does not fit any more.
  void leave() { timeline_.reset(); }
  bool is_taken() const { return !timeline_; }
  /// Anew, on any thread.
  views::Timeline arrange(views::TimelineOptions options, const views::TextMeasurer& measurer) const;
  std::size_t placements() const { return planned_.all<Placement>().size(); }

 private:
  Portfolio planned_;
  std::vector<views::TimelineGhost> now_;
  views::TimelineOptions options_;
  std::optional<views::Timeline> timeline_;
};

/// Draws one plan after the other, all on one thread. Lifetime: the portfolio must outlive it.
class PlanDrawer {
 public:
  PlanDrawer(const Portfolio& portfolio, std::shared_ptr<const TimelineWish> wish);

  std::shared_ptr<PlanDrawing> draw(RoadmapId roadmap, const std::vector<Placement>& placements);

 private:
  const Portfolio& portfolio_;
  std::shared_ptr<const TimelineWish> wish_;
  paint::QtTextMeasurer measurer_;  // of this thread
};

}  // namespace tradewind::gui
