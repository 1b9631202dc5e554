#include "gui/backlog/backlog_page.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/shell/count_text.h"
#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

const QString columns_setting = QStringLiteral("backlog/columns");
const QString clear_filter_link = QStringLiteral("clear-filter");
const QString new_item_link = QStringLiteral("new-item");

}  // namespace

BacklogPage::BacklogPage(const PageContext& context) : Page(context) {
  model_ = new BacklogModel(document(), this);
  build();
  restore_columns();
  show_sort();
  connect_all();
  show_selection(true);
  update_empty_text();
  filter_bar_->set_count(model_->rowCount(), model_->total());
}

BacklogPage::~BacklogPage() {
  keep_columns();
  delete table_;  // before the model and while the page can still hear its signals
}

void BacklogPage::build() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* bar = new PageBar(tr("Backlog"), this);
  filter_bar_ = new FilterBar(portfolio(), bar);
  filter_bar_->setMinimumWidth(260);
  filter_bar_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  auto* add = new QPushButton(icon("plus", views::Token::text_on), tr("New item"), bar);
  add->setProperty("role", "primary");
  add->setAccessibleName(tr("New item"));
  add->setToolTip(tr("Add an item below the current one (Enter in the table, or Ctrl+N)"));
  connect(add, &QPushButton::clicked, this, &BacklogPage::add_item);
  bar->add(filter_bar_);
  bar->add(add);
  layout->addWidget(bar);
  filter_bar_->message()->setContentsMargins(16, 4, 16, 4);
  layout->addWidget(filter_bar_->message());
  table_ = new BacklogTable(model_, this);
  layout->addWidget(table_, 1);

  const QPointer<BacklogPage> page(this);  // the action outlives the page
  actions().add({.id = "backlog.new_item",
                 .menu = "Edit",
                 .text = tr("&New item"),
                 .shortcut = QKeySequence::New,
                 .icon = "plus",
                 .words = tr("add create backlog")},
                [page] {
                  if (page) page->add_item();
                });
}

void BacklogPage::connect_all() {
  connect(filter_bar_, &FilterBar::filter_changed, this, &BacklogPage::apply_filter);
  connect(filter_bar_, &FilterBar::left_downwards, table_, qOverload<>(&QWidget::setFocus));
  connect(model_, &BacklogModel::rows_changed, this, &BacklogPage::rows_changed);
  connect(&selection(), &Selection::changed, this, [this] {
    if (!synchronising_) show_selection(true);
    emit status_changed();
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BacklogPage::take_selection);
  connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BacklogPage::take_selection);
  connect(table_, &BacklogTable::new_item_requested, this, &BacklogPage::add_item);
  connect(table_, &BacklogTable::remove_requested, this, &BacklogPage::remove_selected);
  connect(table_, &BacklogTable::copy_requested, this, &BacklogPage::copy);
  connect(table_, &BacklogTable::paste_requested, this, &BacklogPage::paste);
  connect(table_, &BacklogTable::link_followed, this, [this](const QString& link) {
    if (link == new_item_link) return add_item();
    filter_bar_->clear();
    apply_filter(QString());
    table_->setFocus();
  });
  connect(&Appearance::instance(), &Appearance::changed, table_->viewport(), qOverload<>(&QWidget::update));

  QHeaderView* header = table_->horizontalHeader();
  connect(header, &QHeaderView::sectionClicked, this, &BacklogPage::sort_by);
  connect(header, &QHeaderView::customContextMenuRequested, this, &BacklogPage::open_header_menu);
  keep_columns_soon_.setSingleShot(true);
  keep_columns_soon_.setInterval(500);
  connect(&keep_columns_soon_, &QTimer::timeout, this, &BacklogPage::keep_columns);
  connect(header, &QHeaderView::sectionMoved, &keep_columns_soon_, qOverload<>(&QTimer::start));
  connect(header, &QHeaderView::sectionResized, &keep_columns_soon_, qOverload<>(&QTimer::start));
}

QString BacklogPage::status() const {
  const QString selected = selection().items().empty() ? QString() : tr(", %1 selected").arg(figure(selection().items().size()));
  return tr("%1 of %2 items")
             .arg(figure(static_cast<std::size_t>(model_->rowCount())), figure(static_cast<std::size_t>(model_->total()))) +
         selected;
}

QWidget* BacklogPage::first_focus() { return table_; }

void BacklogPage::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Find)) {
    filter_bar_->setFocus(Qt::ShortcutFocusReason);
    filter_bar_->selectAll();
    return event->accept();
  }
  Page::keyPressEvent(event);
}

void BacklogPage::apply_filter(const QString& expression) {
  const auto mistake = model_->set_filter(expression);
  filter_bar_->set_mistake(mistake);
}

void BacklogPage::rows_changed() {
  // What is gone from the workspace cannot stay selected; what a filter hides can.
  std::vector<ItemId> there;
  for (const ItemId item : selection().items())
    if (portfolio().contains(item)) there.push_back(item);
  if (there.size() != selection().items().size()) {
    synchronising_ = true;
    selection().select(std::move(there));
    synchronising_ = false;
  }
  show_selection(false);
  filter_bar_->set_count(model_->rowCount(), model_->total());
  update_empty_text();
  emit status_changed();
}

void BacklogPage::update_empty_text() {
  if (model_->rowCount() > 0) return table_->set_empty_text({});
  if (model_->total() == 0)
    return table_->set_empty_text(tr("The backlog holds everything that could be done. Press Enter or "
                                     "<a href=\"%1\">“New item”</a>, or import a file.")
                                      .arg(new_item_link));
  table_->set_empty_text(tr("No item matches the filter. <a href=\"%1\">Clear the filter</a> to see all %2 items, "
                            "or press Esc in it.")
                             .arg(clear_filter_link)
                             .arg(model_->total()));
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
  model_->set_sort(std::move(sort));
  show_sort();
}

void BacklogPage::show_sort() {
  const BacklogSort& first = model_->sort_columns().front();
  table_->horizontalHeader()->setSortIndicator(static_cast<int>(first.column), first.order);
}

void BacklogPage::open_header_menu(const QPoint& at) {
  QHeaderView* header = table_->horizontalHeader();
  QMenu menu(this);
  menu.addAction(tr("Sort by the order of the workspace"), this, [this] {
    model_->set_sort({});
    show_sort();
  });
  menu.addSeparator();
  for (int column = 0; column < backlog_column_count; ++column) {
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
    for (int column = 0; column < backlog_column_count; ++column) header->setSectionHidden(column, false);
    keep_columns_soon_.start();
  });
  menu.exec(header->mapToGlobal(at));
}

void BacklogPage::restore_columns() {
  QHeaderView* header = table_->horizontalHeader();
  const QByteArray kept = QSettings().value(columns_setting).toByteArray();
  if (kept.isEmpty() || !header->restoreState(kept)) return;
  header->setSectionHidden(static_cast<int>(BacklogColumn::title), false);
  // Part of the state, but not people's to choose.
  header->setSectionsMovable(true);
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
}

void BacklogPage::keep_columns() { QSettings().setValue(columns_setting, table_->horizontalHeader()->saveState()); }

}  // namespace tradewind::gui
