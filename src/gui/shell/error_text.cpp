#include "gui/shell/error_text.h"

#include "gui/shell/qt_text.h"

namespace tradewind::gui {

QString as_sentence(QString text) {
  text = text.trimmed();
  if (text.isEmpty()) return text;
  text[0] = text[0].toUpper();
  return text.endsWith('.') || text.endsWith('?') || text.endsWith(QChar(0x2026)) ? text : text + ".";
}

QString error_text(const Error& error) {
  QString reason = qt_text(error.what);
  if (!error.why.empty()) reason += (reason.isEmpty() ? "" : ": ") + qt_text(error.why);
  return (as_sentence(reason) + " " + as_sentence(qt_text(error.what_to_do))).trimmed();
}

}  // namespace tradewind::gui
