// How the backlog shows its rows: what a saved view keeps, as a value and as JSON.
#pragma once
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "gui/backlog/backlog_rows.h"

class QHeaderView;

namespace tradewind::gui {

struct ShownColumn {
  BacklogColumn column = BacklogColumn::title;
  int width = 0;
  friend bool operator==(const ShownColumn&, const ShownColumn&) = default;
};

struct BacklogViewState {
  QString filter;
  std::vector<BacklogSort> sort;
  BacklogGrouping group = BacklogGrouping::none;
  std::vector<ShownColumn> columns;  // from left to right
  friend bool operator==(const BacklogViewState&, const BacklogViewState&) = default;
};

std::string to_json(const BacklogViewState& state);

struct ReadViewState {
  BacklogViewState state;
  QStringList left_out;  // what it names and nobody knows any more: "column “Old score”"
};
/// Reads what it can, whatever it is given; where no columns are left, those that are shown at first, and always the title.
ReadViewState read_view_state(const std::string& json, const Portfolio& portfolio);

std::vector<ShownColumn> shown_columns(const QHeaderView& header);
void show_columns(QHeaderView& header, const std::vector<ShownColumn>& columns);

}  // namespace tradewind::gui
