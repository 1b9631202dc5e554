// Tables of texts to read and to choose a row of, as several panels have them.
#pragma once
#include <QList>
#include <QString>
#include <QStringList>

class QTableWidget;

namespace tradewind::gui {

struct TableColumn {
  QString name;
  bool is_number = false;
};

/// Without rows. The last column takes the room that is left. The head of the rows is hidden.
QTableWidget* plain_table(const QList<TableColumn>& columns, const QString& object_name, const QString& accessible_name);

/// In pixels, with its head and all rows in sight.
int whole_height(const QTableWidget& table);

/// `hints`: what a cell leaves out, by column. REQUIRES: the table has the row.
void set_row(QTableWidget& table, int row, const QStringList& cells, const QStringList& hints = {});

}  // namespace tradewind::gui
