// Advances per character and per pair, cached per weight and size; glyph runs from the same numbers.
#include "tradewind/paint/qt_text_measurer.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QRawFont>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_map>

namespace tradewind::paint {
namespace {

using views::TextStyle;
using views::Weight;

constexpr int reference_pixels = 64;  // advances scale linearly without hinting, so one size is measured for all
constexpr std::size_t latin = 0x180;  // pairs of these are kept in a flat table

constexpr char32_t narrow_no_break_space = 0x202F;
constexpr char32_t thin_space = 0x2009;
constexpr double narrow_space_em = 0.18;  // many fonts lack these two, or make them as wide as a full space

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_narrow_space(char32_t c) { return c == narrow_no_break_space || c == thin_space; }
/// Left-to-right, no joining, no combining marks: one glyph a character, side by side.
bool is_simple(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x300) || (c >= 0x370 && c < 0x530) ||
         (c >= 0x2000 && c < 0x2300 && !(c >= 0x200B && c <= 0x200F) && !(c >= 0x2028 && c <= 0x202E)) ||
         (c >= 0x25A0 && c < 0x2600);
}

/// The next code point of UTF-8; a wrong byte reads as U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const int extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (extra == 0) return 0xFFFD;
  char32_t value = lead & (0x3FU >> static_cast<unsigned>(extra));
  for (int i = 0; i < extra; ++i) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0xFFFD;
    value = (value << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return value;
}

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

QFont::Weight qt_weight(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return QFont::Normal;
    case Weight::medium:
      return QFont::Medium;
    case Weight::semibold:
      return QFont::DemiBold;
  }
  return QFont::Normal;
}

QFont make_font(const QString& family, Weight weight, int pixels) {
  QFont font(family);
  font.setStyleHint(QFont::SansSerif);
  font.setWeight(qt_weight(weight));
  font.setPixelSize(pixels);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

QString preferred_family() {
  if (QFontDatabase::hasFamily(QStringLiteral("Inter"))) return QStringLiteral("Inter");
  return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

/// One weight of the family, measured at reference_pixels.
class Face {
 public:
  Face(const QString& family, Weight weight)
      : font_(make_font(family, weight, reference_pixels)), metrics_(font_), raw_(QRawFont::fromFont(font_)) {
    pairs_.assign(latin * latin, std::numeric_limits<float>::quiet_NaN());
    digit_cell_ = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) digit_cell_ = std::max(digit_cell_, own_advance(digit));
    cap_height_ = metrics_.capHeight() / reference_pixels;
  }

  /// In shares of the size, as wide as the character's cell; digits get equal cells.
  double cell(char32_t c) const {
    if (is_digit(c)) return digit_cell_;
    if (is_narrow_space(c)) return narrow_space_em;
    return own_advance(c);
  }
  /// How far the glyph stands from the left of its cell.
  double bearing(char32_t c) const { return is_digit(c) ? (digit_cell_ - own_advance(c)) / 2 : 0; }
  /// What `second` moves when it follows `first`. Digits and spaces stay on their grid.
  double kerning(char32_t first, char32_t second) const {
    if (is_digit(first) || is_digit(second) || is_narrow_space(first) || is_narrow_space(second)) return 0;
    if (first < latin && second < latin) {
      float& known = pairs_[first * latin + second];
      if (std::isnan(known)) known = static_cast<float>(measure_kerning(first, second));
      return known;
    }
    const auto key = (static_cast<std::uint64_t>(first) << 32U) | second;
    const auto found = rare_pairs_.find(key);
    if (found != rare_pairs_.end()) return found->second;
    return rare_pairs_.emplace(key, static_cast<float>(measure_kerning(first, second))).first->second;
  }
  /// 0 when the font has no such glyph.
  quint32 glyph(char32_t c) const {
    const auto found = glyphs_.find(c);
    if (found != glyphs_.end()) return found->second;
    const auto indexes = raw_.glyphIndexesForString(QString::fromUcs4(&c, 1));
    return glyphs_.emplace(c, indexes.isEmpty() ? 0U : indexes.first()).first->second;
  }
  /// Text that Qt must lay out, in shares of the size.
  double shaped_width(std::string_view text) const {
    const auto found = shaped_.find(text);
    if (found != shaped_.end()) return found->second;
    if (shaped_.size() > 20000) shaped_.clear();
    const double width =
        metrics_.horizontalAdvance(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))) / reference_pixels;
    return shaped_.emplace(std::string{text}, width).first->second;
  }
  const QRawFont& sized(double size) const {
    const auto found = sized_.find(size);
    if (found != sized_.end()) return found->second;
    QRawFont raw = raw_;
    raw.setPixelSize(size);
    return sized_.emplace(size, raw).first->second;
  }
  double cap_height() const { return cap_height_; }

 private:
  double own_advance(char32_t c) const {
    if (c < latin && advances_[c] >= 0) return advances_[c];
    const auto known = rare_advances_.find(c);
    if (known != rare_advances_.end()) return known->second;
    const double advance = metrics_.horizontalAdvance(QString::fromUcs4(&c, 1)) / reference_pixels;
    if (c < latin)
      advances_[c] = static_cast<float>(advance);
    else
      rare_advances_.emplace(c, advance);
    return advance;
  }
  double measure_kerning(char32_t first, char32_t second) const {
    const std::array<char32_t, 2> pair{first, second};
    const double both = metrics_.horizontalAdvance(QString::fromUcs4(pair.data(), 2)) / reference_pixels;
    return both - own_advance(first) - own_advance(second);
  }
  static std::array<float, latin> unknown_advances() {
    std::array<float, latin> advances{};
    advances.fill(-1);
    return advances;
  }

  QFont font_;
  QFontMetricsF metrics_;
  QRawFont raw_;
  double digit_cell_ = 0;
  double cap_height_ = 0;
  mutable std::array<float, latin> advances_ = unknown_advances();
  mutable std::vector<float> pairs_;
  mutable std::unordered_map<std::uint64_t, float> rare_pairs_;
  mutable std::unordered_map<char32_t, double> rare_advances_;
  mutable std::unordered_map<char32_t, quint32> glyphs_;
  mutable std::unordered_map<std::string, double, TransparentHash, std::equal_to<>> shaped_;
  mutable std::unordered_map<double, QRawFont> sized_;
};

}  // namespace

