#include "gui/dialogs/import_preview.h"

#include <QObject>
#include <algorithm>
#include <array>
#include <fstream>

#include "gui/shell/qt_text.h"
#include "tradewind/exchange/csv_reader.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t head_size = 1U << 18;  // as much as inspect_import reads
constexpr std::size_t rows_shown = 20;
constexpr qsizetype longest_cell = 200;

Result<std::string> read_head(const std::filesystem::path& path) {
  const auto refuse = [&](ErrorCode code, std::string why, std::string what_to_do) {
    return failure(code, "cannot read " + path.filename().string(), std::move(why), std::move(what_to_do));
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return refuse(ErrorCode::bad_input, "it is a folder", "choose a file in it");
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(ErrorCode::not_found, "it is not there or you may not read it", "choose another file");
  std::string bytes(head_size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

bool is_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

QString format_title(exchange::ImportFormat format) {
  switch (format) {
    case exchange::ImportFormat::jira_csv:
      return QObject::tr("Jira CSV");
    case exchange::ImportFormat::tsv:
      return QObject::tr("Tab-separated values");
    case exchange::ImportFormat::csv:
    case exchange::ImportFormat::automatic:
      break;
  }
  return QObject::tr("Comma-separated values");
}

/// The mapping by itself, where the importer refused the columns as a whole.
QStringList fields_by_mapping(const exchange::ColumnMapping& mapping, qsizetype columns) {
  QStringList fields(columns, QString("custom"));
  for (const exchange::ColumnAssignment& one : mapping)
    for (qsizetype at = 0; at < columns; ++at)
      if (one.column == "#" + std::to_string(at + 1)) fields[at] = QString::fromStdString(one.field);
  return fields;
}

}  // namespace

Result<ImportPreview> preview_import(const std::filesystem::path& path, const workbench::ImportFileOptions& options) {
  auto bytes = read_head(path);
  if (!bytes) return tl::unexpected(bytes.error());
  ImportPreview preview;
  if (is_json(*bytes)) {
    preview.is_json = true;
    preview.format = QObject::tr("Tradewind workspace as JSON");
    return preview;
  }
  exchange::ImportOptions table_options;
  table_options.format = from_text<exchange::ImportFormat>(options.format).value_or(exchange::ImportFormat::automatic);
  table_options.mapping = options.mapping;
  table_options.date_order = options.date_order;
  table_options.file_name = path.filename().string();
  const auto head = exchange::inspect_import(*bytes, table_options);
  // A cut character at the end would make the whole head look like another encoding.
  if (bytes->size() == head_size) bytes->resize(bytes->rfind('\n') == std::string::npos ? bytes->size() : bytes->rfind('\n') + 1);
  const exchange::DecodedText decoded = exchange::decode_text(*bytes);
  const exchange::CsvTable table(decoded.text, head ? head->delimiter : exchange::sniff_delimiter(decoded.text));
  // Excel's "sep=;" is no row.
  const std::size_t header = table.row_count() > 0 && !table.row(0).empty() && table.row(0)[0].starts_with("sep=") ? 1 : 0;
  if (!head && (table.row_count() <= header || table.row(header).size() < 2 || bytes->starts_with("PK")))
    return tl::unexpected(head.error());

  preview.encoding = qt_text(to_text(head ? head->encoding : decoded.encoding));
  preview.format = format_title(head ? head->format : exchange::ImportFormat::csv);
  if (head) {
    for (const std::string& column : head->columns) preview.columns.append(QString::fromStdString(column));
    for (const std::string& field : head->fields) preview.fields.append(field.empty() ? "custom" : QString::fromStdString(field));
  } else {
    for (const std::string_view column : table.row(header)) preview.columns.append(qt_text(column).trimmed());
    preview.fields = fields_by_mapping(options.mapping, preview.columns.size());
  }
  for (std::size_t row = header + 1; row < table.row_count() && preview.rows.size() < rows_shown; ++row) {
    QStringList cells;
    for (const std::string_view cell : table.row(row)) cells.append(qt_text(cell).left(longest_cell).simplified());
    preview.rows.push_back(std::move(cells));
  }
  return preview;
}

QString title_of_field(const QString& field) {
  if (field == "custom") return QObject::tr("Custom field");
  if (field == "ignore") return QObject::tr("Leave out");
  if (field == "url") return QObject::tr("Web address");
  if (field == "moscow") return QObject::tr("MoSCoW");
  if (field == "earliest") return QObject::tr("Earliest start");
  if (field == "effort") return QObject::tr("Effort, person-weeks");
  if (field == "effort_days") return QObject::tr("Effort, person-days");
  if (field == "effort_hours") return QObject::tr("Effort, person-hours");
  if (field == "effort_months") return QObject::tr("Effort, person-months");
  if (field == "effort_seconds") return QObject::tr("Effort, seconds");
  QString title = field;
  title.replace('_', ' ');
  if (!title.isEmpty()) title[0] = title[0].toUpper();
  return title;
}

bool takes_several_columns(const QString& field) {
  constexpr std::array several{"tags", "depends_on", "blocks", "comment", "sprint", "custom", "ignore"};
  return std::any_of(several.begin(), several.end(), [&](const char* name) { return field == QLatin1String(name); });
}

}  // namespace tradewind::gui
