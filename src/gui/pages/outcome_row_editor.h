// The fields of one outcome in place of its row: Enter takes over and closes, Escape closes, Tab goes through.
#pragma once
#include <QFrame>

#include "gui/inspector/outcome_fields.h"

class QHBoxLayout;

namespace tradewind::gui {

class OutcomeRowEditor : public QFrame {
  Q_OBJECT

 public:
  /// Hidden at first. REQUIRES: the document outlives it.
  OutcomeRowEditor(Document& document, QWidget* parent);

  /// Shows the outcome's fields and takes the focus.
  void open(const Outcome& outcome);
  /// Lies over the row, and grows where a field has to say why it does not take what was typed.
  void place_over(const QRect& row);
  /// News from elsewhere; closes where the outcome is gone.
  void refresh();
  OutcomeId outcome() const { return fields_->outcome(); }

 signals:
  /// The keys are the page's again.
  void closed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  FieldEdit* add_field(QHBoxLayout* line, const QString& name, const QString& object_name, int width);
  void close_editor();
  bool has_mistake() const;

  Document* document_;
  OutcomeFields* fields_;
  FieldEdit* title_;
  QRect row_;
};

}  // namespace tradewind::gui
