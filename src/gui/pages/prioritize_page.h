// Impact against effort with bubbles and quadrant lines to drag and the ranking beside it; and, as a second tab, the MoSCoW
// board under its gauge.
#pragma once
#include <functional>
#include <map>

#include "gui/pages/ranking.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/background_job.h"
#include "gui/shell/page.h"
#include "tradewind/views/board.h"
#include "tradewind/views/matrix.h"

class QButtonGroup;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tradewind::gui {

class ElidedLabel;
class NextSteps;
class RankingModel;

class PrioritizePage : public Page {
  Q_OBJECT

 public:
  enum class Tab { matrix, moscow };

  explicit PrioritizePage(const PageContext& context);

  QString status() const override;
  std::optional<ShownView> shown_view() const override;
  QWidget* first_focus() override { return &shown(); }
  SceneView& matrix() const { return *matrix_; }
  RankingModel& ranking() const { return *ranking_; }
  QTableView& table() const { return *table_; }
  SceneView& board() const { return *board_; }
  /// The gauge above the board.
  SceneView& board_gauge() const { return *board_gauge_; }
  void show_tab(Tab tab);

 protected:
  void refresh() override;

 private:
  using Items = std::vector<ItemId>;

  QWidget* make_bar();
  QWidget* make_matrix();
  QWidget* make_table();
  QWidget* make_board();
  SceneView* make_gauge();
  std::unique_ptr<Gesture> start_in_matrix(const MarkId& mark, views::Rect bounds, views::Point press);
  std::unique_ptr<Gesture> start_on_board(const MarkId& mark, views::Rect bounds, views::Point press);
  void add_actions();
  /// The current one, by a step of effort or impact.
  void move_bubble(int across, int up);
  void move_line(int across, int up);
  void move_card(int across);
  /// The current one, with what is selected; else what is selected.
  Items chosen_cards() const;
  void set_moscow(const Items& items, Moscow value);
  /// What the drag on the board would make of its items.
  std::vector<std::pair<ItemId, Moscow>> dragged_values() const;
  QWidget* make_ranking_tools();
  void fill_methods_menu(QMenu& menu);
  void show_method(const scoring::Method& method, bool shown);
  void sort_ranking(int column);
  /// The open items by the wanted methods; where there are many, beside the window.
  void rank();
  void show_ranking(Ranking ranking);
  /// Around everything that moves its rows: what is selected are items, not rows.
  void change_ranking(const std::function<void()>& change);
  void size_columns();
  /// For figures that have become longer; else people's own widths stay.
  void grow_columns();
  int needed_width(int column) const;
  void follow_selection(bool scroll);
  void say_disagreements();
  void offer_next_steps();
  SceneView& shown() const;

  QButtonGroup* tabs_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  SceneView* matrix_ = nullptr;
  SceneView* gauge_ = nullptr;
  SceneView* board_ = nullptr;
  SceneView* board_gauge_ = nullptr;
  NextSteps* matrix_steps_ = nullptr;
  NextSteps* board_steps_ = nullptr;
  QTableView* table_ = nullptr;
  RankingModel* ranking_ = nullptr;
  RankingMethods methods_;  // as wanted; those of the model may still be others
  BackgroundJob ranking_job_{this};
  QWidget* ranking_tools_ = nullptr;
  QPushButton* only_disagreements_ = nullptr;
  bool ranking_changes_ = false;
  std::map<int, int> needed_widths_;  // by column
  QPushButton* help_ = nullptr;
  ElidedLabel* note_ = nullptr;
  std::optional<views::Matrix::Plot> plot_;
  std::vector<views::Board::Column> columns_;
  Items dragged_;
};

}  // namespace tradewind::gui
