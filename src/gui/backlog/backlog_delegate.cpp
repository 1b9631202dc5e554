#include "gui/backlog/backlog_delegate.h"

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QTimer>
#include <algorithm>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/cell_painter.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr const char* touched_property = "touched";  // of a combo box: people have chosen something

BacklogColumn column_of(const QModelIndex& index) { return static_cast<BacklogColumn>(index.column()); }

/// The leftmost column carries the edge of a selected row.
bool is_leftmost(const QWidget* widget, int column) {
  const auto* table = qobject_cast<const QTableView*>(widget);
  if (table == nullptr) return column == 0;
  const QHeaderView* header = table->horizontalHeader();
  return header->sectionPosition(column) == 0;
}

}  // namespace

QSize BacklogDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width() + 16, backlog_row_height};
}

void BacklogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  CellPainter cell(*painter, option);
  cell.background(is_leftmost(option.widget, index.column()));
  const QString text = index.data(Qt::DisplayRole).toString();
  const Qt::Alignment across = is_number(column_of(index)) ? Qt::AlignRight : Qt::AlignLeft;
  switch (column_of(index)) {
    case BacklogColumn::rank:
    case BacklogColumn::key:
      cell.text(text, across, Token::text_3);
      break;
    case BacklogColumn::outcome:
      if (!text.isEmpty()) cell.chip(text, {Token::sunken, Token::none, Token::text_2});
      break;
    case BacklogColumn::kind:
      cell.track(static_cast<Track>(index.data(track_role).toInt()));
      cell.text(text, across, Token::text_2);
      break;
    case BacklogColumn::moscow:
      if (!text.isEmpty()) cell.moscow_chip(text, static_cast<Moscow>(index.data(moscow_role).toInt()));
      break;
    case BacklogColumn::allocation_class:
      if (const int role = index.data(class_role_role).toInt(); role >= 0) cell.swatch(static_cast<ClassRole>(role));
      cell.text(text, across, Token::text_1);
      break;
    case BacklogColumn::confidence:
      cell.pips(index.data(evidence_role).toInt());
      cell.number(text);
      break;
    case BacklogColumn::effort:
      cell.effort(index.data(effort_segments_role).value<QList<EffortSegment>>());
      cell.number(text);
      break;
    case BacklogColumn::rice:
      cell.bar(index.data(bar_share_role).toDouble());
      cell.number(text);
      break;
    case BacklogColumn::reach:
    case BacklogColumn::impact:
    case BacklogColumn::wsjf:
      cell.number(text);
      break;
    case BacklogColumn::stage:
    case BacklogColumn::requester:
    case BacklogColumn::period:
      cell.text(text, across, Token::text_2);
      break;
    default:
      cell.text(text, across, Token::text_1);
      break;
  }
  cell.focus_box();
}

QWidget* BacklogDelegate::make_combo(QWidget* parent, const QModelIndex& index) const {
  auto* combo = new QComboBox(parent);
  const QStringList texts = index.data(choice_texts_role).toStringList();
  const QStringList labels = index.data(choice_labels_role).toStringList();
  for (qsizetype i = 0; i < texts.size(); ++i) combo->addItem(labels[i], texts[i]);
  combo->setMinimumWidth(combo->sizeHint().width());
  // A choice is a decision: nobody wants to confirm it once more.
  auto* self = const_cast<BacklogDelegate*>(this);
  connect(combo, &QComboBox::activated, self, [self, combo] {
    combo->setProperty(touched_property, true);
    emit self->commitData(combo);
    emit self->closeEditor(combo);
  });
  QTimer::singleShot(0, combo, &QComboBox::showPopup);
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
    // The view asks again after each refresh: what has been typed stays.
    if (line->isModified()) return;
    line->setText(text);
    line->selectAll();
  }
}

void BacklogDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  auto* backlog = qobject_cast<BacklogModel*>(model);
  if (backlog == nullptr) return;
  QString text;
  if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
    if (!combo->property(touched_property).toBool()) return;  // left without a choice
    text = combo->currentData().toString();
  } else if (const auto* line = qobject_cast<QLineEdit*>(editor)) {
    if (!line->isModified()) return;
    text = line->text();
  }
  std::vector<int> rows{index.row()};
  const QItemSelectionModel* selection = view_->selectionModel();
  if (!is_of_one_item(column_of(index)) && selection->isRowSelected(index.row(), {})) {
    rows.clear();
    for (const QModelIndex& one : selection->selectedRows()) rows.push_back(one.row());
  }
  backlog->edit_rows(column_of(index), rows, text);
}

void BacklogDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  QRect area = option.rect;
  area.setWidth(std::max(area.width(), editor->minimumWidth()));
  editor->setGeometry(area);
}

}  // namespace tradewind::gui
