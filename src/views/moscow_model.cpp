// From items and their part in a period to MoSCoW shares.
#include "views/moscow_model.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "views/figure_text.h"
#include "views/item_selection.h"

namespace tradewind::views {
namespace {

struct PartOfItem {
  const Item* item;
  double part;  // 0–1 of its effort
};

/// An item placed twice spreads its one effort over the days of both placements.
std::vector<PartOfItem> parts_in(const Portfolio& portfolio, RoadmapId roadmap, const Period& period) {
  std::map<std::int64_t, std::pair<double, double>> days_by_item;  // in the period, in all
  std::vector<const Item*> order;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap)) {
    const Item* item = portfolio.find(placed.item);
    if (!item) continue;
    const double days = days_between(placed.span.start, placed.span.finish);
    auto [entry, is_new] = days_by_item.try_emplace(item->id.value);
    if (is_new) order.push_back(item);
    entry->second.first += days * share_in(placed.span, period.start, period.end);
    entry->second.second += days;
  }
  std::vector<PartOfItem> parts;
  for (const Item* item : order)
    if (const auto [here, all] = days_by_item.at(item->id.value); here > 0 && all > 0) parts.push_back({item, here / all});
  return parts;
}

std::vector<PartOfItem> parts_of(const Portfolio& portfolio, const MoscowOptions& options) {
  if (options.period) {
    const Roadmap* roadmap = options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name({});
    return roadmap ? parts_in(portfolio, roadmap->id, *options.period) : std::vector<PartOfItem>{};
  }
  std::vector<PartOfItem> parts;
  for (const Item* item : chosen_items(portfolio, options.items)) parts.push_back({item, 1});
  return parts;
}

/// The value of each item, with those of the options in place of the stored ones.
class Categories {
 public:
  explicit Categories(const std::vector<std::pair<ItemId, Moscow>>& as_if) : as_if_(as_if.begin(), as_if.end()) {}
  Moscow of(const Item& item) const {
    const auto found = as_if_.find(item.id);
    return found == as_if_.end() ? item.moscow : found->second;
  }

 private:
  std::unordered_map<ItemId, Moscow> as_if_;
};

}  // namespace

MoscowModel moscow_model(const Portfolio& portfolio, const MoscowOptions& options) {
  const std::vector<PartOfItem> parts = parts_of(portfolio, options);
  MoscowModel model;
  const Categories categories(options.as_if);
  model.any = !parts.empty();
  model.scope = options.period ? display_name(*options.period) : count_text(parts.size(), "item", "items");

  std::vector<scoring::MoscowEffort> whole;
  std::map<std::int64_t, std::vector<scoring::MoscowEffort>> by_team;
  for (const PartOfItem& part : parts) {
    const Moscow category = categories.of(*part.item);
    OptionalNumber effort;
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(part.item->id)) {
      if (!estimate.likely.has_value()) continue;
      const double weeks = part.part * estimate.likely.value();
      effort = effort.value_or(0) + weeks;
      by_team[portfolio.find(estimate.team) ? estimate.team.value : 0].push_back({category, weeks});
    }
    whole.push_back({category, effort});
    if (category == Moscow::must && effort.value_or(0) > 0) model.musts.push_back({part.item, effort.value()});
  }
  model.whole = scoring::moscow_shares(whole);
  const auto add_team = [&](std::int64_t id, const std::string& name) {
    const auto found = by_team.find(id);
    if (found == by_team.end()) return;
    const scoring::MoscowShares shares = scoring::moscow_shares(found->second);
    if (shares.total() > 0) model.teams.push_back({name, shares});
  };
  for (const Team* team : portfolio.teams_in_order()) add_team(team->id.value, team->name);
  add_team(0, "No team");
  std::stable_sort(model.musts.begin(), model.musts.end(),
                   [](const MustItem& a, const MustItem& b) { return a.effort > b.effort; });
  return model;
}

}  // namespace tradewind::views
