// Collecting the problems of one row, and the rules of each entity; validate() calls them.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/validate.h"

namespace tradewind::rules {

/// One method per kind of rule; each appends a problem when the rule is broken.
class Checks {
 public:
  void fail(std::string_view field, std::string why, std::string what_to_do);
  void require_text(std::string_view field, std::string_view text);
  /// A key is one word: people type it on the command line and in filters. Empty is allowed.
  void one_word(std::string_view field, std::string_view text);
  /// Not-a-number and infinity are reported for every number by the general rules, and not again here.
  void not_negative(std::string_view field, OptionalNumber number);
  void positive(std::string_view field, double number);
  void in_range(std::string_view field, OptionalNumber number, double low, double high);
  /// `low_field` ≤ `high_field`, where both are known.
  void ascending(std::string_view low_field, OptionalNumber low, std::string_view high_field, OptionalNumber high);
  template <class Entity>
  void require_reference(std::string_view field, Id<Entity> id) {
    if (!id) fail(field, "it is missing", "say which " + std::string{field} + " it belongs to");
  }
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

/// "8", "0.25": the shortest text that reads back as the same number.
std::string number_text(double number);

void check(const WorkspaceSettings& row, Checks& checks);
void check(const AllocationPolicy& row, Checks& checks);
void check(const AllocationClass& row, Checks& checks);
void check(const Team& row, Checks& checks);
void check(const Period& row, Checks& checks);
void check(const Capacity& row, Checks& checks);
void check(const Outcome& row, Checks& checks);
void check(const CheckIn& row, Checks& checks);
void check(const Item& row, Checks& checks);
void check(const Contribution& row, Checks& checks);
void check(const Estimate& row, Checks& checks);
void check(const Dependency& row, Checks& checks);
void check(const Roadmap& row, Checks& checks);
void check(const Placement& row, Checks& checks);
void check(const Milestone& row, Checks& checks);
void check(const TimeEntry& row, Checks& checks);
void check(const Evidence& row, Checks& checks);
void check(const Experiment& row, Checks& checks);
void check(const Insight& row, Checks& checks);
void check(const InsightLink& row, Checks& checks);
void check(const Stakeholder& row, Checks& checks);
void check(const Framing& row, Checks& checks);
void check(const OpportunitySurvey& row, Checks& checks);
void check(const KanoSurvey& row, Checks& checks);
void check(const Criterion& row, Checks& checks);
void check(const CriterionRating& row, Checks& checks);
void check(const Scenario& row, Checks& checks);
void check(const Decision& row, Checks& checks);
void check(const ScenarioEdit& row, Checks& checks);
void check(const SavedView& row, Checks& checks);
void check(const MappingProfile& row, Checks& checks);
void check(const ImportRecord& row, Checks& checks);

}  // namespace tradewind::rules
