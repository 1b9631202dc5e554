// How well a few typed letters name a text, as the command palette asks it.
#pragma once
#include <QStringView>
#include <optional>
#include <vector>

namespace tradewind::gui {

struct FuzzyMatch {
  int score = 0;               // higher is better; comparable between texts for one query
  std::vector<int> positions;  // of the matched letters in the text, ascending
};

/// The query's letters in this order in the text, ignoring case and the query's spaces. Beginnings of words, letters that
/// follow each other and a query that begins the text score higher. Nothing when they are not all there; an empty query
/// matches everything with score 0.
std::optional<FuzzyMatch> fuzzy_match(QStringView query, QStringView text);

}  // namespace tradewind::gui
