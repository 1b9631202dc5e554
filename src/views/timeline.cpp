// Puts a timeline together: what is shown, over which time, and the parts from top to bottom.
#include "tradewind/views/timeline.h"

#include <algorithm>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/period.h"
#include "views/capacity_strip.h"
#include "views/figure_text.h"
#include "views/timeline_layout.h"

namespace tradewind::views {
namespace {

constexpr double narrowest = 480;
constexpr double empty_height = 240;
constexpr int nearby_days = 28;  // today and milestones this near to the work are shown

struct Range {
  Date first;
  Date last;  // exclusive
};

/// Of the roadmap's kind: those that are not over, else all. REQUIRES: the workspace has periods.
Range coming_periods(const Portfolio& portfolio, PeriodKind kind, Date today) {
  std::vector<const Period*> periods = portfolio.periods_in_order(kind);
  if (periods.empty()) return {today, add_days(today, 1)};
  const auto first = std::find_if(periods.begin(), periods.end(), [&](const Period* period) { return period->end > today; });
  return {(first == periods.end() ? periods.front() : *first)->start, periods.back()->end};
}

Range range_of(const timeline::Model& model, const Portfolio& portfolio, const TimelineOptions& options) {
  const Range coming = coming_periods(portfolio, model.roadmap->period_kind, options.today);
  Range range = model.bars.empty() ? coming : Range{model.bars.front().span.start, model.bars.front().span.finish};
  for (const timeline::Bar& bar : model.bars) {
    range.first = std::min(range.first, bar.span.start);
    range.last = std::max(range.last, bar.span.finish);
    if (!bar.before) continue;
    range.first = std::min(range.first, bar.before->start);
    range.last = std::max(range.last, bar.before->finish);
  }
  const Range work = range;
  const auto include_nearby = [&](Date date) {
    if (!date.ok() || date < add_days(work.first, -nearby_days) || date > add_days(work.last, nearby_days)) return;
    range.first = std::min(range.first, date);
    range.last = std::max(range.last, add_days(date, 1));
  };
  include_nearby(options.today);
  for (const Milestone* milestone : model.milestones) include_nearby(milestone->date);
  if (options.room_to_plan) range = {std::min(range.first, coming.first), std::max(range.last, coming.last)};
  if (options.from) range.first = *options.from;
  if (options.to) range.last = *options.to;
  if (range.last <= range.first) range.last = add_days(range.first, 1);
  return range;
}

void set_axis(timeline::Frame& frame) {
  frame.axis = TimeAxis(frame.periods.front().start, frame.periods.back().end, frame.lane_head, frame.width - 8);
  frame.axis_cells = axis_rows(frame.periods, frame.kind, frame.axis);
}

timeline::Frame make_frame(const timeline::Model& model, const Portfolio& portfolio, const TimelineOptions& options) {
  timeline::Frame frame;
  frame.today = options.today;
  frame.width = std::round(std::max(options.width, narrowest));
  frame.lane_head = frame.width < 900 ? 104 : frame.width < 1300 ? 116 : 132;
  frame.kind = model.roadmap->period_kind;
  const Range range = range_of(model, portfolio, options);
  frame.periods = periods_covering(portfolio, frame.kind, range.first, range.last);
  if (frame.periods.empty()) {
    // Sprints or custom periods that nobody has made: the calendar still tells when things happen.
    frame.kind = PeriodKind::month;
    frame.periods = periods_covering(portfolio, frame.kind, range.first, range.last);
  }
  set_axis(frame);
  return frame;
}

/// For long titles of lanes, where the time keeps most of the width.
void widen_lane_head(timeline::Frame& frame, const timeline::Model& model, const TextMeasurer& measurer) {
  constexpr double most_more = 44;
  constexpr double most_share = 0.2;
  const double widest = std::min(frame.lane_head + most_more, frame.width * most_share);
  const double wanted = timeline::wide_enough(model.lanes, frame.lane_head, widest, measurer);
  if (wanted <= frame.lane_head) return;
  frame.lane_head = wanted;
  set_axis(frame);
}

std::string facts_of(const timeline::Model& model, const timeline::Frame& frame) {
  std::string text = count_text(model.placed_items, "item", "items") + " planned, " + to_display(frame.axis.from()) + " to " +
                     to_display(add_days(frame.axis.to(), -1));
  const auto conflicts =
      std::count_if(model.bars.begin(), model.bars.end(), [](const auto& bar) { return !bar.conflict.empty(); });
  if (conflicts > 0) text += ", " + count_text(static_cast<std::size_t>(conflicts), "conflict", "conflicts");
  return text;
}

void drop_items_out_of_range(timeline::Model& model, const Portfolio& portfolio, const TimelineOptions& options) {
  if (!options.from && !options.to) return;
  const Range range = range_of(model, portfolio, options);
  std::vector<std::size_t> new_index(model.bars.size(), model.bars.size());
  std::vector<timeline::Bar> kept;
  for (std::size_t at = 0; at < model.bars.size(); ++at) {
    timeline::Bar& bar = model.bars[at];
    if (bar.span.start >= range.last || bar.span.finish <= range.first) continue;
    new_index[at] = kept.size();
    kept.push_back(std::move(bar));
  }
  std::vector<timeline::Link> links;
  for (timeline::Link link : model.links) {
    link.predecessor = new_index[link.predecessor];
    link.successor = new_index[link.successor];
    if (link.predecessor < kept.size() && link.successor < kept.size()) links.push_back(link);
  }
  model.bars = std::move(kept);
  model.links = std::move(links);
}

/// REQUIRES: place_bars has been called.
TimelinePlan plan_of(const timeline::Model& model, const CapacityFrame& frame, LaneRule rule) {
  TimelinePlan plan;
  plan.roadmap = model.roadmap->id;
  plan.rule = rule;
  plan.frame = frame;
  plan.bars.reserve(model.bars.size());
  for (const timeline::Bar& bar : model.bars)
    if (!bar.is_gone)
      plan.bars.push_back({bar.placement,
                           bar.item->id,
                           {bar.x0, bar.y, bar.x1 - bar.x0, timeline::bar_height},
                           {bar.left, bar.y, bar.right - bar.left, timeline::bar_height}});
  for (const timeline::Lane& lane : model.lanes)
    plan.lanes.push_back({lane.mark.id, lane.title, {0, lane.y, frame.width, lane.height}});
  return plan;
}

Phrase conflict_of(const timeline::Bar& bar) {
  return {translatable("Roadmap", "%1 %2"), {literal(short_title_of(*bar.item)), bar.conflict}};
}

std::vector<TimelineConflict> conflicts_of(const timeline::Model& model, const std::vector<TeamLoad>& loads,
                                           const Portfolio& portfolio) {
  std::vector<TimelineConflict> conflicts;
  for (const timeline::Bar& bar : model.bars)
    if (!bar.conflict.empty()) conflicts.push_back({MarkKind::item, bar.item->id.value, 0, conflict_of(bar), 0});
  for (const TeamLoad& load : loads)
    if (is_over_capacity(load))
      conflicts.push_back({MarkKind::team_period, load.team.value, load.period.value, describe_load(load, portfolio),
                           load.planned + load.reserve - load.capacity.value()});
  return conflicts;
}

CapacityFrame capacity_frame(const timeline::Frame& frame) { return {frame.axis, frame.kind, frame.lane_head, frame.width}; }

const Roadmap* roadmap_of(const Portfolio& portfolio, const TimelineOptions& options) {
  return options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name("");
}

Timeline only(Scene scene) {
  Timeline timeline;
  timeline.scene = std::move(scene);
  return timeline;
}

}  // namespace

Scene layout_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer) {
  return arrange_timeline(portfolio, options, measurer).scene;
}

