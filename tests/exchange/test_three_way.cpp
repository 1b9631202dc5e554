#include "import_support.h"

using namespace tradewind;
using namespace tradewind::exchange;
using namespace tradewind::exchange::testing;

TEST_CASE("changed there comes in, changed here stays, both is a conflict", "[three-way]") {
  const std::string header = "title,key,assignee,tags,effort,status,Area\n";
  World world;
  world.import(header + "One,A-1,ann,\"red,blue\",2,To Do,x\nTwo,A-2,ann,red,2,To Do,x\n");
  world.edit("A-1", [](Item& item) {
    item.title = "One here";
    item.assignee = "here";
    item.tags.push_back("mine");
  });
  Estimate mine = *world.portfolio.owned_by<&Estimate::item>(world.item("A-2").id).begin();
  mine.likely = 7;
  world.portfolio.update(mine);

  const auto report = world.import(header + "One,A-1,bob,\"red,green\",3,Done,y\nTwo there,A-2,ann,red,5,To Do,x\n");
  CHECK(report.updated == 2);
  const Item& one = world.item("A-1");
  CHECK(one.title == "One here");                                       // here only
  CHECK(one.assignee == "here");                                        // both
  CHECK(one.tags == std::vector<std::string>{"red", "mine", "green"});  // as sets
  CHECK(one.stage == Stage::launched);                                  // there only
  CHECK(custom(one, "Area") == std::vector<std::string>{"y"});
  CHECK(world.effort("A-1") == OptionalNumber(3));
  CHECK(world.item("A-2").title == "Two there");
  CHECK(world.effort("A-2") == OptionalNumber(7));
  REQUIRE(report.conflicts.size() == 2);
  CHECK(report.conflicts[0].key == "A-1");
  CHECK(report.conflicts[0].field == "assignee");
  CHECK(report.conflicts[0].ours == "here");
  CHECK(report.conflicts[0].theirs == "bob");
  CHECK(report.conflicts[1].field == "effort");

  // A conflict is told once; the same file again changes nothing.
  const auto again = world.import(header + "One,A-1,bob,\"red,green\",3,Done,y\nTwo there,A-2,ann,red,5,To Do,x\n");
  CHECK(again.unchanged == 2);
  CHECK(again.conflicts.empty());
}

TEST_CASE("dependencies and parents follow the same rule", "[three-way]") {
  const std::string header = "title,key,depends on,parent\n";
  World world;
  world.import(header + "A,1,,\nB,2,1,\nC,3,1;2,1\n");
  REQUIRE(world.portfolio.all<Dependency>().size() == 3);
  for (const Dependency& row :
       std::vector<Dependency>(world.portfolio.all<Dependency>().begin(), world.portfolio.all<Dependency>().end()))
    if (row.successor == world.item("2").id) world.portfolio.erase(row.id);
  world.edit("3", [&](Item& item) { item.parent = world.item("2").id; });
  Dependency mine;
  mine.id = new_id<DependencyId>();
  mine.predecessor = world.item("1").id;
  mine.successor = world.item("2").id;

  SECTION("removed here stays removed") {
    const auto report = world.import(header + "A,1,,\nB,2,1,\nC,3,1;2,1\n");
    CHECK(report.unchanged == 3);
    CHECK_FALSE(world.depends("1", "2"));
    CHECK(world.item("3").parent == world.item("2").id);
  }
  SECTION("removed there goes, added here stays") {
    world.portfolio.insert(mine);
    const auto report = world.import(header + "A,1,,\nB,2,,\nC,3,2,1\n");
    CHECK(report.updated == 2);
    CHECK_FALSE(world.depends("1", "3"));
    CHECK(world.depends("2", "3"));
  }
}

TEST_CASE("a link that dangled is made when its other end arrives", "[three-way]") {
  World world;
  CHECK(world.import("title,key,depends on\nB,2,1\n").links_dangling == 1);
  const auto report = world.import("title,key,depends on\nB,2,1\nA,1,\n");
  CHECK(report.links_made == 1);
  CHECK(report.links_dangling == 0);
  CHECK(world.depends("1", "2"));
  CHECK(custom(world.item("2"), "depends on").empty());
}

TEST_CASE("columns that a later export leaves out change nothing", "[three-way]") {
  World world;
  world.import("title,key,assignee,Area\nA,1,ann,x\n");
  CHECK(world.import("key,title\n1,A\n").unchanged == 1);
  CHECK(world.item("1").assignee == "ann");
  CHECK(world.import("title,key,assignee,Area\nA,1,bob,x\n").updated == 1);
  CHECK(world.item("1").assignee == "bob");
}

TEST_CASE("rows without keys are known by title and occurrence", "[three-way]") {
  World world;
  ImportOptions options;
  options.file_name = "/tmp/backlog_2026-03-18.csv";
  world.import("title,notes\nA,1\nA,2\nB,3\n", options);
  world.edit("B", [](Item& item) { item.title = "B here"; });
  options.file_name = "backlog (2).csv";
  const auto report = world.import("title,notes\nA,1\nA,changed\nB,3\nC,4\n", options);
  CHECK(report.source == "csv:backlog");
  CHECK(report.created == 1);
  CHECK(report.updated == 1);
  CHECK(report.unchanged == 2);
  CHECK(world.portfolio.all<Item>().size() == 4);
  CHECK(world.item("B here").description == "3");
}

TEST_CASE("placements moved here stay", "[three-way]") {
  World world;
  Roadmap roadmap;
  roadmap.id = new_id<RoadmapId>();
  roadmap.name = "Plan";
  world.portfolio.insert(roadmap);
  const std::string header = "title,key,start date,due date\n";
  world.import(header + "A,1,2026-01-05,2026-01-09\nB,2,2026-01-05,2026-01-09\n");
  const auto placement_of = [&](const char* key) {
    return *world.portfolio.owned_by<&Placement::item>(world.item(key).id).begin();
  };
  Placement moved = placement_of("1");
  moved.finish = make_date(2026, 2, 1);
  world.portfolio.update(moved);
  const auto report = world.import(header + "A,1,2026-01-05,2026-01-12\nB,2,2026-01-05,2026-01-12\n");
  CHECK(placement_of("1").finish == make_date(2026, 2, 1));
  CHECK(placement_of("2").finish == make_date(2026, 1, 13));
  REQUIRE(report.conflicts.size() == 1);
  CHECK(report.conflicts[0].field == "placement");
}

TEST_CASE("two exports of one project three weeks apart", "[three-way]") {
  const auto first = shared_export("jira_cloud_es_snap1_2026-03-18.csv");
  const auto second = shared_export("jira_cloud_es_snap2_2026-04-08.csv");
  if (first.empty() || second.empty()) return;
  World world;
  CHECK(world.import(first).created == 200);
  const std::vector<std::string> edited = {"TIC-1", "TIC-2", "TIC-50", "TIC-100", "TIC-201"};
  for (const auto& key : edited) world.edit(key, [&](Item& item) { item.title = "Edited " + key; });
  const auto report = world.import(second);
  CHECK(report.created == 87);
  CHECK(report.updated >= 172);
  CHECK(world.portfolio.all<Item>().size() == 287);
  for (const auto& key : edited) CHECK(world.item(key).title == "Edited " + key);
  std::size_t done = 0;
  for (const Item& item : world.portfolio.all<Item>()) done += item.stage == Stage::launched ? 1 : 0;
  CHECK(done == 185);
  CHECK(world.import(second).unchanged == 287);
}
