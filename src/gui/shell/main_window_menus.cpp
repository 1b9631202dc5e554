// The menus of the window, and the workspaces that were opened last.
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QSettings>
#include <algorithm>

#include "gui/shell/main_window.h"

namespace tradewind::gui {
namespace {

constexpr const char* recent_setting = "recent/files";
constexpr int most_recent = 12;
constexpr int most_recent_in_menu = 8;
constexpr const char* last_of_its_menu = "file.quit";
constexpr const char* kind_of_recent = "recent";

/// "theme" of "theme.light": a menu has a line between kinds.
QString kind_of(const ActionSpec& spec) { return spec.id.section('.', 0, 0); }

}  // namespace

void MainWindow::build_menus() {
  menuBar()->clear();
  for (const QString& name : actions_->menus()) {
    QMenu* menu = menuBar()->addMenu(name);
    std::vector<const ActionRegistry::Entry*> entries;
    for (const ActionRegistry::Entry& entry : actions_->entries())
      if (entry.spec.menu == name) entries.push_back(&entry);
    // Pages add theirs to the menus later.
    const auto order = [](const ActionRegistry::Entry* entry) {
      return entry->spec.id == last_of_its_menu ? 2 : kind_of(entry->spec) == kind_of_recent ? 1 : 0;
    };
    std::stable_sort(entries.begin(), entries.end(), [&](auto* a, auto* b) { return order(a) < order(b); });
    for (std::size_t at = 0; at < entries.size(); ++at) {
      const bool is_other_kind = at > 0 && (kind_of(entries[at]->spec) != kind_of(entries[at - 1]->spec) ||
                                            order(entries[at]) != order(entries[at - 1]));
      if (is_other_kind) menu->addSeparator();
      menu->addAction(entries[at]->action);
    }
  }
}

void MainWindow::remember(const QString& path) {
  QSettings settings;
  const QString full = QFileInfo(path).absoluteFilePath();
  QStringList recent = settings.value(recent_setting).toStringList();
  recent.removeAll(full);
  recent.prepend(full);
  settings.setValue(recent_setting, recent.mid(0, most_recent));
  show_recent();
}

/// In the menu and in the palette; filled with what was opened last whenever one of them may be looked at.
void MainWindow::add_recent_actions() {
  for (int at = 1; at <= most_recent_in_menu; ++at) {
    const QString id = QString("%1.%2").arg(kind_of_recent).arg(at);
    actions_->add({id, tr("File"), {}, {}, "open", tr("recent workspace open")},
                  [this, id] { open(actions_->find(id)->data().toString()); });
  }
  show_recent();
}

void MainWindow::show_recent() {
  const QStringList paths = QSettings().value(recent_setting).toStringList();
  int shown = 0;
  for (const QString& path : paths) {
    if (shown == most_recent_in_menu || !QFileInfo::exists(path)) continue;
    QAction* action = actions_->find(QString("%1.%2").arg(kind_of_recent).arg(++shown));
    action->setText(tr("Open %1").arg(QFileInfo(path).fileName()).replace('&', "&&"));
    action->setToolTip(QDir::toNativeSeparators(path));
    action->setData(path);
    action->setVisible(true);
  }
  while (++shown <= most_recent_in_menu) actions_->find(QString("%1.%2").arg(kind_of_recent).arg(shown))->setVisible(false);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow()) show_recent();  // another window may have opened one
}

}  // namespace tradewind::gui
