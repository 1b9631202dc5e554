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
  const auto test = question.test.of(portfolio, file);
  if (!test) return tl::unexpected(test.error());
  options.test = *test;
  options.planning = question.planning.planning();
  options.search = question.planning.search(options.search);
  return options;
}

}  // namespace

void TestVerbOptions::add_to(CLI::App& verb) {
  verb.add_option("--test-weeks", test.weeks, "How long trying it out first takes")->capture_default_str();
  verb.add_option("--test-effort", test.person_weeks, "Person-weeks of that")->capture_default_str();
  verb.add_option("--test-team", team, "TEAM that does it");
  verb.add_option("--test-cost", test.cost, "What it costs beside, in the unit of the cost")->capture_default_str();
}

Result<workbench::RequestTest> TestVerbOptions::of(const Portfolio& portfolio, const std::string& file) const {
  workbench::RequestTest asked = test;
  if (team.empty()) return asked;
  const Team* found = portfolio.team_by_name(team);
  if (found == nullptr)
    return failure(ErrorCode::not_found, "cannot let " + team + " do the test", "there is no team of that name",
                   "see `tradewind-cli list " + file + " teams`");
  asked.team = found->id;
  return asked;
}

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
