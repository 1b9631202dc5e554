// Teams, periods and what a team can do in a period.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind {

struct Team {
  TeamId id;
  std::string key;  // "P", for compact input
  std::string name;
  std::string lead;
  double people = 0;
  int position = 0;  // order in every view

  static constexpr std::string_view table = "team";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("key", self.key);
    visit("name", self.name);
    visit("lead", self.lead);
    visit("people", self.people);
    visit("position", self.position);
  }
  friend bool operator==(const Team&, const Team&) = default;
};

enum class PeriodKind : unsigned char { quarter, month, week, sprint, custom };
template <>
struct EnumNames<PeriodKind> {
  static constexpr std::array values{std::pair{PeriodKind::quarter, "quarter"}, std::pair{PeriodKind::month, "month"},
                                     std::pair{PeriodKind::week, "week"}, std::pair{PeriodKind::sprint, "sprint"},
                                     std::pair{PeriodKind::custom, "custom"}};
};

struct Period {
  PeriodId id;
  PeriodKind kind = PeriodKind::quarter;
  std::string name;  // "2027Q1", "2027-03", "2027-W09" or a sprint's own name
  Date start{};
  Date end{};  // exclusive

  static constexpr std::string_view table = "period";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("kind", self.kind);
    visit("name", self.name);
    visit("start", self.start);
    visit("end", self.end);
  }
  friend bool operator==(const Period&, const Period&) = default;
};

struct Capacity {
  CapacityId id;
  TeamId team;
  PeriodId period;
  double people = 0;
  double weeks = 12;
  double availability = 1;  // share 0–1
  OptionalNumber typed;     // person-weeks, wins over people × weeks × availability
  double reserve = 0;       // person-weeks kept free for firefighting

  /// Person-weeks, reserve included.
  double person_weeks() const { return typed.has_value() ? typed.value() : people * weeks * availability; }

  static constexpr std::string_view table = "capacity";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("team", self.team);
    visit("period", self.period);
    visit("people", self.people);
    visit("weeks", self.weeks);
    visit("availability", self.availability);
    visit("typed", self.typed);
    visit("reserve", self.reserve);
  }
  friend bool operator==(const Capacity&, const Capacity&) = default;
};

}  // namespace tradewind
