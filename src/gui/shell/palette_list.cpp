#include "gui/shell/palette_list.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>

#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

using views::Token;

/// One line with the matched letters in bold; returns its width.
qreal draw_matched(QPainter* painter, const QRect& rect, const QString& full, const std::vector<int>& positions,
                   const QFont& font) {
  const QString text = QFontMetrics(font).elidedText(full, Qt::ElideRight, rect.width());
  QTextLayout layout(text, font);
  QList<QTextLayout::FormatRange> formats;
  for (const int at : positions) {
    if (at >= text.size() || text[at] != full[at]) break;
    QTextLayout::FormatRange range;
    range.start = at;
    range.length = 1;
    range.format.setFontWeight(QFont::Bold);
    formats.append(range);
  }
  layout.setFormats(formats);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  line.setLineWidth(rect.width() + PaletteDelegate::row_height);  // bold letters may need a little more than was measured
  layout.endLayout();
  layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
  return line.naturalTextWidth();
}

}  // namespace

void PaletteModel::show(std::vector<PaletteEntry> entries) {
  beginResetModel();
  entries_ = std::move(entries);
  endResetModel();
}

const PaletteEntry* PaletteModel::at(const QModelIndex& index) const {
  return index.isValid() && index.row() < rowCount() ? &entries_[static_cast<std::size_t>(index.row())] : nullptr;
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const PaletteEntry* entry = at(index);
  if (entry == nullptr) return {};
  if (role == Qt::DisplayRole) return entry->text;
  if (role != Qt::AccessibleTextRole) return {};
  QStringList parts{entry->text, entry->kind, entry->detail, entry->shortcut,
                    entry->is_possible() ? QString() : tr("not possible now")};
  parts.removeAll(QString());
  return parts.join(", ");
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const PaletteEntry* entry = static_cast<const PaletteModel*>(index.model())->at(index);
  if (entry == nullptr) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QRect row = option.rect;
  if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(themed(option.state & QStyle::State_Selected ? Token::accent_soft : Token::hover));
    painter->drawRoundedRect(row, 4, 4);
  }
  if (!entry->icon.isEmpty()) icon(entry->icon).paint(painter, QRect(row.left() + 10, row.top() + 8, 16, 16));

  QFont small = option.font;
  small.setPixelSize(11);
  painter->setFont(small);
  painter->setPen(themed(Token::text_3));
  const QFontMetrics small_metrics(small);
  int right = row.right() - 10;
  const auto draw_at_right = [&](const QString& text) {
    if (text.isEmpty()) return;
    const int width = small_metrics.horizontalAdvance(text);
    painter->drawText(QRect(right - width, row.top(), width + 1, row.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    right -= width + 14;
  };
  draw_at_right(entry->shortcut.isEmpty() ? entry->kind : entry->shortcut);
  if (!entry->shortcut.isEmpty()) draw_at_right(entry->kind);

  const int detail_width = entry->detail.isEmpty() ? 0 : small_metrics.horizontalAdvance(entry->detail) + 10;
  const QRect text_rect(row.left() + 36, row.top(), std::max(0, right - row.left() - 36 - detail_width), row.height());
  painter->setPen(themed(entry->is_possible() ? Token::text_1 : Token::text_off));
  const qreal width = draw_matched(painter, text_rect, entry->text, entry->match.positions, option.font);
  if (detail_width > 0) {
    painter->setPen(themed(Token::text_3));
    painter->drawText(QRectF(text_rect.left() + width + 10, row.top(), detail_width, row.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, entry->detail);
  }
  painter->restore();
}

}  // namespace tradewind::gui
