// Alerts, and target, planned and actual as bars aligned on one scale.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "views/allocation_parts.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double banner_line = 24;
constexpr std::size_t most_alerts = 3;
constexpr double bar_height = 22;
constexpr double bar_pitch = 30;
constexpr double total_width = 78;  // right of the bars

enum class Row : unsigned char { target, planned, actual };

OptionalNumber share_of(const allocation::ClassPart& part, Row row) {
  switch (row) {
    case Row::target:
      return part.target;
    case Row::planned:
      return part.planned;
    case Row::actual:
      break;
  }
  return part.actual;
}

std::vector<int> shown_percent(const std::vector<allocation::ClassPart>& classes, Row row) {
  switch (row) {
    case Row::target:
      return allocation::shown_targets(classes);
    case Row::planned:
      return allocation::shown_planned(classes);
    case Row::actual:
      break;
  }
  return allocation::shown_actual(classes);
}

struct Bar {
  Row row;
  std::string label;
  double total;
  bool known;
  std::string missing;
};

struct Range {
  double from;
  double to;
};

/// Draws the parts of one bar; returns where its figures stand, so that the boundary lines can keep off them.
std::vector<Range> draw_bar(ScenePen& pen, const std::vector<allocation::ClassPart>& classes, const Bar& bar, Rect box) {
  const std::vector<int> percent = shown_percent(classes, bar.row);
  const std::vector<int> targets = shown_percent(classes, Row::target);
  std::vector<Range> figures;
  double x = box.x;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const allocation::ClassPart& part = classes[i];
    const double width = box.width * std::clamp(share_of(part, bar.row).value_or(0), 0.0, 1.0);
    const Rect segment{x, box.y, std::max(0.0, width - 2), box.height};
    x += width;
    if (segment.width < 0.5) continue;
    const ClassTokens tokens = class_tokens(part.role);
    const bool is_target = bar.row == Row::target;
    const int points = percent[i] - targets[i];
    Mark mark{MarkKind::axis, part.allocation_class.value, static_cast<std::int64_t>(bar.row),
              bar.label + ", " + part.name + ": " + percent_text(percent[i]) +
                  (is_target ? "" : ", " + points_text(points) + " points")};
    pen.box(segment, is_target ? Token::base : tokens.soft, Stroke{tokens.solid, 1, Dash::solid}, 0, {}, std::move(mark));
    if (!is_target && segment.width > 4) pen.fill({segment.x, segment.y, 3, segment.height}, tokens.solid);
    const std::string share = percent_text(percent[i]);
    const double share_width = pen.width(share, type::emphasis);
    const double edge = is_target ? 1 : 3;
    const double room = segment.width - edge - share_width;
    if (room < 4) continue;  // the description says it
    const double left = segment.x + edge + std::min(9 - edge, room / 2);
    pen.text({left, segment.y, share_width, segment.height}, share, type::emphasis);
    figures.push_back({left - 2, left + share_width + 2});
    const std::string deviation = points_text(points);
    const double deviation_width = pen.width(deviation, type::small);
    const double deviation_left = left + share_width + 7;
    if (is_target) continue;
    if (deviation_left + deviation_width + 4 > segment.right()) {
      // Beside the bar where nothing of it follows and the total leaves room.
      const double beside = box.right() + 3;
      const double free = total_width - pen.width(person_weeks_text(bar.total), type::body) - 7;
      if (i + 1 == classes.size() && deviation_width <= free)
        pen.text({beside, segment.y, deviation_width, segment.height}, deviation, in_color(type::small, Token::text_1));
      continue;
    }
    pen.text({deviation_left, segment.y, deviation_width, segment.height}, deviation, in_color(type::small, Token::text_1));
    figures.back().to = deviation_left + deviation_width + 2;
  }
  return figures;
}

/// Across the bar, or only above and below it where a figure stands.
void draw_boundary(ScenePen& pen, double x, double y, const std::vector<Range>& figures) {
  constexpr double overhang = (bar_pitch - bar_height) / 2;
  const Stroke stroke{Token::text_1, 1.5, Dash::solid};
  const bool on_figure =
      std::any_of(figures.begin(), figures.end(), [x](const Range& range) { return range.from < x && x < range.to; });
  if (!on_figure) {
    pen.line({x, y - overhang}, {x, y + bar_height + overhang}, stroke);
    return;
  }
  pen.line({x, y - overhang}, {x, y}, stroke);
  pen.line({x, y + bar_height}, {x, y + bar_height + overhang}, stroke);
}

void draw_class_names(ScenePen& pen, const std::vector<allocation::ClassPart>& classes, Rect box) {
  double share = 0;
  double free_from = box.x;
  for (const allocation::ClassPart& part : classes) {
    const double x = box.x + box.width * share;
    share += part.target;
    if (part.target <= 0) continue;
    const double from = std::max(x + 2, free_from);
    const double width = pen.width(part.name, type::label);
    if (from + width > box.right() + 70) continue;
    pen.text({from, box.y, width, 14}, part.name, type::label);
    free_from = from + width + 8;
  }
}

}  // namespace

