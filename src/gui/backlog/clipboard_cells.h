// Cells as spreadsheets put them on the clipboard: lines of cells with tabs between them, in quotes where a cell holds a line end
// or a tab, quotes in them doubled.
#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace tradewind::gui {

/// A line of the clipboard is a row, also an empty one; line ends within a cell become spaces. What begins with a quote that
/// never ends is no table of a spreadsheet and is taken as it stands.
std::vector<QStringList> cells_of_clipboard(const QString& text);
/// So that cells_of_clipboard and spreadsheets read the same cells again.
QString clipboard_text(const std::vector<QStringList>& rows);

}  // namespace tradewind::gui
