// The strip has three forms, by the room that a period gives: figures beside a bar, figures over a thin bar, a column.
#include "views/capacity_strip.h"

#include <algorithm>
#include <cmath>

#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double row_height = 27;
constexpr double head_height = 23;
constexpr double roomy_cell = 118;     // figures beside the bar
constexpr double narrow_cell = 46;     // figures over the bar; below that, columns
constexpr double figures_width = 66;   // in a roomy cell
constexpr double shortest_track = 16;  // where a change needs the room for its figures, a shorter bar is left out
constexpr double most_ratio = 1.3;     // what a bar shows of an overload; the figures tell the rest
constexpr TextStyle figure{11.5, Weight::regular, Token::text_1, Token::none, false};

struct Cell {
  TeamLoad load;          // as it will be, where a change is under way
  OptionalNumber before;  // the total before the change, where it touches this cell
  bool quiet = false;     // there is a change, and it does not touch this cell
  Rect rect;
  double total() const { return load.planned + load.reserve; }
};

Phrase describe(const Cell& cell, const Portfolio& portfolio) {
  const Phrase load = describe_load(cell.load, portfolio);
  if (!cell.before.has_value()) return load;
  return {translatable("Roadmap", "%1; now %2"), {load, literal(number_text(cell.before.value()))}};
}

struct Shares {
  double reserve, planned, over;  // of the capacity; reserve + planned ≤ 1
};
Shares shares_of(const Cell& cell) {
  const double capacity = cell.load.capacity.value_or(0);
  if (capacity <= 0) return {0, 0, cell.total() > 0 && cell.load.capacity.has_value() ? most_ratio - 1 : 0};
  const double reserve = std::min(1.0, cell.load.reserve / capacity);
  const double planned = std::min(1.0 - reserve, cell.load.planned / capacity);
  const double over = is_over_capacity(cell.load) ? std::clamp(cell.total() / capacity - 1, 0.04, most_ratio - 1) : 0;
  return {reserve, planned, over};
}

/// A load that a change alters is bold, with what it was before; red where it is over; "/" and the capacity in grey.
std::vector<ScenePen::Run> figures_of(const Cell& cell, bool with_before) {
  const TextStyle grey = in_color(figure, Token::text_3);
  TextStyle style = cell.quiet ? grey : figure;
  if (is_over_capacity(cell.load) && !cell.quiet) style = in_color(style, Token::danger);
  if (cell.before.has_value() || (is_over_capacity(cell.load) && !cell.quiet)) style = in_weight(style, Weight::semibold);
  std::vector<ScenePen::Run> parts;
  // A change that rounding would hide gets one more digit.
  const bool is_small = cell.before.has_value() && std::round(cell.before.value()) == std::round(cell.total());
  const int decimals = is_small ? 1 : decimals_of(cell.load);
  if (with_before && cell.before.has_value()) parts.push_back({number_text(cell.before.value(), decimals) + " → ", grey});
  parts.push_back({number_text(cell.total(), decimals), style});
  parts.push_back({"/" + (cell.load.capacity.has_value() ? number_text(cell.load.capacity.value(), decimals_of(cell.load))
                                                         : std::string{"–"}),
                   grey});
  return parts;
}

double width_of(const ScenePen& pen, const std::vector<ScenePen::Run>& parts) {
  double width = 0;
  for (const ScenePen::Run& part : parts) width += pen.width(part.text, part.style);
  return width;
}

/// Returns the x after the figures.
double draw_figures(ScenePen& pen, const std::vector<ScenePen::Run>& parts, const Rect& box, bool centred) {
  double x = box.x;
  if (centred) x += std::max(0.0, (box.width - width_of(pen, parts)) / 2);
  for (const ScenePen::Run& part : parts) {
    const double width = pen.width(part.text, part.style);
    pen.text({x, box.y, width + 0.5, box.height}, part.text, part.style);
    x += width;
  }
  return x;
}

