#include <utility>

#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

namespace {

struct Case {
  std::string assignment;
  std::string shown_field;
  std::string shown;
};

/// Sets one field and expects the list to give it back, one undo to take it back, and redo to repeat it.
void expect_set_lists_back(storage::Workspace& workspace, const std::string& noun, const std::string& key, const Case& one) {
  INFO(one.assignment);
  const std::string before = workspace.dump();
  const auto touched = set_fields(workspace, key, assignments({one.assignment}));
  if (!touched) FAIL(touched.error().what << ": " << touched.error().why);
  CHECK(text_in(listed(workspace, noun, key), one.shown_field) == one.shown);
  CHECK(text_in(touched->rows.front(), one.shown_field) == one.shown);
  const std::string after = workspace.dump();
  REQUIRE(after != before);
  REQUIRE(workspace.undo());
  CHECK(workspace.dump() == before);
  REQUIRE(workspace.redo());
  CHECK(workspace.dump() == after);
}

void expect_refused(storage::Workspace& workspace, const std::string& key, const std::string& assignment,
                    const std::string& part) {
  INFO(assignment);
  const std::string before = workspace.dump();
  const auto touched = set_fields(workspace, key, assignments({assignment}));
  REQUIRE_FALSE(touched);
  CHECK((touched.error().what + touched.error().why + touched.error().what_to_do).find(part) != std::string::npos);
  CHECK(workspace.dump() == before);
}

}  // namespace

TEST_CASE("Whatever is set on an item, the list gives back") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "team", {"name=Platform", "people=4", "key=P"});
  added(workspace, "outcome", {"title=Faster", "key=O1"});
  added(workspace, "outcome", {"title=Cheaper: by half", "key=O2"});
  added(workspace, "item", {"title=First"});
  added(workspace, "item", {"title=Second"});
  added(workspace, "item", {"title=Third"});

  const Case one = GENERATE(values<Case>({
      {"title=Query cache, \"warm\"", "title", "Query cache, \"warm\""},
      {"description=Two\nlines", "description", "Two\nlines"},
      {"kind=debt", "kind", "debt"},
      {"track=discovery", "track", "discovery"},
      {"stage=Ready", "stage", "ready"},
      {"moscow=must", "moscow", "must"},
      {"class=strategic", "class", "strategic"},
      {"class=Firefighting", "class", "firefighting"},
      {"reach=4200", "reach", "4200"},
      {"impact=0.25", "impact", "0.25"},
      {"confidence=80%", "confidence", "0.8"},
      {"value=13", "value", "13"},
      {"ease=7", "ease", "7"},
      {"cost_of_delay=12000", "cost_of_delay", "12000"},
      {"earliest=2027-02-01", "earliest", "2027-02-01"},
      {"deadline=2027-03-31", "deadline", "2027-03-31"},
      {"pinned=yes", "pinned", "yes"},
      {"value_risk=addressed", "value_risk", "addressed"},
      {"requester=Sales", "requester", "Sales"},
      {"tags= a , b,,c ", "tags", "a, b, c"},
      {"parent=TW-2", "parent", "TW-2"},
      {"effort=8", "effort", "8"},
      {"effort=3/5/8", "effort", "5"},
      {"effort.Platform=2.5", "effort_by_team", "Platform: 2.5"},
      {"effort.p=4", "effort_by_team", "Platform: 4"},
      {"team=Platform", "team", "Platform"},
      {"outcomes=O1:2.5,O2", "outcomes", "O1, O2"},
      {"outcomes=O1:2.5,O2", "contributions", "outcome: O1, effect: 2.5, outcome: O2, effect: "},
      {"depends_on=TW-3,TW-2", "depends_on", "TW-2, TW-3"},
      {"period=2027Q2", "period", "2027Q2"},
      {"period=2027-03", "period", "2027-03"},
      {"period=2031q4", "period", "2031Q4"},
      {"custom.Squad=Blue", "custom", "Squad: Blue"},
      {"external_key=PROJ-7", "external_key", "PROJ-7"},
  }));
  expect_set_lists_back(workspace, "items", "TW-1", one);
  CHECK(workspace.check().intact);
}

