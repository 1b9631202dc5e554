// MoSCoW shares of effort against the 60 % line: whole, by team, and the Musts that one could talk about.
//
//     const Scene picture = layout_moscow(portfolio, MoscowOptions{}, measurer);
#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct MoscowOptions {
  Size size{1440, 420};
  std::optional<Period> period;              // the part of each placed item that the plan puts here; nullopt: see `items`
  RoadmapId roadmap;                         // the first by position when none; only with a period
  std::optional<std::vector<ItemId>> items;  // without a period: their whole effort; nullopt = every open item
  bool header = true;
  std::vector<std::pair<ItemId, Moscow>> as_if;  // what a drag under way would make of these items
};

/// Won't and unsorted items are outside the total and said beside it. Shares shown add up to 100, person-weeks to their
/// total. The scene is as wide as asked for (at least 560) and grows where teams need more height.
Scene layout_moscow(const Portfolio& portfolio, const MoscowOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
