// What an edit did, row by row: views and caches react to these, never to "something changed".
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace tradewind {

enum class ChangeKind : unsigned char { inserted, updated, erased };

struct Change {
  std::string_view table;  // Entity::table of the row's type; static storage
  std::int64_t id = 0;
  ChangeKind kind = ChangeKind::updated;
  friend bool operator==(const Change&, const Change&) = default;
};

using Changes = std::vector<Change>;

}  // namespace tradewind
