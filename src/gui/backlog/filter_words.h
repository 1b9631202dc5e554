// What can stand where the cursor is in a filter expression.
#pragma once
#include <QString>
#include <QStringList>

#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

/// The term around the cursor: from `start` to the cursor, quotes taken into account.
struct FilterWord {
  qsizetype start = 0;
  QString text;
};
FilterWord filter_word_at(const QString& expression, qsizetype cursor);

/// The terms one by one, as they are written.
QStringList filter_terms(const QString& expression);

/// Whole terms that begin with the word, ignoring case: "mo" → "moscow:", "moscow:m" → "moscow:must".
QStringList filter_completions(const Portfolio& portfolio, const QString& word);

/// Whether somebody who has typed this is about to go on: "mosc", "moscow:", "moscow:m", "effort<".
bool is_half_typed(const Portfolio& portfolio, const QString& word);

}  // namespace tradewind::gui
