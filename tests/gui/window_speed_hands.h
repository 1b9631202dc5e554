// What hands do all day, measured: filtering, grouping, keys, drags, pages, light and dark.
#pragma once
#include "gui/shell/main_window.h"
#include "gui/speed_measures.h"

namespace tradewind::gui {

void work_with_the_hands(MainWindow& window, StandStill& still);

}  // namespace tradewind::gui
