// Snapshots are written for every imported row, so their JSON is appended by hand; they are read only for rows that changed.
#include "exchange/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

namespace tradewind::exchange {
namespace {

constexpr std::size_t longest_kept_whole = 96;

void append_json_text(std::string& json, std::string_view text) {
  json += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    json.append(text, start, i - start);
    start = i + 1;
    switch (c) {
      case '"':
        json += "\\\"";
        break;
      case '\\':
        json += "\\\\";
        break;
      case '\n':
        json += "\\n";
        break;
      case '\t':
        json += "\\t";
        break;
      default: {
        static constexpr char hex[] = "0123456789abcdef";
        json += "\\u00";
        json += hex[c >> 4];
        json += hex[c & 15];
      }
    }
  }
  json.append(text, start, text.size() - start);
  json += '"';
}

std::uint64_t fingerprint(std::string_view text) {
  // FNV-1a over eight bytes at a time, with a final mix.
  std::uint64_t hash = 14695981039346656037U;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    for (std::size_t b = 0; b < 8; ++b) word |= std::uint64_t{static_cast<unsigned char>(text[i + b])} << (8 * b);
    hash = (hash ^ word) * 1099511628211U;
    hash ^= hash >> 29;
  }
  for (; i < text.size(); ++i) hash = (hash ^ static_cast<unsigned char>(text[i])) * 1099511628211U;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93U;
  return hash ^ hash >> 32;
}

/// Writes name and value; long values as fingerprints unless `whole`.
void append_member(std::string& json, std::string_view prefix, std::string_view name, std::string_view value,
                   bool whole = false) {
  json += json.size() > 1 ? "," : "";
  if (prefix.empty()) {
    append_json_text(json, name);
  } else {
    std::string full(prefix);
    full += name;
    append_json_text(json, full);
  }
  json += ':';
  append_json_text(json, whole || value.size() <= longest_kept_whole ? value : std::string_view(snapshot_text(value)));
}

bool is_set_by_imports(std::string_view field) {
  static constexpr std::array never = {std::string_view("key"),          std::string_view("rank"),
                                       std::string_view("parent"),       std::string_view("tags"),
                                       std::string_view("custom"),       std::string_view("external_source"),
                                       std::string_view("external_key"), std::string_view("pinned")};
  return std::find(never.begin(), never.end(), field) == never.end();
}

/// The text of a value; empty for "nothing".
template <class Value>
std::string text_of(const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>)
    return value;
  else if constexpr (std::is_same_v<Value, OptionalNumber>)
    return value.has_value() ? number_as_text(value.value()) : std::string{};
  else if constexpr (std::is_same_v<Value, std::optional<Date>>)
    return value ? to_iso(*value) : std::string{};
  else if constexpr (NamedEnum<Value>)
    return std::string(to_text(value));
  else if constexpr (std::is_same_v<Value, AllocationClassId>)
    return value ? std::to_string(value.value) : std::string{};
  else
    return {};
}

const Item& default_item() {
  static const Item item;
  return item;
}

/// Calls visit(name, value, default value) for each field that imports set.
template <class Visit>
void visit_fields(const Item& item, Visit&& visit) {
  std::array<const void*, 64> defaults{};
  std::size_t count = 0;
  Item::fields(default_item(), [&](std::string_view, const auto& value) { defaults[count++] = &value; });
  count = 0;
  Item::fields(item, [&](std::string_view name, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    visit(name, value, *static_cast<const Value*>(defaults[count++]));
  });
}

}  // namespace

std::string number_as_text(double number) {
  std::array<char, 32> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr};
}

