// What the product wants to change in the world, measured: a metric with baseline and target, and its check-ins.
#pragma once
#include <optional>
#include <string>

#include "tradewind/domain/date.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind {

struct Outcome {
  OutcomeId id;
  std::string key;  // "O1"
  std::string title;
  std::string short_title;  // for lanes and chips; empty = title
  std::string statement;    // Markdown
  std::string metric;       // "p95 retrieval time"
  std::string unit;         // "s", "%"
  OptionalNumber baseline;
  OptionalNumber target;  // below the baseline: less is better
  std::optional<Date> due;
  std::string owner;
  OutcomeId parent;
  double weight = 1;  // ≥ 0, for weighted outcome contribution
  int decimals = 0;   // digits people want to see
  int position = 0;

  static constexpr std::string_view table = "outcome";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("key", self.key);
    visit("title", self.title);
    visit("short_title", self.short_title);
    visit("statement", self.statement);
    visit("metric", self.metric);
    visit("unit", self.unit);
    visit("baseline", self.baseline);
    visit("target", self.target);
    visit("due", self.due);
    visit("owner", self.owner);
    visit("parent", self.parent);
    visit("weight", self.weight);
    visit("decimals", self.decimals);
    visit("position", self.position);
  }
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct CheckIn {
  CheckInId id;
  OutcomeId outcome;
  Date date{};
  double value = 0;  // in the outcome's unit
  std::string note;
  std::string health;  // what the owner said: "On track", "At risk", "Off track"

  static constexpr std::string_view table = "check_in";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("outcome", self.outcome);
    visit("date", self.date);
    visit("value", self.value);
    visit("note", self.note);
    visit("health", self.health);
  }
  friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

}  // namespace tradewind
