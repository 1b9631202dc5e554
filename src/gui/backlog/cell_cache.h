// What cells look like, kept from frame to frame: texts that are laid out and cut to their width, and small marks as pictures.
// Scrolling paints some 400 cells 60 times a second, and most of them say what others have said before.
#pragma once
#include <QCache>
#include <QFont>
#include <QPainter>
#include <QPixmap>
#include <QStaticText>
#include <array>
#include <functional>

#include "tradewind/views/theme.h"

namespace tradewind::gui {

class CellCache {
 public:
  enum class Face : unsigned char { body, chip, title, count_ };
  struct Text {
    QStaticText laid_out;
    double width = 0;
  };

  /// To be called before painting: forgets what was made for another font, theme or scale.
  void prepare(const QFont& body, double scale);
  const QFont& font(Face face) const { return faces_[static_cast<std::size_t>(face)].font; }
  /// Of a line.
  double height(Face face) const { return faces_[static_cast<std::size_t>(face)].height; }

  /// On one line, at most so wide, with an ellipsis where it is cut. Valid until the next call.
  const Text& text(const QString& text, int width, Face face);
  /// What `draw` paints at the origin, with smooth edges, under a number that is its own.
  QPixmap mark(quint64 number, QSize size, const std::function<void(QPainter&)>& draw);

 private:
  struct FaceOf {
    QFont font;
    double height = 0;
  };
  struct TextKey {
    QString text;
    int width = 0;
    int face = 0;
    friend bool operator==(const TextKey&, const TextKey&) = default;
    friend size_t qHash(const TextKey& key, size_t seed = 0) noexcept { return qHashMulti(seed, key.text, key.width, key.face); }
  };

  const Text& laid_out(const QString& text, int width, Face face);

  QFont body_;
  double scale_ = 0;
  views::Theme theme_ = views::Theme::light;
  std::array<FaceOf, static_cast<std::size_t>(Face::count_)> faces_;
  QCache<TextKey, Text> texts_{4096};
  QCache<quint64, QPixmap> marks_{1024};
};

}  // namespace tradewind::gui