std::string write_snapshot(const Item& item, const SnapshotExtras& extras) {
  std::string json;
  json.reserve(256 + item.custom.size() * 48);
  json += '{';
  Item::fields(item, [&](std::string_view name, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, std::string>) {
      if (!value.empty() && is_set_by_imports(name)) append_member(json, {}, name, value);
    } else if constexpr (std::is_same_v<Value, OptionalNumber> || std::is_same_v<Value, std::optional<Date>>) {
      if (value.has_value()) append_member(json, {}, name, text_of(value));
    }
  });
  // Enumerations have defaults that are not empty; there are few of them.
  const auto append_enum = [&](std::string_view name, auto value, auto fallback) {
    if (value != fallback) append_member(json, {}, name, to_text(value));
  };
  append_enum("kind", item.kind, default_item().kind);
  append_enum("track", item.track, default_item().track);
  append_enum("stage", item.stage, default_item().stage);
  append_enum("moscow", item.moscow, default_item().moscow);
  if (item.allocation_class) append_member(json, {}, "allocation_class", text_of(item.allocation_class));
  if (!item.tags.empty()) append_member(json, {}, snapshot_name::tags, joined_lines(item.tags), true);
  const auto& custom = item.custom;
  for (std::size_t i = 0; i < custom.size(); ++i) {
    const auto same = [&](const CustomField& other) { return other.name == custom[i].name; };
    if (std::any_of(custom.begin(), custom.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
    if (std::none_of(custom.begin() + static_cast<std::ptrdiff_t>(i) + 1, custom.end(), same))
      append_member(json, snapshot_name::custom_prefix, custom[i].name, custom[i].value);
    else
      append_member(json, snapshot_name::custom_prefix, custom[i].name, custom_text(item, custom[i].name));
  }
  if (!extras.parent.empty()) append_member(json, {}, snapshot_name::parent, extras.parent, true);
  if (!extras.effort.empty()) append_member(json, {}, snapshot_name::effort, extras.effort, true);
  if (!extras.placement.empty()) append_member(json, {}, snapshot_name::placement, extras.placement, true);
  if (!extras.blocked_by.empty()) append_member(json, {}, snapshot_name::blocked_by, extras.blocked_by, true);
  if (!extras.blocks.empty()) append_member(json, {}, snapshot_name::blocks, extras.blocks, true);
  if (extras.occurrence > 1) append_member(json, {}, snapshot_name::occurrence, std::to_string(extras.occurrence));
  json += '}';
  return json;
}

std::string write_snapshot(const Snapshot& snapshot) {
  std::string json = "{";
  for (const auto& [name, value] : snapshot) append_member(json, {}, name, value, true);
  json += '}';
  return json;
}

Snapshot read_snapshot(std::string_view text) {
  Snapshot snapshot;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return snapshot;
  for (const auto& [name, value] : json.items())
    if (value.is_string()) snapshot.emplace(name, value.get<std::string>());
  return snapshot;
}

std::string_view value_in(const Snapshot& snapshot, std::string_view name) {
  const auto found = snapshot.find(name);
  return found == snapshot.end() ? std::string_view{} : std::string_view(found->second);
}

std::string snapshot_text(std::string_view text) {
  if (text.size() <= longest_kept_whole) return std::string(text);
  std::array<char, 16> hex{};
  const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), fingerprint(text), 16).ptr;
  return "fingerprint:" + std::string(hex.data(), end) + ":" + std::to_string(text.size());
}

std::string snapshot_text_of_field(const Item& item, std::string_view field) {
  std::string text;
  visit_fields(item, [&](std::string_view name, const auto& value, const auto& fallback) {
    if (name == field && !(value == fallback)) text = snapshot_text(text_of(value));
  });
  return text;
}

std::string readable_text_of_field(const Item& item, std::string_view field) {
  std::string text;
  visit_fields(item, [&](std::string_view name, const auto& value, const auto&) {
    if (name == field) text = text_of(value);
  });
  return text;
}

bool copy_field(Item& to, const Item& from, std::string_view field) {
  if (!is_set_by_imports(field)) return false;
  std::array<const void*, 64> values{};
  std::size_t count = 0;
  bool found = false;
  Item::fields(from, [&](std::string_view, const auto& value) { values[count++] = &value; });
  count = 0;
  Item::fields(to, [&](std::string_view name, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const auto* source = values[count++];
    if (name != field) return;
    value = *static_cast<const Value*>(source);
    found = true;
  });
  return found;
}

std::string custom_text(const Item& item, std::string_view name) {
  std::string text;
  bool first = true;
  for (const auto& custom : item.custom) {
    if (custom.name != name) continue;
    if (!first) text += '\n';
    text += custom.value;
    first = false;
  }
  return text;
}

void copy_custom(Item& to, const Item& from, std::string_view name) {
  const auto is_it = [&](const CustomField& custom) { return custom.name == name; };
  auto at = static_cast<std::size_t>(std::find_if(to.custom.begin(), to.custom.end(), is_it) - to.custom.begin());
  to.custom.erase(std::remove_if(to.custom.begin(), to.custom.end(), is_it), to.custom.end());
  for (const auto& custom : from.custom)
    if (custom.name == name) to.custom.insert(to.custom.begin() + static_cast<std::ptrdiff_t>(at++), custom);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace tradewind::exchange
