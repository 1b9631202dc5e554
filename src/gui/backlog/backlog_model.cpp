#include "gui/backlog/backlog_model.h"

#include <algorithm>

#include "gui/backlog/backlog_text.h"
#include "gui/backlog/cell_edits.h"
#include "gui/shell/shown_key.h"

namespace tradewind::gui {
namespace {

BacklogColumn column_of(const QModelIndex& index) { return static_cast<BacklogColumn>(index.column()); }

QVariant alignment_of(BacklogColumn column) {
  return QVariant::fromValue(Qt::Alignment((is_number(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

ItemId insert_item(storage::Edit& edit, const std::vector<CellEdit>& cells) {
  Item item;
  for (const CellEdit& cell : cells)
    if (cell.column == BacklogColumn::title) item.title = cell.text.trimmed().toStdString();
  const ItemId id = edit.insert(item);
  for (const CellEdit& cell : cells)
    if (cell.column != BacklogColumn::title) set_cell(edit, id, cell.column, cell.text);
  return id;
}

/// As it stands within a sentence: "effort", and methods by their names: "MoSCoW".
QString name_in_label(BacklogColumn column) {
  const QString name = title_of(column).section(',', 0, 0);  // without the unit
  return method_of(column) != nullptr ? name : name.toLower();
}

}  // namespace

BacklogModel::BacklogModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document), cells_(document.portfolio()), rows_to_show_(cells_) {
  rows_ = rows_to_show_.compute();
  connect(&document, &Document::changed, this, &BacklogModel::react);
  connect(&document, &Document::replaced, this, &BacklogModel::read_other_portfolio);
}

int BacklogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int BacklogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : backlog_column_count(); }

QVariant BacklogModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const BacklogColumn column = column_of(index);
  if (role == Qt::TextAlignmentRole) return alignment_of(column);
  if (const BacklogGroup* group = group_at(index.row())) return head_data(*group, column, role);
  const Item* item = this->item(index.row());
  if (item == nullptr) return {};  // gone, and we are about to hear of it
  switch (role) {
    case Qt::DisplayRole:
      return cells_.display(*item, column);
    case Qt::EditRole:
      return cells_.edit_text(*item, column);
    case Qt::ToolTipRole:
      return cells_.tool_tip(*item, column);
    case Qt::AccessibleTextRole: {
      const CellContent content = cells_.content(*item, column);
      const QString text = title_of(column) + " " + content.text;
      return content.exceeds_evidence ? tr("%1, more than its evidence supports").arg(text) : text;
    }
    case choice_texts_role:
      return choices_of(cells_.portfolio(), column).texts;
    case choice_labels_role:
      return choices_of(cells_.portfolio(), column).labels;
    default:
      return {};
  }
}

QVariant BacklogModel::head_data(const BacklogGroup& group, BacklogColumn column, int role) const {
  const auto sum = [](std::size_t known, double number) {
    return known == 0 ? QString(QChar(0x2013)) : trimmed_number(number, 1, true);
  };
  switch (role) {
    case Qt::DisplayRole:
      if (column == BacklogColumn::title) return group.title;
      if (column == BacklogColumn::effort) return sum(group.estimated, group.effort);
      if (column == BacklogColumn::reach) return sum(group.reaching, group.reach);
      return QString();
    case Qt::ToolTipRole:
      return rows_to_show_.groups().tool_tip(group);
    case Qt::AccessibleTextRole:
      return tr("Group %1, %2, %3").arg(group.title, figures_of(group).join(", "), group.folded ? tr("folded") : tr("unfolded"));
    default:
      return {};
  }
}

QVariant BacklogModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= backlog_column_count()) return {};
  const auto column = static_cast<BacklogColumn>(section);
  if (role == Qt::DisplayRole) return title_of(column);
  if (role == Qt::ToolTipRole) return meaning_of(column);
  if (role == Qt::AccessibleTextRole) {
    const auto& sort = sort_columns();
    const auto found = std::find_if(sort.begin(), sort.end(), [column](const BacklogSort& one) { return one.column == column; });
    if (sort_mark(sort, column).isEmpty()) return title_of(column);
    return (found->order == Qt::AscendingOrder ? tr("%1, sorted ascending, %2 of %3") : tr("%1, sorted descending, %2 of %3"))
        .arg(title_of(column))
        .arg(found - sort.begin() + 1)
        .arg(sort.size());
  }
  if (role == Qt::TextAlignmentRole) return alignment_of(column);
  return {};
}

Qt::ItemFlags BacklogModel::flags(const QModelIndex& index) const {
  // Drops go between rows: only the table as a whole takes them.
  if (!index.isValid()) return is_by_rank() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
  if (row_at(index.row()).head_of != 0) return flags;
  flags |= Qt::ItemIsSelectable;
  if (is_editable(column_of(index))) flags |= Qt::ItemIsEditable;
  if (is_by_rank()) flags |= Qt::ItemIsDragEnabled;
  return flags;
}

bool BacklogModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  return edit_items(column_of(index), {item_at(index.row())}, value.toString());
}

QString BacklogModel::label_of(BacklogColumn column, const std::vector<CellEdit>& cells) const {
  const Item* first = cells_.portfolio().find(cells.front().item);
  const QString whose = cells.size() > 1 ? tr("%1 items").arg(cells.size()) : first != nullptr ? shown_key(*first) : QString();
  return tr("Set %1 of %2").arg(name_in_label(column), whose);
}

