// What each kind of term finds.
#include <algorithm>

#include "domain/build.h"
#include "support/catch.h"
#include "tradewind/domain/filter.h"

using namespace tradewind;

namespace {

/// Three items: one with everything, one with other values, one with nothing but a title.
Portfolio three_items() {
  Portfolio portfolio;
  const TeamId platform = build::team(portfolio, "P", "Platform");
  const TeamId science = build::team(portfolio, "D", "Data Science", 1);
  const PeriodId first = build::period(portfolio, "2027Q1", make_date(2027, 1, 1), make_date(2027, 4, 1));
  const PeriodId second = build::period(portfolio, "2027Q2", make_date(2027, 4, 1), make_date(2027, 7, 1));
  const RoadmapId plan = build::roadmap(portfolio);
  AllocationClass strategic;
  strategic.id = new_id<AllocationClassId>();
  strategic.key = "strategic";
  strategic.name = "Strategic bets";
  portfolio.insert(strategic);
  Outcome latency;
  latency.id = new_id<OutcomeId>();
  latency.key = "O1";
  latency.title = "Cut latency";
  portfolio.insert(latency);

  const ItemId cache = build::item(portfolio, "A-1", "Query cache für Röntgen");
  build::change(portfolio, cache, [&](Item& row) {
    row.moscow = Moscow::must;
    row.stage = Stage::ready;
    row.tags = {"Legacy", "Naïve"};
    row.custom = {{"Story Type", "Bug"}, {"Weight", "2.5"}, {"Due", "2027-02-10"}};
    row.allocation_class = strategic.id;
    row.reach = 100;
    row.impact = 2;
    row.confidence = 0.8;
    row.deadline = make_date(2027, 3, 31);
    row.requester = "Radiology";
    row.external_source = "jira";
    row.external_key = "PROJ-7";
    row.description = "Answers in 200 ms";
  });
  build::estimate(portfolio, cache, platform, 3.9);
  build::estimate(portfolio, cache, science, 0.1);
  Contribution contribution;
  contribution.id = new_id<ContributionId>();
  contribution.item = cache;
  contribution.outcome = latency.id;
  portfolio.insert(contribution);
  build::place(portfolio, plan, cache, first);

  const ItemId store = build::item(portfolio, "A-2", "Columnar store");
  build::change(portfolio, store, [&](Item& row) {
    row.moscow = Moscow::should;
    row.confidence = 0.5;
    row.parent = cache;
    row.earliest_start = make_date(2027, 4, 1);
  });
  build::estimate(portfolio, store, science, 12);
  build::depends(portfolio, store, cache);
  build::place(portfolio, plan, store, make_date(2027, 3, 15), make_date(2027, 7, 1));
  (void)second;
  build::item(portfolio, "A-3", "Bare");
  return portfolio;
}

std::string keys(const std::string& expression) {
  static const Portfolio portfolio = three_items();
  const auto filter = parse_filter(expression);
  INFO(expression);
  if (!filter) FAIL(filter.error().what << ": " << filter.error().why);
  const BoundFilter bound{*filter, portfolio};
  std::vector<std::string> found;
  for (const Item& item : portfolio.all<Item>())
    if (bound.matches(item)) found.push_back(item.key.substr(2));
  std::sort(found.begin(), found.end());
  std::string all;
  for (const std::string& key : found) all += key;
  return all;
}

}  // namespace

TEST_CASE("terms are and-ed, values or-ed, a minus negates") {
  CHECK(keys("") == "123");
  CHECK(keys("moscow:must,should") == "12");
  CHECK(keys("moscow:must,should -team:platform") == "2");
  CHECK(keys("-moscow:must,should") == "3");
  CHECK(keys("moscow:unset") == "3");
  CHECK(keys("moscow:\"\"") == "3");
  CHECK(keys("stage:READY") == "1");
}

