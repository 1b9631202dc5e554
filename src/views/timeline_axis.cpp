// The head of a timeline: periods, today, milestones.
#include <algorithm>
#include <array>
#include <cmath>

#include "views/figure_text.h"
#include "views/timeline_layout.h"

namespace tradewind::views::timeline {
namespace {

constexpr double cell_padding = 8;
constexpr TextStyle period_style{13, Weight::semibold, Token::text_1, Token::none, false};
constexpr TextStyle cell_style{11.5, Weight::regular, Token::text_3, Token::none, false};
constexpr TextStyle pill_style{11.5, Weight::medium, Token::base, Token::none, false};
constexpr double milestone_row = 20;
constexpr std::size_t most_milestone_rows = 6;
constexpr double diamond = 5;  // half its diagonal

struct Interval {
  double left, right;
  bool overlaps(const Interval& other) const { return left < other.right && other.left < right; }
};

Interval pill_of_today(const ScenePen& pen, const Frame& frame, std::string& text) {
  text = day_and_month(frame.today);
  const double width = pen.width(text, pill_style) + 10;
  const double centre = frame.axis.x_of(frame.today);
  const double left = std::clamp(centre - width / 2, frame.axis.left() + 4, frame.axis.right() - width - 2);
  return {left, left + width};
}

/// One variant of the names for a whole row, so that neighbours read alike; and each n-th cell where none fits.
struct Naming {
  std::size_t variant = 0;
  std::size_t stride = 1;
};

Naming naming_for(const std::vector<AxisCell>& cells, const TimeAxis& axis, const TextStyle& style,
                  const TextMeasurer& measurer) {
  std::size_t variants = 1;
  for (const AxisCell& cell : cells) variants = std::max(variants, cell.names.size());
  double widest = 0;
  for (const AxisCell& cell : cells) widest = std::max(widest, axis.x_of(cell.end) - axis.x_of(cell.start));
  std::vector<double> ratios;
  for (std::size_t variant = 0; variant < variants; ++variant) {
    double ratio = 0;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      // The first and the last cell may be cut, and the days between two periods that do not meet are a sliver of their
      // own; such cells go without a name when it does not fit, rather than shorten the names of all.
      const double room = axis.x_of(cells[at].end) - axis.x_of(cells[at].start);
      if (cells.size() > 2 && (at == 0 || at + 1 == cells.size() || room < widest / 3)) continue;
      const std::string& name = cells[at].names[std::min(variant, cells[at].names.size() - 1)];
      ratio = std::max(ratio, (measurer.width(name, style) + cell_padding + 3) / std::max(room, 0.01));
    }
    ratios.push_back(ratio);
  }
  // Where not even the shortest fit, some cells go without; the room of those may take a longer one.
  const double stride = std::ceil(std::max(1.0, ratios.back()));
  const auto fits = std::find_if(ratios.begin(), ratios.end(), [stride](double ratio) { return ratio <= stride; });
  return {static_cast<std::size_t>(fits - ratios.begin()), static_cast<std::size_t>(stride)};
}

/// Where not every cell is named, the first of each period: its line is the one that a reader counts from. The first cell may
/// be cut, so the count begins at the next line.
std::size_t first_named(const std::vector<AxisCell>& cells, const TimeAxis& axis, std::size_t stride,
                        const std::vector<double>& lines) {
  for (std::size_t at = 1; at < cells.size(); ++at) {
    const double start = axis.x_of(cells[at].start);
    const double near = (axis.x_of(cells[at].end) - start) / 3;
    if (std::any_of(lines.begin(), lines.end(), [&](double line) { return std::abs(line - start) <= near; })) return at % stride;
  }
  return 0;
}

/// `lines` are x positions that no name may straddle: it moves to the right of them.
void draw_names(ScenePen& pen, const std::vector<AxisCell>& cells, const Frame& frame, double y, const TextStyle& style,
                const std::vector<Interval>& taken, const std::vector<double>& lines) {
  constexpr std::size_t months_in_quarter = 3;
  Naming naming = naming_for(cells, frame.axis, style, pen.measurer());
  std::size_t first = 0;
  if (naming.stride > 1 && !lines.empty()) {
    naming.stride = (naming.stride + months_in_quarter - 1) / months_in_quarter * months_in_quarter;
    first = first_named(cells, frame.axis, naming.stride, lines);
  }
  for (std::size_t at = first; at < cells.size(); at += naming.stride) {
    const AxisCell& cell = cells[at];
    const std::string& name = cell.names[std::min(naming.variant, cell.names.size() - 1)];
    double x = frame.axis.x_of(cell.start) + cell_padding;
    const double end = frame.axis.x_of(cells[std::min(at + naming.stride, cells.size()) - 1].end);
    const double width = pen.width(name, style);
    for (const double line : lines)
      if (line > x - cell_padding && line < x + width + 2) x = line + cell_padding;
    const Interval place{x, x + width};
    if (x + width > end - 1) continue;
    if (std::any_of(taken.begin(), taken.end(), [&](const Interval& other) { return other.overlaps(place); })) continue;
    pen.text({x, y, width + 0.5, 18}, name, style);
  }
}

void draw_diamond(ScenePen& pen, Point centre, Token fill, Token edge, Mark mark) {
  PathShape shape;
  shape.points = {{centre.x, centre.y - diamond},
                  {centre.x + diamond, centre.y},
                  {centre.x, centre.y + diamond},
                  {centre.x - diamond, centre.y}};
  shape.closed = true;
  shape.fill = fill;
  shape.stroke = Stroke{edge, 1, Dash::solid};
  pen.scene().add(std::move(shape), std::move(mark));
}

/// The last day of the item's work, where it is on this roadmap and ends after the milestone that waits for it.
std::optional<Date> late_finish(const Milestone& milestone, const Model& model) {
  if (!milestone.item) return std::nullopt;
  std::optional<Date> end;
  for (const Bar& bar : model.bars)
    if (bar.item->id == milestone.item) end = std::max(end.value_or(last_day(bar.span)), last_day(bar.span));
  return end && *end > milestone.date ? end : std::nullopt;
}

}  // namespace

