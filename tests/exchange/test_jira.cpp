#include "import_support.h"

using namespace tradewind;
using namespace tradewind::exchange;
using namespace tradewind::exchange::testing;
using Texts = std::vector<std::string>;

namespace {
World with_roadmap() {
  World world;
  Roadmap roadmap;
  roadmap.id = new_id<RoadmapId>();
  roadmap.name = "Plan";
  world.portfolio.insert(roadmap);
  Period quarter;
  quarter.id = new_id<PeriodId>();
  quarter.name = "2026Q1";
  quarter.start = make_date(2026, 1, 1);
  quarter.end = make_date(2026, 4, 1);
  world.portfolio.insert(quarter);
  return world;
}
}  // namespace

TEST_CASE("a Jira export becomes items with all that hangs on them", "[jira]") {
  World world = with_roadmap();
  const auto report = world.import(own_data("jira/traps.csv"));
  CHECK(report.format == ImportFormat::jira_csv);
  CHECK(report.source == "jira");
  CHECK(report.created == 5);

  const Item& index = world.item("P-2");
  CHECK(index.title == "Index, \"fast\"");
  CHECK(index.tags == Texts{"red", "blue"});
  CHECK(custom(index, "Sprint") == Texts{"S1", "S2"});
  CHECK(custom(index, "Flavour") == Texts{"sweet", "sour"});
  CHECK(custom(index, "Comment") == Texts{"24/Jun/26 5:39 PM;ann;first\nline", "25/Jun/26 9:00 AM;bob;second"});
  CHECK(custom(index, "Inward issue link (Relates)") == Texts{"P-1"});
  CHECK(index.story_points == OptionalNumber(8));
  CHECK(world.effort("P-2").value() == Approx(1));  // 144,000 seconds are 40 hours
  CHECK(index.stage == Stage::building);
  CHECK(index.earliest_start == make_date(2026, 7, 1));
  CHECK(index.deadline == make_date(2026, 7, 24));

  CHECK(world.item("P-1").title == "Search epic");
  CHECK(world.item("P-1").kind == ItemKind::initiative);
  CHECK(world.item("P-1").moscow == Moscow::must);
  CHECK(world.item("P-3").stage == Stage::dropped);
  CHECK(world.item("P-3").kind == ItemKind::debt);
  CHECK(world.item("P-4").stage == Stage::ready);
  CHECK(world.item("P-5").stage == Stage::idea);
  CHECK(custom(world.item("P-5"), "Status") == Texts{"Martian"});
}

TEST_CASE("parents are found by id, key and epic link", "[jira]") {
  World world;
  world.import(own_data("jira/traps.csv"));
  CHECK(world.item("P-2").parent == world.item("P-1").id);
  CHECK(world.item("P-4").parent == world.item("P-2").id);
  CHECK(world.item("P-3").parent == world.item("P-1").id);
  CHECK_FALSE(world.item("P-5").parent);
  CHECK(custom(world.item("P-5"), "Parent") == Texts{"999"});
}

TEST_CASE("links become dependencies in the right direction", "[jira]") {
  World world;
  const auto report = world.import(own_data("jira/traps.csv"));
  CHECK(world.depends("P-4", "P-2"));  // stated by both ends: one edge
  CHECK(world.depends("P-2", "P-3"));  // blocks and, the other way of saying it, depends on
  CHECK(world.depends("P-4", "P-5"));  // Dependency: outward comes after
  CHECK(report.links_made == 3);
  CHECK(world.portfolio.all<Dependency>().size() == 3);
  CHECK(report.links_dangling == 1);
  CHECK(custom(world.item("P-2"), "Inward issue link (Blocks)") == Texts{"P-9"});
  // P-5 blocks P-4 would close a circle.
  REQUIRE(report.losses.size() == 1);
  CHECK(report.losses[0].row == 7);
  CHECK(report.losses[0].value == "P-4");
  CHECK(custom(world.item("P-5"), "Outward issue link (Blocks)") == Texts{"P-4"});
}

TEST_CASE("dates place items on the roadmap", "[jira]") {
  World world = with_roadmap();
  world.import(own_data("jira/traps.csv"));
  REQUIRE(world.portfolio.all<Placement>().size() == 2);
  for (const Placement& placement : world.portfolio.all<Placement>()) {
    if (placement.item == world.item("P-2").id) {
      CHECK(placement.start == make_date(2026, 7, 1));
      CHECK(placement.finish == make_date(2026, 7, 25));
    } else {
      CHECK(placement.item == world.item("P-4").id);
      CHECK(placement.period == world.portfolio.period_by_name("2026Q1")->id);
    }
  }
}

