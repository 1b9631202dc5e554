#include "gui/pages/capacity_table.h"

#include <QHeaderView>
#include <QScrollBar>
#include <algorithm>

#include "gui/pages/capacity_delegate.h"

namespace tradewind::gui {

/// The column of the names once more, over the table: Qt's tables have no column that stays. The table hears its keys.
class CapacityNames : public QTableView {
 public:
  explicit CapacityNames(QWidget* table) : QTableView(table) {
    setObjectName("teams_names");
    setAccessibleName(CapacityTable::tr("Teams"));
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(table);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }
  using QTableView::edit;
  bool is_editing() const { return state() == EditingState; }

 protected:
  // The table tells screen readers where people are, once.
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override {
    QAbstractItemView::currentChanged(current, previous);
  }
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override {
    QAbstractItemView::selectionChanged(selected, deselected);
  }
};

namespace {

constexpr int row_height = 44;
constexpr int head_height = 28;
constexpr int head_height_with_sums = 44;
constexpr int narrowest_names = 120;
constexpr int widest_names = 240;
constexpr int narrowest_period = 104;  // "12 × 13 × 100 %"
constexpr int widest_period = 208;     // "12 people × 13 weeks × 100 %"

void set_up(QTableView& view) {
  view.setSelectionMode(QAbstractItemView::ExtendedSelection);
  view.setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view.setTabKeyNavigation(false);  // Tab leaves the table, so that the keyboard can reach everything
  view.verticalHeader()->hide();
  view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view.verticalHeader()->setDefaultSectionSize(row_height);
  view.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  view.horizontalHeader()->setHighlightSections(false);
}

}  // namespace

CapacityTable::CapacityTable(CapacityModel& model, QWidget* parent)
    : QTableView(parent), model_(&model), names_(new CapacityNames(this)) {
  setModel(&model);
  names_->setModel(&model);
  names_->setSelectionModel(selectionModel());
  setItemDelegate(new CapacityDelegate(*this, this));
  names_->setItemDelegate(new CapacityDelegate(*this, names_));
  set_up(*this);
  set_up(*names_);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, names_->verticalScrollBar(), &QScrollBar::setValue);
  connect(names_->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
  // Connected after the views, so that they know the new columns.
  connect(&model, &QAbstractItemModel::modelReset, this, &CapacityTable::take_model);
  connect(&model, &QAbstractItemModel::dataChanged, this, &CapacityTable::fit_columns);  // a name may be longer
  take_model();
}

/// A reset of the model forgets widths, and which columns are hidden.
void CapacityTable::take_model() {
  for (int column = 0; column < model_->columnCount(); ++column)
    names_->setColumnHidden(column, column != CapacityModel::name_column);
  horizontalHeader()->setFixedHeight(model_->has_sums() ? head_height_with_sums : head_height);
  fit_columns();
}

void CapacityTable::fit_columns() {
  const QFontMetrics metrics(font());
  const auto widest_line = [&](const QString& text) {
    int widest = 0;
    for (const QString& line : text.split(u'\n')) widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest + 2 * capacity_padding + 1;
  };
  const auto of_head = [&](int column) { return widest_line(model_->headerData(column, Qt::Horizontal).toString()); };
  int names = std::max(narrowest_names, of_head(CapacityModel::name_column));
  for (int row = 0; row < model_->rowCount(); ++row)
    names = std::max(names, widest_line(model_->index(row, CapacityModel::name_column).data().toString()));
  names = std::min(names, widest_names);
  int least = narrowest_period;  // "September 2027" is wider
  for (int column = CapacityModel::name_column + 1; column < model_->columnCount(); ++column)
    least = std::max(least, std::min(of_head(column), widest_period));
  const int periods = model_->columnCount() - 1;
  const int width = periods == 0 ? 0 : std::clamp((viewport()->width() - names) / periods, least, widest_period);
  for (int column = 0; column < model_->columnCount(); ++column)
    setColumnWidth(column, column == CapacityModel::name_column ? names : width);
  names_->setColumnWidth(CapacityModel::name_column, names);
  updateGeometries();
}

void CapacityTable::updateGeometries() {
  QTableView::updateGeometries();
  const QHeaderView& head = *horizontalHeader();
  names_->horizontalHeader()->setFixedHeight(head.height());
  names_->setGeometry(viewport()->x(), head.y(), width_of_names(), head.height() + viewport()->height());
  names_->raise();
}

void CapacityTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fit_columns();
}

void CapacityTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
  QScrollBar& across = *horizontalScrollBar();
  const int before = across.value();
  QTableView::scrollTo(index, hint);
  if (index.column() == CapacityModel::name_column) return across.setValue(before);
  const int under_names = width_of_names() - visualRect(index).left();
  if (under_names > 0) across.setValue(across.value() - under_names);
}

bool CapacityTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
  if (index.column() == CapacityModel::name_column) return names_->edit(index, trigger, event);
  return QTableView::edit(index, trigger, event);
}

void CapacityTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
  QTableView::closeEditor(editor, hint);
  if (hint == QAbstractItemDelegate::RevertModelCache) emit editing_given_up();
}

bool CapacityTable::is_editing() const { return state() == EditingState || names_->is_editing(); }

void CapacityTable::focusInEvent(QFocusEvent* event) {
  QTableView::focusInEvent(event);
  names_->viewport()->update();
}

void CapacityTable::focusOutEvent(QFocusEvent* event) {
  QTableView::focusOutEvent(event);
  names_->viewport()->update();
}

std::vector<CapacityCell> CapacityTable::selected_cells() const {
  std::vector<CapacityCell> cells;
  for (int row = 0; row < model_->rowCount(); ++row)
    for (int column = CapacityModel::name_column + 1; column < model_->columnCount(); ++column)
      if (const QModelIndex index = model_->index(row, column); selectionModel()->isSelected(index))
        cells.push_back(model_->cell_at(index));
  return cells;
}

std::vector<CapacityCell> CapacityTable::cells_to_edit(const QModelIndex& index) const {
  if (!selectionModel()->isSelected(index)) return {model_->cell_at(index)};
  return selected_cells();
}

}  // namespace tradewind::gui
