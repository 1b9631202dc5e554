// The strip has three forms, by the room that a period gives: figures beside a bar, figures over a thin bar, a column.
#include "views/capacity_strip.h"

#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double row_height = 27;
constexpr double head_height = 23;
constexpr double roomy_cell = 118;  // figures beside the bar
constexpr double narrow_cell = 46;  // figures over the bar; below that, columns
constexpr double most_ratio = 1.3;  // what a bar shows of an overload; the figures tell the rest
constexpr TextStyle figure{11.5, Weight::regular, Token::text_1, Token::none, false};

struct Cell {
  const Team* team;
  const Period* period;
  TeamLoad load;
  Rect rect;
  double total() const { return load.planned + load.reserve; }
  // Compared as shown: 96.4 of 96 reads "96/96" and is no alarm.
  bool over() const { return load.capacity.has_value() && std::round(total()) > std::round(load.capacity.value()); }
};

std::string describe(const Cell& cell) {
  std::string text = cell.team->name + ", " + display_name(*cell.period) + ": " + number_text(cell.total());
  if (!cell.load.capacity.has_value()) return text + " person-weeks planned, no capacity given";
  text += " of " + number_text(cell.load.capacity.value()) + " person-weeks";
  if (cell.load.reserve > 0) text += ", " + number_text(cell.load.reserve) + " of them incident reserve";
  if (cell.over()) text += "; over capacity by " + number_text(std::round(cell.total()) - std::round(cell.load.capacity.value()));
  return text;
}

struct Shares {
  double reserve, planned, over;  // of the capacity; reserve + planned ≤ 1
};
Shares shares_of(const Cell& cell) {
  const double capacity = cell.load.capacity.value_or(0);
  if (capacity <= 0) return {0, 0, cell.total() > 0 && cell.load.capacity.has_value() ? most_ratio - 1 : 0};
  const double reserve = std::min(1.0, cell.load.reserve / capacity);
  const double planned = std::min(1.0 - reserve, cell.load.planned / capacity);
  const double over = cell.over() ? std::clamp(cell.total() / capacity - 1, 0.04, most_ratio - 1) : 0;
  return {reserve, planned, over};
}

/// Load bold and red where it is over, then "/" and the capacity in grey. Returns the width used.
double draw_figures(ScenePen& pen, const Cell& cell, const Rect& box, bool centred) {
  const TextStyle load = cell.over() ? in_weight(in_color(figure, Token::danger), Weight::semibold) : figure;
  const std::string load_text = number_text(cell.total());
  const std::string capacity_text =
      "/" + (cell.load.capacity.has_value() ? number_text(cell.load.capacity.value()) : std::string{"–"});
  const double load_width = pen.width(load_text, load);
  const double capacity_width = pen.width(capacity_text, figure);
  double x = box.x;
  if (centred) x += std::max(0.0, (box.width - load_width - capacity_width) / 2);
  pen.text({x, box.y, load_width + 0.5, box.height}, load_text, load);
  pen.text({x + load_width, box.y, capacity_width + 0.5, box.height}, capacity_text, in_color(figure, Token::text_3));
  return load_width + capacity_width;
}

void draw_bar(ScenePen& pen, const Cell& cell, const Rect& track) {
  // The track ends at full capacity; an overload runs on beyond its tick.
  if (!cell.load.capacity.has_value()) return;
  const Shares shares = shares_of(cell);
  pen.fill(track, Token::sunken);
  const double reserve = std::round(track.width * shares.reserve);
  const double planned = std::round(track.width * shares.planned);
  if (reserve > 0) pen.box({track.x, track.y, reserve, track.height}, Token::panel, {}, 0, Hatch{Token::line_4});
  if (planned > 0) pen.fill({track.x + reserve, track.y, planned, track.height}, Token::data_2);
  if (shares.over > 0)
    pen.box({track.right(), track.y, std::max(6.0, track.width * shares.over), track.height}, Token::panel, {}, 0,
            Hatch{Token::danger});
  pen.fill({track.right(), track.y - 3, shares.over > 0 ? 1.5 : 1.0, track.height + 6},
           shares.over > 0 ? Token::danger : Token::line_4);
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
  part(shares.reserve, shares.planned, Token::data_2, {});
  part(1, shares.over, Token::panel, Hatch{Token::danger});
  if (shares.over > 0) pen.fill({x - 1, floor_y - full - 0.75, width + 2, 1.5}, Token::danger);
}

