// Paints the cells of the backlog, one after the other, in the colours of the theme: chips, swatches, bars, pips, group heads.
#pragma once
#include <QPainter>

#include "gui/backlog/backlog_groups.h"
#include "gui/backlog/cell_cache.h"

namespace tradewind::gui {

struct ChipColors {
  views::Token fill = views::Token::none;
  views::Token outline = views::Token::none;
  views::Token text = views::Token::text_1;
};

class CellPainter {
 public:
  /// Lifetime: painter and cache must outlive it. REQUIRES: the cache is prepared for the painter's device.
  CellPainter(QPainter& painter, CellCache& cache);

  /// With the line under it.
  void row(const QRect& area, bool selected);
  /// At its left end.
  void selected_edge(const QRect& area);
  void cell(const QRect& area, BacklogColumn column, const CellContent& content, bool selected);
  /// Around the current cell.
  void focus_box(const QRect& area);
  /// At the left (right) end of the columns that a command goes to.
  void side(const QRect& area, bool left);
  /// The whole row.
  void head(const QRect& area, const BacklogGroup& group, bool focused);
  /// Between two rows, where dragged ones will go.
  void drop_line(int left, int right, int y);

 private:
  using Face = CellCache::Face;

  void content(BacklogColumn column, const CellContent& content);
  /// Its width.
  double text_at(double x, const QRect& room, const CellCache::Text& text, Face face, views::Token color);
  void text(const QString& text, Qt::AlignmentFlag across, views::Token color);
  /// On the right; "–" is grey.
  void number(const QString& text);
  void chip(const QString& text, const ChipColors& colors);
  void moscow_chip(const QString& text, Moscow value);
  void swatch(views::Token color);
  void track(Track track);
  void pips(int pips);
  void effort(const QList<EffortSegment>& segments);
  /// Behind the number; nothing for a negative share.
  void bar(double share);
  /// In the upper right corner: there is something to read on hover.
  void corner();
  void mark(quint64 number, QPoint at, QSize size, const std::function<void(QPainter&)>& draw);

  QPainter& painter_;
  CellCache& cache_;
  QRect area_;
  QRect room_;  // what is left for the text
  bool is_selected_ = false;
};

}  // namespace tradewind::gui
