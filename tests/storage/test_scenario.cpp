// Scenarios: edits on a copy that the file keeps, replayed onto the baseline as it is by then.
#include <future>
#include <optional>

#include "storage/random_edits.h"
#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/domain/changes_between.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::storage {
namespace {

using test::RandomEdits;
using test::TemporaryDirectory;

Workspace create(const TemporaryDirectory& directory, int items = 3) {
  auto workspace = Workspace::create(directory / "w.tradewind");
  REQUIRE(workspace.has_value());
  REQUIRE(workspace->edit("Base", [&](Edit& edit) {
    for (int i = 1; i <= items; ++i) {
      Item item;
      item.title = "Item " + std::to_string(i);
      edit.insert(item);
    }
  }));
  return std::move(*workspace);
}

Workspace reopened(const TemporaryDirectory& directory) {
  auto workspace = Workspace::open(directory / "w.tradewind");
  REQUIRE(workspace.has_value());
  return std::move(*workspace);
}

ScenarioId new_scenario(Workspace& baseline, const std::string& name) {
  Scenario scenario;
  scenario.name = name;
  const auto id = create_scenario(baseline, scenario);
  REQUIRE(id.has_value());
  return *id;
}

OpenedScenario open(Workspace& baseline, ScenarioId id) {
  auto opened = open_scenario(baseline, id);
  if (!opened) FAIL(opened.error().what << ": " << opened.error().why);
  return std::move(*opened);
}

template <class Change>
Result<Receipt> change_item(Workspace& workspace, const std::string& key, const Change& change) {
  return workspace.edit("Change " + key, [&](Edit& edit) {
    Item item = *edit.portfolio().item_by_key(key);
    change(item);
    edit.update(item);
  });
}

Result<Receipt> rename_item(Workspace& workspace, const std::string& key, const std::string& title) {
  return change_item(workspace, key, [&](Item& item) { item.title = title; });
}

const std::string& title_of(const Workspace& workspace, const std::string& key) {
  return workspace.portfolio().item_by_key(key)->title;
}

/// The dump without the rows of scenarios.
std::string plan_of(const Workspace& workspace) {
  std::string text;
  std::string line;
  for (const char c : workspace.dump()) {
    line += c;
    if (c != '\n') continue;
    if (line.rfind("scenario", 0) != 0) text += line;
    line.clear();
  }
  return text;
}

void edit_at_random(Workspace& workspace, RandomEdits& random, int edits) {
  for (int i = 0; i < edits; ++i) {
    random.one(workspace);
    if (random.pick(0, 5) == 0) static_cast<void>(workspace.undo());
    if (random.pick(0, 9) == 0) static_cast<void>(workspace.redo());
  }
}

TEST_CASE("random edits of a scenario leave the baseline alone, survive restarts and are adopted as they are") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const TemporaryDirectory directory;
    RandomEdits random(seed);
    std::string plan;
    std::string in_scenario;
    ScenarioId id;
    {
      Workspace baseline = create(directory);
      edit_at_random(baseline, random, 20);
      plan = plan_of(baseline);
      id = new_scenario(baseline, "What if");
      OpenedScenario scenario = open(baseline, id);
      CHECK(scenario.workspace.dump() == plan);
      edit_at_random(scenario.workspace, random, 20);
      in_scenario = scenario.workspace.dump();
      CHECK(scenario.workspace.check().intact);
      CHECK(plan_of(baseline) == plan);
    }
    Workspace baseline = reopened(directory);
    CHECK(plan_of(baseline) == plan);
    {
      OpenedScenario scenario = open(baseline, id);
      CHECK(scenario.conflicts.empty());
      CHECK(scenario.workspace.dump() == in_scenario);
    }
    const std::string before = baseline.dump();
    const auto adopted = adopt_scenario(baseline, id);
    REQUIRE(adopted.has_value());
    CHECK(adopted->conflicts.empty());
    CHECK(adopted->receipt.label == "Adopt scenario What if");
    CHECK(baseline.dump() == in_scenario);
    CHECK(baseline.check().intact);
    REQUIRE(baseline.undo());
    CHECK(baseline.dump() == before);
    CHECK(baseline.check().intact);
  }
}

