#include "tradewind/workbench/check_workspace.h"

#include <algorithm>

#include "tradewind/workbench/alerts.h"

namespace tradewind::workbench {

CheckReport check_workspace(const storage::Workspace& workspace) {
  const Portfolio& portfolio = workspace.portfolio();
  CheckReport report;
  report.integrity = workspace.check();
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  report.findings = findings(portfolio, roadmap == nullptr ? RoadmapId{} : roadmap->id);
  for (const allocation::Alert& alert : allocation_alerts(portfolio))
    report.findings.push_back({Finding::Severity::warning, "allocation", alert.key, in_words(alert.message)});
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return report;
}

}  // namespace tradewind::workbench
