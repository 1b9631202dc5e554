#include "gui/scene/scene_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <algorithm>
#include <array>

namespace tradewind::gui {
namespace {

struct Row {
  SceneKey does;
  Qt::Key key;  // of several for the same, the first one is named
};
constexpr std::array rows{
    Row{SceneKey::left, Qt::Key_Left},     Row{SceneKey::right, Qt::Key_Right},    Row{SceneKey::up, Qt::Key_Up},
    Row{SceneKey::down, Qt::Key_Down},     Row{SceneKey::open, Qt::Key_Return},    Row{SceneKey::open, Qt::Key_Enter},
    Row{SceneKey::choose, Qt::Key_Space},  Row{SceneKey::cancel, Qt::Key_Escape},  Row{SceneKey::zoom_in, Qt::Key_Plus},
    Row{SceneKey::zoom_in, Qt::Key_Equal}, Row{SceneKey::zoom_out, Qt::Key_Minus}, Row{SceneKey::no_zoom, Qt::Key_0},
};

QString name_of(SceneKey key) {
  const auto row = std::find_if(rows.begin(), rows.end(), [key](const Row& one) { return one.does == key; });
  return QKeySequence(row->key).toString(QKeySequence::NativeText);
}

}  // namespace

std::optional<SceneKey> scene_key(const QKeyEvent& event) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.key == event.key(); });
  return row == rows.end() ? std::nullopt : std::optional(row->does);
}

QString names_of(const std::vector<SceneKey>& keys) {
  if (keys == std::vector{SceneKey::left, SceneKey::right, SceneKey::up, SceneKey::down})
    return QCoreApplication::translate("SceneKeys", "Arrow keys");
  QString names;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    if (at > 0) names += at + 1 < keys.size() ? QString(", ") : QCoreApplication::translate("SceneKeys", " or ");
    names += name_of(keys[at]);
  }
  return names;
}

}  // namespace tradewind::gui
