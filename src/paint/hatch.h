// The lines of a hatch, cut to a rectangle by arithmetic: no clip region and no tile, so that it is as sharp in a PDF as
// on a screen of any density.
#pragma once
#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::paint {

/// Pale hatches fill an area with broad lines, 5 px apart; dark ones mark small areas with fine lines.
struct HatchPattern {
  double period;  // along x
  double width;   // of a line
};
HatchPattern hatch_pattern(views::Token color);

/// Lines at 45° (up to the right) on one grid for the whole scene, so that neighbouring hatches meet.
std::vector<QLineF> hatch_lines(const QRectF& area, double period);

/// The points of a path; horizontal and vertical legs of thin open lines in the middle of a pixel.
QPolygonF sharp_points(const views::PathShape& shape);

}  // namespace tradewind::paint
