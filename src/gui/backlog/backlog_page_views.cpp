// How the backlog page shows its rows: order, groups, columns, and all of them under the name of a saved view.
#include <QActionGroup>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <algorithm>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/backlog/filter_words.h"
#include "gui/backlog/menu_button.h"
#include "gui/backlog/view_menu.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/help_link.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

const QString columns_setting = QStringLiteral("backlog/shown_columns");

}  // namespace

void BacklogPage::add_group_actions() {
  const QPointer<BacklogPage> page(this);  // the actions outlive the page
  auto* one_of_them = new QActionGroup(this);
  for (const auto& [grouping, key] : EnumNames<BacklogGrouping>::values) {
    ActionSpec spec;
    spec.id = QString("backlog.group.") + QString::fromLatin1(key);
    spec.menu = tr("View");
    spec.text =
        grouping == BacklogGrouping::none ? tr("Backlog without groups") : tr("Backlog in groups by %1").arg(title_of(grouping));
    spec.words = tr("group");
    QAction* action = actions().add(spec, [page, which = grouping] {
      if (!page) return;
      if (!page->isVisible()) emit page->show_requested();
      page->group_by(which);
    });
    action->setCheckable(true);
    one_of_them->addAction(action);
    group_actions_.push_back(action);
  }
}

QPushButton* BacklogPage::make_group_button() {
  auto* button = new QPushButton(this);
  button->setObjectName("group_button");
  dress_as_menu_button(*button);
  button->setToolTip(tr("Rows in groups, with their sums"));
  auto* menu = new QMenu(button);
  for (const auto& [grouping, key] : EnumNames<BacklogGrouping>::values) {
    QAction* action = menu->addAction(title_of(grouping));
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, which = grouping] { group_by(which); });
    // Checked as the action of the window is.
    QAction* shared = group_actions_[static_cast<std::size_t>(grouping)];
    connect(menu, &QMenu::aboutToShow, action, [action, shared] { action->setChecked(shared->isChecked()); });
  }
  menu->addSeparator();
  QAction* fold = menu->addAction(tr("Fold all groups"), this, [this] { model_->fold_all(true); });
  QAction* unfold = menu->addAction(tr("Unfold all groups"), this, [this] { model_->fold_all(false); });
  connect(menu, &QMenu::aboutToShow, this, [this, fold, unfold] {
    for (QAction* action : {fold, unfold}) action->setEnabled(model_->grouping() != BacklogGrouping::none);
  });
  button->setMenu(menu);
  return button;
}

void BacklogPage::group_by(BacklogGrouping grouping) {
  if (grouping != model_->grouping()) model_->set_grouping(grouping);
  show_grouping();
  view_menu_->refresh();
}

void BacklogPage::show_grouping() {
  const BacklogGrouping grouping = model_->grouping();
  group_actions_[static_cast<std::size_t>(grouping)]->setChecked(true);
  const bool grouped = grouping != BacklogGrouping::none;
  group_button_->setText(grouped ? tr("Group: %1").arg(title_of(grouping)) : tr("Group"));
  group_button_->setAccessibleName(tr("Group the rows, now by: %1").arg(title_of(grouping)));
}

void BacklogPage::sort_by(int logical) {
  const auto column = static_cast<BacklogColumn>(logical);
  // Numbers are looked at from the greatest, places from the first.
  const bool greatest_first = is_number(column) && column != BacklogColumn::rank;
  const Qt::SortOrder first = greatest_first ? Qt::DescendingOrder : Qt::AscendingOrder;
  const Qt::SortOrder second = greatest_first ? Qt::AscendingOrder : Qt::DescendingOrder;
  const std::vector<BacklogSort>& now = model_->sort_columns();
  const bool adds = (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier) != 0;
  // Places decide everything, so that a column added to them would do nothing.
  std::vector<BacklogSort> sort;
  if (adds && !model_->is_by_rank()) sort = now;
  const auto is_this = [&](const BacklogSort& one) { return one.column == column; };
  const auto before = std::find_if(now.begin(), now.end(), is_this);
  std::optional<Qt::SortOrder> order = first;
  if (before != now.end() && (adds || now.size() == 1)) {
    if (before->order == first)
      order = second;
    else
      order = std::nullopt;  // the third click: back to the order of the workspace
  }
  const auto at = std::find_if(sort.begin(), sort.end(), is_this);
  if (at != sort.end() && order)
    at->order = *order;
  else if (at != sort.end())
    sort.erase(at);
  else if (order)
    sort.push_back({column, *order});
  set_sort(std::move(sort));
}

