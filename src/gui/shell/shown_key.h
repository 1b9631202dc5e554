// The key by which people know an item, as text of the window.
#pragma once
#include <QString>

#include "gui/shell/qt_text.h"
#include "tradewind/domain/item.h"

namespace tradewind::gui {

inline QString shown_key(const Item& item) { return qt_text(known_key_of(item)); }

}  // namespace tradewind::gui
