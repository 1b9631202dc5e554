#include <fstream>

#include "tradewind/workbench/sample_workspace.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

TEST_CASE("Template empty holds nothing but the settings") {
  const TemporaryFolder folder;
  const auto workspace = new_workspace(folder, Template::empty);
  CHECK(workspace.portfolio().all<Item>().empty());
  CHECK(workspace.portfolio().all<Team>().empty());
  CHECK(workspace.portfolio().all<WorkspaceSettings>().size() == 1);
  CHECK_FALSE(workspace.undo_label());
}

TEST_CASE("Template quarterly can be planned on at once") {
  const TemporaryFolder folder;
  const auto workspace = new_workspace(folder);
  const Portfolio& portfolio = workspace.portfolio();
  const auto quarters = portfolio.periods_in_order(PeriodKind::quarter);
  REQUIRE(quarters.size() == 4);
  CHECK(quarters.front()->name == "2027Q1");
  CHECK(quarters.back()->name == "2027Q4");
  const auto classes = portfolio.allocation_classes_in_order();
  REQUIRE(classes.size() == 3);
  CHECK(classes[0]->target_share + classes[1]->target_share + classes[2]->target_share == Approx(1));
  CHECK(classes[2]->role == ClassRole::firefighting);
  REQUIRE(portfolio.all<Team>().size() == 1);
  CHECK(portfolio.all<Capacity>().size() == 4);
  for (const Capacity& capacity : portfolio.all<Capacity>()) {
    CHECK(capacity.person_weeks() == Approx(60));
    CHECK(capacity.reserve == Approx(6));
  }
  CHECK(portfolio.roadmap_by_name({}) != nullptr);
}

TEST_CASE("Template sample is the sample workspace") {
  const TemporaryFolder folder;
  const auto workspace = new_workspace(folder, Template::sample);
  const Portfolio sample = make_sample_portfolio();
  CHECK(workspace.portfolio().all<Item>().size() == sample.all<Item>().size());
  CHECK(workspace.portfolio().all<TimeEntry>().size() == sample.all<TimeEntry>().size());
  CHECK(workspace.portfolio().settings() == sample.settings());
  CHECK(workspace.check().intact);
}

TEST_CASE("What a template holds is where the workspace begins: undo ends there, and the history does not count it") {
  for (const Template from : {Template::quarterly, Template::sample}) {
    const TemporaryFolder folder;
    auto workspace = new_workspace(folder, from);
    const std::string beginning = workspace.dump();
    CHECK(workspace.history().empty());
    CHECK_FALSE(workspace.undo_label());
    added(workspace, "item", {"title=Mine"});
    REQUIRE(workspace.undo());
    const auto further = workspace.undo();
    REQUIRE_FALSE(further);
    CHECK(further.error().code == ErrorCode::not_found);
    CHECK(workspace.dump() == beginning);
    CHECK(workspace.check().intact);
    // Search finds what was there from the beginning, also in a file that is opened again.
    if (from == Template::sample) CHECK_FALSE(workspace.search("cache").empty());
  }
}

TEST_CASE("An existing file is refused and left as it is") {
  const TemporaryFolder folder;
  std::ofstream(folder / "test.tradewind") << "mine";
  CreateOptions options;
  options.today = test_day;
  const auto workspace = create_workspace(folder / "test.tradewind", options);
  REQUIRE_FALSE(workspace);
  CHECK(workspace.error().code == ErrorCode::conflict);
  std::string text;
  std::ifstream(folder / "test.tradewind") >> text;
  CHECK(text == "mine");
}
