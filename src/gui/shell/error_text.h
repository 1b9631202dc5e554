// An error as people read it.
#pragma once
#include <QString>

#include "tradewind/domain/error.h"

namespace tradewind::gui {

/// Begins with a capital and ends with a full stop or question mark, whatever it ended with; nothing stays nothing.
QString as_sentence(QString text);

/// What, why and the way out: "Cannot read backlog.csv: it is a folder. Choose a file in it."
QString error_text(const Error& error);

}  // namespace tradewind::gui
