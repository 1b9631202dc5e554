// The time entries of some days as a table, newest first, corrected in place. It never resets, so that selection, scroll position
// and an open editor survive what others change.
#pragma once
#include <QAbstractTableModel>
#include <optional>
#include <unordered_set>
#include <vector>

#include "gui/pages/time_entry_cells.h"
#include "gui/shell/document.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::gui {

class TimeEntriesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// Empty until list(). Lifetime: the document must outlive it.
  explicit TimeEntriesModel(Document& document, QObject* parent = nullptr);

  /// Which days; nullopt: none.
  void list(std::optional<Span> days);
  /// Only entries in whose cells all these words stand.
  void set_filter(const QString& words);
  bool has_filter() const { return !words_.empty(); }
  /// Entries of these days, shown or not.
  int total() const { return total_; }

  /// None for a row that is not there.
  TimeEntryId entry_at(int row) const;
  /// -1 for an entry that is not shown.
  int row_of(TimeEntryId entry) const;
  QStringList offers(TimeColumn column) const { return gui::offers(column, document_.portfolio()); }

  /// One undoable edit for all of them; they stay in the list, whatever they say now, until other days or words are asked for.
  /// False on a mistake; edit_refused has told why.
  bool change(TimeColumn column, const std::vector<TimeEntryId>& entries, const QString& text);
  /// One undoable edit.
  bool remove(const std::vector<TimeEntryId>& entries);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

 signals:
  /// Around everything that can move, bring or take rows: views keep their position.
  void rows_about_to_change();
  void rows_changed();
  void edit_done();
  void edit_refused(const tradewind::Error& error);

 private:
  const Portfolio& portfolio() const { return document_.portfolio(); }
  void on_changed(const Changes& changes);
  void arrange();
  std::vector<TimeEntryId> arranged();
  void show(std::vector<TimeEntryId> wanted);
  void take_out_all_but(const std::unordered_set<TimeEntryId>& wanted);
  void permute(std::vector<TimeEntryId> order);
  QString called(const std::vector<TimeEntryId>& entries) const;

  Document& document_;
  std::optional<Span> days_;
  std::vector<TextPattern> words_;
  std::vector<TimeEntryId> rows_;
  std::unordered_set<TimeEntryId> kept_;  // corrected here
  int total_ = 0;
};

}  // namespace tradewind::gui
