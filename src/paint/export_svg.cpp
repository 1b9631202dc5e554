// A scene as SVG 1.1. Written here and not by QSvgGenerator, so that texts stay texts of their measured width, hatches are
// patterns, and every shape that stands for something carries a title for screen readers and tool tips.
#include <QXmlStreamWriter>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "paint/file_writer.h"
#include "paint/hatch.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::paint {
namespace {

using views::Align;
using views::Dash;
using views::Token;

constexpr double halo_width = 2.6;

QString number(double value) {
  std::array<char, 32> buffer{};
  const double rounded = std::round(value * 100) / 100;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded == 0 ? 0.0 : rounded);
  return error == std::errc{} ? QString::fromLatin1(buffer.data(), end - buffer.data()) : QStringLiteral("0");
}

/// XML 1.0 has no way to write most control characters.
QString xml_text(const std::string& text) {
  QString clean = QString::fromStdString(text);
  clean.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\t' && c != u'\n'; });
  return clean;
}

class SvgWriter {
 public:
  SvgWriter(QByteArray& content, const QtTextMeasurer& measurer, views::Theme theme)
      : xml_(&content), measurer_(measurer), theme_(theme) {
    xml_.setAutoFormatting(true);
    xml_.setAutoFormattingIndent(1);
  }

  void write(const views::Scene& scene) {
    xml_.writeStartDocument();
    xml_.writeStartElement(QStringLiteral("svg"));
    xml_.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    attribute("version", QStringLiteral("1.1"));
    attribute("width", number(scene.size.width));
    attribute("height", number(scene.size.height));
    attribute("viewBox", QStringLiteral("0 0 %1 %2").arg(number(scene.size.width), number(scene.size.height)));
    attribute("role", QStringLiteral("img"));
    attribute("font-family", QStringLiteral("%1, system-ui, sans-serif").arg(measurer_.family()));
    attribute("style", QStringLiteral("font-variant-numeric: tabular-nums"));
    xml_.writeTextElement(QStringLiteral("title"), xml_text(scene.title));
    write_patterns(scene);
    if (scene.background != Token::none) {
      xml_.writeEmptyElement(QStringLiteral("rect"));
      attribute("width", number(scene.size.width));
      attribute("height", number(scene.size.height));
      attribute("fill", color(scene.background));
    }
    for (const views::Shape& shape : scene.shapes) {
      const bool titled = !shape.mark.description.empty();
      if (titled) {
        xml_.writeStartElement(QStringLiteral("g"));
        xml_.writeTextElement(QStringLiteral("title"), xml_text(shape.mark.description));
      }
      std::visit([this](const auto& what) { write_shape(what); }, shape.what);
      if (titled) xml_.writeEndElement();
    }
    xml_.writeEndElement();
    xml_.writeEndDocument();
  }

 private:
  void write_shape(const views::RectShape& shape) {
    const auto rect = [&](double inset) {
      xml_.writeEmptyElement(QStringLiteral("rect"));
      attribute("x", number(shape.rect.x + inset));
      attribute("y", number(shape.rect.y + inset));
      attribute("width", number(std::max(0.0, shape.rect.width - 2 * inset)));
      attribute("height", number(std::max(0.0, shape.rect.height - 2 * inset)));
      if (shape.radius > inset) attribute("rx", number(shape.radius - inset));
    };
    if (shape.fill != Token::none || is_invisible(shape)) {
      rect(0);
      attribute("fill", shape.fill != Token::none ? color(shape.fill) : QStringLiteral("none"));
      // A region without ink still is there for the pointer.
      if (shape.fill == Token::none) attribute("pointer-events", QStringLiteral("all"));
    }
    if (shape.hatch.color != Token::none) {
      rect(0);
      attribute("fill", pattern(shape.hatch.color));
    }
    if (has_line(shape.stroke)) {
      rect(shape.stroke.width / 2);
      attribute("fill", QStringLiteral("none"));
      stroke(shape.stroke);
    }
  }

  void write_shape(const views::EllipseShape& shape) {
    const views::Point centre = shape.rect.centre();
    const auto ellipse = [&](double inset) {
      xml_.writeEmptyElement(QStringLiteral("ellipse"));
      attribute("cx", number(centre.x));
      attribute("cy", number(centre.y));
      attribute("rx", number(std::max(0.0, shape.rect.width / 2 - inset)));
      attribute("ry", number(std::max(0.0, shape.rect.height / 2 - inset)));
    };
    if (shape.fill != Token::none) {
      ellipse(0);
      attribute("fill", color(shape.fill));
    }
    if (shape.hatch.color != Token::none) {
      ellipse(0);
      attribute("fill", pattern(shape.hatch.color));
    }
    if (has_line(shape.stroke)) {
      ellipse(shape.stroke.width / 2);
      attribute("fill", QStringLiteral("none"));
      stroke(shape.stroke);
    }
  }

