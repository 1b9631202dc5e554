// A picture on sheets of one size, of paper or of a screen: which part of it stands where on which sheet.
//
//     for (const ScenePage& page : pages_of(scene, Sheet{{785, 538}, 0.75, 1.25, 0.6})) paint(page);
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::views {

/// Sizes and scales are in the unit of the sheet: points of paper, pixels of a screen.
struct Sheet {
  Size room;                 // within the margins
  double usual_scale = 1;    // of a logical pixel of the scene
  double largest_share = 1;  // of the usual scale, for small pictures
  /// Of the usual scale, for a picture that is too wide; below, it goes on over sheets side by side. 0: it never does.
  double least_share = 0;
};

/// A rectangle of the scene. What lies outside of it is not to be seen.
struct PagePane {
  Rect part;                          // of the scene, in logical pixels
  Point at;                           // its top left corner within the room
  std::vector<std::uint32_t> shapes;  // to be painted, in this order: texts only where the pane holds all of them
};

struct ScenePage {
  const Scene* scene = nullptr;
  double scale = 1;             // of a logical pixel
  Size size;                    // of all panes, from the room's top left corner
  std::vector<PagePane> panes;  // to be painted in this order
};

/// From left to right, then from top to bottom; all at one scale. A scene that fits one sheet, if need be a little smaller, is
/// one pane in the middle of its width. Else it is cut between rows, bars and lanes; what cannot be seen whole on one sheet
/// because it lies across a cut is whole on the next, unless it takes more than a quarter of the sheet. What is frozen stands
/// on every sheet, and so does the name of a lane that goes on there.
/// REQUIRES: the scene and the room have an area; the scene outlives the pages.
std::vector<ScenePage> pages_of(const Scene& scene, const Sheet& sheet);

}  // namespace tradewind::views
