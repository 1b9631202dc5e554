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
#include "views/figure_text.h"
#include "views/item_card.h"

namespace tradewind::views {
namespace {

constexpr double column_gap = 16;
constexpr double note_height = 24;   // of the words in an empty column
constexpr double two_abreast = 560;  // a column this wide holds two cards side by side

using Columns = std::array<CardColumn, 3>;
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

Columns columns_of(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches, Date today, const Turn& turn) {
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
  std::vector<ItemCard> undated;
  for (const Item* item : portfolio.items_by_rank()) {
    if (!is_open(*item) || !matches.matches(*item)) continue;
    const auto span = spans.find(item->id);
    if (span == spans.end()) {
      if (is_ready(*item) && item->moscow != Moscow::wont) undated.push_back({item, "no date", false});
      continue;
    }
    const Date end = last_day(span->second);
    if (span->second.start < turn.current.end) {
      const bool late = end < today;
      columns[now].cards.push_back({item, (late ? "was due " : "to ") + day_and_month(end), late});
    } else {
      const ColumnIndex column = span->second.start < turn.following.end ? next : later;
      columns[column].cards.push_back({item, "from " + day_and_month(span->second.start), false});
    }
  }
  auto& last = columns[later].cards;
  last.insert(last.end(), undated.begin(), undated.end());
  return columns;
}

/// The first period of the roadmap's kind that begins on that day or later; 0 where there is none.
std::int64_t period_from(const Portfolio& portfolio, const Roadmap& roadmap, Date day) {
  for (const Period* period : portfolio.periods_in_order(roadmap.period_kind))
    if (period->start >= day) return period->id.value;
  return 0;
}

/// How cards stand in a column of that width.
struct CardGrid {
  explicit CardGrid(double column_width) : abreast(column_width >= two_abreast ? 2 : 1) {
    const auto count = static_cast<double>(abreast);
    card_width = std::floor((column_width - 16 - card_gap * (count - 1)) / count);
  }
  double height_of(std::size_t cards) const {
    if (cards == 0) return note_height;
    return static_cast<double>((cards + abreast - 1) / abreast) * (card_height + card_gap);
  }

  std::size_t abreast;
  double card_width;
};

void draw_column(CardPainter& painter, ScenePen& pen, const CardColumn& column, const CardGrid& grid, const Rect& rect) {
  painter.draw_head(column, rect);
  for (std::size_t at = 0; at < column.cards.size(); ++at) {
    const double x = rect.x + 8 + static_cast<double>(at % grid.abreast) * (grid.card_width + card_gap);
    const double y = rect.y + column_head + static_cast<double>(at / grid.abreast) * (card_height + card_gap);
    painter.draw(column.cards[at], {std::round(x), y, grid.card_width, card_height});
  }
  if (column.cards.empty())
    pen.text({rect.x + 12, rect.y + column_head, rect.width - 24, 20}, "Nothing here.", in_color(type::small, Token::text_3));
}

Board only(Scene scene) { return {std::move(scene), {}}; }

}  // namespace

Scene layout_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer) {
  return arrange_now_next_later(portfolio, options, measurer).scene;
}

Board arrange_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(options.size.width, 640.0), std::max(options.size.height, 320.0)};
  const Roadmap* roadmap = options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name("");
  if (roadmap == nullptr)
    return only(
        empty_page(size, "Now, next, later", "There is no roadmap yet.", "Add one, with the periods that it covers.", measurer));
  const auto filter = parse_filter(roadmap->filter);
  if (!filter)
    return only(empty_page(size, roadmap->name, "The filter of this roadmap cannot be read: " + filter.error().why + ".",
                           "Correct the filter “" + roadmap->filter + "”.", measurer));
  const BoundFilter matches(*filter, portfolio);
  const Turn turn = turn_of(portfolio, *roadmap, options.today);
  const Columns columns = columns_of(portfolio, *roadmap, matches, options.today, turn);
  std::size_t cards = 0;
  for (const CardColumn& column : columns) cards += column.cards.size();
  if (cards == 0) {
    if (portfolio.all<Item>().empty()) return only(empty_page(size, roadmap->name, no_items_sentence, no_items_step, measurer));
    return only(empty_page(size, roadmap->name, "Nothing is planned or ready yet.",
                           "Place items in a period, or move an item to the stage “Ready”.", measurer));
  }

  Board board;
  Scene& scene = board.scene;
  scene.title = roadmap->name + ": now, next, later";
  ScenePen pen(scene, measurer);
  double top = page_margin;
  if (options.header) {
    draw_view_header(pen, roadmap->name, "Now, next, later on " + to_display(options.today), size.width - page_margin);
    top += view_header_height - 4;
  }
  CardPainter painter(pen, portfolio);
  const double width = std::floor((size.width - 2 * page_margin - 2 * column_gap) / 3);
  const CardGrid grid(width);
  double height = size.height - top - page_margin;
  for (const CardColumn& column : columns) height = std::max(height, column_head + grid.height_of(column.cards.size()) + 8);
  scene.size = {size.width, top + height + page_margin};
  scene.frozen.top = top + column_head;
  const std::array<std::int64_t, 3> keys{turn.current.id.value, turn.following.id.value,
                                         period_from(portfolio, *roadmap, turn.following.end)};
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const Rect rect{page_margin + static_cast<double>(at) * (width + column_gap), top, width, height};
    draw_column(painter, pen, columns[at], grid, rect);
    board.columns.push_back({rect, keys[at], columns[at].title, true});
  }
  return board;
}

}  // namespace tradewind::views
