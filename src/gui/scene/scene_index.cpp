#include "gui/scene/scene_index.h"

#include <algorithm>
#include <cmath>

namespace tradewind::gui {
namespace {

constexpr double stripe_height = 64;
constexpr std::size_t most_stripes = 6;  // of one shape, before it counts as tall
constexpr double reach = 3;              // pixels beyond its bounds that a shape may paint

std::size_t stripe_of(double y) { return static_cast<std::size_t>(std::max(0.0, y) / stripe_height); }

}  // namespace

SceneIndex::SceneIndex(const views::Scene& scene) {
  extents_.reserve(scene.shapes.size());
  for (std::uint32_t at = 0; at < scene.shapes.size(); ++at) {
    const views::Rect bounds = views::bounds_of(scene.shapes[at]);
    const Extent extent{bounds.x - reach, bounds.y - reach, bounds.right() + reach, bounds.bottom() + reach};
    extents_.push_back(extent);
    const std::size_t first = stripe_of(extent.top);
    const std::size_t last = stripe_of(extent.bottom);
    if (last - first >= most_stripes) {
      tall_.push_back(at);
      continue;
    }
    if (stripes_.size() <= last) stripes_.resize(last + 1);
    for (std::size_t stripe = first; stripe <= last; ++stripe) stripes_[stripe].push_back(at);
  }
}

std::vector<std::uint32_t> SceneIndex::shapes_in(const views::Rect& area) const {
  std::vector<std::uint32_t> found;
  const auto take = [&](const std::vector<std::uint32_t>& candidates) {
    for (const std::uint32_t at : candidates) {
      const Extent& one = extents_[at];
      if (one.left <= area.right() && area.x <= one.right && one.top <= area.bottom() && area.y <= one.bottom)
        found.push_back(at);
    }
  };
  take(tall_);
  for (std::size_t stripe = stripe_of(area.y); stripe < stripes_.size() && stripe <= stripe_of(area.bottom()); ++stripe)
    take(stripes_[stripe]);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tradewind::gui
