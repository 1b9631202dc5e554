// What an export may be written over: no workspace, whether it is open or not, and nothing of what lies beside one.
#include <fstream>

#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/replaceable.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

TEST_CASE("no workspace may be replaced, whatever its name is") {
  const TemporaryDirectory directory;
  for (const char* name : {"w.tradewind", "rows.json", "w.tradewind.v1.backup"}) {
    CAPTURE(name);
    const fs::path path = directory / name;
    CHECK(may_be_replaced(path).has_value());
    {
      // New and still open: most of it stands in the log.
      const auto open = Workspace::create(path);
      REQUIRE(open.has_value());
      CHECK(may_be_replaced(path).error().code == ErrorCode::conflict);
    }
    CHECK(may_be_replaced(path).error().code == ErrorCode::conflict);
    CHECK_FALSE(may_be_replaced(path).error().what_to_do.empty());
    CHECK(Workspace::open(path).has_value());
  }
}

TEST_CASE("what lies beside a workspace, or would, may not be replaced") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  const fs::path link = directory / "link.json";
  REQUIRE(Workspace::create(path).has_value());
  fs::create_symlink(path, link);
  CHECK_FALSE(may_be_replaced(link).has_value());
  for (const char* ending : {"-wal", "-shm", "-journal"}) {
    CAPTURE(ending);
    CHECK_FALSE(may_be_replaced(path.string() + ending).has_value());
    CHECK(may_be_replaced(directory / (std::string("notes") + ending)).has_value());
  }
}

TEST_CASE("a damaged workspace may not be replaced either") {
  const TemporaryDirectory directory;
  write_bytes(directory / "w.tradewind", "what a bad disk left");
  CHECK_FALSE(may_be_replaced(directory / "w.tradewind").has_value());
}

TEST_CASE("other files may be replaced") {
  const TemporaryDirectory directory;
  write_bytes(directory / "rows.csv", "key,title\n");
  write_bytes(directory / "empty.csv", "");
  CHECK(may_be_replaced(directory / "rows.csv").has_value());
  CHECK(may_be_replaced(directory / "empty.csv").has_value());
  CHECK(may_be_replaced(directory / "new.csv").has_value());
  CHECK(may_be_replaced(directory / "new.tradewind").has_value());
}

TEST_CASE("a new file is not made beside the log of another one") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  auto workspace = Workspace::create(directory / "other.tradewind");
  REQUIRE(workspace.has_value());
  write_bytes(path.string() + "-wal", "edits of a file that was moved away");
  const auto made = Workspace::create(path);
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().why.find("w.tradewind-wal") != std::string::npos);
  CHECK_FALSE(workspace->back_up_to(path).has_value());
  CHECK_FALSE(fs::exists(path));
  CHECK(fs::file_size(path.string() + "-wal") > 0);
}

}  // namespace
}  // namespace tradewind::storage
