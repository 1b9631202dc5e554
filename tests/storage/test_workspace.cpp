// Edits, undo, redo, history and notifications of one workspace.
#include <fstream>

#include "storage/random_edits.h"
#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {
namespace {

using test::TemporaryDirectory;

Workspace create(const TemporaryDirectory& directory) {
  auto workspace = Workspace::create(directory / "w.tradewind");
  REQUIRE(workspace.has_value());
  return std::move(*workspace);
}

ItemId add_item(Workspace& workspace, const std::string& title) {
  ItemId id;
  const auto receipt = workspace.edit("Add " + title, [&](Edit& edit) {
    Item item;
    item.title = title;
    id = edit.insert(item);
  });
  REQUIRE(receipt.has_value());
  return id;
}

TEST_CASE("an edit is in the portfolio, in the history and in the reopened file") {
  const TemporaryDirectory directory;
  {
    Workspace workspace = create(directory);
    add_item(workspace, "Query cache");
    CHECK(workspace.history().size() == 1);
    CHECK(workspace.history().front().label == "Add Query cache");
    CHECK(workspace.undo_label() == "Add Query cache");
    CHECK_FALSE(workspace.redo_label());
  }
  CHECK_FALSE(std::filesystem::exists(directory / "w.tradewind-wal"));
  const auto again = Workspace::open(directory / "w.tradewind");
  REQUIRE(again.has_value());
  const Item* item = again->portfolio().item_by_key("TW-1");
  REQUIRE(item != nullptr);
  CHECK(item->title == "Query cache");
  CHECK_FALSE(item->rank.empty());
  CHECK(again->check().intact);
}

TEST_CASE("undo and redo walk the history, also after a restart, and never shorten it") {
  const TemporaryDirectory directory;
  std::vector<std::string> dumps;
  {
    Workspace workspace = create(directory);
    dumps.push_back(workspace.dump());
    for (const char* title : {"One", "Two", "Three"}) {
      add_item(workspace, title);
      dumps.push_back(workspace.dump());
    }
    REQUIRE(workspace.undo().has_value());
    CHECK(workspace.dump() == dumps[2]);
  }
  auto workspace = Workspace::open(directory / "w.tradewind");
  REQUIRE(workspace.has_value());
  REQUIRE(workspace->undo().has_value());
  CHECK(workspace->dump() == dumps[1]);
  CHECK(workspace->redo_label() == "Add Two");
  REQUIRE(workspace->redo().has_value());
  REQUIRE(workspace->redo().has_value());
  CHECK(workspace->dump() == dumps[3]);
  CHECK(workspace->redo().error().code == ErrorCode::not_found);
  for (int i = 0; i < 3; ++i) REQUIRE(workspace->undo().has_value());
  CHECK(workspace->dump() == dumps[0]);
  CHECK(workspace->undo().error().code == ErrorCode::not_found);
  CHECK(workspace->history().size() == 3 + 2 + 2 + 3);
  CHECK(workspace->check().intact);

  add_item(*workspace, "Four");
  CHECK(workspace->redo().error().code == ErrorCode::not_found);
}

TEST_CASE("what a file begins with is no step; a seed that is refused leaves no file") {
  const TemporaryDirectory directory;
  const auto seed = [](Edit& edit) {
    Item item;
    item.title = "Seed";
    edit.insert(item);
  };
  {
    auto workspace = Workspace::create(directory / "w.tradewind", {}, seed);
    REQUIRE(workspace.has_value());
    CHECK(workspace->history().empty());
    CHECK(workspace->undo().error().code == ErrorCode::not_found);
    add_item(*workspace, "Mine");
    CHECK(workspace->portfolio().item_by_key("TW-2") != nullptr);
    REQUIRE(workspace->undo().has_value());
  }
  const auto again = Workspace::open(directory / "w.tradewind");
  REQUIRE(again.has_value());
  CHECK(again->portfolio().all<Item>().size() == 1);
  CHECK(again->search("seed").size() == 1);
  CHECK(again->check().intact);

  const auto refused = Workspace::create(directory / "no.tradewind", {}, [](Edit&) {
    throw EditRefused{{ErrorCode::bad_input, "cannot", "no", "do not"}};
  });
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().why == "no");
  CHECK_FALSE(std::filesystem::exists(directory / "no.tradewind"));
}

