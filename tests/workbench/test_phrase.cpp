// What is said of plans and prices, in another language: nothing but names, dates and amounts stays as it is.
#include <algorithm>
#include <cctype>
#include <set>

#include "support/catch.h"
#include "tradewind/domain/phrase.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"
#include "tradewind/workbench/trade_off_picture.h"
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
        "AI cohort builder|2027 Q1|Governance automation|23 Apr 2027|23 Jul 2027|Audit dry run||4|1|||€ 284 k|||");
  // Each figure is explained, and what is explained stands in the sentence.
  REQUIRE(answer->parts.size() == 7);
  for (const ExplainedPart& part : answer->parts) CHECK(answer->sentence.find(in_words(part.part)) != std::string::npos);
  CHECK(in_words(answer->parts[0].from) == "of all that slips, it costs most: € 117 k, from 2027 Q1 to 2027 Q2");
  CHECK(in_words(answer->parts[4].part) == "4");
  CHECK(in_words(answer->parts[4].from).find("(€ 52 k)") != std::string::npos);
  CHECK(in_words(answer->parts[6].part) == "€ 284 k");
}

namespace {

/// Says everything in capitals: what is left in small letters was not translated.
class LoudMeasurer : public views::FixedWidthMeasurer {
 public:
  std::string translated(const Text& text) const override {
    std::string loud = text.english();
    for (char& letter : loud) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return loud;
  }
};

/// Those of more than one letter that are not all capitals.
std::vector<std::string> quiet_words(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text)
    if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  const auto is_loud = [](const std::string& word) {
    return word.size() < 2 || std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  words.erase(std::remove_if(words.begin(), words.end(), is_loud), words.end());
  return words;
}

/// Shown, and told to screen readers.
std::vector<std::string> texts_of(const views::Scene& scene) {
  std::vector<std::string> texts{scene.title};
  for (const views::Shape& shape : scene.shapes) {
    texts.push_back(shape.mark.description);
    if (const auto* shown = std::get_if<views::TextShape>(&shape.what))
      texts.push_back(shown->elided_from.empty() ? shown->text : shown->elided_from);
  }
  return texts;
}

/// What people have typed, and the names of months.
std::set<std::string> typed_words(const Portfolio& portfolio) {
  std::string text = portfolio.settings().name;
  for (const Item& item : portfolio.all<Item>()) {
    text += " " + item.title + " " + item.short_title + " " + item.requester;
    for (const CustomField& field : item.custom) text += " " + field.value;
  }
  for (const Outcome& one : portfolio.all<Outcome>())
    text += " " + one.title + " " + one.short_title + " " + one.metric + " " + one.unit;
  for (const AllocationClass& one : portfolio.all<AllocationClass>()) text += " " + one.name;
  for (const Team& team : portfolio.all<Team>()) text += " " + team.name;
  for (const Milestone& milestone : portfolio.all<Milestone>()) text += " " + milestone.title;
  for (unsigned month = 1; month <= 12; ++month) text += " " + to_display(make_date(2027, month, 1));
  const auto words = quiet_words(text);
  return {words.begin(), words.end()};
}

}  // namespace

TEST_CASE("In the pictures of a trade-off nothing but names, dates and amounts stays untranslated") {
  const Portfolio sample = make_sample_portfolio();
  const std::set<std::string> typed = typed_words(sample);
  const LoudMeasurer measurer;
  for (const char* by : {"2027Q1", "2026Q4"}) {  // priced, and ruled out
    TradeOffOptions options;
    options.request = sample.item_by_key("CDP-104")->id;
    options.by = by;
    options.planning.today = sample_today;
    const auto answer = trade_off(sample, options);
    REQUIRE(answer.has_value());
    const auto ways = request_options(sample, options, *answer);
    REQUIRE(ways.has_value());
    const auto translate = [&](const Text& text) { return measurer.translated(text); };
    const auto picture = picture_of(sample, *answer, *ways, sample_today, OptionKind::now, translate);
    std::string untranslated;
    for (const views::Scene& scene : {views::layout_exhibit(picture, measurer), views::layout_trade_off(picture, {}, measurer),
                                      views::layout_trade_off_effects(picture, 300, measurer)})
      for (const std::string& text : texts_of(scene))
        for (const std::string& word : quiet_words(text))
          if (typed.count(word) == 0) untranslated += word + " (" + text + ")\n";
    CHECK(untranslated == "");
  }
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
