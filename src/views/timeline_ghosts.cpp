// Where items lie in another plan than the one that is drawn.
#include <unordered_map>

#include "views/scene_pen.h"
#include "views/timeline_model.h"

namespace tradewind::views::timeline {

void add_ghosts(Model& model, const Portfolio& portfolio, const BoundFilter& matches, const std::vector<TimelineGhost>& before) {
  // Of an item in several parts, the first one stands for all.
  std::unordered_map<ItemId, std::size_t> first_bars;
  for (std::size_t at = 0; at < model.bars.size(); ++at) first_bars.try_emplace(model.bars[at].item->id, at);
  for (const TimelineGhost& ghost : before) {
    const Item* item = portfolio.find(ghost.item);
    if (item == nullptr || !matches.matches(*item)) continue;
    if (const auto found = first_bars.find(ghost.item); found != first_bars.end()) {
      Bar& bar = model.bars[found->second];
      if (bar.span != ghost.span) bar.before = ghost.span;
      continue;
    }
    Bar gone;
    gone.item = item;
    gone.span = ghost.span;
    gone.is_gone = true;
    gone.role = class_role_of(*item, portfolio);
    model.bars.push_back(std::move(gone));
  }
}

}  // namespace tradewind::views::timeline
