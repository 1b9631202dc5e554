// From a view's name and options to its scenes.
#include "tradewind/views/allocation_view.h"
#include "tradewind/views/backlog_view.h"
#include "tradewind/views/matrix.h"
#include "tradewind/views/moscow_gauge.h"
#include "tradewind/views/now_next_later.h"
#include "tradewind/views/outcomes_view.h"
#include "tradewind/views/timeline.h"
#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/view_selection.h"

namespace tradewind::workbench {
namespace {

/// What every layout needs, read from the options once.
struct Request {
  const Portfolio& portfolio;
  const ViewOptions& options;
  const views::TextMeasurer& measurer;
  std::optional<std::vector<ItemId>> items;
  std::optional<Period> period;
};

views::Scene lay_out_roadmap(const Request& request) {
  views::TimelineOptions timeline;
  timeline.today = request.options.today;
  timeline.lanes = request.options.group;
  timeline.before = request.options.before;
  if (request.options.size) {
    timeline.width = request.options.size->width;
    timeline.minimum_height = request.options.size->height;
  }
  return views::layout_timeline(request.portfolio, timeline, request.measurer);
}

views::Scene lay_out_now_next_later(const Request& request) {
  views::NowNextLaterOptions board;
  board.today = request.options.today;
  if (request.options.size) board.size = *request.options.size;
  return views::layout_now_next_later(request.portfolio, board, request.measurer);
}

/// MoSCoW with the gauge above it, as people see it.
views::Scene lay_out_board(const Request& request) {
  views::BoardOptions board;
  board.today = request.options.today;
  board.columns = request.options.columns.value_or(views::BoardColumns::periods);
  if (request.options.size) board.size = *request.options.size;
  if (board.columns != views::BoardColumns::moscow) return views::layout_board(request.portfolio, board, request.measurer);
  views::MoscowOptions gauge;
  gauge.size = {board.size.width, 0};
  views::Scene upper = views::layout_moscow(request.portfolio, gauge, request.measurer);
  board.size.height = std::max(0.0, board.size.height - upper.size.height);
  board.header = false;
  return views::stacked(std::move(upper), views::layout_board(request.portfolio, board, request.measurer));
}

views::Scene lay_out_matrix(const Request& request) {
  views::MatrixOptions matrix;
  if (request.options.size) matrix.size = *request.options.size;
  matrix.items = request.items;
  return views::layout_matrix(request.portfolio, matrix, request.measurer);
}

views::Scene lay_out_moscow(const Request& request) {
  views::MoscowOptions moscow;
  if (request.options.size) moscow.size = *request.options.size;
  moscow.items = request.items;
  moscow.period = request.period;
  return views::layout_moscow(request.portfolio, moscow, request.measurer);
}

views::Scene lay_out_allocation(const Request& request) {
  views::AllocationOptions allocation;
  if (request.options.size) allocation.size = *request.options.size;
  allocation.period = request.period;
  allocation.booked = request.options.booked;
  allocation.rows = request.options.rows.value_or(views::AllocationRows::teams);
  return views::layout_allocation(request.portfolio, allocation, request.measurer);
}

views::Scene lay_out_outcomes(const Request& request) {
  views::OutcomesOptions outcomes;
  if (request.options.size) outcomes.size = *request.options.size;
  outcomes.open = request.options.open;
  return views::layout_outcomes(request.portfolio, outcomes, request.measurer);
}

std::vector<views::Scene> lay_out_backlog(const Request& request) {
  views::BacklogOptions backlog;
  if (request.options.size) backlog.page = *request.options.size;
  backlog.items = request.items;
  backlog.heads = request.options.heads;
  return views::layout_backlog(request.portfolio, backlog, request.measurer);
}

Result<std::vector<views::Scene>> lay_out_trade_off(const Request& request) {
  if (request.options.priced != nullptr) return std::vector{views::layout_exhibit(*request.options.priced, request.measurer)};
  const auto question = selected_request(request.portfolio, request.options);
  if (!question) return tl::unexpected(question.error());
  const auto answer = trade_off(request.portfolio, *question);
  if (!answer) return tl::unexpected(answer.error());
  const auto ways = request_options(request.portfolio, *question, *answer);
  if (!ways) return tl::unexpected(ways.error());
  const auto translate = [&](const Text& text) { return request.measurer.translated(text); };
  const auto picture = picture_of(request.portfolio, *answer, *ways, request.options.today, OptionKind::now, translate);
  return std::vector{views::layout_exhibit(picture, request.measurer)};
}

}  // namespace

Result<std::vector<views::Scene>> lay_out_view(const Portfolio& portfolio, View view, const ViewOptions& options,
                                               const views::TextMeasurer& measurer) {
  if (const auto checked = check_view_options(view, options); !checked) return tl::unexpected(checked.error());
  auto items = selected_items(portfolio, options);
  if (!items) return tl::unexpected(items.error());
  auto period = selected_period(portfolio, options);
  if (!period) return tl::unexpected(period.error());
  const Request request{portfolio, options, measurer, std::move(*items), std::move(*period)};
  switch (view) {
    case View::roadmap:
      return std::vector{lay_out_roadmap(request)};
    case View::now_next_later:
      return std::vector{lay_out_now_next_later(request)};
    case View::board:
      return std::vector{lay_out_board(request)};
    case View::matrix:
      return std::vector{lay_out_matrix(request)};
    case View::moscow:
      return std::vector{lay_out_moscow(request)};
    case View::allocation:
      return std::vector{lay_out_allocation(request)};
    case View::outcomes:
      return std::vector{lay_out_outcomes(request)};
    case View::backlog:
      return lay_out_backlog(request);
    case View::tradeoff:
      return lay_out_trade_off(request);
  }
  return std::vector<views::Scene>{};
}

}  // namespace tradewind::workbench
