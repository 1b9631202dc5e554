#include "gui/pages/capacity_model.h"

#include <algorithm>
#include <cmath>

#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr double weeks_of_quarter = 13;
constexpr double days_of_week = 7;

/// 3.9560439 people are "3.96"; the stored number stays exact.
QString short_number(double value) { return number_field_text(std::round(value * 100) / 100); }

Error not_understood(const QString& text) {
  return {ErrorCode::bad_input, "cannot set this capacity", "\"" + text.toStdString() + "\" is not an amount of work",
          "Type person-weeks as in 54, or people × weeks × availability as in 5 × 12 × 0.9"};
}

/// "54" or "43.2": as many as the number has, two at most.
int decimals_of(double value) {
  const auto hundredths = std::llround(value * 100);
  return hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
}

bool is_above_zero(OptionalNumber number) { return number.has_value() && number.value() > 0; }

}  // namespace

double planned_weeks_in(const Period& period, const Portfolio& portfolio) {
  const double planned = portfolio.settings().planned_weeks_per_quarter;
  if (period.kind == PeriodKind::quarter) return planned;
  const double weeks = days_between(period.start, period.end) / days_of_week;
  return std::round(weeks * planned / weeks_of_quarter * 10) / 10;
}

CapacityModel::CapacityModel(Document& document, PeriodKind kind, QObject* parent)
    : QAbstractTableModel(parent), document_(document), kind_(kind) {
  read_axes(teams_, periods_);
  read_decimals();
  connect(&document_, &Document::changed, this, &CapacityModel::on_changed);
}

void CapacityModel::show_kind(PeriodKind kind) {
  if (kind == kind_) return;
  beginResetModel();
  kind_ = kind;
  read_axes(teams_, periods_);
  read_decimals();
  endResetModel();
}

void CapacityModel::read_axes(std::vector<TeamId>& teams, std::vector<PeriodId>& periods) const {
  teams.clear();
  periods.clear();
  for (const Team* team : portfolio().teams_in_order()) teams.push_back(team->id);
  for (const Period* period : portfolio().periods_in_order(kind_)) periods.push_back(period->id);
}

void CapacityModel::read_decimals() {
  decimals_ = 0;
  for (const Capacity& row : portfolio().all<Capacity>())
    if (std::find(periods_.begin(), periods_.end(), row.period) != periods_.end())
      decimals_ = std::max(decimals_, decimals_of(row.person_weeks()));
}

void CapacityModel::on_changed(const Changes& changes) {
  const bool concerns_us = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
    return change.table == Team::table || change.table == Period::table || change.table == Capacity::table;
  });
  if (!concerns_us) return;
  std::vector<TeamId> teams;
  std::vector<PeriodId> periods;
  read_axes(teams, periods);
  if (teams != teams_ || periods != periods_) {
    beginResetModel();
    teams_ = std::move(teams);
    periods_ = std::move(periods);
    read_decimals();
    endResetModel();
    return;
  }
  read_decimals();
  if (teams_.empty()) return;
  emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  if (!periods_.empty()) emit headerDataChanged(Qt::Horizontal, name_column + 1, columnCount() - 1);
}

TeamId CapacityModel::team_at(int row) const {
  return row >= 0 && row < rowCount() ? teams_[static_cast<std::size_t>(row)] : TeamId{};
}

int CapacityModel::row_of(TeamId team) const {
  const auto found = std::find(teams_.begin(), teams_.end(), team);
  return found == teams_.end() ? -1 : static_cast<int>(found - teams_.begin());
}

PeriodId CapacityModel::period_at(int column) const { return periods_[static_cast<std::size_t>(column - name_column - 1)]; }

int CapacityModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(teams_.size()); }
int CapacityModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(periods_.size()) + name_column + 1;
}

const Capacity* CapacityModel::capacity_at(const QModelIndex& index) const {
  const PeriodId period = period_at(index.column());
  const Capacity* found = nullptr;
  for (const Capacity& row : portfolio().owned_by<&Capacity::team>(team_at(index.row())))
    if (row.period == period && (found == nullptr || row.id < found->id)) found = &row;
  return found;
}

QVariant CapacityModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole) {
    const auto side = index.column() == name_column ? Qt::AlignLeft : Qt::AlignRight;
    return (side | Qt::AlignVCenter).toInt();
  }
  if (index.column() != name_column) return capacity_data(index, role);
  // While a change is being told, a row may be gone already that the grid still has.
  const Team* team = portfolio().find(team_at(index.row()));
  return team == nullptr ? QVariant() : name_data(*team, role);
}

QVariant CapacityModel::name_data(const Team& team, int role) const {
  if (role == Qt::DisplayRole || role == Qt::EditRole) return qt_text(team.name);
  if (role != Qt::ToolTipRole) return {};
  QStringList lines{tr("%1 people").arg(short_number(team.people))};
  if (!team.lead.empty()) lines.append(tr("Led by %1").arg(qt_text(team.lead)));
  return lines.join('\n');
}

