// A view of the workspace on paper.
#pragma once
#include <QProgressDialog>

#include "gui/dialogs/export_job.h"

class QPrinter;

namespace tradewind::gui {

/// `choice`: the view, and what it is drawn from. Returns the number of pages printed. A document that is printed to a file is
/// whole; given up, it leaves the file that was there. Runs on any thread, where nobody else uses the printer.
Result<int> print_view(const Portfolio& portfolio, const ExportChoice& choice, QPrinter& printer, const ExportWatch& watch = {});

/// Printing beside the window, which goes on working. Seen where it takes long; goes away by itself when it is done, when people
/// cancel it, and with the window, which ends the printing too.
class PrintJob : public QProgressDialog {
  Q_OBJECT

 public:
  /// REQUIRES: nobody else uses the printer from now on.
  PrintJob(ExportSource source, ExportChoice choice, std::shared_ptr<QPrinter> printer, QWidget* window);

 signals:
  void failed(const tradewind::Error& error);

 private:
  BackgroundJob job_;
};

/// Asks for the printer and prints. `left_out` is a sentence on what the page shows and paper will not; empty: nothing. The
/// error, if any, is the document's.
void ask_and_print(Document& document, const ExportChoice& choice, const QString& left_out, QWidget* window);

}  // namespace tradewind::gui
