// Pages of the printed backlog.
#include "tradewind/views/backlog_view.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "tradewind/scoring/ranking.h"
#include "views/backlog_table.h"
#include "views/figure_text.h"
#include "views/item_selection.h"

namespace tradewind::views {
namespace {

constexpr std::string_view title = "Backlog";

struct Line {
  const BacklogHead* head = nullptr;  // else a row
  std::size_t row = 0;
};

struct Backlog {
  std::vector<BacklogRow> rows;
  std::vector<Line> lines;  // what stands below the head of the table
  BacklogScale scale;
  double effort = 0;
};

Backlog backlog_of(const Portfolio& portfolio, const BacklogOptions& options) {
  const std::vector<const Item*> items = chosen_items(portfolio, options.items);
  const scoring::ScoringContext context(portfolio, items);
  Backlog backlog;
  for (const scoring::RankedItem& ranked : scoring::rank_items(context, items, *scoring::find_method("rice")))
    backlog.rows.push_back({ranked.item, ranked.rank, ranked.value, context.likely_effort(ranked.item->id)});
  std::unordered_map<ItemId, std::size_t> position;
  if (options.items) {  // the caller's order; ranks stay
    for (std::size_t i = 0; i < options.items->size(); ++i) position.emplace((*options.items)[i], i);
    std::stable_sort(backlog.rows.begin(), backlog.rows.end(),
                     [&](const BacklogRow& a, const BacklogRow& b) { return position.at(a.item->id) < position.at(b.item->id); });
  }
  auto head = options.heads.begin();
  for (std::size_t row = 0; row < backlog.rows.size(); ++row) {
    if (options.items)
      for (; head != options.heads.end() && head->before <= position.at(backlog.rows[row].item->id); ++head)
        backlog.lines.push_back({&*head, 0});
    backlog.lines.push_back({nullptr, row});
  }
  for (; options.items && head != options.heads.end(); ++head) backlog.lines.push_back({&*head, 0});
  backlog.scale.teams = portfolio.teams_in_order();
  for (const BacklogRow& row : backlog.rows) {
    backlog.scale.most_rice = std::max(backlog.scale.most_rice, row.rice.value_or(0));
    backlog.scale.most_effort = std::max(backlog.scale.most_effort, row.effort.value_or(0));
    backlog.effort += row.effort.value_or(0);
  }
  return backlog;
}

struct Paging {
  Size size;
  std::size_t rows_per_page;
  std::size_t pages;
};
Paging paging_of(const BacklogOptions& options, std::size_t lines) {
  Paging paging{{std::max(800.0, options.page.width), std::max(300.0, options.page.height)}, 1, 1};
  const double room = paging.size.height - view_header_height - BacklogTable::head_height - BacklogTable::legend_height;
  paging.rows_per_page = static_cast<std::size_t>(std::max(1.0, std::floor(room / BacklogTable::row_height)));
  paging.pages = std::max<std::size_t>(1, (lines + paging.rows_per_page - 1) / paging.rows_per_page);
  return paging;
}

Scene empty_backlog(const Portfolio& portfolio, Size size, const TextMeasurer& measurer) {
  if (!portfolio.all<Item>().empty())
    return empty_page(size, std::string(title), "None of the items is shown here.", "Choose another filter.", measurer);
  return empty_page(size, std::string(title), "The backlog holds everything that could be done, with what is known about it.",
                    "Import a CSV or Jira export, or type the first item.", measurer);
}

Scene page_of(const Portfolio& portfolio, const Backlog& backlog, const Paging& paging, std::size_t page, const std::string& note,
              const TextMeasurer& measurer) {
  Scene scene;
  scene.title = title;
  scene.size = paging.size;
  ScenePen pen(scene, measurer);
  const BacklogTable table(portfolio, backlog.scale, paging.size.width);
  const double note_width = pen.width(note, type::small);
  const double right = paging.size.width - page_margin;
  draw_view_header(pen, title,
                   count_text(backlog.rows.size(), "item", "items") + ", " + person_weeks_text(backlog.effort) + ", rank by RICE",
                   right - note_width - 16);
  pen.text({right - note_width, 0, note_width, view_header_height}, note, in_color(type::small, Token::text_3), Align::right);
  table.draw_head(pen, view_header_height);
  double y = view_header_height + BacklogTable::head_height;
  const std::size_t first = page * paging.rows_per_page;
  const std::size_t end = std::min(backlog.lines.size(), first + paging.rows_per_page);
  for (std::size_t i = first; i < end; ++i) {
    if (const BacklogHead* head = backlog.lines[i].head)
      table.draw_group(pen, head->title, head->figures, y);
    else
      table.draw_row(pen, backlog.rows[backlog.lines[i].row], y);
    y += BacklogTable::row_height;
  }
  table.draw_legend(pen, paging.size.height - BacklogTable::legend_height);
  return scene;
}

}  // namespace

std::vector<Scene> layout_backlog(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer) {
  const Backlog backlog = backlog_of(portfolio, options);
  const Paging paging = paging_of(options, backlog.lines.size());
  std::vector<Scene> pages;
  if (backlog.lines.empty()) {
    pages.push_back(empty_backlog(portfolio, paging.size, measurer));
    return pages;
  }
  for (std::size_t page = 0; page < paging.pages; ++page) {
    const std::string note =
        "Page " + number_text(static_cast<double>(page + 1)) + " of " + number_text(static_cast<double>(paging.pages));
    pages.push_back(page_of(portfolio, backlog, paging, page, note, measurer));
  }
  return pages;
}

Scene layout_backlog_picture(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer) {
  const Backlog backlog = backlog_of(portfolio, options);
  const Paging paging = paging_of(options, backlog.lines.size());
  if (backlog.lines.empty()) return empty_backlog(portfolio, paging.size, measurer);
  std::string note;
  const auto first_page =
      backlog.lines.begin() + static_cast<std::ptrdiff_t>(std::min(paging.rows_per_page, backlog.lines.size()));
  const auto shown = std::count_if(backlog.lines.begin(), first_page, [](const Line& line) { return line.head == nullptr; });
  if (paging.pages > 1)
    note = "First " + number_text(static_cast<double>(shown)) + " of " + count_text(backlog.rows.size(), "item", "items");
  return page_of(portfolio, backlog, paging, 0, note, measurer);
}

}  // namespace tradewind::views
