// Layouts over the rows of a document: at once where few are drawn, beside the window on a copy of the rows where many are.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"

namespace tradewind::gui {

/// From so many items, bars or outcomes on one layout is most of a frame.
constexpr std::size_t many_drawn_rows = 1000;

/// May run on any thread: it reads those rows and nothing of its page.
using ArrangeRows = std::function<SceneView::Made(const Portfolio& rows, const views::TextMeasurer& measurer)>;

/// `drawn`: how many rows the layout has to do with.
inline SceneView::Work layout_of_rows(const Document& document, std::size_t drawn, ArrangeRows arrange) {
  if (drawn < many_drawn_rows)
    return {
        [&rows = document.portfolio(), arrange = std::move(arrange)](const auto& measurer) { return arrange(rows, measurer); },
        false};
  return {[rows = document.snapshot(), arrange = std::move(arrange)](const auto& measurer) { return arrange(*rows, measurer); },
          true};
}

}  // namespace tradewind::gui
