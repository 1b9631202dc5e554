// The head of a file to import: what it was taken for, its columns, the field each goes to, and the first rows.
#pragma once
#include <QString>
#include <QStringList>
#include <filesystem>
#include <vector>

#include "tradewind/workbench/import_file.h"

namespace tradewind::gui {

struct ImportPreview {
  /// A workspace's own JSON: it has no columns to map.
  bool is_json = false;
  QString format;    // "Jira CSV"
  QString encoding;  // "UTF-8"; empty for JSON
  QStringList columns;
  QStringList fields;  // by column, a name of import_fields()
  std::vector<QStringList> rows;
};

/// Fails only where there is nothing to show. A file whose columns mean nothing yet is shown with custom fields, so that
/// people can say what they mean.
Result<ImportPreview> preview_import(const std::filesystem::path& path, const workbench::ImportFileOptions& options);

/// "effort_days" -> "Effort days".
QString title_of_field(const QString& field);
/// Whether several columns may go to the field.
bool takes_several_columns(const QString& field);

}  // namespace tradewind::gui
