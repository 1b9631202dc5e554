// The outcomes view as a page: vision, legend, table of outcomes, the work behind them, what serves no outcome.
#include "tradewind/views/outcomes_view.h"

#include <algorithm>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "views/evidence_dots.h"
#include "views/figure_text.h"
#include "views/outcomes_parts.h"

namespace tradewind::views {
namespace {

constexpr std::string_view title = "Outcomes";
constexpr double least_width = 800;
constexpr double vision_height = 44;
constexpr double table_head = 28;
constexpr double group_row = 28;
constexpr double legend_height = 30;
constexpr std::size_t most_items_by_default = 60;

struct Row {
  OutcomeInTree place;
  const allocation::OutcomeProgress* progress = nullptr;
  bool can_fold = false;
  bool is_open = false;
  bool shows_items = false;
};

struct Content {
  std::vector<allocation::OutcomeProgress> progress;
  std::vector<Row> rows;  // those that are not folded away
  std::vector<const Item*> without_outcome;
  std::size_t planned = 0;  // distinct placed items
  bool items = false;
};

RoadmapId roadmap_of(const Portfolio& portfolio, const OutcomesOptions& options) {
  if (options.roadmap) return options.roadmap;
  const Roadmap* first = portfolio.roadmap_by_name({});
  return first ? first->id : RoadmapId{};
}

std::size_t count_items(const allocation::OutcomeProgress& progress) {
  return progress.contributions.size() + progress.unquantified.size();
}

void add_rows(Content& content, const Portfolio& portfolio, const OutcomesOptions& options) {
  std::unordered_map<OutcomeId, const allocation::OutcomeProgress*> progress;
  for (const auto& one : content.progress) progress.emplace(one.outcome, &one);
  std::optional<int> folded_at;  // parts that are deeper are not seen
  for (const OutcomeInTree& place : outcome_tree(portfolio)) {
    if (folded_at && place.depth > *folded_at) continue;
    folded_at.reset();
    Row row{place, progress.at(place.outcome->id), false, false, false};
    const bool has_items = count_items(*row.progress) > 0;
    const auto chosen = options.open.find(place.outcome->id);
    const bool is_chosen = chosen != options.open.end();
    row.can_fold = has_items || place.has_parts;
    row.is_open = is_chosen ? chosen->second : content.items || !has_items;
    row.shows_items = has_items && (is_chosen ? chosen->second : content.items);
    if (is_chosen && !chosen->second) folded_at = place.depth;
    content.rows.push_back(row);
  }
}

Content content_of(const Portfolio& portfolio, const OutcomesOptions& options) {
  Content content;
  const RoadmapId roadmap = roadmap_of(portfolio, options);
  std::size_t rows = 0;
  content.progress = allocation::progress_of_outcomes(portfolio, roadmap);
  for (const auto& progress : content.progress) rows += count_items(progress);
  for (const ItemId id : allocation::planned_without_outcome(portfolio, roadmap))
    if (const Item* item = portfolio.find(id)) content.without_outcome.push_back(item);
  std::vector<ItemId> planned;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap)) planned.push_back(placed.item);
  std::sort(planned.begin(), planned.end());
  content.planned = static_cast<std::size_t>(std::unique(planned.begin(), planned.end()) - planned.begin());
  content.items = options.items.value_or(rows + content.without_outcome.size() <= most_items_by_default);
  add_rows(content, portfolio, options);
  return content;
}

double height_of(const Content& content, const Portfolio& portfolio, bool header) {
  double height = (header ? view_header_height : 0) + (portfolio.settings().vision_statement.empty() ? 0 : vision_height) +
                  legend_height + table_head;
  for (const Row& row : content.rows) {
    height += outcome_row_height;
    if (row.shows_items) height += outcome_item_height * static_cast<double>(count_items(*row.progress));
  }
  if (!content.without_outcome.empty())
    height += group_row + (content.items ? outcome_item_height * static_cast<double>(content.without_outcome.size()) : 0);
  return height;
}

/// The columns of an outcome at that depth: its name begins further right, behind the chevron.
OutcomeColumns indented(OutcomeColumns columns, int depth) {
  constexpr double chevron_width = 20;
  constexpr double step = 16;
  constexpr double least_name = 72;
  const double indent = std::min(chevron_width + step * depth, columns.name.width - least_name);
  columns.name.x += indent;
  columns.name.width -= indent;
  return columns;
}

