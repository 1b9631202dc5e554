// The open items with what several methods say of each, and where these disagree.
#pragma once
#include <QAbstractTableModel>
#include <map>
#include <vector>

#include "gui/shell/document.h"
#include "tradewind/scoring/disagreement.h"

namespace tradewind::gui {

/// bool: whether the methods disagree in this cell.
inline constexpr int disagrees_role = Qt::UserRole + 1;

class RankingModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using Methods = std::vector<const scoring::Method*>;

  /// From first_method on one for each method.
  enum Column { rank, title, first_method };

  /// Empty until refresh().
  explicit RankingModel(Document& document, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Ascending is best first; what is unknown comes last either way.
  void sort(int column, Qt::SortOrder order) override;

  /// RICE, WSJF, opportunity and MoSCoW at first.
  const Methods& methods() const { return methods_; }
  /// Ranks anew and by the first of them that gives places. REQUIRES: there is one at least.
  void set_methods(Methods methods);
  void set_only_disagreements(bool only);

  /// None for a row that is not there.
  ItemId item_at(int row) const;
  /// Ranks anew; the owner calls it after changes.
  void refresh();
  /// -1 when it is not shown.
  int row_of(ItemId item) const;
  /// Open items, shown or not.
  int total() const { return static_cast<int>(rows_.size()); }
  /// Items on which the methods disagree.
  int disagreements() const;
  /// The longest that a column of figures holds, shown or not; empty for columns of words.
  QString widest_text(int column) const;
  /// Whether several methods have a place for some item.
  bool can_compare() const;

 private:
  struct Row {
    ItemId item;
    scoring::MethodRanks ranks;
    scoring::Disagreement disagreement;
  };

  std::vector<Row> ranked();
  void show(std::vector<std::size_t> shown);
  std::vector<std::size_t> arranged() const;
  std::size_t leading() const;
  static QString disputed_text(int off, int place);
  QString cell_text(const Row& row, const Item& item, int column) const;
  QString tool_tip(const Row& row, const Item& item, int column) const;
  bool disagrees(const Row& row, int column) const;
  QString why(const Row& row, std::size_t method) const;

  Document* document_;
  Methods methods_;
  std::vector<Row> rows_;                          // of all open items, by the leading method
  std::vector<std::size_t> shown_;                 // places in rows_
  std::vector<std::map<double, QString>> labels_;  // by method: the categories in words
  bool only_disagreements_ = false;
  int sort_column_ = rank;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace tradewind::gui
