// What is said of plans and prices, in another language: nothing but names, dates and amounts stays as it is.
#include <cctype>

#include "support/catch.h"
#include "tradewind/domain/phrase.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {

TEST_CASE("Of the sentence for the executive nothing but names, dates and amounts stays untranslated") {
  const Portfolio sample = make_sample_portfolio();
  TradeOffOptions options;
  options.request = sample.item_by_key("CDP-104")->id;
  options.by = "2027Q1";
  options.planning.today = sample_today;
  const auto answer = trade_off(sample, options);
  REQUIRE(answer.has_value());
  CHECK(in_words(answer->phrases) == answer->sentence);
  const auto places_only = [](const Text& told) {
    const std::string text = told.english();
    std::string places;
    for (std::size_t at = 0; at + 1 < text.size(); ++at)
      if (text[at] == '%' && std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0) places += text.substr(at, 2) + "|";
    return places;
  };
  CHECK(in_words(answer->phrases, places_only) ==
        "AI cohort builder|2027 Q1|Governance automation|23 Apr 2027|23 Jul 2027|Audit dry run||4||1||||€ 284 k|||");
  // Each figure is explained, and what is explained stands in the sentence.
  REQUIRE(answer->parts.size() == 7);
  for (const ExplainedPart& part : answer->parts) CHECK(answer->sentence.find(in_words(part.part)) != std::string::npos);
  CHECK(in_words(answer->parts[0].from) == "of all that slips, it costs most: € 117 k, from 2027 Q1 to 2027 Q2");
  CHECK(in_words(answer->parts[4].part) == "4");
  CHECK(in_words(answer->parts[4].from).find("(€ 52 k)") != std::string::npos);
  CHECK(in_words(answer->parts[6].part) == "€ 284 k");
}

TEST_CASE("A price that is not proven explains its interval; what costs nothing has no figure to explain") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 5);
  TradeOffOptions options;
  options.request = item;
  options.planning.today = make_date(2027, 1, 1);
  CHECK(trade_off(plan.portfolio, options)->parts.empty());
}

}  // namespace tradewind::workbench
