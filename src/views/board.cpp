// Which card stands in which column of a board, and the picture of it.
#include "tradewind/views/board.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/scoring/moscow.h"
#include "views/figure_text.h"
#include "views/item_card.h"

namespace tradewind::views {
namespace {

constexpr double column_gap = 12;
constexpr double least_column = 208;
constexpr double more_height = 24;
constexpr std::size_t most_cards = 200;  // of a column: nobody looks further down

struct KeyedColumn {
  Board::Column column;
  CardColumn content;
};
using Columns = std::vector<KeyedColumn>;

KeyedColumn make_column(std::int64_t key, std::string title, bool takes_cards = true) {
  KeyedColumn made;
  made.column.key = key;
  made.column.title = title;
  made.column.takes_cards = takes_cards;
  made.content.title = std::move(title);
  return made;
}

/// Of all placements of an item together.
using Spans = std::unordered_map<ItemId, Span>;
Spans spans_of(const Portfolio& portfolio, RoadmapId roadmap) {
  Spans spans;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap)) {
    const auto [at, is_new] = spans.try_emplace(placed.item, placed.span);
    if (is_new) continue;
    at->second.start = std::min(at->second.start, placed.span.start);
    at->second.finish = std::max(at->second.finish, placed.span.finish);
  }
  return spans;
}

ItemCard card_of(const Item& item, const Spans& spans, Date today) {
  const auto span = spans.find(item.id);
  if (span == spans.end()) return {&item, "not placed", false};
  const Date end = last_day(span->second);
  const bool late = is_open(item) && end < today;
  return {&item, day_and_month(span->second.start) + " – " + day_and_month(end), late};
}

Columns period_columns(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches, const Spans& spans,
                       Date today) {
  std::vector<const Period*> periods = portfolio.periods_in_order(roadmap.period_kind);
  // Past periods are shown as far back as there is work in them.
  Date first = today;
  for (const auto& [item, span] : spans)
    if (matches.matches(*portfolio.find(item))) first = std::min(first, span.start);
  periods.erase(std::remove_if(periods.begin(), periods.end(), [&](const Period* period) { return period->end <= first; }),
                periods.end());
  Columns columns;
  for (const Period* period : periods) columns.push_back(make_column(period->id.value, display_name(*period)));
  KeyedColumn elsewhere = make_column(0, "Other dates", false);
  KeyedColumn unplaced = make_column(0, "Not placed");
  for (const Item* item : portfolio.items_by_rank()) {
    if (!matches.matches(*item)) continue;
    const auto span = spans.find(item->id);
    if (span == spans.end()) {
      if (is_open(*item) && item->moscow != Moscow::wont) unplaced.content.cards.push_back({item, {}, false});
      continue;
    }
    const auto at =
        std::find_if(periods.begin(), periods.end(), [&](const Period* period) { return contains(*period, span->second.start); });
    KeyedColumn& column = at == periods.end() ? elsewhere : columns[static_cast<std::size_t>(at - periods.begin())];
    column.content.cards.push_back(card_of(*item, spans, today));
  }
  if (!elsewhere.content.cards.empty()) columns.push_back(std::move(elsewhere));
  columns.push_back(std::move(unplaced));
  return columns;
}

Columns stage_columns(const Portfolio& portfolio, const BoundFilter& matches, const Spans& spans, Date today) {
  Columns columns;
  for (const auto& [stage, name] : EnumNames<Stage>::values)
    columns.push_back(make_column(static_cast<std::int64_t>(stage), std::string(stage_name(stage))));
  for (const Item* item : portfolio.items_by_rank())
    if (spans.count(item->id) > 0 && matches.matches(*item))
      columns[static_cast<std::size_t>(item->stage)].content.cards.push_back(card_of(*item, spans, today));
  return columns;
}

Columns moscow_columns(const Portfolio& portfolio, const Spans& spans, Date today) {
  Columns columns;
  for (const Moscow value : {Moscow::must, Moscow::should, Moscow::could, Moscow::wont, Moscow::unset})
    columns.push_back(make_column(static_cast<std::int64_t>(value),
                                  value == Moscow::unset ? "Not sorted" : std::string(scoring::moscow_name(value))));
  for (const Item* item : portfolio.items_by_rank()) {
    if (!is_open(*item)) continue;
    const auto column = std::find_if(columns.begin(), columns.end(), [&](const KeyedColumn& one) {
      return one.column.key == static_cast<std::int64_t>(item->moscow);
    });
    column->content.cards.push_back(card_of(*item, spans, today));
  }
  return columns;
}

double height_of(const CardColumn& column) {
  const std::size_t shown = std::min(column.cards.size(), most_cards);
  return column_head + static_cast<double>(shown) * (card_height + card_gap) +
         (shown < column.cards.size() || shown == 0 ? more_height : 0);
}

