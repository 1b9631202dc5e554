// The backlog as a table of Qt. A row is an item or the head of a group; what its cells say is computed when the view asks, so
// that 100,000 items cost nothing but their order.
#pragma once
#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "gui/backlog/backlog_rows.h"
#include "gui/backlog/row_places.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

/// Roles of BacklogModel beside Qt's, for editors. What a cell draws is content().
enum BacklogRole : int {
  choice_texts_role = Qt::UserRole + 1,  // QStringList: what an editor offers
  choice_labels_role
};

struct CellEdit {
  ItemId item;
  BacklogColumn column = BacklogColumn::title;
  QString text;
};

class BacklogModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// Lifetime: the document must outlive it.
  explicit BacklogModel(Document& document, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  void sort(int column, Qt::SortOrder order) override;
  Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

  /// The item of a row; nullptr for the head of a group.
  const Item* item(int row) const { return cells_.portfolio().find(item_at(row)); }
  CellContent content(const Item& item, BacklogColumn column) const { return cells_.content(item, column); }

  /// One undoable edit for all of them; on a mistake nothing has changed and edit_refused has told why.
  bool edit_items(BacklogColumn column, const std::vector<ItemId>& items, const QString& text);
  /// What people chose from a list: of several outcomes it takes the place of the first one, which the cell shows; none is none.
  bool choose(BacklogColumn column, const std::vector<ItemId>& items, const QString& text);
  bool edit_cells(const QString& label, const std::vector<CellEdit>& cells) { return edit_and_add(label, cells, {}).has_value(); }
  /// The same with items that are not there yet, at the end: the cells of one each, whose `item` says nothing. Their ids.
  std::optional<std::vector<ItemId>> edit_and_add(const QString& label, const std::vector<CellEdit>& cells,
                                                  const std::vector<std::vector<CellEdit>>& new_items);
  /// What the first item says in these columns goes into all others. REQUIRES: there are items.
  bool fill_down(const std::vector<ItemId>& items, const std::vector<BacklogColumn>& columns);
  /// Places the items before the shown row `row` (rowCount() = after the last one). REQUIRES: is_by_rank().
  bool move_items(const std::vector<ItemId>& items, int row);
  /// For a new item right below this one; empty (the end) where it is the last or not there.
  std::string rank_below(ItemId item) const;

  /// On a mistake, that; the old filter stays in force.
  std::optional<Error> set_filter(const QString& expression);
  bool has_filter() const { return !rows_to_show_.filter().terms.empty(); }
  void set_sort(std::vector<BacklogSort> sort);
  const std::vector<BacklogSort>& sort_columns() const { return rows_to_show_.sort(); }
  bool is_by_rank() const { return rows_to_show_.is_by_rank(); }
  void set_grouping(BacklogGrouping grouping);
  BacklogGrouping grouping() const { return rows_to_show_.groups().grouping(); }
  /// All three at once.
  std::optional<Error> arrange_by(const QString& expression, std::vector<BacklogSort> sort, BacklogGrouping grouping);
  /// Shows items even if the filter does not, until the filter changes.
  void keep_shown(const std::vector<ItemId>& items);

  /// nullptr for the row of an item. Valid until the next change.
  const BacklogGroup* group_at(int row) const;
  void fold(int row, bool folded);
  void fold_all(bool folded);
  /// Unfolds the group of an item that is folded away.
  void reveal(ItemId item);

  /// None for the head of a group and for a row that is not there.
  ItemId item_at(int row) const { return row_at(row).item; }
  BacklogRow row_at(int row) const;
  /// -1 for an item that is not shown.
  int row_of(ItemId item) const { return row_of(BacklogRow{item, 0}); }
  int row_of(const BacklogRow& row) const;
  /// Items that the filter lets through, folded ones included; and all there are.
  int shown() const { return static_cast<int>(rows_to_show_.item_count()); }
  int total() const { return static_cast<int>(cells_.by_rank().size()); }
  /// True from rows_about_to_change() to rows_changed().
  bool is_changing() const { return changing_; }

 signals:
  /// Around everything that can move, bring or take rows: views keep their position.
  void rows_about_to_change();
  void rows_changed();
  void edit_done();
  void edit_refused(const tradewind::Error& error);

 private:
  void react(const Changes& changes);
  void read_other_portfolio();
  void follow(const CellChanges& what);
  bool needs_new_order(const CellChanges& changes) const;
  void tell_cells(const CellChanges& changes);
  void tell_heads(const std::vector<std::int64_t>& keys);
  bool refuse(const Error& error);
  QString label_of(BacklogColumn column, const std::vector<CellEdit>& cells) const;
  Result<Filter> checked(const QString& expression) const;
  /// The group into which a drop above the row goes.
  std::int64_t group_around(int row) const;
  void change_to(std::vector<BacklogRow> wanted);
  void show(std::vector<BacklogRow> wanted);
  void take_out_all_but(const RowPlaces& wanted);
  void bring_in(const std::vector<BacklogRow>& wanted);
  void permute(std::vector<BacklogRow> order);
  void emit_cells_changed(int first_row, int last_row, int first_column, int last_column);
  QVariant head_data(const BacklogGroup& group, BacklogColumn column, int role) const;

  Document& document_;
  BacklogCells cells_;
  BacklogRows rows_to_show_;
  std::vector<BacklogRow> rows_;
  mutable std::optional<RowPlaces> places_;  // made when first asked for
  bool changing_ = false;
};

}  // namespace tradewind::gui
