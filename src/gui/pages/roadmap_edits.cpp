#include "gui/pages/roadmap_edits.h"

#include <QObject>
#include <algorithm>

#include "gui/scene/item_names.h"
#include "gui/scene/link_gesture.h"
#include "gui/scene/period_at.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

/// The placement `days` later; in a period, that of the day.
Placement shifted(const Placement& placement, int days, const Period& target, const Portfolio& portfolio) {
  Placement moved = placement;
  if (placement.start && placement.finish) {
    moved.start = add_days(*placement.start, days);
    moved.finish = add_days(*placement.finish, days);
    moved.period = {};
    return moved;
  }
  // Periods are not of one length: the middle of the moved one tells which it is.
  const Span span = *span_of(placement, portfolio);
  const Date middle = add_days(span.start, days + days_between(span.start, span.finish) / 2);
  const Period* period = period_at(portfolio, target.kind, middle);
  moved.period = period != nullptr ? period->id : target.id;
  return moved;
}

}  // namespace

std::vector<const Placement*> placements_of(const Portfolio& portfolio, ItemId item, RoadmapId roadmap) {
  std::vector<const Placement*> placements;
  for (const Placement& placement : portfolio.owned_by<&Placement::item>(item))
    if (placement.roadmap == roadmap && span_of(placement, portfolio)) placements.push_back(&placement);
  return placements;
}

Items items_behind(const Portfolio& portfolio, RoadmapId roadmap, TeamId team, PeriodId period) {
  Items items;
  const Period* shown = portfolio.find(period);
  if (shown == nullptr) return items;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap)) {
    if (share_in(placed.span, shown->start, shown->end) <= 0) continue;
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(placed.item))
      if (estimate.team == team && estimate.likely.value_or(0) > 0 &&
          std::find(items.begin(), items.end(), placed.item) == items.end())
        items.push_back(placed.item);
  }
  return items;
}

void add_roadmap(Document& document) {
  document.edit(QObject::tr("Add a roadmap"), [](storage::Edit& edit) {
    Roadmap made;
    made.name = "Roadmap";
    edit.insert(made);
  });
}

void place_items(Document& document, const Items& items, PeriodId period) {
  if (items.empty()) return;
  const auto place = [items, period](storage::Edit& edit) {
    const Roadmap* known = edit.portfolio().roadmap_by_name({});
    RoadmapId roadmap = known != nullptr ? known->id : RoadmapId{};
    if (!roadmap) {
      Roadmap made;
      made.name = "Roadmap";
      roadmap = edit.insert(made);
    }
    for (const ItemId item : items) {
      std::vector<PlacementId> before;
      for (const Placement* placement : placements_of(edit.portfolio(), item, roadmap)) before.push_back(placement->id);
      for (const PlacementId id : before) edit.erase(id);
      Placement placement;
      placement.roadmap = roadmap;
      placement.item = item;
      placement.period = period;
      edit.insert(placement);
    }
  };
  document.edit(QObject::tr("Place %1").arg(name_of(document.portfolio(), items)), place, items.size());
}

void shift_items(Document& document, RoadmapId roadmap, const Items& items, int start_weeks, int finish_weeks) {
  constexpr int week = 7;
  const Portfolio& portfolio = document.portfolio();
  std::vector<Placement> moved;
  for (const ItemId item : items)
    for (const Placement* placement : placements_of(portfolio, item, roadmap)) {
      const Span span = *span_of(*placement, portfolio);
      Placement one = *placement;
      one.period = {};
      one.start = add_days(span.start, week * start_weeks);
      one.finish = std::max(add_days(span.finish, week * finish_weeks), add_days(*one.start, week));
      moved.push_back(one);
    }
  if (moved.empty()) return;
  const QString label = start_weeks == finish_weeks ? QObject::tr("Move %1") : QObject::tr("Change the length of %1");
  const auto move = [&](storage::Edit& edit) {
    for (const Placement& placement : moved) edit.update(placement);
  };
  document.edit(label.arg(name_of(portfolio, items)), move, moved.size());
}

