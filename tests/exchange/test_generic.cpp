#include "import_support.h"

using namespace tradewind;
using namespace tradewind::exchange;
using namespace tradewind::exchange::testing;
using Texts = std::vector<std::string>;

TEST_CASE("a RICE table", "[generic]") {
  World world;
  const auto report = world.import("name,reach,impact,confidence,effort\nA,\"5,000\",high,80%,10\nB,1e3,0.5,0.5,3d\n");
  CHECK(world.item("A").reach == OptionalNumber(5000));
  CHECK(world.item("A").impact == OptionalNumber(2));
  CHECK(world.item("A").confidence.value() == Approx(0.8));
  CHECK(world.effort("A") == OptionalNumber(10));
  CHECK(world.effort("B").value() == Approx(0.6));
  CHECK(report.warnings.size() == 1);  // effort is in person-weeks
}

TEST_CASE("a confidence scale is asked for, not guessed", "[generic]") {
  const std::string bytes = "Feature,Confidence\nA,4\nB,1\n";
  World world;
  const auto report = world.import(bytes);
  CHECK(report.losses.size() == 2);
  CHECK_FALSE(world.item("B").confidence.has_value());
  CHECK(custom(world.item("A"), "Confidence") == Texts{"4"});
  World mapped;
  ImportOptions options;
  options.mapping = {{"confidence_1_to_5", "Confidence"}};
  CHECK(mapped.import(bytes, options).losses.empty());
  CHECK(mapped.item("A").confidence.value() == Approx(0.8));
  World percent;
  percent.import("Feature,Confidence\nA,80\nB,100\n");
  CHECK(percent.item("A").confidence.value() == Approx(0.8));
}

TEST_CASE("semicolons, decimal commas and Excel's first line", "[generic]") {
  World world;
  world.import("sep=;\nTitel;Aufwand;Startdatum\nEins;1,5;24.06.2026\nZwei;0,25;01.07.2026\n");
  CHECK(world.effort("Eins") == OptionalNumber(1.5));
  CHECK(world.item("Zwei").earliest_start == make_date(2026, 7, 1));
}

TEST_CASE("the order of day and month comes from the file or is refused", "[generic]") {
  const std::string open = "title,due date\nA,7/9/2026\nB,3/4/2026\n";
  const auto refused = plan_import(open, {}, {}, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::bad_input);
  CHECK(refused.error().what_to_do.find("--date-order") != std::string::npos);
  World told;
  ImportOptions options;
  options.date_order = DateOrder::mdy;
  told.import(open, options);
  CHECK(told.item("A").deadline == make_date(2026, 7, 9));
  World other_column;
  other_column.import("title,due date,created\nA,7/9/2026,25/6/2026\n");
  CHECK(other_column.item("A").deadline == make_date(2026, 9, 7));
  CHECK_FALSE(plan_import("title,due date\nA,25/6/2026\nB,6/25/2026\n", {}, {}, {}));
}

TEST_CASE("labels, parents and dependencies by name", "[generic]") {
  World world;
  const auto report =
      world.import("Name,Labels,Parent Task,Depends on\nA,\"['x', 'it\\'s, y']\",,\nB,\"x, y\",A,\nC,x; y,A,\"A, Nobody\"\n");
  CHECK(world.item("A").tags == Texts{"x", "it's, y"});
  CHECK(world.item("B").tags == Texts{"x", "y"});
  CHECK(world.item("C").tags == Texts{"x", "y"});
  CHECK(world.item("C").parent == world.item("A").id);
  CHECK(world.depends("A", "C"));
  CHECK(report.links_dangling == 1);
  CHECK(custom(world.item("C"), "Depends on") == Texts{"Nobody"});
}

TEST_CASE("parents in a circle are taken apart and told", "[generic]") {
  World world;
  const auto report = world.import("title,key,parent\nA,1,2\nB,2,1\nC,3,3\n");
  CHECK(report.losses.size() == 2);
  CHECK_FALSE((world.item("1").parent && world.item("2").parent));
}

TEST_CASE("effort of a role makes a team", "[generic]") {
  World world;
  world.import("id_tarea,descripcion,rol_requerido,horas_estimadas\nT-1,Crear API,Backend,20\nT-2,Otra,Backend,40\n");
  CHECK(world.item("T-1").title == "Crear API");
  REQUIRE(world.portfolio.all<Team>().size() == 1);
  const auto& estimate = *world.portfolio.owned_by<&Estimate::item>(world.item("T-1").id).begin();
  CHECK(estimate.team == world.portfolio.team_by_name("Backend")->id);
  CHECK(estimate.likely == OptionalNumber(0.5));
}

