// A selected outcome: what is measured, from where to where, and what is known of it so far.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class OutcomeSection : public Section {
  Q_OBJECT

 public:
  explicit OutcomeSection(const PageContext& context, QWidget* parent = nullptr);
  /// nullptr hides it.
  void show_outcome(const Outcome* outcome);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  FieldEdit* add_field(const QString& label, const QString& name);
  void connect_text(FieldEdit* field, const QString& name, std::string Outcome::*text);
  void connect_number(FieldEdit* field, const QString& name, OptionalNumber Outcome::*number);
  bool edit_outcome(const QString& field, const std::function<void(Outcome&)>& change);
  QString facts_of(const Outcome& outcome) const;

  OutcomeId outcome_;
  QLabel* key_;
  FieldEdit* title_;
  FieldEdit* metric_;
  FieldEdit* unit_;
  FieldEdit* baseline_;
  FieldEdit* target_;
  FieldEdit* owner_;
  QLabel* facts_;
};

}  // namespace tradewind::gui
