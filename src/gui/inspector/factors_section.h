// Reach, impact, confidence and effort, with the RICE score that follows from them and how it is computed.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class FactorsSection : public Section {
  Q_OBJECT

 public:
  explicit FactorsSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override { return {reach_, impact_, confidence_, effort_}; }

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  void set_factor(FieldEdit* field, const QString& name, OptionalNumber Item::*factor, std::optional<OptionalNumber> value);
  void set_effort(const QString& text);
  void show_factor(FieldEdit* field, const std::vector<const Item*>& items, OptionalNumber Item::*factor, bool is_share);
  void show_effort(const std::vector<const Item*>& items);
  void show_score(const Item& item);

  FieldEdit* reach_;
  FieldEdit* impact_;
  FieldEdit* confidence_;
  FieldEdit* effort_;
  QLabel* score_;
  QLabel* formula_;
  QLabel* help_;
};

}  // namespace tradewind::gui
