#include "gui/dialogs/import_profile.h"

#include <optional>

#include "gui/dialogs/import_preview.h"

namespace tradewind::gui {
namespace {

/// Headers are compared as the importer does: ignoring case and spacing.
QString folded(const QString& header) { return header.simplified().toCaseFolded(); }

std::vector<int> columns_called(const QString& header, const QStringList& columns) {
  std::vector<int> found;
  for (int column = 0; column < columns.size(); ++column)
    if (folded(columns[column]) == folded(header)) found.push_back(column);
  return found;
}

/// "#3" is the column 2.
std::optional<int> position_in(const std::string& column) {
  bool is_number = false;
  const int number = QString::fromStdString(column).mid(1).toInt(&is_number);
  return column.starts_with('#') && is_number ? std::optional(number - 1) : std::nullopt;
}

}  // namespace

exchange::ColumnMapping mapping_to_keep(const exchange::ColumnMapping& mapping, const QStringList& columns) {
  exchange::ColumnMapping kept = mapping;
  for (exchange::ColumnAssignment& one : kept) {
    const auto at = position_in(one.column);
    if (!at || *at < 0 || *at >= columns.size()) continue;
    const QString& header = columns[*at];
    if (!header.trimmed().isEmpty() && !header.startsWith('#') && columns_called(header, columns).size() == 1)
      one.column = header.toStdString();
  }
  return kept;
}

FittedMapping fit_mapping(const exchange::ColumnMapping& mapping, const QStringList& columns) {
  FittedMapping fitted;
  for (const exchange::ColumnAssignment& one : mapping) {
    const QString header = QString::fromStdString(one.column);
    std::vector<int> found = columns_called(header, columns);
    if (const auto at = position_in(one.column); found.empty() && at && *at >= 0 && *at < columns.size()) found = {*at};
    if (found.empty()) fitted.missing.append(header);
    if (found.size() > 1 && !takes_several_columns(QString::fromStdString(one.field))) found.resize(1);
    for (const int column : found) fitted.mapping.push_back({one.field, "#" + std::to_string(column + 1)});
  }
  return fitted;
}

}  // namespace tradewind::gui
