// From the text of a cell to the rows of the workspace.
#pragma once
#include <QString>

#include "gui/backlog/backlog_columns.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::gui {

/// Understands what the cells' edit texts say; an empty text or "–" is "unknown". Throws storage::EditRefused.
/// REQUIRES: is_editable(column).
void set_cell(storage::Edit& edit, ItemId item, BacklogColumn column, const QString& text);

}  // namespace tradewind::gui
