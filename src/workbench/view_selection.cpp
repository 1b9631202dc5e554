#include "workbench/view_selection.h"

#include <algorithm>
#include <initializer_list>

#include "tradewind/domain/filter.h"
#include "tradewind/workbench/report_allocation.h"
#include "workbench/text.h"

namespace tradewind::workbench {

Result<void> check_view_options(View view, const ViewOptions& options) {
  const auto refuse = [&](const std::string& option, const std::string& views) {
    return failure(ErrorCode::bad_input, "cannot draw the view " + std::string{to_text(view)}, "it has no option " + option,
                   "Leave it out; it is for " + views);
  };
  const auto is_one_of = [view](std::initializer_list<View> views) {
    return std::find(views.begin(), views.end(), view) != views.end();
  };
  const bool has_filter = is_one_of({View::matrix, View::moscow, View::backlog});
  const bool has_request = view == View::tradeoff;
  if (options.group && view != View::roadmap) return refuse("group", "roadmap");
  if (!options.before.empty() && view != View::roadmap) return refuse("before", "roadmap");
  if (options.columns && view != View::board) return refuse("columns", "board");
  if (!options.period.empty() && !is_one_of({View::moscow, View::allocation})) return refuse("period", "moscow and allocation");
  if (!options.where.empty() && !has_filter) return refuse("where", "matrix, moscow and backlog");
  if ((options.items || !options.heads.empty()) && view != View::backlog) return refuse("items", "backlog");
  if ((options.booked || options.rows) && view != View::allocation) return refuse("booked or rows", "allocation");
  if (!options.open.empty() && view != View::outcomes) return refuse("open", "outcomes");
  if (!has_request && !options.insert.empty()) return refuse("insert", "tradeoff");
  if (!has_request && !options.by.empty()) return refuse("by", "tradeoff");
  if (has_request && options.insert.empty() && options.priced == nullptr)
    return failure(ErrorCode::bad_input, "cannot draw the view tradeoff", "nobody has said which request is to be priced",
                   "Give its KEY, as in --insert TW-12 --by 2027Q1");
  if (!options.where.empty() && !options.period.empty())
    return failure(ErrorCode::bad_input, "cannot draw the view " + std::string{to_text(view)},
                   "a period and a filter exclude each other here", "Give one of them");
  return {};
}

Result<TradeOffOptions> selected_request(const Portfolio& portfolio, const ViewOptions& options) {
  const Item* request = portfolio.item_by_key(options.insert);
  if (request == nullptr)
    return failure(ErrorCode::not_found, "cannot price " + options.insert, "there is no item of that key",
                   "Choose one of the backlog");
  TradeOffOptions question;
  question.request = request->id;
  question.by = options.by;
  question.planning.today = options.today;
  return question;
}

Result<std::optional<std::vector<ItemId>>> selected_items(const Portfolio& portfolio, const ViewOptions& options) {
  if (options.items) return options.items;
  if (options.where.empty()) return std::nullopt;
  auto filter = parse_filter(options.where);
  if (!filter) return tl::unexpected(filter.error());
  const BoundFilter bound{std::move(*filter), portfolio};
  std::vector<ItemId> items;
  for (const Item* item : portfolio.items_by_rank())
    if (bound.matches(*item)) items.push_back(item->id);
  return items;
}

Result<std::optional<Period>> selected_period(const Portfolio& portfolio, const ViewOptions& options) {
  if (options.period.empty()) return std::nullopt;
  auto period = period_called(portfolio, options.period);
  if (!period) return tl::unexpected(period.error());
  return std::optional{*period};
}

}  // namespace tradewind::workbench