TEST_CASE("a second import changes nothing", "[jira]") {
  World world = with_roadmap();
  world.import(own_data("jira/traps.csv"));
  const auto again = plan_import(with_crlf(with_mark(own_data("jira/traps.csv"))), {}, world.portfolio, world.records);
  REQUIRE(again);
  CHECK(again->changes_nothing());
  CHECK(again->report.unchanged == 5);
}

TEST_CASE("headers in other languages are understood", "[jira]") {
  World world;
  world.import(
      "Resumen,Clave de incidencia,Tipo de Incidencia,Estado,Campo personalizado (Story point estimate),Principal,ID de la "
      "incidencia,"
      "Enlace de incidencias entrante (Blocks),Fecha de vencimiento\n"
      "Uno,T-1,Epic,Finalizada,,,7,,10/ene/26 1:00 PM\nDos,T-2,Tarea,En curso,\"8,0\",7,8,T-1,\n");
  CHECK(world.item("T-1").stage == Stage::launched);
  CHECK(world.item("T-1").deadline == make_date(2026, 1, 10));
  CHECK(world.item("T-2").stage == Stage::building);
  CHECK(world.item("T-2").story_points == OptionalNumber(8));
  CHECK(world.item("T-2").parent == world.item("T-1").id);
  CHECK(world.depends("T-1", "T-2"));

  World russian;
  const auto report = russian.import(
      "Тема,Ключ проблемы,Тип задачи,Статус,Пользовательское поле (Story Points),Исполнитель,Входящая ссылка (Blocks)\n"
      "Раз,R-1,Эпик,Готово,,Анна,\nДва,R-2,Ошибка,В работе,5,,R-1\n");
  CHECK(report.format == ImportFormat::jira_csv);
  CHECK(russian.item("R-1").stage == Stage::launched);
  CHECK(russian.item("R-1").kind == ItemKind::initiative);
  CHECK(russian.item("R-1").assignee == "Анна");
  CHECK(russian.item("R-2").kind == ItemKind::debt);
  CHECK(russian.item("R-2").story_points == OptionalNumber(5));
  CHECK(russian.depends("R-1", "R-2"));
}

TEST_CASE("rows that are wider, narrower, empty, doubled or untitled are told by line", "[jira]") {
  World world;
  const auto report = world.import("Summary,Issue key,Custom field (X)\nOne,A-1,x,extra\nTwo,A-2\n,,\n,A-3,\nOne again,A-1,y\n");
  CHECK(report.rows == 5);
  CHECK(report.created == 2);
  REQUIRE(report.skipped.size() == 3);
  CHECK(report.skipped[0].row == 2);
  CHECK(report.skipped[1].row == 4);
  CHECK(report.skipped[2].row == 5);
  REQUIRE(report.losses.size() == 1);
  CHECK(report.losses[0].value == "extra");
  CHECK(report.losses[0].row == 2);
  CHECK(world.item("A-1").title == "One again");
  REQUIRE(report.warnings.size() == 1);
  CHECK(report.warnings[0].find("line 3") != std::string::npos);
}

TEST_CASE("the real exports", "[jira]") {
  struct Expected {
    const char* name;
    std::int64_t rows, made, dangling;
  };
  for (const auto& [name, rows, made, dangling] :
       {Expected{"jira_cloud_en_blocks3x_tiny.csv", 10, 3, 10}, Expected{"jira_cloud_en_links_blocks_small.csv", 136, 3, 17},
        Expected{"jira_cloud_en_sprint3x_links.csv", 138, 3, 19}, Expected{"jira_cloud_en_bom_hebrew_field.csv", 130, 0, 0},
        Expected{"jira_cloud_es_snap1_2026-03-18.csv", 200, 0, 0}}) {
    const auto bytes = shared_export(name);
    if (bytes.empty()) continue;
    INFO(name);
    World world;
    const auto report = world.import(bytes);
    CHECK(report.created == rows);
    CHECK(report.links_made == made);
    CHECK(report.links_dangling == dangling);
    CHECK(report.losses.empty());
    for (const auto& variant : {with_crlf(bytes), with_mark(bytes)}) {
      World other;
      other.import(variant);
      CHECK(contents(other) == contents(world));
    }
    CHECK(world.import(bytes).unchanged == rows);
  }
}