TEST_CASE("a scenario over a baseline that moves on is what its adoption gives, conflicts too") {
  std::size_t conflicts = 0;
  for (unsigned seed = 101; seed <= 116; ++seed) {
    INFO("seed " << seed);
    const TemporaryDirectory directory;
    RandomEdits random(seed);
    Workspace baseline = create(directory);
    edit_at_random(baseline, random, 15);
    const ScenarioId id = new_scenario(baseline, "What if");
    {
      OpenedScenario scenario = open(baseline, id);
      edit_at_random(scenario.workspace, random, 12);
    }
    edit_at_random(baseline, random, 12);
    if (baseline.portfolio().find(id) == nullptr) continue;
    std::string in_scenario;
    std::size_t conflicts_in_scenario = 0;
    {
      OpenedScenario scenario = open(baseline, id);
      in_scenario = scenario.workspace.dump();
      conflicts_in_scenario = scenario.conflicts.size();
      CHECK(scenario.workspace.check().intact);
    }
    const std::string before = baseline.dump();
    const auto adopted = adopt_scenario(baseline, id);
    REQUIRE(adopted.has_value());
    CHECK(adopted->conflicts.size() == conflicts_in_scenario);
    CHECK(baseline.dump() == in_scenario);
    CHECK(baseline.check().intact);
    REQUIRE(baseline.undo());
    CHECK(baseline.dump() == before);
    conflicts += conflicts_in_scenario;
  }
  CHECK(conflicts > 0);
}

TEST_CASE("adopting equals making the same edits on the baseline") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  REQUIRE(baseline.back_up_to(directory / "twin.tradewind"));
  const auto edit_both_ways = [](Workspace& workspace) {
    REQUIRE(rename_item(workspace, "TW-1", "Query cache"));
    REQUIRE(change_item(workspace, "TW-2", [](Item& item) { item.reach = 450; }));
    REQUIRE(workspace.edit("Remove", [](Edit& edit) { edit.erase(edit.portfolio().item_by_key("TW-3")->id); }));
  };
  const ScenarioId id = new_scenario(baseline, "What if");
  {
    OpenedScenario scenario = open(baseline, id);
    edit_both_ways(scenario.workspace);
  }
  CHECK(edits_of_scenario(baseline.portfolio(), id).size() == 3);
  REQUIRE(adopt_scenario(baseline, id));
  auto twin = Workspace::open(directory / "twin.tradewind");
  REQUIRE(twin.has_value());
  edit_both_ways(*twin);
  CHECK(baseline.dump() == twin->dump());
}

TEST_CASE("a field that both changed is listed once, ours stays, the rest comes in") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const ScenarioId id = new_scenario(baseline, "What if");
  {
    OpenedScenario scenario = open(baseline, id);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Theirs, first"));
    REQUIRE(change_item(scenario.workspace, "TW-1", [](Item& item) {
      item.title = "Theirs";
      item.reach = 42;
    }));
    REQUIRE(rename_item(scenario.workspace, "TW-2", "Changed"));
    REQUIRE(rename_item(scenario.workspace, "TW-2", "Item 2"));
    REQUIRE(rename_item(scenario.workspace, "TW-3", "The same"));
  }
  REQUIRE(rename_item(baseline, "TW-1", "Ours"));
  REQUIRE(rename_item(baseline, "TW-2", "Ours"));
  REQUIRE(rename_item(baseline, "TW-3", "The same"));
  const auto adopted = adopt_scenario(baseline, id);
  REQUIRE(adopted.has_value());
  REQUIRE(adopted->conflicts.size() == 1);
  const Workspace::MergeConflict& conflict = adopted->conflicts.front();
  CHECK(conflict.table == "item");
  CHECK(conflict.id == baseline.portfolio().item_by_key("TW-1")->id.value);
  CHECK(conflict.field == "title");
  CHECK(conflict.ours == "'Ours'");
  CHECK(conflict.theirs == "'Theirs'");
  CHECK(conflict.before == "'Item 1'");
  CHECK(title_of(baseline, "TW-1") == "Ours");
  CHECK(baseline.portfolio().item_by_key("TW-1")->reach == OptionalNumber{42});
  CHECK(title_of(baseline, "TW-2") == "Ours");
  CHECK(baseline.portfolio().all<Scenario>().empty());
  CHECK(baseline.portfolio().all<ScenarioEdit>().empty());
}