QVariant CapacityModel::capacity_data(const QModelIndex& index, int role) const {
  const Capacity* row = capacity_at(index);
  if (row == nullptr) return role == Qt::ToolTipRole ? QVariant(tr("Nobody has said yet.")) : QVariant();
  const QString product =
      tr("%1 × %2 × %3").arg(short_number(row->people), short_number(row->weeks), number_field_text(row->availability));
  switch (role) {
    case Qt::DisplayRole:
      return (row->typed.has_value() ? tr("%1 typed") : QString("%1")).arg(row->person_weeks(), 0, 'f', decimals_);
    case Qt::EditRole: {
      // Reads back as the same row, so that opening and closing the editor changes nothing.
      QString text = row->typed.has_value() ? number_field_text(row->typed) + " typed"
                                            : number_field_text(row->people) + " × " + number_field_text(row->weeks) + " × " +
                                                  number_field_text(row->availability);
      if (row->reserve > 0) text += ", reserve " + number_field_text(row->reserve);
      return text;
    }
    case Qt::ToolTipRole: {
      QString text =
          row->typed.has_value()
              ? tr("%1 person-weeks, typed (people × weeks × availability would be %2)").arg(short_number(*row->typed), product)
              : tr("%1 = %2 person-weeks (people × weeks × availability)").arg(product, short_number(row->person_weeks()));
      text += "\n";
      text += row->reserve > 0 ? tr("%1 of them are kept free for firefighting").arg(short_number(row->reserve))
                               : tr("Nothing is kept free for firefighting");
      return text;
    }
    default:
      return {};
  }
}

Qt::ItemFlags CapacityModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

QVariant CapacityModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  if (role == Qt::TextAlignmentRole)
    return ((section == name_column ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter).toInt();
  if (section == name_column) return role == Qt::DisplayRole ? QVariant(tr("Team")) : QVariant();
  const Period* period = portfolio().find(period_at(section));
  if (period == nullptr) return {};
  if (role == Qt::DisplayRole) return qt_text(display_name(*period));
  if (role == Qt::ToolTipRole)
    return tr("%1 – %2, person-weeks").arg(qt_text(to_display(period->start)), qt_text(to_display(add_days(period->end, -1))));
  return {};
}

bool CapacityModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  if (index.column() == name_column) return rename(team_at(index.row()), value.toString().trimmed());
  return set_capacity(index, value.toString().trimmed());
}

bool CapacityModel::rename(TeamId id, const QString& name) {
  const Team* team = portfolio().find(id);
  if (team == nullptr) return false;
  return document_.edit(tr("Rename team %1").arg(qt_text(team->name)), [&](storage::Edit& edit) {
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

Capacity CapacityModel::new_capacity(TeamId team, PeriodId period) const {
  Capacity row;
  row.team = team;
  row.period = period;
  if (const Period* found = portfolio().find(period)) row.weeks = planned_weeks_in(*found, portfolio());
  return row;
}

bool CapacityModel::set_capacity(const QModelIndex& index, const QString& text) {
  const TeamId team = team_at(index.row());
  const PeriodId period = period_at(index.column());
  const Capacity* stored = capacity_at(index);
  const Team* team_row = portfolio().find(team);
  const Period* period_row = portfolio().find(period);
  if (team_row == nullptr || period_row == nullptr) return false;
  if (text == data(index, Qt::EditRole).toString()) return true;
  const QString label = tr("Change capacity of %1 in %2").arg(qt_text(team_row->name), qt_text(display_name(*period_row)));
  if (text.isEmpty()) {
    const CapacityId id = stored->id;  // empty texts of empty cells have returned above
    return document_.edit(label, [&](storage::Edit& edit) { edit.erase(id); });
  }
  const auto typed = read_capacity(text);
  if (!typed) {
    emit document_.refused(not_understood(text));
    return false;
  }
  Capacity row = stored != nullptr ? *stored : new_capacity(team, period);
  const bool keeps_typed = typed->person_weeks.has_value() && (typed->stands_for_itself || row.typed.has_value());
  row.typed = {};
  if (typed->reserve.has_value()) row.reserve = typed->reserve.value();
  if (typed->people.has_value()) {
    row.people = typed->people.value();
    row.weeks = typed->weeks.value();
    row.availability = typed->availability.value();
  } else if (!keeps_typed && is_above_zero(row.weeks * row.availability)) {
    row.people = typed->person_weeks.value() / (row.weeks * row.availability);
  } else {
    row.typed = typed->person_weeks;
  }
  return document_.edit(label, [&](storage::Edit& edit) {
    if (row.id)
      edit.update(row);
    else
      edit.insert(row);
  });
}

CapacityModel::Way CapacityModel::way_of(const QModelIndex& index) const {
  if (!index.isValid() || index.column() == name_column) return Way::unknown;
  const Capacity* row = capacity_at(index);
  return row == nullptr ? Way::unknown : row->typed.has_value() ? Way::typed : Way::counted;
}

bool CapacityModel::switch_way(const QModelIndex& index) {
  Capacity row = *capacity_at(index);
  const Team* team = portfolio().find(row.team);
  const Period* period = portfolio().find(row.period);
  if (team == nullptr || period == nullptr) return false;
  const bool to_typed = !row.typed.has_value();
  const double amount = row.person_weeks();
  row.typed = to_typed ? OptionalNumber{amount} : OptionalNumber{};
  if (!to_typed && !is_above_zero(row.people * row.weeks * row.availability) && is_above_zero(row.weeks * row.availability))
    row.people = amount / (row.weeks * row.availability);
  const QString label = to_typed ? tr("Type the capacity of %1 in %2") : tr("Count the capacity of %1 in %2");
  return document_.edit(label.arg(qt_text(team->name), qt_text(display_name(*period))),
                        [&](storage::Edit& edit) { edit.update(row); });
}

}  // namespace tradewind::gui
