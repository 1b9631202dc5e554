#include "gui/pages/time_entries_delegate.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <algorithm>

#include "gui/pages/time_entries_table.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr const char* touched_property = "touched";  // of a combo box: people have chosen something
constexpr const char* entries_property = "entries";  // std::vector<TimeEntryId>: whose cells the editor is for
constexpr const char* before_property = "before";    // of a line: what stood there when it was opened
constexpr const char* mistake_property = "mistake";  // known to the style sheet
constexpr int least_width = 108;
constexpr int least_width_with_offers = 320;
constexpr int most_offers = 12;

TimeColumn column_of(const QModelIndex& index) { return static_cast<TimeColumn>(index.column()); }

void mark_mistake(QWidget& editor, bool is_mistake) {
  if (editor.property(mistake_property).toBool() == is_mistake) return;
  editor.setProperty(mistake_property, is_mistake);
  editor.style()->unpolish(&editor);
  editor.style()->polish(&editor);
}

}  // namespace

TimeEntriesDelegate::TimeEntriesDelegate(TimeEntriesTable* table, TimeEntriesModel* model)
    : QStyledItemDelegate(table), table_(table), model_(model) {}

bool TimeEntriesDelegate::was_refused(const QWidget* editor) { return editor->property(mistake_property).toBool(); }

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
  // A choice is a decision: nobody wants to confirm it once more.
  auto* self = const_cast<TimeEntriesDelegate*>(this);
  connect(combo, &QComboBox::activated, self, [self, combo] {
    combo->setProperty(touched_property, true);
    emit self->commitData(combo);
    emit self->closeEditor(combo);
  });
  QTimer::singleShot(0, combo, &QComboBox::showPopup);
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
    // The view asks again after each refresh: what has been typed stays. Not isModified(): a completion is no typing.
    if (line->property(before_property).isValid()) return;
    line->setProperty(before_property, text);
    line->setText(text);
    line->selectAll();
  }
}

void TimeEntriesDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const {
  QString text;
  if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
    if (!combo->property(touched_property).toBool()) return;  // left without a choice
    text = combo->currentData().toString();
  } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
    text = line->text();
    if (text == line->property(before_property).toString()) return mark_mistake(*editor, false);
  }
  const auto entries = editor->property(entries_property).value<std::vector<TimeEntryId>>();
  mark_mistake(*editor, !model_->change(column_of(index), entries, text));
}

void TimeEntriesDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  QRect area = option.rect;
  area.setWidth(std::max(area.width(), editor->minimumWidth()));
  editor->setGeometry(area);
}

}  // namespace tradewind::gui
