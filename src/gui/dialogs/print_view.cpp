#include "gui/dialogs/print_view.h"

#include <QFile>
#include <QPageLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressDialog>

#include "gui/shell/document.h"

namespace tradewind::gui {
namespace {

constexpr int progress_delay = 500;  // milliseconds: a few pages need no progress

}  // namespace

Result<int> print_view(const Portfolio& portfolio, const ExportChoice& choice, QPrinter& printer,
                       const paint::BeforePage& before_page) {
  const paint::QtTextMeasurer measurer;
  const auto scenes = scenes_of(portfolio, choice, measurer);
  if (!scenes) return failure(scenes.error().code, "cannot print", scenes.error().why, scenes.error().what_to_do);
  printer.setDocName(QString::fromStdString(scenes->front().title));
  printer.setCreator("Tradewind");
  bool gave_up = false;
  const auto printed = paint::print_scenes(*scenes, printer, measurer, [&](int page, int pages) {
    gave_up = before_page && !before_page(page, pages);
    // Before the painter ends: what was begun must not reach the printer.
    if (gave_up && page > 0) printer.abort();
    return !gave_up;
  });
  if (!gave_up) return printed;
  if (!printer.outputFileName().isEmpty()) QFile::remove(printer.outputFileName());
  return 0;
}

void ask_and_print(Document& document, const ExportChoice& choice, QWidget* window) {
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageOrientation(QPageLayout::Landscape);
  {
    QPrintDialog dialog(&printer, window);
    dialog.setWindowTitle(QObject::tr("Print"));
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    if (dialog.exec() != QDialog::Accepted) return;
  }
  QProgressDialog progress(QObject::tr("Printing…"), QObject::tr("Cancel"), 0, 0, window);
  progress.setWindowTitle(QObject::tr("Print"));
  progress.setWindowModality(Qt::WindowModal);
  progress.setMinimumDuration(progress_delay);
  document.report(print_view(document.portfolio(), choice, printer, [&](int page, int pages) {
    progress.setMaximum(pages);
    progress.setLabelText(QObject::tr("Page %1 of %2").arg(page + 1).arg(pages));
    progress.setValue(page);
    return !progress.wasCanceled();
  }));
}

}  // namespace tradewind::gui
