#include "gui/scene/scene_panes.h"

#include <algorithm>
#include <cmath>

namespace tradewind::gui {

views::Frozen frozen_in(const views::Scene& scene, QSize viewport) {
  views::Frozen frozen = scene.frozen;
  if (frozen.left > viewport.width() / 2.0) frozen.left = 0;
  if (frozen.top > viewport.height() / 2.0) frozen.top = 0;
  return frozen;
}

std::vector<ScenePane> frozen_panes(const views::Frozen& frozen, QPoint scroll, QSize viewport) {
  const int left = scroll.x() > 0 ? static_cast<int>(std::ceil(frozen.left)) : 0;
  const int top = scroll.y() > 0 ? static_cast<int>(std::ceil(frozen.top)) : 0;
  const int bottom = std::min(viewport.height(), static_cast<int>(frozen.bottom) - scroll.y());
  std::vector<ScenePane> panes;
  const auto add = [&](QRect area, QPoint offset) {
    if (!area.isEmpty()) panes.push_back({area, offset});
  };
  add({left, 0, viewport.width() - left, top}, {scroll.x(), 0});
  add({0, top, left, bottom - top}, {0, scroll.y()});
  add({0, 0, left, top}, {0, 0});
  return panes;
}

}  // namespace tradewind::gui
