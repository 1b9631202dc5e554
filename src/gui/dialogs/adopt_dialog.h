// Before a scenario is adopted: where it and the baseline changed the same, field by field. It blocks nothing, so that people
// can look at either plan before they decide.
#pragma once
#include <QDialog>
#include <vector>

#include "gui/shell/document.h"

class QLabel;
class QTableWidget;

namespace tradewind::gui {

class AdoptDialog : public QDialog {
  Q_OBJECT

 public:
  using Conflicts = std::vector<storage::Workspace::MergeConflict>;
  /// Deletes itself when it is closed, which it does where the scenario is gone. Lifetime: the document must outlive it.
  AdoptDialog(const Document& document, ScenarioId scenario, const Conflicts& conflicts, QWidget* parent);

 signals:
  void adopt_requested(tradewind::ScenarioId scenario);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void show_conflicts(const Conflicts& conflicts);
  void fit_columns();
  void follow();

  const Document& document_;
  ScenarioId scenario_;
  QLabel* words_;
  QTableWidget* table_;
};

}  // namespace tradewind::gui
