// A workspace to JSON text, driven by the field lists of the entities.
#include <algorithm>
#include <type_traits>

#include "exchange/json_text.h"
#include "tradewind/exchange/workspace_json.h"

namespace tradewind::exchange {
namespace {

void append(std::string& out, bool value) { out += value ? "true" : "false"; }
void append(std::string& out, int value) { append_json_integer(out, value); }
void append(std::string& out, std::int64_t value) { append_json_integer(out, value); }
void append(std::string& out, double value) { append_json_number(out, value); }
void append(std::string& out, OptionalNumber value) {
  if (value.has_value()) {
    append_json_number(out, value.value());
  } else {
    out += "null";
  }
}
void append(std::string& out, const std::string& value) { append_json_string(out, value); }
// A date that nobody has given yet is not a calendar day; it is unknown like an empty optional.
void append(std::string& out, Date value) {
  if (value.ok()) {
    append_json_string(out, to_iso(value));
  } else {
    out += "null";
  }
}
void append(std::string& out, const std::optional<Date>& value) { append(out, value.value_or(Date{})); }
template <class Entity>
void append(std::string& out, Id<Entity> id) {
  if (!id) {
    out += "null";
    return;
  }
  out += '"';
  append_json_integer(out, id.value);
  out += '"';
}
template <NamedEnum Enum>
void append(std::string& out, Enum value) {
  append_json_string(out, to_text(value));
}
void append(std::string& out, const CustomField& field) {
  out += "{\"name\":";
  append_json_string(out, field.name);
  out += ",\"value\":";
  append_json_string(out, field.value);
  out += '}';
}
template <class Value>
void append(std::string& out, const std::vector<Value>& values) {
  out += '[';
  bool first = true;
  for (const Value& value : values) {
    if (!first) out += ',';
    first = false;
    append(out, value);
  }
  out += ']';
}

template <class Entity>
void append_row(std::string& out, const Entity& row) {
  out += "{\"id\":";
  append(out, row.id);
  Entity::fields(row, [&](std::string_view name, const auto& member) {
    out += ",\"";
    out += name;  // field names are identifiers
    out += "\":";
    append(out, member);
  });
  out += '}';
}

template <class Entity>
std::vector<const Entity*> rows_by_id(const Portfolio& portfolio, const std::vector<ImportRecord>& import_records) {
  std::vector<const Entity*> rows;
  if constexpr (std::is_same_v<Entity, ImportRecord>) {
    for (const ImportRecord& row : import_records) rows.push_back(&row);
  } else {
    rows.reserve(portfolio.all<Entity>().size());
    for (const Entity& row : portfolio.all<Entity>()) rows.push_back(&row);
  }
  std::sort(rows.begin(), rows.end(), [](const Entity* a, const Entity* b) { return a->id < b->id; });
  return rows;
}

}  // namespace

std::string to_json(const Portfolio& portfolio, const std::vector<ImportRecord>& import_records) {
  std::string out = "{\n\"format\": ";
  append_json_string(out, workspace_json_format);
  out += ",\n\"version\": ";
  append_json_integer(out, workspace_json_version);
  out += ",\n\"tables\": {";
  bool first_table = true;
  for_each_entity<StoredEntities>([&]<class Entity>() {
    out += first_table ? "\n\"" : ",\n\"";
    first_table = false;
    out += Entity::table;
    out += "\": [";
    bool first_row = true;
    for (const Entity* row : rows_by_id<Entity>(portfolio, import_records)) {
      out += first_row ? "\n" : ",\n";
      first_row = false;
      append_row(out, *row);
    }
    out += first_row ? "]" : "\n]";
  });
  out += "\n}\n}\n";
  return out;
}

}  // namespace tradewind::exchange
