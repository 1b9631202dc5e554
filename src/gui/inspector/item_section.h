// What an item is: outcome, track, MoSCoW category, class, stage and when it is planned.
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
  FieldCombo* add_combo(QGridLayout* grid, const QString& label, const QString& name);
  void offer_choices();
  void refresh_outcome(const std::vector<const Item*>& items);
  void set_outcome(OutcomeId outcome);
  QString planned_text(const std::vector<const Item*>& items) const;

  FieldCombo* outcome_;
  FieldCombo* track_;
  FieldCombo* moscow_;
  FieldCombo* class_;
  FieldCombo* stage_;
  QLabel* planned_;
};

}  // namespace tradewind::gui