TEST_CASE("any state of the history comes back as a new edit") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  std::vector<std::string> after{workspace.dump()};  // by seq
  const auto note = [&] { after.push_back(workspace.dump()); };
  for (const char* title : {"One", "Two"}) {
    add_item(workspace, title);
    note();
  }
  REQUIRE(workspace.undo().has_value());
  note();
  add_item(workspace, "Three");  // from here on redo does not lead to "Two"
  note();
  REQUIRE(workspace.edit("Remove", [](Edit& edit) { edit.erase(edit.portfolio().item_by_key("TW-1")->id); }).has_value());
  note();
  for (std::int64_t seq = 1; seq < 6; ++seq) {
    INFO("seq " << seq);
    const std::string before = workspace.dump();
    const auto steps = workspace.history().size();
    CHECK(workspace.rows_since(seq) >= static_cast<std::size_t>(5 - seq));
    const auto receipt = workspace.bring_back("Bring back", seq);
    REQUIRE(receipt.has_value());
    CHECK(workspace.dump() == after[static_cast<std::size_t>(seq)]);
    CHECK(workspace.check().intact);
    if (receipt->seq == 0) continue;  // nothing was different
    CHECK(workspace.history().size() == steps + 1);
    REQUIRE(workspace.undo().has_value());
    CHECK(workspace.dump() == before);
    REQUIRE(workspace.redo().has_value());
  }
  const std::string before = workspace.dump();
  CHECK(workspace.bring_back("Bring back", 99).error().code == ErrorCode::not_found);
  CHECK(workspace.dump() == before);
}

TEST_CASE("an edit that changes nothing leaves no trace") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  const ItemId id = add_item(workspace, "One");
  const auto same = workspace.edit("Nothing", [&](Edit& edit) { edit.update(*edit.portfolio().find(id)); });
  REQUIRE(same.has_value());
  CHECK(same->seq == 0);
  const auto back_and_forth = workspace.edit("Back and forth", [&](Edit& edit) {
    Item item = *edit.portfolio().find(id);
    item.title = "Other";
    edit.update(item);
    item.title = "One";
    edit.update(item);
  });
  CHECK(back_and_forth->changes.empty());
  CHECK(workspace.history().size() == 1);
  CHECK(workspace.check().intact);
}

TEST_CASE("a refused or thrown edit leaves nothing, in memory and on disk") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  const ItemId id = add_item(workspace, "One");
  const std::string before = workspace.dump();

  const auto refused = workspace.edit("Two problems", [&](Edit& edit) {
    Item item = *edit.portfolio().find(id);
    item.title = "Changed";
    edit.update(item);
    Item bad;
    bad.confidence = 7;
    edit.insert(bad);
  });
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::bad_input);
  // Every problem at once: no title, and a confidence over 1.
  CHECK(refused.error().why.find("title") != std::string::npos);
  CHECK(refused.error().why.find("confidence") != std::string::npos);

  CHECK_THROWS_AS(workspace.edit("Throws",
                                 [&](Edit& edit) {
                                   edit.erase(id);
                                   throw std::logic_error("a defect elsewhere");
                                 }),
                  std::logic_error);
  CHECK(workspace.dump() == before);
  CHECK(workspace.portfolio().find(id)->title == "One");
  CHECK(workspace.history().size() == 1);
  CHECK(workspace.check().intact);
}

TEST_CASE("erasing a row takes along what cannot exist without it and clears what can") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  const ItemId parent = add_item(workspace, "Parent");
  const ItemId child = add_item(workspace, "Child");
  EstimateId of_parent;
  EstimateId of_child;
  TeamId team;
  REQUIRE(workspace.edit("Wire", [&](Edit& edit) {
    Item item = *edit.portfolio().find(child);
    item.parent = parent;
    edit.update(item);
    Team platform;
    platform.name = "Platform";
    team = edit.insert(platform);
    Estimate estimate;
    estimate.team = team;
    estimate.likely = 3;
    estimate.item = parent;
    of_parent = edit.insert(estimate);
    estimate.item = child;
    of_child = edit.insert(estimate);
    Dependency dependency;
    dependency.predecessor = parent;
    dependency.successor = child;
    edit.insert(dependency);
  }));
  const std::string before = workspace.dump();
  REQUIRE(workspace.edit("Remove", [&](Edit& edit) {
    edit.erase(parent);
    edit.erase(team);
  }));
  CHECK_FALSE(workspace.portfolio().contains(of_parent));
  CHECK(workspace.portfolio().all<Dependency>().empty());
  CHECK_FALSE(workspace.portfolio().find(child)->parent);
  REQUIRE(workspace.portfolio().contains(of_child));
  CHECK_FALSE(workspace.portfolio().find(of_child)->team);
  CHECK(workspace.check().intact);
  REQUIRE(workspace.undo());
  CHECK(workspace.dump() == before);
  CHECK(workspace.check().intact);
}

TEST_CASE("listeners hear which rows changed, for edits, undo and other processes alike") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  auto other = Workspace::open(directory / "w.tradewind");
  REQUIRE(other.has_value());
  std::vector<Changes> heard;
  const auto token = workspace.subscribe([&](const Changes& changes) { heard.push_back(changes); });

  const ItemId id = add_item(workspace, "Ours");
  REQUIRE(heard.size() == 1);
  const Change inserted{Item::table, id.value, ChangeKind::inserted};
  CHECK(std::find(heard[0].begin(), heard[0].end(), inserted) != heard[0].end());

  REQUIRE(workspace.undo());
  const Change erased{Item::table, id.value, ChangeKind::erased};
  CHECK(std::find(heard[1].begin(), heard[1].end(), erased) != heard[1].end());

  const ItemId theirs = add_item(*other, "Theirs");
  REQUIRE(workspace.poll());
  CHECK(heard.size() == 3);
  CHECK(workspace.portfolio().contains(theirs));
  CHECK(workspace.poll()->empty());

  workspace.unsubscribe(token);
  add_item(workspace, "Unheard");
  CHECK(heard.size() == 3);
}

