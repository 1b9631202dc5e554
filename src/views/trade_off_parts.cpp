#include "views/trade_off_parts.h"

#include <algorithm>

#include "tradewind/domain/period.h"
#include "views/figure_text.h"

namespace tradewind::views::trade_off {
namespace {

constexpr double least_bar = 4;
constexpr double note_gap = 8;
constexpr double label_gap = 9;  // from a milestone's line to its name

}  // namespace

TimeAxis axis_of(const TradeOffPicture& picture, double left, double right) {
  return {picture.periods.front().start, picture.periods.back().end, left, right};
}

std::optional<Rect> bar_of(const std::optional<Span>& span, const TimeAxis& axis, double y, double height) {
  if (!span) return std::nullopt;
  const double x0 = std::max(axis.left(), axis.x_of(span->start));
  const double x1 = std::min(axis.right(), axis.x_of(span->finish));
  if (x1 <= axis.left() || x0 >= axis.right()) return std::nullopt;
  const double width = std::max(least_bar, x1 - x0);
  return Rect{std::min(x0, axis.right() - width), y, width, height};
}

std::string fitting_name(const std::vector<std::string>& names, double width, const TextStyle& style,
                         const TextMeasurer& measurer) {
  for (const std::string& name : names)
    if (measurer.width(name, style) <= width) return name;
  return names.empty() ? std::string() : elide(names.back(), width, style, measurer);
}

void draw_note(ScenePen& pen, std::string_view text, const TextStyle& style, const Rect& bar, double left, double right) {
  const double width = std::min(pen.width(text, style), right - left);
  double x = bar.right() + note_gap;
  if (x + width > right) x = bar.x - note_gap - width;
  if (x < left) x = right - width;
  // Between its letters too, no line runs through it.
  const Rect box{x, bar.y, width, bar.height};
  if (x >= bar.right() || box.right() <= bar.x) pen.fill(box, Token::base);
  pen.text(box, text, with_halo(style, Token::base));
}

std::vector<MilestoneLabel> place_milestones(const TradeOffPicture& picture, const TimeAxis& axis, double line_height,
                                             double right, bool with_date, const TextStyle& style, const TextMeasurer& measurer) {
  std::vector<const Milestone*> shown;
  for (const Milestone& milestone : picture.milestones)
    if (axis.shows(milestone.date)) shown.push_back(&milestone);
  std::stable_sort(shown.begin(), shown.end(), [](const Milestone* a, const Milestone* b) { return a->date < b->date; });
  std::vector<MilestoneLabel> labels;
  for (const Milestone* milestone : shown) {
    MilestoneLabel label;
    label.text = milestone->title + (with_date ? ", " + day_and_month(milestone->date) : "");
    label.x = axis.x_of(milestone->date);
    const double width = std::min(measurer.width(label.text, style), right - axis.left());
    label.text = elide(label.text, width + 0.01, style, measurer);
    const auto is_free = [&](const Rect& box) {
      return std::none_of(labels.begin(), labels.end(), [&](const MilestoneLabel& other) {
        // The diamond of a label belongs to it.
        const Rect taken{std::min(other.box.x, other.x - label_gap) - 4, other.box.y,
                         std::max(other.box.right(), other.x + label_gap) + 4 - std::min(other.box.x, other.x - label_gap) + 4,
                         other.box.height};
        const Rect wanted{std::min(box.x, label.x - label_gap), box.y,
                          std::max(box.right(), label.x + label_gap) - std::min(box.x, label.x - label_gap), box.height};
        return taken.overlaps(wanted);
      });
    };
    for (bool placed = false; !placed; ++label.line) {
      const double y = label.line * line_height;
      for (const Align align : {Align::left, Align::right}) {
        Rect box{align == Align::left ? label.x + label_gap : label.x - label_gap - width, y, width, line_height};
        const bool fits = box.x >= axis.left() && box.right() <= right;
        if (!fits && label.line < static_cast<int>(shown.size())) continue;
        // As wide as the axis: it stands where it can.
        if (!fits) box.x = axis.left();
        if (!is_free(box)) continue;
        label.box = box;
        label.align = align;
        placed = true;
        break;
      }
      if (placed) break;
    }
    labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace tradewind::views::trade_off