void draw_column(ScenePen& pen, CardPainter& painter, const CardColumn& column, const Rect& rect) {
  painter.draw_head(column, rect);
  double y = rect.y + column_head;
  const std::size_t shown = std::min(column.cards.size(), most_cards);
  for (std::size_t at = 0; at < shown; ++at, y += card_height + card_gap)
    painter.draw(column.cards[at], {rect.x + 8, y, rect.width - 16, card_height});
  const Rect below{rect.x + 12, y, rect.width - 24, more_height - 4};
  if (shown == 0) pen.text(below, "Nothing here.", in_color(type::small, Token::text_3));
  if (shown < column.cards.size())
    pen.text(below, "and " + number_text(static_cast<double>(column.cards.size() - shown)) + " more", type::small);
}

Board only(Scene scene) { return {std::move(scene), {}}; }

const Roadmap* roadmap_of(const Portfolio& portfolio, const BoardOptions& options) {
  return options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name("");
}

/// REQUIRES: a roadmap, unless the columns are those of MoSCoW.
Columns columns_of(const Portfolio& portfolio, const Roadmap* roadmap, const Filter& filter, const BoardOptions& options) {
  const BoundFilter matches(filter, portfolio);
  const Spans spans = roadmap != nullptr ? spans_of(portfolio, roadmap->id) : Spans{};
  switch (options.columns) {
    case BoardColumns::periods:
      return period_columns(portfolio, *roadmap, matches, spans, options.today);
    case BoardColumns::stages:
      return stage_columns(portfolio, matches, spans, options.today);
    case BoardColumns::moscow:
      break;
  }
  return moscow_columns(portfolio, spans, options.today);
}

}  // namespace

Scene layout_board(const Portfolio& portfolio, const BoardOptions& options, const TextMeasurer& measurer) {
  return arrange_board(portfolio, options, measurer).scene;
}

Board arrange_board(const Portfolio& portfolio, const BoardOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(options.size.width, 480.0), std::max(options.size.height, 320.0)};
  const bool by_moscow = options.columns == BoardColumns::moscow;
  const Roadmap* roadmap = roadmap_of(portfolio, options);
  const std::string title = by_moscow ? "MoSCoW" : roadmap != nullptr ? roadmap->name + ": board" : "Board";
  if (portfolio.all<Item>().empty())
    return only(by_moscow ? empty_page(size, title, "The board sorts the backlog into Must, Should, Could and Won’t.",
                                       "Import a backlog or type the first item.", measurer)
                          : empty_page(size, title, no_items_sentence, no_items_step, measurer));
  if (!by_moscow && roadmap == nullptr)
    return only(empty_page(size, title, "There is no roadmap yet.", "Add one, with the periods that it covers.", measurer));
  if (options.columns == BoardColumns::periods && portfolio.periods_in_order(roadmap->period_kind).empty())
    return only(empty_page(size, title, "There are no periods to plan in yet.",
                           "Add quarters, months or sprints, then place items in them.", measurer));
  const auto filter = parse_filter(by_moscow ? std::string{} : roadmap->filter);
  if (!filter)
    return only(empty_page(size, title, "The filter of this roadmap cannot be read: " + filter.error().why + ".",
                           "Correct the filter “" + roadmap->filter + "”.", measurer));
  Columns columns = columns_of(portfolio, roadmap, *filter, options);
  Board board;
  Scene& scene = board.scene;
  scene.title = title;
  ScenePen pen(scene, measurer);
  double top = page_margin;
  if (options.header) {
    draw_view_header(pen, title, "on " + to_display(options.today), size.width - page_margin);
    top += view_header_height - 4;
  }
  const auto count = static_cast<double>(columns.size());
  const double width = std::max(least_column, std::floor((size.width - 2 * page_margin - (count - 1) * column_gap) / count));
  double height = size.height - top - page_margin;
  for (const KeyedColumn& one : columns) height = std::max(height, height_of(one.content) + 8);
  scene.size = {std::max(size.width, 2 * page_margin + count * width + (count - 1) * column_gap), top + height + page_margin};
  scene.frozen.top = top + column_head;
  CardPainter painter(pen, portfolio);
  double x = page_margin;
  for (KeyedColumn& one : columns) {
    one.column.rect = {x, top, width, height};
    draw_column(pen, painter, one.content, one.column.rect);
    board.columns.push_back(std::move(one.column));
    x += width + column_gap;
  }
  return board;
}

std::vector<BoardList> list_board(const Portfolio& portfolio, const BoardOptions& options) {
  const bool by_moscow = options.columns == BoardColumns::moscow;
  const Roadmap* roadmap = roadmap_of(portfolio, options);
  if (!by_moscow && roadmap == nullptr) return {};
  const auto filter = parse_filter(by_moscow ? std::string{} : roadmap->filter);
  if (!filter) return {};
  std::vector<BoardList> lists;
  for (const KeyedColumn& column : columns_of(portfolio, roadmap, *filter, options)) {
    BoardList& list = lists.emplace_back();
    list.title = column.column.title;
    for (const ItemCard& card : column.content.cards) list.items.push_back(card.item->id);
  }
  return lists;
}

}  // namespace tradewind::views
