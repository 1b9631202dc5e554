// The history of rows: what an edit did field by field, what several did together, and bringing an old value back.
#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/row_history.h"

namespace tradewind::storage {
namespace {

using test::TemporaryDirectory;

class History {
 public:
  History() : workspace_(create()) {}

  Workspace& workspace() { return workspace_; }
  const Portfolio& portfolio() const { return workspace_.portfolio(); }

  ItemId add_item(const std::string& title) {
    ItemId id;
    edit([&](Edit& edit) {
      Item item;
      item.title = title;
      item.tags = {"one", "two"};
      id = edit.insert(item);
    });
    return id;
  }
  template <class Change>
  void change(ItemId id, Change change) {
    edit([&](Edit& edit) {
      Item item = *edit.portfolio().find(id);
      change(item);
      edit.update(item);
    });
  }
  void edit(const std::function<void(Edit&)>& change) { REQUIRE(workspace_.edit("Edit", change).has_value()); }

  std::string changeset(std::int64_t seq) const {
    const auto sealed = workspace_.changeset(seq);
    REQUIRE(sealed.has_value());
    return *sealed;
  }
  std::int64_t last() const { return workspace_.history(1).front().seq; }
  std::vector<RowChange> read_last() const {
    const auto rows = read_changeset(changeset(last()));
    REQUIRE(rows.has_value());
    return *rows;
  }
  std::vector<RowChange> since(std::int64_t seq) const {
    ChangesetSum sum;
    auto entries = workspace_.history();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
      if (entry->seq > seq) REQUIRE(sum.add(changeset(entry->seq)).has_value());
    const auto rows = sum.rows();
    REQUIRE(rows.has_value());
    return *rows;
  }

 private:
  Workspace create() const {
    auto workspace = Workspace::create(directory_ / "w.tradewind");
    REQUIRE(workspace.has_value());
    return std::move(*workspace);
  }
  TemporaryDirectory directory_;
  Workspace workspace_;
};

const FieldChange* field(const RowChange& row, std::string_view name) {
  for (const FieldChange& one : row.fields)
    if (one.field == name) return &one;
  return nullptr;
}

TEST_CASE("an update is read as the fields that differ, before and after") {
  History history;
  const ItemId id = history.add_item("Cache");
  history.change(id, [](Item& item) {
    item.title = "Query cache";
    item.reach = 500;
    item.moscow = Moscow::must;
    item.deadline = make_date(2027, 3, 31);
    item.tags = {"two", "three, four"};
  });
  const auto rows = history.read_last();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row == Change{Item::table, id.value, ChangeKind::updated});
  CHECK(rows[0].fields.size() == 5);
  REQUIRE(field(rows[0], "title") != nullptr);
  CHECK(field(rows[0], "title")->before == FieldValue{std::string("Cache")});
  CHECK(field(rows[0], "title")->after == FieldValue{std::string("Query cache")});
  CHECK(field(rows[0], "reach")->before == FieldValue{});
  CHECK(field(rows[0], "reach")->after == FieldValue{500.0});
  CHECK(field(rows[0], "moscow")->after == FieldValue{std::string("must")});
  CHECK(field(rows[0], "deadline")->after == FieldValue{std::string("2027-03-31")});
  CHECK(field(rows[0], "tags")->before == FieldValue{std::vector<std::string>{"one", "two"}});
  CHECK(field(rows[0], "tags")->after == FieldValue{std::vector<std::string>{"two", "three, four"}});
  CHECK(read_changeset("something else").error().code == ErrorCode::damaged);
}

TEST_CASE("rows that come and go are read with the values that they have") {
  History history;
  const ItemId id = history.add_item("Cache");
  for (const RowChange& row : history.read_last())
    if (row.row.table == Item::table) {
      CHECK(row.row.kind == ChangeKind::inserted);
      CHECK(field(row, "title")->after == FieldValue{std::string("Cache")});
      CHECK(field(row, "reach") == nullptr);
      CHECK(field(row, "requester") == nullptr);
    }
  history.edit([&](Edit& edit) { edit.erase(id); });
  const auto rows = history.read_last();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row.kind == ChangeKind::erased);
  CHECK(field(rows[0], "title")->before == FieldValue{std::string("Cache")});
  const auto none = read_changeset(history.changeset(history.last()), [](const Change&) { return false; });
  REQUIRE(none.has_value());
  CHECK(none->empty());
}

