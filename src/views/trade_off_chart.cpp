// The page's picture of a trade-off: before and after on one time axis with the same rows.
#include <algorithm>
#include <array>
#include <cmath>

#include "views/figure_text.h"
#include "views/trade_off_parts.h"

namespace tradewind::views {
namespace {

using namespace trade_off;
using Row = TradeOffPicture::Row;
using Fate = TradeOffPicture::Fate;

constexpr double least_width = 480;
/// Of the rows.
struct Density {
  double row = 18;
  double bar = 13;
  double gap = 10;
  double tallest_texture = 52;
};
/// The roomiest that fits is taken; the last one where there is so little height that the page scrolls.
constexpr std::array densities{Density{}, Density{16, 12, 6, 30}, Density{15, 11, 4, 15}};
constexpr double axis_height = 24;
constexpr double milestone_line = 18;
constexpr double cost_width = 76;
constexpr double texture_pitch = 2.6;
constexpr double texture_line = 1.4;

/// Each span in the first line that is free there.
std::vector<std::size_t> packed(const std::vector<Span>& spans) {
  std::vector<Date> ends;
  std::vector<std::size_t> lines;
  for (const Span& span : spans) {
    const auto free = std::find_if(ends.begin(), ends.end(), [&](Date end) { return end <= span.start; });
    lines.push_back(static_cast<std::size_t>(free - ends.begin()));
    if (free == ends.end())
      ends.push_back(span.finish);
    else
      *free = span.finish;
  }
  return lines;
}

class Chart {
 public:
  Chart(const TradeOffPicture& picture, const TradeOffOptions& options, const TextMeasurer& measurer)
      : picture_(picture), pen_(scene_, measurer) {
    scene_.size.width = std::max(least_width, options.width);
    scene_.title = picture.headline;
    names_width_ = std::clamp(scene_.size.width * 0.28, 130.0, 230.0);
    axis_ = axis_of(picture, names_width_, scene_.size.width - cost_width);
    spans_ = picture.untouched;
    std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.start < b.start; });
    lines_ = packed(spans_);
    const std::size_t count = lines_.empty() ? 0 : *std::max_element(lines_.begin(), lines_.end()) + 1;
    texture_lines_ = static_cast<double>(count);
    milestones_ = place_milestones(picture, axis_, milestone_line, scene_.size.width - 4, true, label_style(), measurer);
    for (const MilestoneLabel& label : milestones_) milestone_height_ = std::max(milestone_height_, label.box.bottom());
  }

  double height_with(const Density& density) const { return top() + 2 * part_with(density) + 4 * density.gap; }

  Scene draw(double minimum_height) {
    // Without a height to keep to there is room.
    const auto fits = [&](const Density& one) { return minimum_height <= 0 || height_with(one) <= minimum_height; };
    const auto roomiest = std::find_if(densities.begin(), densities.end(), fits);
    density_ = roomiest == densities.end() ? densities.back() : *roomiest;
    pitch_ = pitch_with(density_);
    texture_height_ = texture_with(density_);
    const double after = top() + part_with(density_) + 2 * density_.gap;
    const double bottom = height_with(density_);
    scene_.size.height = std::max(minimum_height, bottom);
    draw_axis(top(), bottom);
    draw_before(top() + density_.gap);
    pen_.line({0, after + 0.5}, {scene_.size.width, after + 0.5}, Stroke{Token::line_2, 1, Dash::solid});
    draw_after(after + density_.gap);
    draw_milestone_names();
    return std::move(scene_);
  }

 private:
  double top() const { return axis_height + milestone_height_; }
  double pitch_with(const Density& density) const {
    return texture_lines_ == 0 ? 0 : std::min(texture_pitch, density.tallest_texture / texture_lines_);
  }
  double texture_with(const Density& density) const { return std::max(density.row, pitch_with(density) * texture_lines_); }
  /// Title, rows and texture.
  double part_with(const Density& density) const {
    return density.row * static_cast<double>(1 + picture_.rows.size()) + density.gap + texture_with(density);
  }

  /// Lines of milestones above cross those below.
  static TextStyle label_style() { return with_halo(in_color(type::bar_label, Token::text_1), Token::base); }

