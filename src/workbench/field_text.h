// From the text of `field=value` to a member of an entity, strictly: what cannot be understood refuses the edit with the
// field, the reason and what is allowed. Used inside Workspace::edit only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/storage/workspace.h"
#include "workbench/nouns.h"

namespace tradewind::workbench {

struct FieldContext {
  storage::Edit& edit;
  std::string_view field;  // as the person wrote it
};

[[noreturn]] void refuse(ErrorCode code, std::string what, std::string why, std::string what_to_do);
/// what = "cannot set FIELD".
[[noreturn]] void refuse_value(const FieldContext& context, std::string why, std::string what_to_do);

/// A finite number; "80%" is 0.8 in fields that are shares.
double parse_number(const FieldContext& context, std::string_view text);
std::int64_t parse_whole_number(const FieldContext& context, std::string_view text);
Date parse_date(const FieldContext& context, std::string_view text);

void assign(const FieldContext& context, std::string& member, std::string_view text);
void assign(const FieldContext& context, bool& member, std::string_view text);
void assign(const FieldContext& context, int& member, std::string_view text);
void assign(const FieldContext& context, std::int64_t& member, std::string_view text);
void assign(const FieldContext& context, double& member, std::string_view text);
void assign(const FieldContext& context, OptionalNumber& member, std::string_view text);
void assign(const FieldContext& context, Date& member, std::string_view text);
void assign(const FieldContext& context, std::optional<Date>& member, std::string_view text);
void assign(const FieldContext& context, std::vector<std::string>& member, std::string_view text);
void assign(const FieldContext& context, std::vector<CustomField>& member, std::string_view text);

/// The period of that name; made when it is missing and its text says when it is ("2027Q1", "2027-03", "2027-W09").
PeriodId period_called(const FieldContext& context, std::string_view text);

template <NamedEnum E>
void assign(const FieldContext& context, E& member, std::string_view text) {
  for (const auto& [value, name] : EnumNames<E>::values)
    if (same_ignoring_case(name, text)) {
      member = value;
      return;
    }
  std::vector<std::string> allowed;
  for (const auto& entry : EnumNames<E>::values)
    if (const std::string_view name = entry.second; !name.empty()) allowed.emplace_back(name);
  refuse_value(context, "there is no \"" + std::string{text} + "\"", "Choose one of " + joined(allowed));
}

/// By key or name; an empty text is "none".
template <class Entity>
void assign(const FieldContext& context, Id<Entity>& member, std::string_view text) {
  if (text.empty()) {
    member = {};
    return;
  }
  if constexpr (std::is_same_v<Entity, Period>) {
    member = period_called(context, text);
  } else {
    const Portfolio& portfolio = context.edit.portfolio();
    if (const Entity* row = row_called<Entity>(text, portfolio)) {
      member = row->id;
      return;
    }
    std::vector<std::string> known;
    for (const Entity& row : portfolio.all<Entity>())
      if (known.size() < 12) known.push_back(key_of(row, portfolio));
    const std::string noun{noun_of<Entity>().singular};
    refuse_value(context, "there is no " + noun + " \"" + std::string{text} + "\"",
                 known.empty() ? "Add the " + noun + " first"
                               : "Choose one of " + joined(known) + (portfolio.all<Entity>().size() > 12 ? " …" : ""));
  }
}

}  // namespace tradewind::workbench
