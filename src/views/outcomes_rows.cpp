// One row per outcome: statement, history, baseline to target, expected contribution, gap, health.
#include <algorithm>
#include <cmath>

#include "views/figure_text.h"
#include "views/outcomes_parts.h"

namespace tradewind::views {
namespace {

constexpr double covered_well = 0.9;  // below, the gap is a warning
constexpr double about_height = 15;

std::vector<CheckIn> check_ins_of(const Portfolio& portfolio, OutcomeId outcome) {
  std::vector<CheckIn> rows;
  for (const CheckIn& row : portfolio.owned_by<&CheckIn::outcome>(outcome)) rows.push_back(row);
  std::sort(rows.begin(), rows.end(), [](const CheckIn& a, const CheckIn& b) { return a.date < b.date; });
  // The last twelve months; check-ins need not be monthly.
  if (!rows.empty()) {
    const Date from = add_days(rows.back().date, -366);
    rows.erase(rows.begin(), std::find_if(rows.begin(), rows.end(), [&](const CheckIn& row) { return row.date >= from; }));
  }
  return rows;
}

void draw_history(ScenePen& pen, const Portfolio& portfolio, const Outcome& outcome, Rect box) {
  const std::vector<CheckIn> rows = check_ins_of(portfolio, outcome.id);
  if (rows.empty()) {
    pen.text({box.x, box.y, box.width, box.height}, "no check-in", type::label);
    return;
  }
  double low = rows.front().value;
  double high = low;
  for (const CheckIn& row : rows) {
    low = std::min(low, row.value);
    high = std::max(high, row.value);
  }
  if (outcome.target.has_value()) {
    low = std::min(low, outcome.target.value());
    high = std::max(high, outcome.target.value());
  }
  const double span = high - low;
  const Rect plot{box.x + 2, box.centre().y - 15, box.width - 8, 30};
  const auto y_of = [&](double value) { return span > 0 ? plot.bottom() - plot.height * (value - low) / span : plot.centre().y; };
  const int days = std::max(1, days_between(rows.front().date, rows.back().date));
  const auto x_of = [&](Date date) {
    return rows.size() == 1 ? plot.right() : plot.x + plot.width * days_between(rows.front().date, date) / days;
  };
  if (outcome.target.has_value())
    pen.line({plot.x, y_of(outcome.target.value())}, {plot.right(), y_of(outcome.target.value())},
             Stroke{Token::line_4, 1, Dash::dashed});
  PathShape line;
  line.stroke = Stroke{Token::data_1, 1.5, Dash::solid};
  for (const CheckIn& row : rows) line.points.push_back({x_of(row.date), y_of(row.value)});
  const Point last = line.points.back();
  if (rows.size() > 1) pen.scene().add(std::move(line));
  pen.disc(last, 2.6, Token::data_1);
}

void draw_progress(ScenePen& pen, const Outcome& outcome, const allocation::OutcomeProgress& progress, Rect box) {
  if (!outcome.baseline.has_value() || !outcome.target.has_value()) {
    pen.text(box, outcome.metric.empty() ? "no metric" : "no baseline or target", type::label);
    return;
  }
  if (outcome.baseline.value() == outcome.target.value()) {
    pen.text(box, "target equals baseline", in_color(type::label, Token::danger));
    return;
  }
  const double middle = box.centre().y;
  const Rect track{box.x, middle - 3, box.width - 1, 6};
  pen.fill(track, Token::sunken);
  const double share = std::clamp(progress.progress.value_or(0), 0.0, 1.0);
  const double x = track.x + track.width * share;
  if (progress.now.has_value()) {
    pen.fill({track.x, track.y, x - track.x, track.height}, Token::q2);
    pen.line({x, middle - 7}, {x, middle + 7}, Stroke{Token::text_1, 2, Dash::solid});
    const std::string now = number_text(progress.now.value(), outcome.decimals);
    const TextStyle style = in_weight(in_color(type::small, Token::text_1), Weight::semibold);
    const double width = pen.width(now, style);
    pen.text({std::clamp(x - width / 2, box.x, box.right() - width), middle - 24, width, 16}, now, style);
  }
  pen.line({track.right(), middle - 7}, {track.right(), middle + 7}, Stroke{Token::line_4, 1.5, Dash::solid});
  const std::string baseline = number_text(outcome.baseline.value(), outcome.decimals);
  const std::string target = measure_text(outcome.target.value(), outcome.decimals, outcome.unit);
  const std::string reached = progress.now.has_value() ? percent_text(std::round(100 * share)) : std::string("not measured");
  const double left = std::min(box.width / 2, pen.width(baseline, type::label));
  const double right = std::min(box.width / 2, pen.width(target, type::label));
  pen.text({box.x, middle + 9, left, 14}, baseline, type::label);
  pen.text({box.right() - right, middle + 9, right, 14}, target, type::label, Align::right);
  // In the middle where there is room, else the bar alone tells it.
  const double side = std::max(left, right) + 6;
  if (pen.width(reached, type::label) <= box.width - 2 * side)
    pen.text({box.x + side, middle + 9, box.width - 2 * side, 14}, reached, type::label, Align::centre);
}

std::string coverage_sentence(const Outcome& outcome, const allocation::OutcomeProgress& progress) {
  if (!progress.needed.has_value()) return "no check-in to compare with";
  if (progress.needed.value() <= 0) return "target reached";
  const std::string needed = outcome.unit == "%"
                                 ? number_text(progress.needed.value(), std::max(1, outcome.decimals)) + " points"
                                 : measure_text(progress.needed.value(), std::max(1, outcome.decimals), outcome.unit);
  return percent_text(std::round(100 * progress.coverage.value_or(0))) + " of " + needed + " needed";
}

void draw_expected(ScenePen& pen, const Portfolio& portfolio, const Outcome& outcome, const allocation::OutcomeProgress& progress,
                   const LandingQuarters& quarters, Rect box) {
  const double scale = expected_scale(progress, box.width);
  const Rect bar{box.x, box.centre().y - 11, box.width, 15};
  double x = bar.x;
  for (const allocation::PlannedContribution& part : progress.contributions) {
    const double width = std::max(0.0, part.expected) * scale;
    const Item* item = portfolio.find(part.item);
    if (!item || width <= 0) continue;
    Mark mark = item_mark(*item, portfolio);
    mark.description += ", expected " + measure_text(part.expected, decimals_for(part.expected), outcome.unit);
    pen.fill({x, bar.y, width > 4 ? width - 1 : width, bar.height}, quarters.token(part.lands_in), 0, std::move(mark));
    x += width;
  }
  if (scale > 0 && progress.needed.has_value()) {
    const double end = bar.x + progress.needed.value() * scale;
    if (end - x > 0.75)
      pen.box({x, bar.y + 0.5, end - x, bar.height - 1}, Token::base, Stroke{Token::danger, 1, Dash::solid}, 0,
              Hatch{Token::danger},
              Mark{MarkKind::outcome, outcome.id.value, 0,
                   outcome.title + ", not covered: " +
                       measure_text(progress.gap.value_or(0), decimals_for(progress.gap.value_or(0)), outcome.unit)});
    if (progress.needed.value() > 0) pen.line({end, bar.y - 4}, {end, bar.bottom() + 4}, Stroke{Token::text_1, 2, Dash::solid});
  }
  pen.text({box.x, bar.bottom() + 5, box.width, 14}, coverage_sentence(outcome, progress), type::label);
}

void draw_health(ScenePen& pen, const std::string& health, Rect box) {
  if (health.empty()) {
    pen.text(box, "unknown", in_color(type::body, Token::text_3));
    return;
  }
  const Point c{box.x + 6, box.centre().y};
  Token color = Token::text_2;
  if (health == "On track") {
    color = Token::ok;
    pen.scene().add(PathShape{
        {{c.x - 5, c.y}, {c.x - 1.5, c.y + 3.8}, {c.x + 5, c.y - 4}}, false, Token::none, Stroke{color, 1.4, Dash::solid}, {}});
  } else if (health == "At risk") {
    color = Token::warn;
    pen.scene().add(PathShape{
        {{c.x, c.y - 5.5}, {c.x + 6, c.y + 5}, {c.x - 6, c.y + 5}}, true, Token::none, Stroke{color, 1.3, Dash::solid}, {}});
    pen.line({c.x, c.y - 1.5}, {c.x, c.y + 1.5}, Stroke{color, 1.3, Dash::solid});
    pen.fill({c.x - 0.6, c.y + 2.6, 1.2, 1.2}, color);
  } else if (health == "Off track") {
    color = Token::danger;
    pen.disc(c, 5.2, Token::none, Stroke{color, 1.3, Dash::solid});
    pen.line({c.x - 3.6, c.y - 3.6}, {c.x + 3.6, c.y + 3.6}, Stroke{color, 1.3, Dash::solid});
  }
  const double indent = color == Token::text_2 ? 0 : 18;
  pen.text({box.x + indent, box.y, box.width - indent, box.height}, health, in_color(type::body, color));
}

std::string owner_and_due(const Outcome& outcome) {
  std::string text = outcome.owner.empty() ? std::string("No owner") : outcome.owner;
  text += outcome.due ? ", due " + to_display(*outcome.due) : std::string(", no due date");
  return text;
}

/// On one line where it fits, else the metric above who is to reach it by when: the date is never what is cut.
std::vector<std::string> about_lines(const Outcome& outcome, double width, const ScenePen& pen) {
  const std::string whose = owner_and_due(outcome);
  if (outcome.metric.empty()) return {whose};
  const std::string whole = outcome.metric + " · " + whose;
  if (pen.width(whole, type::label) <= width) return {whole};
  return {outcome.metric, whose};
}

}  // namespace

int decimals_for(double value) {
  const double size = std::abs(value);
  if (size < 1) return 2;
  return size < 10 ? 1 : 0;
}

double expected_scale(const allocation::OutcomeProgress& progress, double width) {
  const double whole = std::max(progress.needed.value_or(0), progress.covered);
  return whole > 0 ? (width - 2) / whole : 0;
}

void draw_outcome_row(ScenePen& pen, const Portfolio& portfolio, const Outcome& outcome,
                      const allocation::OutcomeProgress& progress, const LandingQuarters& quarters, const OutcomeColumns& columns,
                      double y) {
  const double height = outcome_row_height;
  const auto cell = [&](const Rect& column) { return Rect{column.x, y, column.width, height}; };
  std::string description = outcome.title;
  if (progress.now.has_value()) description += ", now " + measure_text(progress.now.value(), outcome.decimals, outcome.unit);
  if (outcome.target.has_value())
    description += ", target " + measure_text(outcome.target.value(), outcome.decimals, outcome.unit);
  if (!progress.health.empty()) description += ", " + progress.health;
  if (!outcome.metric.empty()) description += ", " + outcome.metric;
  description += ", " + owner_and_due(outcome);
  pen.fill({0, y, pen.scene().size.width, height}, Token::base, 0, Mark{MarkKind::outcome, outcome.id.value, 0, description});

  const std::vector<std::string> lines = wrap(outcome.title, columns.name.width, 2, type::strong, pen.measurer());
  const std::vector<std::string> about = about_lines(outcome, columns.name.width, pen);
  const double block = 17 * static_cast<double>(lines.size()) + 1 + about_height * static_cast<double>(about.size());
  double line_y = y + (height - block) / 2;
  for (const std::string& line : lines) {
    pen.text({columns.name.x, line_y, columns.name.width, 17}, line, type::strong);
    line_y += 17;
  }
  line_y += 1;
  for (const std::string& line : about) {
    pen.text({columns.name.x, line_y, columns.name.width, about_height}, line, type::label);
    line_y += about_height;
  }

  draw_history(pen, portfolio, outcome, cell(columns.history));
  draw_progress(pen, outcome, progress, cell(columns.progress));
  draw_expected(pen, portfolio, outcome, progress, quarters, cell(columns.expected));
  if (progress.gap.has_value()) {
    const bool short_of = progress.coverage.has_value() && progress.coverage.value() < covered_well;
    if (progress.gap.value() > 0)
      pen.text(cell(columns.gap), number_text(progress.gap.value(), decimals_for(progress.gap.value())),
               in_color(type::body, short_of ? Token::danger : Token::text_1), Align::right);
    else
      pen.text(cell(columns.gap), "none", in_color(type::body, Token::text_3), Align::right);
  }
  draw_health(pen, progress.health, cell(columns.health));
}

}  // namespace tradewind::views
