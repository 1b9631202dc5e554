// What deserves attention in a plan: every rule that the roadmap and the view of time show, the heaviest first.
#include <algorithm>

#include "tradewind/workbench/alerts.h"
#include "tradewind/workbench/sample_workspace.h"
#include "views/roadmap_fixture.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

namespace {

/// All of the plan is strategic and should be, until a test says otherwise.
struct Plan : tradewind::testing::RoadmapFixture {
  Plan() {
    strategic.target_share = 1;
    portfolio.update(strategic);
    for (const Period& quarter : quarters) capacity(platform, quarter, 48, 0);
  }
  Item placed(const std::string& title, std::size_t quarter, double effort) {
    const Item row = item(title, latency.id, effort);
    place(row, quarters[quarter].start, quarters[quarter].end);
    return row;
  }
  std::vector<Alert> alerts() const { return alerts_of(portfolio, test_day); }
};

}  // namespace

TEST_CASE("Alerts: the team with most too much first, then items by start, then the allocation") {
  Plan plan;
  plan.placed("Cache", 0, 50);
  const Item search = plan.placed("Search", 1, 60);
  const Item vault = plan.placed("Vault", 2, 4);
  plan.depends(search, vault);
  Item early = plan.placed("Early", 0, 1);
  early.deadline = make_date(2027, 3, 30);
  plan.portfolio.update(early);
  plan.strategic.target_share = 0.9;
  plan.portfolio.update(plan.strategic);

  const auto alerts = plan.alerts();
  REQUIRE(alerts.size() == 5);
  CHECK(alerts[0].kind == AlertKind::over_capacity);
  CHECK(alerts[0].team == plan.platform.id);
  CHECK(alerts[0].period == plan.quarters[1].id);
  CHECK(in_words(alerts[0].sentence) == "Platform, 2027 Q2: 60 of 48 person-weeks; over capacity by 12");
  CHECK(alerts[1].period == plan.quarters[0].id);
  CHECK(alerts[2].kind == AlertKind::item);
  CHECK(alerts[2].item == early.id);
  CHECK(in_words(alerts[2].sentence) == "Early ends after its deadline of 30 Mar 2027");
  CHECK(alerts[3].item == search.id);
  CHECK(in_words(alerts[3].sentence) == "Search starts before Vault has finished");
  CHECK(alerts[4].kind == AlertKind::allocation);
  CHECK(alerts[4].allocation_class == plan.strategic.id);
  CHECK(in_words(alerts[4].sentence) == "Plan gives Strategic 100 %, above 95 %");
}

TEST_CASE("Alerts: none of a plan that keeps its rules, and none without a plan") {
  CHECK(alerts_of(Portfolio{}, test_day).empty());
  Plan plan;
  CHECK(plan.alerts().empty());
  plan.placed("Cache", 0, 48);
  CHECK(plan.alerts().empty());
  const Item more = plan.placed("More", 0, 1);
  REQUIRE(plan.alerts().size() == 1);
  // Another roadmap is not looked at, nor what is on none.
  Roadmap other = plan.roadmap;
  other.id = RoadmapId{plan.next_id++};
  other.position = 1;
  plan.portfolio.insert(other);
  for (const Placement& row : plan.portfolio.owned_by<&Placement::item>(more.id)) {
    Placement moved = row;
    moved.roadmap = other.id;
    plan.portfolio.update(moved);
    break;
  }
  CHECK(plan.alerts().empty());
}

TEST_CASE("Alerts: the sample has too much work for Platform, and fires that take its time") {
  const auto alerts = alerts_of(make_sample_portfolio(), sample_today);
  REQUIRE(alerts.size() >= 2);
  CHECK(in_words(alerts[0].sentence) ==
        "Platform, 2027 Q1: 104 of 96 person-weeks, 10 of them incident reserve; over capacity by 8");
  CHECK(std::any_of(alerts.begin(), alerts.end(),
                    [](const Alert& one) { return in_words(one.sentence) == "Firefighting above 15 % for 9 weeks in a row"; }));
}
