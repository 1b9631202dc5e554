// One slide: the sentence, before and after with only what moves, three figures, the question, the options. Two greys, one blue
// for the request, red for what slips; every label beside its mark.
#include <algorithm>
#include <cmath>

#include "views/figure_text.h"
#include "views/trade_off_parts.h"

namespace tradewind::views {
namespace {

using namespace trade_off;
using Row = TradeOffPicture::Row;
using Fate = TradeOffPicture::Fate;

constexpr Size slide{1920, 1080};
constexpr double margin = 96;
constexpr double right_edge = slide.width - margin;
constexpr double smallest = 15;
// The chart.
constexpr double names_end = 358;
constexpr double axis_left = 366;
constexpr double axis_right = 1316;
constexpr double notes_end = 1396;
constexpr double chart_top = 246;
constexpr double chart_bottom = 868;
constexpr double head_height = 44;
constexpr double after_height = 44;  // divider and the word "After"
constexpr double row_pitch = 36;
constexpr std::size_t most_rows = 12;
constexpr double quarter_width = 72;  // "Q1": the year stands beside it
// The figures beside it.
constexpr double figures_left = 1420;
// Below.
constexpr double rule_y = 899;
constexpr double options_top = 925;

TextStyle text_style(double size, Weight weight, Token color) { return {size, weight, color, Token::none, false}; }

/// The size from `largest` down at which the text needs no more than `lines` lines, or `least`.
TextStyle fitted(std::string_view text, double width, std::size_t lines, TextStyle style, double least,
                 const TextMeasurer& measurer) {
  for (; style.size > least; style.size -= 1)
    if (wrap(text, width, lines + 1, style, measurer).size() <= lines) return style;
  style.size = least;
  return style;
}

class Exhibit {
 public:
  Exhibit(const TradeOffPicture& picture, const TextMeasurer& measurer) : picture_(picture), pen_(scene_, measurer) {
    scene_.size = slide;
    scene_.title = picture.headline;
    shown_ = picture.rows;
    if (shown_.size() > most_rows) shown_.resize(most_rows - 1);
    more_ = picture.rows.size() - shown_.size();
    picture_.milestones.erase(std::remove_if(picture_.milestones.begin(), picture_.milestones.end(),
                                             [&](const Milestone& each) { return !each.id || each.id != picture.passed; }),
                              picture_.milestones.end());
  }

  Scene draw() {
    draw_headline();
    if (!picture_.periods.empty()) draw_chart();
    draw_figures();
    pen_.line({margin, rule_y}, {right_edge, rule_y}, Stroke{Token::text_1, 2, Dash::solid});
    draw_question();
    draw_footer();
    return std::move(scene_);
  }

 private:
  void draw_headline() {
    constexpr double width = right_edge - margin;
    constexpr double room = 146;
    TextStyle style = text_style(46, Weight::semibold, Token::text_1);
    // Two lines of 58 at first; smaller letters allow more of them.
    while (style.size > 24 &&
           static_cast<double>(wrap(picture_.headline, width, 20, style, pen_.measurer()).size()) * style.size * 1.26 > room)
      style.size -= 2;
    pen_.paragraph({margin, 76, width, room}, picture_.headline, style, style.size * 1.26);
  }

  double pitch() const {
    const double rows = 2 * static_cast<double>(shown_.size()) + (more_ > 0 ? 2 : 0);
    return std::min(row_pitch, (chart_bottom - chart_top - head_height - after_height) / std::max(1.0, rows - 1));
  }

  void draw_chart() {
    const double pitch = this->pitch();
    const double bar = std::round(pitch * 0.62);
    const auto count = static_cast<double>(shown_.size() + (more_ > 0 ? 1 : 0));
    const bool is_new = !shown_.empty() && !shown_.front().before;
    const double before = chart_top + head_height;
    const double divider = before + pitch * (count - (is_new ? 1 : 0)) + 8;
    const double after = divider + after_height - 8;
    const double bottom = after + pitch * count;
    axis_ = axis_of(picture_, axis_left, axis_right);
    draw_axis(bottom);
    name_style_ = text_style(std::clamp(pitch * 0.53, smallest, 19.0), Weight::regular, Token::text_1);
    double y = before;
    for (const Row& row : shown_) {
      if (row.fate == Fate::request && is_new) continue;
      draw_name(row, y, pitch);
      if (const auto rect = place(row.before, y, pitch, bar)) pen_.fill(*rect, token_of(row), 3, mark_of(row));
      y += pitch;
    }
    draw_more(y, pitch);
    pen_.line({margin, divider}, {axis_right, divider}, Stroke{Token::text_3, 1.5, Dash::solid});
    pen_.text({margin, divider + 6, names_end - margin, 28}, pen_.words(translatable("Slide", "After")),
              text_style(18, Weight::semibold, Token::text_3));
    y = after;
    for (const Row& row : shown_) {
      draw_name(row, y, pitch);
      draw_move(row, y, pitch, bar);
      y += pitch;
    }
    draw_more(y, pitch);
  }