bool BacklogModel::edit_items(BacklogColumn column, const std::vector<ItemId>& items, const QString& text) {
  std::vector<CellEdit> cells;
  for (const ItemId item : items)
    if (item) cells.push_back({item, column, text});
  return !cells.empty() && edit_cells(label_of(column, cells), cells);
}

bool BacklogModel::choose(BacklogColumn column, const std::vector<ItemId>& items, const QString& text) {
  if (column != BacklogColumn::outcome || text.isEmpty()) return edit_items(column, items, text);
  std::vector<CellEdit> cells;
  for (const ItemId id : items) {
    const Item* item = cells_.portfolio().find(id);
    if (item == nullptr) continue;
    QStringList outcomes = cells_.edit_text(*item, column).split(", ", Qt::SkipEmptyParts);
    if (outcomes.contains(text)) continue;
    if (!outcomes.isEmpty()) outcomes.removeFirst();
    outcomes.prepend(text);
    cells.push_back({id, column, outcomes.join(", ")});
  }
  return cells.empty() || edit_cells(label_of(column, cells), cells);
}

std::optional<std::vector<ItemId>> BacklogModel::edit_and_add(const QString& label, const std::vector<CellEdit>& cells,
                                                              const std::vector<std::vector<CellEdit>>& new_items) {
  std::vector<CellEdit> different;
  for (const CellEdit& cell : cells) {
    const Item* item = cells_.portfolio().find(cell.item);
    // What a cell says already must not be read back: dates of a placement, say, are more than its period.
    if (item == nullptr || !is_editable(cell.column) || cells_.edit_text(*item, cell.column) == cell.text) continue;
    different.push_back(cell);
  }
  std::vector<ItemId> added;
  const auto set_cells = [&](storage::Edit& edit) {
    for (const CellEdit& cell : different) set_cell(edit, cell.item, cell.column, cell.text);
    added.clear();
    for (const std::vector<CellEdit>& one : new_items) added.push_back(insert_item(edit, one));
  };
  // What is wrong in a cell is said beside it, not to the whole window.
  const bool changes = !different.empty() || !new_items.empty();
  const auto done =
      changes ? document_.try_edit(label, set_cells, different.size() + new_items.size()) : Result<storage::Receipt>();
  if (!done) {
    refuse(done.error());
    return std::nullopt;
  }
  emit edit_done();
  return added;
}

bool BacklogModel::refuse(const Error& error) {
  emit edit_refused(error);
  return false;
}

bool BacklogModel::fill_down(const std::vector<ItemId>& items, const std::vector<BacklogColumn>& columns) {
  const Item* top = cells_.portfolio().find(items.front());
  if (top == nullptr) return false;
  std::vector<CellEdit> cells;
  QStringList names;
  for (const BacklogColumn column : columns) {
    if (!is_editable(column) || is_of_one_item(column)) {
      const std::string what = tr("cannot fill down %1").arg(name_in_label(column)).toStdString();
      const QString why = is_editable(column) ? tr("each item has its own") : tr("it is computed");
      return refuse(
          {ErrorCode::bad_input, what, why.toStdString(), tr("go to a cell of another column and try again").toStdString()});
    }
    names.append(name_in_label(column));
    const QString text = cells_.whole_text(*top, column);
    for (const ItemId item : items)
      if (item != top->id) cells.push_back({item, column, text});
  }
  if (cells.empty()) return false;
  return edit_cells(tr("Fill %1 of %2 items").arg(names.join(", ")).arg(items.size() - 1), cells);
}

void BacklogModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= backlog_column_count()) return set_sort({});
  set_sort({BacklogSort{static_cast<BacklogColumn>(column), order}});
}

Result<Filter> BacklogModel::checked(const QString& expression) const {
  auto filter = parse_filter(expression.toStdString());
  if (!filter) return filter;
  if (const auto unknown = unknown_names(*filter, cells_.portfolio()); !unknown.empty())
    return tl::unexpected<Error>(unknown.front());
  return filter;
}

std::optional<Error> BacklogModel::set_filter(const QString& expression) {
  return arrange_by(expression, sort_columns(), grouping());
}

std::optional<Error> BacklogModel::arrange_by(const QString& expression, std::vector<BacklogSort> sort,
                                              BacklogGrouping grouping) {
  auto filter = checked(expression);
  if (!filter) return filter.error();
  rows_to_show_.set_filter(std::move(*filter));
  rows_to_show_.set_guests({});
  rows_to_show_.set_sort(std::move(sort));
  if (grouping != this->grouping()) rows_to_show_.groups().set_grouping(grouping);
  change_to(rows_to_show_.compute());
  return std::nullopt;
}

void BacklogModel::set_sort(std::vector<BacklogSort> sort) {
  rows_to_show_.set_sort(std::move(sort));
  change_to(rows_to_show_.compute());
}

void BacklogModel::set_grouping(BacklogGrouping grouping) {
  rows_to_show_.groups().set_grouping(grouping);
  change_to(rows_to_show_.arrange());
}

void BacklogModel::keep_shown(const std::vector<ItemId>& items) {
  rows_to_show_.set_guests({items.begin(), items.end()});
  if (std::any_of(items.begin(), items.end(), [this](ItemId item) { return row_of(item) < 0; }))
    change_to(rows_to_show_.compute());
  for (const ItemId item : items) reveal(item);
}

}  // namespace tradewind::gui
