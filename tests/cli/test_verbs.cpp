// Every verb once as a script would call it: the shape of its JSON, its exit status, and a table for people.
#include <set>

#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

/// A file of the sample workspace.
std::string sample(const Folder& folder) {
  const std::string file = folder / "sample.tradewind";
  const Json made = json_of({"new", file, "--template", "sample"});
  CHECK(made["file"] == file);
  CHECK(made["items"] == 44);
  CHECK(made["outcomes"] == 4);
  CHECK(made["teams"] == 4);
  CHECK(made["periods"] == 4);
  return file;
}

void expect_members(const Json& object, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    INFO(name);
    CHECK(object.contains(name));
  }
}

}  // namespace

TEST_CASE("new: templates, and an existing file is refused") {
  const Folder folder;
  const std::string file = folder / "a.tradewind";
  CHECK(json_of({"new", file})["periods"] == 0);
  CHECK(json_of({"new", folder / "b.tradewind", "--template", "quarterly"})["periods"] == 4);
  refusal_of({"new", file});
  refusal_of({"new", folder / "no/such/folder/c.tradewind"});
}

TEST_CASE("list items: the fields of the contract, numbers as numbers, unknown as null") {
  const Folder folder;
  const std::string file = sample(folder);
  const Json items = json_of({"list", file, "items"});
  REQUIRE(items.size() == 44);
  for (const Json& item : items) {
    expect_members(
        item, {"key",    "external_key", "title",    "description", "kind",       "parent", "outcomes",       "track", "stage",
               "moscow", "class",        "reach",    "impact",      "confidence", "effort", "effort_by_team", "value", "ease",
               "tags",   "depends_on",   "earliest", "deadline",    "period",     "team",   "requester",      "custom"});
    CHECK((item["effort"].is_number() || item["effort"].is_null()));
    CHECK((item["deadline"].is_string() || item["deadline"].is_null()));
    CHECK(item["tags"].is_array());
    CHECK(item["effort_by_team"].is_object());
    double sum = 0;
    for (const Json& effort : item["effort_by_team"]) sum += effort.is_null() ? 0 : effort.get<double>();
    if (item["effort"].is_number()) CHECK(item["effort"].get<double>() == Approx(sum));
  }
  const Json few = json_of({"list", file, "items", "--where", "moscow:must", "--sort", "-reach", "--sort", "key", "--limit", "3",
                            "--fields", "key,reach"});
  CHECK(few.size() == 3);
  CHECK(few[0].size() == 2);
  CHECK(few[0]["reach"].get<double>() >= few[1]["reach"].get<double>());

  const Run table = run_cli({"list", file, "items"});
  CHECK(table.status == 0);
  CHECK(std::count(table.out.begin(), table.out.end(), '\n') == 45);
  const Run csv = run_cli({"list", file, "items", "--csv"});
  CHECK(csv.out.rfind("key,external_key,", 0) == 0);
  for (const std::string noun : {"outcomes", "teams", "periods", "capacity", "milestones", "evidence", "time", "placements"}) {
    INFO(noun);
    CHECK(json_of({"list", file, noun}).size() > 0);
    CHECK(run_cli({"list", file, noun}).status == 0);
  }
  refusal_of({"list", file, "unicorns"});
  refusal_of({"list", file, "items", "--where", "effort<"});
}

TEST_CASE("show: items, outcomes, teams and periods") {
  const Folder folder;
  const std::string file = sample(folder);
  for (const std::string noun : {"items", "outcomes", "teams", "periods"}) {
    const Json rows = json_of({"list", file, noun});
    const std::string key = rows[0].contains("key") ? rows[0]["key"] : rows[0]["name"];
    CHECK(json_of({"show", file, key}).is_object());
    CHECK(run_cli({"show", file, key}).out.find(key) != std::string::npos);
  }
  refusal_of({"show", file, "TW-4711"});
}

