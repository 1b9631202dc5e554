// The top of the inspector: key and title of one item, or how many items are selected and how much work they are.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class HeadSection : public Section {
  Q_OBJECT

 public:
  explicit HeadSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override { return {title_}; }

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  QLabel* key_;
  FieldEdit* title_;
  QLabel* summary_;
};

/// Looks like a heading until it is pointed at or has the focus.
void style_as_heading(QLineEdit* edit);

}  // namespace tradewind::gui
