// What is known about an item and how, newest first, to be read.
#pragma once
#include "gui/inspector/section.h"

namespace tradewind::gui {

class EvidenceSection : public Section {
  Q_OBJECT

 public:
  explicit EvidenceSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override { return {}; }

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  QLabel* list_;
};

}  // namespace tradewind::gui