void draw_chevron(ScenePen& pen, const Row& row, const OutcomeColumns& columns, double y) {
  if (!row.can_fold) return;
  const Point c{columns.name.x - 13, y + outcome_row_height / 2};
  const Stroke stroke{Token::text_2, 1.4, Dash::solid};
  Mark mark{MarkKind::outcome, row.place.outcome->id.value, row.is_open ? fold_mark : unfold_mark,
            (row.is_open ? "Fold " : "Unfold ") + row.place.outcome->title};
  pen.fill({c.x - 9, c.y - 12, 18, 24}, Token::base, 0, std::move(mark));
  const std::vector<Point> points = row.is_open ? std::vector<Point>{{c.x - 4, c.y - 2}, {c.x, c.y + 2}, {c.x + 4, c.y - 2}}
                                                : std::vector<Point>{{c.x - 2, c.y - 4}, {c.x + 2, c.y}, {c.x - 2, c.y + 4}};
  pen.scene().add(PathShape{points, false, Token::none, stroke, {}});
}

void draw_vision(ScenePen& pen, const std::string& vision, double y) {
  const double width = pen.scene().size.width;
  pen.fill({0, y, width, vision_height}, Token::panel);
  const Stroke flag{Token::accent, 1.4, Dash::solid};
  const Point c{page_margin + 6, y + vision_height / 2};
  pen.line({c.x - 5, c.y - 7}, {c.x - 5, c.y + 7}, flag);
  pen.scene().add(
      PathShape{{{c.x - 5, c.y - 6}, {c.x + 6, c.y - 6}, {c.x + 3, c.y - 2.5}, {c.x + 6, c.y + 1}, {c.x - 5, c.y + 1}},
                false,
                Token::none,
                flag,
                {}});
  pen.text({page_margin + 24, y, width - 2 * page_margin - 24, vision_height}, vision, in_weight(type::title, Weight::regular));
  pen.line({0, y + vision_height - 0.5}, {width, y + vision_height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
}

void draw_table_head(ScenePen& pen, const OutcomeColumns& columns, double y) {
  const double width = pen.scene().size.width;
  pen.fill({0, y, width, table_head}, Token::panel);
  const TextStyle style = in_weight(in_color(type::bar_label, Token::text_2), Weight::medium);
  const auto head = [&](const Rect& column, std::string_view text, Align align) {
    pen.text({column.x, y, column.width, table_head}, text, style, align);
  };
  head(columns.name, "Outcome and the work behind it", Align::left);
  head(columns.history, "12 months", Align::left);
  head(columns.progress, "Baseline, now, target", Align::left);
  head(columns.expected, "Expected from planned work", Align::left);
  head(columns.gap, "Gap", Align::right);
  head(columns.health, "Health", Align::left);
  pen.line({0, y + table_head - 0.5}, {width, y + table_head - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
}

void draw_without_outcome(ScenePen& pen, const Portfolio& portfolio, const Content& content, const OutcomeColumns& columns,
                          double y) {
  const double width = pen.scene().size.width;
  double effort = 0;
  for (const Item* item : content.without_outcome) effort += portfolio.likely_effort(item->id).value_or(0);
  pen.fill({0, y, width, group_row}, Token::chrome);
  pen.line({0, y + 0.5}, {width, y + 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  pen.line({0, y + group_row - 0.5}, {width, y + group_row - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  pen.text({columns.name.x, y, columns.name.width, group_row}, "No outcome yet", type::strong);
  pen.text({columns.history.x, y, columns.history.width, group_row},
           number_text(static_cast<double>(content.without_outcome.size())) + " planned", type::small);
  pen.text({columns.progress.x, y, columns.expected.x + columns.expected.width - columns.progress.x, group_row},
           person_weeks_text(effort) + " with no outcome", type::small);
  y += group_row;
  if (!content.items) return;
  for (const Item* item : content.without_outcome) {
    const double middle = y + outcome_item_height / 2;
    pen.fill({0, y, width, outcome_item_height}, Token::base, 0, item_mark(*item, portfolio));
    pen.line({0, y + outcome_item_height - 0.5}, {width, y + outcome_item_height - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
    draw_track_icon(pen, {columns.name.x + 8, middle}, item->track);
    pen.text({columns.name.x + 24, y, columns.name.width - 24, outcome_item_height}, item->title, type::body);
    draw_evidence_dots(pen, {columns.progress.x, middle}, evidence_dots(portfolio, item->id));
    const OptionalNumber weeks = portfolio.likely_effort(item->id);
    pen.text({columns.progress.x + evidence_dots_width, y, columns.progress.width - evidence_dots_width, outcome_item_height},
             weeks.has_value() ? trimmed_person_weeks_text(weeks.value()) : std::string("no effort"),
             in_color(type::body, Token::text_2), Align::right);
    pen.text({columns.health.x, y, columns.health.width, outcome_item_height}, stage_name(item->stage),
             in_color(type::body, Token::text_2));
    y += outcome_item_height;
  }
}

void draw_legend(ScenePen& pen, const LandingQuarters& landing, double y) {
  const double width = pen.scene().size.width;
  const double middle = y + legend_height / 2;
  pen.line({0, y + legend_height - 0.5}, {width, y + legend_height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  double x = page_margin;
  if (!landing.quarters.empty()) {
    x += pen.text({x, y, 60, legend_height}, "Lands in", type::small) + 10;
    const std::size_t shown = std::min<std::size_t>(4, landing.quarters.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const Period& quarter = *landing.quarters[i];
      const bool and_later = i == 3 && landing.quarters.size() > 4;
      const Token token = landing.token(quarter.id);
      x = pen.legend_entry(x, middle, display_name(quarter) + (and_later ? " and later" : ""), token, token) + 14;
    }
  }
  x = pen.legend_entry(x + 8, middle, "not covered", Token::base, Token::danger, Hatch{Token::danger}) + 24;
  const std::string_view formula = "Expected = effect at full success × confidence";
  const double formula_width = pen.width(formula, type::small);
  if (x + formula_width < width - page_margin)
    pen.text({width - page_margin - formula_width, y, formula_width, legend_height}, formula,
             in_color(type::small, Token::text_3));
}

}  // namespace

OutcomeColumns outcome_columns(double width) {
  constexpr double gap = 16;
  const double inner = width - 2 * page_margin;
  OutcomeColumns columns;
  columns.health.width = 80;
  columns.gap.width = 44;
  columns.expected.width = std::clamp(width * 0.21, 170.0, 340.0);
  columns.progress.width = std::clamp(width * 0.15, 150.0, 220.0);
  columns.history.width = 86;
  columns.name.width = inner - columns.health.width - columns.gap.width - columns.expected.width - columns.progress.width -
                       columns.history.width - 5 * gap;
  double x = page_margin;
  for (Rect* column : {&columns.name, &columns.history, &columns.progress, &columns.expected, &columns.gap, &columns.health}) {
    column->x = x;
    x += column->width + gap;
  }
  return columns;
}

Scene layout_outcomes(const Portfolio& portfolio, const OutcomesOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(least_width, options.size.width), options.size.height};
  const Content content = content_of(portfolio, options);
  if (content.rows.empty())
    return empty_page(
        size, std::string(title), "Outcomes say what should change for people, and whether the planned work adds up to it.",
        "State the first one: “Cut retrieval latency from 12 s to 7 s by December”, then link the items that serve it.",
        measurer);
  Scene scene;
  scene.title = title;
  scene.size = {size.width, std::max(size.height, height_of(content, portfolio, options.header))};
  ScenePen pen(scene, measurer);
  double y = 0;
  if (options.header) {
    std::string facts = count_text(content.progress.size(), "outcome", "outcomes");
    if (content.planned > 0)
      facts += ", " + number_text(static_cast<double>(content.planned - content.without_outcome.size())) + " of " +
               count_text(content.planned, "planned item serves", "planned items serve") + " one";
    draw_view_header(pen, title, facts, size.width - page_margin);
    y += view_header_height;
  }
  if (const std::string& vision = portfolio.settings().vision_statement; !vision.empty()) {
    draw_vision(pen, vision, y);
    y += vision_height;
  }
  // Above the rows: below them it would be seen by those who scroll to the last outcome only.
  const LandingQuarters landing = landing_quarters(portfolio, content.progress);
  draw_legend(pen, landing, y);
  y += legend_height;
  const OutcomeColumns columns = outcome_columns(size.width);
  draw_table_head(pen, indented(columns, 0), y);
  y += table_head;
  for (const Row& row : content.rows) {
    const OutcomeColumns own = indented(columns, row.place.depth);
    draw_outcome_row(pen, portfolio, *row.place.outcome, *row.progress, landing, own, y);
    draw_chevron(pen, row, own, y);
    y += outcome_row_height;
    pen.line({0, y - 0.5}, {size.width, y - 0.5}, Stroke{row.shows_items ? Token::line_1 : Token::line_2, 1, Dash::solid});
    if (!row.shows_items) continue;
    y = draw_outcome_items(pen, portfolio, *row.progress, landing, own, y);
    pen.line({0, y - 0.5}, {size.width, y - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
  }
  if (!content.without_outcome.empty()) draw_without_outcome(pen, portfolio, content, indented(columns, 0), y);
  return scene;
}

}  // namespace tradewind::views
