// An item's description, its address elsewhere, and the fields of its source that have no place of their own here.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class TextSection : public Section {
  Q_OBJECT

 public:
  explicit TextSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  void show_link(const Item& item);

  FieldText* description_;
  FieldEdit* address_;
  QLabel* link_;
  QLabel* custom_;
};

}  // namespace tradewind::gui
