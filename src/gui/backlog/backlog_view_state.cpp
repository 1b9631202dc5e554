#include "gui/backlog/backlog_view_state.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

#include "gui/backlog/filter_words.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int widest_column = 2000;

QString tr(const char* text) { return QCoreApplication::translate("BacklogViewState", text); }

/// Term by term: what names a field, team or outcome that is gone does not take the rest with it.
QString known_filter(const QString& expression, const Portfolio& portfolio, QStringList& left_out) {
  QStringList known;
  for (const QString& term : filter_terms(expression)) {
    const auto filter = parse_filter(term.toStdString());
    if (filter && unknown_names(*filter, portfolio).empty())
      known.append(term);
    else
      left_out.append(tr("filter “%1”").arg(term));
  }
  return known.join(' ');
}

std::optional<BacklogColumn> known_column(const QJsonValue& entry, const QString& what, QStringList& left_out) {
  const QString key = entry.toObject().value("column").toString();
  const auto column = column_with_key(key);
  if (!column) left_out.append(what.arg(key));
  return column;
}

/// Without the title nobody knows what a row is.
void complete(std::vector<ShownColumn>& columns) {
  if (columns.empty())
    for (int at = 0; at < backlog_column_count(); ++at)
      if (const auto column = static_cast<BacklogColumn>(at); is_shown_at_first(column))
        columns.push_back({column, default_width(column)});
  const auto is_title = [](const ShownColumn& one) { return one.column == BacklogColumn::title; };
  if (std::none_of(columns.begin(), columns.end(), is_title))
    columns.insert(columns.begin(), {BacklogColumn::title, default_width(BacklogColumn::title)});
}

}  // namespace

std::string to_json(const BacklogViewState& state) {
  QJsonArray sort;
  for (const BacklogSort& one : state.sort)
    sort.append(QJsonObject{{"column", key_of(one.column)}, {"descending", one.order == Qt::DescendingOrder}});
  QJsonArray columns;
  for (const ShownColumn& one : state.columns) columns.append(QJsonObject{{"column", key_of(one.column)}, {"width", one.width}});
  const QJsonObject object{
      {"filter", state.filter}, {"sort", sort}, {"group", qt_text(to_text(state.group))}, {"columns", columns}};
  return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

ReadViewState read_view_state(const std::string& json, const Portfolio& portfolio) {
  ReadViewState read;
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
  if (!document.isObject()) read.left_out.append(tr("everything: it cannot be read"));
  const QJsonObject object = document.object();  // empty where there is none
  read.state.filter = known_filter(object.value("filter").toString(), portfolio, read.left_out);
  for (const QJsonValue& entry : object.value("sort").toArray())
    if (const auto column = known_column(entry, tr("sorting by “%1”"), read.left_out)) {
      const bool descending = entry.toObject().value("descending").toBool();
      read.state.sort.push_back({*column, descending ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
  const QString group = object.value("group").toString("none");
  if (const auto known = from_text<BacklogGrouping>(group.toStdString()))
    read.state.group = *known;
  else
    read.left_out.append(tr("groups by “%1”").arg(group));
  for (const QJsonValue& entry : object.value("columns").toArray()) {
    const auto column = known_column(entry, tr("column “%1”"), read.left_out);
    const auto is_same = [&](const ShownColumn& one) { return one.column == *column; };
    if (!column || std::any_of(read.state.columns.begin(), read.state.columns.end(), is_same)) continue;
    const int width = entry.toObject().value("width").toInt(default_width(*column));
    read.state.columns.push_back({*column, std::clamp(width, narrowest_column, widest_column)});
  }
  if (read.state.sort.empty()) read.state.sort.push_back(BacklogSort{});
  complete(read.state.columns);
  return read;
}

std::vector<ShownColumn> shown_columns(const QHeaderView& header) {
  std::vector<ShownColumn> columns;
  for (int place = 0; place < header.count(); ++place) {
    const int column = header.logicalIndex(place);
    if (!header.isSectionHidden(column)) columns.push_back({static_cast<BacklogColumn>(column), header.sectionSize(column)});
  }
  return columns;
}

void show_columns(QHeaderView& header, const std::vector<ShownColumn>& columns) {
  for (int place = 0; place < static_cast<int>(columns.size()); ++place) {
    const ShownColumn& one = columns[static_cast<std::size_t>(place)];
    const int column = static_cast<int>(one.column);
    header.setSectionHidden(column, false);
    header.resizeSection(column, one.width);
    header.moveSection(header.visualIndex(column), place);
  }
  for (int place = static_cast<int>(columns.size()); place < header.count(); ++place)
    header.setSectionHidden(header.logicalIndex(place), true);
}

}  // namespace tradewind::gui
