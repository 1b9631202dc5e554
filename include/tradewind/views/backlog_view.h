// The backlog as a printed table: one scene per page, each with the header row and "Page x of y".
//
//     const std::vector<Scene> pages = layout_backlog(portfolio, BacklogOptions{}, measurer);   // PDF
//     const Scene picture = layout_backlog_picture(portfolio, BacklogOptions{}, measurer);      // PNG: the first page
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

/// A line above the items of a group.
struct BacklogHead {
  std::size_t before = 0;  // the place in BacklogOptions::items above which it stands; their number = below all of them
  std::string title;
  std::string figures;  // "12 items, 168 pw"
};

struct BacklogOptions {
  Size page{1123, 794};                      // A4 landscape at 96 px an inch
  std::optional<std::vector<ItemId>> items;  // shown in this order; nullopt = every open item, best RICE first
  std::vector<BacklogHead> heads;            // from top to bottom; only with items
};

/// Columns: rank by RICE among the shown items, key, title, outcome, class, MoSCoW, effort by team, RICE, confidence.
/// What is unknown is "–". At least one page, at least 800 × 300; pages are numbered from 1.
std::vector<Scene> layout_backlog(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer);
/// The first page; says "first 26 of 44 items" where there are more.
Scene layout_backlog_picture(const Portfolio& portfolio, const BacklogOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
