#include "gui/pages/roadmap_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <utility>

#include "gui/dialogs/message_line.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_tray.h"
#include "gui/scene/picking.h"
#include "gui/scene/work_gesture.h"
#include "gui/shell/count_text.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int least_width_with_tray = 860;  // below, the timeline needs all of it

void choose(QComboBox* box, int value) { box->setCurrentIndex(box->findData(value)); }

}  // namespace

RoadmapPage::RoadmapPage(const PageContext& context) : Page(context) {
  view_ = new SceneView;
  strip_ = new SceneView;
  tray_ = new RoadmapTray(document(), selection());
  message_ = new MessageLine;
  next_steps_ = new NextSteps(view_);
  build_bar();
  build_view();
  build_strip();
  build_planning();

  auto* drawn = new QVBoxLayout;
  drawn->setSpacing(0);
  drawn->addWidget(view_, 1);
  drawn->addWidget(strip_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addLayout(drawn, 1);
  row->addWidget(tray_);
  row->addWidget(preview_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(message_);
  column->addLayout(row, 1);

  auto* close = new QToolButton;
  close->setIcon(icon("close"));
  close->setAccessibleName(tr("Close the message"));
  connect(close, &QToolButton::clicked, message_, &QWidget::hide);
  message_->add(close);
  message_->hide_after_steps(document());
  connect(&selection(), &Selection::changed, this, &RoadmapPage::follow_selection);
  connect_tray();
  add_actions();
  refresh_when_shown();
  show_or_hide();
}

void RoadmapPage::build_bar() {
  bar_ = new PageBar(tr("Roadmap"));
  shapes_ = new QButtonGroup(this);
  for (const auto& [text, shape] :
       {std::pair{tr("Timeline"), Shape::timeline}, std::pair{tr("Now-Next-Later"), Shape::now_next_later},
        std::pair{tr("Board"), Shape::board}}) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setChecked(shape == shape_);
    shapes_->addButton(button, static_cast<int>(shape));
    bar_->add(button);
  }
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(shapes_, &QButtonGroup::idToggled, this, [this](int id, bool is_on) {
    if (is_on && id != static_cast<int>(shape_)) show_shape(static_cast<Shape>(id));
  });
  conflict_button_ = new QToolButton;
  conflict_button_->setIcon(icon("warning", views::Token::danger));
  conflict_button_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  conflict_button_->setPopupMode(QToolButton::MenuButtonPopup);
  conflict_button_->setToolTip(tr("Go from one conflict to the next"));
  conflict_button_->setMenu(new QMenu(conflict_button_));
  connect(conflict_button_->menu(), &QMenu::aboutToShow, this, &RoadmapPage::list_conflicts);
  connect(conflict_button_, &QToolButton::clicked, this, [this] { step_conflict(1); });
  bar_->add(conflict_button_);
  bar_->add_stretch();

  group_ = new QComboBox;
  group_->setAccessibleName(tr("Group the roadmap by"));
  for (const auto& [rule, name] : {std::pair{LaneRule::outcome, tr("Outcome")}, std::pair{LaneRule::team, tr("Team")},
                                   std::pair{LaneRule::stage, tr("Stage")}, std::pair{LaneRule::allocation_class, tr("Class")}})
    group_->addItem(tr("Group by %1").arg(name.toLower()), static_cast<int>(rule));
  if (const Roadmap* current = roadmap()) choose(group_, static_cast<int>(current->lanes));
  connect(group_, &QComboBox::currentIndexChanged, view_, &SceneView::refresh);
  bar_->add(group_);
  columns_ = new QComboBox;
  columns_->setAccessibleName(tr("Columns of the board"));
  columns_->addItem(tr("Columns by period"), static_cast<int>(views::BoardColumns::periods));
  columns_->addItem(tr("Columns by stage"), static_cast<int>(views::BoardColumns::stages));
  connect(columns_, &QComboBox::currentIndexChanged, this, [this] {
    show_or_hide();
    view_->refresh();
  });
  bar_->add(columns_);
  for (const auto& [text, tip, factor] : {std::tuple{"−", tr("Show more time"), 1 / SceneView::zoom_step},
                                          std::tuple{"+", tr("Show less time"), SceneView::zoom_step}}) {
    auto* button = new QPushButton(text);
    button->setProperty("role", "quiet");
    button->setFixedWidth(30);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QPushButton::clicked, this, [this, factor = factor] { view_->set_zoom(view_->zoom() * factor); });
    bar_->add(button);
  }
}

void RoadmapPage::build_view() {
  view_->set_layout([this](views::Size size) { return shape_ == Shape::timeline ? timeline_layout(size) : board_layout(size); });
  view_->set_start_gesture(
      [this](const MarkId& mark, views::Rect bounds, views::Point press) { return start_drag(mark, bounds, press); });
  view_->set_key_handler([this](QKeyEvent& event) { return take_key(event); });
  view_->set_hover([this](const MarkId& mark, std::optional<views::Point> at) { return follow_pointer(mark, at); });
  view_->set_overlay([this](QPainter& painter) { paint_handles(painter); });
  connect(view_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) {
    selected_link_ = mark.kind == views::MarkKind::dependency ? mark : MarkId{};
    pick(selection(), mark, modifiers);
    follow_selection();
  });
  connect(view_, &SceneView::activated, this, [this](const MarkId& mark) {
    if (mark.kind == views::MarkKind::milestone) edit_milestone(MilestoneId{mark.id}, {});
  });
  connect(view_, &SceneView::ground_activated, this, [this](views::Point at) {
    if (plan_ && plan_->milestones.contains(at) && at.x >= plan_->frame.axis.left())
      edit_milestone({}, plan_->frame.axis.date_of(at.x));
  });
  connect(view_, &SceneView::laid_out, this, &RoadmapPage::follow_layout);
  connect(view_, &SceneView::gesture_changed, this, [this] {
    strip_->refresh();
    if (drawing_ != nullptr) draw_plan(drawing_);  // it waited for the hand
    emit status_changed();
  });
}

