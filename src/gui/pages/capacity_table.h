// The grid of capacities as it is seen: names of teams that stay at the left while the periods scroll under them, and columns
// that share the room there is.
#pragma once
#include <QTableView>
#include <vector>

#include "gui/pages/capacity_model.h"

namespace tradewind::gui {

class CapacityNames;

class CapacityTable : public QTableView {
  Q_OBJECT

 public:
  /// Lifetime: the model must outlive it.
  explicit CapacityTable(CapacityModel& model, QWidget* parent = nullptr);

  CapacityModel& capacities() const { return *model_; }
  /// Without names, row by row from left to right.
  std::vector<CapacityCell> selected_cells() const;
  /// All selected cells where this is one of them, else itself. REQUIRES: not a name.
  std::vector<CapacityCell> cells_to_edit(const QModelIndex& index) const;
  bool is_editing() const;
  int width_of_names() const { return columnWidth(CapacityModel::name_column); }
  using QTableView::edit;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

 signals:
  /// Somebody types this for these cells.
  void typing(const std::vector<tradewind::gui::CapacityCell>& cells, const QString& text);
  /// What was typed is not wanted any more.
  void editing_given_up();

 protected:
  bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
  void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
  void resizeEvent(QResizeEvent* event) override;
  void updateGeometries() override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void fit_columns();
  void take_model();

  CapacityModel* model_;
  CapacityNames* names_;
};

}  // namespace tradewind::gui
