#include "gui/backlog/backlog_delegate.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <algorithm>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_table.h"
#include "gui/shell/cell_editors.h"

namespace tradewind::gui {
namespace {

constexpr const char* items_property = "items";  // std::vector<ItemId>: whose cells the editor is for

BacklogColumn column_of(const QModelIndex& index) { return static_cast<BacklogColumn>(index.column()); }

}  // namespace

BacklogDelegate::BacklogDelegate(BacklogTable* table) : QStyledItemDelegate(table), table_(table) {}

QSize BacklogDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width() + 16, backlog_row_height};
}

void BacklogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  table_->paint_cell(*painter, option.rect, index, (option.state & QStyle::State_Selected) != 0);
}

QWidget* BacklogDelegate::make_combo(QWidget* parent, const QModelIndex& index) const {
  auto* combo = new QComboBox(parent);
  const QStringList texts = index.data(choice_texts_role).toStringList();
  const QStringList labels = index.data(choice_labels_role).toStringList();
  for (qsizetype i = 0; i < texts.size(); ++i) combo->addItem(labels[i], texts[i]);
  combo->setMinimumWidth(combo->sizeHint().width());
  commit_when_chosen(*combo, *const_cast<BacklogDelegate*>(this));
  return combo;
}

QWidget* BacklogDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  const BacklogColumn column = column_of(index);
  if (!is_editable(column)) return nullptr;
  QWidget* editor = nullptr;
  const QStringList choices = index.data(choice_texts_role).toStringList();
  // A period can be one that does not exist yet: it is written, with the known ones offered.
  if (!choices.isEmpty() && column != BacklogColumn::period) {
    editor = make_combo(parent, index);
  } else {
    auto* line = new QLineEdit(parent);
    if (is_number(column)) line->setAlignment(Qt::AlignRight);
    if (column == BacklogColumn::effort) line->setMinimumWidth(180);
    if (!choices.isEmpty()) {
      auto* completer = new QCompleter(choices, line);
      completer->setCaseSensitivity(Qt::CaseInsensitive);
      line->setCompleter(completer);
    }
    editor = line;
  }
  // Whatever becomes selected while people type: they saw these rows.
  editor->setProperty(items_property, QVariant::fromValue(table_->items_to_edit(index)));
  editor->setAccessibleName(title_of(column));
  editor->setToolTip(meaning_of(column));
  editor->setAutoFillBackground(true);
  return editor;
}

void BacklogDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  const QString text = index.data(Qt::EditRole).toString();
  if (auto* combo = qobject_cast<QComboBox*>(editor)) {
    // "feature, delivery": the choice that is current is the first part.
    const int at = combo->findData(text.section(',', 0, 0).trimmed(), Qt::UserRole, Qt::MatchFixedString);
    combo->setCurrentIndex(std::max(0, at));
  } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
    show_in_cell(*line, text);
  }
}

void BacklogDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  auto* backlog = qobject_cast<BacklogModel*>(model);
  if (backlog == nullptr) return;
  const auto items = editor->property(items_property).value<std::vector<ItemId>>();
  bool stored = true;
  if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
    if (!is_cell_chosen(*combo)) return;  // left without a choice
    stored = backlog->choose(column_of(index), items, combo->currentData().toString());
  } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
    if (!is_cell_changed(*line)) return;
    stored = backlog->edit_items(column_of(index), items, line->text());
  }
  mark_cell_mistake(*editor, !stored);
}

void BacklogDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  QRect area = option.rect;
  area.setWidth(std::max(area.width(), editor->minimumWidth()));
  editor->setGeometry(area);
}

}  // namespace tradewind::gui
