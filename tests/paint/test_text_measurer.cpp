// Measuring agrees with itself, with the outline that is painted, and with what eyes expect of figures.
#include <ctime>

#include "paint/application.h"
#include "support/catch.h"

using namespace tradewind;
using namespace tradewind::views;
using tradewind::testing::fonts;

namespace {

TextStyle of_size(double size) {
  TextStyle style;
  style.size = size;
  return style;
}

}  // namespace

TEST_CASE("figures are tabular: every digit is as wide as any other") {
  const TextStyle style = of_size(13);
  const double width = fonts().width("0", style);
  CHECK(width > 0);
  for (char digit = '1'; digit <= '9'; ++digit) CHECK(fonts().width(std::string(1, digit), style) == Approx(width));
  CHECK(fonts().width("1111", style) == Approx(4 * width));
  CHECK(fonts().width("1,111", style) == Approx(fonts().width("8,888", style)));
}

TEST_CASE("width grows with the text and in proportion to the size") {
  const std::string text = "Imaging query cache, Täglich → 44.2\u202F%";
  CHECK(fonts().width("", of_size(13)) == 0);
  CHECK(fonts().width(text, of_size(26)) == Approx(2 * fonts().width(text, of_size(13))));
  CHECK(fonts().width(text + "x", of_size(13)) > fonts().width(text, of_size(13)));
}

TEST_CASE("the outline that is painted has the measured width") {
  for (const std::string text : {"Governance automation", "AVATAR To Ty", "De-identification v2", "2027 Q4", "104/96"})
    for (const Weight weight : {Weight::regular, Weight::medium, Weight::semibold}) {
      TextStyle style = of_size(20);
      style.weight = weight;
      CAPTURE(text, static_cast<int>(weight));
      const QRectF ink = fonts().outline(text, style).boundingRect();
      CHECK(ink.right() == Approx(fonts().width(text, style)).margin(3));
      CHECK(ink.left() == Approx(0).margin(3));
    }
}

TEST_CASE("text that needs shaping is measured whole") {
  const TextStyle style = of_size(13);
  CHECK(fonts().width("مرحبا", style) > 0);
  CHECK(fonts().glyphs("مرحبا", style).isEmpty());
  CHECK(fonts().width("wrong \xC3 byte", style) > 0);
}

TEST_CASE("five thousand labels are measured within a frame") {
  const TextStyle style = of_size(11.5);
  fonts().width("Query cache for imaging metadata 0123456789", style);
  const auto processor_time = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  const double begin = processor_time();
  double sum = 0;
  for (int i = 0; i < 5000; ++i) sum += fonts().width("Query cache for imaging metadata " + std::to_string(i), style);
  CHECK(sum > 0);
  CHECK(processor_time() - begin < 0.1);  // measured: 3 ms optimised; room for debug builds and sanitizers
}
