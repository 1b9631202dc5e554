// Importing through the command line: what scripts can rely on, on fixtures and on the real exports where they are there.
#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

const std::filesystem::path exports = std::filesystem::path{TRADEWIND_SHARED_DATA} / "exports";

std::string with_crlf(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n' && (at == 0 || text[at - 1] != '\r')) result += '\r';
    result += text[at];
  }
  return result;
}

std::string with_bom(const std::string& text) { return text.rfind("\xEF\xBB\xBF", 0) == 0 ? text : "\xEF\xBB\xBF" + text; }

void expect_equation(const Json& report) {
  INFO(report.dump().substr(0, 500));
  for (const std::string name :
       {"format", "rows", "created", "updated", "unchanged", "skipped", "links", "unmapped_columns", "losses"})
    REQUIRE(report.contains(name));
  CHECK(report["rows"].get<int>() == report["created"].get<int>() + report["updated"].get<int>() +
                                         report["unchanged"].get<int>() + static_cast<int>(report["skipped"].size()));
  CHECK(report["links"]["made"].is_number());
  CHECK(report["links"]["dangling"].is_number());
  for (const Json& row : report["skipped"]) CHECK((row["row"].is_number() && row["why"].is_string()));
  for (const Json& loss : report["losses"])
    CHECK((loss.contains("row") && loss.contains("column") && loss.contains("value") && loss.contains("why")));
}

constexpr const char* first_export =
    "Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Labels,Labels,Outward issue link (Blocks)\n"
    "\"Query cache, warm\",PROJ-1,1001,Story,To Do,High,18/Jan/27 10:00 AM,fast,cache,PROJ-2\n"
    "Search,PROJ-2,1002,Story,In Progress,Medium,19/Jan/27 10:00 AM,,,\n"
    "Audit log,PROJ-3,1003,Bug,Done,Low,20/Jan/27 10:00 AM,legal,,PROJ-99\n";
constexpr const char* second_export =
    "Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Labels,Labels,Outward issue link (Blocks)\n"
    "\"Query cache, warm\",PROJ-1,1001,Story,In Progress,High,18/Jan/27 10:00 AM,fast,cache,PROJ-2\n"
    "Search for everybody,PROJ-2,1002,Story,In Progress,Medium,19/Jan/27 10:00 AM,,,\n"
    "Audit log,PROJ-3,1003,Bug,Done,Low,20/Jan/27 10:00 AM,legal,,PROJ-99\n"
    "New idea,PROJ-4,1004,Story,To Do,Low,21/Jan/27 10:00 AM,,,\n";

Json item(const std::string& file, const std::string& key) { return json_of({"show", file, key}); }

}  // namespace

TEST_CASE("import: a dry run changes nothing, the import is one edit, undo gives back the same bytes of rows") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file, "--template", "quarterly"});
  const std::string source = folder / "export.csv";
  write_bytes(source, first_export);
  const std::string before = dump_of(file);
  const std::string bytes = bytes_of(file);

  const Json dry = json_of({"import", file, source, "--dry-run"});
  expect_equation(dry);
  CHECK(dry["created"] == 3);
  CHECK(bytes_of(file) == bytes);

  const Json report = json_of({"import", file, source});
  expect_equation(report);
  CHECK(report["format"] == "jira-csv");
  CHECK(report["rows"] == 3);
  CHECK(report["created"] == 3);
  CHECK(report["links"]["made"] == 1);
  CHECK(report["links"]["dangling"] == 1);
  CHECK(item(file, "PROJ-1")["title"] == "Query cache, warm");
  CHECK(item(file, "PROJ-2")["depends_on"].size() == 1);
  const Json history = json_of({"history", file, "--limit", "1"});
  CHECK(history[0]["label"] == "Import export.csv");

  const std::string after = dump_of(file);
  json_of({"undo", file});
  CHECK(dump_of(file) == before);
  json_of({"redo", file});
  CHECK(dump_of(file) == after);

  const Json again = json_of({"import", file, source});
  expect_equation(again);
  CHECK(again["unchanged"] == 3);
  CHECK(dump_of(file) == after);
}

