#include "gui/pages/roadmap_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include "gui/scene/bar_gesture.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "tradewind/views/now_next_later.h"

namespace tradewind::gui {
namespace {

constexpr int tray_width = 232;
constexpr int least_width_with_tray = 860;  // below, the timeline needs all of it
constexpr std::size_t most_in_tray = 300;   // nobody scrolls further; the count says how many there are
constexpr int id_role = Qt::UserRole;

std::vector<const Placement*> placements_of(const Portfolio& portfolio, ItemId item, RoadmapId roadmap) {
  std::vector<const Placement*> placements;
  for (const Placement& placement : portfolio.owned_by<&Placement::item>(item))
    if (placement.roadmap == roadmap && span_of(placement, portfolio)) placements.push_back(&placement);
  return placements;
}

}  // namespace

RoadmapPage::RoadmapPage(const PageContext& context) : Page(context) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  view_ = new SceneView;
  build_bar();
  column->addWidget(bar_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(view_, 1);
  build_tray();
  row->addWidget(tray_panel_);
  column->addLayout(row, 1);

  view_->set_layout([this](views::Size size, const views::TextMeasurer& measurer) { return lay_out(size, measurer); });
  view_->set_start_gesture(
      [this](const MarkId& mark, views::Rect bounds, views::Point press) { return start_drag(mark, bounds, press); });
  connect(view_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) {
    if (mark.kind != views::MarkKind::item) return selection().clear();
    std::vector<ItemId> items;
    if ((modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) != 0) items = selection().items();
    items.erase(std::remove(items.begin(), items.end(), ItemId{mark.id}), items.end());
    items.push_back(ItemId{mark.id});
    selection().select(std::move(items));
  });
  connect(&selection(), &Selection::changed, this, &RoadmapPage::follow_selection);
  add_actions();
  refresh_tray();
}

void RoadmapPage::build_bar() {
  bar_ = new PageBar(tr("Roadmap"));
  auto* shapes = new QButtonGroup(this);
  const auto add_shape = [&](const QString& text, Shape shape) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setChecked(shape == shape_);
    shapes->addButton(button);
    bar_->add(button);
    connect(button, &QPushButton::clicked, this, [this, shape] {
      shape_ = shape;
      group_->setEnabled(shape == Shape::timeline);
      view_->refresh();
    });
  };
  add_shape(tr("Timeline"), Shape::timeline);
  add_shape(tr("Now-Next-Later"), Shape::now_next_later);
  bar_->add_stretch();
  auto* group_label = new QLabel(tr("Group"));
  group_label->setProperty("role", "muted");
  group_ = new QComboBox;
  group_->setAccessibleName(tr("Group the roadmap by"));
  for (const auto& [rule, name] : {std::pair{LaneRule::outcome, tr("Outcome")}, std::pair{LaneRule::team, tr("Team")},
                                   std::pair{LaneRule::stage, tr("Stage")}, std::pair{LaneRule::allocation_class, tr("Class")}})
    group_->addItem(name, static_cast<int>(rule));
  if (const Roadmap* current = roadmap()) group_->setCurrentIndex(group_->findData(static_cast<int>(current->lanes)));
  connect(group_, &QComboBox::currentIndexChanged, view_, &SceneView::refresh);
  bar_->add(group_label);
  bar_->add(group_);
  const auto add_zoom = [&](const QString& text, const QString& tip, double factor) {
    auto* button = new QPushButton(text);
    button->setProperty("role", "quiet");
    button->setFixedWidth(30);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    connect(button, &QPushButton::clicked, this, [this, factor] { view_->set_zoom(view_->zoom() * factor); });
    bar_->add(button);
  };
  add_zoom("−", tr("Show more time"), 1 / 1.25);
  add_zoom("+", tr("Show less time"), 1.25);
}

