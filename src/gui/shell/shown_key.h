// The key by which people know an item: that of the tracker it came from, else the workspace's own. Commands take both.
#pragma once
#include <QString>

#include "gui/shell/qt_text.h"
#include "tradewind/domain/item.h"

namespace tradewind::gui {

inline QString shown_key(const Item& item) { return qt_text(item.external_key.empty() ? item.key : item.external_key); }

}  // namespace tradewind::gui
