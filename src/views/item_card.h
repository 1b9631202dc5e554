// An item as a card, for the pictures in which items stand in columns.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "views/scene_pen.h"

namespace tradewind::views {

inline constexpr double card_height = 58;
inline constexpr double card_gap = 8;
inline constexpr double column_head = 46;  // title, note and sums above the cards

struct ItemCard {
  const Item* item = nullptr;
  std::string when;  // "to 12 Mar", "from 5 Apr", "no date"
  bool late = false;
};
struct CardColumn {
  std::string title;
  std::string note;  // beside the title
  std::vector<ItemCard> cards;
};

/// Knows what all cards of a picture need: the names of the outcomes, the order of the teams.
class CardPainter {
 public:
  CardPainter(ScenePen& pen, const Portfolio& portfolio);

  void draw(const ItemCard& card, const Rect& rect);
  /// The column's ground, title, count and effort.
  void draw_head(const CardColumn& column, const Rect& rect);

 private:
  std::string outcome_of(const Item& item) const;
  double draw_effort_bar(const Item& item, double x, double y);

  ScenePen& pen_;
  const Portfolio& portfolio_;
  std::vector<const Team*> teams_;
  std::unordered_map<OutcomeId, std::size_t> outcome_order_;
};

}  // namespace tradewind::views