  void write_shape(const views::PathShape& shape) {
    if (shape.points.size() < 2) return;
    QString points;
    for (const auto& point : sharp_points(shape))
      points += (points.isEmpty() ? QString() : QStringLiteral(" ")) + number(point.x()) + QLatin1Char(',') + number(point.y());
    const auto path = [&] {
      xml_.writeEmptyElement(shape.closed ? QStringLiteral("polygon") : QStringLiteral("polyline"));
      attribute("points", points);
    };
    path();
    attribute("fill", shape.fill != Token::none ? color(shape.fill) : QStringLiteral("none"));
    if (shape.hatch.color == Token::none) {
      stroke(shape.stroke);
      return;
    }
    path();
    attribute("fill", pattern(shape.hatch.color));
    stroke(shape.stroke);
  }

  void write_shape(const views::TextShape& shape) {
    if (shape.text.empty()) return;
    if (shape.style.halo != Token::none) {
      begin_text(shape);
      attribute("stroke", color(shape.style.halo));
      attribute("stroke-width", number(halo_width));
      attribute("stroke-linejoin", QStringLiteral("round"));
      attribute("aria-hidden", QStringLiteral("true"));
      end_text(shape, shape.style.halo);
    }
    begin_text(shape);
    if (shape.style.strike_out) attribute("text-decoration", QStringLiteral("line-through"));
    end_text(shape, shape.style.color);
  }

  void begin_text(const views::TextShape& shape) {
    const double width = measurer_.width(shape.text, shape.style);
    double x = shape.box.x;
    if (shape.align == Align::right) x = shape.box.right() - width;
    if (shape.align == Align::centre) x = shape.box.x + (shape.box.width - width) / 2;
    xml_.writeStartElement(QStringLiteral("text"));
    attribute("x", number(x));
    attribute("y", number(shape.box.centre().y + measurer_.baseline_offset(shape.style)));
    attribute("font-size", number(shape.style.size));
    if (shape.style.weight != views::Weight::regular)
      attribute("font-weight", shape.style.weight == views::Weight::medium ? QStringLiteral("500") : QStringLiteral("600"));
    // Another font than ours must not run into the neighbour.
    attribute("textLength", number(width));
    attribute("lengthAdjust", QStringLiteral("spacingAndGlyphs"));
  }
  void end_text(const views::TextShape& shape, Token fill) {
    attribute("fill", color(fill));
    xml_.writeCharacters(xml_text(shape.text));
    xml_.writeEndElement();
  }

  void write_patterns(const views::Scene& scene) {
    std::set<Token> hatches;
    for (const views::Shape& shape : scene.shapes)
      std::visit(
          [&](const auto& what) {
            if constexpr (requires { what.hatch; })
              if (what.hatch.color != Token::none) hatches.insert(what.hatch.color);
          },
          shape.what);
    if (hatches.empty()) return;
    xml_.writeStartElement(QStringLiteral("defs"));
    for (const Token token : hatches) {
      const double p = hatch_pattern(token).period;
      xml_.writeStartElement(QStringLiteral("pattern"));
      attribute("id", pattern_id(token));
      attribute("patternUnits", QStringLiteral("userSpaceOnUse"));
      attribute("width", number(p));
      attribute("height", number(p));
      xml_.writeEmptyElement(QStringLiteral("path"));
      attribute("d", QStringLiteral("M-1,1 L1,-1 M0,%1 L%1,0 M%2,%3 L%3,%2").arg(number(p), number(p - 1), number(p + 1)));
      attribute("stroke", color(token));
      attribute("stroke-width", number(hatch_pattern(token).width));
      xml_.writeEndElement();
    }
    xml_.writeEndElement();
  }

  static bool has_line(const views::Stroke& line) { return line.color != Token::none && line.width > 0; }
  static bool is_invisible(const views::RectShape& shape) {
    return shape.fill == Token::none && shape.hatch.color == Token::none && !has_line(shape.stroke);
  }
  void stroke(const views::Stroke& line) {
    if (!has_line(line)) return;
    attribute("stroke", color(line.color));
    if (line.width != 1) attribute("stroke-width", number(line.width));
    if (line.dash == Dash::dashed) attribute("stroke-dasharray", QStringLiteral("3 2.5"));
    if (line.dash == Dash::dotted) attribute("stroke-dasharray", QStringLiteral("1.5 2.5"));
  }
  QString color(Token token) const { return qt_color(token, theme_).name(); }
  static QString pattern_id(Token token) {
    const auto name = views::name_of(token);
    return QStringLiteral("hatch-") + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  }
  static QString pattern(Token token) { return QStringLiteral("url(#%1)").arg(pattern_id(token)); }
  void attribute(const char* name, const QString& value) { xml_.writeAttribute(QString::fromLatin1(name), value); }

  QXmlStreamWriter xml_;
  const QtTextMeasurer& measurer_;
  views::Theme theme_;
};

}  // namespace

Result<ExportedFile> write_svg(const views::Scene& scene, const std::filesystem::path& path, const QtTextMeasurer& measurer,
                               const SvgOptions& options) {
  if (!(scene.size.width >= 1 && scene.size.height >= 1))
    return failure(ErrorCode::bad_input, "cannot write " + path.string(), "the picture has no area", "give a width and a height");
  if (!goes_on(options.before_page, 0, 1)) return given_up(path);
  QByteArray content;
  SvgWriter(content, measurer, options.theme).write(scene);
  return write_whole_file(path, content, options.before_page, 1);
}

}  // namespace tradewind::paint
