// Bytes as text (RFC 4648, with padding), for changesets that are kept in a text column.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tradewind::storage {

std::string to_base64(std::string_view bytes);
/// nullopt where the text is not what to_base64 makes.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace tradewind::storage
