// Teams and periods: who there is and what they can do when, in a grid that is edited in place. A cell shows its amount and
// where that comes from: people × weeks × availability, or what was typed over it. What is typed into one of several selected
// cells goes into all of them; cells are copied, pasted and filled as in a spreadsheet. Alt+Up and Alt+Down move a team.
#pragma once
#include <vector>

#include "gui/shell/page.h"
#include "tradewind/domain/team.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace tradewind::gui {

class CapacityModel;
class CapacityTable;
class MessageLine;
class PeriodsPanel;
struct CapacityCell;

class TeamsPage : public Page {
  Q_OBJECT

 public:
  explicit TeamsPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override;
  CapacityModel* model() const { return model_; }
  PeriodsPanel& periods_panel() const { return *panel_; }

  /// Adds a team and opens the editor of its name.
  void add_team();
  /// The one after the last of the shown kind, or the one that today is in. Teams that have a capacity in the last period get
  /// the same in the new one.
  void add_period();
  /// The team of the current row, with its capacity; estimates stay without a team.
  void remove_team();
  /// The team of the current row, one place up (−1) or down (1).
  void move_team(int step);
  /// The current cell, from counted to typed or back.
  void switch_cell();
  void show_periods_panel(bool shown);
  /// The rectangle around the selected cells: numbers for spreadsheets, and for this grid what they are made of.
  void copy() const;
  /// From the upper left selected cell on; a single one goes into all selected cells.
  void paste();
  /// The leftmost selected cell of each team goes into the others.
  void fill_right();
  /// The selected cells go from typed amounts back to their products.
  void clear_cells();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build_bar(QVBoxLayout* column);
  QWidget* make_grid();
  QWidget* make_empty_page();
  void set_up_table();
  void add_cell_actions();
  void open_menu(const QPoint& at);
  void choose_kind(int index);
  void choose_fiscal_year(int index);
  /// What the button adds: one period, or none where periods have a length of their own.
  std::vector<Period> next_periods() const;
  void update_state();
  void update_cell();
  void tell_typing(const std::vector<CapacityCell>& cells, const QString& text);

  CapacityModel* model_;
  QComboBox* kind_;
  QComboBox* fiscal_year_;
  QToolButton* up_;
  QToolButton* down_;
  QPushButton* add_team_;
  QPushButton* add_period_;
  QPushButton* periods_;
  QPushButton* remove_team_;
  QPushButton* first_team_;
  MessageLine* message_;
  CapacityTable* view_;
  QLabel* cell_;
  QPushButton* switch_;
  QLabel* hint_;
  QStackedWidget* stack_;
  PeriodsPanel* panel_;
  bool is_refusal_new_ = false;
};

}  // namespace tradewind::gui
