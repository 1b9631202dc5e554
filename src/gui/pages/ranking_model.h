// The open items with what several methods say of each, and where these disagree.
#pragma once
#include <QAbstractTableModel>
#include <vector>

#include "gui/pages/ranking.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

/// bool: whether the methods disagree in this cell.
inline constexpr int disagrees_role = Qt::UserRole + 1;

class RankingModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// From first_method on one for each method.
  enum Column { rank, title, first_method };

  /// Without rows until it takes a ranking. REQUIRES: there is one method at least.
  RankingModel(Document& document, RankingMethods methods, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Ascending is best first; what is unknown comes last either way.
  void sort(int column, Qt::SortOrder order) override;

  const RankingMethods& methods() const { return ranking_.methods; }
  /// Shows it instead; with other methods it begins anew, by place.
  void take(Ranking ranking);
  void set_only_disagreements(bool only);

  /// None for a row that is not there.
  ItemId item_at(int row) const;
  /// -1 when it is not shown.
  int row_of(ItemId item) const;
  /// Open items, shown or not.
  int total() const { return static_cast<int>(ranking_.rows.size()); }
  /// Items on which the methods disagree.
  int disagreements() const;
  /// The longest that a column of figures holds, shown or not; empty for columns of words.
  QString widest_text(int column) const;
  /// Whether several methods have a place for some item.
  bool can_compare() const;

 private:
  void show(std::vector<std::size_t> shown);
  std::vector<std::size_t> arranged() const;
  static QString disputed_text(int off, int place);
  QString cell_text(const RankingRow& row, const Item& item, int column) const;
  QString tool_tip(const RankingRow& row, const Item& item, int column) const;
  bool disagrees(const RankingRow& row, int column) const;
  QString why(const RankingRow& row, std::size_t method) const;

  Document* document_;
  Ranking ranking_;
  std::vector<std::size_t> shown_;  // places in its rows
  bool only_disagreements_ = false;
  int sort_column_ = rank;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace tradewind::gui