TEST_CASE("what several edits did together leaves out what was changed and changed back") {
  History history;
  const ItemId stays = history.add_item("One");
  const ItemId goes = history.add_item("Two");
  const std::int64_t then = history.last();
  history.change(stays, [](Item& item) { item.title = "Between"; });
  history.change(stays, [](Item& item) {
    item.title = "One";
    item.reach = 5;
  });
  history.change(goes, [](Item& item) { item.title = "Later"; });
  history.edit([&](Edit& edit) { edit.erase(goes); });
  const ItemId comes = history.add_item("Three");
  REQUIRE(history.workspace().undo().has_value());
  const auto rows = history.since(then);
  REQUIRE(rows.size() == 2);
  for (const RowChange& row : rows) {
    CHECK(row.row.id != comes.value);
    if (row.row.id == stays.value) {
      CHECK(row.row.kind == ChangeKind::updated);
      REQUIRE(row.fields.size() == 1);
      CHECK(row.fields[0].field == "reach");
    } else {
      CHECK(row.row.id == goes.value);
      CHECK(row.row.kind == ChangeKind::erased);
      CHECK(field(row, "title")->before == FieldValue{std::string("Two")});
    }
  }
  CHECK(history.since(history.last()).empty());
}

TEST_CASE("the history of a row has that of its parts, also of those that are gone") {
  History history;
  const ItemId item = history.add_item("One");
  const ItemId other = history.add_item("Two");
  EstimateId estimate;
  history.edit([&](Edit& edit) {
    Estimate row;
    row.item = item;
    row.likely = 5;
    estimate = edit.insert(row);
    row.item = other;
    edit.insert(row);
  });
  history.edit([&](Edit& edit) {
    Estimate row = *edit.portfolio().find(estimate);
    row.likely = 8;
    edit.update(row);
  });
  history.edit([&](Edit& edit) { edit.erase(estimate); });
  RowAndParts reader(history.portfolio(), Item::table, item.value);
  std::vector<std::size_t> counts;
  for (const HistoryEntry& entry : history.workspace().history()) {
    const auto rows = reader.read(history.changeset(entry.seq));
    REQUIRE(rows.has_value());
    counts.push_back(rows->size());
    for (const RowChange& row : *rows) CHECK((row.row.id == item.value || row.row.id == estimate.value));
  }
  CHECK(counts == std::vector<std::size_t>{1, 1, 1, 0, 1});
}

TEST_CASE("an old value is brought back as a new edit, and refused where it means nothing any more") {
  History history;
  TeamId team;
  history.edit([&](Edit& edit) {
    Team row;
    row.name = "Platform";
    team = edit.insert(row);
  });
  const ItemId item = history.add_item("One");
  EstimateId estimate;
  history.edit([&](Edit& edit) {
    Estimate row;
    row.item = item;
    row.team = team;
    row.likely = 5;
    estimate = edit.insert(row);
  });
  history.change(item, [](Item& row) { row.title = "Two"; });
  const FieldValue old = field(history.read_last().front(), "title")->before;
  history.edit([&](Edit& edit) { restore_field(edit, Item::table, item.value, "title", old); });
  CHECK(history.portfolio().find(item)->title == "One");
  REQUIRE(history.workspace().undo().has_value());
  CHECK(history.portfolio().find(item)->title == "Two");

  history.edit([&](Edit& edit) { edit.erase(team); });
  const auto restore = [&](std::string_view table, std::int64_t id, std::string_view name, const FieldValue& value) {
    return history.workspace().edit("Restore", [&](Edit& edit) { restore_field(edit, table, id, name, value); });
  };
  CHECK(restore(Estimate::table, estimate.value, "team", FieldValue{team.value}).error().code == ErrorCode::not_found);
  CHECK(restore(Team::table, team.value, "name", FieldValue{std::string("A")}).error().code == ErrorCode::not_found);
  CHECK(restore(Item::table, item.value, "colour", FieldValue{}).error().code == ErrorCode::not_found);
  CHECK(restore(Item::table, item.value, "title", FieldValue{}).error().code == ErrorCode::bad_input);
}

}  // namespace
}  // namespace tradewind::storage