void draw_cell(ScenePen& pen, const Cell& cell) {
  pen.box(cell.rect, Token::none, {}, 0, {},
          Mark{MarkKind::team_period, cell.team->id.value, cell.period->id.value, describe(cell)});
  const double centre = cell.rect.y + cell.rect.height / 2;
  if (cell.rect.width >= roomy_cell) {
    draw_figures(pen, cell, {cell.rect.x + 8, cell.rect.y, 66, cell.rect.height}, false);
    const double left = cell.rect.x + 66;
    const double room = cell.rect.right() - left - 6;
    draw_bar(pen, cell, {left, std::round(centre - 4.5), std::floor(room / most_ratio), 9});
  } else if (cell.rect.width >= narrow_cell) {
    draw_figures(pen, cell, {cell.rect.x + 2, cell.rect.y + 2, cell.rect.width - 4, 15}, true);
    const double room = cell.rect.width - 10;
    draw_bar(pen, cell, {cell.rect.x + 4, cell.rect.bottom() - 8, std::floor(room / most_ratio), 3});
  } else {
    draw_column(pen, cell);
  }
}

std::vector<const Period*> shown_periods(const CapacityStrip& strip) {
  std::vector<const Period*> periods = strip.portfolio.periods_in_order(strip.kind);
  periods.erase(
      std::remove_if(periods.begin(), periods.end(),
                     [&](const Period* period) { return period->end <= strip.axis.from() || period->start >= strip.axis.to(); }),
      periods.end());
  return periods;
}

void draw_head(ScenePen& pen, const CapacityStrip& strip, double top) {
  const double centre = top + head_height / 2;
  const Rect row{strip.axis.left() + 8, top, strip.axis.right() - strip.axis.left() - 16, head_height};
  pen.text({page_margin, top, strip.lane_head - page_margin - 4, head_height}, "Capacity", type::strong);
  const TextStyle style = in_color(figure, Token::text_3);
  const double text_end = row.x + pen.text(row, "person-weeks, load / capacity", style);

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

double capacity_strip_height(const CapacityStrip& strip) {
  const auto teams = strip.portfolio.teams_in_order();
  if (teams.empty() || shown_periods(strip).empty()) return 0;
  return head_height + row_height * static_cast<double>(teams.size()) + 2;
}

double draw_capacity_strip(ScenePen& pen, const CapacityStrip& strip, double top) {
  const auto teams = strip.portfolio.teams_in_order();
  const auto periods = shown_periods(strip);
  const double height = capacity_strip_height(strip);
  if (height == 0) return top;

  pen.fill({0, top, strip.width, height}, Token::panel);
  pen.line({0, top}, {strip.width, top}, Stroke{Token::line_3, 1, Dash::solid});
  draw_head(pen, strip, top);
  const double cells_top = top + head_height;

  std::vector<Cell> cells;
  for (const TeamLoad& load : team_loads(strip.portfolio, strip.roadmap, periods)) {
    const auto team = std::find_if(teams.begin(), teams.end(), [&](const Team* one) { return one->id == load.team; });
    const auto period = std::find_if(periods.begin(), periods.end(), [&](const Period* one) { return one->id == load.period; });
    if (team == teams.end() || period == periods.end()) continue;
    const double x0 = std::round(std::max(strip.axis.x_of((*period)->start), strip.axis.left()));
    const double x1 = std::round(std::min(strip.axis.x_of((*period)->end), strip.axis.right()));
    const double y = cells_top + row_height * static_cast<double>(team - teams.begin());
    if (x1 - x0 >= 2) cells.push_back({*team, *period, load, {x0, y, x1 - x0, row_height}});
  }
  for (std::size_t at = 0; at < teams.size(); ++at) {
    const double y = cells_top + row_height * static_cast<double>(at);
    pen.line({0, y}, {strip.width, y}, Stroke{Token::line_1, 1, Dash::solid});
    pen.text({page_margin, y, strip.lane_head - page_margin - 4, row_height}, teams[at]->name, type::small);
  }
  for (const Period* period : periods) {
    const double x = std::round(strip.axis.x_of(period->start));
    if (x >= strip.axis.left()) pen.line({x, cells_top}, {x, top + height}, Stroke{Token::line_2, 1, Dash::solid});
  }
  pen.line({strip.axis.left(), top}, {strip.axis.left(), top + height}, Stroke{Token::line_2, 1, Dash::solid});
  for (const Cell& cell : cells) draw_cell(pen, cell);
  pen.line({0, top + height - 1}, {strip.width, top + height - 1}, Stroke{Token::line_2, 1, Dash::solid});
  return top + height;
}

}  // namespace tradewind::views