void draw_bar(ScenePen& pen, const Cell& cell, const Rect& track) {
  // The track ends at full capacity; an overload runs on beyond its tick.
  if (!cell.load.capacity.has_value()) return;
  const Shares shares = shares_of(cell);
  pen.fill(track, Token::sunken);
  const double reserve = std::round(track.width * shares.reserve);
  const double planned = std::round(track.width * shares.planned);
  if (reserve > 0) pen.box({track.x, track.y, reserve, track.height}, Token::panel, {}, 0, Hatch{Token::line_4});
  if (planned > 0) pen.fill({track.x + reserve, track.y, planned, track.height}, cell.quiet ? Token::data_3 : Token::data_2);
  if (shares.over > 0)
    pen.box({track.right(), track.y, std::max(6.0, track.width * shares.over), track.height}, Token::panel, {}, 0,
            Hatch{Token::danger});
  pen.fill({track.right(), track.y - 3, shares.over > 0 ? 1.5 : 1.0, track.height + 6},
           shares.over > 0 ? Token::danger : Token::line_4);
  if (!cell.before.has_value() || cell.load.capacity.value() <= 0) return;
  const double was = track.width * std::min(most_ratio, cell.before.value() / cell.load.capacity.value());
  if (was > 1) pen.box({track.x, track.y - 1.5, was, track.height + 3}, Token::none, Stroke{Token::ghost, 1, Dash::dashed});
}

/// For very narrow periods: the same from bottom to top.
void draw_column(ScenePen& pen, const Cell& cell) {
  if (!cell.load.capacity.has_value()) return;
  const Shares shares = shares_of(cell);
  const double width = std::clamp(cell.rect.width - 3, 1.0, 14.0);
  const double x = cell.rect.x + (cell.rect.width - width) / 2;
  const double floor_y = cell.rect.bottom() - 4;
  const double full = (cell.rect.height - 8) / most_ratio;
  const auto part = [&](double from, double share, Token fill, Hatch hatch) {
    if (share > 0) pen.box({x, floor_y - full * (from + share), width, full * share}, fill, {}, 0, hatch);
  };
  part(0, 1, Token::sunken, {});
  part(0, shares.reserve, Token::panel, Hatch{Token::line_4});
  part(shares.reserve, shares.planned, cell.quiet ? Token::data_3 : Token::data_2, {});
  part(1, shares.over, Token::panel, Hatch{Token::danger});
  if (shares.over > 0) pen.fill({x - 1, floor_y - full - 0.75, width + 2, 1.5}, Token::danger);
}

void draw_cell(ScenePen& pen, const Cell& cell, const Portfolio& portfolio) {
  pen.box(cell.rect, Token::none, {}, 0, {},
          Mark{MarkKind::team_period, cell.load.team.value, cell.load.period.value, pen.words(describe(cell, portfolio))});
  const double centre = cell.rect.y + cell.rect.height / 2;
  if (cell.rect.width >= roomy_cell) {
    const double after = draw_figures(pen, figures_of(cell, true), {cell.rect.x + 8, cell.rect.y, 0, cell.rect.height}, false);
    const double left = std::max(cell.rect.x + figures_width, std::ceil(after) + 8);
    const double track = std::floor((cell.rect.right() - left - 6) / most_ratio);
    if (track >= shortest_track) draw_bar(pen, cell, {left, std::round(centre - 4.5), track, 9});
  } else if (cell.rect.width >= narrow_cell) {
    const bool fits = width_of(pen, figures_of(cell, true)) <= cell.rect.width - 4;
    draw_figures(pen, figures_of(cell, fits), {cell.rect.x + 2, cell.rect.y + 2, cell.rect.width - 4, 15}, true);
    const double room = cell.rect.width - 10;
    draw_bar(pen, cell, {cell.rect.x + 4, cell.rect.bottom() - 8, std::floor(room / most_ratio), 3});
  } else {
    draw_column(pen, cell);
  }
}

