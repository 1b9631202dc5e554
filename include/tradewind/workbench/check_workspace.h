// Is the file intact, and does the plan in it keep its own rules?
#pragma once
#include <vector>

#include "tradewind/domain/validate.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::workbench {

struct CheckReport {
  storage::Workspace::Integrity integrity;
  std::vector<Finding> findings;  // of the first roadmap and of the whole workspace; also "allocation": 70/20/10 is not kept
};

CheckReport check_workspace(const storage::Workspace& workspace);

}  // namespace tradewind::workbench