TEST_CASE("import: a later export brings in what changed there and leaves alone what people changed here") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file, "--template", "quarterly"});
  write_bytes(folder / "export.csv", first_export);
  json_of({"import", file, folder / "export.csv"});
  json_of({"set", file, "PROJ-1", "title=Query cache, cold"});
  json_of({"set", file, "PROJ-1", "reach=500", "moscow=must"});
  json_of({"set", file, "PROJ-2", "effort.Team=5"});
  json_of({"set", file, "PROJ-2", "class=strategic"});
  json_of({"set", file, "PROJ-3", "period=2027Q1"});

  write_bytes(folder / "export.csv", second_export);
  const Json report = json_of({"import", file, folder / "export.csv"});
  expect_equation(report);
  CHECK(report["rows"] == 4);
  CHECK(report["created"] == 1);
  CHECK(json_of({"list", file, "items"}).size() == 4);
  const Json one = item(file, "PROJ-1");
  CHECK(one["title"] == "Query cache, cold");
  CHECK(one["reach"] == 500);
  CHECK(one["moscow"] == "must");
  const Json two = item(file, "PROJ-2");
  CHECK(two["title"] == "Search for everybody");
  CHECK(two["effort"] == 5);
  CHECK(two["class"] == "strategic");
  const auto quarter = json_of({"list", file, "items", "--where", "\"Audit log\""});
  REQUIRE(quarter.size() == 1);
  CHECK_FALSE(quarter[0]["period"].is_null());
}

TEST_CASE("import: refusals leave the file as it is") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file});
  refusal_of({"import", file, folder / "missing.csv"});
  refusal_of({"import", file, folder.path().string()});
  write_bytes(folder / "empty.csv", "");
  refusal_of({"import", file, folder / "empty.csv"});
  write_bytes(folder / "broken.json", "{\"format\": ");
  refusal_of({"import", file, folder / "broken.json"});
  write_bytes(folder / "a.csv", first_export);
  refusal_of({"import", file, folder / "a.csv", "--map", "beauty=Summary"});
  refusal_of({"import", file, folder / "a.csv", "--map", "title=No such column"});
  refusal_of({"import", file, folder / "a.csv", "--map", "title"});
  refusal_of({"import", file, folder / "a.csv", "--profile", folder / "missing.json"});
  CHECK(run_cli({"import", file, folder / "a.csv", "--format", "parchment"}).status == 2);
  CHECK(run_cli({"import", file, folder / "a.csv", "--date-order", "ydm"}).status == 2);
}

TEST_CASE("import: a table of one's own with a mapping, typed and from a profile") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file});
  write_bytes(folder / "wishes.csv", "Wish;People;Due\nDark mode;1200;7/9/2027\nExport;80;8/9/2027\n");
  const Json report = json_of({"import", file, folder / "wishes.csv", "--map", "title=Wish", "--map", "reach=People", "--map",
                               "deadline=Due", "--date-order", "dmy"});
  expect_equation(report);
  CHECK(report["created"] == 2);
  const Json items = json_of({"list", file, "items", "--sort", "-reach"});
  CHECK(items[0]["title"] == "Dark mode");
  CHECK(items[0]["reach"] == 1200);
  CHECK(items[0]["deadline"] == "2027-09-07");

  const std::string other = folder / "other.tradewind";
  json_of({"new", other});
  write_bytes(
      folder / "profile.json",
      R"({"name":"wishes","format":"csv","mapping":{"title":"Wish","reach":"People","deadline":"Due"},"date_order":"mdy"})");
  json_of({"import", other, folder / "wishes.csv", "--profile", folder / "profile.json"});
  CHECK(json_of({"list", other, "items", "--sort", "-reach"})[0]["deadline"] == "2027-07-09");
}