/// One per load, from `top` down; loads come by team, then period.
std::vector<Cell> cells_of(const Portfolio& portfolio, const CapacityFrame& frame, const CapacityLoads& loads, double top) {
  constexpr double visible_change = 0.05;  // person-weeks
  std::vector<Cell> cells;
  double y = top;
  for (std::size_t at = 0; at < loads.now.size(); ++at) {
    const TeamLoad& now = loads.now[at];
    if (at > 0 && now.team != loads.now[at - 1].team) y += row_height;
    const Period* period = portfolio.find(now.period);
    if (period == nullptr || !portfolio.contains(now.team)) continue;
    const double x0 = std::round(std::max(frame.axis.x_of(period->start), frame.axis.left()));
    const double x1 = std::round(std::min(frame.axis.x_of(period->end), frame.axis.right()));
    if (x1 - x0 < 2) continue;
    Cell cell;
    cell.load = now;
    cell.rect = {x0, y, x1 - x0, row_height};
    if (loads.then) {
      cell.load = (*loads.then)[at];
      cell.quiet = std::abs(cell.load.planned - now.planned) < visible_change;
      if (!cell.quiet) cell.before = now.planned + now.reserve;
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

void draw_head(ScenePen& pen, const CapacityFrame& frame, bool with_change, double top) {
  const double centre = top + head_height / 2;
  const Rect row{frame.axis.left() + 8, top, frame.axis.right() - frame.axis.left() - 16, head_height};
  pen.text({page_margin, top, frame.lane_head - page_margin - 4, head_height}, "Capacity", type::strong);
  const TextStyle style = in_color(figure, Token::text_3);
  const double text_end =
      row.x +
      pen.text(row, with_change ? "person-weeks, load before → after / capacity" : "person-weeks, load / capacity", style);

  struct Entry {
    const char* word;
    Token fill;
    Token hatch;
  };
  constexpr Entry entries[] = {{"planned", Token::data_2, Token::none},
                               {"incident reserve", Token::panel, Token::line_4},
                               {"over capacity", Token::panel, Token::danger}};
  double width = 0;
  for (const Entry& entry : entries) width += 20 + pen.width(entry.word, style) + 16;
  double x = row.right() - width + 16;
  if (x < text_end + 16) return;  // the words stand in the cells' descriptions too
  for (const Entry& entry : entries) {
    pen.box({x, centre - 4.5, 14, 9}, entry.fill, {}, 0, Hatch{entry.hatch});
    x += 20;
    x += pen.text({x, top, pen.width(entry.word, style) + 0.5, head_height}, entry.word, style) + 16;
  }
}

}  // namespace

double capacity_height(const Portfolio& portfolio, const std::vector<TeamLoad>& loads) {
  if (loads.empty()) return 0;
  return head_height + row_height * static_cast<double>(portfolio.teams_in_order().size()) + 2;
}

double draw_capacity_strip(ScenePen& pen, const Portfolio& portfolio, const CapacityFrame& frame, const CapacityLoads& loads,
                           double top) {
  const double height = capacity_height(portfolio, loads.now);
  if (height == 0) return top;
  pen.fill({0, top, frame.width, height}, Token::panel);
  pen.line({0, top}, {frame.width, top}, Stroke{Token::line_3, 1, Dash::solid});
  draw_head(pen, frame, loads.then.has_value(), top);
  const double cells_top = top + head_height;
  double y = cells_top;
  for (const Team* team : portfolio.teams_in_order()) {
    pen.line({0, y}, {frame.width, y}, Stroke{Token::line_1, 1, Dash::solid});
    pen.text({page_margin, y, frame.lane_head - page_margin - 4, row_height}, team->name, type::small);
    y += row_height;
  }
  const std::vector<Cell> cells = cells_of(portfolio, frame, loads, cells_top);
  for (const Cell& cell : cells) {
    const double x = std::round(frame.axis.x_of(portfolio.find(cell.load.period)->start));
    const bool is_first_row = cell.rect.y == cells_top;
    if (is_first_row && x >= frame.axis.left())
      pen.line({x, cells_top}, {x, top + height}, Stroke{Token::line_2, 1, Dash::solid});
  }
  pen.line({frame.axis.left(), top}, {frame.axis.left(), top + height}, Stroke{Token::line_2, 1, Dash::solid});
  for (const Cell& cell : cells) draw_cell(pen, cell, portfolio);
  pen.line({0, top + height - 1}, {frame.width, top + height - 1}, Stroke{Token::line_2, 1, Dash::solid});
  return top + height;
}

Scene layout_capacity(const Portfolio& portfolio, const CapacityFrame& frame, const CapacityLoads& loads,
                      const TextMeasurer& measurer) {
  Scene scene;
  scene.title = "Capacity of the teams";
  ScenePen pen(scene, measurer);
  scene.size = {frame.width, draw_capacity_strip(pen, portfolio, frame, loads, 0)};
  scene.frozen = {frame.lane_head + 1, head_height, scene.size.height};
  return scene;
}

}  // namespace tradewind::views
