// Which shapes of a scene lie in a rectangle, without looking at all of them. Built once per layout.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::gui {

class SceneIndex {
 public:
  SceneIndex() = default;
  explicit SceneIndex(const views::Scene& scene);

  /// Places in the scene's list of shapes, in the order of painting. Halos and lines of no extent reach a little over their
  /// bounds: shapes up to 3 pixels away are in.
  std::vector<std::uint32_t> shapes_in(const views::Rect& area) const;

 private:
  struct Extent {
    double left, top, right, bottom;
  };
  std::vector<Extent> extents_;                      // of all shapes
  std::vector<std::vector<std::uint32_t>> stripes_;  // by y
  std::vector<std::uint32_t> tall_;                  // what runs through many stripes
};

}  // namespace tradewind::gui
