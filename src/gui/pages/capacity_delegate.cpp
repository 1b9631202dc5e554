#include "gui/pages/capacity_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "gui/pages/capacity_table.h"
#include "gui/shell/cell_editors.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int amount_pixels = 15;
constexpr int origin_pixels = 11;
constexpr int editor_width = 216;  // "12.5 × 13 × 100 %, reserve 6"
constexpr int editor_height = 28;
constexpr const char* cells_property = "cells";  // std::vector<CapacityCell>: those that the editor is for; none for a name

std::vector<CapacityCell> cells_of(const QObject& editor) {
  return editor.property(cells_property).value<std::vector<CapacityCell>>();
}

/// The first that fits, else as much of the last as fits.
QString fitting(const QStringList& texts, const QFontMetrics& metrics, int width) {
  for (const QString& text : texts)
    if (metrics.horizontalAdvance(text) <= width) return text;
  return texts.isEmpty() ? QString() : metrics.elidedText(texts.back(), Qt::ElideRight, width);
}

bool commits(const QKeyEvent& event) {
  return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab ||
         event.key() == Qt::Key_Backtab;
}

}  // namespace

CapacityDelegate::CapacityDelegate(CapacityTable& table, QObject* view) : QStyledItemDelegate(view), table_(table) {}

void CapacityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const bool is_name = index.column() == CapacityModel::name_column;
  const bool is_selected = (option.state & QStyle::State_Selected) != 0;
  QFont large = option.font;
  if (!is_name) {
    large.setPixelSize(amount_pixels);
    large.setWeight(QFont::DemiBold);
  }
  QFont small = option.font;
  small.setPixelSize(origin_pixels);
  const QFontMetrics large_metrics(large);
  const QFontMetrics small_metrics(small);
  QRect room = option.rect.adjusted(capacity_padding, 0, -capacity_padding, 0);
  const QString first = large_metrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
  const QString second = fitting(index.data(second_line_role).toStringList(), small_metrics, room.width());
  const int height = large_metrics.height() + (second.isEmpty() ? 0 : small_metrics.height());
  room.setTop(room.top() + (room.height() - height) / 2);
  const int side = is_name ? Qt::AlignLeft : Qt::AlignRight;

  painter->save();
  painter->fillRect(option.rect, themed(is_selected ? Token::accent_soft : Token::base));
  painter->setFont(large);
  painter->setPen(themed(Token::text_1));
  painter->drawText(room, side | Qt::AlignTop | Qt::TextSingleLine, first);
  painter->setFont(small);
  painter->setPen(themed(Token::text_2));
  painter->drawText(room.adjusted(0, large_metrics.height(), 0, 0), side | Qt::AlignTop | Qt::TextSingleLine, second);
  if ((option.state & QStyle::State_HasFocus) != 0) {
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(themed(Token::accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3);
  }
  painter->restore();
}

QWidget* CapacityDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  auto* line = new QLineEdit(parent);
  if (index.column() == CapacityModel::name_column) {
    line->setAccessibleName(tr("Name of the team"));
    return line;
  }
  // Whatever becomes selected while people type: they saw these cells.
  const std::vector<CapacityCell> cells = table_.cells_to_edit(index);
  line->setProperty(cells_property, QVariant::fromValue(cells));
  line->setAlignment(Qt::AlignRight);
  line->setAccessibleName(cells.size() == 1 ? tr("Capacity of %1").arg(table_.capacities().where(cells.front()))
                                            : tr("Capacity of %1 cells").arg(cells.size()));
  line->setToolTip(tr("Person-weeks as in 31, or people × weeks × availability as in 4 × 13 × 60 %; empty goes back to them"));
  auto* table = &table_;
  connect(line, &QLineEdit::textEdited, table, [table, line, cells](const QString& text) {
    mark_cell_mistake(*line, false);
    emit table->typing(cells, text);
  });
  return line;
}

void CapacityDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
  if (auto* line = qobject_cast<QLineEdit*>(editor)) show_in_cell(*line, index.data(Qt::EditRole).toString());
}

void CapacityDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  const auto* line = qobject_cast<QLineEdit*>(editor);
  if (line == nullptr || !is_cell_changed(*line)) return;
  const std::vector<CapacityCell> cells = cells_of(*editor);
  if (cells.empty())
    model->setData(index, line->text());
  else
    table_.capacities().write(cells, line->text());
}

void CapacityDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QRect area = option.rect;
  area.setTop(area.top() + (area.height() - editor_height) / 2);
  area.setHeight(editor_height);
  if (index.column() != CapacityModel::name_column) {
    area.setLeft(std::min(area.left(), area.right() - editor_width));
    // In the first columns it would reach under the names.
    area.moveLeft(std::max(area.left(), table_.width_of_names()));
  }
  editor->setGeometry(area);
}

bool CapacityDelegate::eventFilter(QObject* object, QEvent* event) {
  auto* line = qobject_cast<QLineEdit*>(object);
  if (line != nullptr && event->type() == QEvent::KeyPress && commits(*static_cast<QKeyEvent*>(event)) &&
      is_cell_changed(*line)) {
    const std::vector<CapacityCell> cells = cells_of(*line);
    const auto mistake = cells.empty() ? std::nullopt : table_.capacities().mistake_in(cells, line->text());
    if (mistake) {
      mark_cell_mistake(*line, true);
      emit table_.capacities().edit_refused(*mistake);
      return true;
    }
  }
  return QStyledItemDelegate::eventFilter(object, event);
}

}  // namespace tradewind::gui
