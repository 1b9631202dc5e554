// A workspace small enough to check by hand: two teams, one quarter of ten weeks, 70/20/10.
#pragma once
#include "tradewind/domain/portfolio.h"

namespace tradewind {

class SmallPlan {
 public:
  static constexpr Date start = make_date(2027, 1, 4);  // a Monday
  static constexpr Date end = add_days(start, 70);
  const AllocationClassId strategic{1}, roadmap_class{2}, firefighting{3};
  const TeamId red{11}, blue{12};
  const RoadmapId roadmap{21};
  Portfolio portfolio;

  SmallPlan() {
    AllocationPolicy policy;
    policy.id = AllocationPolicyId{5};
    portfolio.insert(policy);
    add_class(strategic, "strategic", "Strategic", ClassRole::strategic, 0.7);
    add_class(roadmap_class, "roadmap", "Roadmap", ClassRole::roadmap, 0.2);
    add_class(firefighting, "firefighting", "Firefighting", ClassRole::firefighting, 0.1);
    add_team(red, "Red", 0);
    add_team(blue, "Blue", 1);
    portfolio.insert(quarter());
    Roadmap plan;
    plan.id = roadmap;
    plan.name = "Plan";
    portfolio.insert(plan);
  }

  static Period quarter() {
    Period period;
    period.id = PeriodId{31};
    period.kind = PeriodKind::quarter;
    period.name = "2027Q1";
    period.start = start;
    period.end = end;
    return period;
  }

  void add_class(AllocationClassId id, const char* key, const char* name, ClassRole role, double target) {
    AllocationClass one;
    one.id = id;
    one.policy = AllocationPolicyId{5};
    one.key = key;
    one.name = name;
    one.role = role;
    one.target_share = target;
    one.position = static_cast<int>(id.value);
    portfolio.insert(one);
  }
  void add_team(TeamId id, const char* name, int position) {
    Team team;
    team.id = id;
    team.name = name;
    team.position = position;
    portfolio.insert(team);
  }
  void add_reserve(TeamId team, double person_weeks) {
    Capacity capacity;
    capacity.id = CapacityId{next_++};
    capacity.team = team;
    capacity.period = quarter().id;
    capacity.people = 5;
    capacity.weeks = 10;
    capacity.reserve = person_weeks;
    portfolio.insert(capacity);
  }
  /// In the weeks [from, to) after the start; not placed when they are equal.
  ItemId add_item(const char* title, AllocationClassId one_class, int from = 0, int to = 0, OptionalNumber confidence = 1.0) {
    Item item;
    item.id = ItemId{next_++};
    item.key = "T-" + std::to_string(item.id.value);
    item.title = title;
    item.allocation_class = one_class;
    item.confidence = confidence;
    portfolio.insert(item);
    if (from < to) {
      Placement placement;
      placement.id = PlacementId{next_++};
      placement.roadmap = roadmap;
      placement.item = item.id;
      placement.start = add_days(start, 7 * from);
      placement.finish = add_days(start, 7 * to);
      portfolio.insert(placement);
    }
    return item.id;
  }
  void add_estimate(ItemId item, TeamId team, double likely) {
    Estimate estimate;
    estimate.id = EstimateId{next_++};
    estimate.item = item;
    estimate.team = team;
    estimate.likely = likely;
    portfolio.insert(estimate);
  }
  void add_time(Date date, TeamId team, const char* person, AllocationClassId one_class, std::int64_t minutes,
                const char* cause = "", ItemId item = {}) {
    TimeEntry entry;
    entry.id = TimeEntryId{next_++};
    entry.date = date;
    entry.team = team;
    entry.person = person;
    entry.allocation_class = one_class;
    entry.minutes = minutes;
    entry.cause = cause;
    entry.item = item;
    portfolio.insert(entry);
  }

 private:
  std::int64_t next_ = 100;
};

}  // namespace tradewind
