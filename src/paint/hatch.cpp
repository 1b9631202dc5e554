// Where the diagonals of the hatch grid cross a rectangle, and where thin lines are sharp.
#include "paint/hatch.h"

#include <algorithm>
#include <cmath>

namespace tradewind::paint {

HatchPattern hatch_pattern(views::Token color) {
  switch (color) {
    case views::Token::cls_s_soft:
    case views::Token::cls_r_soft:
    case views::Token::cls_f_soft:
    case views::Token::sunken:
    case views::Token::line_1:
    case views::Token::line_2:
      return {7.07, 2.2};
    default:
      return {5, 1.3};
  }
}

std::vector<QLineF> hatch_lines(const QRectF& area, double period) {
  std::vector<QLineF> lines;
  if (area.isEmpty()) return lines;
  // A line is all points with x + y = sum.
  const double first = std::ceil((area.left() + area.top()) / period) * period;
  for (double sum = first; sum < area.right() + area.bottom(); sum += period) {
    const double left = std::max(area.left(), sum - area.bottom());
    const double right = std::min(area.right(), sum - area.top());
    if (right > left) lines.emplace_back(left, sum - left, right, sum - right);
  }
  return lines;
}

QPolygonF sharp_points(const views::PathShape& shape) {
  QPolygonF points;
  points.reserve(static_cast<qsizetype>(shape.points.size()));
  for (const auto point : shape.points) points.append(QPointF(point.x, point.y));
  if (shape.closed || shape.stroke.width > 1.5 || shape.stroke.color == views::Token::none) return points;
  const auto middle = [](double value) { return std::floor(value) + 0.5; };
  for (qsizetype i = 1; i < points.size(); ++i) {
    const auto& a = shape.points[static_cast<std::size_t>(i) - 1];
    const auto& b = shape.points[static_cast<std::size_t>(i)];
    if (a.x == b.x) {
      points[i - 1].setX(middle(a.x));
      points[i].setX(middle(b.x));
    } else if (a.y == b.y) {
      points[i - 1].setY(middle(a.y));
      points[i].setY(middle(b.y));
    }
  }
  return points;
}

}  // namespace tradewind::paint
