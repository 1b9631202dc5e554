#include "gui/pages/capacity_words.h"

#include <QCoreApplication>
#include <cmath>

#include "gui/inspector/number_field.h"

namespace tradewind::gui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("CapacityWords", text); }

QString short_number(double value) { return number_field_text(std::round(value * 100) / 100); }

/// 2/3 is "66.67 %".
QString share(double availability) { return share_field_text(std::round(availability * 1e4) / 1e4); }

QString weeks_words(double weeks) { return weeks == 1 ? tr("1 week") : tr("%1 weeks").arg(short_number(weeks)); }

QString product_words(const Capacity& row) {
  return tr("%1 × %2 × %3").arg(people_words(row.people), weeks_words(row.weeks), share(row.availability));
}

QString short_product(const Capacity& row) {
  return tr("%1 × %2 × %3").arg(short_number(row.people), short_number(row.weeks), share(row.availability));
}

bool has_product(const Capacity& row) { return row.people * row.weeks * row.availability > 0; }

}  // namespace

QString people_words(double people) { return people == 1 ? tr("1 person") : tr("%1 people").arg(short_number(people)); }

QStringList origin_words(const Capacity& row) {
  QStringList words;
  if (!row.typed.has_value())
    words = {product_words(row), short_product(row)};
  else if (has_product(row))
    words = {tr("typed, not %1").arg(short_product(row)), tr("typed")};
  else
    words = {tr("typed")};
  if (row.reserve <= 0) return words;
  QStringList both;
  for (const QString& one : words) both += {tr("%1, %2 kept free").arg(one, short_number(row.reserve)), one};
  return both;
}

QString explanation_of(const Capacity& row) {
  QString text;
  if (!row.typed.has_value())
    text = tr("%1 = %2 person-weeks.").arg(product_words(row), short_number(row.person_weeks()));
  else if (has_product(row))
    text = tr("%1 person-weeks, typed over %2 = %3. Delete goes back to that.")
               .arg(short_number(row.typed.value()), product_words(row), short_number(row.people * row.weeks * row.availability));
  else
    text = tr("%1 person-weeks, typed.").arg(short_number(row.typed.value()));
  return text + " " +
         (row.reserve > 0 ? tr("%1 of them are kept free for firefighting.").arg(short_number(row.reserve))
                          : tr("Nothing is kept free for firefighting."));
}

}  // namespace tradewind::gui