  void draw_axis(double top, double bottom) {
    const std::vector<std::vector<std::string>> names = names_in_row(picture_.periods);
    for (std::size_t at = 0; at < names.size(); ++at) {
      const Period& period = picture_.periods[at];
      const double x = std::round(axis_.x_of(period.start)) + 0.5;
      const double width = axis_.x_of(period.end) - x;
      pen_.text({x + 6, 0, width - 10, axis_height}, fitting_name(names[at], width - 10, type::section, pen_.measurer()),
                in_color(type::section, Token::text_1));
      pen_.line({x, 0}, {x, bottom}, Stroke{Token::line_1, 1, Dash::solid});
    }
    const double end = std::round(axis_.right()) + 0.5;
    pen_.line({end, 0}, {end, bottom}, Stroke{Token::line_1, 1, Dash::solid});
    pen_.line({names_width_, axis_height - 0.5}, {scene_.size.width, axis_height - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
    pen_.line({0, top - 0.5}, {scene_.size.width, top - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
    if (axis_.shows(picture_.today)) {
      const double x = std::round(axis_.x_of(picture_.today));
      pen_.line({x, top}, {x, bottom}, Stroke{Token::today, 2, Dash::solid});
    }
    for (const MilestoneLabel& label : milestones_)
      pen_.line({label.x, axis_height + label.box.bottom() - 5}, {label.x, bottom}, Stroke{Token::q1, 1.25, Dash::dotted});
  }

  void draw_milestone_names() {
    for (const MilestoneLabel& label : milestones_) {
      const double y = axis_height + label.box.y + milestone_line / 2;
      PathShape diamond;
      diamond.points = {{label.x, y - 4.5}, {label.x + 4.5, y}, {label.x, y + 4.5}, {label.x - 4.5, y}};
      diamond.closed = true;
      diamond.fill = Token::q1;
      scene_.add(std::move(diamond));
      const double text = pen_.width(label.text, label_style());
      const double left = label.align == Align::right ? label.box.right() - text : label.box.x;
      pen_.fill({left, y - 7, text, 14}, Token::base);
      pen_.text({label.box.x, axis_height + label.box.y, label.box.width, label.box.height}, label.text, label_style(),
                label.align);
    }
  }

  void draw_title(double y, std::string_view title, std::string_view fact) {
    pen_.text({page_margin, y, names_width_ - page_margin - 8, density_.row}, title, type::section);
    const double left = axis_.left() + 26;
    const double room = axis_.right() - left - 4;
    pen_.fill({left, y, std::min(room, pen_.width(fact, type::bar_label)), density_.row}, Token::base);
    pen_.text({left, y, room, density_.row}, fact, with_halo(in_color(type::bar_label, Token::text_3), Token::base));
  }

  void draw_name(double y, const Row& row, const TextStyle& style) {
    pen_.text({page_margin, y, names_width_ - page_margin - 8, density_.row}, row.name, style, Align::left, mark_of(row));
  }

  static Mark mark_of(const Row& row) { return {MarkKind::item, row.item.value, 0, row.description}; }

  void draw_bar(const Row& row, const Rect& bar) {
    const ClassTokens tokens = class_tokens(row.role);
    RectShape shape;
    shape.rect = bar;
    shape.radius = 2.5;
    shape.fill = row.discovery ? Token::base : tokens.soft;
    if (row.discovery) shape.hatch.color = tokens.soft;
    shape.stroke = Stroke{tokens.solid, 1, Dash::solid};
    scene_.add(shape, mark_of(row));
    pen_.fill({bar.x, bar.y, std::min(3.0, bar.width), bar.height}, tokens.solid, 1);
  }

  std::optional<Rect> place(const std::optional<Span>& span, double y) const {
    return bar_of(span, axis_, y + (density_.row - density_.bar) / 2, density_.bar);
  }

  void draw_before(double y) {
    draw_title(y, pen_.words(translatable("Slide", "Before")), pen_.words(translatable("Slide", "The plan as it is")));
    for (const Row& row : picture_.rows) {
      y += density_.row;
      const auto bar = place(row.before, y);
      draw_name(y, row, in_color(type::small, bar ? Token::text_1 : Token::text_3));
      if (bar)
        draw_bar(row, *bar);
      else
        pen_.text(
            {axis_.left() + 26, y, axis_.right() - axis_.left() - 30, density_.row},
            pen_.words(row.before ? translatable("Slide", "after these periods") : translatable("Slide", "not in the plan")),
            with_halo(in_color(type::bar_label, Token::text_3), Token::base));
    }
    draw_texture(y + density_.row + density_.gap);
  }

  void draw_after(double y) {
    draw_title(y, pen_.words(translatable("Slide", "After")), picture_.option);
    const Rect costs{axis_.right() + 6, y, cost_width - 6 - 12, density_.row};
    if (!picture_.cost.empty()) pen_.text(costs, pen_.words(translatable("Slide", "Delay cost")), type::label, Align::right);
    for (const Row& row : picture_.rows) {
      y += density_.row;
      // What changed is bold.
      draw_name(y, row, in_weight(in_color(type::small, Token::text_1), Weight::semibold));
      pen_.text({costs.x, y, costs.width, density_.row}, row.cost,
                in_weight(in_color(type::small, Token::text_1), row.fate == Fate::request ? Weight::regular : Weight::medium),
                Align::right);
      draw_move(row, y);
    }
    draw_texture(y + density_.row + density_.gap);
    if (picture_.cost.empty() || !picture_.possible) return;
    const double total = y + density_.row + density_.gap + (texture_height_ - density_.row) / 2;
    pen_.line({costs.x, total - 0.5}, {costs.right(), total - 0.5}, Stroke{Token::line_3, 1, Dash::solid});
    const TextStyle style = in_color(type::section, Token::text_1);
    const double width = std::max(costs.width, pen_.width(picture_.cost, style));
    pen_.text({costs.right() - width, total, width, density_.row}, picture_.cost, with_halo(style, Token::base), Align::right);
  }

  void draw_move(const Row& row, double y) {
    const auto before = place(row.before, y);
    const auto after = place(row.after, y);
    const TextStyle slip = in_color(type::bar_label, Token::danger);
    if (row.fate == Fate::request) {
      if (before && row.before != row.after) draw_ghost(pen_, *before);
      if (!after) return draw_note_of(row, {axis_.left() + 18, y + 2, 0, density_.bar}, slip);
      draw_bar(row, *after);
      pen_.box({after->x - 2, after->y - 2, after->width + 4, after->height + 4}, Token::none,
               Stroke{Token::accent, 2, Dash::solid}, 4);
      return draw_note_of(row, *after, in_color(type::bar_label, Token::accent));
    }
    if (before) draw_ghost(pen_, *before);
    if (row.fate == Fate::drops) {
      if (before)
        pen_.line({before->x + 2, before->bottom() - 2}, {before->right() - 2, before->y + 2},
                  Stroke{Token::ghost, 1, Dash::solid});
      return draw_note_of(row, before.value_or(Rect{axis_.left(), y + 2, 0, density_.bar}), slip);
    }
    if (!after) return;
    if (before) draw_way(pen_, *before, *after, Token::danger);
    draw_bar(row, *after);
    draw_note_of(row, *after, slip);
  }

  void draw_note_of(const Row& row, const Rect& bar, const TextStyle& style) {
    const std::string full = row.reason.empty() ? row.note : row.note + ", " + row.reason;
    // Rather without the reason, which the bar's description has too, than over the bar.
    const bool fits = bar.right() + pen_.width(full, style) + 10 <= axis_.right();
    draw_note(pen_, fits ? full : row.note, style, bar, axis_.left() + 4, axis_.right() - 2);
  }

  void draw_texture(double y) {
    pen_.text({page_margin, y, names_width_ - page_margin - 8, texture_height_},
              pen_.words({translatable("Slide", "%1 untouched"), {literal(number_text(static_cast<double>(spans_.size())))}}),
              in_color(type::small, Token::text_3));
    for (std::size_t at = 0; at < spans_.size(); ++at)
      if (auto line = bar_of(spans_[at], axis_, y + pitch_ * static_cast<double>(lines_[at]), std::min(texture_line, pitch_)))
        pen_.fill(*line, Token::line_3);
  }

  const TradeOffPicture& picture_;
  Scene scene_;
  ScenePen pen_;
  double names_width_ = 0;
  TimeAxis axis_;
  std::vector<Span> spans_;
  std::vector<std::size_t> lines_;  // of the texture, by span
  double texture_lines_ = 0;
  Density density_;
  double pitch_ = 0;
  double texture_height_ = 0;
  std::vector<MilestoneLabel> milestones_;
  double milestone_height_ = 0;
};

}  // namespace

Scene layout_trade_off(const TradeOffPicture& picture, const TradeOffOptions& options, const TextMeasurer& measurer) {
  if (picture.periods.empty())
    return empty_page({std::max(least_width, options.width), std::max(360.0, options.minimum_height)},
                      measurer.in_words(translatable("Slide", "Trade-offs")), options.nothing, options.next_step, measurer);
  return Chart(picture, options, measurer).draw(options.minimum_height);
}

double least_trade_off_height(const TradeOffPicture& picture, double width, const TextMeasurer& measurer) {
  return picture.periods.empty() ? 0 : Chart(picture, {.width = width}, measurer).height_with(densities.back());
}

}  // namespace tradewind::views
