#include "gui/pages/capacity_model.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "gui/pages/capacity_words.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr double weeks_of_quarter = 13;
constexpr double days_of_week = 7;

/// "54" or "43.2": as many as the number has, two at most.
int decimals_of(double value) {
  const auto hundredths = std::llround(value * 100);
  return hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
}

}  // namespace

double planned_weeks_in(const Period& period, const Portfolio& portfolio) {
  const double planned = portfolio.settings().planned_weeks_per_quarter;
  const double weeks = days_between(period.start, period.end) / days_of_week;
  // One of another fiscal year may be cut.
  if (period.kind == PeriodKind::quarter && weeks > weeks_of_quarter * 0.9) return planned;
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
  emit headerDataChanged(Qt::Horizontal, name_column, columnCount() - 1);
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

const Capacity* CapacityModel::capacity_of(const CapacityCell& cell) const {
  const Capacity* found = nullptr;
  for (const Capacity& row : portfolio().owned_by<&Capacity::team>(cell.team))
    if (row.period == cell.period && (found == nullptr || row.id < found->id)) found = &row;
  return found;
}

CapacityModel::Way CapacityModel::way_of(const QModelIndex& index) const {
  if (!index.isValid() || index.column() == name_column) return Way::unknown;
  const Capacity* row = capacity_of(cell_at(index));
  return row == nullptr ? Way::unknown : row->typed.has_value() ? Way::typed : Way::counted;
}

QString CapacityModel::amount(double person_weeks) const {
  return QLocale(QLocale::English).toString(person_weeks, 'f', decimals_);
}

CapacityModel::Sum CapacityModel::sum(const std::vector<TeamId>& teams, const std::vector<PeriodId>& periods) const {
  Sum sum;
  for (const TeamId team : teams)
    for (const PeriodId period : periods) {
      const Capacity* row = capacity_of({team, period});
      ++(row == nullptr ? sum.unknown : sum.known);
      if (row != nullptr) sum.amount += row->person_weeks();
    }
  return sum;
}

QString CapacityModel::sum_text(const Sum& sum) const {
  if (sum.known == 0) return tr("unknown");
  return (sum.unknown == 0 ? tr("%1 pw in all") : tr("%1 pw + unknown")).arg(amount(sum.amount));
}

QString CapacityModel::sum_of(const std::vector<CapacityCell>& cells) const {
  double sum = 0;
  bool is_known = false;
  for (const CapacityCell& cell : cells)
    if (const Capacity* row = capacity_of(cell)) {
      sum += row->person_weeks();
      is_known = true;
    }
  return is_known ? amount(sum) : QString();
}

QString CapacityModel::where(const CapacityCell& cell) const {
  // While a change is being told, a row may be gone already that the grid still has.
  const Team* team = portfolio().find(cell.team);
  const Period* period = portfolio().find(cell.period);
  return team == nullptr || period == nullptr ? QString() : tr("%1, %2").arg(qt_text(team->name), qt_text(display_name(*period)));
}

QString CapacityModel::explanation(const CapacityCell& cell) const {
  const Capacity* row = capacity_of(cell);
  return row == nullptr ? tr("Nobody has said yet.") : explanation_of(*row);
}

QVariant CapacityModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role == Qt::TextAlignmentRole) {
    const auto side = index.column() == name_column ? Qt::AlignLeft : Qt::AlignRight;
    return (side | Qt::AlignVCenter).toInt();
  }
  if (index.column() != name_column) return capacity_data(index, role);
  const Team* team = portfolio().find(team_at(index.row()));
  return team == nullptr ? QVariant() : name_data(*team, role);
}

QVariant CapacityModel::name_data(const Team& team, int role) const {
  const QString name = qt_text(team.name);
  // With one period, its amount stands beside the name.
  const QString in_all = periods_.size() > 1 ? sum_text(sum({team.id}, periods_)) : QString();
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
      return name;
    case second_line_role:
      return in_all.isEmpty() ? QStringList() : QStringList{in_all};
    case Qt::AccessibleTextRole:
      return in_all.isEmpty() ? name : tr("%1, %2 person-weeks").arg(name, in_all);
    case Qt::ToolTipRole: {
      QStringList lines{name, people_words(team.people)};
      if (!team.lead.empty()) lines.append(tr("Led by %1").arg(qt_text(team.lead)));
      return lines.join('\n');
    }
    default:
      return {};
  }
}

QVariant CapacityModel::capacity_data(const QModelIndex& index, int role) const {
  const CapacityCell cell = cell_at(index);
  const Capacity* row = capacity_of(cell);
  switch (role) {
    case Qt::DisplayRole:
      return row == nullptr ? QVariant() : QVariant(amount(row->person_weeks()));
    case Qt::EditRole:
      return edit_text(cell);
    case second_line_role:
      return row == nullptr ? QStringList() : origin_words(*row);
    case Qt::AccessibleTextRole:
      return tr("%1: %2").arg(where(cell), explanation(cell));
    case Qt::ToolTipRole:
      return where(cell) + "\n" + explanation(cell);
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
  const bool is_name = section == name_column;
  if (role == Qt::TextAlignmentRole) return ((is_name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter).toInt();
  const Period* period = is_name ? nullptr : portfolio().find(period_at(section));
  if (!is_name && period == nullptr) return {};
  const QString title = is_name ? tr("Team") : qt_text(display_name(*period));
  const QString in_all = has_sums() ? sum_text(sum(teams_, is_name ? periods_ : std::vector{period->id})) : QString();
  switch (role) {
    case Qt::DisplayRole:
      return has_sums() ? title + "\n" + in_all : title;
    case Qt::AccessibleTextRole:
      return has_sums() ? tr("%1, %2 person-weeks").arg(title, in_all) : title;
    case Qt::ToolTipRole: {
      QStringList lines;
      if (!is_name)
        lines.append(tr("%1 – %2").arg(qt_text(to_display(period->start)), qt_text(to_display(add_days(period->end, -1)))));
      if (has_sums())
        lines.append(is_name ? tr("All teams and periods: %1 person-weeks").arg(in_all)
                             : tr("All teams: %1 person-weeks").arg(in_all));
      return lines.join('\n');
    }
    default:
      return {};
  }
}

}  // namespace tradewind::gui
