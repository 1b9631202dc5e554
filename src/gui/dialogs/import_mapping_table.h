// The first rows of a file, with a choice of the field above each column.
#pragma once
#include <QTableWidget>

#include "gui/dialogs/import_preview.h"

class QComboBox;
class QStandardItemModel;

namespace tradewind::gui {

class ImportMappingTable : public QTableWidget {
  Q_OBJECT

 public:
  explicit ImportMappingTable(QWidget* parent = nullptr);

  /// Keeps scroll position and focus while the columns stay the same.
  void show_preview(const ImportPreview& preview);
  /// nullptr where there is no such column.
  QComboBox* choice_of(int column) const;

 signals:
  /// By a person; not when a preview is shown.
  void field_chosen(int column, const QString& field);

 private:
  void build(const ImportPreview& preview);

  QStandardItemModel* fields_;  // one for all choices: exports have hundreds of columns
  QStringList columns_;
};

}  // namespace tradewind::gui