TEST_CASE("import: every real Jira export, also with CRLF and with a byte order mark, gives the same items") {
  if (!std::filesystem::exists(exports)) return;
  for (const auto& entry : std::filesystem::directory_iterator(exports)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("jira_cloud", 0) != 0) continue;
    INFO(name);
    const std::string original = bytes_of(entry.path());
    Json first_items;
    Json first_report;
    int variant = 0;
    for (const std::string& text : {original, with_crlf(original), with_bom(original), with_bom(with_crlf(original))}) {
      INFO("variant " << variant);
      const Folder folder;
      const std::string file = folder / "plan.tradewind";
      json_of({"new", file});
      write_bytes(folder / name, text);
      const Json report = json_of({"import", file, folder / name});
      expect_equation(report);
      CHECK(report["format"] == "jira-csv");
      Json items = json_of({"list", file, "items"});
      for (Json& row : items) {
        row.erase("id");
        // A line break inside a cell is the file's own.
        std::string description = row["description"];
        description.erase(std::remove(description.begin(), description.end(), '\r'), description.end());
        row["description"] = description;
        row.erase("custom");
      }
      CHECK(static_cast<int>(items.size()) == report["created"].get<int>());
      if (variant++ == 0) {
        first_items = items;
        first_report = report;
        const std::string after = dump_of(file);
        const Json again = json_of({"import", file, folder / name});
        expect_equation(again);
        CHECK(again["created"] == 0);
        CHECK(again["updated"] == 0);
        CHECK(dump_of(file) == after);
        json_of({"undo", file});
        const std::string empty = folder / "empty.tradewind";
        json_of({"new", empty});
        CHECK(dump_of(file) == dump_of(empty));
      } else {
        CHECK(items == first_items);
        CHECK(report["links"] == first_report["links"]);
        CHECK(report["losses"].size() == first_report["losses"].size());
      }
    }
  }
}

TEST_CASE("import: two real exports of one project, with five edits between them") {
  const auto snap1 = exports / "jira_cloud_es_snap1_2026-03-18.csv";
  const auto snap2 = exports / "jira_cloud_es_snap2_2026-04-08.csv";
  if (!std::filesystem::exists(snap1)) return;
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file, "--template", "quarterly"});
  const std::string empty = dump_of(file);
  const Json first = json_of({"import", file, snap1.string()});
  expect_equation(first);
  CHECK(first["rows"] == 200);
  CHECK(first["created"] == 200);

  const Json items = json_of({"list", file, "items"});
  const auto key = [&](std::size_t at) { return items[at]["external_key"].get<std::string>(); };
  json_of({"set", file, key(0), "title=Renamed by us"});
  json_of({"set", file, key(1), "moscow=must", "reach=900"});
  json_of({"set", file, key(2), "effort.Team=2/3/5"});
  json_of({"set", file, key(3), "period=2030Q1"});
  json_of({"set", file, key(4), "class=strategic", "custom.Ours=yes"});

  const std::string before = dump_of(file);
  const Json second = json_of({"import", file, snap2.string()});
  expect_equation(second);
  CHECK(second["rows"] == 287);
  CHECK(second["created"] == 87);
  CHECK(json_of({"list", file, "items"}).size() == 287);
  CHECK(item(file, key(0))["title"] == "Renamed by us");
  CHECK(item(file, key(1))["moscow"] == "must");
  CHECK(item(file, key(1))["reach"] == 900);
  CHECK(item(file, key(2))["effort_by_team"]["Team"] == 3);
  CHECK(item(file, key(3))["period"] == "2030Q1");
  CHECK(item(file, key(4))["class"] == "strategic");
  CHECK(item(file, key(4))["custom"]["Ours"] == "yes");

  const Json again = json_of({"import", file, snap2.string()});
  CHECK(again["created"] == 0);
  CHECK(again["updated"] == 0);
  json_of({"undo", file});
  CHECK(dump_of(file) == before);
  for (int step = 0; step < 6; ++step) json_of({"undo", file});
  CHECK(dump_of(file) == empty);
  CHECK(json_of({"check", file})["intact"] == true);
}