struct QtTextMeasurer::Cache {
  QString family = preferred_family();
  std::array<Face, 3> faces{Face{family, Weight::regular}, Face{family, Weight::medium}, Face{family, Weight::semibold}};
  const Face& face(const TextStyle& style) const { return faces.at(static_cast<std::size_t>(style.weight)); }
};

QtTextMeasurer::QtTextMeasurer() : cache_(std::make_unique<Cache>()) {}
QtTextMeasurer::~QtTextMeasurer() = default;

double QtTextMeasurer::width(std::string_view text, const TextStyle& style) const {
  const Face& face = cache_->face(style);
  double ems = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_simple(c) || (c >= latin && !is_narrow_space(c) && face.glyph(c) == 0)) return face.shaped_width(text) * style.size;
    if (previous != 0) ems += face.kerning(previous, c);
    ems += face.cell(c);
    previous = c;
  }
  return ems * style.size;
}

std::string QtTextMeasurer::translated(const Text& text) const {
  return QCoreApplication::translate(text.context(), text.english()).toStdString();
}

QList<QGlyphRun> QtTextMeasurer::glyphs(std::string_view text, const TextStyle& style) const {
  const Face& face = cache_->face(style);
  QList<quint32> indexes;
  QList<QPointF> positions;
  double ems = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const quint32 index = is_narrow_space(c) ? 0 : face.glyph(c);
    if (!is_simple(c) || (index == 0 && !is_narrow_space(c))) return {};
    if (previous != 0) ems += face.kerning(previous, c);
    if (index != 0 && c != U' ') {
      indexes.append(index);
      positions.append(QPointF((ems + face.bearing(c)) * style.size, 0));
    }
    ems += face.cell(c);
    previous = c;
  }
  if (indexes.isEmpty()) return {};
  QGlyphRun run;
  run.setRawFont(face.sized(style.size));
  run.setGlyphIndexes(indexes);
  run.setPositions(positions);
  return {run};
}

QPainterPath QtTextMeasurer::outline(std::string_view text, const TextStyle& style) const {
  QPainterPath path;
  const auto runs = glyphs(text, style);
  if (runs.isEmpty()) {
    QPainterPath shaped;
    shaped.addText(0, 0, font(style), QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return QTransform::fromScale(1.0 / font_oversampling, 1.0 / font_oversampling).map(shaped);
  }
  for (const QGlyphRun& run : runs) {
    const auto indexes = run.glyphIndexes();
    const auto positions = run.positions();
    for (qsizetype i = 0; i < indexes.size(); ++i) path.addPath(run.rawFont().pathForGlyph(indexes[i]).translated(positions[i]));
  }
  return path;
}

QFont QtTextMeasurer::font(const TextStyle& style) const {
  return make_font(cache_->family, style.weight, static_cast<int>(std::lround(style.size * font_oversampling)));
}

double QtTextMeasurer::baseline_offset(const TextStyle& style) const { return cache_->face(style).cap_height() * style.size / 2; }

QString QtTextMeasurer::family() const { return cache_->family; }

}  // namespace tradewind::paint
