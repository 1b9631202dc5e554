// What a viewport shows of a scene, in pixels: painted where it is needed, or beforehand on any thread.
#pragma once
#include <QImage>
#include <QPainter>
#include <QPoint>

#include "gui/scene/laid_scene.h"
#include "tradewind/paint/qt_text_measurer.h"
#include "tradewind/views/theme.h"

namespace tradewind::gui {

/// `offset`: the scene's point less that of what is painted on.
void paint_scene_part(QPainter& painter, const LaidScene& laid, const QRect& area, QPoint offset,
                      const paint::QtTextMeasurer& measurer, views::Theme theme);

/// What can be scrolled out of sight of a viewport of that size.
QPoint furthest_scroll(const views::Scene& scene, QSize viewport);

struct ScenePicture {
  QSize size;        // of the viewport, logical pixels
  double ratio = 1;  // device pixels per logical pixel
  QPoint offset;     // how far it is scrolled
  views::Theme theme = views::Theme::light;
  QImage pixels;  // null until it is painted

  /// It shows what those say.
  bool fits(const ScenePicture& wish) const {
    return size == wish.size && ratio == wish.ratio && offset == wish.offset && theme == wish.theme;
  }
};

/// As wished, scrolled no further than the scene goes.
ScenePicture painted(ScenePicture wish, const LaidScene& laid, const paint::QtTextMeasurer& measurer);

}  // namespace tradewind::gui
