#include "gui/inspector/date_field.h"

#include <QCoreApplication>

#include "tradewind/exchange/date_text.h"

namespace tradewind::gui {

QString date_field_text(const std::optional<Date>& date) { return date ? QString::fromStdString(to_display(*date)) : QString(); }

std::optional<std::optional<Date>> read_date(const QString& text) {
  const QString word = text.trimmed().toLower();
  if (word.isEmpty()) return std::optional<Date>{};
  if (word == "today") return std::optional{today()};
  if (word == "yesterday") return std::optional{add_days(today(), -1)};
  if (word == "tomorrow") return std::optional{add_days(today(), 1)};
  const exchange::DateText read = exchange::read_date_text(word.toStdString());
  if (!read.is_date() || read.depends_on_order()) return std::nullopt;
  return read.certain ? read.certain : read.day_first ? read.day_first : read.month_first;
}

QString date_mistake() {
  return QCoreApplication::translate("DateField", "This is no date. Type it as 18 Jan 2027 or 2027-01-18.");
}

}  // namespace tradewind::gui