  void draw_axis(double bottom) {
    const TextStyle style = text_style(18, Weight::semibold, Token::text_3);
    const TextStyle title = fitted(picture_.before_title, names_end - margin, 1, style, smallest, pen_.measurer());
    pen_.text({margin, chart_top + 4, names_end - margin, 28}, picture_.before_title, title);
    const TextStyle names = text_style(18, Weight::regular, Token::text_1);
    const auto labels = place_milestones(picture_, axis_, 24, notes_end, false, names, pen_.measurer());
    const std::vector<std::vector<std::string>> period_names = names_in_row(picture_.periods);
    for (std::size_t at = 0; at < period_names.size(); ++at) {
      const Period& period = picture_.periods[at];
      const double x = std::round(axis_.x_of(period.start)) + 0.5;
      pen_.line({x, chart_top}, {x, bottom}, Stroke{Token::line_2, 1, Dash::solid});
      const double end = axis_.x_of(period.end);
      // A milestone's name may stand in the same line.
      double from = x + 8;
      double free = end;
      constexpr double apart = 28;  // so that the two do not read as one
      for (const MilestoneLabel& label : labels) {
        const double first = std::min(label.box.x, label.x);
        const double last = std::max(label.box.right(), label.x);
        if (label.box.y > 0 || last + apart < from || first - apart > end) continue;
        if (first <= from + 8)
          from = last + apart;
        else
          free = std::min(free, first - apart);
      }
      const double width = period.kind == PeriodKind::quarter ? std::min(quarter_width, free - from) : free - from;
      if (width > 0)
        pen_.text({from, chart_top + 4, width, 28}, fitting_name(period_names[at], width, style, pen_.measurer()), style);
    }
    pen_.line({axis_right + 0.5, chart_top}, {axis_right + 0.5, bottom}, Stroke{Token::line_2, 1, Dash::solid});
    for (const MilestoneLabel& label : labels) {
      const double y = chart_top + 6 - label.box.y;  // further lines go up, into the free room above
      pen_.line({label.x, y + 26}, {label.x, bottom}, Stroke{Token::text_2, 2, Dash::dotted});
      pen_.text({label.box.x, y, label.box.width, label.box.height}, label.text, with_halo(names, Token::base), label.align);
    }
  }

  void draw_name(const Row& row, double y, double pitch) {
    TextStyle style = name_style_;
    if (row.fate == Fate::request) style = in_weight(in_color(style, Token::accent), Weight::semibold);
    if (is_first_slip(row)) style.weight = Weight::semibold;
    style = fitted(row.name, names_end - margin, 1, style, smallest, pen_.measurer());
    pen_.text({margin, y, names_end - margin, pitch}, row.name, style);
  }

  void draw_more(double y, double pitch) {
    if (more_ == 0) return;
    pen_.text({margin, y, names_end - margin, pitch}, more_others(), text_style(smallest, Weight::regular, Token::text_3));
  }

  std::string more_others() const {
    return pen_.words({more_ == 1 ? translatable("Slide", "and %1 other") : translatable("Slide", "and %1 others"),
                       {literal(number_text(static_cast<double>(more_)))}});
  }

  void draw_move(const Row& row, double y, double pitch, double bar) {
    const auto before = place(row.before, y, pitch, bar);
    const auto after = place(row.after, y, pitch, bar);
    const TextStyle style = text_style(name_style_.size, Weight::regular, Token::danger);
    if (row.fate != Fate::request && before) draw_ghost(pen_, *before);
    if (after) pen_.fill(*after, token_of(row), 3, mark_of(row));
    if (row.fate == Fate::request && after) return;  // said in the footer
    const auto from = after ? after : before;
    const Rect place = from.value_or(Rect{axis_left, y, 0, pitch});
    draw_note(pen_, row.note, style, {place.x, y, place.width, pitch}, axis_left + 4, notes_end);
  }

