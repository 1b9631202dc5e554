// A file that is damaged while the log beside it still holds edits: what a crash and a bad disk leave together. Neither file is
// touched, and what can be read of both is saved.
#include <algorithm>
#include <fstream>

#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

constexpr int items = 300;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

fs::path log_of(const fs::path& path) { return path.string() + "-wal"; }

void add_item(Workspace& workspace, const std::string& title) {
  REQUIRE(workspace.edit("Add " + title, [&](Edit& edit) {
    Item item;
    item.title = title;
    item.description = std::string(100, 'd');
    edit.insert(item);
  }));
}

/// As a crash leaves it: "Item 0" and so on in the file, "In the log" in the log only.
fs::path make_workspace_with_log(const TemporaryDirectory& directory) {
  const fs::path open = directory / "open.tradewind";
  const fs::path path = directory / "w.tradewind";
  REQUIRE(Workspace::create(open).has_value());
  {
    auto workspace = Workspace::open(open);
    REQUIRE(workspace.has_value());
    for (int i = 0; i < items; ++i) add_item(*workspace, "Item " + std::to_string(i));
  }
  auto workspace = Workspace::open(open);
  REQUIRE(workspace.has_value());
  add_item(*workspace, "In the log");
  fs::copy_file(open, path);
  fs::copy_file(log_of(open), log_of(path));
  REQUIRE(fs::file_size(log_of(path)) > 0);
  return path;
}

void flip_at(const fs::path& path, std::size_t at) {
  std::string bytes = bytes_of(path);
  REQUIRE(at < bytes.size());
  bytes[at] ^= 0x20;
  write_bytes(path, bytes);
}

bool has_item(const Workspace& workspace, const std::string& title) {
  const auto& all = workspace.portfolio().all<Item>();
  return std::any_of(all.begin(), all.end(), [&](const Item& item) { return item.title == title; });
}

TEST_CASE("a log beside a whole file is folded into it") {
  const TemporaryDirectory directory;
  const fs::path path = make_workspace_with_log(directory);
  {
    const auto workspace = Workspace::open(path);
    REQUIRE(workspace.has_value());
    CHECK(has_item(*workspace, "In the log"));
  }
  CHECK_FALSE(fs::exists(log_of(path)));
  CHECK(has_item(*Workspace::open(path), "In the log"));
}

TEST_CASE("a damaged file and the log beside it are refused and stay as they are") {
  const TemporaryDirectory directory;
  const fs::path path = make_workspace_with_log(directory);
  const std::string whole = bytes_of(path);
  const std::string log = bytes_of(log_of(path));
  // Pages that the log holds anew are mended by it; the others are refused.
  int refused = 0;
  for (std::size_t at = 200; at < whole.size(); at += 4096) {
    CAPTURE(at);
    write_bytes(path, whole);
    write_bytes(log_of(path), log);
    flip_at(path, at);
    const std::string damaged = bytes_of(path);
    Options options;
    options.read_only = at % 8192 == 200;
    const auto workspace = Workspace::open(path, options);
    if (workspace) {
      CHECK(workspace->check().intact);
      CHECK(has_item(*workspace, "In the log"));
      continue;
    }
    ++refused;
    CHECK((bytes_of(path) == damaged));
    CHECK((bytes_of(log_of(path)) == log));
    // A changed name of a table looks like a stranger's work.
    if (workspace.error().code == ErrorCode::not_ours) continue;
    CHECK(workspace.error().code == ErrorCode::damaged);
    // Putting a backup in the place of the file alone would lay the edits of one file over another.
    CHECK(workspace.error().what_to_do.find("w.tradewind-wal") != std::string::npos);
    CHECK(workspace.error().what_to_do.find("tradewind-cli salvage") != std::string::npos);
  }
  CHECK(refused > 5);
}

TEST_CASE("what is salvaged of a damaged file holds the edits of the log beside it") {
  const TemporaryDirectory directory;
  const fs::path path = make_workspace_with_log(directory);
  flip_at(path, bytes_of(path).rfind("Item 7"));
  const std::string damaged = bytes_of(path);
  const std::string log = bytes_of(log_of(path));
  REQUIRE_FALSE(Workspace::open(path).has_value());
  const auto salvaged = salvage(path, directory / "saved.tradewind");
  REQUIRE(salvaged.has_value());
  CHECK((bytes_of(path) == damaged));
  CHECK((bytes_of(log_of(path)) == log));
  const auto saved = Workspace::open(directory / "saved.tradewind");
  REQUIRE(saved.has_value());
  CHECK(saved->check().intact);
  CHECK(has_item(*saved, "In the log"));
  CHECK(saved->portfolio().all<Item>().size() == items + 1);
}

}  // namespace
}  // namespace tradewind::storage
