#include "cli/picture_file.h"

#include <filesystem>

#include "tradewind/paint/export.h"
#include "tradewind/paint/headless_application.h"
#include "tradewind/storage/replaceable.h"

namespace tradewind::cli {

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path{path}.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

bool is_picture(const std::string& path) {
  const std::string extension = extension_of(path);
  return extension == ".pdf" || extension == ".png" || extension == ".svg";
}

Result<std::int64_t> write_picture(const LayOut& lay_out, const std::string& target, views::Theme theme, views::Paper paper) {
  if (const auto may = storage::may_be_replaced(target); !may) return tl::unexpected(may.error());
  const paint::HeadlessApplication application;
  const paint::QtTextMeasurer measurer;
  const auto scenes = lay_out(measurer);
  if (!scenes) return tl::unexpected(scenes.error());
  const std::string extension = extension_of(target);
  Result<paint::ExportedFile> file;
  if (extension == ".pdf") {
    paint::PdfOptions pdf;
    pdf.theme = theme;
    pdf.paper = paper;
    file = paint::write_pdf(*scenes, target, measurer, pdf);
  } else if (extension == ".png") {
    paint::PngOptions png;
    png.theme = theme;
    file = paint::write_png(scenes->front(), target, measurer, png);
  } else {
    paint::SvgOptions svg;
    svg.theme = theme;
    file = paint::write_svg(scenes->front(), target, measurer, svg);
  }
  if (!file) return tl::unexpected(file.error());
  return file->bytes;
}

}  // namespace tradewind::cli
