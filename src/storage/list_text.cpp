#include "storage/list_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tradewind::storage {
namespace {

using nlohmann::json;

/// Most texts have only such characters, need no escapes and are copied as they are, which is what makes a large import and the
/// opening of a large workspace fast.
bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != 0x22 && c != 0x5C; }

/// Text from a stranger's export may hold invalid UTF-8; it is kept readable rather than refused.
void append_text(std::string& list, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain))
    ((list += '"') += text) += '"';
  else
    list += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Takes `expected` from the front of `rest`.
bool take(std::string_view& rest, std::string_view expected) {
  if (!rest.starts_with(expected)) return false;
  rest.remove_prefix(expected.size());
  return true;
}

/// Takes a text in quotes from the front of `rest`; false where it is not plain.
bool take_plain(std::string_view& rest, std::string& text) {
  if (!take(rest, "\"")) return false;
  text.assign(rest.begin(), std::find_if_not(rest.begin(), rest.end(), is_plain));
  rest.remove_prefix(text.size());
  return take(rest, "\"");
}

/// A list of plain texts, exactly as it is written here; everything else is left to the parser of JSON.
bool read_plain_list(std::string_view rest, std::vector<std::string>& values) {
  for (std::string_view before = "["; take(rest, before); before = ",")
    if (!take_plain(rest, values.emplace_back())) return false;
  return rest == "]";
}

bool read_plain_custom_fields(std::string_view rest, std::vector<CustomField>& fields) {
  for (std::string_view before = "[["; take(rest, before); before = ",[") {
    CustomField& field = fields.emplace_back();
    if (!take_plain(rest, field.name) || !take(rest, ",") || !take_plain(rest, field.value) || !take(rest, "]")) return false;
  }
  return rest == "]";
}

}  // namespace

std::string encode_list(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) append_text(list += list.empty() ? '[' : ',', value);
  if (!list.empty()) list += ']';
  return list;
}

std::string encode_custom_fields(const std::vector<CustomField>& fields) {
  std::string list;
  for (const CustomField& field : fields) {
    append_text(list += list.empty() ? "[[" : ",[", field.name);
    append_text(list += ',', field.value);
    list += ']';
  }
  if (!list.empty()) list += ']';
  return list;
}

std::vector<std::string> decode_list(std::string_view text) {
  std::vector<std::string> values;
  if (text.empty() || read_plain_list(text, values)) return values;
  values.clear();
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return values;
  for (const json& entry : list)
    if (entry.is_string()) values.push_back(entry.get<std::string>());
  return values;
}

std::vector<CustomField> decode_custom_fields(std::string_view text) {
  std::vector<CustomField> fields;
  if (text.empty() || read_plain_custom_fields(text, fields)) return fields;
  fields.clear();
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return fields;
  for (const json& entry : list)
    if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string())
      fields.push_back({entry[0].get<std::string>(), entry[1].get<std::string>()});
  return fields;
}

}  // namespace tradewind::storage
