// Between the texts of the domain and those of Qt, and figures as people read them.
#pragma once
#include <QLocale>
#include <QString>
#include <string>
#include <string_view>

#include "gui/shell/qt_text.h"

namespace tradewind::gui {

/// "building" → "Building".
inline QString capitalised(std::string_view text) {
  QString result = qt_text(text);
  if (!result.isEmpty()) result[0] = result[0].toUpper();
  return result;
}

/// At most so many decimals, no trailing zeros: "0.25", and with groups "4,200".
inline QString trimmed_number(double value, int decimals, bool groups) {
  QLocale locale(QLocale::English);
  if (!groups) locale.setNumberOptions(QLocale::OmitGroupSeparator);
  QString text = locale.toString(value, 'f', decimals);
  if (!text.contains('.')) return text;
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text;
}

/// A share as people read it: "90 %".
inline QString percent_text(double share) { return trimmed_number(share * 100, 1, true) + QChar(0x202F) + "%"; }

}  // namespace tradewind::gui
