// Looks at the last quarter of each page for the row of pixels that cuts the least.
#include "paint/page_breaks.h"

#include <algorithm>
#include <cmath>

namespace tradewind::paint {
namespace {

constexpr double small_shape = 64;  // what is taller (lanes, grid lines, long links) may be cut

/// For each pixel row, how many small shapes lie across it.
std::vector<int> shapes_cut_at(const views::Scene& scene) {
  const auto rows = static_cast<std::size_t>(std::ceil(scene.size.height)) + 2;
  std::vector<int> change(rows + 1, 0);
  for (const views::Shape& shape : scene.shapes) {
    const views::Rect bounds = views::bounds_of(shape);
    if (bounds.height <= 1 || bounds.height > small_shape) continue;
    const double limit = static_cast<double>(rows) - 1;
    const auto first = static_cast<std::size_t>(std::clamp(std::floor(bounds.y) + 1, 0.0, limit));
    const auto last = static_cast<std::size_t>(std::clamp(std::ceil(bounds.bottom()), 0.0, limit));
    if (last <= first) continue;
    ++change[first];
    --change[last];
  }
  for (std::size_t row = 1; row < change.size(); ++row) change[row] += change[row - 1];
  return change;
}

}  // namespace

std::vector<std::pair<double, double>> page_breaks(const views::Scene& scene, double page_height) {
  std::vector<std::pair<double, double>> pages;
  const std::vector<int> cut = shapes_cut_at(scene);
  const double step = std::max(1.0, std::floor(page_height));
  double top = 0;
  while (scene.size.height - top > page_height) {
    const auto latest = static_cast<std::size_t>(top + step);
    const auto earliest = static_cast<std::size_t>(top + std::max(1.0, step * 0.75));
    std::size_t best = latest;
    for (std::size_t row = latest; row > earliest && cut[best] > 0; --row)
      if (cut[row - 1] < cut[best]) best = row - 1;
    pages.emplace_back(top, static_cast<double>(best));
    top = static_cast<double>(best);
  }
  pages.emplace_back(top, scene.size.height);
  return pages;
}

}  // namespace tradewind::paint
