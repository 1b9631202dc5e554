// How sentences name items: "Query cache", or "3 items".
#pragma once
#include <QObject>
#include <vector>

#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

inline QString name_of(const Portfolio& portfolio, ItemId item) {
  const Item* found = portfolio.find(item);
  return found != nullptr ? qt_text(short_title_of(*found)) : QString();
}

inline QString name_of(const Portfolio& portfolio, const std::vector<ItemId>& items) {
  if (items.size() == 1) return name_of(portfolio, items.front());
  return count_text(items.size(), QObject::tr("item"), QObject::tr("items"));
}

}  // namespace tradewind::gui
