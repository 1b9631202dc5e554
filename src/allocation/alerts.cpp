#include "allocation/alerts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "allocation/class_positions.h"
#include "tradewind/allocation/weekly_trend.h"

namespace tradewind::allocation {
namespace {

/// "15 %" or "12.5 %": at most one digit after the point, and none that says nothing.
std::string percent(double share) {
  const double tenths = std::round(share * 1000) / 10;
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, tenths).ptr;
  return std::string(text, end) + " %";
}

Alert alert_about(const AllocationClass& one_class, AlertKind kind, bool above, double share) {
  Alert alert;
  alert.kind = kind;
  alert.allocation_class = one_class.id;
  alert.key = one_class.key;
  alert.name = one_class.name;
  alert.above = above;
  alert.share = share;
  alert.limit = one_class.target_share + (above ? one_class.tolerance : -one_class.tolerance);
  return alert;
}

Phrase share_phrase(double share) { return literal(percent(share)); }

Phrase drift_message(const Alert& alert) {
  const Phrase name = literal(alert.name);
  const Phrase limit = share_phrase(alert.limit);
  if (alert.weeks == 1)
    return {
        alert.above ? translatable("Allocation", "%1 above %2 for 1 week") : translatable("Allocation", "%1 below %2 for 1 week"),
        {name, limit}};
  return {alert.above ? translatable("Allocation", "%1 above %2 for %3 weeks in a row")
                      : translatable("Allocation", "%1 below %2 for %3 weeks in a row"),
          {name, limit, literal(std::to_string(alert.weeks))}};
}

Phrase plan_message(const Alert& alert) {
  return {alert.above ? translatable("Allocation", "Plan gives %1 %2, above %3")
                      : translatable("Allocation", "Plan gives %1 %2, below %3"),
          {literal(alert.name), share_phrase(alert.share), share_phrase(alert.limit)}};
}

}  // namespace

std::vector<Alert> alerts_of(const Portfolio& portfolio, const Shares& whole, Date booked_until) {
  const ClassPositions positions(portfolio);
  std::vector<Alert> alerts;
  if (positions.classes().empty()) return alerts;

  Date first = booked_until;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) first = std::min(first, entry.date);
  const std::vector<Week> weeks = weekly_trend(portfolio, {first, booked_until});
  const AllocationPolicy* policy = portfolio.find(positions.classes().front()->policy);
  const int alert_weeks = policy == nullptr ? AllocationPolicy{}.alert_weeks : policy->alert_weeks;
  for (std::size_t at = 0; at < positions.classes().size(); ++at) {
    const Run run = run_out_of_tolerance(weeks, at, *positions.classes()[at]);
    if (run.weeks == 0 || run.weeks < alert_weeks) continue;
    Alert alert = alert_about(*positions.classes()[at], AlertKind::drift, run.above, run.share);
    alert.weeks = run.weeks;
    alert.message = drift_message(alert);
    alerts.push_back(std::move(alert));
  }
  for (std::size_t at = 0; at < positions.classes().size(); ++at) {
    constexpr double slack = 1e-9;
    const ClassPart& part = whole.classes[at];
    if (!part.planned.has_value()) continue;
    const double drift = part.planned.value() - part.target;
    if (std::abs(drift) <= part.tolerance + slack) continue;
    Alert alert = alert_about(*positions.classes()[at], AlertKind::planned, drift > 0, part.planned.value());
    alert.message = plan_message(alert);
    alerts.push_back(std::move(alert));
  }
  return alerts;
}

}  // namespace tradewind::allocation