TEST_CASE("Fields of the other entities come back as well") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "outcome", {"title=Faster", "key=O1"});
  added(workspace, "outcome", {"title=Cheaper", "key=O2"});
  added(workspace, "period", {"name=Sprint 7", "kind=sprint", "start=2027-01-04", "end=2027-01-18"});
  const auto [noun, key, one] = GENERATE(table<std::string, std::string, Case>({
      {"outcomes", "O1", {"target=2.5", "target", "2.5"}},
      {"outcomes", "O1", {"due=2027-06-30", "due", "2027-06-30"}},
      {"outcomes", "O1", {"parent=O2", "parent", "O2"}},
      {"outcomes", "O1", {"weight=0.5", "weight", "0.5"}},
      {"teams", "Team", {"people=7.5", "people", "7.5"}},
      {"capacity", "Team/2027Q2", {"availability=75%", "availability", "0.75"}},
      {"capacity", "Team/2027Q2", {"typed=33", "person_weeks", "33"}},
      {"periods", "Sprint 7", {"end=2027-01-25", "end", "2027-01-25"}},
      {"classes", "strategic", {"target_share=0.6", "target_share", "0.6"}},
      {"settings", "settings", {"currency=CHF", "currency", "CHF"}},
      {"roadmaps", "Roadmap", {"lanes=team", "lanes", "team"}},
  }));
  expect_set_lists_back(workspace, noun, key, one);
}

TEST_CASE("Rows without a name of their own can be added, found by id and removed") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=First"});
  const Record time = added(workspace, "time", {"date=2027-01-18", "person=Ada", "hours=7.5", "class=strategic", "item=TW-1"});
  CHECK(text_in(time, "minutes") == "450");
  const Record evidence = added(workspace, "evidence", {"item=TW-1", "kind=test-results", "summary=31 of 500", "supports=yes"});
  const auto shown = show_row(workspace.portfolio(), "TW-1");
  REQUIRE(shown);
  CHECK(find(*shown, "evidence") != nullptr);
  CHECK(find(*shown, "time") != nullptr);
  REQUIRE(set_fields(workspace, text_in(time, "id"), assignments({"minutes=60"})));
  REQUIRE(remove_rows(workspace, {text_in(evidence, "id")}));
  CHECK(workspace.portfolio().all<Evidence>().empty());
}

TEST_CASE("A mistake names the field and what is allowed, and changes nothing") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=First", "depends_on="});
  added(workspace, "item", {"title=Second", "depends_on=TW-1", "parent=TW-1"});
  expect_refused(workspace, "TW-1", "stage=done", "launched");
  expect_refused(workspace, "TW-1", "reach=12,5", "is not a number");
  expect_refused(workspace, "TW-1", "reach=1e999", "is not a number");
  expect_refused(workspace, "TW-1", "reach=nan", "is not a number");
  expect_refused(workspace, "TW-1", "deadline=31.3.2027", "2027-01-18");
  expect_refused(workspace, "TW-1", "deadline=2027-02-30", "is not a date");
  expect_refused(workspace, "TW-1", "effort.Nobody=3", "Team");
  expect_refused(workspace, "TW-1", "effort=3/5", "low/likely/high");
  expect_refused(workspace, "TW-1", "effort=8/5/3", "");
  expect_refused(workspace, "TW-1", "class=other", "strategic");
  expect_refused(workspace, "TW-1", "outcomes=O9", "outcome");
  expect_refused(workspace, "TW-1", "period=next week", "2027Q1");
  expect_refused(workspace, "TW-1", "colour=red", "no such field");
  expect_refused(workspace, "TW-1", "depends_on=TW-2", "circle");
  expect_refused(workspace, "TW-1", "depends_on=TW-1", "");
  expect_refused(workspace, "TW-1", "parent=TW-2", "child");
  expect_refused(workspace, "TW-1", "key=TW-2", "another item");
  expect_refused(workspace, "TW-1", "title=", "title");
  expect_refused(workspace, "TW-9", "title=x", "TW-9");
}

