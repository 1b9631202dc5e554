// Whether an item is still work to be decided on or done.
#pragma once
#include "tradewind/domain/item.h"

namespace tradewind {

/// Not launched, measured or dropped.
inline bool is_open(const Item& item) {
  return item.stage != Stage::launched && item.stage != Stage::measured && item.stage != Stage::dropped;
}

}  // namespace tradewind
