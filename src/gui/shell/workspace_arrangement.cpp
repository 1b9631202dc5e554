// How people have arranged a workspace (page, side bars, order of rows, shape of the roadmap), from one time that it is open to
// the next. In the settings, by the path of the file: it is no part of the plan.
#include <QCryptographicHash>
#include <QSettings>
#include <filesystem>

#include "gui/shell/workspace_panel.h"

namespace tradewind::gui {
namespace {

constexpr const char* page_setting = "shown_page";
constexpr const char* names_setting = "page_names";
constexpr const char* inspector_setting = "inspector";

}  // namespace

void WorkspacePanel::read_arrangement() {
  const auto kept = [this](const char* what) {
    const QVariant value = QSettings().value(setting(what));
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
  };
  wants_names_ = kept(names_setting);
  wants_inspector_ = kept(inspector_setting);
}

WorkspacePanel::~WorkspacePanel() {
  QSettings settings;
  settings.setValue(setting(page_setting), shown_name());
  for (const Entry& entry : entries_)
    if (const QString kept = entry.page->arrangement(); !kept.isEmpty()) settings.setValue(setting(entry.name), kept);
  if (wants_names_) settings.setValue(setting(names_setting), *wants_names_);
  if (wants_inspector_) settings.setValue(setting(inspector_setting), *wants_inspector_);
}

QString WorkspacePanel::setting(const QString& what) const {
  const auto file = std::filesystem::absolute(context_.document.baseline().path());
  const QByteArray path = QByteArray::fromStdString(file.string());
  return "arrangement/" + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex()) + "/" + what;
}

void WorkspacePanel::return_to_last_page() {
  const QSettings settings;
  for (const Entry& entry : entries_) entry.page->arrange(settings.value(setting(entry.name)).toString());
  const QString last = settings.value(setting(page_setting)).toString();
  go_to(page_names().contains(last) ? last : QString("backlog"));
}

}  // namespace tradewind::gui