TEST_CASE("items that both added get numbers of their own, and nobody is asked about it") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const auto add = [](Workspace& workspace, const std::string& title) {
    REQUIRE(workspace.edit("Add", [&](Edit& edit) {
      Item item;
      item.title = title;
      edit.insert(item);
    }));
  };
  const ScenarioId id = new_scenario(baseline, "What if");
  {
    OpenedScenario scenario = open(baseline, id);
    add(scenario.workspace, "Theirs");
    REQUIRE(rename_item(scenario.workspace, "TW-4", "Theirs, renamed"));
    add(scenario.workspace, "Theirs, removed");
    REQUIRE(scenario.workspace.edit("Remove", [](Edit& edit) { edit.erase(edit.portfolio().item_by_key("TW-5")->id); }));
  }
  for (const char* title : {"Ours", "Ours, second", "Ours, third"}) add(baseline, title);
  const auto adopted = adopt_scenario(baseline, id);
  REQUIRE(adopted.has_value());
  CHECK(adopted->conflicts.empty());
  CHECK(title_of(baseline, "TW-4") == "Ours");
  CHECK(title_of(baseline, "TW-7") == "Theirs, renamed");
  CHECK(baseline.portfolio().all<Item>().size() == 7);
  CHECK(baseline.check().intact);
}

TEST_CASE("undo and redo in a scenario walk its own edits, also after a restart") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const ScenarioId id = new_scenario(baseline, "What if");
  {
    OpenedScenario scenario = open(baseline, id);
    CHECK_FALSE(scenario.workspace.undo_label());
    REQUIRE(rename_item(scenario.workspace, "TW-1", "One"));
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Two"));
    CHECK(baseline.undo_label() == "Scenario What if: Change TW-1");
  }
  OpenedScenario scenario = open(baseline, id);
  CHECK(scenario.workspace.history().size() == 2);
  REQUIRE(scenario.workspace.undo());
  CHECK(title_of(scenario.workspace, "TW-1") == "One");
  CHECK(edits_of_scenario(baseline.portfolio(), id).size() == 1);
  CHECK(baseline.undo_label() == "Scenario What if: undo Change TW-1");
  REQUIRE(scenario.workspace.redo());
  CHECK(title_of(scenario.workspace, "TW-1") == "Two");
  REQUIRE(scenario.workspace.undo());
  REQUIRE(scenario.workspace.undo());
  CHECK_FALSE(scenario.workspace.undo().has_value());
  CHECK(edits_of_scenario(baseline.portfolio(), id).empty());
  CHECK(title_of(scenario.workspace, "TW-1") == "Item 1");
}

TEST_CASE("the steps of a scenario keep when and by whom they were made") {
  const TemporaryDirectory directory;
  create(directory);
  ScenarioId id;
  std::vector<HistoryEntry> made;
  {
    Options options;
    options.author = "Ada";
    auto baseline = Workspace::open(directory / "w.tradewind", options);
    REQUIRE(baseline.has_value());
    id = new_scenario(*baseline, "What if");
    OpenedScenario scenario = open(*baseline, id);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "One"));
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Two"));
    made = baseline->history(2);
    REQUIRE(drop_scenario(*baseline, id));
    REQUIRE(baseline->undo());
  }
  Options options;
  options.author = "Grace";
  auto baseline = Workspace::open(directory / "w.tradewind", options);
  REQUIRE(baseline.has_value());
  OpenedScenario scenario = open(*baseline, id);
  REQUIRE(rename_item(scenario.workspace, "TW-1", "Three"));
  const auto shown = scenario.workspace.history();
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].author == "Grace");
  for (const std::size_t step : {0U, 1U}) {
    CHECK(shown[step + 1].author == "Ada");
    CHECK(shown[step + 1].at == made[step].at);
  }
}

