// The verbs scenario and decision as a script calls them.
#include <algorithm>

#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

std::string sample(const Folder& folder) {
  const std::string file = folder / "sample.tradewind";
  json_of({"new", file, "--template", "sample"});
  return file;
}

std::string title_of(const std::string& file, const std::string& key) { return json_of({"show", file, key})["title"]; }

}  // namespace

TEST_CASE("scenario: new, set, list, show, compare, rename, adopt, undo") {
  const Folder folder;
  const std::string file = sample(folder);
  const std::string before = dump_of(file);
  const Json made = json_of({"scenario", file, "new", "Lean", "--note", "Fewer people", "--today", "2027-01-18"});
  CHECK(made["name"] == "Lean");
  CHECK(made["note"] == "Fewer people");
  CHECK(made["created"] == "2027-01-18");
  CHECK(made["edits"] == 0);

  const Json rows = json_of({"scenario", file, "set", "lean", "CDP-101", "title=Governance light", "period=2027Q3"});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["title"] == "Governance light");
  CHECK(title_of(file, "CDP-101") != "Governance light");
  CHECK(json_of({"history", file, "--limit", "1"})[0]["label"].get<std::string>().rfind("Scenario Lean: Change CDP-101", 0) == 0);
  CHECK(json_of({"scenario", file, "list"})[0]["edits"] == 1);
  const Json shown = json_of({"scenario", file, "show", "Lean"});
  CHECK(shown["steps"].size() == 1);
  CHECK(shown["conflicts"].empty());

  const Json difference = json_of({"scenario", file, "compare", "Lean"});
  CHECK(difference["from"] == "baseline");
  CHECK(difference["to"] == "Lean");
  REQUIRE(difference["moved"].size() == 1);
  CHECK(difference["moved"][0]["key"] == "CDP-101");
  CHECK(difference["moved"][0]["to"] == "2027Q3");
  REQUIRE(difference["rows"].size() == 1);
  CHECK(difference["rows"][0]["fields"][0]["after"] == "Governance light");
  CHECK(difference["loads"].size() == 16);
  CHECK_FALSE(difference["outcomes"].empty());
  CHECK_FALSE(difference["allocation"].empty());
  const Json back = json_of({"scenario", file, "compare", "Lean", "baseline"});
  CHECK(back["moved"][0]["from"] == "2027Q3");
  const Run table = run_cli({"scenario", file, "compare", "Lean"});
  CHECK(table.status == 0);
  CHECK(table.out.find("Moved") != std::string::npos);
  CHECK(run_cli({"scenario", file, "compare", "baseline", "baseline"}).out.find("No difference") != std::string::npos);

  CHECK(json_of({"scenario", file, "rename", "Lean", "Leaner"})["name"] == "Leaner");
  const std::string before_adopting = dump_of(file);
  const Json adopted = json_of({"scenario", file, "adopt", "Leaner"});
  CHECK(adopted["conflicts"].empty());
  CHECK(title_of(file, "CDP-101") == "Governance light");
  CHECK(json_of({"scenario", file, "list"}).empty());
  json_of({"undo", file});
  CHECK(dump_of(file) == before_adopting);
  CHECK(json_of({"scenario", file, "drop", "Leaner"})["edits"] == 1);
  CHECK(dump_of(file) == before);
}

TEST_CASE("scenario: from a request, and what both changed is listed") {
  const Folder folder;
  const std::string file = sample(folder);
  CHECK(json_of({"scenario", file, "new", "AI now", "--from-tradeoff", "CDP-104", "--by", "2027Q1", "--today",
                 "2027-01-18"})["edits"] == 1);
  const Json difference = json_of({"scenario", file, "compare", "AI now"});
  CHECK(difference["moved"].size() == 7);
  CHECK(difference["rows"].empty());

  json_of({"scenario", file, "set", "AI now", "CDP-109", "title=Theirs", "reach=12"});
  json_of({"set", file, "CDP-109", "title=Ours"});
  const Json shown = json_of({"scenario", file, "show", "AI now"});
  REQUIRE(shown["conflicts"].size() == 1);
  const Run adopted = run_cli({"scenario", file, "adopt", "AI now"});
  CHECK(adopted.status == 0);
  CHECK(adopted.out.find("Theirs") != std::string::npos);
  CHECK(title_of(file, "CDP-109") == "Ours");
  CHECK(json_of({"show", file, "CDP-109"})["reach"] == 12);
  CHECK(json_of({"show", file, "CDP-104"})["period"] == "2027Q1");
  CHECK(json_of({"check", file})["intact"] == true);
}

