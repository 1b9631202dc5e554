#include "gui/pages/prioritize_page.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/pages/ranking_model.h"
#include "gui/scene/cut_gesture.h"
#include "gui/scene/picking.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/count_text.h"
#include "gui/shell/elided_label.h"
#include "gui/shell/help_link.h"
#include "gui/shell/next_steps.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/views/moscow_gauge.h"

namespace tradewind::gui {
namespace {

constexpr int gauge_height = 150;

views::MatrixOptions matrix_options(views::Size size) {
  views::MatrixOptions options;
  options.size = size;
  options.header = false;
  return options;
}

QVBoxLayout* column_of(QWidget* widget) {
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  return column;
}

}  // namespace

PrioritizePage::PrioritizePage(const PageContext& context) : Page(context) {
  QVBoxLayout* column = column_of(this);
  column->addWidget(make_bar());
  stack_ = new QStackedWidget;
  stack_->addWidget(make_matrix());
  stack_->addWidget(make_board());
  column->addWidget(stack_, 1);
  connect(&selection(), &Selection::changed, this, [this] { follow_selection(true); });
  add_actions();
  refresh_when_shown();
}

QWidget* PrioritizePage::make_bar() {
  auto* bar = new PageBar(tr("Prioritize"));
  tabs_ = new QButtonGroup(this);
  for (const auto& [text, tab] : {std::pair{tr("Matrix"), Tab::matrix}, std::pair{tr("MoSCoW"), Tab::moscow}}) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setChecked(tab == Tab::matrix);
    tabs_->addButton(button, static_cast<int>(tab));
    bar->add(button);
  }
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(tabs_, &QButtonGroup::idToggled, this, [this](int id, bool is_on) {
    if (is_on && id != stack_->currentIndex()) show_tab(static_cast<Tab>(id));
  });
  note_ = new ElidedLabel;
  note_->setProperty("role", "muted");
  bar->add(note_);
  bar->add_stretch();
  ranking_tools_ = make_ranking_tools();
  bar->add(ranking_tools_);
  // Beside the matrix the menu of the methods has it.
  help_ = new QPushButton(tr("How the methods work"));
  help_->setFlat(true);
  help_->hide();
  connect(help_, &QPushButton::clicked, this, [this] { open_help(actions(), {}); });
  bar->add(help_);
  return bar;
}

SceneView* PrioritizePage::make_gauge() {
  auto* gauge = new SceneView;
  gauge->setFixedHeight(gauge_height);
  gauge->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the whole, without the parts by team
  gauge->set_zoomable(false);
  gauge->set_layout([this](views::Size size) {
    views::MoscowOptions options;
    options.size = size;
    options.header = false;
    options.as_if = dragged_values();
    return layout_of_rows(document(), portfolio().all<Item>().size(), [options](const Portfolio& rows, const auto& measurer) {
      return SceneView::Made{views::layout_moscow(rows, options, measurer), {}};
    });
  });
  return gauge;
}

QWidget* PrioritizePage::make_matrix() {
  matrix_ = new SceneView;
  matrix_steps_ = new NextSteps(matrix_);
  matrix_->setMinimumSize(400, 260);
  matrix_->set_layout([this](views::Size size) {
    return layout_of_rows(document(), portfolio().all<Item>().size(),
                          [this, options = matrix_options(size)](const Portfolio& rows, const auto& measurer) {
                            views::Matrix matrix = views::arrange_matrix(rows, options, measurer);
                            return SceneView::Made{std::move(matrix.scene), [this, plot = matrix.plot] { plot_ = plot; }};
                          });
  });
  matrix_->set_start_gesture(
      [this](const MarkId& mark, views::Rect bounds, views::Point press) { return start_in_matrix(mark, bounds, press); });
  matrix_->set_key_handler([this](QKeyEvent& event) { return actions().take_key(matrix_, event); });
  matrix_->set_hover([](const MarkId& mark, std::optional<views::Point>) {
    if (mark.kind == views::MarkKind::item) return Qt::PointingHandCursor;
    if (mark.kind != views::MarkKind::axis) return Qt::ArrowCursor;
    return static_cast<views::MatrixLine>(mark.id) == views::MatrixLine::effort ? Qt::SizeHorCursor : Qt::SizeVerCursor;
  });
  connect(matrix_, &SceneView::clicked, this, [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) {
    if (mark.kind != views::MarkKind::axis) pick(selection(), mark, modifiers);
  });
  connect(matrix_, &SceneView::activated, this, [this](const MarkId& mark) {
    if (mark.kind == views::MarkKind::axis) set_cut(document(), static_cast<views::MatrixLine>(mark.id), {});
  });
  connect(matrix_, &SceneView::gesture_changed, this, &Page::status_changed);

  auto* splitter = new QSplitter;
  splitter->addWidget(matrix_);
  splitter->addWidget(make_table());
  splitter->setHandleWidth(1);
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({440, 560});
  gauge_ = make_gauge();
  auto* tab = new QWidget;
  QVBoxLayout* column = column_of(tab);
  column->addWidget(splitter, 1);
  column->addWidget(gauge_);
  return tab;
}

