// The open items in the order of RICE, with the ranks of the other methods beside it and where they disagree.
#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "gui/shell/document.h"
#include "tradewind/scoring/disagreement.h"

namespace tradewind::gui {

class RankingModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { rank, title, rice, wsjf, opportunity, moscow, column_count };

  /// Empty until refresh().
  explicit RankingModel(Document& document, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  ItemId item_at(int row) const { return rows_[static_cast<std::size_t>(row)].item; }
  /// Ranks anew; the owner calls it after changes.
  void refresh();
  /// -1 when it is not shown.
  int row_of(ItemId item) const;
  /// Items on which the methods disagree.
  int disagreements() const;
  /// Whether several methods have a place for some item.
  bool can_compare() const;

 private:
  struct Row {
    ItemId item;
    OptionalNumber rice;
    int rice_rank = 0, wsjf_rank = 0, opportunity_rank = 0;
    scoring::Disagreement disagreement;
  };
  std::vector<Row> ranked() const;
  QString place(int rank_there, int off) const;

  Document* document_;
  std::vector<Row> rows_;
};

}  // namespace tradewind::gui
