// Mappings as text: "field=SourceColumn" of the command line, JSON of saved profiles.
#include "tradewind/exchange/mapping.h"

#include <nlohmann/json.hpp>

namespace tradewind::exchange {
namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> refuse(std::string why, std::string what_to_do) {
  return failure(ErrorCode::bad_input, "cannot read the mapping", std::move(why), std::move(what_to_do));
}

constexpr auto shape = "give a JSON object like {\"title\": \"Summary\", \"tags\": [\"Labels\", \"Area\"]}";

Result<ColumnMapping> mapping_of_json(const Json& json) {
  if (!json.is_object()) return refuse("it is not a JSON object", shape);
  ColumnMapping mapping;
  for (const auto& item : json.items()) {
    const std::string& field = item.key();
    const Json& columns = item.value();
    if (!is_import_field(field)) return refuse("there is no field \"" + field + "\"", "correct the name of the field");
    const auto add = [&](const Json& column) {
      if (!column.is_string()) return false;
      mapping.push_back({field, column.get<std::string>()});
      return true;
    };
    if (columns.is_array()) {
      for (const auto& column : columns)
        if (!add(column)) return refuse("a column of \"" + field + "\" is not a text", shape);
    } else if (!add(columns)) {
      return refuse("the column of \"" + field + "\" is not a text", shape);
    }
  }
  return mapping;
}

Json json_of_mapping(const ColumnMapping& mapping) {
  Json json = Json::object();
  for (const auto& assignment : mapping) {
    auto& value = json[assignment.field];
    if (value.is_null())
      value = assignment.column;
    else if (value.is_array())
      value.push_back(assignment.column);
    else
      value = Json::array({value, assignment.column});
  }
  return json;
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

Result<ColumnAssignment> parse_column_assignment(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    return failure(ErrorCode::bad_input, "cannot read the mapping \"" + std::string(text) + "\"", "it has no field and column",
                   "write it as field=SourceColumn, for example title=Summary");
  ColumnAssignment assignment;
  assignment.field = text.substr(0, equals);
  assignment.column = text.substr(equals + 1);
  if (!is_import_field(assignment.field)) {
    std::string names;
    for (const auto& field : import_fields()) names += (names.empty() ? "" : ", ") + std::string(field.name);
    return failure(ErrorCode::bad_input, "cannot map to the field \"" + assignment.field + "\"", "there is no field of that name",
                   "give one of: " + names);
  }
  return assignment;
}

Result<ColumnMapping> mapping_of_profile(const MappingProfile& profile) {
  const auto json = Json::parse(profile.mapping, nullptr, false);
  if (json.is_discarded()) return refuse("the mapping of the profile \"" + profile.name + "\" is not JSON", shape);
  return mapping_of_json(json);
}

std::string mapping_to_json(const ColumnMapping& mapping) { return text_of(json_of_mapping(mapping)); }

Result<MappingProfile> profile_from_json(std::string_view text) {
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return refuse("it is not a JSON object", shape);
  MappingProfile profile;
  const bool is_bare = !json.contains("mapping") || !json["mapping"].is_object();
  const auto mapping = mapping_of_json(is_bare ? json : json["mapping"]);
  if (!mapping) return tl::unexpected(mapping.error());
  profile.mapping = mapping_to_json(*mapping);
  if (is_bare) return profile;
  const auto text_member = [&](const char* name) {
    return json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string{};
  };
  profile.name = text_member("name");
  profile.format = text_member("format");
  profile.date_order = text_member("date_order");
  return profile;
}

std::string profile_to_json(const MappingProfile& profile) {
  Json json = Json::object();
  json["name"] = profile.name;
  json["format"] = profile.format;
  json["date_order"] = profile.date_order;
  const auto mapping = mapping_of_profile(profile);
  json["mapping"] = mapping ? json_of_mapping(*mapping) : Json::object();
  return text_of(json);
}

}  // namespace tradewind::exchange
