// Scenarios, decisions, and what imports leave behind.
#pragma once
#include <optional>
#include <string>

#include "tradewind/domain/date.h"
#include "tradewind/domain/id.h"

namespace tradewind {

/// A named stack of edits over the baseline: "what if".
struct Scenario {
  ScenarioId id;
  std::string name;
  std::string note;
  std::optional<Date> created;

  static constexpr std::string_view table = "scenario";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("note", self.note);
    visit("created", self.created);
  }
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// One edit of a scenario. `changes` is the changeset, sealed by the storage room and written as Base64.
struct ScenarioEdit {
  Id<ScenarioEdit> id;
  ScenarioId scenario;
  int position = 0;  // the order in which they are applied
  std::string label;
  std::string changes;

  static constexpr std::string_view table = "scenario_edit";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("scenario", self.scenario);
    visit("position", self.position);
    visit("label", self.label);
    visit("changes", self.changes);
  }
  friend bool operator==(const ScenarioEdit&, const ScenarioEdit&) = default;
};

struct Decision {
  DecisionId id;
  std::string title;
  ItemId request;
  std::string options;  // JSON: the options as they were shown, with their figures
  std::string choice;
  std::string role;  // who decided
  std::string reason;
  std::optional<Date> date;

  static constexpr std::string_view table = "decision";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("title", self.title);
    visit("request", self.request);
    visit("options", self.options);
    visit("choice", self.choice);
    visit("role", self.role);
    visit("reason", self.reason);
    visit("date", self.date);
  }
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// How a page shows its rows, under a name: filter, sorting, groups, columns. `state` is a JSON object of the page.
struct SavedView {
  Id<SavedView> id;
  std::string page;  // "backlog"
  std::string name;
  int position = 0;
  std::string state;

  static constexpr std::string_view table = "saved_view";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("page", self.page);
    visit("name", self.name);
    visit("position", self.position);
    visit("state", self.state);
  }
  friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// How columns of a source map to fields; `mapping` is a JSON object field → column header.
struct MappingProfile {
  Id<MappingProfile> id;
  std::string name;
  std::string format;  // "csv", "jira-csv"
  std::string mapping;
  std::string date_order;  // "", "dmy", "mdy", "ymd"

  static constexpr std::string_view table = "mapping_profile";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("format", self.format);
    visit("mapping", self.mapping);
    visit("date_order", self.date_order);
  }
  friend bool operator==(const MappingProfile&, const MappingProfile&) = default;
};

/// The source's values as of the last import of this item: the common ancestor of the three-way rule.
/// `snapshot` is a JSON object field → text. Kept in the file, not in the Portfolio: only imports read it.
struct ImportRecord {
  Id<ImportRecord> id;
  ItemId item;
  std::string source;
  std::string snapshot;

  static constexpr std::string_view table = "import_record";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("item", self.item);
    visit("source", self.source);
    visit("snapshot", self.snapshot);
  }
  friend bool operator==(const ImportRecord&, const ImportRecord&) = default;
};

}  // namespace tradewind
