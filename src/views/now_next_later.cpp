// Three columns of cards by the period in which work starts.
#include "tradewind/views/now_next_later.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/axis.h"
#include "views/evidence_dots.h"
#include "views/figure_text.h"
#include "views/scene_pen.h"

namespace tradewind::views {
namespace {

constexpr double card_height = 58;
constexpr double card_gap = 8;
constexpr double column_gap = 16;
constexpr double column_head = 46;
constexpr double more_height = 24;
constexpr double two_abreast = 560;  // a column this wide holds two cards side by side
constexpr double largest_effort_bar = 64;
constexpr double pixels_per_person_week = 40.0 / 36.0;

struct Card {
  const Item* item = nullptr;
  std::string when;  // "to 12 Mar", "from 5 Apr", "no date"
  bool late = false;
};
struct Column {
  std::string title;
  std::string when;
  std::vector<Card> cards;
};
using Columns = std::array<Column, 3>;
enum ColumnIndex : std::size_t { now, next, later };

bool is_ready(const Item& item) {
  return item.stage == Stage::validated || item.stage == Stage::ready || item.stage == Stage::building;
}

struct Turn {
  Period current;
  Period following;
};

/// The period that holds today and the one after it, of the roadmap's kind; quarters where it has none.
Turn turn_of(const Portfolio& portfolio, const Roadmap& roadmap, Date today) {
  const int fiscal_start = portfolio.settings().fiscal_year_start_month;
  const auto known = portfolio.periods_in_order(roadmap.period_kind);
  const auto current = std::find_if(known.begin(), known.end(), [&](const Period* period) { return contains(*period, today); });
  if (current != known.end()) {
    const auto after =
        std::find_if(known.begin(), known.end(), [&](const Period* period) { return period->start >= (*current)->end; });
    Turn turn{**current, after != known.end() ? **after : next_period(**current, fiscal_start)};
    turn.following.start = (*current)->end;
    return turn;
  }
  const auto made = periods_covering(portfolio, roadmap.period_kind, today, add_days(today, 1));
  for (const Period& period : made)
    if (contains(period, today)) {
      Turn turn{period, next_period(period, fiscal_start)};
      turn.following.start = period.end;
      return turn;
    }
  return {quarter_of(today, fiscal_start), next_period(quarter_of(today, fiscal_start), fiscal_start)};
}

Columns columns_of(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches, Date today) {
  const Turn turn = turn_of(portfolio, roadmap, today);
  Columns columns;
  columns[now] = {"Now", display_name(turn.current), {}};
  columns[next] = {"Next", display_name(turn.following), {}};
  columns[later] = {"Later", "after " + to_display(add_days(turn.following.end, -1)), {}};

  std::unordered_map<ItemId, Span> spans;  // of all placements of an item together
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap.id)) {
    const auto [at, is_new] = spans.try_emplace(placed.item, placed.span);
    if (is_new) continue;
    at->second.start = std::min(at->second.start, placed.span.start);
    at->second.finish = std::max(at->second.finish, placed.span.finish);
  }
  std::vector<Card> undated;
  for (const Item* item : portfolio.items_by_rank()) {
    if (!is_open(*item) || !matches.matches(*item)) continue;
    const auto span = spans.find(item->id);
    if (span == spans.end()) {
      if (is_ready(*item) && item->moscow != Moscow::wont) undated.push_back({item, "no date", false});
      continue;
    }
    const Date last_day = add_days(span->second.finish, -1);
    if (span->second.start < turn.current.end) {
      const bool late = last_day < today;
      columns[now].cards.push_back({item, (late ? "was due " : "to ") + day_and_month(last_day), late});
    } else {
      const ColumnIndex column = span->second.start < turn.following.end ? next : later;
      columns[column].cards.push_back({item, "from " + day_and_month(span->second.start), false});
    }
  }
  auto& last = columns[later].cards;
  last.insert(last.end(), undated.begin(), undated.end());
  return columns;
}

/// Outcome names on chips; the first outcome in order where an item serves several.
class OutcomeNames {
 public:
  explicit OutcomeNames(const Portfolio& portfolio) : portfolio_(portfolio) {
    for (const Outcome* outcome : portfolio.outcomes_in_order()) order_.emplace(outcome->id, order_.size());
  }
  std::string of(const Item& item) const {
    const Outcome* first = nullptr;
    std::size_t count = 0;
    for (const Contribution& contribution : portfolio_.owned_by<&Contribution::item>(item.id)) {
      const Outcome* outcome = portfolio_.find(contribution.outcome);
      if (outcome == nullptr) continue;
      ++count;
      if (first == nullptr || order_.at(outcome->id) < order_.at(first->id)) first = outcome;
    }
    if (first == nullptr) return {};
    const std::string& name = first->short_title.empty() ? first->title : first->short_title;
    return count > 1 ? name + " +" + std::to_string(count - 1) : name;
  }

