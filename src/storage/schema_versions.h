// The SQL of each released schema version.
#pragma once
#include <string_view>

namespace tradewind::storage {

extern const std::string_view schema_version_1;

}  // namespace tradewind::storage
