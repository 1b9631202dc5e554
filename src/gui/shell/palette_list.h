// What the command palette found, as a list that is drawn and read aloud.
#pragma once
#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include "gui/shell/palette_entries.h"

namespace tradewind::gui {

class PaletteModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void show(std::vector<PaletteEntry> entries);
  /// nullptr where there is no such row.
  const PaletteEntry* at(const QModelIndex& index) const;
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(entries_.size()); }
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<PaletteEntry> entries_;
};

/// REQUIRES: a PaletteModel.
class PaletteDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  static constexpr int row_height = 32;
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, row_height}; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tradewind::gui
