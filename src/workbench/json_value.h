// Values as JSON text, for what the workspace keeps as a document in one field.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

/// On one line; with `indent` spread over many. Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const Value& value, bool indent = false);
/// Unknown where the text is not JSON.
Value value_from_json(std::string_view text);

}  // namespace tradewind::workbench
