// A whole file in memory.
#pragma once
#include <filesystem>
#include <string>

#include "tradewind/domain/error.h"

namespace tradewind::workbench {

Result<std::string> read_file(const std::filesystem::path& path);
/// Written beside the target and moved over it, so that an existing file is whole or untouched.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tradewind::workbench
