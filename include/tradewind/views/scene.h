// A picture as data: what a view draws, without pixels and without Qt. One Scene serves the window, PNG, PDF, SVG and
// (later) native PowerPoint shapes, and is tested by looking at its shapes.
//
// Coordinates are logical pixels, y down, origin top left. Shapes are painted in order. Colours are names of design
// tokens, resolved by the theme when painting, so one Scene serves light and dark.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tradewind/domain/phrase.h"
#include "tradewind/views/theme.h"

namespace tradewind::views {

struct Point {
  double x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};
struct Size {
  double width = 0, height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};
struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool overlaps(const Rect& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
  friend bool operator==(const Rect&, const Rect&) = default;
};

enum class Dash : unsigned char { solid, dashed, dotted };
struct Stroke {
  Token color = Token::none;  // none = no line
  double width = 1;
  Dash dash = Dash::solid;
};
/// Diagonal lines at 45°, 5 px apart, in `color` over the fill: discovery, over-capacity, uncovered.
struct Hatch {
  Token color = Token::none;
};

/// What a shape stands for, for hit tests, tool tips and screen readers. `kind` 0 = decoration.
enum class MarkKind : unsigned char { none, item, outcome, team_period, milestone, dependency, lane, axis, time_week };
struct Mark {
  MarkKind kind = MarkKind::none;
  std::int64_t id = 0;      // the entity's id
  std::int64_t second = 0;  // e.g. the period of team_period
  std::string description;  // accessible name: "Imaging query cache, 4 Jan to 12 Mar 2027, 18 person-weeks"
};

struct RectShape {
  Rect rect;
  Token fill = Token::none;
  Stroke stroke;
  Hatch hatch;
  double radius = 0;
};
struct EllipseShape {
  Rect rect;
  Token fill = Token::none;
  Stroke stroke;
  Hatch hatch;
};
struct PathShape {
  std::vector<Point> points;
  bool closed = false;
  Token fill = Token::none;
  Stroke stroke;
  Hatch hatch;
};
enum class Align : unsigned char { left, centre, right };
enum class Weight : unsigned char { regular, medium, semibold };
struct TextStyle {
  double size = 13;  // logical pixels
  Weight weight = Weight::regular;
  Token color = Token::text_1;
  Token halo = Token::none;  // 2.6 px outline in a surface colour, for text over lines or hatch
  bool strike_out = false;
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};
/// One line of text. `box` bounds it: text is aligned in it horizontally and centred vertically, and never leaves it
/// (layouts elide before they emit; `elided_from` keeps the full text for tool tips).
struct TextShape {
  Rect box;
  std::string text;
  TextStyle style;
  Align align = Align::left;
  std::string elided_from;
};

struct Shape {
  std::variant<RectShape, EllipseShape, PathShape, TextShape> what;
  Mark mark;
};

/// What stays in sight where a picture is scrolled: the rows above `top`, and the column left of `left` down to `bottom`.
struct Frozen {
  double left = 0, top = 0, bottom = 0;
};

struct Scene {
  Size size;
  Token background = Token::base;
  std::string title;  // accessible name, PDF title
  std::vector<Shape> shapes;
  Frozen frozen;

  Shape& add(const RectShape& shape, Mark mark = {}) { return shapes.emplace_back(Shape{shape, std::move(mark)}); }
  Shape& add(const EllipseShape& shape, Mark mark = {}) { return shapes.emplace_back(Shape{shape, std::move(mark)}); }
  Shape& add(PathShape shape, Mark mark = {}) { return shapes.emplace_back(Shape{std::move(shape), std::move(mark)}); }
  Shape& add(TextShape shape, Mark mark = {}) { return shapes.emplace_back(Shape{std::move(shape), std::move(mark)}); }
};

Rect bounds_of(const Shape& shape);
/// The topmost marked shape at the point, or nullptr.
const Shape* shape_at(const Scene& scene, Point point);

/// How wide texts are and in which language they are, behind an interface so that layouts need no Qt. Implementations: paint
/// (Qt fonts, the language of the application), and a fixed-width one for tests.
class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  virtual double width(std::string_view text, const TextStyle& style) const = 0;
  virtual std::string translated(const Text& text) const { return text.english(); }
  std::string in_words(const Phrase& phrase) const {
    return tradewind::in_words(phrase, [this](const Text& text) { return translated(text); });
  }
};

/// The text, or its longest beginning with "…" that fits; never splits a character.
std::string elide(std::string_view text, double width, const TextStyle& style, const TextMeasurer& measurer);
/// Word-wrapped lines that fit `width`; the last of at most `max_lines` is elided.
std::vector<std::string> wrap(std::string_view text, double width, std::size_t max_lines, const TextStyle& style,
                              const TextMeasurer& measurer);

/// One below the other, as wide as the wider one.
Scene stacked(Scene upper, Scene lower);

/// A page that would be empty says what it is for and what to do next: two centred sentences.
Scene empty_page(Size size, std::string title, const std::string& sentence, const std::string& next_step,
                 const TextMeasurer& measurer);

}  // namespace tradewind::views
