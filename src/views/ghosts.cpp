#include "views/ghosts.h"

#include <cmath>

namespace tradewind::views {
namespace {

constexpr double least_way = 7;
constexpr double head_length = 5;
constexpr double head_half_height = 3;

}  // namespace

void draw_ghost(ScenePen& pen, const Rect& before) { pen.box(before, Token::none, Stroke{Token::ghost, 1, Dash::dashed}, 2.5); }

void draw_way(ScenePen& pen, const Rect& before, const Rect& after, Token color) {
  const bool is_later = after.x >= before.right();
  const double from = is_later ? before.right() : before.x;
  const double to = is_later ? after.x : after.right();
  if ((is_later ? to - from : from - to) < least_way) return;
  const double ahead = is_later ? 1 : -1;
  const double tip = to - ahead;
  const double y = std::floor(after.centre().y) + 0.5;
  pen.line({from + ahead, y}, {tip - ahead * (head_length - 1), y}, Stroke{color, 1.25, Dash::solid});
  PathShape head;
  head.points = {{tip, y}, {tip - ahead * head_length, y - head_half_height}, {tip - ahead * head_length, y + head_half_height}};
  head.closed = true;
  head.fill = color;
  pen.scene().add(std::move(head));
}

}  // namespace tradewind::views
