// Lanes: their heads, the dependency lines, then the bars, then what stands over bars.
#include <algorithm>
#include <unordered_map>

#include "views/figure_text.h"
#include "views/ghosts.h"
#include "views/timeline_layout.h"

namespace tradewind::views::timeline {
namespace {

constexpr double overload_height = 2;

void draw_lane_head(ScenePen& pen, const Lane& lane, const Frame& frame) {
  pen.box({0, lane.y, frame.lane_head, lane.height}, Token::panel, {}, 0, {}, lane.mark);
  const double width = frame.lane_head - page_margin - 8;
  double y = lane.y + 6;
  for (const std::string& line : lane.title_lines) {
    pen.text({page_margin, y, width, 16}, line, type::strong);
    y += 16;
  }
  for (const std::string& fact : lane.facts) {
    pen.text({page_margin, y, width, 15}, fact, in_color(type::bar_label, Token::text_2));
    y += 15;
  }
}

std::string days_of(const Span& span) { return to_display(span.start) + " to " + to_display(last_day(span)); }

std::string describe(const Bar& bar, const Portfolio& portfolio, const ScenePen& pen) {
  std::string text = describe_item(*bar.item, portfolio);
  text += bar.is_gone ? ", not on the roadmap any more, was " : ", ";
  text += days_of(bar.span);
  if (bar.before) {
    text += ", was ";
    text += days_of(*bar.before);
  }
  if (!bar.conflict.empty()) text += pen.words({translatable("Roadmap", ". Conflict: %1"), {bar.conflict}});
  if (!bar.overload.empty()) text += pen.words({translatable("Roadmap", ". Over capacity: %1"), {bar.overload}});
  return text;
}

/// Crossed out: the other plan has it and this one does not.
void draw_gone(ScenePen& pen, const Bar& bar, std::string_view description) {
  const Rect rect{bar.x0, bar.y, bar.x1 - bar.x0, bar_height};
  pen.box(rect, Token::base, Stroke{Token::ghost, 1, Dash::dashed}, 2.5, {},
          Mark{MarkKind::item, bar.item->id.value, 0, std::string(description)});
  pen.line({rect.x + 2, rect.bottom() - 2}, {rect.right() - 2, rect.y + 2}, Stroke{Token::ghost, 1, Dash::solid});
}

void draw_before(ScenePen& pen, const Bar& bar) {
  const Rect before{bar.before_x0, bar.y, bar.before_x1 - bar.before_x0, bar_height};
  draw_ghost(pen, before);
  draw_way(pen, before, {bar.x0, bar.y, bar.x1 - bar.x0, bar_height},
           bar.before->start < bar.span.start ? Token::danger : Token::ok);
}

void draw_bar(ScenePen& pen, const Bar& bar, std::string_view description) {
  if (bar.is_gone) return draw_gone(pen, bar, description);
  if (bar.before) draw_before(pen, bar);
  const ClassTokens tokens = class_tokens(bar.role);
  const bool dropped = bar.item->stage == Stage::dropped;
  const bool discovery = bar.item->track == Track::discovery;
  RectShape shape;
  shape.rect = {bar.x0, bar.y, bar.x1 - bar.x0, bar_height};
  shape.radius = 2.5;
  shape.fill = dropped || discovery ? Token::base : tokens.soft;
  if (discovery && !dropped) shape.hatch.color = tokens.soft;
  shape.stroke = Stroke{dropped ? Token::ghost : tokens.solid, 1, dropped ? Dash::dashed : Dash::solid};
  pen.scene().add(shape, Mark{MarkKind::item, bar.item->id.value, 0, std::string(description)});
  if (!dropped) pen.fill({bar.x0, bar.y, std::min(3.0, bar.x1 - bar.x0), bar_height}, tokens.solid, 1);
  if (!bar.conflict.empty())
    pen.box({bar.x0 - 1.5, bar.y - 1.5, bar.x1 - bar.x0 + 3, bar_height + 3}, Token::none,
            Stroke{Token::danger, 1.5, Dash::solid}, 3.5);
}

/// In the gap under the bar, as long as the overload lasts.
void draw_overloads(ScenePen& pen, const Bar& bar, const TimeAxis& axis) {
  for (const Span& part : bar.overloaded) {
    const double x0 = std::clamp(std::round(axis.x_of(part.start)), bar.x0, bar.x1);
    const double x1 = std::clamp(std::round(axis.x_of(part.finish)), bar.x0, bar.x1);
    if (x1 > x0) pen.fill({x0, bar.y + bar_height + 1, x1 - x0, overload_height}, Token::danger);
  }
}

void draw_label(ScenePen& pen, const Bar& bar, std::string_view description) {
  if (bar.label.empty()) return;
  const bool dropped = bar.item->stage == Stage::dropped || bar.is_gone;
  TextStyle style = type::bar_label;
  style.strike_out = dropped;
  TextShape text;
  if (bar.label_place == LabelPlace::inside) {
    if (bar.item->track == Track::discovery || dropped) style.halo = Token::base;
    if (dropped) style.color = Token::text_3;
    text.box = {bar.x0 + 8, bar.y, bar.x1 - bar.x0 - 12, bar_height};
  } else {
    style.color = dropped ? Token::text_3 : Token::text_2;
    const bool right = bar.label_place == LabelPlace::right;
    text.box = right ? Rect{bar.hull_right + 5, bar.y, bar.right - bar.hull_right - 4.5, bar_height}
                     : Rect{bar.left, bar.y, bar.hull_left - bar.left - 4.5, bar_height};
  }
  text.text = bar.label;
  if (const std::string& full = short_title_of(*bar.item); full != bar.label) text.elided_from = full;
  text.style = style;
  // Beside the bar, a click on the name is a click on the item; inside, the bar is hit anyway.
  Mark mark;
  if (bar.label_place != LabelPlace::inside) mark = Mark{MarkKind::item, bar.item->id.value, 0, std::string(description)};
  pen.scene().add(std::move(text), std::move(mark));
}

void draw_links(ScenePen& pen, const Model& model) {
  const auto routes = route_links(model);
  for (std::size_t i = 0; i < routes.size(); ++i) {
    const Link& link = model.links[i];
    const Token color = link.broken ? Token::danger : Token::line_4;
    const Point tip = routes[i].back();
    PathShape line;
    line.points = routes[i];
    line.points.back().x -= 4;
    line.stroke = Stroke{color, 1, Dash::solid};
    pen.scene().add(std::move(line), Mark{MarkKind::dependency, link.id.value, 0,
                                          short_title_of(*model.bars[link.predecessor].item) + " before " +
                                              short_title_of(*model.bars[link.successor].item)});
    // Lines lie in the middle of a pixel; so does their head.
    const double y = std::floor(tip.y) + 0.5;
    PathShape head;
    head.points = {{tip.x, y}, {tip.x - 6, y - 3.2}, {tip.x - 6, y + 3.2}};
    head.closed = true;
    head.fill = color;
    pen.scene().add(std::move(head));
  }
}

/// An outcome's milestones run through its lane.
void draw_milestone_lines(ScenePen& pen, const Model& model, const Frame& frame) {
  for (const Milestone* milestone : model.milestones) {
    if (!milestone->outcome || !frame.axis.shows(milestone->date)) continue;
    for (const Lane& lane : model.lanes) {
      if (lane.outcome != milestone->outcome) continue;
      const double x = std::round(frame.axis.x_of(milestone->date));
      pen.line({x, lane.y + 1}, {x, lane.y + lane.height - 1}, Stroke{Token::q1, 1.25, Dash::dotted});
    }
  }
}

}  // namespace

void draw_lanes(ScenePen& pen, const Model& model, const Frame& frame, const Portfolio& portfolio) {
  for (const Lane& lane : model.lanes) {
    draw_lane_head(pen, lane, frame);
    pen.line({0, lane.y + lane.height}, {frame.width, lane.y + lane.height}, Stroke{Token::line_2, 1, Dash::solid});
  }
  pen.line({frame.axis.left(), model.lanes.empty() ? 0 : model.lanes.front().y},
           {frame.axis.left(), model.lanes.empty() ? 0 : model.lanes.back().y + model.lanes.back().height},
           Stroke{Token::line_2, 1, Dash::solid});
  draw_milestone_lines(pen, model, frame);
  draw_links(pen, model);
  // Lines stop short of names beside bars.
  for (const Bar& bar : model.bars) {
    if (bar.right > bar.hull_right)
      pen.fill({bar.hull_right + 1, bar.y, bar.right - bar.hull_right + 2, bar_height}, Token::base);
    if (bar.left < bar.hull_left) pen.fill({bar.left - 3, bar.y, bar.hull_left - bar.left + 2, bar_height}, Token::base);
  }
  std::vector<std::string> descriptions;
  descriptions.reserve(model.bars.size());
  for (const Bar& bar : model.bars) {
    draw_bar(pen, bar, descriptions.emplace_back(describe(bar, portfolio, pen)));
    draw_overloads(pen, bar, frame.axis);
  }
  for (const Lane& lane : model.lanes)
    if (lane.bars.empty()) draw_hint(pen, frame, lane.y + 7, bar_height, "nothing placed");
  if (frame.axis.shows(frame.today) && !model.lanes.empty()) {
    const double x = std::round(frame.axis.x_of(frame.today));
    pen.line({x, model.lanes.front().y}, {x, model.lanes.back().y + model.lanes.back().height},
             Stroke{Token::today, 2, Dash::solid});
  }
  for (std::size_t at = 0; at < model.bars.size(); ++at) draw_label(pen, model.bars[at], descriptions[at]);
}

}  // namespace tradewind::views::timeline
