#include "gui/shell/fuzzy_match.h"

#include <QString>
#include <algorithm>
#include <limits>

namespace tradewind::gui {
namespace {

// The table of the search has longest_query * longest_text cells: a description pasted into the palette must not stop it.
constexpr int longest_query = 64;
constexpr int longest_text = 300;

constexpr int letter = 1;
constexpr int word_start = 8;
constexpr int text_start = 2;
constexpr int consecutive = 6;
constexpr int gap = -2;
constexpr int prefix = 12;
constexpr int whole = 12;
constexpr int letters_that_cost_one = 16;  // of two equal matches the shorter text wins

constexpr int impossible = std::numeric_limits<int>::min() / 2;

QString letters_of(QStringView query) {
  QString letters;
  for (const QChar c : query)
    if (!c.isSpace() && letters.size() < longest_query) letters += c.toCaseFolded();
  return letters;
}

bool starts_word(QStringView text, int at) {
  if (at == 0) return true;
  const QChar before = text[at - 1];
  return (!before.isLetterOrNumber() && text[at].isLetterOrNumber()) || (before.isLower() && text[at].isUpper());
}

int bonus_at(QStringView text, int at) { return letter + (starts_word(text, at) ? word_start : 0) + (at == 0 ? text_start : 0); }

}  // namespace

std::optional<FuzzyMatch> fuzzy_match(QStringView query, QStringView text) {
  const QString letters = letters_of(query);
  if (letters.isEmpty()) return FuzzyMatch{};
  const int rows = static_cast<int>(letters.size());
  const int columns = static_cast<int>(std::min<qsizetype>(text.size(), longest_text));
  if (rows > columns) return std::nullopt;

  // best[row * columns + at]: of all ways to match the letters up to `row` with the last of them at `at`.
  const auto cells = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
  std::vector<int> best(cells, impossible);
  std::vector<int> came_from(cells, -1);
  const auto cell = [columns](int row, int at) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(at);
  };
  for (int row = 0; row < rows; ++row) {
    int best_before = impossible;  // over the positions before at - 1
    int best_before_at = -1;
    for (int at = row; at < columns; ++at) {
      if (row > 0 && at >= 2 && best[cell(row - 1, at - 2)] > best_before) {
        best_before = best[cell(row - 1, at - 2)];
        best_before_at = at - 2;
      }
      if (text[at].toCaseFolded() != letters[row]) continue;
      int& here = best[cell(row, at)];
      if (row == 0) {
        here = bonus_at(text, at);
        continue;
      }
      const int after_gap = best_before == impossible ? impossible : best_before + gap;
      const int directly = best[cell(row - 1, at - 1)] == impossible ? impossible : best[cell(row - 1, at - 1)] + consecutive;
      if (std::max(after_gap, directly) == impossible) continue;
      here = std::max(after_gap, directly) + bonus_at(text, at);
      came_from[cell(row, at)] = directly >= after_gap ? at - 1 : best_before_at;
    }
  }

  int last = -1;
  for (int at = 0; at < columns; ++at)
    if (best[cell(rows - 1, at)] > (last < 0 ? impossible : best[cell(rows - 1, last)])) last = at;
  if (last < 0) return std::nullopt;

  FuzzyMatch match;
  match.score = best[cell(rows - 1, last)] - columns / letters_that_cost_one;
  const QStringView typed = query.trimmed();
  if (text.startsWith(typed, Qt::CaseInsensitive)) match.score += prefix + (text.size() == typed.size() ? whole : 0);
  match.positions.resize(static_cast<std::size_t>(rows));
  for (int row = rows - 1, at = last; row >= 0; --row) {
    match.positions[static_cast<std::size_t>(row)] = at;
    at = came_from[cell(row, at)];
  }
  return match;
}

}  // namespace tradewind::gui
