#include "tradewind/workbench/alerts.h"

#include <algorithm>

#include "tradewind/views/allocation_view.h"
#include "tradewind/views/timeline.h"

namespace tradewind::workbench {
namespace {

Alert alert_of(views::TimelineConflict&& conflict) {
  Alert alert;
  alert.sentence = std::move(conflict.sentence);
  if (conflict.kind == views::MarkKind::team_period) {
    alert.kind = AlertKind::over_capacity;
    alert.team = TeamId{conflict.id};
    alert.period = PeriodId{conflict.second};
  } else {
    alert.kind = AlertKind::item;
    alert.item = ItemId{conflict.id};
  }
  return alert;
}

Alert alert_of(allocation::Alert&& drift) {
  Alert alert;
  alert.kind = AlertKind::allocation;
  alert.allocation_class = drift.allocation_class;
  alert.sentence = std::move(drift.message);
  return alert;
}

}  // namespace

std::vector<allocation::Alert> allocation_alerts(const Portfolio& portfolio) {
  return allocation::allocation_of(portfolio, views::allocation_query(portfolio, {})).alerts;
}

std::vector<Alert> alerts_of(const Portfolio& portfolio, Date today) {
  views::TimelineOptions options;
  options.today = today;
  options.room_to_plan = true;  // an overload counts in every period that people can plan in
  std::vector<views::TimelineConflict> conflicts = views::timeline_conflicts(portfolio, options);
  // Items have no excess and stay in their order.
  std::stable_sort(conflicts.begin(), conflicts.end(), [](const auto& a, const auto& b) { return a.excess > b.excess; });

  std::vector<Alert> alerts;
  for (views::TimelineConflict& conflict : conflicts) alerts.push_back(alert_of(std::move(conflict)));
  for (allocation::Alert& alert : allocation_alerts(portfolio)) alerts.push_back(alert_of(std::move(alert)));
  return alerts;
}

}  // namespace tradewind::workbench
