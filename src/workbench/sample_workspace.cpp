#include "tradewind/workbench/sample_workspace.h"

#include "workbench/sample_parts.h"

namespace tradewind::workbench {

Portfolio make_sample_portfolio() {
  Portfolio portfolio;
  sample::add_settings_and_policy(portfolio);
  sample::add_teams_and_quarters(portfolio);
  sample::add_outcomes(portfolio);
  sample::add_items(portfolio);
  sample::add_roadmap(portfolio);
  sample::add_discovery(portfolio);
  sample::add_time_entries(portfolio);
  return portfolio;
}

}  // namespace tradewind::workbench
