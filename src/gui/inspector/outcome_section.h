// A selected outcome: what is measured, from where to where, what it is a part of, and what is known of it so far.
#pragma once
#include "gui/inspector/outcome_fields.h"
#include "gui/inspector/section.h"

namespace tradewind::gui {

class OutcomeSection : public Section {
  Q_OBJECT

 public:
  explicit OutcomeSection(const PageContext& context, QWidget* parent = nullptr);
  /// nullptr hides it.
  void show_outcome(const Outcome* outcome);
  std::vector<QWidget*> tab_stops() const override { return stops_; }

 protected:
  bool refresh(const std::vector<const Item*>&) override { return false; }

 private:
  FieldEdit* add_field(const QString& label, const QString& name);
  void add_line(const QString& label, QWidget* field);
  void offer_parents(const Outcome& outcome);
  QString facts_of(const Outcome& outcome) const;

  OutcomeFields* fields_;
  QLabel* key_;
  FieldEdit* title_;
  FieldCombo* parent_;
  FieldText* statement_;
  QLabel* facts_;
  std::vector<QWidget*> stops_;
};

}  // namespace tradewind::gui
