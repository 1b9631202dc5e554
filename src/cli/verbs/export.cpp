#include <charconv>

#include "cli/output.h"
#include "cli/picture_file.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/export_view.h"

namespace tradewind::cli {
namespace {

using workbench::Value;
using workbench::View;

constexpr const char* workspace_view = "workspace";

struct ExportOptions : CommonOptions {
  std::string view;
  std::string target;
  std::string theme = "light";
  std::string size;
  std::string paper;
  std::string group;
  std::string columns;
  std::string today;
  workbench::ViewOptions layout;
};

/// "1440x900".
Result<views::Size> parse_size(const std::string& text) {
  views::Size size;
  const auto cross = text.find_first_of("xX");
  const auto read = [](std::string_view digits, double& number) {
    int whole = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    number = whole;
    return failed == std::errc{} && end == digits.data() + digits.size() && whole >= 1 && whole <= 20000;
  };
  const std::string_view view = text;
  if (cross == std::string::npos || !read(view.substr(0, cross), size.width) || !read(view.substr(cross + 1), size.height))
    return failure(ErrorCode::bad_input, "cannot read the size " + text, "it is not WIDTHxHEIGHT in pixels, each from 1 to 20000",
                   "Give for example 1440x900");
  return size;
}

tl::unexpected<Error> unknown_format(const ExportOptions& options) {
  return failure(ErrorCode::bad_input, "cannot export to " + options.target,
                 "there is no writer for \"" + extension_of(options.target) + "\" of the view " + options.view,
                 options.view == workspace_view
                     ? "The workspace goes to a .json file"
                     : "Pictures go to .pdf, .png or .svg, the rows behind them to .csv, .md or .json");
}

Result<std::int64_t> export_picture(const ExportOptions& options, View view, const Portfolio& portfolio) {
  const auto lay_out = [&](const views::TextMeasurer& measurer) {
    return workbench::lay_out_view(portfolio, view, options.layout, measurer);
  };
  return write_picture(lay_out, options.target, options.theme == "dark" ? views::Theme::dark : views::Theme::light,
                       from_text<views::Paper>(options.paper).value_or(views::Paper::automatic));
}

Result<std::int64_t> export_table(const ExportOptions& options, View view, const Portfolio& portfolio) {
  const auto table = workbench::tabulate_view(portfolio, view, options.layout);
  if (!table) return tl::unexpected(table.error());
  const std::string extension = extension_of(options.target);
  const auto format = extension == ".csv"  ? workbench::TableFormat::csv
                      : extension == ".md" ? workbench::TableFormat::markdown
                                           : workbench::TableFormat::json;
  return workbench::write_text_file(options.target, workbench::table_text(*table, format));
}

Result<std::int64_t> export_view(const ExportOptions& options, const storage::Workspace& workspace) {
  const std::string extension = extension_of(options.target);
  if (options.view == workspace_view) {
    if (extension != ".json") return unknown_format(options);
    return workbench::write_text_file(options.target, workbench::workspace_json(workspace));
  }
  const View view = *from_text<View>(options.view);
  if (is_picture(options.target)) return export_picture(options, view, workspace.portfolio());
  if (extension == ".csv" || extension == ".md" || extension == ".json")
    return export_table(options, view, workspace.portfolio());
  return unknown_format(options);
}

int run_export(ExportOptions options) {
  options.layout.today = parse_iso_date(options.today).value_or(today());
  if (!options.group.empty()) options.layout.group = from_text<LaneRule>(options.group);
  if (!options.columns.empty()) options.layout.columns = from_text<views::BoardColumns>(options.columns);
  if (!options.size.empty()) {
    const auto size = parse_size(options.size);
    if (!size) return report(size.error());
    options.layout.size = *size;
  }
  if (!options.paper.empty() && extension_of(options.target) != ".pdf")
    return report(Error{ErrorCode::bad_input, "cannot put " + options.target + " on paper " + options.paper,
                        "only a PDF has pages", "Leave out --paper, or export to a .pdf file"});
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto bytes = export_view(options, *workspace);
  if (!bytes) return report(bytes.error());
  const workbench::Record made{{"file", Value::of(options.target)}, {"bytes", Value::of(*bytes)}};
  if (options.json)
    print_json(Value::of(made));
  else
    print_record(made);
  return done;
}

std::vector<std::string> view_names() {
  std::vector<std::string> names;
  for (const auto& entry : EnumNames<View>::values) names.emplace_back(entry.second);
  names.emplace_back(workspace_view);
  return names;
}

}  // namespace

void add_export(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* verb = make_verb(app, "export", "One picture or table as a file", *options);
  verb->add_option("--view", options->view, "What to show")->required()->check(CLI::IsMember(view_names()));
  verb->add_option("--to", options->target, "OUT.pdf, .png or .svg for a picture; .csv, .md or .json for the rows behind it")
      ->required();
  verb->add_option("--theme", options->theme, "Colours of a picture")
      ->check(CLI::IsMember({"light", "dark"}))
      ->capture_default_str();
  verb->add_option("--size", options->size,
                   "WIDTHxHEIGHT of a picture in logical pixels (a PNG has twice as many); views grow in height where they must");
  verb->add_option("--paper", options->paper,
                   "Pages of a PDF: a4, a3 or letter, upright or across as it fits better, or one page as large as the picture "
                   "(default: one, or a4 where that would be too long to be printed)")
      ->check(CLI::IsMember({"a4", "a3", "letter", "one"}));
  verb->add_option("--group", options->group, "Lanes of the roadmap")
      ->check(CLI::IsMember({"outcome", "team", "stage", "class"}));
  verb->add_option("--columns", options->columns, "Columns of the board")->check(CLI::IsMember({"period", "stage", "moscow"}));
  verb->add_option("--period", options->layout.period, "PERIOD, for moscow and allocation");
  verb->add_option("--where", options->layout.where, "EXPR: only these items, for matrix, moscow and backlog");
  verb->add_option("--insert", options->layout.insert, "KEY of the request, for tradeoff");
  verb->add_option("--by", options->layout.by,
                   "PERIOD in which the request is to be finished, for tradeoff (default: the first)");
  verb->add_option("--today", options->today, "The day to draw from, as 2027-01-18 (default: today)")
      ->check([](const std::string& text) { return parse_iso_date(text) ? std::string() : "not a date like 2027-01-18"; });
  verb->footer([] {
    return std::string(
        "The view workspace is the whole workspace as one JSON document, to a .json file; import takes it back.\n"
        "A picture that goes on over several pages has its heads and a number on each; nothing is cut through.\n"
        "The backlog as .pdf has as many pages as it needs; as .png and .svg its first page. There is no .xlsx and no .pptx "
        "writer.\n"
        "The view tradeoff is one slide on what a request costs: --insert TW-12 --by 2027Q1.");
  });
  verb->callback([options, &invocation] { invocation.run = [options] { return run_export(*options); }; });
}

}  // namespace tradewind::cli