QWidget* PrioritizePage::make_board() {
  board_ = new SceneView;
  board_steps_ = new NextSteps(board_);
  board_->set_zoomable(false);
  board_->set_layout([this](views::Size size) {
    views::BoardOptions options;
    options.columns = views::BoardColumns::moscow;
    options.today = today();
    options.size = size;
    options.header = false;
    return layout_of_rows(
        document(), portfolio().all<Item>().size(), [this, options](const Portfolio& rows, const auto& measurer) {
          views::Board board = views::arrange_board(rows, options, measurer);
          return SceneView::Made{std::move(board.scene), [this, columns = std::move(board.columns)] { columns_ = columns; }};
        });
  });
  board_->set_start_gesture(
      [this](const MarkId& mark, views::Rect bounds, views::Point press) { return start_on_board(mark, bounds, press); });
  board_->set_key_handler([this](QKeyEvent& event) { return actions().take_key(board_, event); });
  connect(board_, &SceneView::clicked, this,
          [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) { pick(selection(), mark, modifiers); });
  board_gauge_ = make_gauge();
  connect(board_, &SceneView::gesture_changed, this, [this] {
    board_gauge_->refresh();
    emit status_changed();
  });
  auto* tab = new QWidget;
  QVBoxLayout* column = column_of(tab);
  column->addWidget(board_gauge_);
  column->addWidget(board_, 1);
  return tab;
}

SceneView& PrioritizePage::shown() const { return stack_->currentIndex() == 0 ? *matrix_ : *board_; }

void PrioritizePage::show_tab(Tab tab) {
  tabs_->button(static_cast<int>(tab))->setChecked(true);
  stack_->setCurrentIndex(static_cast<int>(tab));
  for (QWidget* of_matrix : {static_cast<QWidget*>(note_), ranking_tools_}) of_matrix->setVisible(tab == Tab::matrix);
  help_->setVisible(tab == Tab::moscow);
  emit status_changed();
}

void PrioritizePage::refresh() {
  for (SceneView* view : {matrix_, gauge_, board_, board_gauge_}) view->refresh();
  rank();
  const auto& items = portfolio().all<Item>();
  table_->setVisible(std::any_of(items.begin(), items.end(), is_open));  // else the matrix says what to do first
  offer_next_steps();
  emit status_changed();
}

void PrioritizePage::offer_next_steps() {
  std::vector<NextSteps::Step> steps;
  if (portfolio().all<Item>().empty()) {
    add_action_step(steps, actions(), tr("New item"), "backlog.new_item");
    add_action_step(steps, actions(), tr("Import…"), "file.import");
  }
  matrix_steps_->offer(steps);
  board_steps_->offer(std::move(steps));
}

std::optional<ShownView> PrioritizePage::shown_view() const {
  ShownView shown;
  if (stack_->currentIndex() == static_cast<int>(Tab::matrix)) {
    shown.view = workbench::View::matrix;
    shown.not_in_picture = tr("The ranking beside the matrix is not in the picture: a table holds the ranks by RICE.");
    return shown;
  }
  shown.view = workbench::View::board;
  shown.options.columns = views::BoardColumns::moscow;
  shown.as_shown = tr("Columns by MoSCoW, under the gauge of effort");
  shown.not_in_table = tr("The gauge is not in a table: choose the view MoSCoW for its figures.");
  return shown;
}

QString PrioritizePage::status() const {
  if (const Gesture* gesture = shown().gesture()) return gesture->sentence();
  const QString items = count_text(static_cast<std::size_t>(ranking_->total()), tr("open item"), tr("open items"));
  return ranking_->rowCount() == ranking_->total()
             ? items
             : tr("%1 of %2").arg(figure(static_cast<std::size_t>(ranking_->rowCount())), items);
}

}  // namespace tradewind::gui