TEST_CASE("an edit of a scenario is one step of the baseline's history") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const ScenarioId id = new_scenario(baseline, "What if");
  OpenedScenario scenario = open(baseline, id);
  REQUIRE(rename_item(scenario.workspace, "TW-1", "One"));
  REQUIRE(rename_item(scenario.workspace, "TW-1", "Two"));
  REQUIRE(baseline.undo());
  SECTION("what is open then is out of date and says so") {
    const auto refused = rename_item(scenario.workspace, "TW-1", "Three");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(title_of(scenario.workspace, "TW-1") == "Two");
    CHECK(edits_of_scenario(baseline.portfolio(), id).size() == 1);
  }
  SECTION("opened again it is right") {
    OpenedScenario again = open(baseline, id);
    CHECK(title_of(again.workspace, "TW-1") == "One");
    REQUIRE(rename_item(again.workspace, "TW-1", "Three"));
    CHECK(edits_of_scenario(baseline.portfolio(), id).size() == 2);
  }
  SECTION("adopting goes without opening it again") {
    REQUIRE(adopt_scenario(baseline, id));
    CHECK(title_of(baseline, "TW-1") == "One");
    CHECK_FALSE(rename_item(scenario.workspace, "TW-1", "Three").has_value());
  }
}

TEST_CASE("a scenario begins with an edit, is renamed and dropped; undo brings it back") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const std::string plan = plan_of(baseline);
  Scenario scenario;
  scenario.name = "AI now";
  const auto id = create_scenario(baseline, scenario, "Do it now", [](Edit& edit) {
    Item item = *edit.portfolio().item_by_key("TW-1");
    item.title = "AI";
    edit.update(item);
  });
  REQUIRE(id.has_value());
  CHECK(baseline.history().front().label == "New scenario AI now");
  CHECK(plan_of(baseline) == plan);
  REQUIRE(edits_of_scenario(baseline.portfolio(), *id).size() == 1);
  CHECK(edits_of_scenario(baseline.portfolio(), *id).front().label == "Do it now");
  CHECK(title_of(open(baseline, *id).workspace, "TW-1") == "AI");

  CHECK_FALSE(create_scenario(baseline, scenario).has_value());
  const ScenarioId other = new_scenario(baseline, "Other");
  CHECK_FALSE(rename_scenario(baseline, other, "ai NOW").has_value());
  CHECK_FALSE(rename_scenario(baseline, other, "").has_value());
  REQUIRE(rename_scenario(baseline, *id, "AI in spring"));
  CHECK(baseline.portfolio().find(*id)->name == "AI in spring");

  const std::string before = baseline.dump();
  REQUIRE(drop_scenario(baseline, *id));
  CHECK(baseline.portfolio().all<ScenarioEdit>().empty());
  CHECK_FALSE(open_scenario(baseline, *id).has_value());
  CHECK_FALSE(adopt_scenario(baseline, *id).has_value());
  CHECK_FALSE(drop_scenario(baseline, *id).has_value());
  REQUIRE(baseline.undo());
  CHECK(baseline.dump() == before);
  CHECK(title_of(open(baseline, *id).workspace, "TW-1") == "AI");
}

TEST_CASE("a scenario begins as a copy of another one, and both go on alone") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const ScenarioId first = new_scenario(baseline, "First");
  {
    OpenedScenario scenario = open(baseline, first);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Once"));
    REQUIRE(rename_item(scenario.workspace, "TW-2", "Twice"));
  }
  const auto steps = baseline.history().size();
  Scenario second;
  second.name = "first";
  const auto refused = copy_scenario(baseline, first, second);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(baseline.history().size() == steps);

  second.name = "Second";
  const auto copy = copy_scenario(baseline, first, second);
  REQUIRE(copy.has_value());
  CHECK(baseline.history().size() == steps + 1);
  OpenedScenario opened = open(baseline, *copy);
  CHECK(opened.conflicts.empty());
  CHECK(opened.workspace.dump() == open(baseline, first).workspace.dump());
  REQUIRE(opened.workspace.undo());
  CHECK(title_of(opened.workspace, "TW-2") == "Item 2");
  CHECK(title_of(open(baseline, first).workspace, "TW-2") == "Twice");
  CHECK_FALSE(copy_scenario(baseline, ScenarioId{1}, second).has_value());
}

