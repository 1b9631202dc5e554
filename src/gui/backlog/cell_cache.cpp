#include "gui/backlog/cell_cache.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr int as_wide_as_it_is = -1;
constexpr int chip_pixels = 11;

QString on_one_line(QString text) {
  for (QChar& c : text)
    if (c == '\n' || c == '\r' || c == '\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) c = ' ';
  return text;
}

}  // namespace

void CellCache::prepare(const QFont& body, double scale) {
  const views::Theme theme = Appearance::instance().theme();
  if (body == body_ && scale == scale_ && theme == theme_) return;
  body_ = body;
  scale_ = scale;
  theme_ = theme;
  texts_.clear();
  marks_.clear();
  QFont chip = body;
  chip.setPixelSize(chip_pixels);
  chip.setWeight(QFont::Medium);
  QFont title = body;
  title.setWeight(QFont::DemiBold);
  const auto face_of = [](const QFont& font) {
    const QFontMetricsF metrics(font);
    return FaceOf{font, std::ceil(metrics.ascent() + metrics.descent())};
  };
  faces_ = {face_of(body), face_of(chip), face_of(title)};
}

const CellCache::Text& CellCache::text(const QString& text, int width, Face face) {
  const Text& whole = laid_out(text, as_wide_as_it_is, face);
  return whole.width <= width ? whole : laid_out(text, std::max(0, width), face);
}

const CellCache::Text& CellCache::laid_out(const QString& text, int width, Face face) {
  const TextKey key{text, width, static_cast<int>(face)};
  if (const Text* known = texts_.object(key)) return *known;
  const QString line = on_one_line(text);
  auto* made = new Text;  // the cache owns it
  made->laid_out.setTextFormat(Qt::PlainText);
  made->laid_out.setText(width == as_wide_as_it_is ? line : QFontMetrics(font(face)).elidedText(line, Qt::ElideRight, width));
  made->laid_out.prepare(QTransform::fromScale(scale_, scale_), font(face));
  made->width = made->laid_out.size().width();
  texts_.insert(key, made);
  return *made;
}

QPixmap CellCache::mark(quint64 number, QSize size, const std::function<void(QPainter&)>& draw) {
  if (const QPixmap* known = marks_.object(number)) return *known;
  auto* made = new QPixmap(size * scale_);  // the cache owns it
  made->setDevicePixelRatio(scale_);
  made->fill(Qt::transparent);
  {
    QPainter painter(made);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
  }
  const QPixmap drawn = *made;
  marks_.insert(number, made);
  return drawn;
}

}  // namespace tradewind::gui
