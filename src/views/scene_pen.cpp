// The short forms that layouts draw with.
#include "views/scene_pen.h"

#include <algorithm>
#include <array>

#include "views/figure_text.h"

namespace tradewind::views {

std::string_view stage_name(Stage stage) {
  switch (stage) {
    case Stage::idea:
      return "Idea";
    case Stage::framing:
      return "Framing";
    case Stage::testing:
      return "Testing";
    case Stage::validated:
      return "Validated";
    case Stage::ready:
      return "Ready";
    case Stage::building:
      return "Building";
    case Stage::launched:
      return "Launched";
    case Stage::measured:
      return "Measured";
    case Stage::dropped:
      return "Dropped";
  }
  return "";
}

std::string describe_item(const Item& item, const Portfolio& portfolio) {
  std::string text = known_key_of(item).empty() ? item.title : known_key_of(item) + ", " + item.title;
  if (const OptionalNumber effort = portfolio.likely_effort(item.id); effort.has_value())
    text += ", " + trimmed_number_text(effort.value(), 1) + " person-weeks";
  else
    text += ", no effort estimated";
  if (const AllocationClass* row = portfolio.find(item.allocation_class)) text += ", " + row->name;
  if (item.track == Track::discovery) text += ", discovery";
  return text;
}

Mark item_mark(const Item& item, const Portfolio& portfolio) {
  return Mark{MarkKind::item, item.id.value, 0, describe_item(item, portfolio)};
}

TextStyle in_color(TextStyle style, Token color) {
  style.color = color;
  return style;
}
TextStyle in_weight(TextStyle style, Weight weight) {
  style.weight = weight;
  return style;
}
TextStyle with_halo(TextStyle style, Token surface) {
  style.halo = surface;
  return style;
}

double ScenePen::text(Rect box, std::string_view text, const TextStyle& style, Align align, Mark mark) {
  if (text.empty() || box.width <= 0) return 0;
  // A hair of slack: widths that were computed from the same text must not be elided by rounding.
  std::string shown = elide(text, box.width + 0.01, style, *measurer_);
  if (shown.empty()) return 0;
  const double used = measurer_->width(shown, style);
  TextShape shape{box, shown, style, align, shown == text ? std::string{} : std::string(text)};
  scene_->add(std::move(shape), std::move(mark));
  return used;
}

double ScenePen::runs(Rect box, const std::vector<Run>& parts, double gap) {
  double x = box.x;
  for (const Run& run : parts) {
    if (x >= box.right()) break;
    const double wanted = measurer_->width(run.text, run.style);
    const double used = text({x, box.y, std::min(wanted, box.right() - x), box.height}, run.text, run.style);
    x += used + gap;
    if (used < wanted - 0.5) break;  // elided: what follows would read as if nothing were missing
  }
  return x - gap;
}

double ScenePen::paragraph(Rect box, std::string_view text, const TextStyle& style, double line_height) {
  const auto max_lines = static_cast<std::size_t>(std::max(1.0, box.height / line_height));
  double y = box.y;
  for (const std::string& line : wrap(text, box.width, max_lines, style, *measurer_)) {
    this->text({box.x, y, box.width, line_height}, line, style);
    y += line_height;
  }
  return y;
}

void ScenePen::line(Point from, Point to, Stroke stroke) { scene_->add(PathShape{{from, to}, false, Token::none, stroke, {}}); }

void ScenePen::fill(Rect rect, Token token, double radius, Mark mark) { box(rect, token, {}, radius, {}, std::move(mark)); }

void ScenePen::box(Rect rect, Token fill, Stroke stroke, double radius, Hatch hatch, Mark mark) {
  scene_->add(RectShape{rect, fill, stroke, hatch, radius}, std::move(mark));
}

void ScenePen::disc(Point centre, double radius, Token fill, Stroke stroke, Hatch hatch, Mark mark) {
  scene_->add(EllipseShape{{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, fill, stroke, hatch}, std::move(mark));
}

double ScenePen::legend_entry(double x, double centre_y, std::string_view word, Token fill, Token edge, Hatch hatch) {
  box({x, centre_y - 5, 10, 10}, fill, Stroke{edge, 1, Dash::solid}, 2, hatch);
  const double text_width = width(word, type::small);
  text({x + 16, centre_y - 8, text_width, 16}, word, type::small);
  return x + 16 + text_width;
}

double ScenePen::legend_width(std::string_view word) const { return 16 + width(word, type::small); }

double draw_view_header(ScenePen& pen, std::string_view title, std::string_view facts, double right_limit) {
  const double height = view_header_height;
  const double title_width = std::min(pen.width(title, type::title), right_limit - page_margin);
  const double used = pen.text({page_margin, 0, title_width, height}, title, type::title);
  double x = page_margin + used + 12;
  if (!facts.empty() && x < right_limit)
    x += pen.text({x, 0, std::min(right_limit - x, pen.width(facts, type::small)), height}, facts, type::small);
  pen.line({0, height - 0.5}, {pen.scene().size.width, height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  return x;
}

}  // namespace tradewind::views
