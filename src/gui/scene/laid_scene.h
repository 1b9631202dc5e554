// A scene with all that is needed to find things in it. Made on any thread, shown by a SceneView.
#pragma once
#include <string>
#include <vector>

#include "gui/scene/gesture.h"
#include "gui/scene/scene_index.h"
#include "tradewind/views/scene.h"

namespace tradewind::gui {

/// What the keyboard and screen readers go through: a thing, not a lane or an axis.
struct MarkedShape {
  MarkId mark;
  views::Rect bounds;
  std::string description;
  std::size_t shape = 0;  // in the scene
};

struct LaidScene {
  views::Scene scene;
  SceneIndex index;
  std::vector<MarkedShape> marks;        // distinct, from top to bottom
  std::vector<std::size_t> marks_by_id;  // places in `marks`

  /// nullptr where there is none.
  const MarkedShape* find(const MarkId& mark) const;
};

LaidScene laid_scene(views::Scene scene);

}  // namespace tradewind::gui