TEST_CASE("add, set, remove: rows touched, one undoable edit each, nothing changed on refusal") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file, "--template", "quarterly"});
  const std::string empty = dump_of(file);
  const Json added = json_of({"add", file, "item", "title=Query cache", "effort.Team=3/5/8", "class=strategic", "period=2027Q1"});
  REQUIRE(added.size() == 1);
  CHECK(added[0]["key"] == "TW-1");
  CHECK(added[0]["effort"] == 5);
  CHECK(added[0]["effort_by_team"]["Team"] == 5);
  CHECK(added[0]["class"] == "strategic");
  CHECK(added[0]["period"] == "2027Q1");
  CHECK(added[0]["reach"].is_null());
  json_of({"add", file, "item", "title=Search"});
  const Json set = json_of({"set", file, "TW-2", "depends_on=TW-1", "moscow=must", "reach=1200.5"});
  CHECK(set[0]["depends_on"] == Json::array({"TW-1"}));
  CHECK(set[0]["reach"] == 1200.5);
  CHECK(json_of({"list", file, "items"})[1] == set[0]);

  const std::string before = dump_of(file);
  CHECK(refusal_of({"set", file, "TW-1", "depends_on=TW-2"}).find("circle") != std::string::npos);
  CHECK(refusal_of({"set", file, "TW-1", "stage=finished"}).find("launched") != std::string::npos);
  refusal_of({"set", file, "TW-9", "stage=ready"});
  refusal_of({"set", file, "TW-1", "stage"});
  refusal_of({"remove", file, "TW-1", "TW-9"});
  refusal_of({"add", file, "item", "effort=3"});
  refusal_of({"add", file, "unicorn", "title=x"});
  CHECK(dump_of(file) == before);

  const Json removed = json_of({"remove", file, "TW-1"});
  CHECK(removed[0]["key"] == "TW-1");
  CHECK(json_of({"list", file, "items"}).size() == 1);
  CHECK(json_of({"list", file, "dependencies"}).empty());
  CHECK(json_of({"undo", file})[0]["label"].is_string());
  CHECK(dump_of(file) == before);
  for (int step = 0; step < 3; ++step) json_of({"undo", file});
  CHECK(dump_of(file) == empty);
  for (int step = 0; step < 3; ++step) json_of({"redo", file});
  CHECK(dump_of(file) == before);
}

TEST_CASE("history: newest first, undo is an entry that says what it reverts") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  json_of({"new", file});
  refusal_of({"undo", file});
  refusal_of({"redo", file});
  json_of({"add", file, "item", "title=One"});
  const Json undone = json_of({"undo", file});
  const Json history = json_of({"history", file});
  REQUIRE(history.size() == 2);
  expect_members(history[0], {"seq", "at", "author", "label", "changes", "reverts"});
  CHECK(history[0] == undone[0]);
  CHECK(history[0]["reverts"] == history[1]["seq"]);
  CHECK(history[1]["reverts"].is_null());
  CHECK(json_of({"history", file, "--limit", "1"}).size() == 1);
  CHECK(run_cli({"history", file}).out.find("One") != std::string::npos);
}

TEST_CASE("score: best first by the first method, each with value or reason, and an explanation") {
  const Folder folder;
  const std::string file = sample(folder);
  const Json scores = json_of({"score", file, "--by", "rice,moscow,impact-effort"});
  REQUIRE(scores.size() == 44);
  double last = 0;
  bool first = true;
  bool unscored_seen = false;
  for (const Json& row : scores) {
    expect_members(row, {"key", "rank", "rice", "moscow", "impact-effort"});
    for (const std::string method : {"rice", "moscow", "impact-effort"}) {
      expect_members(row[method], {"value", "unscored", "explanation"});
      CHECK(row[method]["value"].is_null() == row[method]["unscored"].is_string());
    }
    if (row["rank"].is_null()) {
      unscored_seen = true;
      continue;
    }
    CHECK_FALSE(unscored_seen);
    if (!first) CHECK(row["rice"]["value"].get<double>() <= last);
    last = row["rice"]["value"].get<double>();
    first = false;
  }
  const std::string best = scores[0]["key"];
  const Json one = json_of({"score", file, "--explain", best});
  REQUIRE(one.size() == 1);
  CHECK(one[0]["rank"] == 1);
  CHECK(run_cli({"score", file, "--explain", best}).out.find("RICE") != std::string::npos);
  CHECK(run_cli({"score", file}).out.find(best) != std::string::npos);
  refusal_of({"score", file, "--by", "astrology"});
  refusal_of({"score", file, "--explain", "TW-4711"});
}

