// Where each bar and its label go.
#include <algorithm>

#include "views/timeline_layout.h"
#include "views/timeline_packing.h"

namespace tradewind::views::timeline {
namespace {

constexpr double inside_left = 8;  // from the bar's edge to its label
constexpr double inside_right = 5;
constexpr double beside_gap = 5;
constexpr double row_gap = 8;
constexpr double lane_padding = 7;
constexpr double head_line = 15;
constexpr double title_line = 16;
constexpr double usual_title_lines = 2;
constexpr double most_title_lines = 4;
constexpr double narrowest_bar = 5;
constexpr double widest_beside = 210;  // a longer label beside a bar would waste its row
constexpr double roomy_bar = 130;      // inside such a bar a long label may be elided
constexpr double narrowest_label = 44;

void place_span(const Span& span, const TimeAxis& axis, double& x0, double& x1) {
  const double left = std::round(std::clamp(axis.x_of(span.start), axis.left(), axis.right()));
  const double right = std::round(std::clamp(axis.x_of(span.finish), axis.left(), axis.right()));
  x0 = std::min(left, axis.right() - narrowest_bar);
  x1 = std::max(right, x0 + narrowest_bar);
}

void place_label(Bar& bar, const Frame& frame, const TextMeasurer& measurer) {
  const std::string& full = short_title_of(*bar.item);
  const double wanted = measurer.width(full, type::bar_label);
  const double room_inside = bar.x1 - bar.x0 - inside_left - inside_right;
  bar.left = bar.hull_left;
  bar.right = bar.hull_right;
  bar.label_place = LabelPlace::inside;
  bar.label = full;
  if (wanted <= room_inside) return;

  const double room_right = frame.axis.right() - 4 - bar.hull_right - beside_gap;
  const double room_left = bar.hull_left - frame.axis.left() - 4 - beside_gap;
  const double width = std::min(wanted, widest_beside);
  const bool long_label = wanted > widest_beside;
  if ((long_label && bar.x1 - bar.x0 >= roomy_bar) ||
      (room_right < width && room_left < width && room_inside >= narrowest_label)) {
    bar.label = elide(full, room_inside, type::bar_label, measurer);
    return;
  }
  // On the side where the bar is, not the ghost.
  const bool beside_ghost = bar.hull_right > bar.x1 && room_left >= width;
  const bool is_right = !beside_ghost && (room_right >= width || room_right >= room_left);
  bar.label_place = is_right ? LabelPlace::right : LabelPlace::left;
  const double room = std::min(width, bar.label_place == LabelPlace::right ? room_right : room_left);
  if (wanted > room) bar.label = elide(full, room, type::bar_label, measurer);
  const double used = bar.label == full ? wanted : measurer.width(bar.label, type::bar_label);
  if (bar.label.empty()) return;
  if (bar.label_place == LabelPlace::right)
    bar.right = bar.hull_right + beside_gap + used;
  else
    bar.left = bar.hull_left - beside_gap - used;
}

double title_room(double lane_head) { return lane_head - page_margin - 8; }

/// In whole words on the lines that every lane has.
bool title_fits(std::string_view title, double room, const TextMeasurer& measurer) {
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    if (measurer.width(title.substr(begin, end - begin), type::strong) > room) return false;
    begin = end + 1;
  }
  const auto usual = static_cast<std::size_t>(usual_title_lines);
  return wrap(title, room, usual + 1, type::strong, measurer).size() <= usual;
}

}  // namespace

double wide_enough(const std::vector<Lane>& lanes, double width, double widest, const TextMeasurer& measurer) {
  constexpr double step = 4;
  for (const Lane& lane : lanes)
    while (width + step <= widest && !title_fits(lane.title, title_room(width), measurer)) width += step;
  return width;
}

double place_bars(Model& model, const Frame& frame, double top, const TextMeasurer& measurer) {
  for (Bar& bar : model.bars) {
    place_span(bar.span, frame.axis, bar.x0, bar.x1);
    bar.hull_left = bar.x0;
    bar.hull_right = bar.x1;
    if (bar.before) {
      place_span(*bar.before, frame.axis, bar.before_x0, bar.before_x1);
      bar.hull_left = std::min(bar.hull_left, bar.before_x0);
      bar.hull_right = std::max(bar.hull_right, bar.before_x1);
    }
    place_label(bar, frame, measurer);
  }
  double y = top;
  std::vector<Extent> extents;
  for (Lane& lane : model.lanes) {
    // A label on the left makes a bar begin before its date.
    std::stable_sort(lane.bars.begin(), lane.bars.end(),
                     [&](std::size_t a, std::size_t b) { return model.bars[a].left < model.bars[b].left; });
    extents.clear();
    for (const std::size_t bar : lane.bars) extents.push_back({model.bars[bar].left, model.bars[bar].right});
    const auto rows = pack_rows(extents, row_gap);
    lane.y = y;
    lane.rows = rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end()) + 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      Bar& bar = model.bars[lane.bars[i]];
      bar.row = rows[i];
      bar.y = y + lane_padding + static_cast<double>(rows[i]) * row_pitch;
    }
    const double bars = static_cast<double>(std::max<std::size_t>(lane.rows, 1)) * row_pitch - 4;
    // Where the bars make the lane tall anyway, a long title has more lines.
    const double room = std::floor((bars - head_line * static_cast<double>(lane.facts.size())) / title_line);
    const auto lines = static_cast<std::size_t>(std::clamp(room, usual_title_lines, most_title_lines));
    lane.title_lines = wrap(lane.title, title_room(frame.lane_head), lines, type::strong, measurer);
    const double head = 2 * lane_padding + head_line * static_cast<double>(lane.title_lines.size() + lane.facts.size());
    lane.height = std::max(head, 2 * lane_padding + bars);
    y += lane.height;
  }
  return y;
}

}  // namespace tradewind::views::timeline
