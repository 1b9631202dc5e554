// Scenes on paper: the same pages as an export to PDF on paper, on whatever prints.
#pragma once
#include <QPagedPaintDevice>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/paint/page_painter.h"

namespace tradewind::paint {

/// Paints within the margins of the device's page layout, in light colours and without the ground, which is the paper.
/// Returns how many pages were painted; fewer than there are where `before_page` gave up. Errors: bad_input for nothing to
/// draw or a page without room, internal when the device cannot begin.
Result<int> print_scenes(const std::vector<views::Scene>& scenes, QPagedPaintDevice& device, const QtTextMeasurer& measurer,
                         const BeforePage& before_page = {});

}  // namespace tradewind::paint
