// The parts of a timeline that are drawn, each into its stretch of the scene.
#pragma once
#include "views/scene_pen.h"
#include "views/timeline_links.h"
#include "views/timeline_model.h"

namespace tradewind::views::timeline {

inline constexpr double row_pitch = 20;
inline constexpr double axis_height = 40;

struct Frame {
  double lane_head = 116;  // width of the column with the names of the lanes
  double width = 0;        // of the scene
  TimeAxis axis;
  std::vector<Period> periods;
  PeriodKind kind = PeriodKind::quarter;
  AxisRows axis_cells;
  Date today{};
};

/// The width of the lanes' heads, from `width` up to `widest`, in which their titles stand in whole words on two lines.
double wide_enough(const std::vector<Lane>& lanes, double width, double widest, const TextMeasurer& measurer);

/// Places labels, packs rows and sets y from `top` down; returns the y below the last lane.
double place_bars(Model& model, const Frame& frame, double top, const TextMeasurer& measurer);

/// Names of periods; the pill of today.
void draw_axis(ScenePen& pen, const Frame& frame, double top);
/// Vertical lines of the periods from `top` to `bottom`.
void draw_grid(ScenePen& pen, const Frame& frame, double top, double bottom);
/// Diamonds with names that do not touch; returns the y below. Without any, a band that says how to add one, or nothing.
double draw_milestones(ScenePen& pen, const Model& model, const Frame& frame, double top, bool band_when_empty);
/// A quiet sentence at the begin of the row whose text starts at `top`; beside today's line where that would strike it through.
void draw_hint(ScenePen& pen, const Frame& frame, double top, double height, const std::string& sentence);
void draw_lanes(ScenePen& pen, const Model& model, const Frame& frame, const Portfolio& portfolio);
/// Returns the y below.
double draw_legend(ScenePen& pen, const Model& model, const Frame& frame, const Portfolio& portfolio, double top);
/// What is not on the picture: items that are not placed, milestones out of range. Returns the y below.
double draw_notes(ScenePen& pen, const Model& model, const Frame& frame, double top);

}  // namespace tradewind::views::timeline
