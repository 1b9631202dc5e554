// What the page's picture and the slide of a trade-off share.
#pragma once
#include "tradewind/views/axis.h"
#include "tradewind/views/trade_off_view.h"
#include "views/ghosts.h"
#include "views/scene_pen.h"

namespace tradewind::views::trade_off {

/// Over the periods of the picture. REQUIRES: there are some.
TimeAxis axis_of(const TradeOffPicture& picture, double left, double right);

/// Where a span is drawn; nullopt outside the axis. What is cut off at an end ends there.
std::optional<Rect> bar_of(const std::optional<Span>& span, const TimeAxis& axis, double y, double height);

/// The first name that fits, else as much of the last one as does.
std::string fitting_name(const std::vector<std::string>& names, double width, const TextStyle& style,
                         const TextMeasurer& measurer);

/// Text right of the bar, or left of it, or over it: where it stays between the limits.
void draw_note(ScenePen& pen, std::string_view text, const TextStyle& style, const Rect& bar, double left, double right);

/// A line per figure: its name, a bar up to what is expected with a whisker from the least to the most, the figure in words.
/// Returns the y below the last.
double draw_measures(ScenePen& pen, double y, double width, const std::vector<TradeOffPicture::Measure>& measures);

/// Two lines per way that has an outlook: its name and net value; below them, on one axis with a line at nothing, a disc at
/// each end, as large as it is likely, and a tick at what is expected. Returns the y below the last.
/// REQUIRES: `chance` is that of the better end, 0–1.
double draw_outlooks(ScenePen& pen, double y, double width, const std::vector<TradeOffPicture::Way>& ways, double chance);

/// "Audit dry run, 21 Jun" at a day of the axis.
struct MilestoneLabel {
  std::string text;
  double x = 0;  // of the day
  Rect box;
  Align align = Align::left;
  int line = 0;
};
/// As many lines as they need so that none overlaps another or leaves [left, right].
std::vector<MilestoneLabel> place_milestones(const TradeOffPicture& picture, const TimeAxis& axis, double line_height,
                                             double right, bool with_date, const TextStyle& style, const TextMeasurer& measurer);

}  // namespace tradewind::views::trade_off
