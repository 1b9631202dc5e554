// What is told about a workspace as a whole.
#include <algorithm>

#include "domain/build.h"
#include "support/catch.h"
#include "tradewind/domain/validate.h"

using namespace tradewind;

namespace {

std::vector<Finding> of_rule(const std::vector<Finding>& all, const std::string& rule) {
  std::vector<Finding> own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const Finding& finding) { return finding.rule == rule; });
  return own;
}

struct Plan {
  Portfolio portfolio;
  RoadmapId roadmap = build::roadmap(portfolio);
  TeamId platform = build::team(portfolio, "P", "Platform");
  PeriodId first = build::period(portfolio, "2027Q1", make_date(2027, 1, 1), make_date(2027, 4, 1));
  PeriodId second = build::period(portfolio, "2027Q2", make_date(2027, 4, 1), make_date(2027, 7, 1));

  ItemId planned(const std::string& key, double effort, Moscow moscow, PeriodId period) {
    const ItemId id = build::item(portfolio, key);
    build::change(portfolio, id, [&](Item& row) { row.moscow = moscow; });
    build::estimate(portfolio, id, platform, effort);
    build::place(portfolio, roadmap, id, period);
    return id;
  }
  std::vector<Finding> found(const std::string& rule) const { return of_rule(findings(portfolio, roadmap), rule); }
};

}  // namespace

TEST_CASE("load and reserve over capacity are found per team and period") {
  Plan plan;
  build::capacity(plan.portfolio, plan.platform, plan.first, 20, 4);
  build::capacity(plan.portfolio, plan.platform, plan.second, 20, 4);
  plan.planned("A-1", 16, Moscow::should, plan.first);
  CHECK(plan.found("over-capacity").empty());  // exactly full
  plan.planned("A-3", 0.04, Moscow::should, plan.first);
  CHECK(plan.found("over-capacity").empty());  // reads "20 and a capacity of 20"
  plan.planned("A-2", 0.46, Moscow::should, plan.first);
  const auto found = plan.found("over-capacity");
  REQUIRE(found.size() == 1);
  CHECK(found[0].key == "Platform");
  CHECK(found[0].message == "Platform has 20.5 person-weeks of work in 2027 Q1 and a capacity of 20 (4 of the work is reserve)");
}

TEST_CASE("Must may take 60 % of the planned effort and not more; Won't does not count") {
  Plan plan;
  plan.planned("A-1", 33, Moscow::must, plan.first);
  plan.planned("A-2", 12, Moscow::should, plan.first);
  plan.planned("A-3", 10, Moscow::could, plan.first);
  plan.planned("A-4", 500, Moscow::wont, plan.first);
  CHECK(plan.found("must-share").empty());
  plan.planned("A-5", 1, Moscow::must, plan.first);
  const auto found = plan.found("must-share");
  REQUIRE(found.size() == 1);
  CHECK(found[0].key == "2027Q1");
  CHECK(found[0].message.find("60.7 %") != std::string::npos);
}

TEST_CASE("a broken order is found only where no day of the period keeps it") {
  Plan plan;
  const ItemId before = plan.planned("A-1", 1, Moscow::could, plan.first);
  const ItemId after = plan.planned("A-2", 1, Moscow::could, plan.first);
  build::depends(plan.portfolio, after, before);
  CHECK(plan.found("dependency-order").empty());

  const ItemId too_early = plan.planned("A-3", 1, Moscow::could, plan.first);
  const ItemId late = plan.planned("A-4", 1, Moscow::could, plan.second);
  build::depends(plan.portfolio, too_early, late);
  auto found = plan.found("dependency-order");
  REQUIRE(found.size() == 1);
  CHECK(found[0].key == "A-3");
  build::change(plan.portfolio, late, [](Item& row) { row.stage = Stage::launched; });
  CHECK(plan.found("dependency-order").empty());

  const ItemId dated = build::item(plan.portfolio, "A-5");
  const ItemId follower = build::item(plan.portfolio, "A-6");
  build::place(plan.portfolio, plan.roadmap, dated, make_date(2027, 1, 4), make_date(2027, 2, 1));
  build::place(plan.portfolio, plan.roadmap, follower, make_date(2027, 1, 31), make_date(2027, 3, 1));
  build::depends(plan.portfolio, follower, dated);
  CHECK(plan.found("dependency-order").size() == 1);

  build::depends(plan.portfolio, after, build::item(plan.portfolio, "A-7"));
  found = plan.found("dependency-order");
  REQUIRE(found.size() == 2);
  CHECK(found[1].severity == Finding::Severity::note);  // its predecessor is not planned
}

TEST_CASE("ending on the deadline is in time, the working day after is late") {
  Plan plan;
  const ItemId item = build::item(plan.portfolio, "A-1");
  build::place(plan.portfolio, plan.roadmap, item, make_date(2027, 1, 4), make_date(2027, 2, 1));
  for (unsigned day = 31; day >= 29; --day) {  // Sunday to Friday: it ends on Friday, as every view says
    build::change(plan.portfolio, item, [&](Item& row) { row.deadline = make_date(2027, 1, day); });
    CHECK(plan.found("past-deadline").empty());
  }
  build::change(plan.portfolio, item, [](Item& row) { row.deadline = make_date(2027, 1, 28); });
  REQUIRE(plan.found("past-deadline").size() == 1);
  CHECK(plan.found("past-deadline")[0].severity == Finding::Severity::warning);
  const ItemId in_period = plan.planned("A-2", 1, Moscow::could, plan.first);
  build::change(plan.portfolio, in_period, [](Item& row) { row.lapse_date = make_date(2027, 3, 1); });
  const auto found = plan.found("past-deadline");
  REQUIRE(found.size() == 2);
  CHECK(found[1].severity == Finding::Severity::note);
  CHECK(found[1].message == "A-2 is placed in a period that ends after its lapse date, 1 Mar 2027");
}

TEST_CASE("circles and dangling references are errors and come first, with or without a roadmap") {
  Plan plan;
  const ItemId a = build::item(plan.portfolio, "A-1");
  const ItemId b = build::item(plan.portfolio, "A-2");
  build::depends(plan.portfolio, a, b);
  build::depends(plan.portfolio, b, a);
  build::change(plan.portfolio, a, [](Item& row) { row.parent = ItemId{77}; });
  build::estimate(plan.portfolio, b, TeamId{78}, 1);
  build::estimate(plan.portfolio, b, TeamId{}, 1);  // nobody has said which team: no reference
  const auto all = findings(plan.portfolio, RoadmapId{});
  REQUIRE(all.size() == 3);
  CHECK(std::all_of(all.begin(), all.end(), [](const Finding& finding) { return finding.severity == Finding::Severity::error; }));
  CHECK(all[0].rule == "dependency-circle");
  CHECK(of_rule(all, "dangling")[0].message == "the parent of item A-1 does not exist");
  CHECK(of_rule(all, "dangling")[1].message == "the team of estimate A-2 does not exist");
}
