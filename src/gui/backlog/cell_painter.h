// The marks that stand in cells of the backlog, in the colours of the theme.
#pragma once
#include <QList>
#include <QPainter>
#include <QStyleOptionViewItem>

#include "gui/backlog/backlog_cells.h"

namespace tradewind::gui {

struct ChipColors {
  views::Token fill = views::Token::none;
  views::Token outline = views::Token::none;
  views::Token text = views::Token::text_1;
};

/// Paints one cell. Marks that stand left of the text take their place from it, so draw them first.
class CellPainter {
 public:
  CellPainter(QPainter& painter, const QStyleOptionViewItem& option);
  ~CellPainter();
  CellPainter(const CellPainter&) = delete;
  CellPainter& operator=(const CellPainter&) = delete;

  /// With the line under the row and, where the row is selected, its edge.
  void background(bool leftmost);
  void text(const QString& text, Qt::Alignment across, views::Token color);
  /// On the right; "–" is grey.
  void number(const QString& text);
  void chip(const QString& text, const ChipColors& colors);
  void moscow_chip(const QString& text, Moscow value);
  void swatch(ClassRole role);
  void track(Track track);
  void pips(int pips);
  void effort(const QList<EffortSegment>& segments);
  /// Behind the number; nothing for a negative share.
  void bar(double share);
  /// Around the current cell.
  void focus_box();

 private:
  bool is_selected() const { return (option_.state & QStyle::State_Selected) != 0; }

  QPainter& painter_;
  const QStyleOptionViewItem& option_;
  QRect room_;  // what is left for the text
};

}  // namespace tradewind::gui
