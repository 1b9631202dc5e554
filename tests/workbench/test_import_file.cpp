#include <fstream>

#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/import_file.h"
#include "workbench/workspace_fixture.h"

using namespace tradewind;
using namespace tradewind::workbench;

namespace {

void write(const std::filesystem::path& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
}

ImportOutcome imported(storage::Workspace& workspace, const std::filesystem::path& path, const ImportFileOptions& options = {}) {
  auto outcome = import_file(workspace, path, options);
  if (!outcome) FAIL(outcome.error().what << ": " << outcome.error().why);
  const auto& report = outcome->report;
  CHECK(report.rows == report.created + report.updated + report.unchanged + static_cast<std::int64_t>(report.skipped.size()));
  return *outcome;
}

constexpr const char* wishes = "ID,Title,Reach\nW-1,Dark mode,1200\nW-2,Export,80\n";

}  // namespace

TEST_CASE("An import is one edit, named after the file, and a dry run is none") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  write(folder / "wishes.csv", wishes);
  const std::string before = workspace.dump();
  ImportFileOptions dry;
  dry.dry_run = true;
  CHECK(imported(workspace, folder / "wishes.csv", dry).report.created == 2);
  CHECK(workspace.dump() == before);

  const auto edits = workspace.history().size();
  const ImportOutcome outcome = imported(workspace, folder / "wishes.csv");
  CHECK(outcome.format == "csv");
  CHECK(outcome.report.created == 2);
  CHECK(workspace.history().size() == edits + 1);
  CHECK(workspace.history(1).front().label == "Import wishes.csv");
  CHECK(imported(workspace, folder / "wishes.csv").report.unchanged == 2);
  CHECK(workspace.history().size() == edits + 1);
  REQUIRE(workspace.undo());
  CHECK(workspace.dump() == before);
}

TEST_CASE("An import can be given up whenever it asks, and leaves nothing") {
  const TemporaryFolder folder;
  std::string many = "ID,Title,Reach\n";
  for (int row = 0; row < 500; ++row) many += "W-" + std::to_string(row) + ",Wish " + std::to_string(row) + ",10\n";
  write(folder / "many.csv", many);
  {
    const TemporaryFolder other;
    auto sample = new_workspace(other, Template::sample);
    REQUIRE(write_text_file(folder / "sample.json", workspace_json(sample)));
  }
  for (const char* file : {"many.csv", "sample.json"}) {
    INFO(file);
    const TemporaryFolder target;
    auto workspace = new_workspace(target);
    const std::string before = workspace.dump();
    const auto edits = workspace.history().size();
    int asked = 0;
    for (bool is_imported = false; !is_imported; ++asked) {
      INFO("given up after " << asked << " questions");
      int left = asked;
      ImportFileOptions options;
      options.go_on = [&left] { return left-- > 0; };
      const auto outcome = import_file(workspace, folder / file, options);
      is_imported = outcome.has_value();
      if (is_imported) break;
      CHECK(outcome.error().code == ErrorCode::cancelled);
      CHECK(workspace.history().size() == edits);
      REQUIRE(workspace.dump() == before);
      REQUIRE(asked < 1000);
    }
    // Between the steps, every hundred rows and after the last one.
    CHECK(asked > 5);
    CHECK(workspace.history().size() == edits + 1);
    REQUIRE(workspace.undo());
    CHECK(workspace.dump() == before);
  }
}

TEST_CASE("A workspace's JSON holds what every source said of its items, each once") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  write(folder / "wishes.csv", wishes);
  write(folder / "bugs.csv", "ID,Title\nB-1,Blank page\n");
  CHECK(import_records_of_items(workspace).empty());
  CHECK(imported(workspace, folder / "wishes.csv").report.created == 2);
  CHECK(imported(workspace, folder / "bugs.csv").report.created == 1);
  CHECK(workspace.import_records("csv:wishes").size() == 2);
  CHECK(workspace.import_records("csv:bugs").size() == 1);
  CHECK(workspace.import_records({}).size() == 3);
  CHECK(import_records_of_items(workspace).size() == 3);
  REQUIRE(write_text_file(folder / "all.json", workspace_json(workspace)));
  const TemporaryFolder other;
  auto copy = new_workspace(other, Template::empty);
  REQUIRE(import_file(copy, folder / "all.json", {}));
  CHECK(copy.import_records({}).size() == 3);
  CHECK(imported(copy, folder / "wishes.csv").report.unchanged == 2);
}

TEST_CASE("A workspace's JSON: into an empty file it is the same workspace, into another it finds its own things by name") {
  const TemporaryFolder folder;
  {
    const TemporaryFolder other;
    auto sample = new_workspace(other, Template::sample);
    REQUIRE(write_text_file(folder / "sample.json", workspace_json(sample)));
    const std::string dump = sample.dump();
    auto empty = new_workspace(folder, Template::empty);
    CHECK(imported(empty, folder / "sample.json").report.created == 44);
    CHECK(empty.dump() == dump);
    CHECK(imported(empty, folder / "sample.json").report.unchanged == 44);
  }
  const TemporaryFolder third;
  auto quarterly = new_workspace(third);
  added(quarterly, "item", {"title=Mine"});
  const std::string before = quarterly.dump();
  CHECK(imported(quarterly, folder / "sample.json").report.created == 44);
  const Portfolio& portfolio = quarterly.portfolio();
  CHECK(portfolio.all<Item>().size() == 45);
  CHECK(portfolio.periods_in_order(PeriodKind::quarter).size() == 4);
  CHECK(quarterly.check().intact);
  std::size_t active = 0;
  for (const AllocationPolicy& policy : portfolio.all<AllocationPolicy>()) active += policy.active ? 1U : 0U;
  CHECK(active == 1);
  REQUIRE(quarterly.undo());
  CHECK(quarterly.dump() == before);
}

TEST_CASE("What cannot be read is refused with the file's name") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  const auto missing = import_file(workspace, folder / "missing.csv", {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().what.find("missing.csv") != std::string::npos);
  write(folder / "wishes.csv", wishes);
  ImportFileOptions options;
  options.profile = "no such profile";
  CHECK_FALSE(import_file(workspace, folder / "wishes.csv", options));
  options = {};
  options.format = "parchment";
  CHECK_FALSE(import_file(workspace, folder / "wishes.csv", options));
}

TEST_CASE("A profile kept in the workspace maps the columns") {
  const TemporaryFolder folder;
  auto workspace = new_workspace(folder);
  added(workspace, "profile", {"name=Wishes", "format=csv", "mapping={\"title\":\"Wish\",\"reach\":\"People\"}"});
  write(folder / "wishes.csv", "Wish,People\nDark mode,1200\n");
  ImportFileOptions options;
  options.profile = "wishes";
  CHECK(imported(workspace, folder / "wishes.csv", options).report.created == 1);
  const Item& item = *workspace.portfolio().all<Item>().begin();
  CHECK(item.title == "Dark mode");
  CHECK(item.reach == OptionalNumber{1200});
}
