// The roadmap in three shapes: a timeline with bars to drag and the load of the teams under it, Now-Next-Later, and a board
// of cards; beside it a tray of what is not placed.
#pragma once
#include "gui/pages/roadmap_edits.h"
#include "gui/scene/link_gesture.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"
#include "tradewind/views/board.h"
#include "tradewind/views/timeline.h"

class QButtonGroup;
class QComboBox;
class QToolButton;

namespace tradewind::gui {

class BackgroundWork;
class MessageLine;
class NextSteps;
class PlanDrawing;
class PlanPreview;
class RoadmapTray;
class TimelineWish;

class RoadmapPage : public Page {
  Q_OBJECT

 public:
  enum class Shape { timeline, now_next_later, board };

  explicit RoadmapPage(const PageContext& context);

  QString status() const override;
  QString arrangement() const override { return QString::number(static_cast<int>(shape_)); }
  void arrange(const QString& kept) override;
  std::optional<ShownView> shown_view() const override;
  QWidget* first_focus() override { return view_; }
  SceneView& view() const { return *view_; }
  SceneView& strip() const { return *strip_; }
  const MessageLine& message() const { return *message_; }

  void show_shape(Shape shape);
  /// Of the timeline; for this window, the roadmap keeps its own rule.
  void group_by(LaneRule rule);
  void show_columns(views::BoardColumns columns);

  /// Puts the items into the period, each on the first roadmap; one edit. Makes the roadmap where there is none.
  void place(const Items& items, PeriodId period) { place_items(document(), items, period); }
  /// Moves the selected items by whole weeks.
  void shift_selected(int weeks) { shift_items(document(), roadmap_id(), selection().items(), weeks, weeks); }
  /// Takes the selected items off the roadmap.
  void take_off_selected() { take_off(document(), roadmap_id(), selection().items()); }
  /// Goes to the next broken rule and says what it is.
  void step_conflict(int step);
  /// Goes to the one of that item, or of that team and period. Nothing where there is none any more.
  void show_conflict(const MarkId& of);
  const std::vector<views::TimelineConflict>& conflicts() const { return conflicts_; }
  /// The best plan, to look at beside the roadmap before it is applied.
  void plan_automatically();
  /// Of the current bar, else of the selected item.
  void why_not_earlier();
  void why_here();
  PlanPreview& plan_preview() const { return *preview_; }
  /// The timeline shows a plan that is not applied: nothing can be moved in it.
  bool shows_plan() const { return drawing_ != nullptr && shape_ == Shape::timeline; }
  /// The day from which is planned; today's date until it is set.
  void set_today(Date today) { today_ = today; }

 protected:
  void refresh() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  using Bar = views::TimelinePlan::Bar;

  // roadmap_page.cpp
  void build_bar();
  void build_view();
  void build_strip();
  void add_actions();
  bool columns_by_stage() const;
  void show_or_hide();
  void follow_selection();
  void follow_layout();
  void say(const QString& sentence);
  void forget_layout();
  views::Scene lay_out_strip(views::Size size, const views::TextMeasurer& measurer);
  const Roadmap* roadmap() const { return portfolio().roadmap_by_name({}); }
  RoadmapId roadmap_id() const { return roadmap() != nullptr ? roadmap()->id : RoadmapId{}; }

  // roadmap_page_shown.cpp
  /// What an empty page offers.
  void offer_next_steps();
  /// Of Now-Next-Later or the board.
  SceneView::Work board_layout(views::Size size);

  // roadmap_page_conflicts.cpp
  /// True where a layout is under way: `then` follows it.
  bool put_off(std::function<void()> then);
  void count_conflicts();
  void list_conflicts();
  void show_conflict(std::size_t at);

  // roadmap_page_planning.cpp
  void build_planning();
  views::TimelineOptions timeline_options(views::Size size) const;
  /// Of the roadmap, or of the plan that is looked at.
  SceneView::Work timeline_layout(views::Size size);
  /// What drags need of it is kept when it is shown.
  SceneView::Made made_of(views::Timeline timeline);
  void draw_plan(std::shared_ptr<PlanDrawing> drawing);
  void follow_planning();
  void stop_planning();
  void apply_plan();
  void refuse_plan(const Error& error);
  /// Leaves nothing of it.
  void close_plan();
  struct BarQuestion;
  void ask_about_bar(const BarQuestion& question);
  void open_bar_menu(QPoint at);

  // roadmap_page_gestures.cpp
  std::unique_ptr<Gesture> start_drag(const MarkId& mark, views::Rect bounds, views::Point press);
  std::unique_ptr<Gesture> start_bar(const Bar& bar, views::Point press);
  /// True, with the reason said, while a plan is shown.
  bool hold_plan();
  std::unique_ptr<Gesture> start_link(const Bar& bar);
  std::unique_ptr<Gesture> start_card(const MarkId& mark, views::Rect bounds, views::Point press);
  void connect_tray();
  std::unique_ptr<Gesture> start_place(const Items& items);
  void drop_cards(const Items& items, const views::Board::Column& column);
  bool take_key(QKeyEvent& event);
  /// What the keyboard is on; none where the view does not show it.
  MarkId current_mark() const;
  void move_current(int across, int along);
  void rename_current();
  void remove_current();
  void begin_link();
  void change_lane(const Bar& bar, int step);
  void change_column(ItemId item, int step);
  void edit_milestone(MilestoneId milestone, Date date);
  void add_milestone_here();
  Qt::CursorShape follow_pointer(const MarkId& mark, std::optional<views::Point> at);
  void paint_handles(QPainter& painter) const;
  const Bar* bar_at(views::Point at) const;
  const Bar* bar_of(const MarkId& mark) const;
  const Bar* handle_at(views::Point at) const;

  PageBar* bar_ = nullptr;
  SceneView* view_ = nullptr;
  SceneView* strip_ = nullptr;
  RoadmapTray* tray_ = nullptr;
  MessageLine* message_ = nullptr;
  NextSteps* next_steps_ = nullptr;
  PlanPreview* preview_ = nullptr;
  BackgroundWork* work_ = nullptr;
  std::shared_ptr<TimelineWish> wish_;
  std::shared_ptr<PlanDrawing> drawing_;  // while a plan is shown
  QButtonGroup* shapes_ = nullptr;
  QComboBox* group_ = nullptr;
  QComboBox* columns_ = nullptr;
  QToolButton* conflict_button_ = nullptr;

  Date today_ = today();
  Shape shape_ = Shape::timeline;
  std::optional<views::TimelinePlan> plan_;  // of the timeline as it is shown
  std::vector<views::Board::Column> board_;  // of the cards as they are shown
  std::vector<TeamLoad> loads_;
  std::vector<views::TimelineConflict> conflicts_;
  std::optional<std::size_t> conflict_;  // the one that was shown last
  std::optional<Bar> hovered_;
  std::function<void()> after_layout_;
  MarkId selected_link_;
};

}  // namespace tradewind::gui
