// Where a field says why it does not take what was typed: a line of its own under it, in whatever layout the field stands.
#pragma once

class QWidget;

namespace tradewind::gui {

class MessageLine;

/// Moves the line under the field: into the next row of its grid where that is free, else under the line that it stands in.
/// False where the field stands in no layout that has room for a line.
bool place_under(const QWidget& field, MessageLine& line);

}  // namespace tradewind::gui
