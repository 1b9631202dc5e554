// The words for each entity on the command line, and finding a row by the key that people use for it.
#pragma once
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "tradewind/domain/period.h"
#include "tradewind/domain/portfolio.h"
#include "workbench/text.h"

namespace tradewind::workbench {

struct Noun {
  std::string_view table;  // Entity::table
  std::string_view singular;
  std::string_view plural;
};

inline constexpr std::array nouns{
    Noun{"item", "item", "items"},
    Noun{"outcome", "outcome", "outcomes"},
    Noun{"team", "team", "teams"},
    Noun{"period", "period", "periods"},
    Noun{"capacity", "capacity", "capacity"},
    Noun{"milestone", "milestone", "milestones"},
    Noun{"evidence", "evidence", "evidence"},
    Noun{"time_entry", "time", "time"},
    Noun{"check_in", "check-in", "check-ins"},
    Noun{"experiment", "experiment", "experiments"},
    Noun{"insight", "insight", "insights"},
    Noun{"insight_link", "insight-link", "insight-links"},
    Noun{"contribution", "contribution", "contributions"},
    Noun{"estimate", "estimate", "estimates"},
    Noun{"dependency", "dependency", "dependencies"},
    Noun{"roadmap", "roadmap", "roadmaps"},
    Noun{"placement", "placement", "placements"},
    Noun{"allocation_class", "class", "classes"},
    Noun{"allocation_policy", "policy", "policies"},
    Noun{"stakeholder", "stakeholder", "stakeholders"},
    Noun{"framing", "framing", "framings"},
    Noun{"opportunity_survey", "survey", "surveys"},
    Noun{"kano_survey", "kano", "kano"},
    Noun{"criterion", "criterion", "criteria"},
    Noun{"criterion_rating", "rating", "ratings"},
    Noun{"scenario", "scenario", "scenarios"},
    Noun{"decision", "decision", "decisions"},
    Noun{"mapping_profile", "profile", "profiles"},
    Noun{"saved_view", "view", "views"},
    Noun{"workspace_settings", "settings", "settings"},
};

template <class Entity>
constexpr const Noun& noun_of() {
  for (const Noun& noun : nouns)
    if (noun.table == Entity::table) return noun;
  return nouns[0];
}

/// The noun of that singular, plural or table name, ignoring case; nullptr for anything else.
const Noun* noun_named(std::string_view text);
/// "items, outcomes, …": for messages.
std::string all_nouns();

/// Calls visit.template operator()<Entity>() for the noun's entity.
template <class Visitor>
void with_entity(const Noun& noun, Visitor&& visit) {
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    if (Entity::table == noun.table) visit.template operator()<Entity>();
  });
}

template <class Entity>
concept HasKey = requires(Entity row) {
  row.key;
};
template <class Entity>
concept HasName = requires(Entity row) {
  row.name;
};
template <class Entity>
concept HasTitle = requires(Entity row) {
  row.title;
};

template <class Entity>
std::string id_text(Id<Entity> id) {
  return "#" + std::to_string(id.value);
}

/// What people call a row: its key, name or title, "team/period" for capacity, else "#id". A team is called by its name.
template <class Entity>
std::string key_of(const Entity& row, const Portfolio& portfolio) {
  if constexpr (std::is_same_v<Entity, WorkspaceSettings>) return "settings";
  if constexpr (std::is_same_v<Entity, Team>)
    if (!row.name.empty()) return row.name;
  if constexpr (HasKey<Entity>)
    if (!row.key.empty()) return row.key;
  if constexpr (HasName<Entity>)
    if (!row.name.empty()) return row.name;
  if constexpr (HasTitle<Entity>)
    if (!row.title.empty()) return row.title;
  if constexpr (std::is_same_v<Entity, Capacity>) {
    const Team* team = portfolio.find(row.team);
    const Period* period = portfolio.find(row.period);
    if (team != nullptr && period != nullptr) return key_of(*team, portfolio) + "/" + period->name;
  }
  return id_text(row.id);
}

template <class Entity>
std::string key_of(Id<Entity> id, const Portfolio& portfolio) {
  const Entity* row = portfolio.find(id);
  return row == nullptr ? std::string{} : key_of(*row, portfolio);
}

/// A row from what people call it: "#id", key, name or title ignoring case. nullptr when there is none.
template <class Entity>
const Entity* row_called(std::string_view text, const Portfolio& portfolio) {
  if (text.empty()) return nullptr;
  if (text.front() == '#') {
    Id<Entity> id;
    const auto [end, failed] = std::from_chars(text.data() + 1, text.data() + text.size(), id.value);
    return failed == std::errc{} && end == text.data() + text.size() ? portfolio.find(id) : nullptr;
  }
  if constexpr (std::is_same_v<Entity, WorkspaceSettings>)
    return same_ignoring_case(text, "settings") && !portfolio.all<Entity>().empty() ? &*portfolio.all<Entity>().begin() : nullptr;
  if constexpr (std::is_same_v<Entity, Item>)
    if (const Item* item = portfolio.item_by_key(text)) return item;
  if constexpr (std::is_same_v<Entity, Team>) return portfolio.team_by_name(text);
  if constexpr (std::is_same_v<Entity, AllocationClass>) return portfolio.allocation_class_by_name(text);
  if constexpr (std::is_same_v<Entity, Period>) {
    if (const Period* period = portfolio.period_by_name(text)) return period;
    const auto parsed = parse_period(text, portfolio.settings().fiscal_year_start_month);
    return parsed ? portfolio.period_by_name(parsed->name) : nullptr;
  }
  if constexpr (std::is_same_v<Entity, Capacity>) {
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos) return nullptr;
    const Team* team = row_called<Team>(text.substr(0, slash), portfolio);
    const Period* period = row_called<Period>(text.substr(slash + 1), portfolio);
    if (team == nullptr || period == nullptr) return nullptr;
    for (const Capacity& row : portfolio.owned_by<&Capacity::team>(team->id))
      if (row.period == period->id) return &row;
    return nullptr;
  }
  if constexpr (HasKey<Entity>)
    for (const Entity& row : portfolio.all<Entity>())
      if (same_ignoring_case(row.key, text)) return &row;
  if constexpr (HasName<Entity>)
    for (const Entity& row : portfolio.all<Entity>())
      if (same_ignoring_case(row.name, text)) return &row;
  // An item's title is no key: titles repeat.
  if constexpr (HasTitle<Entity> && !std::is_same_v<Entity, Item>)
    for (const Entity& row : portfolio.all<Entity>())
      if (same_ignoring_case(row.title, text)) return &row;
  return nullptr;
}

/// Calls visit(row) with the row that a KEY of any entity means: "team:Platform" names the noun, a bare key is looked up
/// in the order of `nouns`. False when nothing has that key.
template <class Visitor>
bool with_row_called(std::string_view key, const Portfolio& portfolio, Visitor&& visit) {
  const auto try_noun = [&](const Noun& noun, std::string_view text) {
    bool found = false;
    with_entity(noun, [&]<class Entity>() {
      if (const Entity* row = row_called<Entity>(text, portfolio)) {
        found = true;
        visit(*row);
      }
    });
    return found;
  };
  for (const Noun& noun : nouns)
    if (try_noun(noun, key)) return true;
  if (const auto colon = key.find(':'); colon != std::string_view::npos)
    if (const Noun* noun = noun_named(key.substr(0, colon))) return try_noun(*noun, key.substr(colon + 1));
  return false;
}

}  // namespace tradewind::workbench
