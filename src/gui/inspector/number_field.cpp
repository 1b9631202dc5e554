#include "gui/inspector/number_field.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

#include "tradewind/domain/thousands.h"
#include "tradewind/workbench/record.h"

namespace tradewind::gui {
namespace {

constexpr double percent = 100;

}  // namespace

QString number_field_text(OptionalNumber value) {
  return value.has_value() ? QString::fromStdString(with_thousands(workbench::number_text(value.value()))) : QString();
}

QString share_field_text(OptionalNumber value) {
  if (!value.has_value()) return {};
  // 0.07 × 100 is 7.000000000000001: nobody types more than six digits behind the point.
  const double rounded = std::round(value.value() * percent * 1e6) / 1e6;
  return number_field_text(rounded) + QChar(0x202F) + "%";
}

std::optional<OptionalNumber> read_number(QString text) {
  static const QRegularExpression blanks("[\\s\\x{00A0}\\x{202F}]");
  static const QRegularExpression unit("pw$", QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression grouped("^-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?$");
  text.remove(blanks);
  text.remove(unit);
  if (text.isEmpty()) return OptionalNumber{};
  if (grouped.match(text).hasMatch())
    text.remove(',');
  else
    text.replace(',', '.');
  bool is_number = false;
  const double value = QLocale::c().toDouble(text, &is_number);
  if (!is_number || !std::isfinite(value)) return std::nullopt;
  return OptionalNumber{value};
}

QString number_mistake() {
  return QCoreApplication::translate(
      "NumberField", "This is not a number. Type it as 4200 or 0.5, or leave the field empty where it is unknown.");
}

std::optional<OptionalNumber> read_share(const QString& text) {
  QString number = text.trimmed();
  const bool has_sign = number.endsWith('%');
  if (has_sign) number.chop(1);
  const auto value = read_number(number);
  if (!value || !value->has_value()) return value;
  return has_sign || value->value() > 1 ? OptionalNumber{value->value() / percent} : *value;
}

}  // namespace tradewind::gui
