#include "tradewind/workbench/check_workspace.h"

namespace tradewind::workbench {

CheckReport check_workspace(const storage::Workspace& workspace) {
  CheckReport report;
  report.integrity = workspace.check();
  const Roadmap* roadmap = workspace.portfolio().roadmap_by_name({});
  report.findings = findings(workspace.portfolio(), roadmap == nullptr ? RoadmapId{} : roadmap->id);
  return report;
}

}  // namespace tradewind::workbench
