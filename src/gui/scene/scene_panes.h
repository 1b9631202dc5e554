// Where a scrolled scene is seen: its body, and over it the parts that stay in sight.
#pragma once
#include <QPoint>
#include <QRect>
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::gui {

struct ScenePane {
  QRect area;     // of the viewport
  QPoint offset;  // the scene's point less the viewport's
};

/// Nothing stays where that would take more than half of the room.
views::Frozen frozen_in(const views::Scene& scene, QSize viewport);
/// Those that lie elsewhere than the body does at that scroll position: head, column and the corner of both.
std::vector<ScenePane> frozen_panes(const views::Frozen& frozen, QPoint scroll, QSize viewport);

}  // namespace tradewind::gui