TEST_CASE("A later mistake undoes what the same call did before") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=First"});
  const std::string before = workspace.dump();
  CHECK_FALSE(set_fields(workspace, "TW-1", assignments({"title=Other", "effort=5", "period=2040Q1", "outcomes=O9"})));
  CHECK(workspace.dump() == before);
  CHECK_FALSE(remove_rows(workspace, {"TW-1", "TW-2"}));
  CHECK(workspace.dump() == before);
}

TEST_CASE("Effort: one number replaces a range, several teams must be named") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "team", {"name=Platform"});
  added(workspace, "item", {"title=First", "effort=3/5/8", "team=Platform"});
  CHECK(text_in(listed(workspace, "items", "TW-1"), "estimates") == "team: Platform, low: 3, likely: 5, high: 8");
  REQUIRE(set_fields(workspace, "TW-1", assignments({"effort=6"})));
  CHECK(text_in(listed(workspace, "items", "TW-1"), "estimates") == "team: Platform, low: , likely: 6, high: ");
  REQUIRE(set_fields(workspace, "TW-1", assignments({"effort.Team=2"})));
  CHECK(text_in(listed(workspace, "items", "TW-1"), "effort") == "8");
  expect_refused(workspace, "TW-1", "effort=9", "several teams");
  REQUIRE(set_fields(workspace, "TW-1", assignments({"effort="})));
  CHECK(text_in(listed(workspace, "items", "TW-1"), "effort").empty());
}

TEST_CASE("A period replaces dates, dates are kept beside a period, and clearing all takes the item off the roadmap") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=First", "start=2027-04-05", "finish=2027-05-03"});
  CHECK(text_in(listed(workspace, "items", "TW-1"), "period") == "2027Q2");
  REQUIRE(set_fields(workspace, "TW-1", assignments({"period=2027Q3"})));
  CHECK(text_in(listed(workspace, "items", "TW-1"), "start").empty());
  CHECK(text_in(listed(workspace, "items", "TW-1"), "period") == "2027Q3");
  // Days that a plan gave it belong to the quarter; those that somebody gives it say where it lies.
  REQUIRE(set_fields(workspace, "TW-1", assignments({"period=2027Q3", "start=2027-07-05", "finish=2027-08-02"})));
  REQUIRE(set_fields(workspace, "TW-1", assignments({"start=2027-07-05"})));
  CHECK(workspace.portfolio().all<Placement>().begin()->period);
  REQUIRE(set_fields(workspace, "TW-1", assignments({"start=2027-06-28"})));
  CHECK_FALSE(workspace.portfolio().all<Placement>().begin()->period);
  CHECK(text_in(listed(workspace, "items", "TW-1"), "period") == "2027Q2");
  REQUIRE(set_fields(workspace, "TW-1", assignments({"start=", "finish=", "period="})));
  CHECK(workspace.portfolio().all<Placement>().empty());
}

TEST_CASE("Setting what is there already leaves no trace in the history") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "item", {"title=First", "effort=5", "outcomes=", "tags=a", "period=2027Q1"});
  const auto edits = workspace.history().size();
  const auto touched = set_fields(workspace, "TW-1", assignments({"title=First", "effort=5", "tags=a", "period=2027Q1"}));
  REQUIRE(touched);
  CHECK(touched->receipt.seq == 0);
  CHECK(workspace.history().size() == edits);
}

TEST_CASE("Assignments: the form field=value is required, and each field once") {
  CHECK_FALSE(parse_assignment("title"));
  CHECK_FALSE(parse_assignment("=x"));
  CHECK_FALSE(parse_assignments({"a=1", "a=2"}));
  CHECK(parse_assignment("a=b=c")->value == "b=c");
}
