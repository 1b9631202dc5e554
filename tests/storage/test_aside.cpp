// Changes made aside: nothing of them is seen before they are taken over, and nothing of them stays where they are given up.
#include <atomic>
#include <thread>

#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/aside.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::storage {
namespace {

using test::TemporaryDirectory;

constexpr int many = 600;

bool always() { return true; }

class Plan {
 public:
  explicit Plan(int items = many) : baseline(*Workspace::create(directory / "w.tradewind")) {
    REQUIRE(baseline.edit("Import", [&](Edit& edit) {
      for (int i = 1; i <= items; ++i) {
        Item item;
        item.title = "Item " + std::to_string(i);
        Estimate estimate;
        estimate.item = edit.insert(item);
        estimate.likely = i;
        edit.insert(estimate);
      }
    }));
  }
  /// As another process has it open.
  Workspace elsewhere() const {
    auto other = Workspace::open(directory / "w.tradewind");
    REQUIRE(other.has_value());
    return std::move(*other);
  }
  std::size_t items() const { return baseline.portfolio().all<Item>().size(); }

  TemporaryDirectory directory;
  Workspace baseline;
};

Result<Receipt> set_all(Workspace& workspace, double reach) {
  return workspace.edit("Set reach of all", [&](Edit& edit) {
    std::vector<Item> items(edit.portfolio().all<Item>().begin(), edit.portfolio().all<Item>().end());
    for (Item& item : items) {
      item.reach = reach;
      edit.update(item);
    }
  });
}

std::size_t with_reach(const Workspace& workspace, double reach) {
  std::size_t count = 0;
  for (const Item& item : workspace.portfolio().all<Item>()) count += item.reach == OptionalNumber{reach} ? 1 : 0;
  return count;
}

/// On a thread of its own, as the window does it.
template <class Value>
Result<Value> run(Aside& aside, const std::function<bool()>& go_on,
                  const std::function<Result<Value>(Workspace& baseline, Workspace& shown)>& body) {
  Result<Value> value = failure(ErrorCode::internal, "the body did not run", "");
  Result<void> ran;
  std::thread([&] {
    ran = aside.run(go_on, [&](Workspace& baseline, Workspace& shown) { value = body(baseline, shown); });
  }).join();
  if (!ran) return tl::unexpected(ran.error());
  return value;
}

Result<Receipt> undo(Aside& aside, const std::function<bool()>& go_on = always) {
  return run<Receipt>(aside, go_on, [](Workspace&, Workspace& shown) { return shown.undo(); });
}

/// Yes so many times, then no.
std::function<bool()> until(int times) {
  return [left = std::make_shared<std::atomic<int>>(times)] { return --*left >= 0; };
}

TEST_CASE("a change made aside is seen when it is taken over, not before, and heard of as if it had been made here") {
  Plan plan;
  const std::string before = plan.baseline.dump();
  std::vector<Changes> heard;
  plan.baseline.subscribe([&](const Changes& changes) { heard.push_back(changes); });
  {
    Aside aside(plan.baseline);
    const auto undone = undo(aside);
    REQUIRE(undone.has_value());
    CHECK(plan.items() == many);
    CHECK(heard.empty());
    CHECK(plan.baseline.undo_label() == "Import");
    aside.take_over();
    REQUIRE(heard.size() == 1);
    CHECK(heard.front() == undone->changes);
  }
  CHECK(plan.items() == 0);
  CHECK(plan.baseline.redo_label() == "Import");
  CHECK(plan.baseline.poll()->empty());
  CHECK(plan.baseline.check().intact);
  CHECK(plan.baseline.dump() == plan.elsewhere().dump());

  // It goes on as before.
  REQUIRE(plan.baseline.redo());
  CHECK(plan.baseline.dump() == before);
  CHECK(plan.baseline.search("item").size() == 50);
  REQUIRE(plan.elsewhere().undo());
  REQUIRE(plan.baseline.poll());
  CHECK(plan.items() == 0);
}

TEST_CASE("rows keep their slots when a change made aside is taken over") {
  Plan plan;
  const auto& table = plan.baseline.portfolio().all<Item>();
  std::vector<std::pair<ItemId, std::uint32_t>> slots;
  for (const Item& item : table) slots.emplace_back(item.id, table.slot(item.id));
  Aside aside(plan.baseline);
  REQUIRE(run<Receipt>(aside, always, [](Workspace&, Workspace& shown) { return set_all(shown, 7); }));
  aside.take_over();
  CHECK(with_reach(plan.baseline, 7) == many);
  CHECK(&table == &plan.baseline.portfolio().all<Item>());
  for (const auto& [item, slot] : slots) CHECK(table.slot(item) == slot);
}

TEST_CASE("while a change is made aside the workspace can be read and refuses to be changed") {
  Plan plan;
  {
    Aside aside(plan.baseline);
    for (const auto& refused : {set_all(plan.baseline, 1), plan.baseline.undo()}) {
      REQUIRE_FALSE(refused.has_value());
      CHECK(refused.error().code == ErrorCode::busy);
    }
    CHECK(plan.baseline.poll().error().code == ErrorCode::busy);
    CHECK(plan.baseline.history().size() == 1);
    CHECK(plan.baseline.search("item").size() == 50);
  }
  CHECK(set_all(plan.baseline, 1));
}

TEST_CASE("a long undo that is given up at any moment leaves the file as it was, and can be made later") {
  Plan plan;
  const std::string before = plan.baseline.dump();
  int given_up = 0;
  for (int times = 0;; times = times * 3 / 2 + 1) {
    INFO("given up after " << times);
    Aside aside(plan.baseline);
    const auto undone = undo(aside, until(times));
    aside.take_over();
    if (undone) break;
    ++given_up;
    CHECK(undone.error().code == ErrorCode::cancelled);
    CHECK(plan.baseline.dump() == before);
    CHECK(plan.baseline.history().size() == 1);
    CHECK(plan.baseline.check().intact);
  }
  CHECK(given_up > 5);
  CHECK(plan.items() == 0);
  CHECK(plan.baseline.check().intact);
  REQUIRE(plan.baseline.redo());
  CHECK(plan.baseline.dump() == before);
}

TEST_CASE("an edit of many rows that is given up at any moment leaves nothing") {
  Plan plan;
  const std::string before = plan.baseline.dump();
  int given_up = 0;
  for (int times = 0;; times = times * 3 / 2 + 1) {
    INFO("given up after " << times);
    Aside aside(plan.baseline);
    const auto set = run<Receipt>(aside, until(times), [](Workspace&, Workspace& shown) { return set_all(shown, 7); });
    aside.take_over();
    if (set) break;
    ++given_up;
    CHECK(set.error().code == ErrorCode::cancelled);
    CHECK(plan.baseline.dump() == before);
    CHECK(plan.elsewhere().dump() == before);
  }
  CHECK(given_up > 5);
  CHECK(with_reach(plan.baseline, 7) == many);
}

TEST_CASE("what others changed meanwhile comes in with a change made aside, and is told first") {
  Plan plan;
  {
    Workspace other = plan.elsewhere();
    REQUIRE(other.edit("Add", [](Edit& edit) {
      Item item;
      item.title = "Theirs";
      edit.insert(item);
    }));
  }
  std::vector<Changes> heard;
  plan.baseline.subscribe([&](const Changes& changes) { heard.push_back(changes); });
  CHECK(plan.baseline.rows_to_poll() == 2);  // the item and the number of the next one
  Aside aside(plan.baseline);
  REQUIRE(run<Receipt>(aside, always, [](Workspace&, Workspace& shown) { return set_all(shown, 7); }));
  aside.take_over();
  REQUIRE(heard.size() == 2);
  CHECK(heard.front().size() == 2);
  CHECK(heard.back().size() == many + 1);
  CHECK(plan.baseline.rows_to_poll() == 0);
  CHECK(plan.baseline.dump() == plan.elsewhere().dump());
}

TEST_CASE("news that were given up half-way come in whole the next time") {
  Plan plan;
  REQUIRE(set_all(plan.baseline, 1));
  {
    Workspace other = plan.elsewhere();
    REQUIRE(set_all(other, 2));
    REQUIRE(other.undo());
    REQUIRE(other.undo());
  }
  CHECK(plan.baseline.rows_to_poll() == 3 * many);
  int given_up = 0;
  for (int times = 0;; times = times * 3 / 2 + 1) {
    INFO("given up after " << times);
    Aside aside(plan.baseline);
    const auto news = run<Changes>(aside, until(times), [](Workspace& baseline, Workspace&) { return baseline.poll(); });
    aside.take_over();
    if (news) break;
    ++given_up;
    CHECK(news.error().code == ErrorCode::cancelled);
    CHECK(with_reach(plan.baseline, 1) == many);
    CHECK(plan.baseline.undo_label() == "Set reach of all");
  }
  CHECK(given_up > 3);
  CHECK(plan.baseline.undo_label() == "Import");
  CHECK(plan.baseline.check().intact);
  REQUIRE(plan.baseline.redo());
  CHECK(with_reach(plan.baseline, 1) == many);
}

TEST_CASE("a change aside that is refused leaves nothing, and news wait for the next poll") {
  Plan plan;
  {
    Workspace other = plan.elsewhere();
    REQUIRE(set_all(other, 3));
  }
  std::size_t heard = 0;
  plan.baseline.subscribe([&](const Changes& changes) { heard += changes.size(); });
  {
    Aside aside(plan.baseline);
    const auto refused = run<Receipt>(aside, always, [](Workspace&, Workspace& shown) {
      return shown.edit("Refuse", [](Edit& edit) {
        edit.erase(edit.portfolio().all<Item>().begin()->id);
        throw EditRefused{{ErrorCode::conflict, "cannot do this", "it is a test", "end it"}};
      });
    });
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::conflict);
    aside.take_over();
  }
  CHECK(plan.items() == many);
  CHECK(heard == 0);
  REQUIRE(plan.baseline.poll());
  CHECK(heard == many);
  CHECK(with_reach(plan.baseline, 3) == many);
  CHECK(plan.baseline.check().intact);
}

