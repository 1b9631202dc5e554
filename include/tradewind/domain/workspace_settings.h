// The one row that says what the whole workspace is about and which conventions its numbers follow.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/id.h"

namespace tradewind {

struct WorkspaceSettings {
  Id<WorkspaceSettings> id{1};  // there is exactly one
  std::string name;
  std::string vision_statement;
  std::string vision_narrative;   // Markdown
  std::string key_prefix = "TW";  // items get TW-1, TW-2 …
  int next_item_number = 1;
  int fiscal_year_start_month = 1;        // 1–12
  std::string currency = "EUR";           // ISO 4217; every amount of the workspace is in it
  double planned_weeks_per_quarter = 12;  // of 13: holidays and hand-overs
  double hours_per_week = 40;             // one person-week in hours
  double impact_cut = 0;                  // quadrant line of the matrix; 0 = median of the shown items
  double effort_cut = 0;                  // person-weeks; 0 = median

  static constexpr std::string_view table = "workspace_settings";
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit("name", self.name);
    visit("vision_statement", self.vision_statement);
    visit("vision_narrative", self.vision_narrative);
    visit("key_prefix", self.key_prefix);
    visit("next_item_number", self.next_item_number);
    visit("fiscal_year_start_month", self.fiscal_year_start_month);
    visit("currency", self.currency);
    visit("planned_weeks_per_quarter", self.planned_weeks_per_quarter);
    visit("hours_per_week", self.hours_per_week);
    visit("impact_cut", self.impact_cut);
    visit("effort_cut", self.effort_cut);
  }
  friend bool operator==(const WorkspaceSettings&, const WorkspaceSettings&) = default;
};

}  // namespace tradewind
