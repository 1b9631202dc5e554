// Geometry of scenes: where a shape lies and which one is under a point.
#include "tradewind/views/scene.h"

#include <algorithm>
#include <cmath>

namespace tradewind::views {
namespace {

constexpr double line_hit_distance = 4;  // pixels; a 1 px line must be clickable

Rect bounds_of_points(const std::vector<Point>& points) {
  if (points.empty()) return {};
  double left = points.front().x;
  double right = left;
  double top = points.front().y;
  double bottom = top;
  for (const Point point : points) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  return {left, top, right - left, bottom - top};
}

double distance_to_segment(Point point, Point from, Point to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length_squared = dx * dx + dy * dy;
  double along = length_squared > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length_squared : 0;
  along = std::clamp(along, 0.0, 1.0);
  return std::hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}

bool inside_polygon(const std::vector<Point>& corners, Point point) {
  bool inside = false;
  for (std::size_t here = 0; here < corners.size(); ++here) {
    const Point a = corners[here];
    const Point b = corners[here == 0 ? corners.size() - 1 : here - 1];
    if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

bool hits(const RectShape& shape, Point point) { return shape.rect.contains(point); }
bool hits(const TextShape& shape, Point point) { return shape.box.contains(point); }
bool hits(const EllipseShape& shape, Point point) {
  const Point centre = shape.rect.centre();
  if (shape.rect.width <= 0 || shape.rect.height <= 0) return false;
  const double dx = (point.x - centre.x) / (shape.rect.width / 2);
  const double dy = (point.y - centre.y) / (shape.rect.height / 2);
  return dx * dx + dy * dy <= 1;
}
bool hits(const PathShape& shape, Point point) {
  if (shape.closed && inside_polygon(shape.points, point)) return true;
  for (std::size_t at = 1; at < shape.points.size(); ++at)
    if (distance_to_segment(point, shape.points[at - 1], shape.points[at]) <= line_hit_distance) return true;
  return false;
}

Rect bounds(const RectShape& shape) { return shape.rect; }
Rect bounds(const EllipseShape& shape) { return shape.rect; }
Rect bounds(const TextShape& shape) { return shape.box; }
Rect bounds(const PathShape& shape) { return bounds_of_points(shape.points); }

Rect moved(Rect rect, double down) {
  rect.y += down;
  return rect;
}
void move_down(RectShape& shape, double down) { shape.rect = moved(shape.rect, down); }
void move_down(EllipseShape& shape, double down) { shape.rect = moved(shape.rect, down); }
void move_down(TextShape& shape, double down) { shape.box = moved(shape.box, down); }
void move_down(PathShape& shape, double down) {
  for (Point& point : shape.points) point.y += down;
}

/// In as few lines as the width allows, and those about equally long: centred words look torn with one of them on its own.
std::vector<std::string> wrap_evenly(const std::string& text, double width, const TextStyle& style,
                                     const TextMeasurer& measurer) {
  constexpr std::size_t most_lines = 3;
  constexpr double step = 12;
  std::vector<std::string> lines = wrap(text, width, most_lines, style, measurer);
  const double least = width / static_cast<double>(std::max<std::size_t>(1, lines.size()));
  for (double narrower = width - step; lines.size() > 1 && narrower >= least; narrower -= step) {
    std::vector<std::string> tried = wrap(text, narrower, most_lines + 1, style, measurer);
    if (tried.size() > lines.size()) break;
    lines = std::move(tried);
  }
  return lines;
}

}  // namespace

Rect bounds_of(const Shape& shape) {
  return std::visit([](const auto& what) { return bounds(what); }, shape.what);
}

const Shape* shape_at(const Scene& scene, Point point) {
  const auto found = std::find_if(scene.shapes.rbegin(), scene.shapes.rend(), [&](const Shape& shape) {
    return shape.mark.kind != MarkKind::none && std::visit([&](const auto& what) { return hits(what, point); }, shape.what);
  });
  return found == scene.shapes.rend() ? nullptr : &*found;
}

Scene stacked(Scene upper, Scene lower) {
  for (Shape& shape : lower.shapes) {
    std::visit([&](auto& what) { move_down(what, upper.size.height); }, shape.what);
    upper.shapes.push_back(std::move(shape));
  }
  upper.frozen = {};
  upper.size = {std::max(upper.size.width, lower.size.width), upper.size.height + lower.size.height};
  return upper;
}

Scene empty_page(Size size, std::string title, const std::string& sentence, const std::string& next_step,
                 const TextMeasurer& measurer) {
  Scene scene;
  scene.size = size;
  scene.title = std::move(title);

  struct Line {
    std::string text;
    TextStyle style;
    double height;
  };
  TextStyle statement;
  statement.size = 15;
  statement.weight = Weight::medium;
  TextStyle hint;
  hint.color = Token::text_2;

  const double width = std::max(0.0, std::min(size.width - 32, 560.0));
  std::vector<Line> lines;
  for (auto& text : wrap_evenly(sentence, width, statement, measurer)) lines.push_back({std::move(text), statement, 22});
  for (auto& text : wrap_evenly(next_step, width, hint, measurer)) lines.push_back({std::move(text), hint, 20});

  double height = 0;
  for (const Line& line : lines) height += line.height;
  double y = std::max(0.0, (size.height - height) / 2);
  for (Line& line : lines) {
    TextShape text;
    text.box = {(size.width - width) / 2, y, width, line.height};
    text.text = std::move(line.text);
    text.style = line.style;
    text.align = Align::centre;
    scene.add(std::move(text));
    y += line.height;
  }
  return scene;
}

}  // namespace tradewind::views
