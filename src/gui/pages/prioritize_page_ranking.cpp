// The ranking beside the matrix: which methods it shows, in which order, and where they disagree.
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>
#include <algorithm>
#include <unordered_set>

#include "gui/backlog/menu_button.h"
#include "gui/pages/prioritize_page.h"
#include "gui/pages/ranking_delegate.h"
#include "gui/pages/ranking_model.h"
#include "gui/scene/picking.h"
#include "gui/shell/count_text.h"
#include "gui/shell/elided_label.h"
#include "gui/shell/help_link.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 27;
constexpr int narrowest_method = 72;
constexpr int room_around_head = 38;                   // with that of the arrow
constexpr int room_around_cell = 24;                   // the padding of the style sheet and Qt's own margins
constexpr std::size_t most_methods_beside_titles = 4;  // with more of them the table is scrolled sideways
constexpr int title_width = 220;
/// From here on ranking is most of a frame.
constexpr std::size_t many_items = 2000;
const QString methods_setting = QStringLiteral("prioritize/methods");

/// In the order of the registry, categories last; what is not known is left out.
RankingMethods methods_with(const QStringList& keys) {
  RankingMethods methods;
  for (const scoring::Method& method : scoring::methods())
    if (keys.contains(qt_text(method.key))) methods.push_back(&method);
  std::stable_partition(methods.begin(), methods.end(), [](const scoring::Method* one) { return scoring::gives_places(*one); });
  return methods;
}

QStringList keys_of(const RankingMethods& methods) {
  QStringList keys;
  for (const scoring::Method* method : methods) keys.append(qt_text(method->key));
  return keys;
}

/// Of the widest number with as many digits: those of the largest number may be narrow ones.
int width_of_number(const QFontMetrics& metrics, QString text) {
  const QString digits = "0123456789";
  const auto widest = std::max_element(digits.begin(), digits.end(), [&](QChar one, QChar other) {
    return metrics.horizontalAdvance(one) < metrics.horizontalAdvance(other);
  });
  for (QChar& character : text)
    if (character.isDigit()) character = *widest;
  return metrics.horizontalAdvance(text);
}

}  // namespace

QWidget* PrioritizePage::make_table() {
  table_ = new QTableView;
  table_->setAccessibleName(tr("Ranking of the open items by several methods"));
  table_->setModel(ranking_);
  table_->setItemDelegate(new RankingDelegate(table_));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(row_height);
  table_->setWordWrap(false);
  table_->setTabKeyNavigation(false);
  QHeaderView* header = table_->horizontalHeader();
  header->setObjectName("ranking_header");
  header->setHighlightSections(false);
  header->setSortIndicator(RankingModel::rank, Qt::AscendingOrder);
  table_->setSortingEnabled(true);
  size_columns();
  // After the model has sorted: rows hold other items now.
  connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { follow_selection(false); });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    if (ranking_changes_) return;
    Items items;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) items.push_back(ranking_->item_at(index.row()));
    selection().select(std::move(items));
  });
  return table_;
}

QWidget* PrioritizePage::make_ranking_tools() {
  methods_ = methods_with(QSettings().value(methods_setting).toStringList());
  if (methods_.empty()) methods_ = methods_with({"rice", "wsjf", "opportunity", "moscow"});
  ranking_ = new RankingModel(document(), methods_, this);
  auto* tools = new QWidget;
  auto* row = new QHBoxLayout(tools);
  row->setContentsMargins(0, 0, 0, 0);
  only_disagreements_ = new QPushButton(tr("Only disagreements"));
  only_disagreements_->setObjectName("only_disagreements");
  only_disagreements_->setCheckable(true);
  only_disagreements_->setToolTip(tr("Only the items on which the methods disagree"));
  connect(only_disagreements_, &QPushButton::toggled, this, [this](bool only) {
    change_ranking([this, only] { ranking_->set_only_disagreements(only); });
    emit status_changed();
  });
  row->addWidget(only_disagreements_);
  auto* methods = new QPushButton(tr("Methods"));
  methods->setObjectName("ranking_methods");
  methods->setAccessibleName(tr("Methods and order of the ranking"));
  methods->setToolTip(tr("Which methods the ranking shows and compares, and by which it is sorted"));
  dress_as_menu_button(*methods);
  auto* menu = new QMenu(methods);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill_methods_menu(*menu); });
  methods->setMenu(menu);
  row->addWidget(methods);
  return tools;
}

void PrioritizePage::fill_methods_menu(QMenu& menu) {
  qDeleteAll(menu.findChildren<QMenu*>());
  menu.clear();
  for (const scoring::Method& method : scoring::methods()) {
    const bool is_shown = std::find(methods_.begin(), methods_.end(), &method) != methods_.end();
    QAction* action = menu.addAction(qt_text(method.name));
    action->setCheckable(true);
    action->setChecked(is_shown);
    action->setEnabled(!is_shown || methods_.size() > 1);  // a ranking by nothing is none
    connect(action, &QAction::toggled, this, [this, one = &method](bool checked) { show_method(*one, checked); });
  }
  menu.addSeparator();
  QMenu* order = menu.addMenu(tr("Sort by"));
  for (int column = 0; column < ranking_->columnCount(); ++column) {
    const QString name = ranking_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QAction* action = order->addAction(column == RankingModel::rank ? tr("# (place)") : name);
    action->setCheckable(true);
    action->setChecked(table_->horizontalHeader()->sortIndicatorSection() == column);
    connect(action, &QAction::triggered, this, [this, column] { sort_ranking(column); });
  }
  menu.addSeparator();
  menu.addAction(tr("How the methods work"), this, [this] { open_help(actions(), {}); });
}

