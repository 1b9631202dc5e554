#include "tradewind/domain/rows_with.h"

#include <unordered_set>

namespace tradewind {

template <class Entity>
std::size_t rows_with(const Portfolio& portfolio, const std::vector<Id<Entity>>& rows) {
  const std::unordered_set<Id<Entity>> wanted(rows.begin(), rows.end());
  std::size_t count = wanted.size();
  for_each_entity<PortfolioEntities>([&]<class Other>() {
    for (const Other& row : portfolio.all<Other>()) {
      if constexpr (std::is_same_v<Other, Entity>)
        if (wanted.count(row.id) > 0) continue;  // counted already
      bool refers = false;
      Other::fields(row, [&](const char*, const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Id<Entity>>) refers = refers || wanted.count(value) > 0;
      });
      if (refers) ++count;
    }
  });
  return count;
}

template std::size_t rows_with<Item>(const Portfolio&, const std::vector<ItemId>&);
template std::size_t rows_with<Outcome>(const Portfolio&, const std::vector<OutcomeId>&);
template std::size_t rows_with<Period>(const Portfolio&, const std::vector<PeriodId>&);
template std::size_t rows_with<Team>(const Portfolio&, const std::vector<TeamId>&);

}  // namespace tradewind
