// A view of the workspace to hand out: as scenes for a picture or a document, or as the rows behind it for a table.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/roadmap.h"
#include "tradewind/storage/workspace.h"
#include "tradewind/views/allocation_view.h"
#include "tradewind/views/backlog_view.h"
#include "tradewind/views/board.h"
#include "tradewind/views/scene.h"
#include "tradewind/views/timeline.h"
#include "tradewind/views/trade_off_view.h"
#include "tradewind/workbench/record.h"

namespace tradewind {

namespace workbench {
enum class View : unsigned char { roadmap, now_next_later, board, matrix, moscow, allocation, outcomes, backlog, tradeoff };
}
template <>
struct EnumNames<workbench::View> {
  static constexpr std::array values{
      std::pair{workbench::View::roadmap, "roadmap"},   std::pair{workbench::View::now_next_later, "now-next-later"},
      std::pair{workbench::View::board, "board"},       std::pair{workbench::View::matrix, "matrix"},
      std::pair{workbench::View::moscow, "moscow"},     std::pair{workbench::View::allocation, "allocation"},
      std::pair{workbench::View::outcomes, "outcomes"}, std::pair{workbench::View::backlog, "backlog"},
      std::pair{workbench::View::tradeoff, "tradeoff"}};
};

template <>
struct EnumNames<views::BoardColumns> {
  static constexpr std::array values{std::pair{views::BoardColumns::periods, "period"},
                                     std::pair{views::BoardColumns::stages, "stage"},
                                     std::pair{views::BoardColumns::moscow, "moscow"}};
};

namespace workbench {

struct ViewOptions {
  std::optional<views::Size> size;  // logical pixels; unset: as the view likes it. Views grow where they need more height
  std::optional<LaneRule> group;    // roadmap: the lanes
  std::string period;               // moscow, allocation: a PERIOD
  std::string where;                // matrix, moscow, backlog: only these items
  std::string insert;               // tradeoff: KEY of the request
  std::string by;                   // tradeoff: a PERIOD in which it is to be finished; empty = the first
  Date today{};

  std::optional<views::BoardColumns> columns;  // board: by period unless said otherwise
  std::optional<std::vector<ItemId>> items;    // backlog: these in this order, instead of `where`
  std::vector<views::BacklogHead> heads;       // backlog: of groups of those items
  std::optional<Span> booked;                  // allocation: the time of these days, where that is not the view's own choice
  std::optional<views::AllocationRows> rows;   // allocation
  std::unordered_map<OutcomeId, bool> open;    // outcomes: what is folded (false) or opened (true)
  std::vector<views::TimelineGhost> before;    // roadmap: where items lie in another plan
  /// tradeoff: drawn as it is, where the request has been priced already.
  std::shared_ptr<const views::TradeOffPicture> priced;
};

/// One scene per page; every view but the backlog has one. An option that the view does not know is refused.
Result<std::vector<views::Scene>> lay_out_view(const Portfolio& portfolio, View view, const ViewOptions& options,
                                               const views::TextMeasurer& measurer);

struct ViewTable {
  std::vector<Record> rows;
  std::vector<std::string> columns;
};
/// The rows behind the view.
Result<ViewTable> tabulate_view(const Portfolio& portfolio, View view, const ViewOptions& options);

enum class TableFormat { csv, markdown, json };
std::string table_text(const ViewTable& table, TableFormat format);

/// The whole workspace as one JSON document (exchange/workspace_json.h), which import_file takes back.
std::string workspace_json(const storage::Workspace& workspace);
/// What it holds beside the portfolio.
std::vector<ImportRecord> import_records_of_items(const storage::Workspace& workspace);

/// Replaces the file in one step, unless that is a workspace; returns its size.
Result<std::int64_t> write_text_file(const std::filesystem::path& path, std::string_view text);

}  // namespace workbench
}  // namespace tradewind
