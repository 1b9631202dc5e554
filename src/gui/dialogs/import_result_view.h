// What an import would do: one line, and below it everything that people may want to look into.
#pragma once
#include <QWidget>

#include "tradewind/exchange/import.h"

class QLabel;
class QTreeWidget;

namespace tradewind::gui {

/// "87 new, 12 updated, 3 unchanged, 1 left out; 14 dependencies".
QString summary_of(const exchange::ImportReport& report);
/// The importer's advice names options of the command line; here there are choices on the dialog instead.
QString without_options(const std::string& advice);

class ImportResultView : public QWidget {
  Q_OBJECT

 public:
  explicit ImportResultView(QWidget* parent = nullptr);

  void show_report(const exchange::ImportReport& report);
  /// Nothing is known at the moment.
  void clear();

 private:
  void add_group(const QString& title, const std::vector<QStringList>& rows);

  QLabel* summary_;
  QTreeWidget* details_;
};

}  // namespace tradewind::gui
