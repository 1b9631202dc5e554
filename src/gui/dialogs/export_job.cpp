#include "gui/dialogs/export_job.h"

#include <QObject>

namespace tradewind::gui {
namespace {

workbench::ViewOptions view_options(const ExportChoice& choice) {
  workbench::ViewOptions options;
  options.today = choice.today;
  options.priced = choice.priced;
  if (choice.format == ExportFormat::png || choice.format == ExportFormat::svg) options.size = choice.size;
  return options;
}

Result<paint::ExportedFile> write_picture(const std::vector<views::Scene>& scenes, const ExportChoice& choice,
                                          const std::filesystem::path& target, const paint::QtTextMeasurer& measurer) {
  switch (choice.format) {
    case ExportFormat::png: {
      paint::PngOptions png;
      png.theme = choice.theme;
      return paint::write_png(scenes.front(), target, measurer, png);
    }
    case ExportFormat::svg: {
      paint::SvgOptions svg;
      svg.theme = choice.theme;
      return paint::write_svg(scenes.front(), target, measurer, svg);
    }
    default:
      break;
  }
  paint::PdfOptions pdf;
  pdf.theme = choice.theme;
  pdf.page = choice.page;
  return paint::write_pdf(scenes, target, measurer, pdf);
}

}  // namespace

bool is_picture(ExportFormat format) {
  return format == ExportFormat::pdf || format == ExportFormat::png || format == ExportFormat::svg;
}

QString ending_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::pdf:
      return "pdf";
    case ExportFormat::png:
      return "png";
    case ExportFormat::svg:
      return "svg";
    case ExportFormat::csv:
      return "csv";
    case ExportFormat::markdown:
      return "md";
    case ExportFormat::json:
      break;
  }
  return "json";
}

QString view_title(workbench::View view) {
  switch (view) {
    case workbench::View::roadmap:
      return QObject::tr("Roadmap");
    case workbench::View::now_next_later:
      return QObject::tr("Now, next, later");
    case workbench::View::matrix:
      return QObject::tr("Impact and effort");
    case workbench::View::moscow:
      return QObject::tr("MoSCoW");
    case workbench::View::allocation:
      return QObject::tr("Allocation of capacity");
    case workbench::View::outcomes:
      return QObject::tr("Outcomes");
    case workbench::View::tradeoff:
      return QObject::tr("Price of a request");
    case workbench::View::backlog:
      break;
  }
  return QObject::tr("Backlog");
}

std::optional<workbench::View> view_of_page(const QString& page) {
  using workbench::View;
  if (page == "backlog") return View::backlog;
  if (page == "prioritize") return View::matrix;
  if (page == "roadmap") return View::roadmap;
  if (page == "outcomes") return View::outcomes;
  if (page == "time") return View::allocation;
  return std::nullopt;
}

std::vector<ExportFormat> formats_of(const std::optional<workbench::View>& view) {
  if (!view) return {ExportFormat::json};
  if (view == workbench::View::tradeoff) return {ExportFormat::pdf, ExportFormat::png, ExportFormat::svg};
  return {ExportFormat::pdf, ExportFormat::png, ExportFormat::svg, ExportFormat::csv, ExportFormat::markdown, ExportFormat::json};
}

Result<std::vector<views::Scene>> scenes_of(const Portfolio& portfolio, const ExportChoice& choice,
                                            const views::TextMeasurer& measurer) {
  auto scenes = workbench::lay_out_view(portfolio, *choice.view, view_options(choice), measurer);
  if (scenes && scenes->empty())
    return failure(ErrorCode::bad_input, "cannot export the view", "it is empty", "Add something to it first");
  return scenes;
}

Result<std::string> text_of(const storage::Workspace& workspace, const ExportChoice& choice) {
  if (!choice.view) return workbench::workspace_json(workspace);
  const auto table = workbench::tabulate_view(workspace.portfolio(), *choice.view, view_options(choice));
  if (!table) return tl::unexpected(table.error());
  const auto format = choice.format == ExportFormat::csv        ? workbench::TableFormat::csv
                      : choice.format == ExportFormat::markdown ? workbench::TableFormat::markdown
                                                                : workbench::TableFormat::json;
  return workbench::table_text(*table, format);
}

Result<std::int64_t> write_export(const storage::Workspace& workspace, const ExportChoice& choice,
                                  const std::filesystem::path& target, const paint::QtTextMeasurer& measurer) {
  std::error_code error;
  if (std::filesystem::equivalent(workspace.path(), target, error))
    return failure(ErrorCode::conflict, "cannot export to " + target.filename().string(), "that is the workspace itself",
                   "Choose another name");
  if (!is_picture(choice.format)) {
    const auto text = text_of(workspace, choice);
    if (!text) return tl::unexpected(text.error());
    return workbench::write_text_file(target, *text);
  }
  const auto scenes = scenes_of(workspace.portfolio(), choice, measurer);
  if (!scenes) return tl::unexpected(scenes.error());
  const auto file = write_picture(*scenes, choice, target, measurer);
  if (!file) return tl::unexpected(file.error());
  return file->bytes;
}

}  // namespace tradewind::gui