TEST_CASE("names are found by key or name, ignoring case") {
  CHECK(keys("team:p") == "1");
  CHECK(keys("team:\"data science\"") == "12");
  CHECK(keys("team:nobody") == "");
  CHECK(keys("-team:nobody") == "123");
  CHECK(keys("class:STRATEGIC") == "1");
  CHECK(keys("class:\"strategic bets\"") == "1");
  CHECK(keys("outcome:o1") == "1");
  CHECK(keys("parent:a-1") == "2");
  CHECK(keys("parent:proj-7") == "2");
  CHECK(keys("tag:NAÏVE") == "1");
  CHECK(keys("requester:radiology source:jira external:proj-7 key:PROJ-7") == "1");
  CHECK(keys("custom.\"story type\":bug") == "1");
  CHECK(keys("title:STORE,röntgen") == "12");
}

TEST_CASE("an unknown number meets no comparison, and its negation always") {
  CHECK(keys("reach<1000") == "1");
  CHECK(keys("reach>=0") == "1");
  CHECK(keys("-reach<1000") == "23");
  CHECK(keys("effort=4") == "1");  // 3.9 + 0.1
  CHECK(keys("effort:12,4") == "12");
  CHECK(keys("-effort<8") == "23");
  CHECK(keys("rice=40") == "1");
  CHECK(keys("rice>40") == "");
}

TEST_CASE("confidence is a share or a percentage") {
  CHECK(keys("confidence>=80%") == "1");
  CHECK(keys("confidence>=0.8") == "1");
  CHECK(keys("confidence=50%") == "2");
  CHECK(keys("confidence<80%") == "2");
}

TEST_CASE("dates compare with days and periods") {
  CHECK(keys("deadline:2027Q1") == "1");
  CHECK(keys("deadline<2027-03-31") == "");
  CHECK(keys("deadline<=2027-03-31") == "1");
  CHECK(keys("deadline<2027Q2") == "1");
  CHECK(keys("earliest>2027Q1") == "2");
  CHECK(keys("earliest>=2027-05") == "");
  CHECK(keys("start:2027-03") == "2");
  CHECK(keys("finish<=2027-03-31") == "1");  // the last day of work
  CHECK(keys("finish=2027-06-30") == "2");
  CHECK(keys("custom.due<2027-03-01") == "1");
  CHECK(keys("custom.due>2027-03-01") == "");
  CHECK(keys("custom.weight>2") == "1");
  CHECK(keys("custom.weight<=2") == "");
}

TEST_CASE("a period holds the items that are worked on in it") {
  CHECK(keys("period:2027q1") == "12");
  CHECK(keys("period:2027Q2") == "2");
  CHECK(keys("period:2027-06") == "2");
  CHECK(keys("period:2027Q3") == "");
}

TEST_CASE("has asks whether something is there") {
  CHECK(keys("has:deadline") == "1");
  CHECK(keys("has:dependency") == "2");
  CHECK(keys("has:estimate,deadline") == "12");
  CHECK(keys("-has:placement") == "3");
  CHECK(keys("has:outcome has:tag has:custom.weight") == "1");
  CHECK(keys("has:rice") == "1");
  CHECK(keys("has:evidence") == "");
  CHECK(keys("has:title") == "123");
}

TEST_CASE("free text looks into title, description, tags and keys") {
  for (const char* text : {"RÖNTGEN", "\"query cache\"", "200", "naïVE", "proj-7", "a-1"}) {
    INFO(text);
    CHECK(keys(text) == "1");
  }
  CHECK(keys("-cache") == "23");
  CHECK(keys("radiology") == "");  // a requester is no free text
}

TEST_CASE("names that do not exist are told, with a near one") {
  const Portfolio portfolio = three_items();
  const auto errors = unknown_names(*parse_filter("team:Platfrom,P period:2027Q9,2027-05 -parent:X-9 tag:none"), portfolio);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].what_to_do == "did you mean \"Platform\"?");
  CHECK(errors[1].what_to_do == "did you mean \"2027Q1\"?");
  CHECK(errors[2].why == "the workspace has no item of that name");
}

TEST_CASE("the fiscal year of the workspace decides what a quarter is") {
  Portfolio portfolio = three_items();
  WorkspaceSettings settings;
  settings.fiscal_year_start_month = 7;
  portfolio.insert(settings);
  const BoundFilter bound{*parse_filter("deadline:2027Q3"), portfolio};
  CHECK(bound.matches(*portfolio.item_by_key("A-1")));
}
