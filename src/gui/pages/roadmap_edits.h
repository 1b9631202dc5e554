// What one does to a roadmap, each as one edit.
#pragma once
#include <QString>
#include <vector>

#include "gui/shell/document.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::gui {

using Items = std::vector<ItemId>;

/// Of one item on a roadmap, those that have a time.
std::vector<const Placement*> placements_of(const Portfolio& portfolio, ItemId item, RoadmapId roadmap);
/// Items with work of the team in the period.
Items items_behind(const Portfolio& portfolio, RoadmapId roadmap, TeamId team, PeriodId period);

void add_roadmap(Document& document);
/// Each item once, in the period and on the first roadmap; makes the roadmap where there is none.
void place_items(Document& document, const Items& items, PeriodId period);
/// Start and finish by whole weeks; a bar keeps at least one.
void shift_items(Document& document, RoadmapId roadmap, const Items& items, int start_weeks, int finish_weeks);
/// Dates keep their length and their place in the period.
void move_to_period(Document& document, RoadmapId roadmap, const Items& items, PeriodId period);
void take_off(Document& document, RoadmapId roadmap, const Items& items);
void set_stage(Document& document, const Items& items, Stage stage);

void remove_link(Document& document, DependencyId link);

void add_milestone(Document& document, Date date, const QString& title);
void rename_milestone(Document& document, MilestoneId milestone, const QString& title);
void shift_milestone(Document& document, MilestoneId milestone, int days);
void remove_milestone(Document& document, MilestoneId milestone);

}  // namespace tradewind::gui
