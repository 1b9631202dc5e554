// The rules of settings, teams, periods, outcomes, items and roadmaps.
#include <cmath>

#include "domain/rules.h"
#include "tradewind/domain/filter.h"

namespace tradewind::rules {
namespace {

constexpr int most_decimals = 15;  // what a double holds

bool is_currency_code(std::string_view text) {
  if (text.size() != 3) return false;
  for (const char c : text)
    if (c < 'A' || c > 'Z') return false;
  return true;
}

bool is_rank(std::string_view text) {
  for (const char c : text)
    if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) return false;
  return text.empty() || text.back() != '0';
}

bool both_ok(const std::optional<Date>& a, const std::optional<Date>& b) { return a && b && a->ok() && b->ok(); }

template <class Entity>
void not_its_own_parent(const Entity& row, Checks& checks) {
  if (row.parent && row.parent == row.id) checks.fail("parent", "it is its own parent", "choose another parent or none");
}

}  // namespace

void check(const WorkspaceSettings& row, Checks& checks) {
  checks.require_text("key_prefix", row.key_prefix);
  checks.one_word("key_prefix", row.key_prefix);
  checks.positive("next_item_number", row.next_item_number);
  checks.in_range("fiscal_year_start_month", row.fiscal_year_start_month, 1, 12);
  if (!is_currency_code(row.currency))
    checks.fail("currency", "\"" + row.currency + "\" is not a currency code", "give three capitals as in EUR");
  checks.positive("planned_weeks_per_quarter", row.planned_weeks_per_quarter);
  checks.positive("hours_per_week", row.hours_per_week);
  checks.not_negative("impact_cut", row.impact_cut);
  checks.not_negative("effort_cut", row.effort_cut);
}

void check(const AllocationPolicy& row, Checks& checks) {
  checks.require_text("name", row.name);
  checks.not_negative("alert_weeks", row.alert_weeks);
}

void check(const AllocationClass& row, Checks& checks) {
  checks.require_reference("policy", row.policy);
  checks.require_text("key", row.key);
  checks.one_word("key", row.key);
  checks.require_text("name", row.name);
  checks.in_range("target_share", row.target_share, 0, 1);
  checks.in_range("tolerance", row.tolerance, 0, 1);
}

void check(const Team& row, Checks& checks) {
  checks.one_word("key", row.key);
  checks.require_text("name", row.name);
  checks.not_negative("people", row.people);
}

void check(const Period& row, Checks& checks) {
  checks.require_text("name", row.name);
  if (row.start.ok() && row.end.ok() && row.end <= row.start)
    checks.fail("end", "it ends on " + to_iso(row.end) + ", not after its start on " + to_iso(row.start),
                "give the first day after the period");
}

void check(const Capacity& row, Checks& checks) {
  checks.require_reference("team", row.team);
  checks.require_reference("period", row.period);
  checks.not_negative("people", row.people);
  checks.not_negative("weeks", row.weeks);
  checks.in_range("availability", row.availability, 0, 1);
  checks.not_negative("typed", row.typed);
  checks.not_negative("reserve", row.reserve);
}

void check(const Outcome& row, Checks& checks) {
  checks.one_word("key", row.key);
  checks.require_text("title", row.title);
  if (row.baseline.has_value() && row.target.has_value() && row.baseline == row.target)
    checks.fail("target", "it equals the baseline (" + number_text(row.baseline.value()) + ")", "say what is to change");
  not_its_own_parent(row, checks);
  checks.not_negative("weight", row.weight);
  checks.in_range("decimals", row.decimals, 0, most_decimals);
}

void check(const CheckIn& row, Checks& checks) { checks.require_reference("outcome", row.outcome); }

void check(const Item& row, Checks& checks) {
  checks.one_word("key", row.key);
  checks.require_text("title", row.title);
  not_its_own_parent(row, checks);
  checks.not_negative("reach", row.reach);
  checks.not_negative("impact", row.impact);
  checks.in_range("confidence", row.confidence, 0, 1);
  checks.not_negative("ease", row.ease);
  checks.not_negative("business_value", row.business_value);
  checks.not_negative("time_criticality", row.time_criticality);
  checks.not_negative("risk_reduction", row.risk_reduction);
  checks.not_negative("job_size", row.job_size);
  checks.not_negative("cost_of_delay", row.cost_of_delay);
  checks.not_negative("duration_weeks", row.duration_weeks);
  checks.in_range("importance", row.importance, 0, 10);
  checks.in_range("satisfaction", row.satisfaction, 0, 10);
  checks.not_negative("story_points", row.story_points);
  checks.not_negative("lapse_cost", row.lapse_cost);
  if (!is_rank(row.rank)) checks.fail("rank", "\"" + row.rank + "\" is not a rank", "move the item to give it a new one");
}

void check(const Contribution& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.require_reference("outcome", row.outcome);
}

void check(const Estimate& row, Checks& checks) {
  checks.require_reference("item", row.item);
  checks.not_negative("low", row.low);
  checks.not_negative("likely", row.likely);
  checks.not_negative("high", row.high);
  checks.ascending("low", row.low, "likely", row.likely);
  checks.ascending("likely", row.likely, "high", row.high);
  if (!row.likely.has_value()) checks.ascending("low", row.low, "high", row.high);
}

void check(const Dependency& row, Checks& checks) {
  checks.require_reference("predecessor", row.predecessor);
  checks.require_reference("successor", row.successor);
  if (row.predecessor && row.predecessor == row.successor)
    checks.fail("successor", "the item depends on itself", "choose another item");
}

void check(const Roadmap& row, Checks& checks) {
  checks.require_text("name", row.name);
  if (const auto filter = parse_filter(row.filter); !filter)
    checks.fail("filter", filter.error().what + ": " + filter.error().why, filter.error().what_to_do);
}

void check(const Placement& row, Checks& checks) {
  checks.require_reference("roadmap", row.roadmap);
  checks.require_reference("item", row.item);
  if (!row.period && !row.start && !row.finish)
    checks.fail("", "it has neither a period nor dates", "give a period, or start and finish");
  if (row.start.has_value() != row.finish.has_value())
    checks.fail(row.start ? "finish" : "start", "only one of start and finish is given", "give both or neither");
  if (both_ok(row.start, row.finish) && *row.finish <= *row.start)
    checks.fail("finish", "it finishes on " + to_iso(*row.finish) + ", not after its start on " + to_iso(*row.start),
                "give the first day after the work");
}

void check(const Milestone& row, Checks& checks) { checks.require_text("title", row.title); }

}  // namespace tradewind::rules
