// What an export, a print or any other document may be written over.
#pragma once
#include <filesystem>

#include "tradewind/domain/error.h"

namespace tradewind::storage {

/// Refuses a workspace, whoever has it open, a database of another program, and the names of what SQLite keeps beside one. Other
/// files, and those that are not there yet, may be written. To be asked by all that writes files.
Result<void> may_be_replaced(const std::filesystem::path& path);

}  // namespace tradewind::storage
