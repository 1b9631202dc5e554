// A card: class as an edge, title and effort, then outcome, evidence, effort by team and time.
#include "views/item_card.h"

#include <algorithm>

#include "views/evidence_dots.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double largest_effort_bar = 64;
constexpr double readable_outcome = 96;
constexpr double pixels_per_person_week = 40.0 / 36.0;

}  // namespace

CardPainter::CardPainter(ScenePen& pen, const Portfolio& portfolio)
    : pen_(pen), portfolio_(portfolio), teams_(portfolio.teams_in_order()) {
  for (const Outcome* outcome : portfolio.outcomes_in_order()) outcome_order_.emplace(outcome->id, outcome_order_.size());
}

/// The first outcome in order where an item serves several.
std::string CardPainter::outcome_of(const Item& item) const {
  const Outcome* first = nullptr;
  std::size_t count = 0;
  for (const Contribution& contribution : portfolio_.owned_by<&Contribution::item>(item.id)) {
    const Outcome* outcome = portfolio_.find(contribution.outcome);
    if (outcome == nullptr) continue;
    ++count;
    if (first == nullptr || outcome_order_.at(outcome->id) < outcome_order_.at(first->id)) first = outcome;
  }
  if (first == nullptr) return {};
  const std::string& name = first->short_title.empty() ? first->title : first->short_title;
  return count > 1 ? name + " +" + std::to_string(count - 1) : name;
}

/// Effort by team in the team ramp; returns its width.
double CardPainter::draw_effort_bar(const Item& item, double x, double y) {
  std::vector<double> efforts(teams_.size(), 0);
  double total = 0;
  for (const Estimate& estimate : portfolio_.owned_by<&Estimate::item>(item.id)) {
    const auto team = std::find_if(teams_.begin(), teams_.end(), [&](const Team* one) { return one->id == estimate.team; });
    if (team == teams_.end() || !estimate.likely.has_value()) continue;
    efforts[static_cast<std::size_t>(team - teams_.begin())] += estimate.likely.value();
    total += estimate.likely.value();
  }
  if (total <= 0) return 0;
  const double width = std::min(largest_effort_bar, std::max(4.0, total * pixels_per_person_week));
  double from = x;
  for (std::size_t at = 0; at < teams_.size(); ++at) {
    const double part = width * efforts[at] / total;
    if (part > 0) pen_.fill({from, y, part, 8}, team_token(at));
    from += part;
  }
  return width;
}

void CardPainter::draw(const ItemCard& card, const Rect& rect) {
  const Item& item = *card.item;
  const ClassTokens tokens = class_tokens(class_role_of(item, portfolio_));
  const bool discovery = item.track == Track::discovery;
  Mark mark = item_mark(item, portfolio_);
  mark.description += ", " + card.when;
  pen_.box(rect, Token::raised, Stroke{Token::line_2, 1, Dash::solid}, 5, {}, std::move(mark));
  // The class as an edge; discovery adds the hatch that it has on every view.
  pen_.fill({rect.x, rect.y, 4, rect.height}, tokens.solid, 2);
  if (discovery) pen_.box({rect.x + 4, rect.y + 1, 8, rect.height - 2}, Token::none, {}, 0, Hatch{tokens.soft});

  const double left = rect.x + (discovery ? 20 : 14);
  const double right = rect.right() - 10;
  const double top_line = rect.y + 7;
  const double bottom_line = rect.y + 31;

  const OptionalNumber effort = portfolio_.likely_effort(item.id);
  const std::string weeks = effort.has_value() ? trimmed_person_weeks_text(effort.value()) : "no effort";
  const double effort_width = pen_.width(weeks, type::small);
  pen_.text({right - effort_width, top_line, effort_width + 0.5, 20}, weeks, type::small, Align::right);
  const TextStyle title_style = item.moscow == Moscow::must ? type::strong : type::emphasis;
  const double title_room = right - effort_width - 10 - left;
  const bool has_room = pen_.width(item.title, title_style) <= title_room;
  pen_.text({left, top_line, title_room, 20}, has_room ? item.title : short_title_of(item), title_style);

  const TextStyle when_style = in_color(type::bar_label, card.late ? Token::danger : Token::text_3);
  const double when_width = pen_.width(card.when, when_style);
  pen_.text({right - when_width, bottom_line, when_width + 0.5, 18}, card.when, when_style, Align::right);

  double x = left;
  const double facts_right = right - when_width - 12;
  const std::string outcome = outcome_of(item);
  if (!outcome.empty()) {
    const double wanted = pen_.width(outcome, type::label) + 12;
    // On a narrow card a name that can be read comes before the dots and the bar.
    const double beside_all = facts_right - x - evidence_dots_width - largest_effort_bar - 28;
    const double width = std::min(wanted, std::max({40.0, beside_all, std::min(readable_outcome, facts_right - x)}));
    pen_.fill({x, bottom_line, width, 18}, Token::sunken, 4);
    pen_.text({x + 6, bottom_line, width - 12, 18}, outcome, in_color(type::label, Token::text_2));
    x += width + 12;
  }
  if (x + evidence_dots_width <= facts_right) {
    draw_evidence_dots(pen_, {x, bottom_line + 9}, evidence_dots(portfolio_, item.id));
    x += evidence_dots_width + 12;
  }
  if (x + largest_effort_bar <= facts_right) draw_effort_bar(item, x, bottom_line + 5);
}

void CardPainter::draw_head(const CardColumn& column, const Rect& rect) {
  const std::string count = count_text(column.cards.size(), "item", "items");
  pen_.fill(rect, Token::chrome, 5, Mark{MarkKind::lane, 0, 0, column.title + ", " + count});
  const double title_width = pen_.text({rect.x + 12, rect.y + 4, rect.width - 24, 22}, column.title, type::title);
  pen_.text({rect.x + 12 + title_width + 8, rect.y + 4, rect.width - title_width - 32, 22}, column.note, type::small);
  double effort = 0;
  for (const ItemCard& card : column.cards) effort += portfolio_.likely_effort(card.item->id).value_or(0);
  pen_.text({rect.x + 12, rect.y + 23, rect.width - 24, 17}, effort > 0 ? count + ", " + person_weeks_text(effort) : count,
            in_color(type::bar_label, Token::text_3));
}

}  // namespace tradewind::views