TEST_CASE("two workspaces on one file see each other's edits and share one history") {
  const TemporaryDirectory directory;
  Workspace first = create(directory);
  auto second = Workspace::open(directory / "w.tradewind");
  REQUIRE(second.has_value());
  add_item(first, "From the first");
  // No poll: an edit brings in what came before it, so keys do not collide.
  add_item(*second, "From the second");
  REQUIRE(second->portfolio().item_by_key("TW-1") != nullptr);
  CHECK(second->portfolio().item_by_key("TW-2")->title == "From the second");
  REQUIRE(first.undo());
  CHECK(first.portfolio().all<Item>().size() == 1);
  REQUIRE(second->poll());
  CHECK(second->portfolio().all<Item>().size() == 1);
  CHECK(second->redo_label() == "Add From the second");
  CHECK(first.check().intact);
  CHECK(second->check().intact);
}

TEST_CASE("random edits: undo of everything gives the original, redo the final workspace") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const TemporaryDirectory directory;
    Workspace workspace = create(directory);
    test::RandomEdits edits(seed);
    for (int i = 0; i < 10; ++i) edits.one(workspace);
    std::vector<std::string> dumps{workspace.dump()};
    std::size_t entries = workspace.history().size();
    for (int i = 0; i < 30; ++i) {
      REQUIRE(edits.one(workspace));
      if (workspace.dump() != dumps.back()) dumps.push_back(workspace.dump());
      REQUIRE(workspace.history().size() >= entries);
      entries = workspace.history().size();
    }
    for (std::size_t i = dumps.size() - 1; i > 0; --i) {
      REQUIRE(workspace.dump() == dumps[i]);
      REQUIRE(workspace.undo());
    }
    REQUIRE(workspace.dump() == dumps[0]);
    REQUIRE(workspace.check().intact);
    for (std::size_t i = 1; i < dumps.size(); ++i) {
      REQUIRE(workspace.redo());
      REQUIRE(workspace.dump() == dumps[i]);
    }
    const auto integrity = workspace.check();
    CAPTURE(integrity.problems);
    REQUIRE(integrity.intact);
    REQUIRE(workspace.history().size() > entries);
  }
}

TEST_CASE("search finds words, beginnings, keys and tags, and follows edits and undo") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  const ItemId cache = add_item(workspace, "Query cache for imaging metadata");
  ItemId store;
  REQUIRE(workspace.edit("Add", [&](Edit& edit) {
    Item item;
    item.title = "Columnar store";
    item.description = "Caches lab results, Übergabe";
    item.tags = {"laboratory"};
    item.external_key = "PROJ-77";
    store = edit.insert(item);
  }));
  CHECK(workspace.search("imag query").empty());  // only the last word is a beginning
  CHECK(workspace.search("query imag") == std::vector<ItemId>{cache});
  CHECK(workspace.search("cache") == std::vector<ItemId>{cache, store});  // the title counts more
  CHECK(workspace.search("PROJ-77") == std::vector<ItemId>{store});
  CHECK(workspace.search("labor") == std::vector<ItemId>{store});
  CHECK(workspace.search("ubergabe") == std::vector<ItemId>{store});
  for (const char* odd : {"", "\"", "*", "AND", "NEAR(", "a:b", "-", "''", ")"}) CHECK_NOTHROW(workspace.search(odd));
  REQUIRE(workspace.undo());
  CHECK(workspace.search("columnar").empty());
  REQUIRE(workspace.redo());
  CHECK(workspace.search("columnar") == std::vector<ItemId>{store});
  REQUIRE(workspace.edit("Remove", [&](Edit& edit) { edit.erase(store); }));
  CHECK(workspace.search("columnar").empty());
  CHECK(workspace.check().intact);
}

TEST_CASE("a copy is one whole file") {
  const TemporaryDirectory directory;
  Workspace workspace = create(directory);
  add_item(workspace, "One");
  REQUIRE(workspace.back_up_to(directory / "copy.tradewind"));
  const auto copy = Workspace::open(directory / "copy.tradewind");
  REQUIRE(copy.has_value());
  CHECK(copy->dump() == workspace.dump());
  CHECK(copy->history().size() == 1);
  CHECK(workspace.back_up_to(directory / "copy.tradewind").error().code == ErrorCode::conflict);
}

}  // namespace
}  // namespace tradewind::storage
