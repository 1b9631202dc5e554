// Shapes onto a QPainter. Lines of one pixel lie on half-pixel positions, so that they are sharp at any density.
#include "tradewind/paint/scene_painter.h"

#include <QPainterPath>
#include <cmath>

#include "paint/hatch.h"
#include "tradewind/views/theme.h"

namespace tradewind::paint {
namespace {

using views::Align;
using views::Dash;
using views::Token;

constexpr double halo_width = 2.6;

QRectF to_qt(const views::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

class ScenePainter {
 public:
  ScenePainter(QPainter& painter, const QtTextMeasurer& measurer, views::Theme theme)
      : painter_(painter), measurer_(measurer), theme_(theme) {}

  void operator()(const views::RectShape& shape) {
    const QRectF rect = to_qt(shape.rect);
    if (shape.fill != Token::none) {
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(qt_color(shape.fill, theme_));
      draw_rounded(rect, shape.radius);
    }
    if (shape.hatch.color != Token::none) {
      // Half a line short of the edge: the ends of the lines stay inside, also at the rounded corners.
      const double inset = std::min({hatch_pattern(shape.hatch.color).width / 2, rect.width() / 2, rect.height() / 2});
      draw_hatch(rect.adjusted(inset, inset, -inset, -inset), shape.hatch);
    }
    if (has_line(shape.stroke)) {
      const double inset = shape.stroke.width / 2;  // the line lies inside the rectangle
      painter_.setPen(pen_of(shape.stroke));
      painter_.setBrush(Qt::NoBrush);
      draw_rounded(rect.adjusted(inset, inset, -inset, -inset), std::max(0.0, shape.radius - inset));
    }
  }

  void operator()(const views::EllipseShape& shape) {
    const QRectF rect = to_qt(shape.rect);
    if (shape.fill != Token::none) {
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(qt_color(shape.fill, theme_));
      painter_.drawEllipse(rect);
    }
    if (shape.hatch.color != Token::none) {
      QPainterPath clip;
      clip.addEllipse(rect);
      draw_clipped_hatch(clip, shape.hatch);
    }
    if (has_line(shape.stroke)) {
      const double inset = shape.stroke.width / 2;
      painter_.setPen(pen_of(shape.stroke));
      painter_.setBrush(Qt::NoBrush);
      painter_.drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
    }
  }

  void operator()(const views::PathShape& shape) {
    if (shape.points.size() < 2) return;
    const auto points = sharp_points(shape);
    if (shape.fill != Token::none || shape.hatch.color != Token::none) {
      painter_.setPen(Qt::NoPen);
      painter_.setBrush(shape.fill != Token::none ? QBrush(qt_color(shape.fill, theme_)) : QBrush(Qt::NoBrush));
      painter_.drawPolygon(points);
      if (shape.hatch.color != Token::none) {
        QPainterPath clip;
        clip.addPolygon(points);
        clip.closeSubpath();
        draw_clipped_hatch(clip, shape.hatch);
      }
    }
    if (!has_line(shape.stroke)) return;
    painter_.setPen(pen_of(shape.stroke));
    painter_.setBrush(Qt::NoBrush);
    if (shape.closed)
      painter_.drawPolygon(points);
    else
      painter_.drawPolyline(points);
  }

  void operator()(const views::TextShape& shape) {
    if (shape.text.empty()) return;
    double x = shape.box.x;
    const bool needs_width = shape.align != Align::left || shape.style.strike_out;
    const double width = needs_width ? measurer_.width(shape.text, shape.style) : 0;
    if (shape.align == Align::right) x = shape.box.right() - width;
    if (shape.align == Align::centre) x = shape.box.x + (shape.box.width - width) / 2;
    const double baseline = shape.box.centre().y + measurer_.baseline_offset(shape.style);

    if (shape.style.halo != Token::none) {
      QPen halo(qt_color(shape.style.halo, theme_), halo_width);
      halo.setJoinStyle(Qt::RoundJoin);
      painter_.strokePath(measurer_.outline(shape.text, shape.style).translated(x, baseline), halo);
    }
    const QColor color = qt_color(shape.style.color, theme_);
    painter_.setPen(color);
    const auto runs = measurer_.glyphs(shape.text, shape.style);
    for (const QGlyphRun& run : runs) painter_.drawGlyphRun(QPointF(x, baseline), run);
    if (runs.isEmpty()) draw_with_qt_layout(shape, x, baseline);
    if (shape.style.strike_out) {
      const double middle = baseline - shape.style.size * 0.27;  // through the small letters
      painter_.setPen(QPen(color, 1));
      painter_.drawLine(QPointF(x, middle), QPointF(x + width, middle));
    }
  }

 private:
  static bool has_line(const views::Stroke& stroke) { return stroke.color != Token::none && stroke.width > 0; }

  QPen pen_of(const views::Stroke& stroke) const {
    QPen pen(qt_color(stroke.color, theme_), stroke.width);
    pen.setJoinStyle(Qt::MiterJoin);
    pen.setCapStyle(Qt::FlatCap);
    // Lengths of dashes are in widths of the pen.
    if (stroke.dash == Dash::dashed) pen.setDashPattern({3 / stroke.width, 2.5 / stroke.width});
    if (stroke.dash == Dash::dotted) pen.setDashPattern({1.5 / stroke.width, 2.5 / stroke.width});
    return pen;
  }

  void draw_rounded(const QRectF& rect, double radius) {
    if (rect.width() <= 0 || rect.height() <= 0) return;
    if (radius > 0)
      painter_.drawRoundedRect(rect, radius, radius);
    else
      painter_.drawRect(rect);
  }

  void draw_hatch(const QRectF& area, const views::Hatch& hatch) {
    const HatchPattern pattern = hatch_pattern(hatch.color);
    const auto lines = hatch_lines(area, pattern.period);
    painter_.setPen(QPen(qt_color(hatch.color, theme_), pattern.width, Qt::SolidLine, Qt::FlatCap));
    painter_.drawLines(lines.data(), static_cast<int>(lines.size()));
  }

  void draw_clipped_hatch(const QPainterPath& clip, const views::Hatch& hatch) {
    painter_.save();
    painter_.setClipPath(clip, Qt::IntersectClip);
    draw_hatch(clip.boundingRect(), hatch);
    painter_.restore();
  }

  void draw_with_qt_layout(const views::TextShape& shape, double x, double baseline) {
    painter_.save();
    painter_.translate(x, baseline);
    painter_.scale(1.0 / QtTextMeasurer::font_oversampling, 1.0 / QtTextMeasurer::font_oversampling);
    painter_.setFont(measurer_.font(shape.style));
    painter_.drawText(QPointF(0, 0), QString::fromStdString(shape.text));
    painter_.restore();
  }

  QPainter& painter_;
  const QtTextMeasurer& measurer_;
  views::Theme theme_;
};

}  // namespace

QColor qt_color(Token token, views::Theme theme) {
  const views::Color color = views::color_of(token, theme);
  return {color.red, color.green, color.blue};
}

void paint_scene(QPainter& painter, const views::Scene& scene, const QtTextMeasurer& measurer, const PaintOptions& options) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::TextAntialiasing);
  if (options.background && scene.background != Token::none)
    painter.fillRect(QRectF(0, 0, scene.size.width, scene.size.height), qt_color(scene.background, options.theme));
  ScenePainter paint_shape(painter, measurer, options.theme);
  const auto paint_visible = [&](const views::Shape& shape) {
    // Lines of no extent and halos reach a little over the bounds.
    if (options.visible.isNull() || to_qt(views::bounds_of(shape)).adjusted(-3, -3, 3, 3).intersects(options.visible))
      std::visit(paint_shape, shape.what);
  };
  if (options.shapes != nullptr)
    for (const std::uint32_t shape : *options.shapes) paint_visible(scene.shapes[shape]);
  else
    for (const views::Shape& shape : scene.shapes) paint_visible(shape);
  painter.restore();
}

}  // namespace tradewind::paint