 private:
  const Portfolio& portfolio_;
  std::unordered_map<OutcomeId, std::size_t> order_;
};

/// Effort by team in the team ramp; returns its width.
double draw_effort_bar(ScenePen& pen, const Item& item, const Portfolio& portfolio, const std::vector<const Team*>& teams,
                       double x, double y) {
  std::vector<double> efforts(teams.size(), 0);
  double total = 0;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item.id)) {
    const auto team = std::find_if(teams.begin(), teams.end(), [&](const Team* one) { return one->id == estimate.team; });
    if (team == teams.end() || !estimate.likely.has_value()) continue;
    efforts[static_cast<std::size_t>(team - teams.begin())] += estimate.likely.value();
    total += estimate.likely.value();
  }
  if (total <= 0) return 0;
  const double width = std::min(largest_effort_bar, std::max(4.0, total * pixels_per_person_week));
  double from = x;
  for (std::size_t at = 0; at < teams.size(); ++at) {
    const double part = width * efforts[at] / total;
    if (part > 0) pen.fill({from, y, part, 8}, team_token(at));
    from += part;
  }
  return width;
}

void draw_card(ScenePen& pen, const Card& card, const Rect& rect, const Portfolio& portfolio, const OutcomeNames& outcomes,
               const std::vector<const Team*>& teams) {
  const Item& item = *card.item;
  const ClassTokens tokens = class_tokens(class_role_of(item, portfolio));
  const bool discovery = item.track == Track::discovery;
  Mark mark = item_mark(item, portfolio);
  mark.description += ", " + card.when;
  pen.box(rect, Token::raised, Stroke{Token::line_2, 1, Dash::solid}, 5, {}, std::move(mark));
  // The class as an edge; discovery adds the hatch that it has on every view.
  pen.fill({rect.x, rect.y, 4, rect.height}, tokens.solid, 2);
  if (discovery) pen.box({rect.x + 4, rect.y + 1, 8, rect.height - 2}, Token::none, {}, 0, Hatch{tokens.soft});

  const double left = rect.x + (discovery ? 20 : 14);
  const double right = rect.right() - 10;
  const double top_line = rect.y + 7;
  const double bottom_line = rect.y + 31;

  const OptionalNumber effort = portfolio.likely_effort(item.id);
  const std::string effort_text = effort.has_value() ? trimmed_number_text(effort.value(), 1) + "\u202Fpw" : "no effort";
  const double effort_width = pen.width(effort_text, type::small);
  pen.text({right - effort_width, top_line, effort_width + 0.5, 20}, effort_text, type::small, Align::right);
  const TextStyle title_style = item.moscow == Moscow::must ? type::strong : type::emphasis;
  pen.text({left, top_line, right - effort_width - 10 - left, 20}, item.title, title_style);

  const TextStyle when_style = in_color(type::bar_label, card.late ? Token::danger : Token::text_3);
  const double when_width = pen.width(card.when, when_style);
  pen.text({right - when_width, bottom_line, when_width + 0.5, 18}, card.when, when_style, Align::right);

  double x = left;
  const double facts_right = right - when_width - 12;
  const std::string outcome = outcomes.of(item);
  if (!outcome.empty()) {
    const double wanted = pen.width(outcome, type::label) + 12;
    const double width = std::min(wanted, std::max(40.0, facts_right - x - evidence_dots_width - largest_effort_bar - 28));
    pen.fill({x, bottom_line, width, 18}, Token::sunken, 4);
    pen.text({x + 6, bottom_line, width - 12, 18}, outcome, in_color(type::label, Token::text_2));
    x += width + 12;
  }
  if (x + evidence_dots_width <= facts_right) {
    draw_evidence_dots(pen, {x, bottom_line + 9}, evidence_dots(portfolio, item.id));
    x += evidence_dots_width + 12;
  }
  if (x + largest_effort_bar <= facts_right) draw_effort_bar(pen, item, portfolio, teams, x, bottom_line + 5);
}

double total_effort(const Column& column, const Portfolio& portfolio) {
  double sum = 0;
  for (const Card& card : column.cards) sum += portfolio.likely_effort(card.item->id).value_or(0);
  return sum;
}

