// The head of the backlog: which columns there are and by which it is sorted, by mouse and by keyboard.
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPointer>
#include <algorithm>

#include "gui/backlog/backlog_header.h"
#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/staying_menu.h"
#include "gui/backlog/view_menu.h"
#include "gui/shell/help_link.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

QString name_in_menu(BacklogColumn column) {
  return column == BacklogColumn::rank ? QCoreApplication::translate("BacklogPage", "# (rank)") : title_of(column);
}

}  // namespace

void BacklogPage::add_head_actions() {
  const QPointer<BacklogPage> page(this);  // the actions outlive the page
  const auto shown = [page](void (BacklogPage::*open)()) {
    return [page, open] {
      if (!page) return;
      if (!page->isVisible()) emit page->show_requested();
      (page->*open)();
    };
  };
  actions().add({.id = "backlog.columns",
                 .menu = tr("View"),
                 .text = tr("&Columns of the backlog…"),
                 .words = tr("show hide choose fields")},
                shown(&BacklogPage::open_columns));
  actions().add(
      {.id = "backlog.sort", .menu = tr("View"), .text = tr("&Sort the backlog…"), .words = tr("order by column ascending")},
      shown(&BacklogPage::open_sort));
  actions().add({.id = "backlog.column_help",
                 .menu = tr("Help"),
                 .text = tr("How the current column of the backlog works"),
                 .words = tr("method score explain")},
                shown(&BacklogPage::explain_column));
}

void BacklogPage::sort_by(int logical, bool adds) {
  const auto column = static_cast<BacklogColumn>(logical);
  // Numbers are looked at from the greatest, places from the first.
  const bool greatest_first = is_number(column) && column != BacklogColumn::rank;
  const Qt::SortOrder first = greatest_first ? Qt::DescendingOrder : Qt::AscendingOrder;
  const Qt::SortOrder second = greatest_first ? Qt::AscendingOrder : Qt::DescendingOrder;
  const std::vector<BacklogSort>& now = model_->sort_columns();
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

void BacklogPage::show_sort() { table_->horizontalHeader()->viewport()->update(); }

void BacklogPage::fill_columns(QMenu& menu) {
  QHeaderView* header = table_->horizontalHeader();
  QList<QAction*> columns;
  for (int column = 0; column < backlog_column_count(); ++column) {
    const auto which = static_cast<BacklogColumn>(column);
    QAction* action = columns.emplace_back(menu.addAction(name_in_menu(which)));
    action->setCheckable(true);
    action->setChecked(!header->isSectionHidden(column));
    action->setEnabled(which != BacklogColumn::title);  // without it nobody knows what a row is
    connect(action, &QAction::toggled, this, [this, header, column](bool shown) {
      header->setSectionHidden(column, !shown);
      keep_columns_soon_.start();
    });
  }
  menu.addSeparator();
  menu.addAction(tr("Show all columns"), this, [columns] {
    for (QAction* action : columns) action->setChecked(true);
  });
}

void BacklogPage::fill_sort(QMenu& menu) {
  menu.addAction(tr("By the order of the workspace"), this, [this] { set_sort({}); });
  menu.addSeparator();
  QMenu* first = menu.addMenu(tr("First by"));
  QMenu* then = menu.addMenu(tr("Then by"));
  then->setEnabled(!model_->is_by_rank());  // no two items share a place
  for (int column = 0; column < backlog_column_count(); ++column) {
    const auto which = static_cast<BacklogColumn>(column);
    const QString mark = sort_mark(model_->sort_columns(), which);
    const QString text = mark.isEmpty() ? name_in_menu(which) : name_in_menu(which) + '\t' + mark;
    first->addAction(text, this, [this, column] { sort_by(column, false); });
    if (which != BacklogColumn::rank) then->addAction(text, this, [this, column] { sort_by(column, true); });
  }
}

void BacklogPage::open_under_head(QMenu* menu, const QString& name) {
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setAccessibleName(name);
  menu->popup(table_->viewport()->mapToGlobal(QPoint(0, 0)));
  // By keyboard people go on from the first entry.
  menu->setActiveAction(menu->actions().value(0));
}

void BacklogPage::open_columns() {
  auto* menu = new StayingMenu(this);
  menu->setObjectName("backlog_columns");
  fill_columns(*menu);
  open_under_head(menu, tr("Columns of the backlog"));
}

void BacklogPage::open_sort() {
  auto* menu = new QMenu(this);
  menu->setObjectName("backlog_sort");
  fill_sort(*menu);
  open_under_head(menu, tr("Sort the backlog"));
}

void BacklogPage::explain_column() {
  const QModelIndex current = table_->currentIndex();
  const scoring::Method* method = current.isValid() ? method_of(static_cast<BacklogColumn>(current.column())) : nullptr;
  open_help(actions(), method == nullptr ? QString() : qt_text(method->key));
}

void BacklogPage::open_head_menu(const QPoint& at) {
  auto* header = static_cast<BacklogHeader*>(table_->horizontalHeader());
  auto* menu = new StayingMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const int section = header->section_at(at);
  const scoring::Method* method = section < 0 ? nullptr : method_of(static_cast<BacklogColumn>(section));
  if (method != nullptr) {
    menu->addAction(tr("How %1 works").arg(qt_text(method->name)), this,
                    [this, method] { open_help(actions(), qt_text(method->key)); });
    menu->addSeparator();
  }
  fill_sort(*menu->addMenu(tr("Sort")));
  menu->addSeparator();
  fill_columns(*menu);
  menu->popup(header->mapToGlobal(at));
}

void BacklogPage::connect_header() {
  QHeaderView* header = table_->horizontalHeader();
  connect(header, &QHeaderView::sectionClicked, this,
          [this](int section) { sort_by(section, (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier) != 0); });
  connect(header, &QHeaderView::customContextMenuRequested, this, &BacklogPage::open_head_menu);
  keep_columns_soon_.setSingleShot(true);
  keep_columns_soon_.setInterval(500);
  connect(&keep_columns_soon_, &QTimer::timeout, this, [this] {
    keep_columns();
    view_menu_->refresh();
  });
  connect(header, &QHeaderView::sectionMoved, &keep_columns_soon_, qOverload<>(&QTimer::start));
  connect(header, &QHeaderView::sectionResized, &keep_columns_soon_, qOverload<>(&QTimer::start));
}

}  // namespace tradewind::gui
