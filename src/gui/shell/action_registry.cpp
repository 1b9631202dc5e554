#include "gui/shell/action_registry.h"

#include <QKeyEvent>
#include <QWidget>
#include <algorithm>

#include "gui/theme/icons.h"

namespace tradewind::gui {

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), window_(window) {}

QAction* ActionRegistry::add(const ActionSpec& spec, std::function<void()> run) {
  auto* action = new QAction(spec.text, this);
  action->setObjectName(spec.id);
  if (!spec.shortcut.isEmpty()) action->setShortcuts(QList<QKeySequence>{spec.shortcut} + spec.also);
  if (!spec.icon.isEmpty()) action->setIcon(icon(spec.icon));
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  if (spec.heard_by == nullptr)
    window_->addAction(action);  // shortcuts work whether or not a menu shows the action
  else
    action->setShortcutContext(Qt::WidgetShortcut);  // so that a menu that shows it does not hear its keys
  entries_.push_back({spec, action});
  return action;
}

QAction* ActionRegistry::find(const QString& id) const {
  for (const Entry& entry : entries_)
    if (entry.spec.id == id) return entry.action;
  Q_ASSERT_X(false, "ActionRegistry::find", qPrintable(id));
  return nullptr;
}

bool ActionRegistry::take_key(const QWidget* heard_by, const QKeyEvent& event) const {
  const QKeySequence pressed(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key())));
  for (const Entry& entry : entries_) {
    if (entry.spec.heard_by != heard_by || !entry.action->isEnabled() || !entry.action->shortcuts().contains(pressed)) continue;
    entry.action->trigger();
    return true;
  }
  return false;
}

void ActionRegistry::describe(const QString& place, const std::vector<DescribedKeys>& keys) {
  for (const DescribedKeys& one : keys) {
    const auto is_same = [&](const Description& known) { return known.place == place && known.keys == one; };
    if (std::none_of(descriptions_.begin(), descriptions_.end(), is_same)) descriptions_.push_back({place, one});
  }
}

QStringList ActionRegistry::menus() const {
  QStringList menus;
  for (const char* usual : {"File", "Edit", "View", "Plan", "Scenario", "Go", "Help"})
    for (const Entry& entry : entries_)
      if (entry.spec.menu == tr(usual) && !menus.contains(entry.spec.menu)) menus.append(entry.spec.menu);
  for (const Entry& entry : entries_)
    if (!entry.spec.menu.isEmpty() && !menus.contains(entry.spec.menu)) menus.append(entry.spec.menu);
  return menus;
}

}  // namespace tradewind::gui
