// Where time should go (70/20/10) and where it went.
#pragma once
#include <cstdint>
#include <string>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"

namespace tradewind {

/// What a class stands for; decides its colour, and that reserve counts as firefighting.
enum class ClassRole : unsigned char { strategic, roadmap, firefighting, other };
template <>
struct EnumNames<ClassRole> {
  static constexpr std::array values{std::pair{ClassRole::strategic, "strategic"}, std::pair{ClassRole::roadmap, "roadmap"},
                                     std::pair{ClassRole::firefighting, "firefighting"}, std::pair{ClassRole::other, "other"}};
};

struct AllocationPolicy {
  AllocationPolicyId id;
  std::string name;
  bool active = true;   // exactly one is
  int alert_weeks = 3;  // warn when a class is out of tolerance for this many weeks in a row

  static constexpr std::string_view table = "allocation_policy";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("active", self.active);
    visit("alert_weeks", self.alert_weeks);
  }
  friend bool operator==(const AllocationPolicy&, const AllocationPolicy&) = default;
};

struct AllocationClass {
  AllocationClassId id;
  AllocationPolicyId policy;
  std::string key;   // "strategic": what filters and the command line say
  std::string name;  // "Strategic"
  ClassRole role = ClassRole::other;
  double target_share = 0;  // 0–1; the classes of a policy add up to 1
  double tolerance = 0.05;  // share points
  int position = 0;

  static constexpr std::string_view table = "allocation_class";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("policy", self.policy);
    visit("key", self.key);
    visit("name", self.name);
    visit("role", self.role);
    visit("target_share", self.target_share);
    visit("tolerance", self.tolerance);
    visit("position", self.position);
  }
  friend bool operator==(const AllocationClass&, const AllocationClass&) = default;
};

struct TimeEntry {
  TimeEntryId id;
  Date date{};
  std::string person;
  TeamId team;
  std::int64_t minutes = 0;
  AllocationClassId allocation_class;
  ItemId item;
  std::string cause;   // what the time went to, where no item says it
  std::string source;  // "typed", "timesheet.csv"

  static constexpr std::string_view table = "time_entry";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("date", self.date);
    visit("person", self.person);
    visit("team", self.team);
    visit("minutes", self.minutes);
    visit("allocation_class", self.allocation_class);
    visit("item", self.item);
    visit("cause", self.cause);
    visit("source", self.source);
  }
  friend bool operator==(const TimeEntry&, const TimeEntry&) = default;
};

}  // namespace tradewind
