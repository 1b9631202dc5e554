// A scene as a PNG image.
#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <cmath>

#include "paint/file_writer.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::paint {
namespace {

constexpr double largest_side = 32767;  // what Qt's rasteriser and most viewers can hold
constexpr double largest_area = 400e6;  // pixels: 1.6 GB of memory
constexpr double pixels_per_metre = 96 / 0.0254;

}  // namespace

Result<ExportedFile> write_png(const views::Scene& scene, const std::filesystem::path& path, const QtTextMeasurer& measurer,
                               const PngOptions& options) {
  const std::string what = "cannot write " + path.string();
  if (!(options.scale > 0 && options.scale <= 16))
    return failure(ErrorCode::bad_input, what, "the scale must be above 0 and at most 16", "1 and 2 are usual");
  if (!(scene.size.width >= 1 && scene.size.height >= 1))
    return failure(ErrorCode::bad_input, what, "the picture has no area", "give a width and a height");
  const double width = std::ceil(scene.size.width * options.scale);
  const double height = std::ceil(scene.size.height * options.scale);
  if (width > largest_side || height > largest_side || width * height > largest_area)
    return failure(ErrorCode::bad_input, what, "the picture is too large for an image", "export PDF or SVG, or filter the view");

  if (!goes_on(options.before_page, 0, 1)) return given_up(path);
  QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
  if (image.isNull())
    return failure(ErrorCode::no_space, what, "there is not enough memory for the picture", "choose a smaller scale");
  image.fill(qt_color(scene.background == views::Token::none ? views::Token::base : scene.background, options.theme));
  image.setDotsPerMeterX(static_cast<int>(std::lround(pixels_per_metre * options.scale)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(pixels_per_metre * options.scale)));
  {
    QPainter painter(&image);
    painter.scale(options.scale, options.scale);
    PaintOptions paint_options;
    paint_options.theme = options.theme;
    paint_scene(painter, scene, measurer, paint_options);
  }

  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  QImageWriter writer(&buffer, "png");
  writer.setText(QStringLiteral("Title"), QString::fromStdString(scene.title));
  writer.setText(QStringLiteral("Software"), QStringLiteral("Tradewind"));
  if (!writer.write(image)) return failure(ErrorCode::internal, what, writer.errorString().toStdString());
  return write_whole_file(path, content, options.before_page, 1);
}

}  // namespace tradewind::paint
