// Requests that cannot be met, or that make no sense: each gets an answer in words.
#include "support/catch.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/request_conflict.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

TradeOff answer_to(const SmallPlan& plan, ItemId request, const std::string& by, const std::vector<ItemId>& keep = {}) {
  TradeOffOptions options;
  options.request = request;
  options.by = by;
  options.keep = keep;
  options.planning.today = make_date(2027, 1, 1);
  auto answer = trade_off(plan.portfolio, options);
  REQUIRE(answer.has_value());
  return std::move(*answer);
}

std::vector<std::string> words_of(const std::vector<Phrase>& phrases) {
  std::vector<std::string> words;
  for (const Phrase& phrase : phrases) words.push_back(in_words(phrase));
  return words;
}

std::size_t ways_of(const SmallPlan& plan, const TradeOff& answer) {
  TradeOffOptions options;
  options.request = answer.request;
  options.planning.today = make_date(2027, 1, 1);
  return request_options(plan.portfolio, options, answer)->size();
}

void pin(SmallPlan& plan, ItemId id) {
  plan.change(id, [](Item& item) { item.pinned = true; });
}

}  // namespace

TEST_CASE("A period that is over is said to be over, and every later one is an option") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 5);
  const TradeOff answer = answer_to(plan, item, "2026Q4");
  CHECK(in_words(answer.impossible) == "2026 Q4 is over");
  CHECK(answer.is_ruled_out);
  CHECK(answer.sentence ==
        "Item cannot be finished by the end of 2026 Q4: 2026 Q4 is over. What can be asked for begins with 2027 Q1.");
  CHECK(ways_of(plan, answer) == 3);
}

TEST_CASE("A period after the plan is answered with the last one") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 5);
  const TradeOff answer = answer_to(plan, item, "2031Q1");
  CHECK(answer.impossible.empty());
  CHECK(answer.cost == 0);
  CHECK(answer.by == PeriodId{3});
  CHECK(answer.sentence.find("fits beside everything that is planned") != std::string::npos);
  CHECK(answer.sentence.find("2031 Q1 comes after the plan, which ends with 2027 Q3: with more time it costs no more.") !=
        std::string::npos);
}

TEST_CASE("What is done costs nothing; what was dropped says so") {
  SmallPlan plan;
  plan.add("Other", 1, 1, 8);
  const ItemId item = plan.add("Item", 0, 1, 5);
  plan.change(item, [](Item& one) { one.stage = Stage::launched; });
  const TradeOff done = answer_to(plan, item, "2027Q1");
  CHECK(done.sentence == "Item is launched already: nothing has to move.");
  CHECK(done.cost == 0);
  CHECK(done.untouched == 1);
  CHECK(done.slips.empty());
  CHECK(ways_of(plan, done) == 0);
  plan.change(item, [](Item& one) { one.stage = Stage::dropped; });
  const TradeOff dropped = answer_to(plan, item, "2027Q1");
  CHECK(dropped.sentence.find("Item cannot be finished by the end of 2027 Q1: it was dropped") == 0);
  CHECK(ways_of(plan, dropped) == 0);
}

TEST_CASE("What is planned in time costs nothing, and says so") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 2, 1, 5);
  const TradeOff answer = answer_to(plan, item, "2027Q3");
  CHECK(answer.cost == 0);
  CHECK(answer.gap == 0);
  CHECK(answer.sentence == "Item is planned to be finished by the end of 2027 Q2 already: nothing has to move.");
}

TEST_CASE("A Won't is priced, and the answer says that it is one") {
  SmallPlan plan;
  plan.add("Other", 1, 1, 8);
  const ItemId item = plan.add("Item", 0, 1, 5);
  plan.change(item, [](Item& one) { one.moscow = Moscow::wont; });
  const TradeOff answer = answer_to(plan, item, "2027Q1");
  CHECK(answer.cost == Approx(13'000));
  CHECK(answer.sentence.find(" It is marked Won't.") != std::string::npos);
}

TEST_CASE("Pins that contradict each other are told, with the request and in the plan") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 3, 1, 5);
  const ItemId then = plan.add("Then", 1, 2, 5);
  plan.link(first, then);
  pin(plan, first);
  pin(plan, then);
  const std::string why = "it stays in 2027 Q1 (it is pinned) and waits for TW-1 (First), which ends in 2027 Q3 (it is pinned)";
  const TradeOff answer = answer_to(plan, then, "2027Q1");
  REQUIRE(answer.contradictions.size() == 1);
  CHECK(answer.contradictions.front().item == then);
  CHECK(in_words(answer.contradictions.front().why) == why);
  CHECK(answer.sentence.find(" But " + why + ".") != std::string::npos);
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto planned = plan_roadmap(plan.portfolio, options, {});
  REQUIRE(planned.has_value());
  REQUIRE(planned->contradictions.size() == 1);
  CHECK(in_words(planned->contradictions.front().why) == why);
  plan.change(first, [](Item& item) { item.pinned = false; });
  CHECK(answer_to(plan, then, "2027Q1").contradictions.empty());
}

