// What headers mean in the languages that trackers export in.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "exchange/import_field.h"

namespace tradewind::exchange {

struct HeaderMeaning {
  Field field = Field::custom;
  std::string custom_name;  // where values are kept that the field cannot hold: "Story Points" of "Custom field (Story Points)"
  bool is_custom_field = false;  // Jira's "Custom field (…)"
  std::string link_type;         // "Blocks" of "Inward issue link (Blocks)"
  bool inward = false;
};

HeaderMeaning read_header(std::string_view header);

/// A link type that orders work; other types are kept as custom fields.
enum class LinkOrder : unsigned char { none, inward_first, outward_first };
/// inward_first: the end named under "Inward issue link" comes before this item (is blocked by, has to be done after).
LinkOrder order_of_link_type(std::string_view link_type);

/// Headers that only a Jira export has.
bool is_jira_header(std::string_view header);

}  // namespace tradewind::exchange
