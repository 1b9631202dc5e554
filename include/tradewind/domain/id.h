// Ids are 63-bit integers that count up from a random start, typed per entity and never reused, so that two copies of a
// workspace can be merged without renumbering. Zero means "none". People never see them; they see keys (TW-12).
//
//     const ItemId id = new_id<ItemId>();
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace tradewind {

template <class Entity>
struct Id {
  std::int64_t value = 0;
  constexpr explicit operator bool() const { return value != 0; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

template <class T>
inline constexpr bool is_id = false;
template <class Entity>
inline constexpr bool is_id<Id<Entity>> = true;

/// Positive and one more than the last; each thread of each process starts at random, from the operating system's entropy.
/// Rows made together lie together in the file and in its indices, which is what makes a large import fast.
std::int64_t next_id_value();

template <class TypedId>
TypedId new_id() {
  return TypedId{next_id_value()};
}

using ItemId = Id<struct Item>;
using OutcomeId = Id<struct Outcome>;
using CheckInId = Id<struct CheckIn>;
using ContributionId = Id<struct Contribution>;
using EstimateId = Id<struct Estimate>;
using DependencyId = Id<struct Dependency>;
using TeamId = Id<struct Team>;
using PeriodId = Id<struct Period>;
using CapacityId = Id<struct Capacity>;
using RoadmapId = Id<struct Roadmap>;
using PlacementId = Id<struct Placement>;
using MilestoneId = Id<struct Milestone>;
using AllocationPolicyId = Id<struct AllocationPolicy>;
using AllocationClassId = Id<struct AllocationClass>;
using TimeEntryId = Id<struct TimeEntry>;
using EvidenceId = Id<struct Evidence>;
using ExperimentId = Id<struct Experiment>;
using InsightId = Id<struct Insight>;
using StakeholderId = Id<struct Stakeholder>;
using ScenarioId = Id<struct Scenario>;
using DecisionId = Id<struct Decision>;
using CriterionId = Id<struct Criterion>;

}  // namespace tradewind

template <class Entity>
struct std::hash<tradewind::Id<Entity>> {
  std::size_t operator()(tradewind::Id<Entity> id) const noexcept { return static_cast<std::size_t>(id.value); }
};
