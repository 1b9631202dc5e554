// Short forms for what every layout does to a Scene: text that is elided to its box, lines, swatches, headers; and which
// token stands for a class, a team, a MoSCoW value.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/item_glyphs.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

std::string_view stage_name(Stage stage);  // "Building"
/// "2027 Q1, 233 pw" style accessible description of an item: title, effort, class.
std::string describe_item(const Item& item, const Portfolio& portfolio);
Mark item_mark(const Item& item, const Portfolio& portfolio);

/// Text styles by role (size and weight of the design's type scale).
namespace type {
inline constexpr TextStyle title{15, Weight::semibold, Token::text_1, Token::none, false};
inline constexpr TextStyle strong{13, Weight::semibold, Token::text_1, Token::none, false};
inline constexpr TextStyle emphasis{13, Weight::medium, Token::text_1, Token::none, false};
inline constexpr TextStyle body{13, Weight::regular, Token::text_1, Token::none, false};
inline constexpr TextStyle section{12, Weight::semibold, Token::text_2, Token::none, false};
inline constexpr TextStyle small{12, Weight::regular, Token::text_2, Token::none, false};
inline constexpr TextStyle label{11, Weight::regular, Token::text_3, Token::none, false};
inline constexpr TextStyle bar_label{11.5, Weight::regular, Token::text_1, Token::none, false};
}  // namespace type
TextStyle in_color(TextStyle style, Token color);
TextStyle in_weight(TextStyle style, Weight weight);
/// With an outline in a surface colour, for text over lines.
TextStyle with_halo(TextStyle style, Token surface);

class ScenePen {
 public:
  ScenePen(Scene& scene, const TextMeasurer& measurer) : scene_(&scene), measurer_(&measurer) {}

  /// Elides to the box; draws nothing where not even one character fits. Returns the width used.
  double text(Rect box, std::string_view text, const TextStyle& style, Align align = Align::left, Mark mark = {});
  /// Several runs in one line, each directly after the one before with `gap` between. Returns the x after the last.
  struct Run {
    std::string text;
    TextStyle style;
  };
  double runs(Rect box, const std::vector<Run>& parts, double gap);
  /// Wrapped lines of `line_height`; returns the y below the last.
  double paragraph(Rect box, std::string_view text, const TextStyle& style, double line_height);
  double width(std::string_view text, const TextStyle& style) const { return measurer_->width(text, style); }

  void line(Point from, Point to, Stroke stroke);
  void fill(Rect rect, Token token, double radius = 0, Mark mark = {});
  void box(Rect rect, Token fill, Stroke stroke, double radius = 0, Hatch hatch = {}, Mark mark = {});
  void disc(Point centre, double radius, Token fill, Stroke stroke = {}, Hatch hatch = {}, Mark mark = {});
  /// Swatch and word of a legend; returns the x after it.
  double legend_entry(double x, double centre_y, std::string_view word, Token fill, Token edge, Hatch hatch = {});
  /// Width that legend_entry takes.
  double legend_width(std::string_view word) const;

  Scene& scene() { return *scene_; }
  const TextMeasurer& measurer() const { return *measurer_; }
  std::string words(const Phrase& phrase) const { return measurer_->in_words(phrase); }

 private:
  Scene* scene_;
  const TextMeasurer* measurer_;
};

/// What roadmaps of every shape say while there is nothing to place.
inline constexpr const char* no_items_sentence = "A roadmap shows what is done when, and with whose work.";
inline constexpr const char* no_items_step = "Import a backlog or type the first item, then give it a place here.";

inline constexpr double page_margin = 16;
inline constexpr double view_header_height = 44;
/// Title, then facts in grey, a line below; returns the x after the facts.
double draw_view_header(ScenePen& pen, std::string_view title, std::string_view facts, double right_limit);

}  // namespace tradewind::views
