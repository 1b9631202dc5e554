// From items to points, bubbles and axes of the matrix.
#include "views/matrix_model.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "tradewind/scoring/factors.h"
#include "tradewind/scoring/ranking.h"
#include "views/item_selection.h"

namespace tradewind::views {
namespace {

constexpr double dot_radius = 3.5;
constexpr double most_displacement = 22;   // pixels that a bubble may lie off its values
constexpr double allowed_closeness = 0.8;  // of the sum of the radii; a little overlap still shows both numbers

struct RadiusRange {
  double least;
  double most;
};
RadiusRange radius_range(std::size_t count, Rect frame) {
  const double room = std::clamp(std::min(frame.width / 1000, frame.height / 700), 0.75, 1.15);
  if (count > 99) return {10.5, 12};  // three digits must fit
  if (count > 60) return {8.5, std::max(9.5, 14 * room)};
  return {9.5, std::max(11.0, (count > 30 ? 19 : 21) * room)};
}

Rect inside_by(Rect rect, double by) { return {rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by}; }

/// Pushes bubbles that would hide each other's number apart, never far from their values.
bool set_apart(std::vector<Bubble>& bubbles, Rect frame) {
  const std::vector<Bubble> truth = bubbles;
  constexpr int rounds = 80;
  bool any = false;
  for (int round = 0; round < rounds; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < bubbles.size(); ++i)
      for (std::size_t j = i + 1; j < bubbles.size(); ++j) {
        const double wanted = allowed_closeness * (bubbles[i].radius + bubbles[j].radius);
        double dx = bubbles[j].centre.x - bubbles[i].centre.x;
        double dy = bubbles[j].centre.y - bubbles[i].centre.y;
        double apart = std::hypot(dx, dy);
        if (apart >= wanted - 0.01) continue;
        if (apart < 0.01) {  // the same values: part them in a direction of their own
          const double angle = 2.399963 * static_cast<double>(i + j);
          dx = std::cos(angle);
          dy = std::sin(angle);
          apart = 1;
        }
        const double push = (wanted - std::min(apart, wanted)) / 2 / apart;
        bubbles[i].centre.x -= dx * push;
        bubbles[i].centre.y -= dy * push;
        bubbles[j].centre.x += dx * push;
        bubbles[j].centre.y += dy * push;
        moved = true;
      }
    for (std::size_t i = 0; i < bubbles.size(); ++i) {
      const double dx = bubbles[i].centre.x - truth[i].centre.x;
      const double dy = bubbles[i].centre.y - truth[i].centre.y;
      const double off = std::hypot(dx, dy);
      if (off > most_displacement)
        bubbles[i].centre = {truth[i].centre.x + dx * most_displacement / off, truth[i].centre.y + dy * most_displacement / off};
      const Rect room = inside_by(frame, bubbles[i].radius + 2);
      bubbles[i].centre.x = std::clamp(bubbles[i].centre.x, room.x, std::max(room.x, room.right()));
      bubbles[i].centre.y = std::clamp(bubbles[i].centre.y, room.y, std::max(room.y, room.bottom()));
      any = any || off > 3;
    }
    if (!moved) break;
  }
  return any;
}

}  // namespace

MatrixModel matrix_model(const Portfolio& portfolio, const MatrixOptions& options) {
  MatrixModel model;
  const std::vector<const Item*> items = chosen_items(portfolio, options.items);
  model.shown = items.size();
  const scoring::ScoringContext context(portfolio, items);
  std::vector<scoring::ImpactEffort> placeable;
  for (const scoring::RankedItem& ranked : scoring::rank_items(context, items, *scoring::find_method("rice"))) {
    const scoring::ImpactEffort factors = scoring::impact_effort_factors(context, *ranked.item);
    const OptionalNumber effort = factors.effort;
    const OptionalNumber impact = scoring::expected_impact(factors);
    if (!effort.has_value() || effort.value() <= 0) {
      model.without_effort.push_back(ranked.item);
    } else if (!impact.has_value()) {
      model.without_impact.push_back(ranked.item);
    } else {
      MatrixPoint point;
      point.item = ranked.item;
      point.effort = effort.value();
      point.impact = impact.value();
      point.reach = ranked.item->reach;
      point.rank = ranked.rank;
      model.points.push_back(point);
      placeable.push_back(factors);
    }
  }
  const WorkspaceSettings& settings = portfolio.settings();
  model.cuts = scoring::quadrant_cuts(placeable, settings.impact_cut, settings.effort_cut);
  for (std::size_t i = 0; i < model.points.size(); ++i)
    if (const OptionalNumber value = scoring::impact_effort_value(placeable[i], model.cuts); value.has_value())
      model.points[i].quadrant = static_cast<scoring::Quadrant>(std::lround(value.value()));
  return model;
}

MatrixPlot matrix_plot(const MatrixModel& model, Rect frame) {
  double least_effort = 1, most_effort = 1, least_impact = 1, most_impact = 1, most_reach = 0;
  const auto include = [&](double effort, double impact, bool first) {
    least_effort = first ? effort : std::min(least_effort, effort);
    most_effort = first ? effort : std::max(most_effort, effort);
    least_impact = first ? impact : std::min(least_impact, impact);
    most_impact = first ? impact : std::max(most_impact, impact);
  };
  bool first = true;
  for (const MatrixPoint& point : model.points) {
    include(point.effort, point.impact, first);
    first = false;
    most_reach = std::max(most_reach, point.reach.value_or(0));
  }
  if (first) {  // axes of an empty plot
    include(1, 0.25, true);
    include(40, 3, false);
  }
  if (model.cuts.effort.has_value() && model.cuts.impact.has_value())
    include(model.cuts.effort.value(), model.cuts.impact.value(), false);

  const bool dots = model.points.size() > most_numbered_bubbles;
  const RadiusRange radius = dots ? RadiusRange{dot_radius, dot_radius} : radius_range(model.points.size(), frame);
  const double side = radius.most + 8;
  const double top = radius.most + 26;  // the names of the quadrants stand here
  MatrixPlot plot{frame,
                  SquareRootAxis(least_effort, most_effort, frame.x + side, frame.right() - side),
                  SquareRootAxis(least_impact, most_impact, frame.bottom() - top, frame.y + top),
                  {},
                  dots,
                  false};
  for (const MatrixPoint& point : model.points) {
    const double share = most_reach > 0 ? std::sqrt(std::max(0.0, point.reach.value_or(0)) / most_reach) : 0;
    plot.bubbles.push_back({{plot.effort.pixel(point.effort), plot.impact.pixel(point.impact)},
                            std::clamp(share * radius.most, radius.least, radius.most)});
  }
  if (!dots) plot.set_apart = set_apart(plot.bubbles, frame);
  return plot;
}

}  // namespace tradewind::views
