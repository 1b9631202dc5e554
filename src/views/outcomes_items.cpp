// The work behind an outcome: each item's expected contribution where the one before it ends.
#include <algorithm>
#include <array>

#include "tradewind/domain/period.h"
#include "views/evidence_dots.h"
#include "views/figure_text.h"
#include "views/outcomes_parts.h"

namespace tradewind::views {
namespace {

void draw_item_name(ScenePen& pen, const Portfolio& portfolio, const Item& item, const OutcomeColumns& columns, double y) {
  pen.fill({0, y, pen.scene().size.width, outcome_item_height}, Token::base, 0, item_mark(item, portfolio));
  pen.line({0, y + outcome_item_height - 0.5}, {pen.scene().size.width, y + outcome_item_height - 0.5},
           Stroke{Token::line_1, 1, Dash::solid});
  draw_track_icon(pen, {columns.name.x + 8, y + outcome_item_height / 2}, item.track);
  pen.text({columns.name.x + 24, y, columns.name.width - 24, outcome_item_height}, item.title, type::body);
  pen.text({columns.health.x, y, columns.health.width, outcome_item_height}, stage_name(item.stage),
           in_color(type::body, Token::text_2));
}

}  // namespace

Token LandingQuarters::token(PeriodId quarter) const {
  constexpr std::array ramp{Token::q1, Token::q2, Token::q3, Token::q4};
  for (std::size_t i = 0; i < quarters.size(); ++i)
    if (quarters[i]->id == quarter) return ramp[std::min(i, ramp.size() - 1)];
  return Token::q4;
}

LandingQuarters landing_quarters(const Portfolio& portfolio, const std::vector<allocation::OutcomeProgress>& rows) {
  LandingQuarters landing;
  landing.portfolio = &portfolio;
  for (const allocation::OutcomeProgress& row : rows)
    for (const allocation::PlannedContribution& part : row.contributions) {
      const Period* quarter = portfolio.find(part.lands_in);
      if (quarter && std::find(landing.quarters.begin(), landing.quarters.end(), quarter) == landing.quarters.end())
        landing.quarters.push_back(quarter);
    }
  std::sort(landing.quarters.begin(), landing.quarters.end(),
            [](const Period* a, const Period* b) { return a->start < b->start; });
  return landing;
}

double draw_outcome_items(ScenePen& pen, const Portfolio& portfolio, const allocation::OutcomeProgress& progress,
                          const LandingQuarters& quarters, const OutcomeColumns& columns, double y) {
  const double scale = expected_scale(progress, columns.expected.width);
  const double top = y;
  double x = columns.expected.x;
  for (const allocation::PlannedContribution& part : progress.contributions) {
    const Item* item = portfolio.find(part.item);
    if (!item) continue;
    draw_item_name(pen, portfolio, *item, columns, y);
    const double middle = y + outcome_item_height / 2;
    pen.text({columns.history.x, y, columns.history.width, outcome_item_height}, day_and_month(last_working_day(part.lands)),
             in_color(type::body, Token::text_2));
    draw_evidence_dots(pen, {columns.progress.x, middle}, evidence_dots(portfolio, item->id));
    const TextStyle formula = in_color(type::small, Token::text_3);
    const TextStyle result = in_weight(in_color(type::small, Token::text_1), Weight::medium);
    const std::string value = number_text(part.expected, std::max(decimals_for(progress.needed.value_or(1)) + 1, 2));
    const double value_width = pen.width(value, result);
    const double right = columns.progress.x + columns.progress.width;
    pen.text({right - value_width, y, value_width, outcome_item_height}, value, result, Align::right);
    const std::string steps = trimmed_number_text(part.effect, 2) + " × " + percent_text(100 * part.confidence) + " = ";
    const double steps_left = columns.progress.x + evidence_dots_width + 4;
    const double steps_right = right - value_width;
    if (pen.width(steps, formula) <= steps_right - steps_left)
      pen.text({steps_left, y, steps_right - steps_left, outcome_item_height}, steps, formula, Align::right);
    const double width = std::max(0.0, part.expected) * scale;
    if (width > 0)
      pen.fill({x, middle - 6, width > 2 ? width - 1 : std::max(0.75, width), 12}, quarters.token(part.lands_in), 0,
               item_mark(*item, portfolio));
    x += width;
    if (width > 0 && &part != &progress.contributions.back())
      pen.line({x - 0.5, middle + 6}, {x - 0.5, y + outcome_item_height + 7}, Stroke{Token::line_3, 1, Dash::solid});
    y += outcome_item_height;
  }
  for (const ItemId id : progress.unquantified) {
    const Item* item = portfolio.find(id);
    if (!item) continue;
    draw_item_name(pen, portfolio, *item, columns, y);
    draw_evidence_dots(pen, {columns.progress.x, y + outcome_item_height / 2}, evidence_dots(portfolio, id));
    pen.text({columns.expected.x, y, columns.expected.width, outcome_item_height},
             item->confidence.has_value() ? "effect unknown" : "confidence unknown", type::label);
    y += outcome_item_height;
  }
  if (scale > 0 && progress.needed.value_or(0) > 0 && y > top) {
    const double target = columns.expected.x + progress.needed.value() * scale;
    pen.line({target, top}, {target, y}, Stroke{Token::line_4, 1, Dash::dotted});
  }
  return y;
}

}  // namespace tradewind::views