void move_to_period(Document& document, RoadmapId roadmap, const Items& items, PeriodId period) {
  const Portfolio& portfolio = document.portfolio();
  const Period* target = portfolio.find(period);
  if (target == nullptr || items.empty()) return;
  std::vector<Placement> rows;
  for (const ItemId item : items) {
    const std::vector<const Placement*> before = placements_of(portfolio, item, roadmap);
    if (before.empty()) {
      Placement made;
      made.roadmap = roadmap;
      made.item = item;
      made.period = period;
      rows.push_back(made);
      continue;
    }
    Date first = span_of(*before.front(), portfolio)->start;
    for (const Placement* placement : before) first = std::min(first, span_of(*placement, portfolio)->start);
    const Period* from = period_at(portfolio, target->kind, first);
    const int days = days_between(from != nullptr ? from->start : first, target->start);
    for (const Placement* placement : before) rows.push_back(shifted(*placement, days, *target, portfolio));
  }
  const QString label = QObject::tr("Move %1 to %2").arg(name_of(portfolio, items), qt_text(display_name(*target)));
  const auto store = [&](storage::Edit& edit) {
    for (const Placement& row : rows)
      if (row.id)
        edit.update(row);
      else
        edit.insert(row);
  };
  document.edit(label, store, rows.size());
}

void take_off(Document& document, RoadmapId roadmap, const Items& items) {
  std::vector<PlacementId> gone;
  for (const ItemId item : items)
    for (const Placement* placement : placements_of(document.portfolio(), item, roadmap)) gone.push_back(placement->id);
  if (gone.empty()) return;
  const auto erase = [&](storage::Edit& edit) {
    for (const PlacementId id : gone) edit.erase(id);
  };
  document.edit(QObject::tr("Take %1 off the roadmap").arg(name_of(document.portfolio(), items)), erase, gone.size());
}

void set_stage(Document& document, const Items& items, Stage stage) {
  const auto set = [items, stage](storage::Edit& edit) {
    for (const ItemId id : items) {
      Item item = *edit.portfolio().find(id);
      item.stage = stage;
      edit.update(item);
    }
  };
  document.edit(QObject::tr("Change the stage of %1").arg(name_of(document.portfolio(), items)), set, items.size());
}

void remove_link(Document& document, DependencyId link) {
  const Dependency* row = document.portfolio().find(link);
  if (row == nullptr) return;
  const QString label = link_label(document.portfolio(), row->predecessor, row->successor);
  document.edit(QObject::tr("Remove: %1").arg(label), [&](storage::Edit& edit) { edit.erase(link); });
}

void add_milestone(Document& document, Date date, const QString& title) {
  document.edit(QObject::tr("Add the milestone %1").arg(title), [&](storage::Edit& edit) {
    Milestone milestone;
    milestone.title = title.toStdString();
    milestone.date = date;
    edit.insert(milestone);
  });
}

void rename_milestone(Document& document, MilestoneId id, const QString& title) {
  const Milestone* known = document.portfolio().find(id);
  if (known == nullptr) return;
  Milestone renamed = *known;
  renamed.title = title.toStdString();
  document.edit(QObject::tr("Rename the milestone %1").arg(title), [&](storage::Edit& edit) { edit.update(renamed); });
}

void shift_milestone(Document& document, MilestoneId id, int days) {
  const Milestone* known = document.portfolio().find(id);
  if (known == nullptr) return;
  Milestone moved = *known;
  moved.date = add_days(known->date, days);
  document.edit(QObject::tr("Move the milestone %1").arg(qt_text(known->title)),
                [&](storage::Edit& edit) { edit.update(moved); });
}

void remove_milestone(Document& document, MilestoneId id) {
  const Milestone* known = document.portfolio().find(id);
  if (known == nullptr) return;
  document.edit(QObject::tr("Delete the milestone %1").arg(qt_text(known->title)), [&](storage::Edit& edit) { edit.erase(id); });
}

}  // namespace tradewind::gui
