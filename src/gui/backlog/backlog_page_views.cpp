// How the backlog page shows its rows: groups, and with order and columns all of them under the name of a saved view.
#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <algorithm>
#include <array>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/backlog/filter_words.h"
#include "gui/backlog/menu_button.h"
#include "gui/backlog/view_menu.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

const QString columns_setting = QStringLiteral("backlog/shown_columns");

/// What a printed page has a column for, in one way or another.
bool is_printed(BacklogColumn column) {
  using enum BacklogColumn;
  constexpr std::array printed{rank, key, title, outcome, allocation_class, moscow, effort, rice, confidence};
  return std::find(printed.begin(), printed.end(), column) != printed.end();
}

/// "Not in the picture: Reach, WSJF."; empty without titles.
QString left_out(const QString& sentence, const QStringList& titles) {
  return titles.isEmpty() ? QString() : sentence.arg(titles.join(", "));
}

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

std::optional<ShownView> BacklogPage::shown_view() const {
  ShownView shown;
  shown.view = workbench::View::backlog;
  auto& items = shown.options.items.emplace();
  for (int row = 0; row < model_->rowCount(); ++row) {
    if (const BacklogGroup* group = model_->group_at(row))
      shown.options.heads.push_back({items.size(), group->title.toStdString(), figures_of(*group).join(", ").toStdString()});
    else
      items.push_back(model_->item_at(row));
  }
  const BacklogViewState state = shown_state();
  QStringList how{state.filter.isEmpty() ? tr("Every item") : tr("Only %1").arg(state.filter)};
  QStringList sorted;
  for (const BacklogSort& one : state.sort)
    sorted << (one.column == BacklogColumn::rank ? tr("rank") : title_of(one.column)) +
                  (one.order == Qt::DescendingOrder ? tr(" (greatest first)") : QString());
  how << tr("by %1").arg(sorted.join(", "));
  if (state.group != BacklogGrouping::none) how << tr("in groups by %1").arg(title_of(state.group));
  shown.as_shown = how.join(", ");
  QStringList no_picture;
  QStringList no_table;
  for (const ShownColumn& one : state.columns) {
    if (!is_printed(one.column)) no_picture << title_of(one.column);
    if (method_of(one.column) != nullptr) no_table << title_of(one.column);
  }
  shown.not_in_picture = left_out(tr("The picture has columns of its own. Not in it: %1."), no_picture);
  shown.not_in_table = left_out(tr("Not in the table: %1."), no_table);
  return shown;
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
