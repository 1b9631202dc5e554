// Pictures as files, on any thread. Each writer replaces the file in one step: an existing file is whole or untouched, also where
// `before_page` gives up, which is an error of the code `cancelled`.
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/paint/page_painter.h"

namespace tradewind::paint {

struct ExportedFile {
  std::filesystem::path path;
  std::int64_t bytes = 0;
};

struct PngOptions {
  views::Theme theme = views::Theme::light;
  double scale = 2;          // image pixels per logical pixel
  BeforePage before_page{};  // of one page
};
/// Errors: bad_input for an empty scene, a scale out of (0, 16] or a picture of more than 32,767 pixels a side;
/// no_permission, no_space, not_found when the file cannot be written.
Result<ExportedFile> write_png(const views::Scene& scene, const std::filesystem::path& path, const QtTextMeasurer& measurer,
                               const PngOptions& options = {});

struct PdfOptions {
  views::Theme theme = views::Theme::light;
  views::Paper paper = views::Paper::automatic;
  BeforePage before_page{};
};
/// Vector shapes and embedded fonts, one or more pages per scene (views/paper.h); the first scene's title is the document's.
Result<ExportedFile> write_pdf(const std::vector<views::Scene>& scenes, const std::filesystem::path& path,
                               const QtTextMeasurer& measurer, const PdfOptions& options = {});

struct SvgOptions {
  views::Theme theme = views::Theme::light;
  BeforePage before_page{};  // of one page
};
/// SVG 1.1 with a viewBox, a title, real text, and a <title> on every shape that stands for something.
Result<ExportedFile> write_svg(const views::Scene& scene, const std::filesystem::path& path, const QtTextMeasurer& measurer,
                               const SvgOptions& options = {});

}  // namespace tradewind::paint