TEST_CASE("what is refused in a scenario leaves the file and the scenario as they were") {
  const TemporaryDirectory directory;
  ScenarioId id;
  {
    Workspace baseline = create(directory);
    id = new_scenario(baseline, "What if");
    OpenedScenario scenario = open(baseline, id);
    const std::string before = baseline.dump();
    const auto nested = scenario.workspace.edit("Nested", [](Edit& edit) {
      Scenario inner;
      inner.name = "Inner";
      edit.insert(inner);
    });
    REQUIRE_FALSE(nested.has_value());
    CHECK(nested.error().code == ErrorCode::bad_input);
    const auto dangling = scenario.workspace.edit("Dangling", [](Edit& edit) {
      Estimate estimate;
      estimate.item = ItemId{4711};
      edit.insert(estimate);
    });
    CHECK_FALSE(dangling.has_value());
    CHECK(baseline.dump() == before);
    CHECK(scenario.workspace.check().intact);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Changed"));
  }
  Options read_only;
  read_only.read_only = true;
  auto baseline = Workspace::open(directory / "w.tradewind", read_only);
  REQUIRE(baseline.has_value());
  OpenedScenario scenario = open(*baseline, id);
  CHECK(title_of(scenario.workspace, "TW-1") == "Changed");
  const auto refused = rename_item(scenario.workspace, "TW-1", "Again");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::no_permission);
  CHECK(title_of(scenario.workspace, "TW-1") == "Changed");
}

TEST_CASE("an edit of a scenario that was damaged is refused, and the scenario can still be dropped") {
  const TemporaryDirectory directory;
  Workspace baseline = create(directory);
  const ScenarioId id = new_scenario(baseline, "What if");
  {
    OpenedScenario scenario = open(baseline, id);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Changed"));
  }
  for (const char* damage : {"", "abc", "####", "QUJD"}) {
    INFO(damage);
    REQUIRE(baseline.edit("Damage", [&](Edit& edit) {
      ScenarioEdit row = edits_of_scenario(edit.portfolio(), id).front();
      row.changes = damage;
      edit.update(row);
    }));
    const std::string before = baseline.dump();
    REQUIRE_FALSE(open_scenario(baseline, id).has_value());
    CHECK(open_scenario(baseline, id).error().code == ErrorCode::damaged);
    CHECK_FALSE(adopt_scenario(baseline, id).has_value());
    CHECK(baseline.dump() == before);
  }
  CHECK(drop_scenario(baseline, id).has_value());
}

TEST_CASE("plans are read on another thread as they are when they are opened, also while the workspace is changed or closed") {
  const TemporaryDirectory directory;
  std::optional<Workspace> baseline(create(directory));
  const ScenarioId id = new_scenario(*baseline, "What if");
  {
    OpenedScenario scenario = open(*baseline, id);
    REQUIRE(rename_item(scenario.workspace, "TW-1", "Changed"));
    REQUIRE(rename_item(scenario.workspace, "TW-2", "Changed too"));
  }
  const auto rows = std::make_shared<const Portfolio>(baseline->portfolio());
  const ScenarioReader reader(*baseline, rows);
  const auto go_on = [] { return true; };
  const auto read = [&] { return std::async(std::launch::async, [&] { return reader.read(id, go_on); }).get(); };
  const auto is_as_opened = [&](const Result<Portfolio>& plan) {
    REQUIRE(plan.has_value());
    CHECK(changes_between(open(*baseline, id).workspace.portfolio(), *plan).empty());
  };
  is_as_opened(read());
  // The rows that it was made with are old by now.
  REQUIRE(rename_item(*baseline, "TW-3", "Changed in the baseline"));
  is_as_opened(read());
  CHECK(read()->item_by_key("TW-3")->title == "Changed in the baseline");
  const std::string before = baseline->dump();
  CHECK(reader.read(id, [] { return false; }).error().code == ErrorCode::cancelled);
  CHECK(baseline->dump() == before);

  baseline.reset();
  CHECK(read()->item_by_key("TW-1")->title == "Changed");
  baseline.emplace(reopened(directory));
  REQUIRE(drop_scenario(*baseline, id).has_value());
  CHECK(read().error().code == ErrorCode::not_found);
}

}  // namespace
}  // namespace tradewind::storage
