// Opening the workspace that a verb works on.
#pragma once
#include <string>

#include "tradewind/storage/workspace.h"

namespace tradewind::cli {

enum class Access { read, write };
/// Who edits is the user's login name.
storage::Options storage_options(Access access);
Result<storage::Workspace> open_workspace(const std::string& file, Access access);

/// Says on standard error which teams, outcomes … a filter of items names that the workspace does not have.
void warn_about_unknown_names(const Portfolio& portfolio, const std::string& where);

}  // namespace tradewind::cli
