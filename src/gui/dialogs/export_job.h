// What people choose on the export dialog, and writing it as the command line does, away from the window.
#pragma once
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "gui/shell/background_job.h"
#include "gui/shell/shown_view.h"
#include "tradewind/domain/date.h"
#include "tradewind/domain/governance.h"
#include "tradewind/paint/export.h"
#include "tradewind/workbench/export_view.h"

namespace tradewind::gui {

class Document;

enum class ExportFormat : unsigned char { pdf, png, svg, csv, markdown, json };
bool is_picture(ExportFormat format);
/// As people know it: "PDF document".
QString title_of(ExportFormat format);
/// "pdf", without the dot.
QString ending_of(ExportFormat format);

struct ExportChoice {
  std::optional<workbench::View> view;  // nullopt: the whole workspace
  ExportFormat format = ExportFormat::pdf;
  views::Theme theme = views::Theme::light;
  std::optional<views::Size> size;               // PNG and SVG; unset: as the view likes it
  views::Paper paper = views::Paper::automatic;  // PDF
  Date today{};
  workbench::ViewOptions options;              // of the view; today and size are those above
  std::shared_ptr<const Portfolio> portfolio;  // null: what the window shows
};
/// A PDF of what a page shows.
ExportChoice choice_of(const ShownView& shown, Date today);

/// As people know it: "Impact and effort".
QString view_title(workbench::View view);

/// The whole workspace goes to JSON only, the price of a request to pictures only.
std::vector<ExportFormat> formats_of(const std::optional<workbench::View>& view);

/// What an export reads: values that nobody changes any more, so that any thread may.
struct ExportSource {
  std::shared_ptr<const Portfolio> portfolio;                         // what is shown, or what the choice brings
  std::shared_ptr<const std::vector<ImportRecord>> import_records{};  // read for the whole workspace only
};
/// As it is now. Without a portfolio in the choice it copies: 3 to 8 ms at 10,000 items, 60 to 80 ms at 100,000; import records
/// take as long again.
ExportSource source_of(const Document& document, const ExportChoice& choice);

/// How somebody else follows the work and ends it. Both are called where the work is done.
struct ExportWatch {
  /// Asked often while a view is laid out, then before each page and each next step. False ends with ErrorCode::cancelled.
  std::function<bool()> goes_on = [] { return true; };
  /// Before each page, counted from 0, and with page == pages before the file takes its name.
  std::function<void(int page, int pages)> on_page = [](int, int) {};
};

// These run on any thread and throw nothing.

/// REQUIRES: a view and a picture's format.
Result<std::vector<views::Scene>> scenes_of(const Portfolio& portfolio, const ExportChoice& choice,
                                            const views::TextMeasurer& measurer, const std::function<bool()>& goes_on);
/// REQUIRES: a table's format, and a source that was taken for this choice.
Result<std::string> text_of(const ExportSource& source, const ExportChoice& choice, const std::function<bool()>& goes_on);
/// The file's size. Never replaces a workspace; another file is whole or untouched. REQUIRES: a source as above.
Result<std::int64_t> write_export(const ExportSource& source, const ExportChoice& choice, const std::filesystem::path& target,
                                  const ExportWatch& watch = {});

/// Writing beside the window.
class ExportJob {
 public:
  using OnPage = std::function<void(int page, int pages)>;
  using Done = std::function<void(Result<std::int64_t>)>;

  /// Both are called on this thread, by its event loop: `on_page` now and then, `done` once. What was started before and is not
  /// done never calls.
  void start(ExportSource source, ExportChoice choice, std::filesystem::path target, OnPage on_page, Done done);
  /// Ends unheard, and leaves the file as it is unless it was just replaced.
  void give_up() { job_.stop(); }
  /// The same, but `done` is told which of the two it was: an error of the code `cancelled`, or the size.
  void cancel() { job_.ask_to_end(); }

 private:
  BackgroundJob job_;
};

}  // namespace tradewind::gui
