// The JSON Schema of the workspace document, built from the entities. docs/workspace.schema.json must say the same.
#pragma once
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>

#include "tradewind/domain/entities.h"
#include "tradewind/exchange/workspace_json.h"

namespace tradewind::test {

using Schema = nlohmann::ordered_json;

inline Schema or_null(const Schema& schema) { return {{"anyOf", Schema::array({schema, {{"type", "null"}}})}}; }
inline Schema defined(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

inline Schema schema_of(bool) { return {{"type", "boolean"}}; }
inline Schema schema_of(int) {
  return {{"type", "integer"}, {"minimum", std::numeric_limits<int>::min()}, {"maximum", std::numeric_limits<int>::max()}};
}
inline Schema schema_of(std::int64_t) { return {{"type", "integer"}}; }
inline Schema schema_of(double) { return defined("number"); }
inline Schema schema_of(OptionalNumber) { return or_null(defined("number")); }
inline Schema schema_of(const std::string&) { return {{"type", "string"}}; }
inline Schema schema_of(Date) { return defined("date"); }
inline Schema schema_of(const std::optional<Date>&) { return or_null(defined("date")); }
inline Schema schema_of(const std::vector<std::string>&) { return {{"type", "array"}, {"items", {{"type", "string"}}}}; }
inline Schema schema_of(const std::vector<CustomField>&) { return {{"type", "array"}, {"items", defined("custom_field")}}; }
template <class Entity>
Schema schema_of(Id<Entity>) {
  Schema schema = or_null(defined("id"));
  schema["description"] = "the id of a row of " + std::string(Entity::table);
  return schema;
}
template <NamedEnum Enum>
Schema schema_of(Enum) {
  Schema texts = Schema::array();
  for (const auto& entry : EnumNames<Enum>::values) texts.push_back(std::string(entry.second));
  return {{"enum", texts}};
}

inline Schema workspace_schema() {
  Schema tables = Schema::object();
  Schema definitions = Schema::object();
  definitions["id"] = {
      {"type", "string"}, {"pattern", "^[1-9][0-9]{0,18}$"}, {"description", "a 63-bit integer in decimal digits"}};
  definitions["number"] = {{"anyOf", Schema::array({{{"type", "number"}}, {{"enum", {"Infinity", "-Infinity"}}}})}};
  definitions["date"] = {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
  definitions["custom_field"] = {{"type", "object"},
                                 {"properties", {{"name", {{"type", "string"}}}, {"value", {{"type", "string"}}}}},
                                 {"required", {"name", "value"}},
                                 {"additionalProperties", false}};
  for_each_entity<StoredEntities>([&]<class Entity>() {
    const std::string name(Entity::table);
    tables[name] = {{"type", "array"}, {"items", defined(name)}};
    Schema properties = Schema::object();
    properties["id"] = defined("id");
    const Entity row;
    Entity::fields(row, [&](std::string_view field, const auto& member) { properties[std::string(field)] = schema_of(member); });
    definitions[name] = {{"type", "object"}, {"properties", properties}, {"required", {"id"}}, {"additionalProperties", false}};
  });
  const Schema document_members = {
      {"$schema", {{"type", "string"}}},
      {"format", {{"const", std::string(exchange::workspace_json_format)}}},
      {"version", {{"const", exchange::workspace_json_version}}},
      {"tables", {{"type", "object"}, {"properties", tables}, {"additionalProperties", false}}},
  };
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"$id", "urn:tradewind:workspace:" + std::to_string(exchange::workspace_json_version)},
          {"title", "Tradewind workspace"},
          {"description", "A whole workspace as one document. docs/file-format.md says what the members mean."},
          {"type", "object"},
          {"properties", document_members},
          {"required", {"format", "version", "tables"}},
          {"additionalProperties", false},
          {"$defs", definitions}};
}

}  // namespace tradewind::test