void RoadmapPage::build_tray() {
  tray_panel_ = new QFrame;
  tray_panel_->setObjectName("inspector");
  tray_panel_->setFixedWidth(tray_width);
  auto* column = new QVBoxLayout(tray_panel_);
  column->setContentsMargins(12, 10, 6, 6);
  tray_title_ = new QLabel;
  tray_title_->setProperty("role", "section");
  tray_ = new QListWidget;
  tray_->setAccessibleName(tr("Items that are not placed"));
  tray_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  tray_->setContextMenuPolicy(Qt::CustomContextMenu);
  tray_->setUniformItemSizes(true);
  tray_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  tray_->setTextElideMode(Qt::ElideRight);
  auto* place_button = new QPushButton(tr("Place in…"));
  place_button->setToolTip(tr("Put the selected items into a period of the roadmap"));
  column->addWidget(tray_title_);
  column->addWidget(tray_, 1);
  column->addWidget(place_button);

  const auto show_menu = [this](QPoint at) {
    std::vector<ItemId> items;
    for (const QListWidgetItem* row : tray_->selectedItems()) items.push_back(ItemId{row->data(id_role).toLongLong()});
    QMenu menu(this);
    const PeriodKind kind = roadmap() != nullptr ? roadmap()->period_kind : PeriodKind::quarter;
    for (const Period* period : portfolio().periods_in_order(kind)) {
      const PeriodId id = period->id;
      connect(menu.addAction(qt_text(display_name(*period))), &QAction::triggered, this, [this, items, id] { place(items, id); });
    }
    if (menu.isEmpty()) menu.addAction(tr("There are no periods yet: add quarters on the page Teams"))->setEnabled(false);
    for (QAction* action : menu.actions()) action->setEnabled(action->isEnabled() && !items.empty());
    menu.exec(at);
  };
  connect(place_button, &QPushButton::clicked, this,
          [place_button, show_menu] { show_menu(place_button->mapToGlobal(QPoint(0, place_button->height()))); });
  connect(tray_, &QListWidget::customContextMenuRequested, this,
          [this, show_menu](QPoint at) { show_menu(tray_->viewport()->mapToGlobal(at)); });
  connect(tray_, &QListWidget::itemSelectionChanged, this, [this] {
    std::vector<ItemId> items;
    for (const QListWidgetItem* row : tray_->selectedItems()) items.push_back(ItemId{row->data(id_role).toLongLong()});
    if (!items.empty()) selection().select(std::move(items));
  });
}

void RoadmapPage::add_actions() {
  actions().add({"roadmap.earlier", tr("Plan"), tr("Move one week earlier"), QKeySequence("Alt+Left")},
                [this] { shift_selected(-1); });
  actions().add({"roadmap.later", tr("Plan"), tr("Move one week later"), QKeySequence("Alt+Right")},
                [this] { shift_selected(1); });
  actions().add({"roadmap.take_off", tr("Plan"), tr("Take off the roadmap"), QKeySequence("Ctrl+Backspace")},
                [this] { take_off_selected(); });
}

views::Scene RoadmapPage::lay_out(views::Size size, const views::TextMeasurer& measurer) {
  axis_.reset();
  if (shape_ == Shape::now_next_later) {
    views::NowNextLaterOptions options;
    options.today = today();
    options.size = size;
    options.header = false;
    return views::layout_now_next_later(portfolio(), options, measurer);
  }
  views::TimelineOptions options;
  options.today = today();
  options.width = size.width;
  options.minimum_height = size.height;
  options.header = false;
  options.lanes = static_cast<LaneRule>(group_->currentData().toInt());
  views::Timeline timeline = views::arrange_timeline(portfolio(), options, measurer);
  axis_ = timeline.axis;
  return std::move(timeline.scene);
}

std::unique_ptr<Gesture> RoadmapPage::start_drag(const MarkId& mark, views::Rect bounds, views::Point press) {
  if (mark.kind != views::MarkKind::item || !axis_ || roadmap() == nullptr) return nullptr;
  // Of several placements the one whose bar was pressed.
  const Placement* nearest = nullptr;
  double least = 0;
  for (const Placement* placement : placements_of(portfolio(), ItemId{mark.id}, roadmap()->id)) {
    const double distance = std::abs(std::max(axis_->x_of(span_of(*placement, portfolio())->start), axis_->left()) - bounds.x);
    if (nearest == nullptr || distance < least) {
      nearest = placement;
      least = distance;
    }
  }
  if (nearest == nullptr) return nullptr;
  constexpr double rounding = 1.5;
  const BarPart part = least <= rounding ? part_of_bar(bounds, press) : BarPart::whole;  // a name beside its bar moves the bar
  return std::make_unique<BarGesture>(document(), *nearest, part, *axis_, bounds, press);
}

