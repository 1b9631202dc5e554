// The parts of the time view; each draws into a box that the page gives it.
#pragma once
#include <vector>

#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/firefighting_causes.h"
#include "tradewind/allocation/weekly_trend.h"
#include "tradewind/views/allocation_view.h"
#include "views/scene_pen.h"

namespace tradewind::views {

/// What all parts read: computed once per layout.
struct AllocationData {
  const Portfolio* portfolio = nullptr;
  allocation::Allocation allocation;
  std::vector<allocation::Week> weeks;
  std::vector<allocation::Cause> causes;
  std::vector<allocation::FirefightingLeft> left;
  Period period;
  Span booked;
  bool has_time = false;
  bool has_plan = false;
};
AllocationData allocation_data(const Portfolio& portfolio, const AllocationOptions& options);

/// Drawing order of the parts in a stack, bottom first: the classes in order, what is unclassified, firefighting on top.
std::vector<std::size_t> stacking_order(const std::vector<allocation::ClassPart>& classes);
/// Share (0–100) of all firefighting classes; unknown without time.
OptionalNumber firefighting_percent(const std::vector<allocation::ClassPart>& classes);
/// Upper edge (0–100) of what the policy tolerates as firefighting.
double firefighting_limit(const std::vector<allocation::ClassPart>& classes);
/// "2027 Q1", or "Q1" within the year that the reader sees already.
std::string period_name_within(const Period& period, Date same_year_as);

/// One line per alert; returns the height, 0 without alerts. Draws only when `draw`.
double alert_banner(ScenePen& pen, const AllocationData& data, double y, double width, bool draw);

inline constexpr double bars_height = 164;
void draw_share_bars(ScenePen& pen, const AllocationData& data, Rect box);

inline constexpr double weeks_least_height = 190;
void draw_weeks(ScenePen& pen, const AllocationData& data, Rect box);

/// Stacked columns alone, with the target lines; shared by the large chart and the small multiples.
struct ColumnsArea {
  Rect plot;
  double pitch = 0;
  double column = 0;
  double centre(std::size_t week) const { return plot.x + pitch * (static_cast<double>(week) + 0.5); }
};
ColumnsArea columns_area(Rect plot, std::size_t weeks);
void draw_columns(ScenePen& pen, const AllocationData& data, const std::vector<allocation::Week>& weeks, const ColumnsArea& area,
                  std::string_view whose);

double teams_height(const AllocationData& data, const AllocationOptions& options, double width);
void draw_teams(ScenePen& pen, const AllocationData& data, const AllocationOptions& options, Rect box);

double people_height(const AllocationData& data);
void draw_people_table(ScenePen& pen, const AllocationData& data, Rect box);

/// Causes, what is left when the cures land, the rule. Returns the y below.
double causes_least_height(const AllocationData& data);
void draw_causes(ScenePen& pen, const AllocationData& data, Rect box);

}  // namespace tradewind::views
