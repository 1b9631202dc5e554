// What the grid of capacities changes; each is one edit.
#include "gui/pages/capacity_model.h"
#include "gui/pages/capacity_words.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/capacity_text.h"
#include "tradewind/workbench/record.h"

namespace tradewind::gui {
namespace {

bool is_above_zero(OptionalNumber number) { return number.has_value() && number.value() > 0; }

bool has_product(const Capacity& row) { return is_above_zero(row.people * row.weeks * row.availability); }

}  // namespace

QString CapacityModel::edit_text(const CapacityCell& cell) const {
  const Capacity* row = capacity_of(cell);
  return row == nullptr ? QString() : qt_text(workbench::capacity_text(*row));
}

QString CapacityModel::number(const CapacityCell& cell) const {
  const Capacity* row = capacity_of(cell);
  // 4 × 13 × 0.6 is 31.200000000000003.
  return row == nullptr ? QString() : qt_text(workbench::number_text(std::round(row->person_weeks() * 1e6) / 1e6));
}

Result<QString> CapacityModel::explanation_with(const CapacityCell& cell, const QString& text) const {
  const auto row = row_with(cell, text);
  if (!row) return tl::unexpected(row.error());
  return *row ? explanation_of(**row) : tr("Nobody has said yet.");
}

Result<Capacity> CapacityModel::new_capacity(const CapacityCell& cell) const {
  const Team* team = portfolio().find(cell.team);
  const Period* period = portfolio().find(cell.period);
  if (team == nullptr || period == nullptr)
    return failure(ErrorCode::not_found, "cannot set this capacity", "the team or the period is gone",
                   "Undo its removal, or go to another cell");
  Capacity row;
  row.team = cell.team;
  row.period = cell.period;
  row.people = team->people;
  row.weeks = planned_weeks_in(*period, portfolio());
  return row;
}

Result<std::optional<Capacity>> CapacityModel::row_with(const CapacityCell& cell, const QString& text) const {
  const Capacity* stored = capacity_of(cell);
  const QString wanted = text.trimmed();
  if (wanted.isEmpty()) {
    if (stored == nullptr || !stored->typed.has_value() || !has_product(*stored)) return std::optional<Capacity>{};
    Capacity counted = *stored;
    counted.typed = {};
    return counted;
  }
  // Opening and closing the editor changes nothing, whatever the text rounds.
  if (stored != nullptr && wanted == edit_text(cell)) return *stored;
  const auto wish = workbench::read_capacity(wanted.toStdString());
  if (!wish) return tl::unexpected(wish.error());
  if (stored != nullptr) return workbench::with_wish(*stored, *wish);
  const auto fresh = new_capacity(cell);
  if (!fresh) return tl::unexpected(fresh.error());
  const Capacity row = workbench::with_wish(*fresh, *wish);
  if (!wish->typed.has_value() && !wish->people.has_value() && (!wish->has_product() || row.people == 0))
    return failure(ErrorCode::bad_input, "cannot set this capacity", "nobody has said how many people there are",
                   "Type people too, as in 4 people " + wanted.toStdString());
  return row;
}

Error CapacityModel::named(Error error, const CapacityCell& cell, std::size_t cells) const {
  if (cells > 1) error.what += " (" + where(cell).toStdString() + ")";
  return error;
}

std::optional<Error> CapacityModel::mistake_in(const std::vector<CapacityCell>& cells, const QString& text) const {
  for (const CapacityCell& cell : cells)
    if (const auto row = row_with(cell, text); !row) return named(row.error(), cell, cells.size());
  return std::nullopt;
}

bool CapacityModel::edit(const QString& label, const std::function<void(storage::Edit&)>& change, std::size_t rows) {
  const auto done = document_.try_edit(label, change, rows);
  if (done)
    emit edit_done();
  else
    emit edit_refused(done.error());
  return done.has_value();
}

bool CapacityModel::write(const QString& label, const std::vector<CapacityEntry>& entries) {
  std::vector<CapacityId> gone;
  std::vector<Capacity> rows;
  for (const CapacityEntry& entry : entries) {
    const Capacity* stored = capacity_of(entry.cell);
    auto row = row_with(entry.cell, entry.text);
    if (!row) {
      emit edit_refused(named(row.error(), entry.cell, entries.size()));
      return false;
    }
    if (*row && (stored == nullptr || !(*stored == **row))) rows.push_back(**row);
    if (!*row && stored != nullptr) gone.push_back(stored->id);
  }
  return edit(
      label,
      [&](storage::Edit& edit) {
        for (const CapacityId id : gone) edit.erase(id);
        for (const Capacity& row : rows)
          if (row.id)
            edit.update(row);
          else
            edit.insert(row);
      },
      gone.size() + rows.size());
}

bool CapacityModel::write(const std::vector<CapacityCell>& cells, const QString& text) {
  if (cells.empty()) return false;
  if (text.trimmed().isEmpty()) return clear(cells);
  std::vector<CapacityEntry> entries;
  for (const CapacityCell& cell : cells) entries.push_back({cell, text});
  return write(
      cells.size() == 1 ? tr("Change capacity of %1").arg(where(cells.front())) : tr("Change %1 capacities").arg(cells.size()),
      entries);
}

bool CapacityModel::clear(const std::vector<CapacityCell>& cells) {
  std::vector<CapacityEntry> typed;
  std::vector<CapacityEntry> counted;
  for (const CapacityCell& cell : cells)
    if (const Capacity* row = capacity_of(cell)) (row->typed.has_value() ? typed : counted).push_back({cell, QString()});
  const std::vector<CapacityEntry>& entries = typed.empty() ? counted : typed;
  if (entries.empty()) return true;
  const QString label = typed.empty() ? tr("Take out the capacity of %1") : tr("Count the capacity of %1");
  return write(label.arg(entries.size() == 1 ? where(entries.front().cell) : tr("%1 cells").arg(entries.size())), entries);
}

bool CapacityModel::switch_way(const QModelIndex& index) {
  const CapacityCell cell = cell_at(index);
  Capacity row = *capacity_of(cell);
  const bool to_typed = !row.typed.has_value();
  const double amount = row.person_weeks();
  row.typed = to_typed ? OptionalNumber{amount} : OptionalNumber{};
  if (!to_typed && !has_product(row) && is_above_zero(row.weeks * row.availability))
    row.people = amount / (row.weeks * row.availability);
  const QString label = to_typed ? tr("Type the capacity of %1") : tr("Count the capacity of %1");
  return edit(label.arg(where(cell)), [&](storage::Edit& edit) { edit.update(row); });
}

bool CapacityModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  if (index.column() == name_column) return rename(team_at(index.row()), value.toString().trimmed());
  return write({cell_at(index)}, value.toString());
}

bool CapacityModel::rename(TeamId id, const QString& name) {
  const Team* team = portfolio().find(id);
  if (team == nullptr) return false;
  return edit(tr("Rename team %1").arg(qt_text(team->name)), [&](storage::Edit& edit) {
    Team row = *edit.portfolio().find(id);
    row.name = name.toStdString();
    const Team* other = edit.portfolio().team_by_name(row.name);
    // Commands and imports find a team by its name.
    if (other != nullptr && other->id != id)
      throw storage::EditRefused{
          {ErrorCode::conflict, "cannot use the name " + row.name, "another team has it", "Choose a name that is free"}};
    edit.update(row);
  });
}

}  // namespace tradewind::gui
