#include "gui/dialogs/print_view.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>

#include "gui/shell/document.h"
#include "gui/shell/without_throwing.h"
#include "tradewind/paint/print.h"
#include "tradewind/storage/replaceable.h"

namespace tradewind::gui {
namespace {

constexpr int progress_delay = 500;  // milliseconds: a few pages need no progress

std::filesystem::path path_of(const QString& name) { return QFileInfo(name).filesystemFilePath(); }

/// The printer writes beside the file that people chose; what was begun must not be found under its name.
class DocumentFile {
 public:
  explicit DocumentFile(QPrinter& printer) : printer_(printer), target_(printer.outputFileName()), beside_(target_ + ".part") {
    if (is_file()) printer_.setOutputFileName(beside_);
  }
  ~DocumentFile() {
    if (!is_file()) return;
    std::error_code ignored;
    std::filesystem::remove(path_of(beside_), ignored);
    printer_.setOutputFileName(target_);
  }
  DocumentFile(const DocumentFile&) = delete;
  DocumentFile& operator=(const DocumentFile&) = delete;

  /// REQUIRES: the printer has ended.
  Result<void> keep() {
    std::error_code error;
    if (is_file()) std::filesystem::rename(path_of(beside_), path_of(target_), error);
    if (!error) return {};
    return failure(ErrorCode::no_permission, "cannot print to " + target_.toStdString(), error.message(),
                   "choose a folder that you may write to");
  }

 private:
  bool is_file() const { return !target_.isEmpty(); }

  QPrinter& printer_;
  QString target_;  // empty: paper
  QString beside_;
};

Result<int> print_scenes(const std::vector<views::Scene>& scenes, QPrinter& printer, const paint::QtTextMeasurer& measurer,
                         const ExportWatch& watch) {
  printer.setDocName(QString::fromStdString(scenes.front().title));
  printer.setCreator("Tradewind");
  DocumentFile file(printer);
  bool gave_up = false;
  const auto printed = paint::print_scenes(scenes, printer, measurer, [&](int page, int pages) {
    watch.on_page(page, pages);
    gave_up = !watch.goes_on();
    // Before the painter ends, which sends what was begun to the printer where the system cannot abort.
    if (gave_up && page > 0) printer.abort();
    return !gave_up;
  });
  if (!printed) return printed;
  if (gave_up || !watch.goes_on()) return failure(ErrorCode::cancelled, "printing was given up", "", "");
  if (const auto kept = file.keep(); !kept) return tl::unexpected(kept.error());
  return printed;
}

/// Dialogs of the system have no room for it.
void say_left_out(QPrintDialog& dialog, const QString& sentence) {
  auto* layout = qobject_cast<QBoxLayout*>(dialog.layout());
  if (layout == nullptr || sentence.isEmpty()) return;
  auto* note = new QLabel(sentence);
  note->setObjectName("print_left_out");
  note->setTextFormat(Qt::PlainText);
  note->setWordWrap(true);
  layout->insertWidget(0, note);
}

}  // namespace

Result<int> print_view(const Portfolio& portfolio, const ExportChoice& choice, QPrinter& printer, const ExportWatch& watch) {
  return without_throwing("cannot print", [&]() -> Result<int> {
    if (const auto may = storage::may_be_replaced(path_of(printer.outputFileName())); !may) return tl::unexpected(may.error());
    const paint::QtTextMeasurer measurer;
    const auto scenes = scenes_of(portfolio, choice, measurer, watch.goes_on);
    if (!scenes) return failure(scenes.error().code, "cannot print", scenes.error().why, scenes.error().what_to_do);
    return print_scenes(*scenes, printer, measurer, watch);
  });
}

PrintJob::PrintJob(ExportSource source, ExportChoice choice, std::shared_ptr<QPrinter> printer, QWidget* window)
    : QProgressDialog(tr("Laying out the pages…"), tr("Cancel"), 0, 0, window) {
  setObjectName("print_job");
  setWindowTitle(tr("Print"));
  setAccessibleName(windowTitle());
  findChild<QProgressBar*>()->setAccessibleName(tr("Progress"));
  setMinimumDuration(progress_delay);
  setValue(0);  // starts the delay
  connect(this, &QProgressDialog::canceled, &job_, &BackgroundJob::stop);
  connect(&job_, &BackgroundJob::ended, this, &QObject::deleteLater);
  job_.start([this, source = std::move(source), choice = std::move(choice),
              printer = std::move(printer)](const BackgroundJob::Run& run) {
    ExportWatch watch;
    watch.goes_on = [&run] { return run.goes_on(); };
    watch.on_page = [this, &run](int page, int pages) {
      if (!run.is_time_for_news()) return;
      run.deliver([this, page, pages] {
        setMaximum(pages);
        setValue(page);
        setLabelText(tr("Page %1 of %2").arg(page + 1).arg(pages));
      });
    };
    if (const auto printed = print_view(*source.portfolio, choice, *printer, watch); !printed)
      run.deliver([this, error = printed.error()] { emit failed(error); });
  });
}

void ask_and_print(Document& document, const ExportChoice& choice, const QString& left_out, QWidget* window) {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setPageOrientation(QPageLayout::Landscape);
  {
    QPrintDialog dialog(printer.get(), window);
    dialog.setWindowTitle(QObject::tr("Print"));
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    say_left_out(dialog, left_out);
    if (dialog.exec() != QDialog::Accepted) return;
  }
  const auto* job = new PrintJob(source_of(document, choice), choice, std::move(printer), window);
  QObject::connect(job, &PrintJob::failed, &document,
                   [&document](const Error& error) { document.report(Result<int>(tl::unexpected(error))); });
}

}  // namespace tradewind::gui