void RoadmapPage::place(const std::vector<ItemId>& items, PeriodId period) {
  if (items.empty()) return;
  const QString label = items.size() == 1 ? tr("Place %1").arg(qt_text(short_title_of(*portfolio().find(items.front()))))
                                          : tr("Place %1 items").arg(items.size());
  document().edit(label, [&](storage::Edit& edit) {
    const Roadmap* known = edit.portfolio().roadmap_by_name({});
    RoadmapId roadmap = known != nullptr ? known->id : RoadmapId{};
    if (!roadmap) {
      Roadmap made;
      made.name = "Roadmap";
      roadmap = edit.insert(made);
    }
    for (const ItemId item : items) {
      std::vector<PlacementId> before;
      for (const Placement* placement : placements_of(edit.portfolio(), item, roadmap)) before.push_back(placement->id);
      for (const PlacementId id : before) edit.erase(id);
      Placement placement;
      placement.roadmap = roadmap;
      placement.item = item;
      placement.period = period;
      edit.insert(placement);
    }
  });
}

void RoadmapPage::shift_selected(int weeks) {
  if (roadmap() == nullptr) return;
  std::vector<Placement> moved;
  for (const ItemId item : selection().items())
    for (const Placement* placement : placements_of(portfolio(), item, roadmap()->id)) {
      const Span span = *span_of(*placement, portfolio());
      Placement one = *placement;
      one.period = {};
      one.start = add_days(span.start, 7 * weeks);
      one.finish = add_days(span.finish, 7 * weeks);
      moved.push_back(one);
    }
  if (moved.empty()) return;
  document().edit(tr("Move %1").arg(count_text(moved.size(), tr("item"), tr("items"))), [&](storage::Edit& edit) {
    for (const Placement& placement : moved) edit.update(placement);
  });
}

void RoadmapPage::take_off_selected() {
  if (roadmap() == nullptr) return;
  std::vector<PlacementId> gone;
  for (const ItemId item : selection().items())
    for (const Placement* placement : placements_of(portfolio(), item, roadmap()->id)) gone.push_back(placement->id);
  if (gone.empty()) return;
  document().edit(tr("Take off the roadmap"), [&](storage::Edit& edit) {
    for (const PlacementId id : gone) edit.erase(id);
  });
}

void RoadmapPage::refresh() {
  view_->refresh();
  refresh_tray();
  emit status_changed();
}

void RoadmapPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  tray_panel_->setVisible(width() >= least_width_with_tray);
}

void RoadmapPage::refresh_tray() {
  const QSignalBlocker quiet(tray_);
  const int scroll = tray_->verticalScrollBar()->value();
  tray_->clear();
  std::size_t count = 0;
  const RoadmapId shown = roadmap() != nullptr ? roadmap()->id : RoadmapId{};
  for (const Item* item : portfolio().items_by_rank()) {
    if (!is_open(*item) || item->moscow == Moscow::wont || !placements_of(portfolio(), item->id, shown).empty()) continue;
    if (++count > most_in_tray) continue;
    auto* row = new QListWidgetItem(qt_text(short_title_of(*item)), tray_);
    row->setData(id_role, QVariant::fromValue<qlonglong>(item->id.value));
    row->setToolTip(qt_text(item->title));
    row->setSelected(selection().contains(item->id));
  }
  tray_title_->setText(count == 0 ? tr("Everything is placed") : tr("Not placed: %1").arg(figure(count)));
  tray_->verticalScrollBar()->setValue(scroll);
}

void RoadmapPage::follow_selection() {
  std::vector<MarkId> marks;
  for (const ItemId item : selection().items()) marks.push_back({views::MarkKind::item, item.value, 0});
  view_->set_selected(std::move(marks));
}

QString RoadmapPage::status() const {
  if (roadmap() == nullptr) return tr("No roadmap yet");
  return tr("%1 planned").arg(count_text(schedule_of(portfolio(), roadmap()->id).size(), tr("item"), tr("items")));
}

}  // namespace tradewind::gui
