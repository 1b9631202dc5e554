// The groups of the backlog: which item stands in which, and what they add up to. Counted over the rows that the filter lets
// through, folded ones too; kept right edit by edit.
#pragma once
#include <QString>
#include <QStringList>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gui/backlog/backlog_cells.h"

namespace tradewind::gui {

enum class BacklogGrouping : unsigned char { none, outcome, stage, moscow, team, allocation_class };

}  // namespace tradewind::gui

/// The texts stand in saved views.
template <>
struct tradewind::EnumNames<tradewind::gui::BacklogGrouping> {
  using Grouping = gui::BacklogGrouping;
  static constexpr std::array values{std::pair{Grouping::none, "none"},   std::pair{Grouping::outcome, "outcome"},
                                     std::pair{Grouping::stage, "stage"}, std::pair{Grouping::moscow, "moscow"},
                                     std::pair{Grouping::team, "team"},   std::pair{Grouping::allocation_class, "class"}};
};

namespace tradewind::gui {

QString title_of(BacklogGrouping grouping);

struct BacklogGroup {
  std::int64_t key = 0;  // the id of the outcome, team or class, or the value; no_group for the items without one
  QString title;
  views::Token mark = views::Token::none;
  bool folded = false;
  std::size_t items = 0;
  std::size_t estimated = 0;  // items with an effort
  double effort = 0;          // their sum, person-weeks
  std::size_t reaching = 0;   // items with a reach
  double reach = 0;           // their sum, people per quarter
  friend bool operator==(const BacklogGroup&, const BacklogGroup&) = default;
};
inline constexpr std::int64_t no_group = -1;

/// "12 items", "168 pw, 2 not estimated", "reach 24,300": what is unknown is said, not counted as 0.
QStringList figures_of(const BacklogGroup& group);

/// A row of the table: an item, or the head of a group.
struct BacklogRow {
  ItemId item;
  std::int64_t head_of = 0;  // the key of the group whose head it is
  friend bool operator==(const BacklogRow&, const BacklogRow&) = default;
};

class BacklogGroups {
 public:
  /// Lifetime: the cells must outlive it.
  explicit BacklogGroups(const BacklogCells& cells) : cells_(&cells) {}

  BacklogGrouping grouping() const { return grouping_; }
  /// All groups are unfolded then.
  void set_grouping(BacklogGrouping grouping);
  void fold(std::int64_t key, bool folded);
  void fold_all(bool folded);
  bool is_folded(std::int64_t key) const { return folded_.contains(key); }

  /// To be called after each change of the portfolio; true where an item belongs to another group now.
  bool update(const CellChanges& changes);
  /// Heads and the items below them, in the order in which they are given. Adds everything up.
  std::vector<BacklogRow> arrange(const std::vector<ItemId>& items);
  /// Adds up again what was arranged last; the keys of the groups with other figures than before.
  std::vector<std::int64_t> add_up();

  /// nullptr for a group that does not exist.
  const BacklogGroup* find(std::int64_t key) const;
  /// The group in which an item stands. REQUIRES: there are groups and the item exists.
  std::int64_t group_of(ItemId item) const;
  /// What the figures mean, and where an item stands that belongs to several groups.
  QString tool_tip(const BacklogGroup& group) const;

 private:
  struct Share {  // of one item
    std::uint32_t group = 0;
    OptionalNumber effort;
    OptionalNumber reach;
  };

  void make_groups();
  void add_group(std::int64_t key, const QString& title, views::Token mark = views::Token::none);
  std::uint32_t place_of(const Item& item) const;
  Share share_of(const Item& item) const;

  const BacklogCells* cells_;
  BacklogGrouping grouping_ = BacklogGrouping::none;
  std::vector<BacklogGroup> groups_;  // all there can be, in their order
  std::unordered_map<std::int64_t, std::uint32_t> place_by_key_;
  std::unordered_set<std::int64_t> folded_;
  std::vector<Share> share_of_slot_;
  std::vector<std::uint32_t> slots_;  // of the items as they were arranged last
};

}  // namespace tradewind::gui