  bool is_first_slip(const Row& row) const {
    const auto first = std::find_if(shown_.begin(), shown_.end(), [](const Row& each) { return each.fate != Fate::request; });
    return first != shown_.end() && first->item == row.item;
  }
  Token token_of(const Row& row) const {
    return row.fate == Fate::request ? Token::accent_fill : is_first_slip(row) ? Token::data_1 : Token::q3;
  }
  static Mark mark_of(const Row& row) { return {MarkKind::item, row.item.value, 0, row.description}; }
  std::optional<Rect> place(const std::optional<Span>& span, double y, double pitch, double bar) const {
    return bar_of(span, axis_, y + (pitch - bar) / 2, bar);
  }

  void draw_figures() {
    constexpr double width = right_edge - figures_left;
    double y = chart_top + 12;
    bool is_first = true;
    for (const TradeOffPicture::Figure& figure : picture_.figures) {
      const double size = is_first ? 68 : 41;
      const TextStyle style =
          fitted(figure.figure, width, 1, text_style(size, Weight::semibold, Token::text_1), 24, pen_.measurer());
      pen_.text({figures_left, y, width, size * 1.15}, figure.figure, style);
      y += size * 1.15 + (is_first ? 6 : 2);
      const TextStyle meaning =
          fitted(figure.meaning, width, 4, text_style(19, Weight::regular, Token::text_2), smallest, pen_.measurer());
      y = pen_.paragraph({figures_left, y, width, 4 * 28.0}, figure.meaning, meaning, 28) + 36;
      is_first = false;
    }
  }

  void draw_question() {
    const TextStyle question = text_style(37, Weight::semibold, Token::text_1);
    const std::string text = pen_.words(translatable("Slide", "Which is the priority for the business right now?"));
    const double question_width = std::min(pen_.width(text, question), 900.0);
    pen_.text({margin, options_top + 6, question_width, 56}, text,
              fitted(text, question_width, 1, question, 24, pen_.measurer()));
    if (picture_.ways.empty()) return;
    const TextStyle name = text_style(19, Weight::semibold, Token::text_1);
    const TextStyle net = text_style(19, Weight::regular, Token::text_2);
    const TextStyle label = text_style(19, Weight::regular, Token::text_3);
    constexpr double gap = 40;
    const double left = margin + question_width + gap;
    // As many options as there is room for beside the question, the most important ones.
    double used = pen_.width(picture_.net_title, label);
    std::vector<double> widths;
    for (const TradeOffPicture::Way& way : picture_.ways) {
      const double width = std::max(pen_.width(way.name, name), pen_.width(way.net, net));
      if (left + used + gap + width > right_edge) break;
      used += gap + width;
      widths.push_back(width);
    }
    double x = right_edge;
    for (std::size_t at = widths.size(); at-- > 0;) {
      x -= widths[at];
      pen_.text({x, options_top, widths[at], 26}, picture_.ways[at].name, name, Align::right);
      pen_.text({x, options_top + 27, widths[at], 26}, picture_.ways[at].net, net, Align::right);
      x -= gap;
    }
    if (!widths.empty()) pen_.text({left, options_top + 27, x - left, 26}, picture_.net_title, label, Align::right);
  }

  void draw_footer() {
    const TextStyle style = text_style(smallest, Weight::regular, Token::text_3);
    constexpr double middle = 1060;
    pen_.paragraph({margin, 1012, middle - margin - 20, 44}, picture_.source, style, 22);
    const double width = right_edge - middle;
    double y = 1012;
    for (const std::string& line : wrap(picture_.method, width, 2, style, pen_.measurer())) {
      pen_.text({middle, y, width, 22}, line, style, Align::right);
      y += 22;
    }
  }

  TradeOffPicture picture_;
  Scene scene_;
  ScenePen pen_;
  TimeAxis axis_;
  TextStyle name_style_;
  std::vector<Row> shown_;
  std::size_t more_ = 0;
};

}  // namespace

Scene layout_exhibit(const TradeOffPicture& picture, const TextMeasurer& measurer) { return Exhibit(picture, measurer).draw(); }

}  // namespace tradewind::views
