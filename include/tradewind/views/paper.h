// Pictures on paper. PDF, its preview and the printer have the same pages.
//
// Sizes are in points, 72 to the inch; 96 logical pixels are an inch at the usual scale.
#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewind/domain/enum_names.h"
#include "tradewind/views/scene_pages.h"

namespace tradewind::views {

/// automatic: one page as large as the picture, or A4 where that would be a strip, longer than two sheets of A3 in a row.
/// one: as large as the picture, smaller where readers of PDF would refuse it.
enum class Paper : unsigned char { automatic, one, a4, a3, letter };

struct PaperPage {
  ScenePage content;
  Size size;                        // of the sheet
  double margin = 0;                // at each side
  std::optional<TextShape> footer;  // within the margins, in points
};

/// Upright or across, whichever needs fewer sheets. A picture is enlarged to 125 % at most and made smaller to 60 % at most
/// before it goes on over several sheets, which are numbered then. No pages for a scene without area.
/// REQUIRES: the scenes outlive the pages.
std::vector<PaperPage> paper_pages(const std::vector<Scene>& scenes, Paper paper);

/// On the paper of a printer: `room` is what its margins leave, and the pages have no margin of their own.
/// REQUIRES: the room has an area; the scenes outlive the pages.
std::vector<PaperPage> paper_pages(const std::vector<Scene>& scenes, Size room);

}  // namespace tradewind::views

template <>
struct tradewind::EnumNames<tradewind::views::Paper> {
  static constexpr std::array values{std::pair{views::Paper::automatic, "automatic"}, std::pair{views::Paper::one, "one"},
                                     std::pair{views::Paper::a4, "a4"}, std::pair{views::Paper::a3, "a3"},
                                     std::pair{views::Paper::letter, "letter"}};
};
