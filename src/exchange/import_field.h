// The fields that columns go to, as the importer knows them; their names are those of import_fields().
#pragma once
#include <optional>
#include <string_view>

namespace tradewind::exchange {

enum class Field : unsigned char {
  custom,  // no field of its own: kept under its header
  ignore,
  key,
  issue_id,
  title,
  short_title,
  description,
  type,
  status,
  status_category,
  resolution,
  priority,
  moscow,
  parent,
  parent_key,
  parent_name,
  depends_on,
  blocks,
  link,
  track,
  allocation_class,
  assignee,
  requester,
  creator,
  tags,
  url,
  team,
  reach,
  impact,
  confidence,
  confidence_percent,
  confidence_1_to_5,
  confidence_1_to_10,
  ease,
  business_value,
  time_criticality,
  risk_reduction,
  job_size,
  cost_of_delay,
  duration_weeks,
  importance,
  satisfaction,
  story_points,
  effort,
  effort_days,
  effort_hours,
  effort_months,
  effort_seconds,
  estimate,           // "Estimate" without a unit
  original_estimate,  // seconds in Jira, hours elsewhere
  start,
  due,
  sprint,
  sprint_start,
  sprint_end,
  comment,
  rank,
  completed,   // when it was done: kept, and proof that it was
  other_date,  // kept as text; proves the order of day and month
};

std::optional<Field> field_of_name(std::string_view name);
std::string_view name_of_field(Field field);
/// Several columns may go to it, one value (or more) each.
bool holds_several(Field field);

}  // namespace tradewind::exchange
