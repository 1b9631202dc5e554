// Where items lie in another plan than the one that is drawn.
#include <algorithm>

#include "views/scene_pen.h"
#include "views/timeline_model.h"

namespace tradewind::views::timeline {

void add_ghosts(Model& model, const Portfolio& portfolio, const BoundFilter& matches, const std::vector<TimelineGhost>& before) {
  const std::size_t placed = model.bars.size();
  for (const TimelineGhost& ghost : before) {
    const Item* item = portfolio.find(ghost.item);
    if (item == nullptr || !matches.matches(*item)) continue;
    // Of an item in several parts, the first one stands for all.
    const auto end = model.bars.begin() + static_cast<std::ptrdiff_t>(placed);
    const auto bar = std::find_if(model.bars.begin(), end, [item](const Bar& one) { return one.item == item; });
    if (bar != end) {
      if (bar->span != ghost.span) bar->before = ghost.span;
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
