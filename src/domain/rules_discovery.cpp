// The rules of time entries, evidence, surveys, criteria, decisions and what imports leave behind.
#include "domain/rules.h"

namespace tradewind::rules {
namespace {

void at_most(std::string_view field, int part, std::string_view whole_field, int whole, Checks& checks) {
  if (part <= whole) return;
  checks.fail(field, std::to_string(part) + " is more than " + std::string{whole_field} + " (" + std::to_string(whole) + ")",
              "give at most " + std::string{whole_field});
}

}  // namespace

void check(const TimeEntry& row, Checks& checks) { checks.not_negative("minutes", static_cast<double>(row.minutes)); }

void check(const Evidence& row, Checks& checks) { checks.require_reference("item", row.item); }

void check(const Experiment& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.one_word("key", row.key);
  checks.in_range("rule_share", row.rule_share, 0, 1);
  checks.not_negative("rule_sample", row.rule_sample);
  checks.not_negative("sample", row.sample);
  checks.not_negative("successes", row.successes);
  at_most("successes", row.successes, "sample", row.sample, checks);
  if (row.started && row.ended && row.started->ok() && row.ended->ok() && *row.ended < *row.started)
    checks.fail("ended", "it ended on " + to_iso(*row.ended) + ", before its start on " + to_iso(*row.started),
                "give a day on or after the start");
}

void check(const Insight& row, Checks& checks) { checks.require_text("text", row.text); }

void check(const InsightLink& row, Checks& checks) {
  checks.require_reference("insight", row.insight);
  checks.require_reference("item", row.item);
}

void check(const Stakeholder& row, Checks& checks) { checks.require_text("name", row.name); }

void check(const Framing& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.require_text("audience", row.audience);
}

void check(const OpportunitySurvey& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.not_negative("respondents", row.respondents);
  checks.not_negative("important", row.important);
  checks.not_negative("satisfied", row.satisfied);
  at_most("important", row.important, "respondents", row.respondents, checks);
  at_most("satisfied", row.satisfied, "respondents", row.respondents, checks);
}

void check(const KanoSurvey& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.not_negative("respondents", row.respondents);
}

void check(const Criterion& row, Checks& checks) {
  checks.require_text("name", row.name);
  checks.not_negative("weight", row.weight);
  if (row.minimum >= row.maximum)
    checks.fail("maximum", number_text(row.maximum) + " is not greater than the minimum (" + number_text(row.minimum) + ")",
                "give minimum < maximum");
}

void check(const CriterionRating& row, Checks& checks) {
  checks.require_reference("criterion", row.criterion);
  checks.require_reference("item", row.item);
}

void check(const Scenario& row, Checks& checks) { checks.require_text("name", row.name); }

void check(const Decision& row, Checks& checks) { checks.require_text("title", row.title); }

void check(const ScenarioEdit& row, Checks& checks) { checks.require_reference("scenario", row.scenario); }

void check(const SavedView& row, Checks& checks) {
  checks.require_text("page", row.page);
  checks.require_text("name", row.name);
}

void check(const MappingProfile& row, Checks& checks) {
  checks.require_text("name", row.name);
  if (!row.date_order.empty() && row.date_order != "dmy" && row.date_order != "mdy" && row.date_order != "ymd")
    checks.fail("date_order", "\"" + row.date_order + "\" is not an order of day, month and year",
                "give dmy, mdy or ymd, or leave it empty");
}

void check(const ImportRecord& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.require_text("source", row.source);
}

}  // namespace tradewind::rules
