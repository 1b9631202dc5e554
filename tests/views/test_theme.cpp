// The contrasts that the design promises: WCAG 2.1 AA for text, 3 : 1 for marks.
#include <algorithm>

#include "support/catch.h"
#include "tradewind/views/theme.h"

using namespace tradewind::views;

namespace {

void check_contrast(Token text, Token surface, double least) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    CAPTURE(name_of(text), name_of(surface), theme == Theme::light ? "light" : "dark");
    CHECK(contrast_ratio(color_of(text, theme), color_of(surface, theme)) >= least);
  }
}

}  // namespace

TEST_CASE("contrast ratio follows WCAG 2.1") {
  CHECK(contrast_ratio({0, 0, 0}, {255, 255, 255}) == Approx(21.0));
  CHECK(contrast_ratio({255, 255, 255}, {0, 0, 0}) == Approx(21.0));
  CHECK(contrast_ratio({119, 119, 119}, {255, 255, 255}) == Approx(4.48).margin(0.01));
}

TEST_CASE("text reads on every surface in both themes") {
  for (const Token text : {Token::text_1, Token::text_2, Token::text_3, Token::accent, Token::danger, Token::warn, Token::ok,
                           Token::cls_s_text, Token::cls_r_text, Token::cls_f_text})
    for (const Token surface :
         {Token::base, Token::chrome, Token::panel, Token::sunken, Token::hover, Token::accent_soft, Token::accent_hover})
      check_contrast(text, surface, 4.5);
}

TEST_CASE("text reads on the areas that carry it") {
  for (const Token area : {Token::cls_s_soft, Token::cls_r_soft, Token::cls_f_soft, Token::bar, Token::bar_sel, Token::mos_s_soft,
                           Token::danger_soft, Token::warn_soft, Token::raised, Token::field})
    check_contrast(Token::text_1, area, 4.5);
  check_contrast(Token::base, Token::mos_m, 4.5);
  check_contrast(Token::text_on, Token::accent_fill, 4.5);
  check_contrast(Token::danger, Token::danger_soft, 4.5);
  check_contrast(Token::warn, Token::warn_soft, 4.5);
  check_contrast(Token::ok, Token::ok_soft, 4.5);
  check_contrast(Token::base, Token::today, 4.5);
}

TEST_CASE("marks without text stand out from the page") {
  for (const Token mark : {Token::cls_s, Token::cls_r, Token::cls_f, Token::accent, Token::danger, Token::line_4, Token::data_2})
    check_contrast(mark, Token::base, 3.0);
}

TEST_CASE("every token has a name of its own") {
  std::vector<std::string> names;
  for (int token = 1; token < static_cast<int>(Token::count_); ++token) names.emplace_back(name_of(static_cast<Token>(token)));
  CHECK(names.front() == "base");
  CHECK(names.back() == "today");
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  CHECK(name_of(Token::cls_s_soft) == "cls-s-soft");
}
