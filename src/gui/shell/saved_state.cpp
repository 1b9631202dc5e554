#include "gui/shell/saved_state.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "gui/shell/document.h"
#include "gui/shell/error_text.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("SavedState", text); }

QString trouble_text(ErrorCode code) {
  switch (code) {
    case ErrorCode::no_space:
      return tr("not saved: the disk is full");
    case ErrorCode::damaged:
      return tr("not saved: the file is damaged");
    case ErrorCode::no_permission:
      return tr("not saved: the file cannot be written");
    default:
      return tr("not saved");
  }
}

/// Of the last step; nothing where there is none or its time is not known.
QDateTime last_change(const Document& document) {
  const auto last = document.history(1);
  return last.empty() ? QDateTime() : QDateTime::fromString(qt_text(last.front().at), Qt::ISODateWithMs).toLocalTime();
}

}  // namespace

SavedState saved_state(const Document& document) {
  if (const auto& trouble = document.trouble()) return {trouble_text(trouble->code), error_text(*trouble), true};
  if (document.long_change().is_running())
    return {tr("being written…"), tr("A change of many rows is under way. Press Esc to take it back."), false};
  if (document.workspace().is_read_only())
    return {tr("read only"), tr("Nothing can be changed in this workspace. Make the file writable, or work on a copy."), false};
  const QDateTime at = last_change(document);
  const QLocale english(QLocale::English);
  const QString file = tr("Every change is in %1 as soon as it is made.").arg(qt_text(document.workspace().path().string()));
  if (!at.isValid()) return {tr("saved"), file, false};
  const bool is_today = at.date() == QDate::currentDate();
  return {tr("saved %1").arg(english.toString(at, is_today ? "HH:mm" : "d MMM yyyy")),
          file + " " + tr("The last one: %1.").arg(english.toString(at, "d MMM yyyy, HH:mm")), false};
}

}  // namespace tradewind::gui
