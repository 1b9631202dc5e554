// What the pictures of a trade-off say about the sample, where the figures of the data set are known.
#include <algorithm>

#include "support/catch.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

using views::TradeOffPicture;

struct Priced {
  Portfolio portfolio = make_sample_portfolio();
  TradeOffOptions question;
  TradeOff answer;
  std::vector<RequestOption> ways;
  explicit Priced(const std::string& by) {
    question.request = portfolio.item_by_key("CDP-104")->id;
    question.by = by;
    question.planning.today = sample_today;
    auto now = trade_off(portfolio, question);
    REQUIRE(now.has_value());
    answer = std::move(*now);
    auto found = request_options(portfolio, question, answer);
    REQUIRE(found.has_value());
    ways = std::move(*found);
  }
  TradeOffPicture picture() const { return picture_of(portfolio, answer, ways, sample_today); }
};

/// Narrow spaces as plain ones.
std::string plain(std::string text) {
  for (auto at = text.find("\u202F"); at != std::string::npos; at = text.find("\u202F", at)) text.replace(at, 3, " ");
  return text;
}

}  // namespace

TEST_CASE("The picture of the AI cohort builder has the figures of the data set") {
  const Priced priced("2027Q1");
  const TradeOffPicture picture = priced.picture();
  CHECK(plain(picture.headline) ==
        "Building AI cohort builder by the end of 2027 Q1 pushes Governance automation past Audit dry run and costs € 284 k of "
        "delay");
  CHECK(plain(picture.cost) == "€ 284 k");
  REQUIRE(picture.rows.size() == 7);
  CHECK(picture.rows.front().fate == TradeOffPicture::Fate::request);
  CHECK_FALSE(picture.rows.front().before.has_value());
  CHECK(picture.rows.front().after.has_value());
  CHECK(plain(picture.rows.front().note) == "new, takes 22 + 14 pw");
  CHECK(picture.rows[1].name == "Governance automation");
  CHECK(picture.rows[1].cost == "117");
  CHECK(picture.rows[1].note == "+1 quarter");
  REQUIRE(picture.rows[1].before.has_value());
  CHECK(picture.rows[1].after->finish > picture.rows[1].before->finish);
  CHECK(picture.rows.back().note == "dropped");
  CHECK(picture.rows.back().reason == "needed for the spring course");
  CHECK(picture.untouched.size() == 33);
  CHECK(priced.portfolio.find(picture.passed)->title == "Audit dry run");
}

TEST_CASE("The slide's figures: the price, the outcome at the milestone, confidence of both sides") {
  const TradeOffPicture picture = Priced("2027Q1").picture();
  REQUIRE(picture.figures.size() == 3);
  CHECK(plain(picture.figures[0].figure) == "€ 284 k");
  CHECK(picture.figures[0].meaning == "delay cost: 5 items slip a quarter, 1 is dropped");
  CHECK(picture.figures[1].figure == "0.5 → 1.6");
  CHECK(picture.figures[1].meaning == "open major findings expected at Audit dry run, 21 Jun 2027");
  CHECK(plain(picture.figures[2].figure) == "40 % against 71 %");
  REQUIRE(picture.ways.size() >= 3);
  CHECK(picture.ways[0].name == "Now");
  CHECK(plain(picture.ways[0].net) == "−€ 97 k");
  CHECK(picture.ways[1].name == "Test for one week first");
  CHECK(plain(picture.ways[1].net) == "+€ 94 k");
  CHECK(plain(picture.ways[2].net) == "+€ 47 k");
  CHECK(picture.net_title == "Expected net value in 2027");
}

