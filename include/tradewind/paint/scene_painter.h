// Draws a Scene with a QPainter: the one place where tokens become colours and shapes become pixels or vectors.
#pragma once
#include <QColor>
#include <QPainter>
#include <QRectF>
#include <cstdint>
#include <vector>

#include "tradewind/paint/qt_text_measurer.h"
#include "tradewind/views/scene.h"

namespace tradewind::paint {

QColor qt_color(views::Token token, views::Theme theme);

struct PaintOptions {
  views::Theme theme = views::Theme::light;
  bool background = true;  // fill the scene's area first
  QRectF visible{};        // in scene coordinates: shapes outside are skipped. Null = everything
  /// Numbers of the shapes that are to be drawn, in their order; outlives the call. Null = all of them.
  const std::vector<std::uint32_t>* shapes = nullptr;
};

/// The painter's transform maps logical pixels of the scene; the painter's state is restored.
void paint_scene(QPainter& painter, const views::Scene& scene, const QtTextMeasurer& measurer, const PaintOptions& options);

}  // namespace tradewind::paint
