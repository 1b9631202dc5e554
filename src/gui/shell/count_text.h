// "1 item", "1,200 items": counts in the words of a sentence.
#pragma once
#include <QLocale>
#include <QString>

namespace tradewind::gui {

/// "1,200"
inline QString figure(std::size_t count) { return QLocale(QLocale::English).toString(static_cast<qulonglong>(count)); }

inline QString count_text(std::size_t count, const QString& one, const QString& many) {
  return figure(count) + " " + (count == 1 ? one : many);
}

}  // namespace tradewind::gui
