// What each team can do in each period, as an editable grid: teams × periods of one kind, in person-weeks.
//
// What can be typed into a cell:
//   5 × 12 × 0.9    people × weeks × availability ("x" and "*" are "×"; 90 % is 0.9)
//   5 × 12          people × weeks, always available
//   54              person-weeks: weeks and availability stay as they are and the number of people follows, so that the
//                   product is right (in a cell that is empty so far: the weeks that are planned in such a period, always
//                   available). Where the cell is a typed one, or weeks × availability is 0, they are kept as typed.
//   54 typed        person-weeks that stand for themselves, whatever people and weeks say; the cell says "typed" from then on
//   54, reserve 6   any of these with the person-weeks kept free for firefighting
//   (nothing)       nobody has said: the row goes
#pragma once
#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "gui/shell/document.h"

namespace tradewind::gui {

/// What was typed into a cell. `person_weeks` alone, or people and weeks with or without an availability.
struct TypedCapacity {
  OptionalNumber person_weeks;
  bool stands_for_itself = false;  // "54 typed"
  OptionalNumber people;
  OptionalNumber weeks;
  OptionalNumber availability;
  OptionalNumber reserve;
};
/// nullopt when it cannot be understood. REQUIRES: the text is not blank.
std::optional<TypedCapacity> read_capacity(const QString& text);

class CapacityModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr int name_column = 0;

  explicit CapacityModel(Document& document, PeriodKind kind, QObject* parent = nullptr);

  PeriodKind kind() const { return kind_; }
  void show_kind(PeriodKind kind);
  TeamId team_at(int row) const;
  int row_of(TeamId team) const;
  /// REQUIRES: the column is not that of the names.
  PeriodId period_at(int column) const;

  enum class Way : unsigned char { unknown, counted, typed };
  /// Whether the cell counts people × weeks × availability or holds what was typed.
  Way way_of(const QModelIndex& index) const;
  /// From the one to the other, as one edit. Counting begins with what people × weeks × availability say; where that is
  /// nothing, with as many people as the typed amount asks for. REQUIRES: the way is known.
  bool switch_way(const QModelIndex& index);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 private:
  const Portfolio& portfolio() const { return document_.portfolio(); }
  const Capacity* capacity_at(const QModelIndex& index) const;
  Capacity new_capacity(TeamId team, PeriodId period) const;
  bool rename(TeamId team, const QString& name);
  bool set_capacity(const QModelIndex& index, const QString& text);
  QVariant name_data(const Team& team, int role) const;
  QVariant capacity_data(const QModelIndex& index, int role) const;
  void on_changed(const Changes& changes);
  void read_axes(std::vector<TeamId>& teams, std::vector<PeriodId>& periods) const;
  void read_decimals();

  Document& document_;
  PeriodKind kind_;
  std::vector<TeamId> teams_;
  std::vector<PeriodId> periods_;
  int decimals_ = 0;  // of all amounts, so that their digits stand under each other
};

/// Weeks of work in a period of these dates: the planned weeks of a quarter, in proportion for shorter and longer ones.
double planned_weeks_in(const Period& period, const Portfolio& portfolio);

}  // namespace tradewind::gui