double alert_banner(ScenePen& pen, const AllocationData& data, double y, double width, bool draw) {
  const auto& alerts = data.allocation.alerts;
  if (alerts.empty()) return 0;
  const std::size_t shown = std::min(alerts.size(), most_alerts);
  const double height = static_cast<double>(shown) * banner_line + 16;
  if (!draw) return height;
  pen.fill({0, y, width, height}, Token::warn_soft);
  pen.line({0, y + height - 0.5}, {width, y + height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  const double icon_y = y + 8 + banner_line / 2;
  pen.scene().add(PathShape{{{page_margin + 7, icon_y - 6}, {page_margin + 14, icon_y + 6}, {page_margin, icon_y + 6}},
                            true,
                            Token::none,
                            Stroke{Token::warn, 1.4, Dash::solid},
                            {}});
  pen.line({page_margin + 7, icon_y - 2}, {page_margin + 7, icon_y + 1.5}, Stroke{Token::warn, 1.4, Dash::solid});
  pen.fill({page_margin + 6.3, icon_y + 3, 1.4, 1.4}, Token::warn);
  for (std::size_t i = 0; i < shown; ++i) {
    std::string sentence = pen.words(alerts[i].message);
    if (!sentence.empty() && sentence.back() != '.') sentence += '.';
    const bool is_firefighting =
        std::any_of(data.allocation.whole.classes.begin(), data.allocation.whole.classes.end(), [&](const auto& part) {
          return part.allocation_class == alerts[i].allocation_class && part.role == ClassRole::firefighting;
        });
    if (alerts[i].kind == allocation::AlertKind::drift && alerts[i].above && is_firefighting) {
      const OptionalNumber beyond = allocation::firefighting_beyond_plan(data.allocation);
      const OptionalNumber now = firefighting_percent(data.allocation.whole.classes);
      if (beyond.has_value() && now.has_value() && beyond.value() >= 0.5)
        sentence += " If it stays at " + percent_text(std::round(now.value())) + ", the " + display_name(data.period) +
                    " plan loses " + person_weeks_text(beyond.value()) + " more than it reserves.";
    }
    if (i + 1 == shown && alerts.size() > shown)
      sentence += " " + number_text(static_cast<double>(alerts.size() - shown)) + " more alerts.";
    // As in every figure of the page, a narrow space before the sign.
    for (auto at = sentence.find(" %"); at != std::string::npos; at = sentence.find(" %", at)) sentence.replace(at, 1, "\u202F");
    // "Plan gives …" begins with its own head.
    const std::string head = alerts[i].kind == allocation::AlertKind::drift ? "Drift." : "Plan";
    if (sentence.rfind(head + " ", 0) == 0) sentence.erase(0, head.size() + 1);
    pen.runs({page_margin + 26, y + 8 + static_cast<double>(i) * banner_line, width - 2 * page_margin - 26, banner_line},
             {{head, type::strong}, {sentence, type::body}}, 5);
  }
  return height;
}

void draw_share_bars(ScenePen& pen, const AllocationData& data, Rect box) {
  pen.runs({box.x, box.y + 10, box.width, 20},
           {{"Where the time goes", type::section},
            {"share of person-weeks, points against target", in_color(type::small, Token::text_3)}},
           12);
  const auto& classes = data.allocation.whole.classes;
  // Without time there are no weeks to speak of: the page shows the last twelve once there are some.
  const std::string actual = data.has_time ? "Actual, " + count_text(data.weeks.size(), "week", "weeks") : "Actual";
  const std::vector<Bar> bars{
      {Row::target, "Target", 0, true, ""},
      {Row::planned, "Planned, " + display_name(data.period), data.allocation.planned_total, data.has_plan,
       "nothing planned in this period yet"},
      {Row::actual, actual, data.allocation.actual_total, data.has_time, "no time entered yet: type in what time went to"}};
  double label_width = 0;
  for (const Bar& bar : bars) label_width = std::max(label_width, pen.width(bar.label, type::emphasis));
  label_width = std::min(label_width + 10, box.width / 3);
  const Rect area{box.x + label_width, box.y + 54, box.width - label_width - total_width,
                  bar_pitch * 3 - (bar_pitch - bar_height)};
  draw_class_names(pen, classes, {area.x, area.y - 18, area.width, 14});
  double y = area.y;
  for (const Bar& bar : bars) {
    pen.text({box.x, y, label_width - 6, bar_height}, bar.label, bar.row == Row::actual ? type::strong : type::body);
    std::vector<Range> figures;
    if (bar.known) {
      figures = draw_bar(pen, classes, bar, {area.x, y, area.width, bar_height});
    } else {
      pen.box({area.x, y, area.width - 2, bar_height}, Token::none, Stroke{Token::line_2, 1, Dash::dashed});
      pen.text({area.x + 9, y, area.width - 18, bar_height}, bar.missing, in_color(type::small, Token::text_3));
      figures.push_back({area.x, area.x + 18 + pen.width(bar.missing, type::small)});
    }
    if (bar.known && bar.row != Row::target)
      pen.text({area.right() + 8, y, total_width - 8, bar_height}, person_weeks_text(bar.total),
               in_color(type::body, Token::text_3), Align::right);
    double share = 0;
    for (std::size_t i = 0; i + 1 < classes.size(); ++i) {
      share += classes[i].target;
      if (classes[i].target > 0 && share < 0.999) draw_boundary(pen, area.x + area.width * share - 1, y, figures);
    }
    y += bar_pitch;
  }
}

}  // namespace tradewind::views
