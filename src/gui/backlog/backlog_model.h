// The backlog as a table of Qt. A row is an ItemId in a vector; what its cells say is computed when the view asks, so that
// 100,000 items cost nothing but their order.
#pragma once
#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "gui/backlog/backlog_rows.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

/// Roles of BacklogModel beside Qt's, for the delegate.
enum BacklogRole : int {
  item_id_role = Qt::UserRole + 1,  // qint64
  bar_share_role,                   // RICE: double 0–1, negative = unscored
  moscow_role,                      // int of Moscow
  class_role_role,                  // int of ClassRole, -1 = no class
  track_role,                       // int of Track
  effort_segments_role,             // QList<EffortSegment>
  evidence_role,                    // int, see BacklogCells::evidence_pips
  choice_texts_role,                // QStringList: what an editor offers
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

  /// One undoable edit for all of them; false when it was refused (then nothing has changed).
  bool edit_rows(BacklogColumn column, const std::vector<int>& rows, const QString& text);
  bool edit_cells(const QString& label, const std::vector<CellEdit>& cells);
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
  /// Shows an item even if the filter does not, until the filter changes.
  void keep_shown(ItemId item);

  /// None for a row that is not there.
  ItemId item_at(int row) const;
  /// -1 for an item that is not shown.
  int row_of(ItemId item) const;
  int total() const { return static_cast<int>(cells_.by_rank().size()); }
  /// True from rows_about_to_change() to rows_changed().
  bool is_changing() const { return changing_; }

 signals:
  /// Around everything that can move, bring or take rows: views keep their position.
  void rows_about_to_change();
  void rows_changed();

 private:
  void react(const Changes& changes);
  bool needs_new_order(const CellChanges& changes) const;
  void show(std::vector<ItemId> wanted);
  void take_out_all_but(const std::vector<int>& row_wanted_by_slot);
  void bring_in(const std::vector<ItemId>& wanted);
  void permute(std::vector<ItemId> order);
  void refresh_rows();
  void emit_cells_changed(int first_row, int last_row, int first_column, int last_column);

  Document& document_;
  BacklogCells cells_;
  BacklogRows rows_to_show_;
  std::vector<ItemId> rows_;
  mutable std::vector<int> row_of_slot_;  // -1 = not shown; empty = to be made anew
  bool changing_ = false;
};

}  // namespace tradewind::gui
