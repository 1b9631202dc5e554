// What a timeline shows, before any pixel: lanes, bars with their conflicts, links, what is not placed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/timeline.h"

namespace tradewind::views::timeline {

enum class LabelPlace : unsigned char { inside, right, left };

struct Bar {
  const Item* item = nullptr;
  PlacementId placement;
  bool is_dated = false;  // else somewhere in its period, so that only what no day of it could keep is a conflict
  Span span;
  ClassRole role = ClassRole::other;
  std::size_t lane = 0;
  Phrase conflict;               // empty = none
  Phrase overload;               // empty = none
  std::vector<Span> overloaded;  // the parts of the span in which one of its teams is over capacity
  std::optional<Span> before;    // where the item lies in the other plan, where that is elsewhere
  bool is_gone = false;          // only the other plan has it: the span is that one's, and there is no placement
  // Geometry, filled in by the layout.
  double x0 = 0, x1 = 0;                 // of the bar, cut to the axis
  double before_x0 = 0, before_x1 = 0;   // where there is a `before`
  double hull_left = 0, hull_right = 0;  // both together
  double left = 0, right = 0;            // with a label beside it
  LabelPlace label_place = LabelPlace::inside;
  std::string label;  // as it is drawn, elided
  std::size_t row = 0;
  double y = 0;  // top
};

struct Lane {
  std::string title;
  std::vector<std::string> title_lines;  // as it is drawn
  std::vector<std::string> facts;
  Mark mark;
  OutcomeId outcome;
  std::vector<std::size_t> bars;
  std::size_t rows = 0;
  double y = 0, height = 0;
};

/// A dependency of which both ends are on the roadmap.
struct Link {
  DependencyId id;
  std::size_t predecessor = 0;  // bars
  std::size_t successor = 0;
  bool broken = false;
};

struct Model {
  const Roadmap* roadmap = nullptr;
  std::vector<Bar> bars;  // by start, then rank; those that are gone last
  std::vector<Lane> lanes;
  std::vector<Link> links;
  std::vector<const Milestone*> milestones;  // by date
  std::size_t unplaced = 0;                  // open items
  std::vector<const Item*> best_unplaced;    // the first of them by rank, as many as asked for
  std::size_t unplaced_wont = 0;             // open, not placed, and Won't: left out of `unplaced`
  std::size_t placed_items = 0;
};

/// Bars learn where they lie in the other plan; what only that has is added.
void add_ghosts(Model& model, const Portfolio& portfolio, const BoundFilter& matches, const std::vector<TimelineGhost>& before);
/// Bars learn in which periods a team of theirs has more work than capacity.
void mark_overloads(Model& model, const Portfolio& portfolio, const std::vector<TeamLoad>& loads);
/// The axis end of outcomes' expectations is `horizon`.
void add_lanes(Model& model, const Portfolio& portfolio, LaneRule rule, Date horizon);
/// Bars, links and conflicts, milestones; lanes follow when the horizon is known. `matches` is the roadmap's filter.
Model read_roadmap(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches);
/// What is left over, of all items. REQUIRES: the bars are those that read_roadmap found. `titles`: how many are to be named.
void add_unplaced(Model& model, const Portfolio& portfolio, const BoundFilter& matches, std::size_t titles);

}  // namespace tradewind::views::timeline
