#include "gui/shell/help_link.h"

#include "gui/shell/action_registry.h"

namespace tradewind::gui {
namespace {

constexpr QLatin1String link_start("tradewind:method/");

}  // namespace

QString link_to_method(QStringView method) { return link_start + method.toString(); }

void open_help(const ActionRegistry& actions, QStringView method) {
  QAction* action = actions.find(help_action);
  if (action == nullptr) return;
  action->setData(method.startsWith(link_start) ? method.mid(link_start.size()).toString() : method.toString());
  action->trigger();
  action->setData({});  // from the menu it opens at the beginning
}

}  // namespace tradewind::gui