void draw_column(ScenePen& pen, const Column& column, const Rect& rect, const Portfolio& portfolio, const OutcomeNames& outcomes,
                 const std::vector<const Team*>& teams) {
  pen.fill(rect, Token::chrome, 5,
           Mark{MarkKind::lane, 0, 0, column.title + ", " + count_text(column.cards.size(), "item", "items")});
  const double title_width = pen.text({rect.x + 12, rect.y + 4, rect.width - 24, 22}, column.title, type::title);
  pen.text({rect.x + 12 + title_width + 8, rect.y + 4, rect.width - title_width - 32, 22}, column.when, type::small);
  std::string facts = count_text(column.cards.size(), "item", "items");
  if (const double effort = total_effort(column, portfolio); effort > 0) facts += ", " + person_weeks_text(effort);
  pen.text({rect.x + 12, rect.y + 23, rect.width - 24, 17}, facts, in_color(type::bar_label, Token::text_3));

  const std::size_t abreast = rect.width >= two_abreast ? 2 : 1;
  const double card_width = (rect.width - 16 - card_gap * static_cast<double>(abreast - 1)) / static_cast<double>(abreast);
  const double room = rect.height - column_head - 8;
  const auto rows_in = [](double height) {
    return static_cast<std::size_t>(std::max(0.0, (height + card_gap) / (card_height + card_gap)));
  };
  std::size_t shown = rows_in(room) * abreast;
  if (shown < column.cards.size()) shown = rows_in(room - more_height) * abreast;
  shown = std::min(shown, column.cards.size());
  for (std::size_t at = 0; at < shown; ++at) {
    const double x = rect.x + 8 + static_cast<double>(at % abreast) * (card_width + card_gap);
    const std::size_t row = at / abreast;
    const double y = rect.y + column_head + static_cast<double>(row) * (card_height + card_gap);
    draw_card(pen, column.cards[at], {std::round(x), y, std::floor(card_width), card_height}, portfolio, outcomes, teams);
  }
  if (shown < column.cards.size()) {
    const std::string more = (shown > 0 ? "and " : "") + number_text(static_cast<double>(column.cards.size() - shown)) + " more";
    const std::size_t rows = (shown + abreast - 1) / abreast;
    const double cards_height = static_cast<double>(rows) * (card_height + card_gap);
    pen.text({rect.x + 12, rect.y + column_head + cards_height - 4, rect.width - 24, more_height}, more, type::small);
  }
  if (column.cards.empty())
    pen.text({rect.x + 12, rect.y + column_head, rect.width - 24, 20}, "Nothing here.", in_color(type::small, Token::text_3));
}

}  // namespace

Scene layout_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(options.size.width, 640.0), std::max(options.size.height, 320.0)};
  const Roadmap* roadmap = options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name("");
  if (roadmap == nullptr)
    return empty_page(size, "Now, next, later", "There is no roadmap yet.", "Add one, with the periods that it covers.",
                      measurer);
  const auto filter = parse_filter(roadmap->filter);
  if (!filter)
    return empty_page(size, roadmap->name, "The filter of this roadmap cannot be read: " + filter.error().why + ".",
                      "Correct the filter “" + roadmap->filter + "”.", measurer);
  const BoundFilter matches(*filter, portfolio);
  const Columns columns = columns_of(portfolio, *roadmap, matches, options.today);
  std::size_t cards = 0;
  for (const Column& column : columns) cards += column.cards.size();
  if (cards == 0) {
    if (portfolio.all<Item>().empty())
      return empty_page(size, roadmap->name, "There are no items yet.", "Import a backlog or type the first item.", measurer);
    return empty_page(size, roadmap->name, "Nothing is planned or ready yet.",
                      "Place items in a period, or move an item to the stage “Ready”.", measurer);
  }

  Scene scene;
  scene.size = size;
  scene.title = roadmap->name + ": now, next, later";
  ScenePen pen(scene, measurer);
  double top = page_margin;
  if (options.header) {
    draw_view_header(pen, roadmap->name, "Now, next, later on " + to_display(options.today), size.width - page_margin);
    top += view_header_height - 4;
  }
  const OutcomeNames outcomes(portfolio);
  const auto teams = portfolio.teams_in_order();
  const double width = std::floor((size.width - 2 * page_margin - 2 * column_gap) / 3);
  for (std::size_t at = 0; at < columns.size(); ++at)
    draw_column(pen, columns[at],
                {page_margin + static_cast<double>(at) * (width + column_gap), top, width, size.height - top - page_margin},
                portfolio, outcomes, teams);
  return scene;
}

}  // namespace tradewind::views
