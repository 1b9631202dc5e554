// What an item needs and what waits for it. The names lead to those items; more are added by key or title.
#pragma once
#include "gui/inspector/line_pool.h"
#include "gui/inspector/section.h"

class QComboBox;
class QPushButton;

namespace tradewind::gui {

class ItemChooser;
class MessageLine;

class LinksSection : public Section {
  Q_OBJECT

 public:
  explicit LinksSection(const PageContext& context, QWidget* parent = nullptr);
  std::vector<QWidget*> tab_stops() const override;

 protected:
  bool refresh(const std::vector<const Item*>& items) override;

 private:
  struct Line {
    DependencyId id;
    ItemId item;  // the other one
    QWidget* widget = nullptr;
    QLabel* relation = nullptr;
    QPushButton* name = nullptr;
    QLabel* when = nullptr;
    QToolButton* remove = nullptr;
  };
  void make_line(Line& line);
  void add(ItemId other);

  LinePool<Line> lines_;
  QVBoxLayout* lines_layout_;
  QLabel* none_;
  QComboBox* relation_;
  ItemChooser* chooser_;
  MessageLine* message_;
  ItemId shown_;
};

}  // namespace tradewind::gui
