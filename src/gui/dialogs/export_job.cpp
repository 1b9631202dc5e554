#include "gui/dialogs/export_job.h"

#include <QObject>

#include "gui/scene/asking_measurer.h"
#include "gui/shell/document.h"
#include "gui/shell/without_throwing.h"
#include "tradewind/exchange/workspace_json.h"
#include "tradewind/storage/replaceable.h"

namespace tradewind::gui {
namespace {

tl::unexpected<Error> given_up() { return failure(ErrorCode::cancelled, "the export was given up", "", "nothing was written"); }

workbench::ViewOptions view_options(const ExportChoice& choice) {
  workbench::ViewOptions options = choice.options;
  options.today = choice.today;
  if (choice.format == ExportFormat::png || choice.format == ExportFormat::svg) options.size = choice.size;
  return options;
}

Result<std::int64_t> write_picture(const ExportSource& source, const ExportChoice& choice, const std::filesystem::path& target,
                                   const ExportWatch& watch) {
  const paint::QtTextMeasurer measurer;
  const auto scenes = scenes_of(*source.portfolio, choice, measurer, watch.goes_on);
  if (!scenes) return tl::unexpected(scenes.error());
  const paint::BeforePage before_page = [&watch](int page, int pages) {
    watch.on_page(page, pages);
    return watch.goes_on();
  };
  const auto bytes = [](const paint::ExportedFile& file) { return file.bytes; };
  switch (choice.format) {
    case ExportFormat::png: {
      paint::PngOptions png;
      png.theme = choice.theme;
      png.before_page = before_page;
      return paint::write_png(scenes->front(), target, measurer, png).map(bytes);
    }
    case ExportFormat::svg: {
      paint::SvgOptions svg;
      svg.theme = choice.theme;
      svg.before_page = before_page;
      return paint::write_svg(scenes->front(), target, measurer, svg).map(bytes);
    }
    default:
      break;
  }
  paint::PdfOptions pdf;
  pdf.theme = choice.theme;
  pdf.paper = choice.paper;
  pdf.before_page = before_page;
  return paint::write_pdf(*scenes, target, measurer, pdf).map(bytes);
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

QString title_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::pdf:
      return QObject::tr("PDF document");
    case ExportFormat::png:
      return QObject::tr("PNG picture");
    case ExportFormat::svg:
      return QObject::tr("SVG drawing");
    case ExportFormat::csv:
      return QObject::tr("CSV table");
    case ExportFormat::markdown:
      return QObject::tr("Markdown table");
    case ExportFormat::json:
      break;
  }
  return QObject::tr("JSON");
}

QString view_title(workbench::View view) {
  switch (view) {
    case workbench::View::roadmap:
      return QObject::tr("Roadmap");
    case workbench::View::now_next_later:
      return QObject::tr("Now, next, later");
    case workbench::View::board:
      return QObject::tr("Board");
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

ExportChoice choice_of(const ShownView& shown, Date today) {
  ExportChoice choice;
  choice.view = shown.view;
  choice.options = shown.options;
  choice.portfolio = shown.portfolio;
  choice.today = today;
  return choice;
}

std::vector<ExportFormat> formats_of(const std::optional<workbench::View>& view) {
  if (!view) return {ExportFormat::json};
  if (view == workbench::View::tradeoff) return {ExportFormat::pdf, ExportFormat::png, ExportFormat::svg};
  return {ExportFormat::pdf, ExportFormat::png, ExportFormat::svg, ExportFormat::csv, ExportFormat::markdown, ExportFormat::json};
}

ExportSource source_of(const Document& document, const ExportChoice& choice) {
  ExportSource source;
  source.portfolio = choice.portfolio != nullptr ? choice.portfolio : document.snapshot();
  if (!choice.view)
    source.import_records =
        std::make_shared<const std::vector<ImportRecord>>(workbench::import_records_of_items(document.workspace()));
  return source;
}

Result<std::vector<views::Scene>> scenes_of(const Portfolio& portfolio, const ExportChoice& choice,
                                            const views::TextMeasurer& measurer, const std::function<bool()>& goes_on) {
  return without_throwing("cannot draw the view", [&]() -> Result<std::vector<views::Scene>> {
    try {
      auto scenes = workbench::lay_out_view(portfolio, *choice.view, view_options(choice), AskingMeasurer(measurer, goes_on));
      if (scenes && scenes->empty())
        return failure(ErrorCode::bad_input, "cannot export the view", "it is empty", "Add something to it first");
      return scenes;
    } catch (const GivenUp&) {
      return given_up();
    }
  });
}

Result<std::string> text_of(const ExportSource& source, const ExportChoice& choice, const std::function<bool()>& goes_on) {
  return without_throwing("cannot write the table", [&]() -> Result<std::string> {
    if (!goes_on()) return given_up();
    if (!choice.view) return exchange::to_json(*source.portfolio, *source.import_records);
    const auto table = workbench::tabulate_view(*source.portfolio, *choice.view, view_options(choice));
    if (!table) return tl::unexpected(table.error());
    if (!goes_on()) return given_up();
    const auto format = choice.format == ExportFormat::csv        ? workbench::TableFormat::csv
                        : choice.format == ExportFormat::markdown ? workbench::TableFormat::markdown
                                                                  : workbench::TableFormat::json;
    return workbench::table_text(*table, format);
  });
}

Result<std::int64_t> write_export(const ExportSource& source, const ExportChoice& choice, const std::filesystem::path& target,
                                  const ExportWatch& watch) {
  const std::string what = "cannot export to " + target.filename().string();
  if (const auto may = storage::may_be_replaced(target); !may) return tl::unexpected(may.error());
  return without_throwing(what, [&]() -> Result<std::int64_t> {
    if (is_picture(choice.format)) return write_picture(source, choice, target, watch);
    const auto text = text_of(source, choice, watch.goes_on);
    if (!text) return tl::unexpected(text.error());
    if (!watch.goes_on()) return given_up();
    return workbench::write_text_file(target, *text);
  });
}

void ExportJob::start(ExportSource source, ExportChoice choice, std::filesystem::path target, OnPage on_page, Done done) {
  job_.start([source = std::move(source), choice = std::move(choice), target = std::move(target), on_page = std::move(on_page),
              done = std::move(done)](const BackgroundJob::Run& run) {
    ExportWatch watch;
    watch.goes_on = [run] { return run.goes_on(); };
    watch.on_page = [run, on_page](int page, int pages) {
      if (run.is_time_for_news()) run.deliver([on_page, page, pages] { on_page(page, pages); });
    };
    run.deliver([bytes = write_export(source, choice, target, watch), done] { done(bytes); });
  });
}

}  // namespace tradewind::gui
