// One line edit that finds everything: actions by their words, items by full text and key, outcomes by name.
#pragma once
#include <QDialog>

#include "gui/shell/action_registry.h"
#include "tradewind/domain/id.h"

class QLabel;
class QLineEdit;
class QListView;

namespace tradewind::gui {

class Document;
class PaletteModel;

class CommandPalette : public QDialog {
  Q_OBJECT

 public:
  /// Without a document it finds actions only. REQUIRES: registry and document outlive the palette.
  CommandPalette(const ActionRegistry& actions, const Document* document, QWidget* parent);
  CommandPalette(const ActionRegistry& actions, const Document& document, QWidget* parent)
      : CommandPalette(actions, &document, parent) {}
  ~CommandPalette() override;

  void set_query(const QString& query);
  /// Until something was chosen, Escape, or a click beside it.
  int exec() override;

 signals:
  void item_chosen(tradewind::ItemId item);
  void outcome_chosen(tradewind::OutcomeId outcome);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void find(const QString& query);
  void move_current(int rows);
  void run_current();
  void say(const QString& sentence);
  bool is_beside(const QObject* watched) const;
  void fit_height();

  const ActionRegistry& actions_;
  const Document* document_;
  PaletteModel* model_;
  QLineEdit* query_;
  QListView* list_;
  QLabel* message_;
};

}  // namespace tradewind::gui