TEST_CASE("The picture says what the request is, brings, delays and takes") {
  const TradeOffPicture picture = Priced("2027Q1").picture();
  CHECK(picture.evidence_name == "opinion");
  const auto fact = [&](const std::string& name) {
    for (const TradeOffPicture::Fact& one : picture.facts)
      if (one.name == name) return plain(one.text);
    return std::string();
  };
  CHECK(fact("Asked by") == "Chief Medical Officer");
  CHECK(fact("Serves").find("+1.2") != std::string::npos);
  CHECK(fact("RICE").find("40.0, rank ") == 0);
  REQUIRE(picture.efforts.size() == 2);
  for (const TradeOffPicture::Measure& effort : picture.efforts) {
    CHECK(effort.least < effort.expected);
    CHECK(effort.most > effort.expected);
  }
  CHECK(plain(picture.effort) == "36 pw");
  REQUIRE(picture.balance.size() == 2);
  CHECK(plain(picture.balance[0].text) == "€ 187 k");
  CHECK(picture.balance[0].least == 0);
  CHECK(picture.balance[0].most == Approx(picture.balance[0].expected / 0.4));
  CHECK(plain(picture.balance[1].text) == "€ 284 k");
  CHECK(picture.balance[1].least == picture.balance[1].most);  // proven
  CHECK(picture.at_milestone.find("At Audit dry run, 21 Jun 2027: 0.5 → 1.6") == 0);
  REQUIRE(picture.ways[1].outlook.has_value());
  CHECK(picture.ways[1].outlook->fails == 0);
  CHECK(picture.ways[1].outlook->expected == Approx(93'600));
}

TEST_CASE("The picture has the prices of a person-week, what the policy tolerates, and the deadlines that are missed") {
  Priced priced("2027Q1");
  const TradeOffPicture picture = priced.picture();
  REQUIRE(picture.price_periods.size() == 4);
  CHECK(picture.price_periods.front() == "2027 Q1");
  const auto platform = std::find_if(picture.prices.begin(), picture.prices.end(),
                                     [](const TradeOffPicture::PriceRow& row) { return row.team == "Platform"; });
  REQUIRE(platform != picture.prices.end());
  REQUIRE(platform->prices.size() == 4);
  CHECK(platform->prices[0] == "€\u202F14\u202Fk");
  CHECK(platform->prices[3] == "0");
  for (const TradeOffPicture::PriceRow& row : picture.prices)
    CHECK(std::any_of(row.prices.begin(), row.prices.end(), [](const std::string& price) { return price != "0"; }));
  REQUIRE(picture.classes.size() == 3);
  CHECK(picture.classes.front().tolerance == Approx(0.05));
  CHECK(picture.deadlines.empty());

  // Governance automation ends on 23 Apr, and on 23 Jul with the request; the notebook templates drop.
  for (const auto& [key, deadline] :
       {std::pair{"CDP-101", make_date(2027, 5, 31)}, std::pair{"CDP-146", make_date(2027, 12, 31)}}) {
    Item item = *priced.portfolio.item_by_key(key);
    item.deadline = deadline;
    priced.portfolio.update(item);
  }
  TradeOff missed = priced.answer;
  for (Slip& slip : missed.slips)
    if (slip.item == priced.portfolio.item_by_key("CDP-101")->id) slip.missed_deadline = make_date(2027, 5, 31);
  const TradeOffPicture with = picture_of(priced.portfolio, missed, {}, sample_today);
  // Where no way has a net value, nobody has to be told what one is.
  CHECK(with.method == "Plans proven optimal.");
  REQUIRE(with.deadlines.size() == 2);
  CHECK(with.deadlines[0].name == "Governance automation");
  CHECK(with.deadlines[0].text == "due 31 May 2027");
  CHECK(with.deadlines[1].text == "due 31 Dec 2027, dropped");
}

TEST_CASE("Before the options are known nothing is said of what the request brings") {
  const Priced priced("2027Q1");
  const TradeOffPicture picture = picture_of(priced.portfolio, priced.answer, {}, sample_today);
  CHECK(picture.balance.empty());
  CHECK_FALSE(picture.facts.empty());
}

TEST_CASE("Outcomes say which way they move, and the tables hold every row") {
  const Priced priced("2027Q1");
  const TradeOffPicture picture = priced.picture();
  REQUIRE(picture.outcomes.size() == 4);
  CHECK(picture.outcomes[0].change == TradeOffPicture::Change::none);
  CHECK(picture.outcomes[1].change == TradeOffPicture::Change::better);
  CHECK(picture.outcomes[2].change == TradeOffPicture::Change::worse);
  CHECK(picture.outcomes[2].before == "0.1");
  CHECK(picture.outcomes[2].after == "1.3");
  CHECK(moves_table(priced.portfolio, priced.answer).rows.size() == 6);
  CHECK(options_table(priced.portfolio, priced.ways).rows.size() == priced.ways.size());
}

TEST_CASE("Only milestones of the item or of its outcomes are passed") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 8);
  const ItemId other = plan.add("Other", 3, 2, 1);
  TradeOffOptions question;
  question.request = plan.add("Request", 0, 1, 5);
  question.by = "2027Q1";
  question.planning.today = make_date(2027, 1, 1);
  Milestone milestone;
  milestone.id = MilestoneId{1};
  milestone.title = "Go-live";
  milestone.date = make_date(2027, 5, 1);
  milestone.item = other;
  plan.portfolio.insert(milestone);
  CHECK(trade_off(plan.portfolio, question)->sentence.find("Go-live") == std::string::npos);
  milestone.item = first;
  plan.portfolio.update(milestone);
  CHECK(trade_off(plan.portfolio, question)->sentence.find("past Go-live") != std::string::npos);
}

TEST_CASE("A request that cannot be done has a picture too") {
  Priced priced("2027Q1");
  priced.answer.impossible = literal(std::string("Platform has no room"));
  priced.answer.is_ruled_out = true;
  priced.answer.phrases = {translatable("Test", "It cannot be done.")};
  priced.answer.with = {};
  priced.answer.slips.clear();
  priced.answer.drops.clear();
  priced.answer.placements.clear();
  const TradeOffPicture picture = picture_of(priced.portfolio, priced.answer, {}, sample_today);
  CHECK_FALSE(picture.possible);
  CHECK(picture.headline == "It cannot be done.");
  CHECK(picture.figures.front().figure == "Not possible");
  CHECK(picture.rows.size() == 1);
  CHECK(picture.method == "Nothing is priced: no plan holds the request by then.");
  CHECK(picture.source.find("where they are") == std::string::npos);
  // That none was found is no proof.
  priced.answer.is_ruled_out = false;
  const TradeOffPicture undecided = picture_of(priced.portfolio, priced.answer, {}, sample_today);
  CHECK(undecided.figures.front().figure == "No plan found");
  CHECK(undecided.method.find("none is ruled out") != std::string::npos);
}

TEST_CASE("A price that is not proven is an interval wherever it stands") {
  Priced priced("2027Q1");
  priced.answer.gap = 0.01;
  priced.answer.least_cost = 250'000;
  priced.answer.most_cost = 300'000;
  CHECK(plain(priced.picture().headline).find("costs € 284 k of delay, between € 250 k and € 300 k") != std::string::npos);
  priced.answer.slips.clear();
  priced.answer.drops.clear();
  priced.answer.cost = priced.answer.least_cost = 0;
  priced.answer.phrases = {translatable("Test", "It fits.")};
  CHECK(plain(priced.picture().headline) == "It fits. Not proven: it costs between € 0 and € 300 k.");
  priced.answer.gap = 0;
  CHECK(priced.picture().headline == "It fits.");
}

}  // namespace tradewind::workbench