TEST_CASE("what an edit throws passes through, and the workspace is given back") {
  Plan plan;
  const std::string before = plan.baseline.dump();
  {
    Aside aside(plan.baseline);
    const auto throwing = [&] {
      static_cast<void>(aside.run(always, [](Workspace&, Workspace& shown) {
        static_cast<void>(shown.edit("Fail", [](Edit& edit) {
          edit.erase(edit.portfolio().all<Item>().begin()->id);
          throw std::runtime_error("no");
        }));
      }));
    };
    CHECK_THROWS_AS(throwing(), std::runtime_error);
  }
  CHECK(plan.baseline.dump() == before);
  CHECK(plan.baseline.undo());
}

TEST_CASE("a scenario is changed aside with the baseline that keeps its edits") {
  Plan plan;
  Scenario row;
  row.name = "What if";
  const auto id = create_scenario(plan.baseline, row);
  REQUIRE(id.has_value());
  auto scenario = open_scenario(plan.baseline, *id);
  REQUIRE(scenario.has_value());
  Workspace& shown = scenario->workspace;
  std::size_t heard_baseline = 0;
  std::size_t heard_scenario = 0;
  plan.baseline.subscribe([&](const Changes& changes) { heard_baseline += changes.size(); });
  shown.subscribe([&](const Changes& changes) { heard_scenario += changes.size(); });
  const auto set_aside = [&](double reach, const std::function<bool()>& go_on) {
    Aside aside(plan.baseline, &shown);
    const auto set = run<Receipt>(aside, go_on, [&](Workspace&, Workspace& twin) { return set_all(twin, reach); });
    aside.take_over();
    return set;
  };
  REQUIRE(set_aside(7, always));
  CHECK(with_reach(shown, 7) == many);
  CHECK(with_reach(plan.baseline, 7) == 0);
  CHECK(heard_baseline == 1);
  CHECK(heard_scenario == many);
  CHECK(edits_of_scenario(plan.baseline.portfolio(), *id).size() == 1);

  // Given up at any moment, the scenario and what is kept of it agree.
  for (int times = 0;; times = times * 3 / 2 + 1) {
    INFO("given up after " << times);
    if (set_aside(8, until(times))) break;
    CHECK(with_reach(shown, 7) == many);
    CHECK(edits_of_scenario(plan.baseline.portfolio(), *id).size() == 1);
  }
  CHECK(edits_of_scenario(plan.baseline.portfolio(), *id).size() == 2);

  // It goes on as before, back and forth, here and opened again.
  REQUIRE(shown.undo());
  CHECK(with_reach(shown, 7) == many);
  CHECK(shown.rows_to_redo() == many);
  {
    Aside aside(plan.baseline, &shown);
    REQUIRE(undo(aside));
    aside.take_over();
  }
  CHECK(with_reach(shown, 7) == 0);
  REQUIRE(shown.redo());
  REQUIRE(shown.redo());
  CHECK(with_reach(shown, 8) == many);
  const auto again = open_scenario(plan.baseline, *id);
  REQUIRE(again.has_value());
  CHECK(again->workspace.dump() == shown.dump());
  REQUIRE(adopt_scenario(plan.baseline, *id));
  CHECK(with_reach(plan.baseline, 8) == many);
  CHECK(plan.baseline.check().intact);
}

