// A workspace's own JSON brought into a workspace.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/workbench/import_file.h"

namespace tradewind::workbench {

Result<ImportOutcome> import_workspace_json(storage::Workspace& workspace, const std::string& file_name, std::string_view bytes,
                                            const ImportFileOptions& options);

}  // namespace tradewind::workbench
