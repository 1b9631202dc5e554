// What the matrix shows, before any pixel: points with rank and reach, what cannot be placed and why, where the lines are.
#pragma once
#include <vector>

#include "tradewind/scoring/impact_effort.h"
#include "tradewind/views/matrix.h"
#include "tradewind/views/square_root_axis.h"
#include "views/label_placement.h"

namespace tradewind::views {

struct MatrixPoint {
  const Item* item = nullptr;
  double effort = 0;  // person-weeks, > 0
  double impact = 0;  // impact × confidence, or impact
  OptionalNumber reach;
  int rank = 0;  // by RICE among the shown items; 0 = unscored
  scoring::Quadrant quadrant = scoring::Quadrant::fill_in;
};

struct MatrixModel {
  std::vector<MatrixPoint> points;  // by rank, unscored last
  std::vector<const Item*> without_effort;
  std::vector<const Item*> without_impact;  // effort known; impact (or confidence) not
  scoring::QuadrantCuts cuts;
  std::size_t shown = 0;  // points and the rest
};

MatrixModel matrix_model(const Portfolio& portfolio, const MatrixOptions& options);

inline constexpr std::size_t most_numbered_bubbles = 200;

struct MatrixPlot {
  Rect frame;
  SquareRootAxis effort;        // x
  SquareRootAxis impact;        // y
  std::vector<Bubble> bubbles;  // one per point
  bool dots = false;            // too many for numbers and labels
  bool set_apart = false;       // some bubbles lie a little off their values, or they would cover each other
};
MatrixPlot matrix_plot(const MatrixModel& model, Rect frame);

}  // namespace tradewind::views
