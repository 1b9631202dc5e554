// Impact against effort: bubbles on two square-root axes, so that small and large items both have room.
//
//     const Scene picture = layout_matrix(portfolio, MatrixOptions{}, measurer);
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"
#include "tradewind/views/square_root_axis.h"

namespace tradewind::views {

struct MatrixOptions {
  Size size{1440, 900};
  std::optional<std::vector<ItemId>> items;  // what to show; nullopt = every item still open (not launched, measured, dropped)
  bool header = true;                        // title, count and legend above the plot
};

/// Area = reach, colour = allocation class, hatch = discovery, number = rank by RICE among the shown items. Quadrant lines
/// lie at the cut-points of the settings, else at the medians. Labels never overlap; a bubble without room for its label
/// keeps its number and is named in a list beside the plot, or at least counted. Items without effort or impact wait in a
/// tray below the plot. More than 200 items are drawn as dots. The scene has exactly the size asked for (at least
/// 400 × 360).
Scene layout_matrix(const Portfolio& portfolio, const MatrixOptions& options, const TextMeasurer& measurer);

/// The ids of the marks (MarkKind::axis) of the two quadrant lines.
enum class MatrixLine : std::int64_t { effort = 1, impact = 2 };

/// The picture with what a drag needs to know.
struct Matrix {
  struct Plot {
    Rect frame;
    SquareRootAxis effort;  // x
    SquareRootAxis impact;  // y: impact × confidence
    OptionalNumber effort_cut;
    OptionalNumber impact_cut;
  };
  Scene scene;
  std::optional<Plot> plot;  // nullopt on a page that only says what to do
};
Matrix arrange_matrix(const Portfolio& portfolio, const MatrixOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
