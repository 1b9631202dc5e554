// Where the source's dates put an item on the roadmap, and whether that is news.
#include <algorithm>

#include "exchange/item_merge.h"
#include "tradewind/domain/period.h"

namespace tradewind::exchange {
namespace {

/// The period of that kind that holds the day by the calendar; sprints and custom periods have none.
std::optional<Period> calendar_period(PeriodKind kind, Date day, int fiscal_year_start_month) {
  switch (kind) {
    case PeriodKind::quarter:
      return quarter_of(day, fiscal_year_start_month);
    case PeriodKind::month:
      return month_of(day);
    case PeriodKind::week:
      return week_of(day);
    default:
      return std::nullopt;
  }
}

}  // namespace

const Period* ItemMerger::period_with(Date date) {
  // The last period that begins on or before the date.
  auto after =
      std::upper_bound(periods_.begin(), periods_.end(), date, [](Date d, const Period* period) { return d < period->start; });
  while (after != periods_.begin()) {
    --after;
    if (date < (*after)->end) return *after;
  }
  return nullptr;
}

ItemMerger::Wish ItemMerger::wished_placement(const Item& item) {
  Wish wish;
  if (!roadmap_ || !item.deadline) return wish;
  if (item.earliest_start) {
    if (*item.earliest_start <= *item.deadline) {
      wish.start = item.earliest_start;
      wish.finish = add_days(*item.deadline, 1);
    }
  } else if (const auto* period = period_with(*item.deadline)) {
    wish.period = period->id;
  } else if (const auto calendar =
                 calendar_period(roadmap_->period_kind, *item.deadline, current_.settings().fiscal_year_start_month)) {
    // The workspace has no row for that time (often long past): the dates of the calendar's period say the same.
    wish.start = calendar->start;
    wish.finish = calendar->end;
  }
  return wish;
}

std::string ItemMerger::text_of(const Wish& wish) const {
  Placement placement;
  placement.start = wish.start;
  placement.finish = wish.finish;
  placement.period = wish.period;
  return text_of(placement);
}

std::string ItemMerger::text_of(const Placement& placement) const {
  if (placement.start && placement.finish) return to_iso(*placement.start) + ".." + to_iso(*placement.finish);
  const auto* period = current_.find(placement.period);
  return period ? period->name : std::string{};
}

void ItemMerger::add_placement(ItemId item, const Wish& wish) {
  Placement placement;
  placement.id = new_id<PlacementId>();
  placement.roadmap = roadmap_->id;
  placement.item = item;
  placement.start = wish.start;
  placement.finish = wish.finish;
  placement.period = wish.period;
  plan_.placements.insert.push_back(placement);
}

bool ItemMerger::merge_placement(const Item& item, const SourceRecord& record, std::string_view before,
                                 const std::string& theirs) {
  if (!roadmap_) return false;
  const Placement* ours = nullptr;
  for (const Placement& placement : current_.owned_by<&Placement::item>(item.id))
    if (placement.roadmap == roadmap_->id) ours = &placement;
  const auto text = ours ? text_of(*ours) : std::string{};
  if (text == theirs) return false;
  if (text != before) {
    conflict(record, "placement", text, theirs);
    return false;
  }
  const auto wish = wished_placement(record.item);
  if (!ours) {
    add_placement(item.id, wish);
  } else if (theirs.empty()) {
    plan_.placements.erase.push_back(ours->id);
  } else {
    Placement placement = *ours;
    placement.start = wish.start;
    placement.finish = wish.finish;
    placement.period = wish.period;
    plan_.placements.update.push_back(placement);
  }
  return true;
}

}  // namespace tradewind::exchange