TEST_CASE("scenario: mistakes") {
  const Folder folder;
  const std::string file = sample(folder);
  json_of({"scenario", file, "new", "Lean"});
  CHECK(refusal_of({"scenario", file, "new", "LEAN"}).find("name") != std::string::npos);
  refusal_of({"scenario", file, "new", "Baseline"});
  refusal_of({"scenario", file, "new", ""});
  refusal_of({"scenario", file, "new", "Other", "--from-tradeoff", "CDP-999"});
  CHECK(refusal_of({"scenario", file, "show", "Fat"}).find("Lean") != std::string::npos);
  refusal_of({"scenario", file, "compare", "Lean", "Fat"});
  refusal_of({"scenario", file, "set", "Lean", "CDP-101", "nonsense=1"});
  refusal_of({"scenario", file, "set", "Lean", "CDP-999", "title=x"});
  refusal_of({"scenario", file, "adopt", "Fat"});
  refusal_of({"scenario", file, "drop", "Fat"});
  refusal_of({"scenario", file, "rename", "Lean", "baseline"});
  CHECK(run_cli({"scenario", file}).status == 2);
  CHECK(run_cli({"scenario", file, "fly"}).status == 2);
  CHECK(run_cli({"scenario", file, "new", "X", "--by", "2027Q1"}).status == 2);
  CHECK(run_cli({"scenario", "--help"}).status == 0);
}

TEST_CASE("decision: record, list, show, and the record as a file") {
  const Folder folder;
  const std::string file = sample(folder);
  CHECK(json_of({"decision", file, "list"}).empty());
  const Json made =
      json_of({"decision", file, "record", "--request", "CDP-104", "--by", "2027Q1", "--choice", "test-first", "--role",
               "Head of Product", "--reason", "The audit comes first", "--date", "2027-01-19", "--today", "2027-01-18"});
  CHECK(made["number"] == 1);
  CHECK(made["request"] == "CDP-104");
  CHECK(made["choice"] == "test-first");
  CHECK(made["date"] == "2027-01-19");
  CHECK(made["cost"] == 284000);
  CHECK(made["options"].size() >= 4);
  CHECK(made["options"][0]["choice"] == "now");
  CHECK(json_of({"decision", file, "list"}).size() == 1);
  CHECK(json_of({"decision", file, "show", "1"}) == made);
  const std::string shown = run_cli({"decision", file, "show", "1"}).out;
  CHECK(shown.find("# ") == 0);
  for (const char* part : {"Test for one week first", "Head of Product", "The audit comes first", "costs € 284 k of delay",
                           "less-scope", "284000"}) {
    INFO(part);
    CHECK(shown.find(part) != std::string::npos);
  }
  for (const char* name : {"d.md", "d.csv", "d.json"}) {
    const std::string target = folder / name;
    CHECK(run_cli({"decision", file, "list", "--to", target}).status == 0);
    CHECK(bytes_of(target).find("Head of Product") != std::string::npos);
  }
  CHECK(Json::parse(bytes_of(folder / "d.json"))[0] == made);
  refusal_of({"decision", file, "show", "2"});
  refusal_of({"decision", file, "show", "0"});
  refusal_of({"decision", file, "list", "--to", folder / "d.pdf"});
  refusal_of({"decision", file, "list", "--to", file});
  CHECK(refusal_of({"decision", file, "record", "--request", "CDP-104", "--choice", "someday", "--role", "PM", "--reason", "x",
                    "--today", "2027-01-18"})
            .find("test-first") != std::string::npos);
  refusal_of({"decision", file, "record", "--request", "CDP-999", "--choice", "now", "--role", "PM", "--reason", "x"});
  CHECK(run_cli({"decision", file, "record", "--request", "CDP-104"}).status == 2);
  refusal_of({"decision", file, "record", "--request", "CDP-104", "--choice", "now", "--role", "PM", "--reason", "x",
              "--test-team", "Nobody", "--today", "2027-01-18"});
  const Json tested =
      json_of({"decision", file, "record", "--request", "CDP-104", "--by", "2027Q1", "--choice", "test-first", "--role", "PM",
               "--reason", "x", "--test-weeks", "2", "--test-team", "Platform", "--today", "2027-01-18"});
  CHECK(tested["number"] == 2);
  for (const Json& option : tested["options"])
    if (option["choice"] == "test-first") CHECK(option["takes"] == "1 person-week of Platform in 2 weeks");
  CHECK(run_cli({"decision", file, "record", "--request", "CDP-104", "--choice", "now", "--role", "PM", "--reason", "x", "--date",
                 "soon"})
            .status == 2);
}
