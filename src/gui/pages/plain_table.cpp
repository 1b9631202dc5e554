#include "gui/pages/plain_table.h"

#include <QHeaderView>
#include <QTableWidget>

namespace tradewind::gui {
namespace {

constexpr int row_height = 26;

}  // namespace

QTableWidget* plain_table(const QList<TableColumn>& columns, const QString& object_name, const QString& accessible_name) {
  auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
  table->setObjectName(object_name);
  table->setAccessibleName(accessible_name);
  for (int column = 0; column < table->columnCount(); ++column) {
    auto* head = new QTableWidgetItem(columns[column].name);
    head->setTextAlignment((columns[column].is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    table->setHorizontalHeaderItem(column, head);
  }
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setTabKeyNavigation(false);
  table->setShowGrid(false);
  table->setWordWrap(false);
  table->setCornerButtonEnabled(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(row_height);
  table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setStretchLastSection(true);
  table->horizontalHeader()->setHighlightSections(false);
  return table;
}

int whole_height(const QTableWidget& table) {
  const int head = table.horizontalHeader()->sizeHint().height() + 2;
  return head + table.rowCount() * table.verticalHeader()->defaultSectionSize();
}

void set_row(QTableWidget& table, int row, const QStringList& cells, const QStringList& hints) {
  for (int column = 0; column < table.columnCount(); ++column) {
    auto* cell = new QTableWidgetItem(cells.value(column));
    cell->setToolTip(hints.value(column));
    cell->setTextAlignment(Qt::Alignment(table.horizontalHeaderItem(column)->textAlignment()));
    table.setItem(row, column, cell);
  }
}

}  // namespace tradewind::gui