std::vector<TimelineConflict> timeline_conflicts(const Portfolio& portfolio, const TimelineOptions& options) {
  const Roadmap* roadmap = roadmap_of(portfolio, options);
  if (roadmap == nullptr) return {};
  const auto filter = parse_filter(roadmap->filter);
  if (!filter) return {};
  timeline::Model model = timeline::read_roadmap(portfolio, *roadmap, BoundFilter(*filter, portfolio));
  const timeline::Frame frame = make_frame(model, portfolio, options);
  drop_items_out_of_range(model, portfolio, options);
  return conflicts_of(model, shown_loads(portfolio, roadmap->id, capacity_frame(frame)), portfolio);
}

Timeline arrange_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer) {
  const Size empty_size{std::max(options.width, narrowest), std::max(options.minimum_height, empty_height)};
  const Roadmap* roadmap = roadmap_of(portfolio, options);
  if (roadmap == nullptr)
    return only(
        empty_page(empty_size, "Roadmap", "There is no roadmap yet.", "Add one, with the periods that it covers.", measurer));
  const auto filter = parse_filter(roadmap->filter);
  if (!filter)
    return only(empty_page(empty_size, roadmap->name, "The filter of this roadmap cannot be read: " + filter.error().why + ".",
                           "Correct the filter “" + roadmap->filter + "”.", measurer));
  const BoundFilter matches(*filter, portfolio);
  timeline::Model model = timeline::read_roadmap(portfolio, *roadmap, matches);
  timeline::add_unplaced(model, portfolio, matches, options.unplaced_titles);
  timeline::add_ghosts(model, portfolio, matches, options.before);
  if (model.bars.empty()) {
    if (portfolio.all<Item>().empty())
      return only(empty_page(empty_size, roadmap->name, no_items_sentence, no_items_step, measurer));
    if (portfolio.all<Period>().empty())
      return only(empty_page(empty_size, roadmap->name, "There are no periods to plan in yet.",
                             "Add quarters, months or sprints, then place items in them.", measurer));
    if (!options.room_to_plan)
      return only(empty_page(empty_size, roadmap->name, "Nothing is placed on this roadmap yet.",
                             count_text(model.unplaced, "item waits", "items wait") +
                                 " in the backlog: give them a period, or a start and a finish date.",
                             measurer));
  }
  timeline::Frame frame = make_frame(model, portfolio, options);
  drop_items_out_of_range(model, portfolio, options);
  const LaneRule rule = options.lanes.value_or(roadmap->lanes);
  timeline::add_lanes(model, portfolio, rule, frame.axis.to());
  widen_lane_head(frame, model, measurer);
  const CapacityFrame strip = capacity_frame(frame);
  Timeline result;
  result.loads = shown_loads(portfolio, roadmap->id, strip);
  timeline::mark_overloads(model, portfolio, result.loads);

  Scene& scene = result.scene;
  scene.title = roadmap->name;
  scene.size.width = frame.width;
  scene.shapes.reserve(model.bars.size() * 5 + model.links.size() * 2 + 400);
  ScenePen pen(scene, measurer);
  double y = 0;
  if (options.header) {
    draw_view_header(pen, roadmap->name, facts_of(model, frame), frame.width - page_margin);
    y = view_header_height;
  }
  const double axis_top = y;
  // Lanes are placed before anything is drawn: the grid under them needs to know where they end.
  Scene heads;
  ScenePen head_pen(heads, measurer);
  timeline::draw_axis(head_pen, frame, axis_top);
  head_pen.line({0, axis_top + timeline::axis_height}, {frame.width, axis_top + timeline::axis_height},
                Stroke{Token::line_2, 1, Dash::solid});
  const double band_top = axis_top + timeline::axis_height + 1;
  y = timeline::draw_milestones(head_pen, model, frame, band_top, options.milestone_band);
  const double lanes_top = y;
  y = timeline::place_bars(model, frame, y, measurer);
  result.plan = plan_of(model, strip, rule);
  result.plan->milestones = {0, band_top, frame.width, lanes_top - band_top};
  result.conflicts = conflicts_of(model, result.loads, portfolio);

  scene.frozen = {frame.lane_head + 1, lanes_top, y};
  pen.fill({0, axis_top, frame.lane_head, y - axis_top}, Token::panel);
  timeline::draw_grid(pen, frame, axis_top, y);
  if (frame.axis.shows(frame.today)) {
    const double x = std::round(frame.axis.x_of(frame.today));
    pen.line({x, axis_top + 36}, {x, lanes_top}, Stroke{Token::today, 2, Dash::solid});
  }
  for (Shape& shape : heads.shapes) scene.shapes.push_back(std::move(shape));
  timeline::draw_lanes(pen, model, frame, portfolio);
  y += 1;

  if (options.legend) y = timeline::draw_legend(pen, model, frame, portfolio, y);
  if (options.capacity) {
    y = draw_capacity_strip(pen, portfolio, strip, {result.loads, {}}, y);
    scene.frozen.bottom = y;
  }
  y = timeline::draw_notes(pen, model, frame, y);
  scene.size.height = std::max(std::ceil(y), options.minimum_height);
  return result;
}

}  // namespace tradewind::views
