// Every entity of the domain, in the order in which rows can be inserted without breaking a reference.
//
// An entity is a plain struct with `id`, `static table`, and `fields(self, visit)`, which calls
// visit(name, member) for each persisted member but the id. That one description drives the SQL schema, loading and
// saving, JSON, three-way merge and the command line: a new field is one line here and one in a migration.
// Member types are those of FieldType below.
#pragma once
#include <tuple>

#include "tradewind/domain/allocation_policy.h"
#include "tradewind/domain/discovery.h"
#include "tradewind/domain/governance.h"
#include "tradewind/domain/item.h"
#include "tradewind/domain/outcome.h"
#include "tradewind/domain/roadmap.h"
#include "tradewind/domain/team.h"
#include "tradewind/domain/workspace_settings.h"

namespace tradewind {

/// What the Portfolio holds.
using PortfolioEntities =
    std::tuple<WorkspaceSettings, AllocationPolicy, AllocationClass, Team, Period, Capacity, Outcome, CheckIn, Item, Contribution,
               Estimate, Dependency, Roadmap, Placement, Milestone, TimeEntry, Evidence, Experiment, Insight, InsightLink,
               Stakeholder, Framing, OpportunitySurvey, KanoSurvey, Criterion, CriterionRating, Scenario, ScenarioEdit, Decision,
               MappingProfile, SavedView>;

/// What the workspace file holds.
using StoredEntities = decltype(std::tuple_cat(PortfolioEntities{}, std::tuple<ImportRecord>{}));

/// Calls visit.template operator()<Entity>() for each type of an entity tuple.
template <class Entities, class Visitor>
void for_each_entity(Visitor&& visit) {
  [&]<class... Entity>(std::tuple<Entity...>*) { (visit.template operator()<Entity>(), ...); }(static_cast<Entities*>(nullptr));
}

}  // namespace tradewind