void draw_axis(ScenePen& pen, const Frame& frame, double top) {
  std::vector<Interval> taken;
  if (frame.axis.shows(frame.today)) {
    std::string text;
    const Interval pill = pill_of_today(pen, frame, text);
    pen.box({pill.left, top + 21, pill.right - pill.left, 16}, Token::today, {}, 3, {},
            Mark{MarkKind::axis, 0, 0, "Today, " + to_display(frame.today)});
    pen.text({pill.left, top + 21, pill.right - pill.left, 16}, text, pill_style, Align::centre);
    taken.push_back({pill.left - 4, pill.right + 4});
  }
  draw_names(pen, frame.axis_cells.upper, frame, top + 3, period_style, {}, {});
  std::vector<double> period_lines;
  for (const AxisCell& cell : frame.axis_cells.upper) period_lines.push_back(std::round(frame.axis.x_of(cell.start)));
  draw_names(pen, frame.axis_cells.lower, frame, top + 20, cell_style, taken,
             frame.kind == PeriodKind::week ? std::vector<double>{} : period_lines);
}

void draw_grid(ScenePen& pen, const Frame& frame, double top, double bottom) {
  const double axis_bottom = top + axis_height;
  double previous = frame.axis.left() - 100;
  for (const AxisCell& cell : frame.axis_cells.lower) {
    const double x = std::round(frame.axis.x_of(cell.start));
    if (x <= frame.axis.left() || x - previous < 4) continue;
    // A month that begins some days before its quarter does not get a second line beside the quarter's.
    const bool doubles = std::any_of(frame.axis_cells.upper.begin(), frame.axis_cells.upper.end(), [&](const AxisCell& upper) {
      return std::abs(std::round(frame.axis.x_of(upper.start)) - x) < std::min(16.0, 8 * frame.axis.day_width());
    });
    if (doubles && frame.kind != PeriodKind::week) continue;
    previous = x;
    pen.line({x, axis_bottom - 16}, {x, bottom}, Stroke{Token::grid, 1, Dash::solid});
  }
  // Where periods are weeks, the upper cells are months and cut through weeks: those lines stay in the head.
  for (const AxisCell& cell : frame.axis_cells.upper) {
    const double x = std::round(frame.axis.x_of(cell.start));
    pen.line({x, top}, {x, frame.kind == PeriodKind::week ? axis_bottom - 20 : bottom}, Stroke{Token::line_2, 1, Dash::solid});
  }
  pen.line({frame.axis.left(), top}, {frame.axis.left(), bottom}, Stroke{Token::line_2, 1, Dash::solid});
}

