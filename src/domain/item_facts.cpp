// The fields of an item as filters see them.
#include "domain/item_facts.h"

#include <algorithm>

#include "tradewind/domain/schedule.h"

namespace tradewind::filter_detail {
namespace {

OptionalNumber rice(const Item& item, const Portfolio& portfolio) {
  if (!item.reach.has_value() || !item.impact.has_value() || !item.confidence.has_value()) return {};
  const OptionalNumber effort = portfolio.likely_effort(item.id);
  if (!effort.has_value() || effort.value() <= 0) return {};
  return item.reach.value() * item.impact.value() * item.confidence.value() / effort.value();
}

}  // namespace

OptionalNumber number_of(FieldId field, const Item& item, const Portfolio& portfolio) {
  switch (field) {
    case FieldId::reach:
      return item.reach;
    case FieldId::impact:
      return item.impact;
    case FieldId::confidence:
      return item.confidence;
    case FieldId::ease:
      return item.ease;
    case FieldId::effort:
      return portfolio.likely_effort(item.id);
    case FieldId::business_value:
      return item.business_value;
    case FieldId::time_criticality:
      return item.time_criticality;
    case FieldId::risk_reduction:
      return item.risk_reduction;
    case FieldId::job_size:
      return item.job_size;
    case FieldId::cost_of_delay:
      return item.cost_of_delay;
    case FieldId::duration:
      return item.duration_weeks;
    case FieldId::importance:
      return item.importance;
    case FieldId::satisfaction:
      return item.satisfaction;
    case FieldId::points:
      return item.story_points;
    case FieldId::rice:
      return rice(item, portfolio);
    default:
      return {};
  }
}

std::optional<Date> date_of(FieldId field, const Item& item) {
  if (field == FieldId::deadline) return item.deadline;
  if (field == FieldId::earliest) return item.earliest_start;
  return std::nullopt;
}

unsigned choice_of(FieldId field, const Item& item) {
  switch (field) {
    case FieldId::kind:
      return static_cast<unsigned>(item.kind);
    case FieldId::track:
      return static_cast<unsigned>(item.track);
    case FieldId::stage:
      return static_cast<unsigned>(item.stage);
    default:
      return static_cast<unsigned>(item.moscow);
  }
}

bool is_present(FieldId field, const TextPattern& custom_name, const Item& item, const Portfolio& portfolio) {
  switch (field) {
    case FieldId::key:
      return !item.key.empty();
    case FieldId::title:
      return !item.title.empty();
    case FieldId::kind:
    case FieldId::track:
    case FieldId::stage:
      return true;
    case FieldId::moscow:
      return item.moscow != Moscow::unset;
    case FieldId::allocation_class:
      return static_cast<bool>(item.allocation_class);
    case FieldId::tag:
      return !item.tags.empty();
    case FieldId::requester:
      return !item.requester.empty();
    case FieldId::assignee:
      return !item.assignee.empty();
    case FieldId::parent:
      return static_cast<bool>(item.parent);
    case FieldId::source:
      return !item.external_source.empty();
    case FieldId::external:
      return !item.external_key.empty();
    case FieldId::custom:
      return std::any_of(item.custom.begin(), item.custom.end(),
                         [&](const CustomField& row) { return !row.value.empty() && custom_name.equals(row.name); });
    case FieldId::team: {
      const auto estimates = portfolio.owned_by<&Estimate::item>(item.id);
      return std::any_of(estimates.begin(), estimates.end(), [](const Estimate& row) { return static_cast<bool>(row.team); });
    }
    case FieldId::estimate:
      return !portfolio.owned_by<&Estimate::item>(item.id).empty();
    case FieldId::outcome:
      return !portfolio.owned_by<&Contribution::item>(item.id).empty();
    case FieldId::evidence:
      return !portfolio.owned_by<&Evidence::item>(item.id).empty();
    case FieldId::dependency:
      return !portfolio.owned_by<&Dependency::successor>(item.id).empty();
    case FieldId::placement:
      return !portfolio.owned_by<&Placement::item>(item.id).empty();
    case FieldId::period:
    case FieldId::start:
    case FieldId::finish: {
      const auto placements = portfolio.owned_by<&Placement::item>(item.id);
      return std::any_of(placements.begin(), placements.end(),
                         [&](const Placement& row) { return span_of(row, portfolio).has_value(); });
    }
    case FieldId::deadline:
    case FieldId::earliest:
      return date_of(field, item).has_value();
    default:
      return number_of(field, item, portfolio).has_value();
  }
}

}  // namespace tradewind::filter_detail
