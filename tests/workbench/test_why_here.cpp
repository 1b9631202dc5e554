// Why a bar stands where it does: what is before it, what a period later costs, and what its place is worth to others.
#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/why_here.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

WhyHere ask(const SmallPlan& plan, ItemId item) {
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto answer = why_here(plan.portfolio, item, options);
  REQUIRE(answer.has_value());
  return *answer;
}

bool says(const WhyHere& answer, const std::string& words) { return in_words(answer.sentence).find(words) != std::string::npos; }

}  // namespace

TEST_CASE("A full team before it, what is lost later, and no price where there is capacity to spare") {
  SmallPlan plan;
  plan.add("First", 1, 1, 8);
  const ItemId second = plan.add("Second", 2, 1, 5);
  const WhyHere answer = ask(plan, second);
  CHECK(answer.period == PeriodId{2});
  CHECK(says(answer, "Second stands in 2027 Q2: Platform lacks 3 person-weeks in 2027 Q1."));
  CHECK(answer.lost_later == OptionalNumber(13'000));
  CHECK(says(answer, " A quarter later it would lose € 13 k."));
  CHECK(answer.worth_to_others() >= 0);
}

TEST_CASE("The price of its place is that of its person-weeks at the margin") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 10);
  for (int number = 0; number < 4; ++number) plan.add("Rival", 0, 1, 10);
  const WhyHere answer = ask(plan, first);
  REQUIRE(answer.work.size() == 1);
  CHECK(answer.work.front().team == TeamId{1});
  CHECK(answer.work.front().period == PeriodId{1});
  CHECK(answer.work.front().person_weeks == Approx(10));
  // Five alike want three quarters of ten: in the first, the next one would bring three quarters' worth of 13 weeks.
  CHECK(answer.work.front().price == Approx(3'900));
  CHECK(answer.worth_to_others() == Approx(39'000));
  CHECK(answer.value == Approx(39'000));
  CHECK(says(answer, " Its place is worth up to € 39 k to other items, and it brings € 39 k there."));
}

TEST_CASE("What waits for it, its deadline and the end of the plan stand against a period later") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 2);
  const ItemId then = plan.add("Then", 2, 2, 2);
  plan.link(first, then);
  plan.change(first, [](Item& item) { item.deadline = make_date(2027, 3, 31); });
  const WhyHere answer = ask(plan, first);
  CHECK(answer.waiting == std::vector<ItemId>{then});
  CHECK(says(answer, " Then waits for it."));
  CHECK(says(answer, " Its deadline is 31 Mar 2027."));
  CHECK(says(ask(plan, then), "Then stands in 2027 Q2: it waits for First, which ends in 2027 Q1."));
  const ItemId last = plan.add("Last", 3, 2, 2);
  CHECK(says(ask(plan, last), "Last stands in 2027 Q3: nothing of the plan keeps it from coming earlier, it was put there."));
  CHECK(says(ask(plan, last), " A quarter later it would end after the plan."));
  CHECK_FALSE(ask(plan, last).lost_later.has_value());
}

TEST_CASE("What is pinned stands there because of that, and nothing is said of later") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 2, 1, 2);
  plan.change(item, [](Item& one) { one.pinned = true; });
  CHECK(says(ask(plan, item), "Item stands in 2027 Q2: it is pinned."));
  CHECK_FALSE(says(ask(plan, item), "later"));
}

TEST_CASE("What is not on the roadmap stands nowhere, and is refused with the reason") {
  SmallPlan plan;
  const ItemId loose = plan.add("Loose", 0, 1, 2);
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto answer = why_here(plan.portfolio, loose, options);
  REQUIRE_FALSE(answer.has_value());
  CHECK(answer.error().what == "cannot say why TW-1 stands where it does");
  CHECK(answer.error().why == "it is not on the roadmap");
}

TEST_CASE("Every bar of the sample that can be asked has an answer") {
  const Portfolio sample = make_sample_portfolio();
  PlanningOptions options;
  options.today = sample_today;
  int answers = 0;
  for (const ScheduledItem& placed : schedule_of(sample, sample.roadmap_by_name({})->id)) {
    const auto answer = why_here(sample, placed.item, options);
    if (!answer) continue;
    ++answers;
    CHECK(in_words(answer->sentence).find(" stands in ") != std::string::npos);
    CHECK(answer->earlier.reasons.empty() == answer->earlier.possible);
  }
  CHECK(answers > 30);
}

}  // namespace tradewind::workbench
