// Reads a roadmap: bars in order of time, which of them break a rule, and what is left over.
#include "views/timeline_model.h"

#include <algorithm>
#include <unordered_map>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/open_item.h"
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

void add_conflict(Bar& bar, const std::string& sentence) {
  if (!bar.conflict.empty()) bar.conflict += "; ";
  bar.conflict += sentence;
}

void add_links(Model& model, const Portfolio& portfolio, const std::unordered_map<ItemId, ItemBars>& by_item) {
  for (const Dependency& dependency : portfolio.all<Dependency>()) {
    const auto predecessor = by_item.find(dependency.predecessor);
    const auto successor = by_item.find(dependency.successor);
    if (predecessor == by_item.end() || successor == by_item.end()) continue;
    Link link;
    link.id = dependency.id;
    link.predecessor = predecessor->second.last;
    link.successor = successor->second.first;
    link.broken = model.bars[link.successor].span.start < model.bars[link.predecessor].span.finish;
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
      add_conflict(model.bars[link.successor],
                   "starts before " + short_title_of(*model.bars[link.predecessor].item) + " has finished");
}

void add_date_conflicts(Bar& bar) {
  const Item& item = *bar.item;
  const Date last_day = add_days(bar.span.finish, -1);
  if (item.deadline && last_day > *item.deadline) add_conflict(bar, "ends after its deadline of " + to_display(*item.deadline));
  if (item.lapse_date && last_day > *item.lapse_date)
    add_conflict(bar, "ends after " + to_display(*item.lapse_date) + ", when it is worth nothing any more");
  if (item.earliest_start && bar.span.start < *item.earliest_start)
    add_conflict(bar, "starts before " + to_display(*item.earliest_start) + ", its earliest day");
}

}  // namespace

Model read_roadmap(const Portfolio& portfolio, const Roadmap& roadmap, const BoundFilter& matches, std::size_t unplaced_titles) {
  Model model;
  model.roadmap = &roadmap;
  const Table<Item>& items = portfolio.all<Item>();
  std::vector<bool> is_placed(items.slot_count());
  const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap.id);
  model.bars.reserve(schedule.size());
  for (const ScheduledItem& scheduled : schedule) {
    const std::uint32_t slot = items.slot(scheduled.item);
    if (slot == SlotIndex::none) continue;
    is_placed[slot] = true;
    const Item* item = &items.at_slot(slot);
    if (!matches.matches(*item)) continue;
    Bar bar;
    bar.item = item;
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
  model.best_unplaced.resize(unplaced.size() <= unplaced_titles + 1 ? unplaced.size() : unplaced_titles);
  std::partial_sort_copy(unplaced.begin(), unplaced.end(), model.best_unplaced.begin(), model.best_unplaced.end(),
                         [](const Item* a, const Item* b) { return std::tie(a->rank, a->key) < std::tie(b->rank, b->key); });
  return model;
}

}  // namespace tradewind::views::timeline
