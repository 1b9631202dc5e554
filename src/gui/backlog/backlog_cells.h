// What the cells of the backlog say about an item: computed when asked, with the few figures that concern all items (places,
// scores, efforts) kept between changes.
#pragma once
#include <QList>
#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "gui/backlog/backlog_columns.h"
#include "gui/backlog/item_numbers.h"
#include "tradewind/domain/changes.h"
#include "tradewind/views/theme.h"

namespace tradewind::gui {

/// A team's part of an effort bar; the length is a share of the greatest effort of all items.
struct EffortSegment {
  double share = 0;
  views::Token color = views::Token::line_3;
};

/// All that is drawn in a cell.
struct CellContent {
  QString text;
  double bar = -1;                // 0–1 of the greatest score; negative = no bar
  int pips = 0;                   // bits from 0: opinion, interviews, usage data, experiment, pilot
  bool exceeds_evidence = false;  // more confidence than the evidence supports
  Track track = Track::delivery;
  Moscow moscow = Moscow::unset;
  std::optional<ClassRole> class_role;
  QList<EffortSegment> effort;
};

/// What a cell is sorted by.
struct SortValue {
  bool known = false;
  double number = 0;
  std::string text;  // decides where the numbers are equal
};

/// What a change of the portfolio means to the table.
struct CellChanges {
  std::vector<ItemId> items;  // those whose cells may say something else
  bool all_items = false;     // nobody can tell which
  bool item_set = false;      // items came or went
  bool items_erased = false;
  bool places = false;
  std::vector<BacklogColumn> rescaled;  // whose bars have another length in all rows
};

class BacklogCells {
 public:
  /// Lifetime: the portfolio must outlive it.
  explicit BacklogCells(const Portfolio& portfolio);

  /// To be called after each change of the portfolio.
  CellChanges update(const Changes& changes);

  const Portfolio& portfolio() const { return *portfolio_; }
  /// All items in the order of the workspace.
  const std::vector<ItemId>& by_rank() const { return by_rank_; }
  /// From 1; 0 for an item that is not there.
  int place(ItemId item) const;
  /// Likely person-weeks of all teams.
  OptionalNumber effort(ItemId item) const { return efforts_->value(item); }

  /// "–" for an unknown number, "" for an absent text.
  QString display(const Item& item, BacklogColumn column) const;
  /// As set_cell reads it.
  QString edit_text(const Item& item, BacklogColumn column) const;
  /// The same for other items to take over: also a single estimate names its team.
  QString whole_text(const Item& item, BacklogColumn column) const;
  QString tool_tip(const Item& item, BacklogColumn column) const;
  SortValue sort_value(const Item& item, BacklogColumn column) const;
  CellContent content(const Item& item, BacklogColumn column) const;

 private:
  void count_places();
  bool keeps_place(ItemId item) const;
  void keep_numbers(CellChanges& changes);
  const ItemNumbers& scores(const scoring::Method& method) const;
  QString score_text(const Item& item, BacklogColumn column) const;
  QString score_tool_tip(const Item& item, const scoring::Method& method) const;
  QList<EffortSegment> effort_segments(const Item& item) const;

  const Portfolio* portfolio_;
  scoring::ScoringContext context_;
  std::vector<TeamId> teams_;  // in their order
  std::vector<ItemId> by_rank_;
  std::vector<int> place_of_slot_;
  std::unique_ptr<ItemNumbers> efforts_;
  mutable std::vector<std::unique_ptr<ItemNumbers>> scores_;  // by column; made when first asked for
};

}  // namespace tradewind::gui
