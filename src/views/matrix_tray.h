// What has no place in the plot of the matrix: items without effort or impact, and names without room.
#pragma once
#include "views/matrix_model.h"
#include "views/scene_pen.h"

namespace tradewind::views {

inline constexpr double tray_line_height = 22;

/// Lines that the tray needs, at most two per reason; 0 when everything can be placed.
std::size_t tray_lines(const MatrixModel& model, double width, const ScenePen& pen);
/// "3 without effort: …", each name marked as its item; what does not fit is counted.
void draw_tray(ScenePen& pen, const MatrixModel& model, const Portfolio& portfolio, Rect box);
/// "12  Runbooks and drills" for each bubble whose label found no place.
void draw_key(ScenePen& pen, const std::vector<const MatrixPoint*>& unlabelled, const Portfolio& portfolio, Rect box);
/// The same as one sentence.
std::string key_sentence(const std::vector<const MatrixPoint*>& unlabelled);

}  // namespace tradewind::views
