// Hit tests and text fitting.
#include "support/catch.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/scene.h"

using namespace tradewind::views;

namespace {

const FixedWidthMeasurer measurer;

TextStyle ten_wide() {  // characters of 5.5
  TextStyle style;
  style.size = 10;
  return style;
}

Mark item(std::int64_t id) { return Mark{MarkKind::item, id, 0, "item"}; }

}  // namespace

TEST_CASE("the topmost marked shape is hit, decoration never") {
  Scene scene;
  RectShape rect;
  rect.rect = {0, 0, 100, 20};
  scene.add(rect, item(1));
  rect.rect = {50, 0, 100, 20};
  scene.add(rect, item(2));
  rect.rect = {0, 0, 200, 20};
  scene.add(rect);
  REQUIRE(shape_at(scene, {60, 10}) != nullptr);
  CHECK(shape_at(scene, {60, 10})->mark.id == 2);
  CHECK(shape_at(scene, {10, 10})->mark.id == 1);
  CHECK(shape_at(scene, {180, 10}) == nullptr);
  CHECK(shape_at(scene, {10, 20}) == nullptr);
}

TEST_CASE("ellipses are hit inside their curve, lines near them, polygons inside") {
  Scene scene;
  EllipseShape ellipse;
  ellipse.rect = {0, 0, 20, 20};
  scene.add(ellipse, item(1));
  PathShape line;
  line.points = {{100, 0}, {100, 50}, {150, 50}};
  scene.add(line, item(2));
  PathShape diamond;
  diamond.points = {{200, 0}, {220, 20}, {200, 40}, {180, 20}};
  diamond.closed = true;
  scene.add(diamond, item(3));
  CHECK(shape_at(scene, {10, 10})->mark.id == 1);
  CHECK(shape_at(scene, {1, 1}) == nullptr);
  CHECK(shape_at(scene, {103, 25})->mark.id == 2);
  CHECK(shape_at(scene, {125, 25}) == nullptr);
  CHECK(shape_at(scene, {200, 20})->mark.id == 3);
  CHECK(shape_at(scene, {182, 4}) == nullptr);
  CHECK(bounds_of(scene.shapes[2]) == Rect{180, 0, 40, 40});
}

TEST_CASE("eliding keeps whole characters and fits the width") {
  CHECK(elide("short", 100, ten_wide(), measurer) == "short");
  CHECK(elide("Imaging query cache", 55.5, ten_wide(), measurer) == "Imaging q…");
  CHECK(elide("Imaging query cache", 50, ten_wide(), measurer) == "Imaging…");  // no space before the dots
  CHECK(elide("éàüöß", 3 * 5.5, ten_wide(), measurer) == "éà…");
  CHECK(elide("abc", 5.5, ten_wide(), measurer) == "…");
  CHECK(elide("abc", 3, ten_wide(), measurer).empty());
  // An accent as a mark of its own stays with its letter.
  CHECK(elide("re\u0301sume\u0301", 3 * 5.5, ten_wide(), measurer) == "r…");
  for (double width = 0; width < 120; width += 1.5)
    CHECK(measurer.width(elide("Natural-language search → ward", width, ten_wide(), measurer), ten_wide()) <= width);
}

TEST_CASE("wrapping keeps every word until the last line, which is elided") {
  const std::string text = "Cut data retrieval latency by 40 % to accelerate clinical decisions";
  const auto all = wrap(text, 110, 20, ten_wide(), measurer);
  std::string joined;
  for (const auto& line : all) {
    CHECK(measurer.width(line, ten_wide()) <= 110);
    joined += (joined.empty() ? "" : " ") + line;
  }
  CHECK(joined == text);
  const auto two = wrap(text, 110, 2, ten_wide(), measurer);
  REQUIRE(two.size() == 2);
  CHECK(two[0] == all[0]);
  CHECK(two[1].substr(two[1].size() - 3) == "…");
  CHECK(wrap("Donaudampfschifffahrt", 55.5, 9, ten_wide(), measurer) ==
        std::vector<std::string>{"Donaudampf", "schifffahr", "t"});
  CHECK(wrap("one\n\ntwo", 110, 9, ten_wide(), measurer) == std::vector<std::string>{"one", "", "two"});
  CHECK(wrap("one\ntwo", 110, 1, ten_wide(), measurer) == std::vector<std::string>{"one…"});
  CHECK(wrap("", 110, 9, ten_wide(), measurer).empty());
}

TEST_CASE("an empty page says its two sentences inside its bounds") {
  const Scene page =
      empty_page({480, 240}, "Roadmap", "There are no items yet.", "Import a backlog or type the first item.", measurer);
  REQUIRE(page.shapes.size() == 2);
  CHECK(page.title == "Roadmap");
  CHECK(std::get<TextShape>(page.shapes[0].what).text == "There are no items yet.");
  for (const Shape& shape : page.shapes) {
    const Rect box = bounds_of(shape);
    CHECK(box.x >= 0);
    CHECK(box.right() <= 480);
    CHECK(box.bottom() <= 240);
  }
}

TEST_CASE("the lines of an empty page are about equally long") {
  const Scene page = empty_page(
      {480, 240}, "Outcomes", "Outcomes say what should change for people, and whether the plan adds up.", "Add one.", measurer);
  REQUIRE(page.shapes.size() == 3);
  const auto width = [&](std::size_t at) {
    const auto& text = std::get<TextShape>(page.shapes[at].what);
    return measurer.width(text.text, text.style);
  };
  CHECK(std::abs(width(0) - width(1)) < 110);
}
