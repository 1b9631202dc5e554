// A small roadmap to lay out: two outcomes, two teams, four quarters of 2027, items placed by the tests.
#pragma once
#include <string>

#include "tradewind/domain/period.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::testing {

struct RoadmapFixture {
  Portfolio portfolio;
  Roadmap roadmap;
  Outcome latency, adoption;
  Team platform, apps;
  AllocationClass strategic, firefighting;
  std::vector<Period> quarters;
  std::int64_t next_id = 1000;

  RoadmapFixture() {
    AllocationPolicy policy;
    policy.id = AllocationPolicyId{1};
    portfolio.insert(policy);
    strategic.id = AllocationClassId{2};
    strategic.policy = policy.id;
    strategic.key = "strategic";
    strategic.name = "Strategic";
    strategic.role = ClassRole::strategic;
    portfolio.insert(strategic);
    firefighting.id = AllocationClassId{3};
    firefighting.policy = policy.id;
    firefighting.key = "firefighting";
    firefighting.name = "Firefighting";
    firefighting.role = ClassRole::firefighting;
    firefighting.position = 1;
    portfolio.insert(firefighting);
    latency = outcome(4, "Latency", 0);
    adoption = outcome(5, "Adoption", 1);
    platform = team(6, "Platform", 0);
    apps = team(7, "Clinical Apps", 1);
    roadmap.id = RoadmapId{8};
    roadmap.name = "Plan";
    portfolio.insert(roadmap);
    for (Period quarter : make_periods(PeriodKind::quarter, make_date(2027, 1, 1), 4)) {
      quarter.id = PeriodId{next_id++};
      portfolio.insert(quarter);
      quarters.push_back(quarter);
    }
  }

  Outcome outcome(std::int64_t id, const std::string& name, int position) {
    Outcome row;
    row.id = OutcomeId{id};
    row.title = name;
    row.baseline = 12;
    row.target = 7.2;
    row.unit = "s";
    row.decimals = 1;
    row.position = position;
    portfolio.insert(row);
    return row;
  }
  Team team(std::int64_t id, const std::string& name, int position) {
    Team row;
    row.id = TeamId{id};
    row.name = name;
    row.people = 4;
    row.position = position;
    portfolio.insert(row);
    return row;
  }
  Item item(const std::string& title, OutcomeId outcome = {}, double effort = 4) {
    Item row;
    row.id = ItemId{next_id++};
    row.key = "TW-" + std::to_string(row.id.value);
    row.title = title;
    row.stage = Stage::ready;
    row.allocation_class = strategic.id;
    row.rank = std::to_string(row.id.value);
    portfolio.insert(row);
    if (outcome) {
      Contribution contribution;
      contribution.id = ContributionId{next_id++};
      contribution.item = row.id;
      contribution.outcome = outcome;
      portfolio.insert(contribution);
    }
    Estimate estimate;
    estimate.id = EstimateId{next_id++};
    estimate.item = row.id;
    estimate.team = platform.id;
    estimate.likely = effort;
    portfolio.insert(estimate);
    return row;
  }
  void place(const Item& item, Date start, Date finish) {
    Placement row;
    row.id = PlacementId{next_id++};
    row.roadmap = roadmap.id;
    row.item = item.id;
    row.start = start;
    row.finish = finish;
    portfolio.insert(row);
  }
  void depends(const Item& successor, const Item& predecessor) {
    Dependency row;
    row.id = DependencyId{next_id++};
    row.predecessor = predecessor.id;
    row.successor = successor.id;
    portfolio.insert(row);
  }
  void capacity(const Team& team, const Period& period, double person_weeks, double reserve) {
    Capacity row;
    row.id = CapacityId{next_id++};
    row.team = team.id;
    row.period = period.id;
    row.typed = person_weeks;
    row.reserve = reserve;
    portfolio.insert(row);
  }
};

}  // namespace tradewind::testing