void PrioritizePage::sort_ranking(int column) {
  const QHeaderView& header = *table_->horizontalHeader();
  // As a click on the head does: the second one turns the order.
  const bool turns = header.sortIndicatorSection() == column && header.sortIndicatorOrder() == Qt::AscendingOrder;
  table_->sortByColumn(column, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void PrioritizePage::show_method(const scoring::Method& method, bool shown) {
  QStringList keys = keys_of(methods_);
  keys.removeAll(qt_text(method.key));
  if (shown) keys.append(qt_text(method.key));
  methods_ = methods_with(keys);
  QSettings().setValue(methods_setting, keys_of(methods_));
  rank();
}

void PrioritizePage::rank() {
  if (portfolio().all<Item>().size() < many_items) {
    ranking_job_.stop();
    return show_ranking(rank_open_items(portfolio(), methods_));
  }
  ranking_job_.start([this, rows = document().snapshot(), methods = methods_](const BackgroundJob::Run& run) {
    const auto ranking = std::make_shared<Ranking>(rank_open_items(*rows, methods));
    run.deliver([this, ranking] { show_ranking(std::move(*ranking)); });
  });
}

void PrioritizePage::show_ranking(Ranking ranking) {
  const bool other_methods = ranking.methods != ranking_->methods();
  change_ranking([&] {
    ranking_->take(std::move(ranking));
    if (other_methods) table_->horizontalHeader()->setSortIndicator(RankingModel::rank, Qt::AscendingOrder);
  });
  if (other_methods)
    size_columns();
  else
    grow_columns();
  emit status_changed();
}

void PrioritizePage::size_columns() {
  QHeaderView& header = *table_->horizontalHeader();
  header.setSectionResizeMode(QHeaderView::Interactive);
  if (ranking_->methods().size() <= most_methods_beside_titles)
    header.setSectionResizeMode(RankingModel::title, QHeaderView::Stretch);
  else
    table_->setColumnWidth(RankingModel::title, title_width);
  table_->setColumnWidth(RankingModel::rank, 44);
  for (int column = RankingModel::first_method; column < ranking_->columnCount(); ++column) {
    needed_widths_[column] = needed_width(column);
    table_->setColumnWidth(column, needed_widths_[column]);
  }
}

void PrioritizePage::grow_columns() {
  for (int column = RankingModel::first_method; column < ranking_->columnCount(); ++column)
    if (const int needed = needed_width(column); needed > needed_widths_[column]) {
      needed_widths_[column] = needed;
      table_->setColumnWidth(column, std::max(needed, table_->columnWidth(column)));
    }
}

int PrioritizePage::needed_width(int column) const {
  const QString name = ranking_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  const int head = table_->horizontalHeader()->fontMetrics().horizontalAdvance(name) + room_around_head;
  const int cell = width_of_number(table_->fontMetrics(), ranking_->widest_text(column)) + room_around_cell;
  return std::max({narrowest_method, head, cell});
}

void PrioritizePage::change_ranking(const std::function<void()>& change) {
  {
    const QScopedValueRollback changing(ranking_changes_, true);
    change();
  }
  follow_selection(false);
  say_disagreements();
}

void PrioritizePage::say_disagreements() {
  const int count = ranking_->disagreements();
  note_->set_line(
      count == 0 ? (ranking_->can_compare() ? tr("The methods agree") : QString())
                 : tr("The methods disagree on %1").arg(count_text(static_cast<std::size_t>(count), tr("item"), tr("items"))));
  only_disagreements_->setEnabled(count > 0 || only_disagreements_->isChecked());
}

void PrioritizePage::follow_selection(bool scroll) {
  for (SceneView* view : {matrix_, board_}) view->set_selected(selected_marks(selection()));
  // Rows beside each other as one range: ten thousand ranges would take Qt seconds.
  const std::unordered_set<ItemId> selected(selection().items().begin(), selection().items().end());
  QItemSelection rows;
  for (int row = 0, first = 0; row < ranking_->rowCount(); first = ++row) {
    while (row < ranking_->rowCount() && selected.count(ranking_->item_at(row)) > 0) ++row;
    if (row > first) rows.select(ranking_->index(first, 0), ranking_->index(row - 1, ranking_->columnCount() - 1));
  }
  {
    const QSignalBlocker quiet(table_->selectionModel());
    table_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
  }
  // People look where they have scrolled to: only another choice brings it into sight.
  if (const int current = ranking_->row_of(selection().current_item()); scroll && current >= 0)
    table_->scrollTo(ranking_->index(current, 0));
  table_->viewport()->update();
}

}  // namespace tradewind::gui
