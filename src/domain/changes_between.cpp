#include "tradewind/domain/changes_between.h"

namespace tradewind {

Changes changes_between(const Portfolio& before, const Portfolio& after) {
  Changes changes;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    for (const Entity& row : before.all<Entity>()) {
      const Entity* other = after.find(row.id);
      if (other == nullptr)
        changes.push_back({Entity::table, row.id.value, ChangeKind::erased});
      else if (!(*other == row))
        changes.push_back({Entity::table, row.id.value, ChangeKind::updated});
    }
    for (const Entity& row : after.all<Entity>())
      if (!before.contains(row.id)) changes.push_back({Entity::table, row.id.value, ChangeKind::inserted});
  });
  return changes;
}

}  // namespace tradewind
