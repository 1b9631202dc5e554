#include "cli/verbs/question.h"

namespace tradewind::cli {
namespace {

Result<workbench::TradeOffOptions> options_of(const Question& question, const Portfolio& portfolio, const std::string& file) {
  const Item* request = portfolio.item_by_key(question.key);
  if (request == nullptr)
    return failure(ErrorCode::not_found, "cannot price " + question.key, "there is no item of that key",
                   "see `tradewind-cli list " + file + " items`");
  workbench::TradeOffOptions options;
  options.request = request->id;
  options.by = question.by;
  options.planning = question.planning.planning();
  options.search = question.planning.search(options.search);
  return options;
}

}  // namespace

Result<workbench::TradeOff> price_of(const Question& question, const Portfolio& portfolio, const std::string& file) {
  const auto options = options_of(question, portfolio, file);
  if (!options) return tl::unexpected(options.error());
  return workbench::trade_off(portfolio, *options);
}

Result<Answer> answer_to(const Question& question, const Portfolio& portfolio, const std::string& file) {
  const auto options = options_of(question, portfolio, file);
  if (!options) return tl::unexpected(options.error());
  auto price = workbench::trade_off(portfolio, *options);
  if (!price) return tl::unexpected(price.error());
  auto ways = workbench::request_options(portfolio, *options, *price);
  if (!ways) return tl::unexpected(ways.error());
  return Answer{std::move(*price), std::move(*ways)};
}

}  // namespace tradewind::cli
