// What an item needs and what waits for it. The names lead to those items.
#pragma once
#include "gui/inspector/section.h"

class QPushButton;

namespace tradewind::gui {

class LinksSection : public Section {
  Q_OBJECT

 public:
  explicit LinksSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 signals:
  void rows_changed();

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Row {
    ItemId item;
    QWidget* widget = nullptr;
    QLabel* relation = nullptr;
    QPushButton* name = nullptr;
    QLabel* when = nullptr;
  };
  Row* make_row();

  std::vector<std::unique_ptr<Row>> rows_;  // those beyond the count are hidden, for later
  std::size_t count_ = 0;
  QLabel* none_;
};

}  // namespace tradewind::gui
