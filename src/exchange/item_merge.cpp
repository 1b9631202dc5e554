// Merging one row into one item. A row whose snapshot equals that of the last import is done before anything is compared.
#include "exchange/item_merge.h"

#include <algorithm>

namespace tradewind::exchange {
namespace {

/// The names of snapshots whose values a column decides.
std::vector<std::string_view> names_of(Field field) {
  switch (field) {
    case Field::type:
      return {"kind"};
    case Field::status:
    case Field::status_category:
    case Field::resolution:
    case Field::completed:
      return {"stage"};
    case Field::priority:
    case Field::moscow:
      return {"moscow"};
    case Field::parent:
    case Field::parent_key:
    case Field::parent_name:
      return {snapshot_name::parent};
    case Field::link:
    case Field::depends_on:
    case Field::blocks:
      return {snapshot_name::blocked_by, snapshot_name::blocks};
    case Field::allocation_class:
      return {"allocation_class"};
    case Field::creator:
      return {"requester"};
    case Field::url:
      return {"external_url"};
    case Field::confidence_percent:
    case Field::confidence_1_to_5:
    case Field::confidence_1_to_10:
      return {"confidence"};
    case Field::estimate:
      return {"story_points"};
    case Field::team:
    case Field::effort_days:
    case Field::effort_hours:
    case Field::effort_months:
    case Field::effort_seconds:
    case Field::original_estimate:
      return {snapshot_name::effort};
    case Field::start:
      return {"earliest_start", snapshot_name::placement};
    case Field::due:
      return {"deadline", snapshot_name::placement};
    default:
      return {name_of_field(field)};
  }
}

}  // namespace

ItemMerger::ItemMerger(const Columns& columns, const ReferenceIndex& index, const Portfolio& current,
                       const EarlierSnapshots& earlier, ImportPlan& plan)
    : columns_(columns), index_(index), current_(current), earlier_(earlier), plan_(plan), roadmap_(current.roadmap_by_name({})) {
  if (roadmap_) periods_ = current.periods_in_order(roadmap_->period_kind);
  for (const auto& column : columns.list) {
    for (const auto name : names_of(column.field))
      if (!name.empty()) covered_.emplace(name);
    covered_.insert(std::string(snapshot_name::custom_prefix) + column.custom_name);
  }
}

bool ItemMerger::is_covered(std::string_view name) const {
  return covered_.find(name) != covered_.end() || name == snapshot_name::occurrence;
}

std::string ItemMerger::effort_text(OptionalNumber effort, std::string_view team) const {
  if (!effort.has_value()) return {};
  std::string text = number_as_text(effort.value());
  if (!team.empty()) (text += '@') += team;
  return text;
}

TeamId ItemMerger::team_named(std::string_view name) {
  if (name.empty()) return {};
  if (const auto* team = current_.team_by_name(name)) return team->id;
  if (const auto known = teams_.find(name); known != teams_.end()) return known->second;
  Team team;
  team.id = new_id<TeamId>();
  team.name = name;
  team.position = static_cast<int>(current_.all<Team>().size() + plan_.teams.insert.size());
  teams_.emplace(name, team.id);
  plan_.teams.insert.push_back(team);
  return team.id;
}

void ItemMerger::add_estimate(ItemId item, const SourceRecord& record) {
  Estimate estimate;
  estimate.id = new_id<EstimateId>();
  estimate.item = item;
  estimate.team = team_named(record.team);
  estimate.likely = record.effort;
  plan_.estimates.insert.push_back(estimate);
}

void ItemMerger::insert(SourceRecord& record, SnapshotExtras extras, ItemId parent, std::string rank) {
  Item& item = record.item;
  const auto wish = wished_placement(item);
  extras.effort = effort_text(record.effort, record.team);
  extras.placement = text_of(wish);
  extras.occurrence = record.occurrence;
  ImportRecord trace;
  trace.id = new_id<Id<ImportRecord>>();
  trace.item = item.id;
  trace.source = columns_.source;
  trace.snapshot = write_snapshot(item, extras);
  plan_.records.insert.push_back(std::move(trace));
  item.external_source = columns_.source;
  item.parent = parent;
  item.rank = std::move(rank);
  if (record.effort.has_value()) add_estimate(item.id, record);
  if (!extras.placement.empty()) add_placement(item.id, wish);
  plan_.items.insert.push_back(std::move(item));
  ++plan_.report.created;
}

void ItemMerger::update(SourceRecord& record, SnapshotExtras extras, ItemId parent, bool links_changed) {
  const Item& ours = *current_.find(record.item.id);
  extras.effort = effort_text(record.effort, record.team);
  extras.placement = text_of(wished_placement(record.item));
  extras.occurrence = record.occurrence;
  std::string now = write_snapshot(record.item, extras);
  const auto* trace = earlier_.record_of(ours.id);
  const auto count = [&](bool changed) { ++(changed || links_changed ? plan_.report.updated : plan_.report.unchanged); };
  if (trace && trace->snapshot == now) return count(false);

  static const Snapshot nothing;
  const Snapshot& before = trace ? *earlier_.of(ours.id) : nothing;
  Snapshot after = read_snapshot(now);
  // What this file has no column for is as it was.
  bool carried_over = false;
  for (const auto& [name, value] : before)
    if (!is_covered(name) && after.emplace(name, value).second) carried_over = true;
  if (trace && after == before) return count(false);

  Item merged = ours;
  bool changed = false;
  auto names = before;
  names.insert(after.begin(), after.end());
  for (const auto& [name, unused] : names) {
    const auto was = value_in(before, name);
    const auto is = value_in(after, name);
    if (was == is) continue;
    if (name == snapshot_name::tags)
      merge_tags(merged, record.item, was);
    else if (name == snapshot_name::effort)
      changed |= merge_effort(ours, record, was, extras.effort);
    else if (name == snapshot_name::placement)
      changed |= merge_placement(ours, record, was, extras.placement);
    else if (name == snapshot_name::parent) {
      const auto parent_before = was.empty() ? ItemId{} : index_.by_any(was).item;
      if (ours.parent == parent_before)
        merged.parent = parent;
      else if (ours.parent != parent)
        conflict(record, "parent", index_.name_of(ours.parent), extras.parent);
    } else if (name != snapshot_name::blocked_by && name != snapshot_name::blocks && name != snapshot_name::occurrence) {
      merge_field(merged, record, name, was);
    }
  }
  if (!(merged == ours)) {
    changed = true;
    plan_.items.update.push_back(std::move(merged));
  }
  ImportRecord record_now;
  record_now.id = trace ? trace->id : new_id<Id<ImportRecord>>();
  record_now.item = ours.id;
  record_now.source = columns_.source;
  record_now.snapshot = carried_over ? write_snapshot(after) : std::move(now);
  (trace ? plan_.records.update : plan_.records.insert).push_back(std::move(record_now));
  count(changed);
}

bool ItemMerger::merge_field(Item& merged, const SourceRecord& record, std::string_view name, std::string_view before) {
  if (name.starts_with(snapshot_name::custom_prefix)) {
    const auto custom_name = name.substr(snapshot_name::custom_prefix.size());
    const auto ours = custom_text(merged, custom_name);
    const auto theirs = custom_text(record.item, custom_name);
    if (snapshot_text(ours) == before)
      copy_custom(merged, record.item, custom_name);
    else if (ours != theirs)
      conflict(record, "custom: " + std::string(custom_name), ours, theirs);
    return true;
  }
  const auto ours = snapshot_text_of_field(merged, name);
  const auto theirs = snapshot_text_of_field(record.item, name);
  if (ours == before) return copy_field(merged, record.item, name);
  if (ours != theirs)
    conflict(record, std::string(name), readable_text_of_field(merged, name), readable_text_of_field(record.item, name));
  return false;
}

void ItemMerger::merge_tags(Item& merged, const Item& theirs, std::string_view before) const {
  const auto was = lines_of(before);
  const auto contains = [](const auto& list, std::string_view tag) {
    return std::find(list.begin(), list.end(), tag) != list.end();
  };
  auto& tags = merged.tags;
  tags.erase(std::remove_if(tags.begin(), tags.end(),
                            [&](const std::string& tag) { return contains(was, tag) && !contains(theirs.tags, tag); }),
             tags.end());
  for (const auto& tag : theirs.tags)
    if (!contains(was, tag) && !contains(tags, tag)) tags.push_back(tag);
}

bool ItemMerger::merge_effort(const Item& item, const SourceRecord& record, std::string_view before, const std::string& theirs) {
  const auto at = before.find('@');
  const std::string_view team_before = at == std::string_view::npos ? std::string_view{} : before.substr(at + 1);
  const auto* known_team = team_before.empty() ? nullptr : current_.team_by_name(team_before);
  const Estimate* ours = nullptr;
  std::string all_ours;
  for (const Estimate& estimate : current_.owned_by<&Estimate::item>(item.id)) {
    const auto* team = current_.find(estimate.team);
    const auto text = effort_text(estimate.likely, team ? std::string_view(team->name) : std::string_view{});
    all_ours += (all_ours.empty() ? "" : ", ") + text;
    if (!before.empty() && estimate.team == (known_team ? known_team->id : TeamId{}) &&
        text.substr(0, text.find('@')) == before.substr(0, at))
      ours = &estimate;
  }
  if (all_ours == theirs) return false;
  if (before.empty() ? !all_ours.empty() : !ours) {
    conflict(record, "effort", all_ours, theirs);
    return false;
  }
  if (!ours) {
    add_estimate(item.id, record);
  } else if (!record.effort.has_value()) {
    plan_.estimates.erase.push_back(ours->id);
  } else {
    Estimate estimate = *ours;
    estimate.team = team_named(record.team);
    estimate.likely = record.effort;
    // A range that people typed around the old value must still hold the new one.
    if (estimate.low.has_value() && estimate.low.value() > record.effort.value()) estimate.low = record.effort;
    if (estimate.high.has_value() && estimate.high.value() < record.effort.value()) estimate.high = record.effort;
    plan_.estimates.update.push_back(estimate);
  }
  return true;
}

void ItemMerger::conflict(const SourceRecord& record, std::string field, std::string_view ours, std::string_view theirs) {
  ImportReport::Conflict entry;
  entry.key = record.key.empty() ? record.item.title : std::string(record.key);
  entry.field = std::move(field);
  entry.ours = shortened(ours);
  entry.theirs = shortened(theirs);
  plan_.report.conflicts.push_back(std::move(entry));
}

}  // namespace tradewind::exchange
