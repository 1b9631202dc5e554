// Scenarios made from a request, what is different in them, and the record of a decision, on the sample's figures.
#include <map>

#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/decisions.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/scenario_compare.h"
#include "tradewind/workbench/scenarios.h"
#include "workbench/workspace_fixture.h"

namespace tradewind::workbench {
namespace {

struct Sample {
  TemporaryFolder folder;
  storage::Workspace workspace = new_workspace(folder, Template::sample);

  TradeOffOptions question() const {
    TradeOffOptions options;
    options.request = workspace.portfolio().item_by_key("CDP-104")->id;
    options.by = "2027Q1";
    options.planning.today = sample_today;
    return options;
  }
  TradeOff answer() const {
    auto answer = trade_off(workspace.portfolio(), question());
    REQUIRE(answer.has_value());
    return std::move(*answer);
  }
  std::vector<RequestOption> ways(const TradeOff& now) const {
    auto ways = request_options(workspace.portfolio(), question(), now);
    REQUIRE(ways.has_value());
    return std::move(*ways);
  }
  ScenarioId scenario(const std::string& name) {
    Scenario row;
    row.name = name;
    const auto id = storage::create_scenario(workspace, row);
    REQUIRE(id.has_value());
    return *id;
  }
  storage::OpenedScenario open(ScenarioId id) {
    auto opened = storage::open_scenario(workspace, id);
    if (!opened) FAIL(opened.error().what << ": " << opened.error().why);
    return std::move(*opened);
  }
  PlanComparison difference(const storage::OpenedScenario& scenario) const {
    auto comparison = compare_plans(workspace.portfolio(), scenario.workspace.portfolio());
    REQUIRE(comparison.has_value());
    return std::move(*comparison);
  }
};

const MovedItem& moved(const PlanComparison& comparison, const std::string& key) {
  for (const MovedItem& row : comparison.moved)
    if (row.key == key) return row;
  FAIL("not moved: " << key);
  return comparison.moved.front();
}

}  // namespace

TEST_CASE("A scenario from a request moves what the answer moves, and nothing in the baseline") {
  Sample sample;
  const TradeOff answer = sample.answer();
  const auto placements = [&] {
    const auto rows = list_rows(sample.workspace.portfolio(), "placements", {});
    REQUIRE(rows.has_value());
    std::string text;
    for (const Record& each : *rows) text += to_line(Value::of(each)) + "\n";
    return text;
  };
  const std::string placed = placements();
  Scenario row;
  row.name = "AI now";
  const auto id = scenario_from(sample.workspace, answer, row);
  REQUIRE(id.has_value());
  CHECK(placements() == placed);
  CHECK(scenario_called(sample.workspace.portfolio(), "ai NOW") == Result<ScenarioId>(*id));

  const auto opened = sample.open(*id);
  const PlanComparison comparison = sample.difference(opened);
  // Five slips, one drop, and the request itself.
  CHECK(comparison.moved.size() == 7);
  CHECK(comparison.rows.empty());
  const MovedItem& slip = moved(comparison, "CDP-101");
  REQUIRE(slip.before.has_value());
  REQUIRE(slip.after.has_value());
  CHECK(slip.before->finish < slip.after->finish);
  CHECK(slip.from != slip.to);
  CHECK_FALSE(moved(comparison, "CDP-104").before.has_value());
  // The request stands in its quarter, on days from today on.
  const Portfolio& then = opened.workspace.portfolio();
  for (const Placement& placement : then.owned_by<&Placement::item>(answer.request)) {
    CHECK(placement.period == answer.by);
    CHECK(is_in_period(placement, then));
    CHECK((placement.start && *placement.start >= sample_today));
  }
  CHECK_FALSE(moved(comparison, "CDP-146").after.has_value());
  CHECK(moved(comparison, "CDP-146").to.empty());
  CHECK(comparison.moved.back().key == "CDP-146");
  // Each outcome is expected as the answer says.
  for (const OutcomeMove& move : answer.outcomes) {
    std::size_t found = 0;
    for (const ComparedOutcome& outcome : comparison.outcomes) {
      if (outcome.outcome != move.outcome || outcome.on != move.on) continue;
      ++found;
      CHECK(outcome.before == move.before);
      CHECK(outcome.after == move.after);
    }
    CHECK(found == 1);
  }
  for (const ClassShift& shift : answer.allocation)
    for (const ComparedClass& part : comparison.allocation)
      if (part.period == answer.by && part.key == shift.key) {
        CHECK(part.before == shift.before);
        CHECK(part.after == shift.after);
      }
  CHECK(comparison.loads.size() == 16);
  double before = 0;
  double after = 0;
  for (const ComparedLoad& load : comparison.loads) {
    CHECK(load.capacity_before == load.capacity_after);
    before += load.before;
    after += load.after;
  }
  CHECK(std::abs(before - after) > 0.1);
}

TEST_CASE("Comparing: a plan with itself, fields of items and other rows, rows that come and go") {
  Sample sample;
  const ScenarioId id = sample.scenario("What if");
  {
    const auto opened = sample.open(id);
    const PlanComparison same = sample.difference(opened);
    CHECK(same.moved.empty());
    CHECK(same.rows.empty());
    for (const ComparedLoad& load : same.loads) CHECK(load.before == load.after);
    // The figures of the roadmap: work and reserve together, of the whole capacity.
    const Portfolio& plan = sample.workspace.portfolio();
    const Roadmap& roadmap = *plan.roadmap_by_name({});
    for (const TeamLoad& load : team_loads(plan, roadmap.id, plan.periods_in_order(roadmap.period_kind)))
      for (const ComparedLoad& row : same.loads)
        if (row.team == load.team && row.period == load.period) {
          CHECK(row.after == load.planned + load.reserve);
          CHECK(row.capacity_after == load.capacity);
        }
  }
  auto opened = sample.open(id);
  REQUIRE(set_fields(opened.workspace, "CDP-101", assignments({"title=Governance", "effort.Platform=9", "depends_on="})));
  REQUIRE(set_fields(opened.workspace, "Platform/2027Q1", assignments({"people=9"})));
  REQUIRE(add_row(opened.workspace, "milestone", assignments({"title=Launch", "date=2027-06-01"})));
  REQUIRE(remove_rows(opened.workspace, {"CDP-146"}));
  const PlanComparison comparison = sample.difference(opened);
  const auto row_of = [&](const std::string& key) {
    for (const ChangedRow& row : comparison.rows)
      if (row.key == key) return row;
    FAIL("not changed: " << key);
    return ChangedRow{};
  };
  const ChangedRow item = row_of("CDP-101");
  CHECK(item.noun == "item");
  CHECK(item.kind == ChangeKind::updated);
  const auto field_of_item = [&](const std::string& name) {
    for (const ChangedField& field : item.fields)
      if (field.field == name) return to_line(field.after);
    return std::string("no such field");
  };
  CHECK(field_of_item("title") == "Governance");
  CHECK(field_of_item("estimates").find("likely: 9") != std::string::npos);
  CHECK(field_of_item("rank") == "no such field");
  const ChangedRow capacity = row_of("Platform/2027Q1");
  CHECK(capacity.noun == "capacity");
  CHECK(capacity.fields.front().field == "people");
  CHECK(row_of("Launch").kind == ChangeKind::inserted);
  CHECK(row_of("CDP-146").kind == ChangeKind::erased);
  CHECK(kind_of(moved(comparison, "CDP-146")) == MoveKind::taken_off);
  CHECK_FALSE(moved(comparison, "CDP-146").after.has_value());
  const auto load = std::find_if(comparison.loads.begin(), comparison.loads.end(), [](const ComparedLoad& one) {
    return one.team_name == "Platform" && one.period_name == "2027Q1";
  });
  REQUIRE(load != comparison.loads.end());
  CHECK(load->capacity_after.value() > load->capacity_before.value());
  CHECK_FALSE(compare_plans(Portfolio{}, Portfolio{}).has_value());
  CHECK_FALSE(compare_plans(sample.workspace.portfolio(), opened.workspace.portfolio(), "No such roadmap").has_value());
}

TEST_CASE("Conflicts are described in words that people use") {
  Sample sample;
  const ScenarioId id = sample.scenario("What if");
  {
    auto opened = sample.open(id);
    REQUIRE(set_fields(opened.workspace, "CDP-101", assignments({"title=It's theirs", "reach=7", "class=Firefighting"})));
  }
  REQUIRE(set_fields(sample.workspace, "CDP-101", assignments({"title=Ours", "reach=", "class="})));
  const auto adopted = storage::adopt_scenario(sample.workspace, id);
  REQUIRE(adopted.has_value());
  REQUIRE(adopted->conflicts.size() == 3);
  std::map<std::string, Record> by_field;
  for (const auto& conflict : adopted->conflicts) {
    const Record record = describe_conflict(conflict, sample.workspace.portfolio());
    CHECK(text_in(record, "row") == "item CDP-101");
    by_field[text_in(record, "field")] = record;
  }
  CHECK(text_in(by_field["title"], "ours") == "Ours");
  CHECK(text_in(by_field["title"], "theirs") == "It's theirs");
  CHECK(find(by_field["reach"], "ours")->unknown());
  CHECK(text_in(by_field["reach"], "theirs") == "7");
  CHECK(text_in(by_field["class"], "theirs") == "firefighting");
}

TEST_CASE("A conflict over a row without a key is named by what the row belongs to") {
  const Portfolio portfolio = make_sample_portfolio();
  const ItemId item = portfolio.item_by_key("CDP-101")->id;
  const auto row_name = [&](const char* table, std::int64_t id) {
    storage::Workspace::MergeConflict conflict;
    conflict.table = table;
    conflict.id = id;
    return text_in(describe_conflict(conflict, portfolio), "row");
  };
  const Estimate& estimate = *portfolio.owned_by<&Estimate::item>(item).begin();
  CHECK(row_name("estimate", estimate.id.value) == "CDP-101, estimate of " + portfolio.find(estimate.team)->name);
  for (const Placement& placement : portfolio.all<Placement>())
    if (placement.item == item) CHECK(row_name("placement", placement.id.value).find("CDP-101, placement") == 0);
  const Capacity& capacity = *portfolio.all<Capacity>().begin();
  CHECK(row_name("capacity", capacity.id.value).find("capacity " + portfolio.find(capacity.team)->name + "/") == 0);
}

TEST_CASE("A decision keeps the options with their figures, whatever becomes of the plan") {
  Sample sample;
  const TradeOff answer = sample.answer();
  const auto ways = sample.ways(answer);
  DecisionNote note;
  note.choice = "Test-First";
  note.role = "Head of Product";
  note.reason = "The audit | comes first";
  note.date = sample_today;
  const auto id = record_decision(sample.workspace, answer, ways, note);
  REQUIRE(id.has_value());
  const auto only = [&] {
    const auto decisions = numbered_decisions(sample.workspace.portfolio());
    REQUIRE(decisions.size() == 1);
    CHECK(decisions.front().decision->id == *id);
    return decision_record(decisions.front(), sample.workspace.portfolio());
  };
  const Record before = only();
  CHECK(text_in(before, "number") == "1");
  CHECK(text_in(before, "request") == "CDP-104");
  CHECK(text_in(before, "choice") == "test-first");
  CHECK(text_in(before, "date") == "2027-01-18");
  CHECK(text_in(before, "unit") == "EUR");
  CHECK(text_in(before, "cost") == "284000");
  CHECK(text_in(before, "sentence") == answer.sentence);
  CHECK(choice_name(before) == "Test for one week first");
  CHECK(records_in(before, "options").size() == ways.size());
  CHECK(records_in(before, "moves").size() == 6);

  REQUIRE(remove_rows(sample.workspace, {"CDP-101"}));
  CHECK(to_line(Value::of(only())) == to_line(Value::of(before)));

  const auto decisions = numbered_decisions(sample.workspace.portfolio());
  const std::string markdown = decisions_text(decisions, sample.workspace.portfolio(), TableFormat::markdown);
  CHECK(markdown.find("- **Decided:** test-first") != std::string::npos);
  CHECK(markdown.find("- **By:** Head of Product") != std::string::npos);
  CHECK(markdown.find("284000") != std::string::npos);
  CHECK(markdown.find(answer.sentence) != std::string::npos);
  const std::string csv = decisions_text(decisions, sample.workspace.portfolio(), TableFormat::csv);
  CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) == ways.size() + 1);
  const std::string json = decisions_text(decisions, sample.workspace.portfolio(), TableFormat::json);
  CHECK(json.find("\"choice\": \"test-first\"") != std::string::npos);
}