TEST_CASE("What takes longer than the time left says how long") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 15);
  const TradeOff answer = answer_to(plan, item, "2027Q1");
  CHECK(in_words(answer.impossible) ==
        "it takes 2 quarters, because Platform has at most 10 person-weeks a quarter for its 15, and there is 1");
  CHECK(answer.is_conflict_minimal);
  const ItemId huge = plan.add("Huge", 0, 1, 500);
  CHECK(in_words(answer_to(plan, huge, "2027Q3").impossible).find("it takes 50 quarters") == 0);
}

TEST_CASE("A conflict over capacity names the need, the team, and what stays there, and nothing else") {
  SmallPlan plan;
  const ItemId large = plan.add("Large", 1, 1, 8);
  const ItemId other = plan.add("Other", 1, 2, 8);
  const ItemId item = plan.add("Item", 0, 1, 5);
  pin(plan, large);
  pin(plan, other);
  const TradeOff answer = answer_to(plan, item, "2027Q1");
  CHECK(answer.is_ruled_out);
  CHECK(answer.is_conflict_minimal);
  CHECK(words_of(answer.conflict) ==
        std::vector<std::string>{"it needs 5 person-weeks of Platform, which has 10 person-weeks in 2027 Q1",
                                 "TW-1 (Large) takes 8 person-weeks of it in 2027 Q1 and stays: it is pinned"});
  // What must not move for this question alone is told as that.
  plan.change(large, [](Item& one) { one.pinned = false; });
  CHECK(answer_to(plan, item, "2027Q1").impossible.empty());
  CHECK(in_words(answer_to(plan, item, "2027Q1", {large}).impossible).find("stays: it must not move") != std::string::npos);
}

TEST_CASE("A conflict with what it waits for names that, and not the capacity beside it") {
  SmallPlan plan;
  plan.add("Large", 1, 1, 8);
  const ItemId first = plan.add("First", 2, 2, 8);
  const ItemId item = plan.add("Item", 0, 1, 5);
  plan.link(first, item);
  CHECK(words_of(answer_to(plan, item, "2027Q1").conflict) ==
        std::vector<std::string>{"it waits for TW-2 (First), which takes 1 quarter before it"});
  for (const ItemId id : {first, item}) plan.change(id, [](Item& one) { one.duration_weeks = 4; });
  const TradeOff planned = answer_to(plan, item, "2027Q1");
  CHECK(planned.is_conflict_minimal);
  CHECK(words_of(planned.conflict) ==
        std::vector<std::string>{"it waits for TW-2 (First), which ends in 2027 Q2 as it is planned"});
  pin(plan, first);
  CHECK(words_of(answer_to(plan, item, "2027Q1").conflict) ==
        std::vector<std::string>{"it waits for TW-2 (First), which ends in 2027 Q2 (it is pinned)"});
}

TEST_CASE("What it waits for and nobody has planned is told: nothing is asked of that") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 0, 2, 8);
  const ItemId item = plan.add("Item", 0, 1, 5);
  plan.link(first, item);
  CHECK(answer_to(plan, item, "2027Q1").sentence.find(" It waits for TW-1 (First), which is not planned.") != std::string::npos);
  plan.change(first, [](Item& one) { one.stage = Stage::launched; });
  CHECK(answer_to(plan, item, "2027Q1").sentence.find("waits for") == std::string::npos);
}

TEST_CASE("An earliest start or a lapse after the period is the whole conflict") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 5);
  plan.change(item, [](Item& one) { one.earliest_start = make_date(2027, 4, 1); });
  CHECK(words_of(answer_to(plan, item, "2027Q1").conflict) == std::vector<std::string>{"it may not start before 1 Apr 2027"});
  plan.change(item, [](Item& one) { one.lapse_date = make_date(2027, 6, 1); });
  CHECK(words_of(answer_to(plan, item, "2027Q3").conflict) ==
        std::vector<std::string>{"it may not start before 1 Apr 2027", "it lapses on 1 Jun 2027"});
}

TEST_CASE("Where nothing was proven, that is said") {
  RequestConflict conflict;
  CHECK(in_words(conflict.text()) == "no plan with it was found, and it is not proven that there is none");
  conflict.verdict = planning::Verdict::ruled_out;
  conflict.parts = {translatable("Test", "it lapses"), translatable("Test", "it waits")};
  CHECK(in_words(conflict.text()) == "it lapses; it waits (not all of this may be needed: that was not proven)");
  conflict.is_minimal = true;
  CHECK(in_words(conflict.text()) == "it lapses; it waits");
}

}  // namespace tradewind::workbench
