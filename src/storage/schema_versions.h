// The SQL of each released schema version.
#pragma once
#include <string_view>

namespace tradewind::storage {

extern const std::string_view schema_version_1;
extern const std::string_view schema_version_2;

}  // namespace tradewind::storage
