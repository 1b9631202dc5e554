// Every scoring method of items, in one list that the window, the command line and the documents read.
//
//     const Method* method = find_method("rice");
//     const ScoreResult result = method->score(portfolio, item);
#pragma once
#include <span>
#include <string_view>

#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/context.h"
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct Method {
  std::string_view key;     // "impact-effort": what the command line and files say; never changes
  std::string_view name;    // "Impact versus effort"
  std::string_view scale;   // "0 and up"
  std::string_view unit;    // "people-impact per person-week"; empty = a plain number
  std::string_view source;  // whose definition
  bool higher_is_better = true;
  /// The number alone, for ranking many items: no text is built.
  OptionalNumber (*value)(const ScoringContext& context, const Item& item) = nullptr;
  /// The same number with its explanation, or why there is none.
  ScoreResult (*explain)(const ScoringContext& context, const Item& item) = nullptr;
  /// An item's number can change when another item does.
  bool compares_items = false;

  /// explain() within the whole portfolio.
  ScoreResult score(const Portfolio& portfolio, const Item& item) const;
};

/// In the order in which people should see them.
std::span<const Method> methods();
/// nullptr when there is no such method.
const Method* find_method(std::string_view key);

}  // namespace tradewind::scoring
