// Where a tall scene may be cut into pages.
#pragma once
#include <utility>
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::paint {

/// Stretches [top, bottom) of the scene, none higher than `page_height`, cut where the fewest texts and small shapes are
/// cut through. REQUIRES: page_height > 0.
std::vector<std::pair<double, double>> page_breaks(const views::Scene& scene, double page_height);

}  // namespace tradewind::paint
