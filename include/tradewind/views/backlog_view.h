// The backlog as a printed table: one scene per page, each with the header row and "Page x of y".
//
//     const std::vector<Scene> pages = layout_backlog(portfolio, BacklogOptions{}, measurer);   // PDF
//     const Scene picture = layout_backlog_picture(portfolio, BacklogOptions{}, measurer);      // PNG: the first page
#pragma once
#include <optional>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct BacklogOptions {
  Size page{1123, 794};                      // A4 landscape at 96 px an inch
  std::optional<std::vector<ItemId>> items;  // shown in this order; nullopt = every open item, best RICE first
};

/// Columns: rank by RICE among the shown items, key, title, outcome, class, MoSCoW, effort by team, RICE, confidence.
/// What is unknown is "–". At least one page, at least 800 × 300; pages are numbered from 1.
std::vector<Scene> layout_backlog(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer);
/// The first page; says "first 26 of 44 items" where there are more.
Scene layout_backlog_picture(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
