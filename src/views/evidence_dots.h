// Glyphs of an item that tables share: five dots for the evidence behind a confidence, and the track's icon.
#pragma once
#include <string>

#include "views/scene_pen.h"

namespace tradewind::views {

inline constexpr double evidence_dots_width = 36;
/// Left edge and middle of the row of dots.
void draw_evidence_dots(ScenePen& pen, Point left_middle, const EvidenceDots& dots);

/// A box for delivery, a flask for discovery; 12 px wide, centred.
void draw_track_icon(ScenePen& pen, Point centre, Track track);

}  // namespace tradewind::views
