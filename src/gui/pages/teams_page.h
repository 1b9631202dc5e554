// Teams and periods: who there is and what they can do when, in a grid that is edited in place.
#pragma once
#include "gui/shell/page.h"
#include "tradewind/domain/team.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tradewind::gui {

class CapacityModel;

class TeamsPage : public Page {
  Q_OBJECT

 public:
  explicit TeamsPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override;
  CapacityModel* model() const { return model_; }

  /// Adds a team and opens the editor of its name.
  void add_team();
  /// The one after the last of the shown kind, or the one that today is in. Teams that have a capacity in the last period get
  /// the same in the new one.
  void add_period();
  /// The team of the current row, with its capacity; estimates stay without a team.
  void remove_team();

 private:
  void set_up_table();
  void choose_kind(int index);
  void update_state();

  CapacityModel* model_;
  QComboBox* kind_;
  QPushButton* add_team_;
  QPushButton* add_period_;
  QPushButton* remove_team_;
  QPushButton* first_team_;
  QTableView* view_;
  QLabel* hint_;
  QStackedWidget* stack_;
};

}  // namespace tradewind::gui