TEST_CASE("A decision needs one of the options, a role and a reason; no is an answer too") {
  Sample sample;
  const TradeOff answer = sample.answer();
  const auto ways = sample.ways(answer);
  const std::size_t edits = sample.workspace.history().size();
  DecisionNote note{"someday", "Head of Product", "Because", sample_today};
  const auto unknown = record_decision(sample.workspace, answer, ways, note);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().what_to_do.find("later:2027Q2") != std::string::npos);
  CHECK(unknown.error().what_to_do.find("decline") != std::string::npos);
  note.choice = "later";  // there are several
  CHECK_FALSE(record_decision(sample.workspace, answer, ways, note).has_value());
  note.choice = "later:2027Q2";
  note.reason = "  ";
  CHECK_FALSE(record_decision(sample.workspace, answer, ways, note).has_value());
  note.reason = "Because";
  note.role = "";
  CHECK_FALSE(record_decision(sample.workspace, answer, ways, note).has_value());
  CHECK(sample.workspace.history().size() == edits);
  note.role = "Head of Product";
  CHECK(record_decision(sample.workspace, answer, ways, note).has_value());
  note.choice = "decline";
  note.date = add_days(sample_today, -1);
  CHECK(record_decision(sample.workspace, answer, ways, note).has_value());
  const NumberedDecision first = numbered_decisions(sample.workspace.portfolio()).front();
  CHECK(first.decision->choice == "decline");
  CHECK(choice_name(decision_record(first, sample.workspace.portfolio())) == "Not at all");
  REQUIRE(sample.workspace.undo());
  CHECK(sample.workspace.portfolio().all<Decision>().size() == 1);
}