TEST_CASE("a scenario that was opened aside goes on over the baseline") {
  Plan plan(3);
  Scenario row;
  row.name = "What if";
  const auto id = create_scenario(plan.baseline, row, "Set", [](Edit& edit) {
    Item item = *edit.portfolio().item_by_key("TW-1");
    item.reach = 7;
    edit.update(item);
  });
  REQUIRE(id.has_value());
  std::optional<OpenedScenario> opened;
  {
    Aside aside(plan.baseline);
    auto result =
        run<OpenedScenario>(aside, always, [&](Workspace& baseline, Workspace&) { return open_scenario(baseline, *id); });
    REQUIRE(result.has_value());
    aside.take_over();
    opened.emplace(std::move(*result));
    go_on_over(plan.baseline, *opened);
  }
  CHECK(opened->workspace.portfolio().item_by_key("TW-1")->reach == OptionalNumber{7});
  REQUIRE(set_all(opened->workspace, 9));
  CHECK(edits_of_scenario(plan.baseline.portfolio(), *id).size() == 2);
  REQUIRE(opened->workspace.undo());
  REQUIRE(opened->workspace.undo());
  CHECK(edits_of_scenario(plan.baseline.portfolio(), *id).empty());
}

TEST_CASE("the history tells how many rows undo and redo would touch") {
  Plan plan(5);
  CHECK(plan.baseline.rows_to_undo() == 11);
  CHECK(plan.baseline.rows_to_redo() == 0);
  REQUIRE(plan.baseline.undo());
  CHECK(plan.baseline.rows_to_undo() == 0);
  CHECK(plan.baseline.rows_to_redo() == 11);
}

}  // namespace
}  // namespace tradewind::storage
