// What each team can do in each period, as an editable grid: teams × periods of one kind, in person-weeks. The second line of a
// cell says where its amount comes from, that of a head and of a team's name what it adds up to.
//
// A cell takes what tradewind/workbench/capacity_text.h reads. In a cell that is empty so far, people are those of the team and
// weeks those that are planned in such a period, always available. An emptied cell goes from a typed amount back to its product;
// from the product, or where none lies under the typed amount, to nobody having said.
#pragma once
#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "gui/shell/document.h"

namespace tradewind::gui {

struct CapacityCell {
  TeamId team;
  PeriodId period;
  friend bool operator==(const CapacityCell&, const CapacityCell&) = default;
};

struct CapacityEntry {
  CapacityCell cell;
  QString text;  // empty: see above
};

/// QStringList: the second line, the most telling way to write it first and the shortest last; empty where there is none.
inline constexpr int second_line_role = Qt::UserRole + 1;

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
  CapacityCell cell_at(const QModelIndex& index) const { return {team_at(index.row()), period_at(index.column())}; }
  /// Whether the heads say what teams add up to: one team adds up to itself.
  bool has_sums() const { return teams_.size() > 1 && !periods_.empty(); }

  enum class Way : unsigned char { unknown, counted, typed };
  /// Whether the cell counts people × weeks × availability or holds what was typed.
  Way way_of(const QModelIndex& index) const;
  /// From the one to the other, as one edit. Counting begins with what people × weeks × availability say; where that is
  /// nothing, with as many people as the typed amount asks for. REQUIRES: the way is known.
  bool switch_way(const QModelIndex& index);

  /// "Platform, 2027 Q1"
  QString where(const CapacityCell& cell) const;
  /// "4 people × 13 weeks × 60 % = 31.2 person-weeks. 6 of them are kept free for firefighting."
  QString explanation(const CapacityCell& cell) const;
  /// The same, as it would be with that text.
  Result<QString> explanation_with(const CapacityCell& cell, const QString& text) const;
  /// What keeps the text from being written into all of them.
  std::optional<Error> mistake_in(const std::vector<CapacityCell>& cells, const QString& text) const;
  /// "228", of the cells that are known: nothing where none is.
  QString sum_of(const std::vector<CapacityCell>& cells) const;
  /// As a person would type it: it reads back as the same. Empty where nobody has said.
  QString edit_text(const CapacityCell& cell) const;
  /// The number alone, as spreadsheets calculate with it.
  QString number(const CapacityCell& cell) const;

  /// One step. With a mistake in one of them none is changed, and edit_refused says which and why.
  bool write(const QString& label, const std::vector<CapacityEntry>& entries);
  bool write(const std::vector<CapacityCell>& cells, const QString& text);
  /// Back to the product; those that are counted change only where none of them is typed.
  bool clear(const std::vector<CapacityCell>& cells);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 signals:
  void edit_refused(const tradewind::Error& error);
  void edit_done();

 private:
  struct Sum {
    double amount = 0;
    int known = 0;
    int unknown = 0;
  };

  const Portfolio& portfolio() const { return document_.portfolio(); }
  const Capacity* capacity_of(const CapacityCell& cell) const;
  Result<Capacity> new_capacity(const CapacityCell& cell) const;
  /// nullopt: nobody has said.
  Result<std::optional<Capacity>> row_with(const CapacityCell& cell, const QString& text) const;
  /// With the cell in it, where there are several.
  Error named(Error error, const CapacityCell& cell, std::size_t cells) const;
  bool edit(const QString& label, const std::function<void(storage::Edit&)>& change, std::size_t rows = 1);
  bool rename(TeamId team, const QString& name);
  QVariant name_data(const Team& team, int role) const;
  QVariant capacity_data(const QModelIndex& index, int role) const;
  QString amount(double person_weeks) const;
  Sum sum(const std::vector<TeamId>& teams, const std::vector<PeriodId>& periods) const;
  QString sum_text(const Sum& sum) const;
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
