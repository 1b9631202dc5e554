// Names and explanations of the fields a column can be mapped to.
#include "exchange/import_field.h"

#include <algorithm>
#include <array>

#include "tradewind/exchange/mapping.h"

namespace tradewind::exchange {
namespace {

struct NamedField {
  Field field;
  ImportField text;
};

constexpr std::array named_fields = {
    NamedField{Field::ignore, {"ignore", "leave the column out; its values are reported"}},
    NamedField{Field::custom, {"custom", "keep the column as a custom field under its header"}},
    NamedField{Field::key, {"key", "the key of the item in its source, unique there"}},
    NamedField{Field::issue_id, {"issue_id", "a second, numeric key that parents may refer to"}},
    NamedField{Field::title, {"title", "the title"}},
    NamedField{Field::short_title, {"short_title", "a short title for bars and bubbles"}},
    NamedField{Field::description, {"description", "the description"}},
    NamedField{Field::type, {"kind", "initiative, feature, experiment, debt or request, or a tracker's issue type"}},
    NamedField{Field::status, {"stage", "a stage, or a tracker's status"}},
    NamedField{Field::status_category, {"status_category", "to do, in progress or done"}},
    NamedField{Field::resolution, {"resolution", "how it was closed"}},
    NamedField{Field::priority, {"priority", "kept as a custom field; must, should, could, won't set MoSCoW"}},
    NamedField{Field::moscow, {"moscow", "must, should, could, wont"}},
    NamedField{Field::parent, {"parent", "the parent by key, id or title"}},
    NamedField{Field::parent_key, {"parent_key", "the parent by key"}},
    NamedField{Field::parent_name, {"parent_title", "the parent by title"}},
    NamedField{Field::depends_on, {"depends_on", "what must be finished before, by key or title"}},
    NamedField{Field::blocks, {"blocks", "what comes after, by key or title"}},
    NamedField{Field::track, {"track", "discovery or delivery"}},
    NamedField{Field::allocation_class, {"class", "the allocation class by key or name"}},
    NamedField{Field::assignee, {"assignee", "who works on it"}},
    NamedField{Field::requester, {"requester", "who asked for it"}},
    NamedField{Field::creator, {"creator", "who wrote it down; the requester where nobody else is named"}},
    NamedField{Field::tags, {"tags", "labels, several in a cell or one per column"}},
    NamedField{Field::url, {"url", "the address of the item in its source"}},
    NamedField{Field::team, {"team", "the team that the effort is for"}},
    NamedField{Field::reach, {"reach", "people per quarter"}},
    NamedField{Field::impact, {"impact", "impact, as a number or massive, high, medium, low, minimal"}},
    NamedField{Field::confidence, {"confidence", "0–1, a percentage, or high, medium, low"}},
    NamedField{Field::confidence_percent, {"confidence_percent", "confidence as 0–100"}},
    NamedField{Field::confidence_1_to_5, {"confidence_1_to_5", "confidence on a scale of 1–5: 5 is 100 %"}},
    NamedField{Field::confidence_1_to_10, {"confidence_1_to_10", "confidence on a scale of 1–10: 10 is 100 %"}},
    NamedField{Field::ease, {"ease", "1–10 (ICE)"}},
    NamedField{Field::business_value, {"business_value", "WSJF"}},
    NamedField{Field::time_criticality, {"time_criticality", "WSJF"}},
    NamedField{Field::risk_reduction, {"risk_reduction", "WSJF: risk reduction or opportunity enablement"}},
    NamedField{Field::job_size, {"job_size", "WSJF"}},
    NamedField{Field::cost_of_delay, {"cost_of_delay", "per week, in the workspace currency"}},
    NamedField{Field::duration_weeks, {"duration_weeks", "duration in weeks"}},
    NamedField{Field::importance, {"importance", "0–10 (opportunity scoring)"}},
    NamedField{Field::satisfaction, {"satisfaction", "0–10 (opportunity scoring)"}},
    NamedField{Field::story_points, {"story_points", "story points, kept as they are"}},
    NamedField{Field::effort, {"effort", "effort in person-weeks"}},
    NamedField{Field::effort_days, {"effort_days", "effort in person-days, five a week"}},
    NamedField{Field::effort_hours, {"effort_hours", "effort in person-hours"}},
    NamedField{Field::effort_months, {"effort_months", "effort in person-months of four weeks"}},
    NamedField{Field::effort_seconds, {"effort_seconds", "effort in seconds, as Jira exports it"}},
    NamedField{Field::start, {"earliest", "the earliest start; with a due date the dates on the roadmap"}},
    NamedField{Field::due, {"deadline", "the deadline"}},
    NamedField{Field::sprint, {"sprint", "sprint, cycle or iteration"}},
    NamedField{Field::sprint_start, {"sprint_start", "the first day of the sprint"}},
    NamedField{Field::sprint_end, {"sprint_end", "the day on which the sprint ends"}},
    NamedField{Field::comment, {"comment", "a comment"}},
    NamedField{Field::rank, {"rank", "a text whose order is the order of the items"}},
    NamedField{Field::completed, {"completed", "when it was done"}},
};

}  // namespace

std::optional<Field> field_of_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Field>, 12> other_names = {
      {{"type", Field::type},
       {"status", Field::status},
       {"external_key", Field::key},
       {"labels", Field::tags},
       {"external_url", Field::url},
       {"start", Field::start},
       {"earliest_start", Field::start},
       {"due", Field::due},
       {"allocation_class", Field::allocation_class},
       {"summary", Field::title},
       {"effort_weeks", Field::effort},
       {"points", Field::story_points}}};
  for (const auto& named : named_fields)
    if (named.text.name == name) return named.field;
  for (const auto& [other, field] : other_names)
    if (other == name) return field;
  return std::nullopt;
}

std::string_view name_of_field(Field field) {
  if (field == Field::custom) return {};
  for (const auto& named : named_fields)
    if (named.field == field) return named.text.name;
  return {};
}

bool holds_several(Field field) {
  switch (field) {
    case Field::tags:
    case Field::depends_on:
    case Field::blocks:
    case Field::link:
    case Field::comment:
    case Field::sprint:
    case Field::custom:
    case Field::ignore:
      return true;
    default:
      return false;
  }
}

const std::vector<ImportField>& import_fields() {
  static const std::vector<ImportField> fields = [] {
    std::vector<ImportField> list;
    for (const auto& named : named_fields) list.push_back(named.text);
    return list;
  }();
  return fields;
}

bool is_import_field(std::string_view name) { return field_of_name(name).has_value(); }

}  // namespace tradewind::exchange
