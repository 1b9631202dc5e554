// Items as cards in columns that one moves them between: by the period of a roadmap, by stage, or by MoSCoW.
//
//     BoardOptions options;
//     options.today = today();
//     const Scene picture = layout_board(portfolio, options, measurer);
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

enum class BoardColumns : unsigned char { periods, stages, moscow };

struct BoardOptions {
  BoardColumns columns = BoardColumns::periods;
  RoadmapId roadmap;     // none = the first by position
  Date today{};          // what is late; columns of periods begin no later than the current one
  Size size{1440, 900};  // at least; the board grows to the right and downwards
  bool header = true;    // title and counts above
};

/// Periods: what is placed by the period in which it starts, then what is open and not placed (Won't left out). Stages: what
/// is placed. MoSCoW: every open item, on a roadmap or not. Cards are in the order of the backlog; of very long columns
/// the first 200 are shown and the rest counted.
Scene layout_board(const Portfolio& portfolio, const BoardOptions& options, const TextMeasurer& measurer);

/// The picture with what a drag needs to know.
struct Board {
  struct Column {
    Rect rect;
    std::int64_t key = 0;  // the period (0 = not placed), the stage, or the MoSCoW value
    std::string title;
    bool takes_cards = true;  // false: work at dates that no period has
  };
  Scene scene;
  std::vector<Column> columns;  // empty on a page that only says what to do
};
Board arrange_board(const Portfolio& portfolio, const BoardOptions& options, const TextMeasurer& measurer);

/// A column as a list: every item of it, however many there are.
struct BoardList {
  std::string title;
  std::vector<ItemId> items;
};
/// Empty where the picture only says what to do.
std::vector<BoardList> list_board(const Portfolio& portfolio, const BoardOptions& options);

}  // namespace tradewind::views
