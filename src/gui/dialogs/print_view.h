// A view of the workspace on paper.
#pragma once
#include "gui/dialogs/export_job.h"
#include "tradewind/paint/print.h"

class QPrinter;
class QWidget;

namespace tradewind::gui {

class Document;

/// `choice`: the view, and what it is drawn from. Returns the number of pages printed; 0 where `before_page` gave up, which
/// leaves no document.
Result<int> print_view(const Portfolio& portfolio, const ExportChoice& choice, QPrinter& printer,
                       const paint::BeforePage& before_page = {});

/// Asks for the printer and prints, with progress and cancel where it takes long. The error, if any, is the document's.
void ask_and_print(Document& document, const ExportChoice& choice, QWidget* window);

}  // namespace tradewind::gui
