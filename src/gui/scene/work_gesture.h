// A drag that would change how much work lies in which period: what is drawn beside it can show the load before and after.
#pragma once
#include <vector>

#include "gui/scene/gesture.h"
#include "tradewind/views/capacity.h"

namespace tradewind::gui {

/// The work of one item as it is, and as it would be.
struct WorkChange {
  views::ItemWork before;
  views::ItemWork after;
};

class WorkGesture : public Gesture {
 public:
  virtual std::vector<WorkChange> work_changes() const = 0;
};

}  // namespace tradewind::gui
