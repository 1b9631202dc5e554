// The table of the printed backlog: columns and rows.
#pragma once
#include <vector>

#include "views/scene_pen.h"

namespace tradewind::views {

struct BacklogRow {
  const Item* item = nullptr;
  int rank = 0;  // by RICE; 0 = unscored
  OptionalNumber rice;
  OptionalNumber effort;  // person-weeks
};

struct BacklogScale {
  double most_rice = 0;
  double most_effort = 0;
  std::vector<const Team*> teams;  // in order
};

class BacklogTable {
 public:
  BacklogTable(const Portfolio& portfolio, BacklogScale scale, double width);

  static constexpr double head_height = 30;
  static constexpr double row_height = 26;
  static constexpr double legend_height = 30;

  void draw_head(ScenePen& pen, double y) const;
  void draw_row(ScenePen& pen, const BacklogRow& row, double y) const;
  /// The head of a group, as wide as the table.
  void draw_group(ScenePen& pen, const std::string& title, const std::string& figures, double y) const;
  void draw_legend(ScenePen& pen, double y) const;

 private:
  struct Column {
    double x = 0;
    double width = 0;
  };
  Rect cell(const Column& column, double y) const { return {column.x, y, column.width, row_height}; }
  void draw_effort(ScenePen& pen, const BacklogRow& row, double y) const;
  void draw_rice(ScenePen& pen, const BacklogRow& row, double y) const;

  const Portfolio* portfolio_;
  BacklogScale scale_;
  double width_;
  Column rank_, key_, title_, outcome_, class_, moscow_, effort_, rice_, confidence_;
};

}  // namespace tradewind::views