void RoadmapPage::build_strip() {
  strip_->set_zoomable(false);
  strip_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  strip_->hide();
  strip_->set_quick_layout(
      [this](views::Size size, const views::TextMeasurer& measurer) { return lay_out_strip(size, measurer); });
  connect(view_->horizontalScrollBar(), &QScrollBar::valueChanged, strip_->horizontalScrollBar(), &QScrollBar::setValue);
  connect(strip_->horizontalScrollBar(), &QScrollBar::valueChanged, view_->horizontalScrollBar(), &QScrollBar::setValue);
  connect(strip_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers) {
    if (mark.kind == views::MarkKind::team_period)
      selection().select(items_behind(portfolio(), roadmap_id(), TeamId{mark.id}, PeriodId{mark.second}));
  });
}

void RoadmapPage::arrange(const QString& kept) {
  for (const Shape shape : {Shape::now_next_later, Shape::board})
    if (kept == QString::number(static_cast<int>(shape))) {
      shape_ = shape;
      shapes_->button(static_cast<int>(shape))->setChecked(true);
      show_or_hide();  // laid out when somebody looks
    }
}

void RoadmapPage::show_shape(Shape shape) {
  shape_ = shape;
  shapes_->button(static_cast<int>(shape))->setChecked(true);
  show_or_hide();
  view_->refresh();
}

void RoadmapPage::group_by(LaneRule rule) { choose(group_, static_cast<int>(rule)); }
void RoadmapPage::show_columns(views::BoardColumns columns) { choose(columns_, static_cast<int>(columns)); }

bool RoadmapPage::columns_by_stage() const {
  return columns_->currentData().toInt() == static_cast<int>(views::BoardColumns::stages);
}

void RoadmapPage::show_or_hide() {
  const bool is_board = shape_ == Shape::board;
  group_->setVisible(shape_ == Shape::timeline);
  columns_->setVisible(is_board);
  // The board by periods has a column of its own for what is not placed; a plan that is looked at needs the room.
  tray_->setVisible(width() >= least_width_with_tray && !preview_->isVisibleTo(this) && (!is_board || columns_by_stage()));
}

void RoadmapPage::forget_layout() {
  plan_.reset();
  hovered_.reset();
  board_.clear();
  conflicts_.clear();
}

views::Scene RoadmapPage::lay_out_strip(views::Size size, const views::TextMeasurer& measurer) {
  if (!plan_) return {};
  views::CapacityFrame frame = plan_->frame;
  // Both views end at the same x: this one has no vertical scroll bar.
  frame.width += size.width - view_->viewport()->width();
  views::CapacityLoads loads{loads_, {}};
  if (const auto* drag = dynamic_cast<const WorkGesture*>(view_->gesture())) {
    loads.then = loads_;
    for (const WorkChange& change : drag->work_changes())
      loads.then = views::loads_with(std::move(*loads.then), change.before, change.after, portfolio());
  }
  return views::layout_capacity(portfolio(), frame, loads, measurer);
}

void RoadmapPage::follow_layout() {
  const double wanted = plan_ ? views::capacity_height(portfolio(), loads_) : 0;
  strip_->setVisible(wanted > 0);
  if (wanted > 0) strip_->setFixedHeight(std::min(static_cast<int>(wanted), std::max(120, height() * 2 / 5)));
  strip_->refresh();
  strip_->horizontalScrollBar()->setValue(view_->horizontalScrollBar()->value());
  count_conflicts();
  offer_next_steps();
  if (const auto then = std::exchange(after_layout_, {})) then();
}

void RoadmapPage::say(const QString& sentence) { message_->say(MessageLine::Kind::warning, sentence); }

void RoadmapPage::refresh() {
  message_->hide();
  drawing_.reset();
  close_plan();  // it is about the roadmap as it was
  view_->refresh();
  tray_->refresh();
  emit status_changed();
}

void RoadmapPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  show_or_hide();
}

void RoadmapPage::follow_selection() {
  std::vector<MarkId> marks = selected_marks(selection());
  if (!marks.empty()) selected_link_ = {};
  if (selected_link_.kind != views::MarkKind::none) marks.push_back(selected_link_);
  view_->set_selected(std::move(marks));
}

QString RoadmapPage::status() const {
  if (view_->gesture() != nullptr) return view_->gesture()->sentence();
  if (roadmap() == nullptr) return tr("No roadmap yet");
  QString text = tr("%1 planned").arg(count_text(schedule_of(portfolio(), roadmap()->id).size(), tr("item"), tr("items")));
  if (!conflicts_.empty()) text += ", " + count_text(conflicts_.size(), tr("conflict"), tr("conflicts"));
  return text;
}

}  // namespace tradewind::gui
