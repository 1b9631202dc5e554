#include "gui/dialogs/import_mapping_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

#include "gui/theme/appearance.h"
#include "tradewind/exchange/mapping.h"

namespace tradewind::gui {
namespace {

constexpr int narrowest_column = 100;
constexpr int widest_column = 340;
constexpr int choice_row = 0;
constexpr int row_height = 27;
constexpr int choice_row_height = 36;
constexpr int beside_choice = 54;  // its frame and arrow, and what a cell keeps free

/// Scrolling through the table must not change what lies under the pointer.
class FieldChoice : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace

ImportMappingTable::ImportMappingTable(QWidget* parent) : QTableWidget(parent), fields_(new QStandardItemModel(this)) {
  setAccessibleName(tr("First rows of the file, with the field of each column"));
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setSelectionMode(QAbstractItemView::NoSelection);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setWordWrap(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(row_height);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setHighlightSections(false);
  for (const exchange::ImportField& field : exchange::import_fields()) {
    const QString name = QString::fromUtf8(field.name.data(), static_cast<qsizetype>(field.name.size()));
    auto* item = new QStandardItem(title_of_field(name));
    item->setData(name, Qt::UserRole);
    item->setToolTip(QString::fromUtf8(field.explanation.data(), static_cast<qsizetype>(field.explanation.size())));
    fields_->appendRow(item);
  }
}

QComboBox* ImportMappingTable::choice_of(int column) const {
  const QWidget* cell = cellWidget(choice_row, column);
  return cell != nullptr ? cell->findChild<QComboBox*>() : nullptr;
}

void ImportMappingTable::show_preview(const ImportPreview& preview) {
  if (preview.columns != columns_) build(preview);
  for (int column = 0; column < columnCount(); ++column) {
    QComboBox* choice = choice_of(column);
    const QSignalBlocker quiet(choice);
    const QString& field = preview.fields[column];
    const int index = std::max(0, choice->findData(field));
    choice->setCurrentIndex(index);
    choice->setToolTip(fields_->item(index)->toolTip());
    // What is left out or not understood steps back.
    const auto token = field == "ignore"   ? views::Token::text_off
                       : field == "custom" ? views::Token::text_3
                                           : views::Token::text_1;
    for (int row = choice_row + 1; row < rowCount(); ++row)
      if (QTableWidgetItem* cell = item(row, column)) cell->setForeground(themed(token));
  }
}

void ImportMappingTable::build(const ImportPreview& preview) {
  clear();
  columns_ = preview.columns;
  setColumnCount(static_cast<int>(columns_.size()));
  setRowCount(choice_row + 1 + static_cast<int>(preview.rows.size()));
  setHorizontalHeaderLabels(columns_);
  setRowHeight(choice_row, choice_row_height);
  for (int column = 0; column < columnCount(); ++column) {
    auto* cell_of_choice = new QWidget;
    auto* choice = new FieldChoice(cell_of_choice);
    choice->setObjectName("import_field");
    choice->setModel(fields_);
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->setAccessibleName(tr("Field of the column %1").arg(columns_[column]));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* layout = new QVBoxLayout(cell_of_choice);
    layout->setContentsMargins(0, 3, 0, 4);
    layout->addWidget(choice);
    setCellWidget(choice_row, column, cell_of_choice);
    connect(choice, &QComboBox::currentIndexChanged, this,
            [this, column, choice] { emit field_chosen(column, choice->currentData().toString()); });
    for (int row = 0; row < static_cast<int>(preview.rows.size()); ++row) {
      const QStringList& cells = preview.rows[static_cast<std::size_t>(row)];
      auto* cell = new QTableWidgetItem(column < cells.size() ? cells[column] : QString());
      cell->setToolTip(cell->text());
      setItem(choice_row + 1 + row, column, cell);
    }
  }
  resizeColumnsToContents();
  for (int column = 0; column < columnCount(); ++column) {
    const int choice = fontMetrics().horizontalAdvance(title_of_field(preview.fields[column])) + beside_choice;
    setColumnWidth(column, std::clamp(std::max(columnWidth(column), choice), narrowest_column, widest_column));
  }
}

}  // namespace tradewind::gui
