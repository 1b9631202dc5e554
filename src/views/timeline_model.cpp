// Reads a roadmap: bars in order of time, which of them break a rule, and what is left over.
#include "views/timeline_model.h"

#include <algorithm>
#include <unordered_map>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "tradewind/views/capacity.h"
#include "views/figure_text.h"
#include "views/scene_pen.h"

namespace tradewind::views::timeline {
namespace {

/// An item may be placed in parts: what follows waits for the last, what precedes must end before the first.
struct ItemBars {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::unordered_map<ItemId, ItemBars> bars_by_item(const std::vector<Bar>& bars) {
  std::unordered_map<ItemId, ItemBars> by_item;
  by_item.reserve(bars.size());
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const auto [at, is_new] = by_item.try_emplace(bars[i].item->id, ItemBars{i, i});
    if (is_new) continue;
    if (bars[i].span.start < bars[at->second.first].span.start) at->second.first = i;
    if (bars[i].span.finish > bars[at->second.last].span.finish) at->second.last = i;
  }
  return by_item;
}

bool is_done(const Item& item) { return item.stage == Stage::launched || item.stage == Stage::measured; }
Date latest_start(const Bar& bar) { return bar.is_dated ? bar.span.start : add_days(bar.span.finish, -1); }
Date earliest_finish(const Bar& bar) { return bar.is_dated ? bar.span.finish : add_days(bar.span.start, 1); }

Phrase both(const Phrase& before, const Phrase& then) {
  return before.empty() ? then : Phrase(translatable("Roadmap", "%1; %2"), {before, then});
}

void add_conflict(Bar& bar, Text text, const Phrase& value) { bar.conflict = both(bar.conflict, {text, {value}}); }
void add_conflict(Bar& bar, Text text, Date day) { add_conflict(bar, text, literal(to_display(day))); }

void add_links(Model& model, const Portfolio& portfolio, const std::unordered_map<ItemId, ItemBars>& by_item) {
  for (const Dependency& dependency : portfolio.all<Dependency>()) {
    const auto predecessor = by_item.find(dependency.predecessor);
    const auto successor = by_item.find(dependency.successor);
    if (predecessor == by_item.end() || successor == by_item.end()) continue;
    Link link;
    link.id = dependency.id;
    link.predecessor = predecessor->second.last;
    link.successor = successor->second.first;
    const Bar& before = model.bars[link.predecessor];
    link.broken = !is_done(*before.item) && latest_start(model.bars[link.successor]) < earliest_finish(before);
    model.links.push_back(link);
  }
  // The table's order is that of its slots; a picture must not depend on it.
  std::sort(model.links.begin(), model.links.end(), [](const Link& a, const Link& b) {
    if (a.successor != b.successor) return a.successor < b.successor;
    if (a.predecessor != b.predecessor) return a.predecessor < b.predecessor;
    return a.id < b.id;
  });
  for (const Link& link : model.links)
    if (link.broken)
      add_conflict(model.bars[link.successor], translatable("Roadmap", "starts before %1 has finished"),
                   literal(short_title_of(*model.bars[link.predecessor].item)));
}

void add_date_conflicts(Bar& bar) {
  const Item& item = *bar.item;
  if (is_done(item)) return;
  const Date end = bar.is_dated ? last_day(bar.span) : bar.span.start;
  if (item.deadline && end > *item.deadline)
    add_conflict(bar, translatable("Roadmap", "ends after its deadline of %1"), *item.deadline);
  if (item.lapse_date && end > *item.lapse_date)
    add_conflict(bar, translatable("Roadmap", "ends after %1, when it is worth nothing any more"), *item.lapse_date);
  if (item.earliest_start && latest_start(bar) < *item.earliest_start)
    add_conflict(bar, translatable("Roadmap", "starts before %1, its earliest day"), *item.earliest_start);
}

void add_overload(Bar& bar, const Span& part, const Phrase& reason) {
  bar.overload = both(bar.overload, reason);
  if (std::find(bar.overloaded.begin(), bar.overloaded.end(), part) == bar.overloaded.end()) bar.overloaded.push_back(part);
}

}  // namespace

void mark_overloads(Model& model, const Portfolio& portfolio, const std::vector<TeamLoad>& loads) {
  struct Overload {
    const Period* period;
    Phrase reason;
  };
  std::unordered_map<TeamId, std::vector<Overload>> by_team;
  for (const TeamLoad& load : loads)
    if (is_over_capacity(load)) by_team[load.team].push_back({portfolio.find(load.period), describe_load(load, portfolio)});
  if (by_team.empty()) return;
  for (Bar& bar : model.bars) {
    if (bar.is_gone) continue;
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(bar.item->id)) {
      const auto found = by_team.find(estimate.team);
      if (found == by_team.end() || estimate.likely.value_or(0) <= 0) continue;
      for (const Overload& one : found->second)
        if (share_in(bar.span, one.period->start, one.period->end) > 0)
          add_overload(bar, {std::max(bar.span.start, one.period->start), std::min(bar.span.finish, one.period->end)},
                       one.reason);
    }
  }
}

Model read_roadmap(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches) {
  Model model;
  model.roadmap = &roadmap;
  const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap.id);
  model.bars.reserve(schedule.size());
  for (const ScheduledItem& scheduled : schedule) {
    const Item* item = portfolio.find(scheduled.item);
    if (!matches.matches(*item)) continue;
    Bar bar;
    bar.item = item;
    bar.placement = scheduled.placement;
    const Placement* placement = portfolio.find(scheduled.placement);
    bar.is_dated = placement->start && placement->finish;
    bar.span = scheduled.span;
    bar.role = class_role_of(*item, portfolio);
    add_date_conflicts(bar);
    model.bars.push_back(std::move(bar));
  }
  const auto by_item = bars_by_item(model.bars);
  model.placed_items = by_item.size();
  add_links(model, portfolio, by_item);

  for (const Milestone& milestone : portfolio.all<Milestone>())
    if (milestone.date.ok()) model.milestones.push_back(&milestone);
  std::sort(model.milestones.begin(), model.milestones.end(), [](const Milestone* a, const Milestone* b) {
    return std::tie(a->date, a->title, a->id) < std::tie(b->date, b->title, b->id);
  });
  return model;
}

void add_unplaced(Model& model, const Portfolio& portfolio, const BoundFilter& matches, std::size_t titles) {
  const Table<Item>& items = portfolio.all<Item>();
  std::vector<bool> is_placed(items.slot_count());
  for (const Bar& bar : model.bars) is_placed[items.slot(bar.item->id)] = true;
  std::vector<const Item*> unplaced;
  for (std::uint32_t slot = 0; slot < items.slot_count(); ++slot) {
    const Item& item = items.at_slot(slot);
    if (!item.id || is_placed[slot] || !is_open(item) || !matches.matches(item)) continue;
    if (item.moscow == Moscow::wont)
      ++model.unplaced_wont;
    else
      unplaced.push_back(&item);
  }
  model.unplaced = unplaced.size();
  // One more rather than "and 1 more".
  model.best_unplaced.resize(unplaced.size() <= titles + 1 ? unplaced.size() : titles);
  std::partial_sort_copy(unplaced.begin(), unplaced.end(), model.best_unplaced.begin(), model.best_unplaced.end(),
                         [](const Item* a, const Item* b) { return std::tie(a->rank, a->key) < std::tie(b->rank, b->key); });
}

}  // namespace tradewind::views::timeline
