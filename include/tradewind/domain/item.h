// A backlog item and the rows that hang on it: contributions to outcomes, estimates per team, dependencies.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind {

enum class ItemKind : unsigned char { initiative, feature, experiment, debt, request };
enum class Track : unsigned char { delivery, discovery };
enum class Stage : unsigned char { idea, framing, testing, validated, ready, building, launched, measured, dropped };
enum class Moscow : unsigned char { unset, must, should, could, wont };
enum class RiskState : unsigned char { open, partly, addressed };

template <>
struct EnumNames<ItemKind> {
  static constexpr std::array values{std::pair{ItemKind::initiative, "initiative"}, std::pair{ItemKind::feature, "feature"},
                                     std::pair{ItemKind::experiment, "experiment"}, std::pair{ItemKind::debt, "debt"},
                                     std::pair{ItemKind::request, "request"}};
};
template <>
struct EnumNames<Track> {
  static constexpr std::array values{std::pair{Track::delivery, "delivery"}, std::pair{Track::discovery, "discovery"}};
};
template <>
struct EnumNames<Stage> {
  static constexpr std::array values{
      std::pair{Stage::idea, "idea"},           std::pair{Stage::framing, "framing"},   std::pair{Stage::testing, "testing"},
      std::pair{Stage::validated, "validated"}, std::pair{Stage::ready, "ready"},       std::pair{Stage::building, "building"},
      std::pair{Stage::launched, "launched"},   std::pair{Stage::measured, "measured"}, std::pair{Stage::dropped, "dropped"}};
};
template <>
struct EnumNames<Moscow> {
  static constexpr std::array values{std::pair{Moscow::unset, ""}, std::pair{Moscow::must, "must"},
                                     std::pair{Moscow::should, "should"}, std::pair{Moscow::could, "could"},
                                     std::pair{Moscow::wont, "wont"}};
};
template <>
struct EnumNames<RiskState> {
  static constexpr std::array values{std::pair{RiskState::open, "open"}, std::pair{RiskState::partly, "partly"},
                                     std::pair{RiskState::addressed, "addressed"}};
};

/// A field of the source that has no field of its own here. Names repeat where the source repeats them.
struct CustomField {
  std::string name;
  std::string value;
  friend bool operator==(const CustomField&, const CustomField&) = default;
};

struct Item {
  // What lists, filters and layouts ask of every item comes first, in the same cache line.
  ItemId id;
  ItemId parent;
  AllocationClassId allocation_class;
  ItemKind kind = ItemKind::feature;
  Track track = Track::delivery;
  Stage stage = Stage::idea;
  Moscow moscow = Moscow::unset;
  bool pinned = false;  // the planner leaves its placement alone
  RiskState value_risk = RiskState::open;
  RiskState usability_risk = RiskState::open;
  RiskState feasibility_risk = RiskState::open;
  RiskState viability_risk = RiskState::open;
  std::string rank;  // fractional, see rank.h; compares as bytes
  std::string key;   // "TW-12", unique in the workspace
  std::string title;
  std::string short_title;  // for bars and bubbles; empty = title
  std::string description;  // Markdown
  std::string requester;
  std::string assignee;
  std::string external_source;  // "jira", "csv:backlog"; with external_key the identity for a re-import
  std::string external_key;     // "PROJ-123"
  std::string external_url;
  std::vector<std::string> tags;
  std::vector<CustomField> custom;
  std::optional<Date> earliest_start;
  std::optional<Date> deadline;
  std::optional<Date> lapse_date;  // finished later, the item is worthless …
  // Factors of the scoring methods; unknown is unknown, never 0. Scales: METHODS and docs/methods.md.
  OptionalNumber lapse_cost;        // … and costs this much, in the workspace currency
  OptionalNumber reach;             // people per quarter
  OptionalNumber impact;            // 3, 2, 1, 0.5, 0.25 (RICE); 1–10 (ICE)
  OptionalNumber confidence;        // share 0–1
  OptionalNumber ease;              // 1–10 (ICE)
  OptionalNumber business_value;    // WSJF: 1, 2, 3, 5, 8, 13, 20
  OptionalNumber time_criticality;  // WSJF
  OptionalNumber risk_reduction;    // WSJF: risk reduction or opportunity enablement
  OptionalNumber job_size;          // WSJF; unknown = derived from effort
  OptionalNumber cost_of_delay;     // workspace currency per week
  OptionalNumber duration_weeks;
  OptionalNumber importance;    // opportunity scoring, 0–10
  OptionalNumber satisfaction;  // opportunity scoring, 0–10
  OptionalNumber story_points;  // kept as the tracker has it; never turned into weeks silently

