// Text in the design's font: Inter where it is installed, else the system's sans. Measuring and painting use the same
// positions, so what a layout measured is what appears.
//
// Digits take cells of equal width (tabular figures): Qt can ask a font for them only since 6.7.
#pragma once
#include <QGlyphRun>
#include <QPainterPath>
#include <QString>
#include <memory>
#include <string>
#include <string_view>

#include "tradewind/views/scene.h"

namespace tradewind::paint {

/// REQUIRES: a QGuiApplication (see HeadlessApplication). Advances are cached per character and pair, so that measuring
/// a label costs well under a microsecond. Belongs to the thread that makes it, which may be any; it ends there too.
class QtTextMeasurer : public views::TextMeasurer {
 public:
  QtTextMeasurer();
  ~QtTextMeasurer() override;
  QtTextMeasurer(const QtTextMeasurer&) = delete;
  QtTextMeasurer& operator=(const QtTextMeasurer&) = delete;

  double width(std::string_view text, const views::TextStyle& style) const override;
  /// As the translators say that the application has installed; else English.
  std::string translated(const Text& text) const override;

  /// Glyphs with their positions on a base line that starts at (0, 0). Empty when the text needs real shaping
  /// (right-to-left or joining scripts, characters the font lacks): then Qt lays it out.
  QList<QGlyphRun> glyphs(std::string_view text, const views::TextStyle& style) const;
  /// The text's outline on the same base line.
  QPainterPath outline(std::string_view text, const views::TextStyle& style) const;
  /// The font for Qt's own layout, in pixels times font_oversampling (sizes may be halves, QFont's pixels may not).
  QFont font(const views::TextStyle& style) const;
  static constexpr int font_oversampling = 4;
  /// From the middle of a line of text down to its base line: half the height of a capital.
  double baseline_offset(const views::TextStyle& style) const;
  QString family() const;

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace tradewind::paint
