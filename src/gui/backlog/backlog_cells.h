// What the cells of the backlog say about an item: computed when asked, with the few figures that concern all items (places,
// greatest score, greatest effort) kept between changes.
#pragma once
#include <QList>
#include <QString>
#include <string>
#include <vector>

#include "gui/backlog/backlog_columns.h"
#include "tradewind/scoring/live_ranking.h"
#include "tradewind/views/theme.h"

namespace tradewind::gui {

/// A team's part of an effort bar; the length is a share of the greatest effort of all items.
struct EffortSegment {
  double share = 0;
  views::Token color = views::Token::line_3;
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
  bool places = false;
  bool scales = false;  // lengths of bars
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

  /// "–" for an unknown number, "" for an absent text.
  QString display(const Item& item, BacklogColumn column) const;
  /// As set_cell reads it.
  QString edit_text(const Item& item, BacklogColumn column) const;
  QString tool_tip(const Item& item, BacklogColumn column) const;
  SortValue sort_value(const Item& item, BacklogColumn column) const;

  /// 0–1 of the best RICE; negative where there is no score.
  double rice_share(const Item& item) const;
  QList<EffortSegment> effort_segments(const Item& item) const;
  /// Bits from 0: opinion, interviews, usage data, experiment, pilot.
  int evidence_pips(const Item& item) const;
  ClassRole class_role(const Item& item) const;

 private:
  void count_places();
  bool keeps_place(ItemId item) const;
  double find_greatest_effort() const;
  double greatest_rice() const;
  OptionalNumber score(const scoring::Method& method, const Item& item) const;
  QString effort_text(const Item& item) const;
  std::vector<const Outcome*> outcomes_of(const Item& item) const;

  const Portfolio* portfolio_;
  const scoring::Method* rice_;
  const scoring::Method* wsjf_;
  scoring::LiveRanking ranking_;
  std::vector<ItemId> by_rank_;
  std::vector<int> place_of_slot_;
  double greatest_effort_ = 0;
};

}  // namespace tradewind::gui
