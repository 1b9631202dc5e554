// What people type into the grid of capacities.
#include <QRegularExpression>

#include "gui/inspector/number_field.h"
#include "gui/pages/capacity_model.h"

namespace tradewind::gui {

std::optional<TypedCapacity> read_capacity(const QString& text) {
  static const QRegularExpression with_reserve("^(.*?)[,;]?\\s*reserve\\s+(.+)$", QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression times("[×xX*]");
  TypedCapacity typed;
  QString amount = text;
  if (const auto match = with_reserve.match(text.trimmed()); match.hasMatch()) {
    const auto reserve = read_number(match.captured(2));
    if (!reserve || !reserve->has_value()) return std::nullopt;
    typed.reserve = *reserve;
    amount = match.captured(1);
  }
  static const QRegularExpression typed_word("^(.*\\S)\\s+typed$", QRegularExpression::CaseInsensitiveOption);
  if (const auto match = typed_word.match(amount.trimmed()); match.hasMatch()) {
    typed.stands_for_itself = true;
    amount = match.captured(1);
  }
  const QStringList parts = amount.split(times);
  std::vector<double> numbers;
  for (qsizetype at = 0; at < parts.size() && at < 2; ++at) {
    const auto number = read_number(parts[at]);
    if (!number || !number->has_value()) return std::nullopt;
    numbers.push_back(number->value());
  }
  if (parts.size() > 3) return std::nullopt;
  if (parts.size() == 1) {
    typed.person_weeks = numbers[0];
    return typed;
  }
  if (typed.stands_for_itself) return std::nullopt;
  typed.people = numbers[0];
  typed.weeks = numbers[1];
  typed.availability = 1;
  if (parts.size() == 3) {
    const auto share = read_share(parts[2]);
    if (!share || !share->has_value()) return std::nullopt;
    typed.availability = *share;
  }
  return typed;
}

}  // namespace tradewind::gui