TEST_CASE("a mapping wins over headers and is checked", "[generic]") {
  World world;
  ImportOptions options;
  options.mapping = {{"title", "What"}, {"effort_days", "#3"}, {"ignore", "Junk"}};
  const auto report = world.import("name,What,Size,Junk\nx,Real title,5,j\n", options);
  CHECK(world.item("Real title").external_key.empty());
  CHECK(custom(world.item("Real title"), "name") == Texts{"x"});
  CHECK(world.effort("Real title") == OptionalNumber(1));
  REQUIRE(report.losses.size() == 1);
  CHECK(report.losses[0].column == "Junk");
  options.mapping = {{"title", "Nowhere"}};
  CHECK(plan_import("name\nx\n", options, {}, {}).error().what.find("Nowhere") != std::string::npos);
  options.mapping = {{"nonsense", "name"}};
  CHECK_FALSE(plan_import("name\nx\n", options, {}, {}));
}

TEST_CASE("mappings are kept as JSON", "[generic]") {
  const ColumnMapping mapping = {{"title", "What \"now\""}, {"tags", "A"}, {"tags", "B"}};
  MappingProfile profile;
  profile.name = "Mine";
  profile.date_order = "dmy";
  profile.mapping = mapping_to_json(mapping);
  CHECK(*mapping_of_profile(profile) == mapping);
  const auto read = profile_from_json(profile_to_json(profile));
  REQUIRE(read);
  CHECK(read->name == "Mine");
  CHECK(read->date_order == "dmy");
  CHECK(read->mapping == profile.mapping);
  CHECK(profile_from_json(R"({"title":"X"})")->mapping == R"({"title":"X"})");
  CHECK_FALSE(profile_from_json(R"({"nonsense":"X"})"));
  CHECK(parse_column_assignment("title=A=B")->column == "A=B");
  CHECK_FALSE(parse_column_assignment("title"));
}

TEST_CASE("what is no table is refused with a way out", "[generic]") {
  for (const auto* bytes : {"", "  \n", "{\"a\":1}", "[{\"a\":1}]", "PK\x03\x04zip", "x,y\n1,2\n"}) {
    INFO(bytes);
    const auto plan = plan_import(bytes, {}, {}, {});
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == ErrorCode::bad_input);
    CHECK_FALSE(plan.error().what_to_do.empty());
  }
}

TEST_CASE("a cell above 1 MB is told as lost", "[generic]") {
  World world;
  const auto report = world.import("title,notes\nA,\"" + std::string((1 << 20) + 1, 'x') + "\"\n");
  REQUIRE(report.losses.size() == 1);
  CHECK(report.losses[0].value.size() < 300);
  CHECK(world.item("A").description.empty());
}

TEST_CASE("Linear: sprints with dates become periods", "[generic]") {
  const auto bytes = shared_export("linear_native_2023.csv");
  if (bytes.empty()) return;
  World world;
  const auto report = world.import(bytes);
  CHECK(report.source == "linear");
  CHECK(report.created == 10);
  CHECK(world.portfolio.period_by_name("Cycle 2")->start == make_date(2023, 3, 6));
  CHECK(world.item("CLA-5").story_points == OptionalNumber(8));
  CHECK(world.item("CLA-7").parent == world.item("CLA-6").id);
  CHECK(world.item("CLA-2").stage == Stage::dropped);
}

TEST_CASE("every shared table imports, twice the same, in every dress", "[generic]") {
  struct Expected {
    const char* name;
    std::int64_t rows;
  };
  for (const auto& [name, rows] : {Expected{"ado_query_tiny.csv", 6}, Expected{"ado_tfs_workitems_flat.csv", 1405},
                                   Expected{"asana_section_parent_by_name.csv", 17},
                                   Expected{"github_rails_issues_flat.csv", 500}, Expected{"linear_native_2023.csv", 10},
                                   Expected{"linear_style_no_ids.csv", 7}, Expected{"priority_effort_ids_only.csv", 50},
                                   Expected{"rice_devops_5rows.csv", 5}, Expected{"rice_engine_10rows.csv", 10},
                                   Expected{"role_hours_backlog_es.csv", 6}, Expected{"jira_cycle_times_anonymized.csv", 4123}}) {
    const auto bytes = shared_export(name);
    if (bytes.empty()) continue;
    INFO(name);
    World world;
    CHECK(world.import(bytes).created == rows);
    for (const auto& variant : {with_crlf(bytes), with_mark(bytes)}) {
      World other;
      other.import(variant);
      CHECK(contents(other) == contents(world));
    }
    const auto again = world.import(bytes);
    CHECK(again.unchanged == rows);
    CHECK(world.portfolio.all<Item>().size() == static_cast<std::size_t>(rows));
  }
}
