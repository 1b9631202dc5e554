// What the keys of every drawn view do: asked by the view when one is pressed, and by the sheet of shortcuts.
#pragma once
#include <QString>
#include <optional>
#include <vector>

class QKeyEvent;

namespace tradewind::gui {

enum class SceneKey : unsigned char { left, right, up, down, open, choose, cancel, zoom_in, zoom_out, no_zoom };

std::optional<SceneKey> scene_key(const QKeyEvent& event);

/// As people call the keys: "Arrow keys", "+, - or 0".
QString names_of(const std::vector<SceneKey>& keys);

}  // namespace tradewind::gui
