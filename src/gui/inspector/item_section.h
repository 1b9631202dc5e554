// What an item is: track, MoSCoW category, class, stage and when it is planned; for several items also their outcome, which one
// item has lines of its own for.
#pragma once
#include "gui/inspector/section.h"

class QGridLayout;

namespace tradewind::gui {

class ItemSection : public Section {
  Q_OBJECT

 public:
  explicit ItemSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override { return {outcome_, track_, moscow_, class_, stage_}; }

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  FieldCombo* add_combo(QGridLayout* grid, const QString& label, const QString& name, QLabel** label_made = nullptr);
  void offer_choices();
  void refresh_outcome(const std::vector<const Item*>& items);
  void set_outcome(OutcomeId outcome);
  QString planned_text(const std::vector<const Item*>& items) const;

  FieldCombo* outcome_;
  QLabel* outcome_label_ = nullptr;
  FieldCombo* track_;
  FieldCombo* moscow_;
  FieldCombo* class_;
  FieldCombo* stage_;
  QLabel* planned_;
};

}  // namespace tradewind::gui
