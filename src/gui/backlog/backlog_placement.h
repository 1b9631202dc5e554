// Where an item lies on the first roadmap.
#pragma once
#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

struct FirstPlacement {
  const Period* period = nullptr;  // the one it is placed in; for one placed by dates, the one in which it starts
  std::optional<Date> start;
};

inline FirstPlacement first_placement(const Portfolio& portfolio, ItemId item) {
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  const Placement* placement = nullptr;
  if (roadmap != nullptr)
    for (const Placement& one : portfolio.owned_by<&Placement::item>(item))
      if (one.roadmap == roadmap->id && (placement == nullptr || one.id < placement->id)) placement = &one;
  if (placement == nullptr) return {};
  FirstPlacement found{portfolio.find(placement->period), placement->start};
  if (placement->start)
    for (const Period& one : portfolio.all<Period>())
      if (one.kind == roadmap->period_kind && one.start <= *placement->start && *placement->start < one.end) found.period = &one;
  if (!found.start && found.period != nullptr) found.start = found.period->start;
  return found;
}

}  // namespace tradewind::gui