void draw_hint(ScenePen& pen, const Frame& frame, double top, double height, const std::string& sentence) {
  constexpr double margin = 8;
  const TextStyle style = with_halo(in_color(type::bar_label, Token::text_3), Token::base);  // dependencies cross empty lanes
  const Interval usual{frame.axis.left() + margin, frame.axis.left() + margin + pen.width(sentence, style)};
  const double today = frame.axis.x_of(frame.today);
  const bool struck = frame.axis.shows(frame.today) && usual.overlaps({today - 1, today + 1});
  const double left = struck ? today + margin : usual.left;
  pen.text({left, top, frame.axis.right() - margin - left, height}, sentence, style);
}

double draw_milestones(ScenePen& pen, const Model& model, const Frame& frame, double top, bool band_when_empty) {
  struct Placed {
    const Milestone* milestone;
    double x;
    std::size_t row;
    bool right;
    bool named;
  };
  std::vector<Placed> placed;
  std::vector<std::vector<Interval>> rows(1);
  const auto is_free = [&](std::size_t row, const Interval& place) {
    return std::none_of(rows[row].begin(), rows[row].end(), [&](const Interval& other) { return other.overlaps(place); });
  };
  for (const Milestone* milestone : model.milestones) {
    if (!frame.axis.shows(milestone->date)) continue;
    const double x = std::round(frame.axis.x_of(milestone->date)) + 0.5;
    const double width = pen.width(milestone->title, type::bar_label);
    const Interval on_right{x - diamond - 3, x + diamond + 5 + width + 6};
    const Interval on_left{x - diamond - 5 - width - 6, x + diamond + 3};
    Placed place{milestone, x, 0, true, false};
    for (std::size_t row = 0; row < most_milestone_rows && !place.named; ++row) {
      if (row == rows.size()) rows.emplace_back();
      const bool fits_right = on_right.right <= frame.axis.right() && is_free(row, on_right);
      const bool fits_left = on_left.left >= frame.axis.left() && is_free(row, on_left);
      if (!fits_right && !fits_left) continue;
      place.row = row;
      place.right = fits_right;
      place.named = true;
      rows[row].push_back(fits_right ? on_right : on_left);
    }
    // Without room for its name a milestone keeps its diamond and its tool tip.
    if (!place.named) rows.front().push_back({x - diamond, x + diamond});
    placed.push_back(place);
  }
  if (placed.empty() && !band_when_empty) return top;
  std::size_t used_rows = 1;
  for (const Placed& place : placed) used_rows = std::max(used_rows, place.row + 1);
  const double bottom = top + 6 + milestone_row * static_cast<double>(used_rows);

  pen.text({page_margin, top + 3, frame.lane_head - page_margin - 4, milestone_row}, "Milestones",
           in_color(type::small, Token::text_3));
  if (placed.empty()) draw_hint(pen, frame, top + 3, milestone_row, "Double click to add a milestone");
  for (const Placed& place : placed) {
    const double y = top + 3 + milestone_row * (static_cast<double>(place.row) + 0.5);
    const auto late = late_finish(*place.milestone, model);
    std::string description = place.milestone->title + ", " + to_display(place.milestone->date);
    if (late) description += ": the work it waits for ends on " + to_display(*late);
    const Token color = late ? Token::danger : Token::q1;
    draw_diamond(pen, {place.x, y}, color, color, Mark{MarkKind::milestone, place.milestone->id.value, 0, description});
    if (!place.named) continue;
    const TextStyle style = with_halo(in_color(type::bar_label, late ? Token::danger : Token::text_1), Token::base);
    const double width = pen.width(place.milestone->title, style) + 0.5;
    const double x = place.right ? place.x + diamond + 5 : place.x - diamond - 5 - width;
    pen.text({x, y - 9, width, 18}, place.milestone->title, style, place.right ? Align::left : Align::right);
  }
  pen.line({0, bottom}, {frame.width, bottom}, Stroke{Token::line_2, 1, Dash::solid});
  return bottom + 1;
}

}  // namespace tradewind::views::timeline
