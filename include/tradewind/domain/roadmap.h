// A roadmap is a filter over items, a run of periods and a lane rule; placements say when each item happens on it.
#pragma once
#include <optional>
#include <string>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/team.h"

namespace tradewind {

enum class LaneRule : unsigned char { outcome, team, stage, allocation_class };
template <>
struct EnumNames<LaneRule> {
  static constexpr std::array values{std::pair{LaneRule::outcome, "outcome"}, std::pair{LaneRule::team, "team"},
                                     std::pair{LaneRule::stage, "stage"}, std::pair{LaneRule::allocation_class, "class"}};
};

struct Roadmap {
  RoadmapId id;
  std::string name;
  std::string filter;  // filter expression, empty = every item
  PeriodKind period_kind = PeriodKind::quarter;
  LaneRule lanes = LaneRule::outcome;
  int position = 0;  // the lowest is the one that commands use when none is named

  static constexpr std::string_view table = "roadmap";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("filter", self.filter);
    visit("period_kind", self.period_kind);
    visit("lanes", self.lanes);
    visit("position", self.position);
  }
  friend bool operator==(const Roadmap&, const Roadmap&) = default;
};

/// An item on a roadmap: in a period, or from a date to a date. Dates win where both are given; those inside the period say
/// which days of it the work takes, and it still belongs to the period.
struct Placement {
  PlacementId id;
  RoadmapId roadmap;
  ItemId item;
  PeriodId period;
  std::optional<Date> start;
  std::optional<Date> finish;  // exclusive: the first day after the work

  static constexpr std::string_view table = "placement";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("roadmap", self.roadmap);
    visit("item", self.item);
    visit("period", self.period);
    visit("start", self.start);
    visit("finish", self.finish);
  }
  friend bool operator==(const Placement&, const Placement&) = default;
};

struct Milestone {
  MilestoneId id;
  std::string title;
  Date date{};
  OutcomeId outcome;
  ItemId item;  // moves with this item when set

  static constexpr std::string_view table = "milestone";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("title", self.title);
    visit("date", self.date);
    visit("outcome", self.outcome);
    visit("item", self.item);
  }
  friend bool operator==(const Milestone&, const Milestone&) = default;
};

}  // namespace tradewind
