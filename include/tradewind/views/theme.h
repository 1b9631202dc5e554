// The design tokens: every colour of every view, by the role it plays, in light and dark. Contrast of text on the
// surfaces it may stand on is checked by a test.
#pragma once
#include <cstdint>
#include <string_view>

namespace tradewind::views {

enum class Token : unsigned char {
  none,
  base,
  chrome,
  panel,
  sunken,
  raised,
  field,
  hover,
  line_1,
  line_2,
  line_3,
  line_4,
  text_1,
  text_2,
  text_3,
  text_off,
  text_on,
  accent,
  accent_2,
  accent_fill,
  accent_fill_hover,
  accent_soft,
  accent_hover,
  accent_line,
  cls_s,
  cls_s_soft,
  cls_s_text,
  cls_r,
  cls_r_soft,
  cls_r_text,
  cls_f,
  cls_f_soft,
  cls_f_text,
  team_p,
  team_d,
  team_c,
  team_g,
  mos_m,
  mos_s,
  mos_s_soft,
  mos_c,
  danger,
  danger_soft,
  danger_line,
  warn,
  warn_soft,
  warn_solid,
  ok,
  ok_soft,
  q1,
  q2,
  q3,
  q4,
  data_1,
  data_2,
  data_3,
  bar,
  bar_sel,
  grid,
  ghost,
  today,
  count_
};

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Color&, const Color&) = default;
};

enum class Theme : unsigned char { light, dark };

/// REQUIRES: token is neither none nor count_.
Color color_of(Token token, Theme theme);
/// "cls-s-soft", as in the design.
std::string_view name_of(Token token);
/// WCAG 2.1 contrast ratio, 1–21.
double contrast_ratio(Color a, Color b);

}  // namespace tradewind::views
