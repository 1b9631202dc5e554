#include "cli/picture_file.h"

#include <filesystem>

#include "tradewind/paint/export.h"
#include "tradewind/paint/headless_application.h"

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

Result<void> check_target(const std::string& workspace, const std::string& target) {
  std::error_code error;
  if (std::filesystem::equivalent(workspace, target, error))
    return failure(ErrorCode::conflict, "cannot export to " + target, "that is the workspace itself", "Choose another name");
  return {};
}

Result<std::int64_t> write_picture(const LayOut& lay_out, const std::string& target, views::Theme theme) {
  const paint::HeadlessApplication application;
  const paint::QtTextMeasurer measurer;
  const auto scenes = lay_out(measurer);
  if (!scenes) return tl::unexpected(scenes.error());
  const std::string extension = extension_of(target);
  Result<paint::ExportedFile> file;
  if (extension == ".pdf") {
    paint::PdfOptions pdf;
    pdf.theme = theme;
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
