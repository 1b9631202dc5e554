// Where a picture that is longer than a page is cut, along one of its axes. Positions are logical pixels.
#pragma once
#include <vector>

#include "tradewind/views/scene.h"

namespace tradewind::views {

/// What a shape takes of the axis.
struct Extent {
  double begin = 0, end = 0;
  enum class Kind : unsigned char {
    text,  // not to be cut
    mark,  // not to be cut; where it is longer than is_cut_beyond, at a small cost
    other  // cut at a small cost, where it is small
  } kind = Kind::other;
};

struct Stretch {
  double begin = 0, end = 0;
};

struct Axis {
  double length = 0;  // of the picture
  double first = 0;   // of the first page
  double next = 0;    // of each following page, whose `frozen` beginning stands on it as well
  double frozen = 0;  // is not cut
};

/// Longer texts and marks cannot be kept whole.
inline double is_cut_beyond(const Axis& axis) { return axis.next / 4; }

/// From 0 to the axis' length without gaps; each fits its page. A stretch begins before the end of the one before where no cut
/// was found that leaves texts and marks whole: those that lie across are whole in it. REQUIRES: frozen < first; next > 0.
std::vector<Stretch> page_cuts(const std::vector<Extent>& extents, const Axis& axis);

}  // namespace tradewind::views
