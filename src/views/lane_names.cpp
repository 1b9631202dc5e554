#include "views/lane_names.h"

#include <algorithm>

namespace tradewind::views {
namespace {

constexpr double tolerance = 0.5;  // pixels

bool is_head(const Shape& shape, double left) {
  if (shape.mark.kind != MarkKind::lane && shape.mark.kind != MarkKind::outcome) return false;
  return std::holds_alternative<RectShape>(shape.what) && bounds_of(shape).right() <= left + tolerance;
}

bool is_within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

}  // namespace

std::vector<LaneName> lane_names(const Scene& scene, double left) {
  std::vector<LaneName> lanes;
  if (left <= 0) return lanes;
  for (std::size_t at = 0; at < scene.shapes.size(); ++at) {
    const Shape& shape = scene.shapes[at];
    if (is_head(shape, left)) lanes.push_back({bounds_of(shape), {}});
    if (lanes.empty() || !std::holds_alternative<TextShape>(shape.what)) continue;
    if (is_within(bounds_of(shape), lanes.back().lane)) lanes.back().lines.push_back(static_cast<std::uint32_t>(at));
  }
  return lanes;
}

PagePane name_at(const Scene& scene, const std::vector<LaneName>& lanes, const Stretch& page) {
  PagePane name;
  const auto found = std::find_if(lanes.begin(), lanes.end(), [&](const LaneName& one) {
    return one.lane.y < page.begin - tolerance && one.lane.bottom() > page.begin + tolerance;
  });
  if (found == lanes.end()) return name;
  const Rect& lane = found->lane;
  const double room = std::min(lane.bottom(), page.end) - page.begin;
  name.part = {lane.x, lane.y, lane.width, 0};
  for (const std::uint32_t line : found->lines) {
    const Rect bounds = bounds_of(scene.shapes[line]);
    if (bounds.bottom() > page.begin) return {};  // it still stands there itself
    if (bounds.bottom() - lane.y > room) break;
    name.part.height = std::max(name.part.height, bounds.bottom() - lane.y);
    name.shapes.push_back(line);
  }
  return name;
}

}  // namespace tradewind::views
