// The panel at the right: everything about what is selected, to be read and changed in place. Each field that is left with
// another value is one undoable edit; news from elsewhere never take a field away that somebody is typing in.
#pragma once
#include <QScrollArea>
#include <vector>

#include "gui/shell/page.h"

class QLabel;

namespace tradewind::gui {

class CheckInsSection;
class HistorySection;
class OutcomeSection;
class Section;

class Inspector : public QScrollArea {
  Q_OBJECT

 public:
  explicit Inspector(const PageContext& context, QWidget* parent = nullptr);
  /// Commits what is typed: a window that closes must not lose it.
  ~Inspector() override;

  QSize sizeHint() const override;

 private:
  void show_selection();
  void refresh();
  void order_tab_stops();
  /// Every section from top to bottom.
  std::vector<Section*> all_sections() const;

  PageContext context_;
  // What is shown, which is what was selected until all that was typed about it is committed.
  std::vector<ItemId> items_;
  OutcomeId shown_outcome_;
  std::vector<Section*> sections_;  // about items
  OutcomeSection* outcome_ = nullptr;
  CheckInsSection* check_ins_ = nullptr;
  HistorySection* history_ = nullptr;
  QLabel* empty_ = nullptr;
};

}  // namespace tradewind::gui
