// Scores, allocation and check as the command line and the window get them.
#include <algorithm>

#include "tradewind/workbench/check_workspace.h"
#include "tradewind/workbench/report_allocation.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/score_items.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

TEST_CASE("Scores: ranked by the first method, the others beside it, unscored last with the reason") {
  const Portfolio sample = make_sample_portfolio();
  ScoreOptions options;
  options.methods = {"rice", "MoSCoW"};
  const auto table = score_items(sample, options);
  REQUIRE(table);
  REQUIRE(table->rows.size() == sample.all<Item>().size());
  int rank = 0;
  for (const ScoredItem& row : table->rows) {
    REQUIRE(row.scores.size() == 2);
    if (row.rank == 0) {
      const scoring::Unscored* unscored = scoring::unscored_of(row.scores[0]);
      REQUIRE(unscored != nullptr);
      CHECK_FALSE(unscored->why.empty());
      rank = -1;
    } else {
      CHECK(row.rank == ++rank);
    }
  }
  options.key = table->rows[4].item->key;
  const auto one = score_items(sample, options);
  REQUIRE(one);
  REQUIRE(one->rows.size() == 1);
  CHECK(one->rows.front().rank == 5);

  options = {};
  options.where = "moscow:must";
  const auto musts = score_items(sample, options);
  REQUIRE(musts);
  for (const ScoredItem& row : musts->rows) CHECK(row.item->moscow == Moscow::must);
  options.methods = {"tarot"};
  CHECK(score_items(sample, options).error().what_to_do.find("rice") != std::string::npos);
}

TEST_CASE("Allocation: the current period by default, any period by its text") {
  const Portfolio sample = make_sample_portfolio();
  AllocationOptions options;
  options.today = sample_today;
  const auto now = report_allocation(sample, options);
  REQUIRE(now);
  CHECK(now->period == "2027Q1");
  options.today = make_date(2040, 1, 1);
  CHECK(report_allocation(sample, options)->period == sample.periods_in_order(PeriodKind::quarter).back()->name);
  options.period = "2027-02";
  CHECK(report_allocation(sample, options)->period == "2027-02");
  options.period = "whenever";
  CHECK(report_allocation(sample, options).error().code == ErrorCode::not_found);
  CHECK_FALSE(report_allocation(Portfolio{}, AllocationOptions{}));
}

TEST_CASE("Check: intact, and over capacity once the plan asks for too much") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  CHECK(check_workspace(workspace).integrity.intact);
  CHECK(check_workspace(workspace).findings.empty());
  added(workspace, "item", {"title=Too much", "effort.Team=80", "period=2027Q1"});
  bool over = false;
  for (const Finding& finding : check_workspace(workspace).findings) over = over || finding.rule == "over-capacity";
  CHECK(over);
}

TEST_CASE("Check: 70/20/10 that is not kept is a warning about the class") {
  const TemporaryFolder folder;
  const auto found = check_workspace(new_workspace(folder, Template::sample)).findings;
  CHECK(std::is_sorted(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; }));
  const auto fires = std::find_if(found.begin(), found.end(), [](const Finding& one) { return one.key == "firefighting"; });
  REQUIRE(fires != found.end());
  CHECK(fires->rule == "allocation");
  CHECK(fires->severity == Finding::Severity::warning);
  CHECK(fires->message == "Firefighting above 15 % for 9 weeks in a row");
}