void BacklogPage::set_sort(std::vector<BacklogSort> sort) {
  model_->set_sort(std::move(sort));
  show_sort();
  view_menu_->refresh();
}

void BacklogPage::show_sort() {
  // The usual order is no news, and an arrow has no room beside "#".
  const BacklogSort& first = model_->sort_columns().front();
  const bool is_usual = first.column == BacklogColumn::rank && first.order == Qt::AscendingOrder;
  table_->horizontalHeader()->setSortIndicator(is_usual ? -1 : static_cast<int>(first.column), first.order);
}

void BacklogPage::open_header_menu(const QPoint& at) {
  QHeaderView* header = table_->horizontalHeader();
  QMenu menu(this);
  const int section = header->logicalIndexAt(at);
  const scoring::Method* method = section < 0 ? nullptr : method_of(static_cast<BacklogColumn>(section));
  if (method != nullptr) {
    menu.addAction(tr("How %1 works").arg(qt_text(method->name)), this,
                   [this, method] { open_help(actions(), qt_text(method->key)); });
    menu.addSeparator();
  }
  menu.addAction(tr("Sort by the order of the workspace"), this, [this] { set_sort({}); });
  menu.addSeparator();
  for (int column = 0; column < backlog_column_count(); ++column) {
    const auto which = static_cast<BacklogColumn>(column);
    QAction* action = menu.addAction(which == BacklogColumn::rank ? tr("# (rank)") : title_of(which));
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(column));
    action->setEnabled(which != BacklogColumn::title);  // without it nobody knows what a row is
    connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
      header->setSectionHidden(column, !shown);
      keep_columns_soon_.start();
    });
  }
  menu.addSeparator();
  menu.addAction(tr("Show all columns"), this, [this, header] {
    for (int column = 0; column < backlog_column_count(); ++column) header->setSectionHidden(column, false);
    keep_columns_soon_.start();
  });
  menu.exec(header->mapToGlobal(at));
}

void BacklogPage::connect_header() {
  QHeaderView* header = table_->horizontalHeader();
  connect(header, &QHeaderView::sectionClicked, this, &BacklogPage::sort_by);
  connect(header, &QHeaderView::customContextMenuRequested, this, &BacklogPage::open_header_menu);
  keep_columns_soon_.setSingleShot(true);
  keep_columns_soon_.setInterval(500);
  connect(&keep_columns_soon_, &QTimer::timeout, this, [this] {
    keep_columns();
    view_menu_->refresh();
  });
  connect(header, &QHeaderView::sectionMoved, &keep_columns_soon_, qOverload<>(&QTimer::start));
  connect(header, &QHeaderView::sectionResized, &keep_columns_soon_, qOverload<>(&QTimer::start));
}

void BacklogPage::restore_columns() {
  const QString kept = QSettings().value(columns_setting).toString();
  if (!kept.isEmpty()) show_columns(*table_->horizontalHeader(), read_view_state(kept.toStdString(), portfolio()).state.columns);
}

void BacklogPage::keep_columns() {
  BacklogViewState columns;
  columns.columns = shown_columns(*table_->horizontalHeader());
  QSettings().setValue(columns_setting, QString::fromStdString(to_json(columns)));
}

BacklogViewState BacklogPage::shown_state() const {
  BacklogViewState state;
  state.filter = filter_terms(filter_).join(' ');
  state.sort = model_->sort_columns();
  state.group = model_->grouping();
  state.columns = shown_columns(*table_->horizontalHeader());
  return state;
}

/// Not the filter: whoever opens a workspace finds all of it.
QString BacklogPage::arrangement() const {
  BacklogViewState state = shown_state();
  state.filter.clear();
  return QString::fromStdString(to_json(state));
}

/// Columns are kept for all workspaces together.
void BacklogPage::arrange(const QString& kept) {
  if (kept.isEmpty()) return;
  const BacklogViewState state = read_view_state(kept.toStdString(), portfolio()).state;
  if (state.sort == model_->sort_columns() && state.group == model_->grouping()) return;
  model_->arrange_by({}, state.sort, state.group);
  show_sort();
  show_grouping();
  view_menu_->refresh();
}

void BacklogPage::show_state(const BacklogViewState& state) {
  if (!isVisible()) emit show_requested();
  message_->hide();
  filter_bar_->show_filter(state.filter);
  const auto mistake = model_->arrange_by(state.filter, state.sort, state.group);
  filter_bar_->set_mistake(mistake);
  if (!mistake) filter_ = state.filter;
  show_sort();
  show_grouping();
  show_columns(*table_->horizontalHeader(), state.columns);
}

}  // namespace tradewind::gui