TEST_CASE("Decisions keep the number in which they were recorded, whatever their dates and ids are") {
  Sample sample;
  const TradeOff answer = sample.answer();
  const auto ways = sample.ways(answer);
  const auto record = [&](const char* reason, int days) {
    const auto id =
        record_decision(sample.workspace, answer, ways, {"now", "Head of Product", reason, add_days(sample_today, days)});
    REQUIRE(id.has_value());
    return *id;
  };
  const auto listed = [&] {
    std::string text;
    for (const NumberedDecision& one : numbered_decisions(sample.workspace.portfolio()))
      text += std::to_string(one.number) + " " + one.decision->reason + "; ";
    return text;
  };
  record("first", 0);
  const DecisionId second = record("second", 0);
  record("third", -1);
  CHECK(listed() == "3 third; 1 first; 2 second; ");
  // A later row of the same day whose id says that it was there before.
  Decision early = *sample.workspace.portfolio().find(second);
  REQUIRE(sample.workspace.edit("Take", [&](storage::Edit& edit) { edit.erase(second); }));
  CHECK(listed() == "3 third; 1 first; ");
  record("fourth", 0);
  CHECK(listed() == "3 third; 1 first; 4 fourth; ");
  early.id = DecisionId{1};
  REQUIRE(sample.workspace.edit("Bring back", [&](storage::Edit& edit) { edit.insert(early); }));
  CHECK(listed() == "3 third; 1 first; 2 second; 4 fourth; ");
  // A merged copy may bring a second one of a number: each has one of its own.
  early.id = DecisionId{2};
  early.reason = "copy";
  REQUIRE(sample.workspace.edit("Merge", [&](storage::Edit& edit) { edit.insert(early); }));
  CHECK(listed() == "4 third; 1 first; 2 second; 3 copy; 5 fourth; ");
}

TEST_CASE("Decisions are written as their file's name says, and as nothing else") {
  Sample sample;
  const TradeOff answer = sample.answer();
  REQUIRE(record_decision(sample.workspace, answer, sample.ways(answer), {"now", "Head of Product", "Because", sample_today}));
  const auto decisions = numbered_decisions(sample.workspace.portfolio());
  for (const auto& [name, format] :
       {std::pair{"d.MD", TableFormat::markdown}, std::pair{"d.csv", TableFormat::csv}, std::pair{"d.json", TableFormat::json}}) {
    const auto bytes = write_decisions(sample.folder / name, decisions, sample.workspace.portfolio());
    REQUIRE(bytes.has_value());
    CHECK(static_cast<std::size_t>(*bytes) == decisions_text(decisions, sample.workspace.portfolio(), format).size());
  }
  CHECK_FALSE(write_decisions(sample.folder / "d.pdf", decisions, sample.workspace.portfolio()).has_value());
}

}  // namespace tradewind::workbench