  static constexpr std::string_view table = "item";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("key", self.key);
    visit("title", self.title);
    visit("short_title", self.short_title);
    visit("description", self.description);
    visit("kind", self.kind);
    visit("parent", self.parent);
    visit("track", self.track);
    visit("stage", self.stage);
    visit("moscow", self.moscow);
    visit("allocation_class", self.allocation_class);
    visit("reach", self.reach);
    visit("impact", self.impact);
    visit("confidence", self.confidence);
    visit("ease", self.ease);
    visit("business_value", self.business_value);
    visit("time_criticality", self.time_criticality);
    visit("risk_reduction", self.risk_reduction);
    visit("job_size", self.job_size);
    visit("cost_of_delay", self.cost_of_delay);
    visit("duration_weeks", self.duration_weeks);
    visit("importance", self.importance);
    visit("satisfaction", self.satisfaction);
    visit("story_points", self.story_points);
    visit("earliest_start", self.earliest_start);
    visit("deadline", self.deadline);
    visit("lapse_date", self.lapse_date);
    visit("lapse_cost", self.lapse_cost);
    visit("pinned", self.pinned);
    visit("value_risk", self.value_risk);
    visit("usability_risk", self.usability_risk);
    visit("feasibility_risk", self.feasibility_risk);
    visit("viability_risk", self.viability_risk);
    visit("requester", self.requester);
    visit("assignee", self.assignee);
    visit("tags", self.tags);
    visit("custom", self.custom);
    visit("external_source", self.external_source);
    visit("external_key", self.external_key);
    visit("external_url", self.external_url);
    visit("rank", self.rank);
  }
  friend bool operator==(const Item&, const Item&) = default;
};

/// The key by which people know it, on every view: that of the tracker it came from, else the workspace's own. Commands take
/// both.
inline const std::string& known_key_of(const Item& item) { return item.external_key.empty() ? item.key : item.external_key; }

inline const std::string& short_title_of(const Item& item) { return item.short_title.empty() ? item.title : item.short_title; }

/// What an item is expected to add to an outcome's metric at full success (same unit, positive = helps).
struct Contribution {
  ContributionId id;
  ItemId item;
  OutcomeId outcome;
  OptionalNumber effect;

  static constexpr std::string_view table = "contribution";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("outcome", self.outcome);
    visit("effect", self.effect);
  }
  friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// Effort of one team on one item, in person-weeks. Team 0: nobody has said which team.
struct Estimate {
  EstimateId id;
  ItemId item;
  TeamId team;
  OptionalNumber low;
  OptionalNumber likely;
  OptionalNumber high;

  static constexpr std::string_view table = "estimate";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("team", self.team);
    visit("low", self.low);
    visit("likely", self.likely);
    visit("high", self.high);
  }
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// Finish to start: `successor` cannot start before `predecessor` has finished.
struct Dependency {
  DependencyId id;
  ItemId predecessor;
  ItemId successor;

  static constexpr std::string_view table = "dependency";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("predecessor", self.predecessor);
    visit("successor", self.successor);
  }
  friend bool operator==(const Dependency&, const Dependency&) = default;
};

}  // namespace tradewind
