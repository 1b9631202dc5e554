// The rows of the outcomes view.
#pragma once
#include <vector>

#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/views/outcomes_view.h"
#include "views/scene_pen.h"

namespace tradewind::views {

/// x ranges of the columns.
struct OutcomeColumns {
  double left = 0;
  Rect name;  // only x and width count
  Rect history;
  Rect progress;
  Rect expected;
  Rect gap;
  Rect health;
};
OutcomeColumns outcome_columns(double width);

/// The quarters in which planned work lands, by start; at most three of their own, later ones share the last colour.
struct LandingQuarters {
  const Portfolio* portfolio = nullptr;
  std::vector<const Period*> quarters;
  Token token(PeriodId quarter) const;
};
LandingQuarters landing_quarters(const Portfolio& portfolio, const std::vector<allocation::OutcomeProgress>& rows);

inline constexpr double outcome_row_height = 72;
inline constexpr double outcome_item_height = 26;

/// Value per pixel of the expected column: the whole width is what is needed, or covered where that is more.
double expected_scale(const allocation::OutcomeProgress& progress, double width);

void draw_outcome_row(ScenePen& pen, const Portfolio& portfolio, const Outcome& outcome,
                      const allocation::OutcomeProgress& progress, const LandingQuarters& quarters, const OutcomeColumns& columns,
                      double y);
/// Contributions as a waterfall, then items whose effect is unknown; returns the y below.
double draw_outcome_items(ScenePen& pen, const Portfolio& portfolio, const allocation::OutcomeProgress& progress,
                          const LandingQuarters& quarters, const OutcomeColumns& columns, double y);
/// Enough digits to see a value of that size.
int decimals_for(double value);

}  // namespace tradewind::views