TEST_CASE("allocation: shares between 0 and 1 that add up to 1") {
  const Folder folder;
  const std::string file = sample(folder);
  const Json report = json_of({"allocation", file, "--period", "2027Q1"});
  expect_members(report, {"period", "unit", "classes", "planned_total", "actual_total", "alerts"});
  CHECK(report["period"] == "2027Q1");
  double target = 0;
  double planned = 0;
  for (const Json& row : report["classes"]) {
    expect_members(row, {"class", "target", "planned", "actual", "drift"});
    if (row["target"].is_number()) target += row["target"].get<double>();
    if (row["planned"].is_number()) planned += row["planned"].get<double>();
  }
  CHECK(target == Approx(1));
  CHECK(planned == Approx(1));
  CHECK(json_of({"allocation", file, "--by", "team", "--period", "2027Q1"})["teams"].size() >= 4);
  CHECK(json_of({"allocation", file, "--by", "person", "--period", "2027Q1"}).contains("people"));
  CHECK(run_cli({"allocation", file, "--by", "team", "--period", "2027Q1"}).status == 0);
  refusal_of({"allocation", file, "--period", "someday"});
  const std::string empty = folder / "empty.tradewind";
  json_of({"new", empty});
  refusal_of({"allocation", empty});
}

TEST_CASE("check: an intact file, and a damaged one") {
  const Folder folder;
  const std::string file = sample(folder);
  const Json report = json_of({"check", file});
  CHECK(report["intact"] == true);
  CHECK(report["findings"].is_array());
  for (const Json& finding : report["findings"]) expect_members(finding, {"severity", "rule", "key", "message"});

  std::string bytes = bytes_of(file);
  const std::string damaged = folder / "damaged.tradewind";
  // A page in the middle of the file, and what follows, is not what it was.
  for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 20000 && at < bytes.size(); ++at) bytes[at] = '\x5A';
  write_bytes(damaged, bytes);
  const Run run = run_cli({"check", damaged, "--json"});
  CHECK(run.status == 1);
  CHECK(Json::parse(run.out)["intact"] == false);
  CHECK(run.err.rfind("tradewind-cli: ", 0) == 0);
  CHECK(bytes_of(damaged) == bytes);

  const std::string stranger = folder / "stranger.tradewind";
  write_bytes(stranger, "not a workspace at all");
  refusal_of({"check", stranger});
  refusal_of({"list", stranger, "items"});
  refusal_of({"add", stranger, "item", "title=x"});
  refusal_of({"check", folder / "missing.tradewind"});
}

TEST_CASE("Wrong usage is status 2, help is status 0 on every verb") {
  const Folder folder;
  const std::string file = folder / "plan.tradewind";
  CHECK(run_cli({}).status == 2);
  CHECK(run_cli({"frobnicate"}).status == 2);
  CHECK(run_cli({"list"}).status == 2);
  CHECK(run_cli({"list", file, "items", "--frobnicate"}).status == 2);
  CHECK(run_cli({"new", file, "--template", "golden"}).status == 2);
  CHECK(run_cli({"set", file, "TW-1"}).status == 2);
  CHECK(run_cli({"history", file, "--limit", "many"}).status == 2);
  CHECK_FALSE(std::filesystem::exists(file));
  const Run help = run_cli({"--help"});
  CHECK(help.status == 0);
  for (const std::string verb :
       {"new",     "import", "list", "show",  "add",     "set",  "remove",   "score", "allocation", "export",
        "history", "undo",   "redo", "check", "salvage", "plan", "tradeoff", "solve", "scenario",   "decision"}) {
    INFO(verb);
    CHECK(help.out.find(verb) != std::string::npos);
    const Run run = run_cli({verb, "--help"});
    CHECK(run.status == 0);
    CHECK(run.out.find("--json") != std::string::npos);
    // What holds for all verbs stands beside what one says of itself.
    CHECK(run.out.find("Exit status: 0 done, 1 refused or failed") != std::string::npos);
    CHECK(run.out.find("A PERIOD is 2027Q1") != std::string::npos);
  }
  CHECK(help.out.find("edit-loop") == std::string::npos);
}
