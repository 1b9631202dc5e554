#include "gui/backlog/clipboard_cells.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "tradewind/exchange/csv_reader.h"

namespace tradewind::gui {
namespace {

QString in_one_line(QString text) {
  for (QChar& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::vector<QStringList> without_quoting(const QString& text) {
  std::vector<QStringList> rows;
  for (const QString& line : text.split('\n')) rows.push_back(line.split('\t'));
  return rows;
}

}  // namespace

std::vector<QStringList> cells_of_clipboard(const QString& clipboard) {
  QString text = clipboard;
  text.replace("\r\n", "\n").replace('\r', '\n');
  if (text.endsWith('\n')) text.chop(1);  // spreadsheets end the last line too
  const std::string bytes = text.toStdString();
  const exchange::CsvTable table(bytes, '\t');
  if (table.unclosed_quote_line() != 0) return without_quoting(text);
  std::vector<QStringList> rows;
  std::int64_t line = 1;
  // The reader leaves empty lines out, but below them the cells stand one row further down.
  const auto skip_to = [&](std::int64_t next) {
    for (; line < next; ++line) rows.push_back({QString()});
  };
  for (std::size_t at = 0; at < table.row_count(); ++at) {
    skip_to(table.line(at));
    QStringList& row = rows.emplace_back();
    for (const std::string_view cell : table.row(at)) {
      line += std::count(cell.begin(), cell.end(), '\n');
      row.append(in_one_line(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()))));
    }
    ++line;
  }
  skip_to(static_cast<std::int64_t>(text.count('\n')) + 2);
  return rows;
}

QString clipboard_text(const std::vector<QStringList>& rows) {
  QString text;
  for (const QStringList& row : rows) {
    QStringList cells;
    for (const QString& cell : row) {
      const QString plain = in_one_line(cell);
      cells.append(plain.startsWith('"') ? '"' + QString(plain).replace('"', "\"\"") + '"' : plain);
    }
    text += cells.join('\t') + '\n';
  }
  return text;
}

}  // namespace tradewind::gui
