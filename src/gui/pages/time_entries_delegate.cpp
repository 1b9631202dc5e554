#include "gui/pages/time_entries_delegate.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "gui/pages/time_entries_table.h"
#include "gui/shell/cell_editors.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr const char* entries_property = "entries";  // std::vector<TimeEntryId>: whose cells the editor is for
constexpr int least_width = 108;
constexpr int least_width_with_offers = 320;
constexpr int most_offers = 12;

TimeColumn column_of(const QModelIndex& index) { return static_cast<TimeColumn>(index.column()); }

}  // namespace

TimeEntriesDelegate::TimeEntriesDelegate(TimeEntriesTable* table, TimeEntriesModel* model)
    : QStyledItemDelegate(table), table_(table), model_(model) {}

void TimeEntriesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  // Whole rows are selected: without it nobody sees which cell F2 opens.
  if ((option.state & QStyle::State_HasFocus) == 0) return;
  painter->setPen(themed(views::Token::accent));
  painter->setBrush(Qt::NoBrush);
  painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

QWidget* TimeEntriesDelegate::make_combo(QWidget* parent, const QModelIndex& index) const {
  auto* combo = new QComboBox(parent);
  const QString none = column_of(index) == TimeColumn::team ? tr("No team") : tr("No class");
  for (const QString& text : model_->offers(column_of(index))) combo->addItem(text.isEmpty() ? none : text, text);
  combo->setMinimumWidth(combo->sizeHint().width());
  commit_when_chosen(*combo, *const_cast<TimeEntriesDelegate*>(this));
  return combo;
}

QWidget* TimeEntriesDelegate::make_line(QWidget* parent, const QModelIndex& index) const {
  auto* line = new QLineEdit(parent);
  line->setMinimumWidth(least_width);
  if (column_of(index) == TimeColumn::hours) line->setAlignment(Qt::AlignRight);
  const QStringList offers = model_->offers(column_of(index));
  if (offers.isEmpty()) return line;
  if (column_of(index) == TimeColumn::item) line->setMinimumWidth(least_width_with_offers);
  auto* completer = new QCompleter(offers, line);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  completer->setMaxVisibleItems(most_offers);
  line->setCompleter(completer);
  return line;
}

QWidget* TimeEntriesDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  QWidget* editor = is_choice(column_of(index)) ? make_combo(parent, index) : make_line(parent, index);
  // Whatever becomes selected while people type: they saw these rows.
  editor->setProperty(entries_property, QVariant::fromValue(table_->entries_to_edit(index)));
  editor->setAccessibleName(title_of(column_of(index)));
  editor->setAutoFillBackground(true);
  return editor;
}

void TimeEntriesDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  const QString text = index.data(Qt::EditRole).toString();
  if (auto* combo = qobject_cast<QComboBox*>(editor)) {
    combo->setCurrentIndex(std::max(0, combo->findData(text)));
  } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
    show_in_cell(*line, text);
  }
}

void TimeEntriesDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const {
  QString text;
  if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
    if (!is_cell_chosen(*combo)) return;  // left without a choice
    text = combo->currentData().toString();
  } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
    if (!is_cell_changed(*line)) return mark_cell_mistake(*editor, false);
    text = line->text();
  }
  const auto entries = editor->property(entries_property).value<std::vector<TimeEntryId>>();
  mark_cell_mistake(*editor, !model_->change(column_of(index), entries, text));
}

void TimeEntriesDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  QRect area = option.rect;
  area.setWidth(std::max(area.width(), editor->minimumWidth()));
  editor->setGeometry(area);
}

}  // namespace tradewind::gui
