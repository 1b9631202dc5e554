// Changesets between two copies of a workspace.
#include "storage/random_edits.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tradewind::storage {
namespace {

using test::TemporaryDirectory;

struct Replicas {
  TemporaryDirectory directory;
  std::optional<Workspace> ours;
  std::optional<Workspace> theirs;

  explicit Replicas(int items) {
    auto base = Workspace::create(directory / "ours.tradewind");
    REQUIRE(base.has_value());
    REQUIRE(base->edit("Base", [&](Edit& edit) {
      for (int i = 0; i < items; ++i) {
        Item item;
        item.title = "Item " + std::to_string(i);
        item.reach = i;
        edit.insert(item);
      }
    }));
    REQUIRE(base->back_up_to(directory / "theirs.tradewind"));
    ours.emplace(std::move(*base));
    auto copy = Workspace::open(directory / "theirs.tradewind");
    REQUIRE(copy.has_value());
    theirs.emplace(std::move(*copy));
  }
};

template <class Change>
std::string change_item(Workspace& workspace, const std::string& key, const Change& change) {
  const auto receipt = workspace.edit("Change " + key, [&](Edit& edit) {
    Item item = *edit.portfolio().item_by_key(key);
    change(item);
    edit.update(item);
  });
  REQUIRE(receipt.has_value());
  REQUIRE(receipt->seq > 0);
  return *workspace.changeset(receipt->seq);
}

TEST_CASE("replicas that edit different fields end up equal") {
  Replicas replicas(20);
  std::mt19937 generator(7);
  std::vector<std::string> from_ours;
  std::vector<std::string> from_theirs;
  for (int i = 0; i < 60; ++i) {
    const std::string key = "TW-" + std::to_string(1 + generator() % 20);
    const double value = static_cast<double>(1 + i);
    if (i % 2 == 0)
      from_ours.push_back(change_item(*replicas.ours, key, [&](Item& item) {
        if (i % 4 == 0)
          item.title = "Ours " + std::to_string(i);
        else
          item.impact = value;
      }));
    else
      from_theirs.push_back(change_item(*replicas.theirs, key, [&](Item& item) {
        if (i % 4 == 1)
          item.description = "Theirs " + std::to_string(i);
        else
          item.reach = 100 + value;
      }));
  }
  for (const auto& changeset : from_theirs) {
    const auto report = replicas.ours->merge("Merge", changeset);
    REQUIRE(report.has_value());
    CHECK(report->conflicts.empty());
  }
  for (const auto& changeset : from_ours) {
    const auto report = replicas.theirs->merge("Merge", changeset);
    REQUIRE(report.has_value());
    CHECK(report->conflicts.empty());
  }
  CHECK(replicas.ours->dump() == replicas.theirs->dump());
  CHECK(replicas.ours->check().intact);
  CHECK(replicas.theirs->check().intact);
}

TEST_CASE("a field that both changed stays ours and is reported; the rest of the row comes in") {
  Replicas replicas(1);
  change_item(*replicas.ours, "TW-1", [](Item& item) { item.title = "Ours"; });
  const std::string theirs = change_item(*replicas.theirs, "TW-1", [](Item& item) {
    item.title = "Theirs";
    item.reach = 42;
  });
  const auto report = replicas.ours->merge("Merge", theirs);
  REQUIRE(report.has_value());
  REQUIRE(report->conflicts.size() == 1);
  CHECK(report->conflicts[0].field == "title");
  CHECK(report->conflicts[0].ours == "'Ours'");
  CHECK(report->conflicts[0].theirs == "'Theirs'");
  const Item* item = replicas.ours->portfolio().item_by_key("TW-1");
  CHECK(item->title == "Ours");
  CHECK(item->reach == OptionalNumber{42});
  CHECK(replicas.ours->check().intact);
  REQUIRE(replicas.ours->undo());
  CHECK(replicas.ours->portfolio().item_by_key("TW-1")->reach == OptionalNumber{0});
  CHECK(replicas.ours->check().intact);
}

TEST_CASE("what hangs on a row that is gone here is left out and reported") {
  Replicas replicas(2);
  const ItemId gone = replicas.ours->portfolio().item_by_key("TW-1")->id;
  REQUIRE(replicas.ours->edit("Remove", [&](Edit& edit) { edit.erase(gone); }));
  const auto receipt = replicas.theirs->edit("Estimate", [&](Edit& edit) {
    Estimate estimate;
    estimate.item = gone;
    estimate.likely = 3;
    edit.insert(estimate);
  });
  const auto report = replicas.ours->merge("Merge", *replicas.theirs->changeset(receipt->seq));
  REQUIRE(report.has_value());
  CHECK(report->conflicts.size() == 1);
  CHECK(replicas.ours->portfolio().all<Estimate>().empty());
  CHECK(replicas.ours->check().intact);
}

TEST_CASE("items that two copies numbered alike get different keys") {
  Replicas replicas(1);
  const auto add = [](Workspace& workspace, const char* title) {
    const auto receipt = workspace.edit("Add", [&](Edit& edit) {
      Item item;
      item.title = title;
      edit.insert(item);
    });
    return *workspace.changeset(receipt->seq);
  };
  add(*replicas.ours, "Ours");
  const std::string theirs = add(*replicas.theirs, "Theirs");
  REQUIRE(replicas.ours->merge("Merge", theirs));
  CHECK(replicas.ours->portfolio().item_by_key("TW-2")->title == "Ours");
  REQUIRE(replicas.ours->portfolio().item_by_key("TW-3") != nullptr);
  CHECK(replicas.ours->portfolio().item_by_key("TW-3")->title == "Theirs");
  CHECK(replicas.ours->check().intact);
}

TEST_CASE("a changeset that is not one is refused") {
  Replicas replicas(1);
  const std::string before = replicas.ours->dump();
  const auto report = replicas.ours->merge("Merge", "This is not a changeset at all");
  CHECK_FALSE(report.has_value());
  CHECK(replicas.ours->dump() == before);
  CHECK(replicas.ours->check().intact);
}

}  // namespace
}  // namespace tradewind::storage
