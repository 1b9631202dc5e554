// Files that are missing, somebody else's, newer, older, damaged, hostile, locked, read-only, or on a full disk: a clear
// error, no crash, and not a byte changed.
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>

#include "storage/file_opening.h"
#include "storage/random_edits.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

void make_workspace(const fs::path& path, int items) {
  auto workspace = Workspace::create(path);
  REQUIRE(workspace.has_value());
  REQUIRE(workspace->edit("Fill", [&](Edit& edit) {
    for (int i = 0; i < items; ++i) {
      Item item;
      item.title = "Item " + std::to_string(i);
      item.description = std::string(100, static_cast<char>('a' + i % 26));
      edit.insert(item);
    }
  }));
}

/// Opens and edits; the error of whichever failed.
std::optional<Error> error_of_using(const fs::path& path) {
  Options options;
  options.lock_timeout = std::chrono::milliseconds{50};
  auto workspace = Workspace::open(path, options);
  if (!workspace) return workspace.error();
  const auto receipt = workspace->edit("Edit", [](Edit& edit) {
    Item item;
    item.title = "One more";
    edit.insert(item);
  });
  return receipt ? std::nullopt : std::optional(receipt.error());
}

void run_sql(const fs::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

void check_complete(const Error& error) {
  CHECK_FALSE(error.what.empty());
  CHECK_FALSE(error.why.empty());
  CHECK_FALSE(error.what_to_do.empty());
}

TEST_CASE("files that are not ours are refused and stay as they are") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  ErrorCode expected = ErrorCode::not_ours;
  SECTION("missing") { expected = ErrorCode::not_found; }
  SECTION("empty") { write_bytes(path, ""); }
  SECTION("text") { write_bytes(path, "My notes about the roadmap\n"); }
  SECTION("a directory") { fs::create_directory(path); }
  SECTION("a database of another program") { run_sql(path, "CREATE TABLE recipe(name)"); }
  SECTION("newer") {
    make_workspace(path, 3);
    run_sql(path, "PRAGMA user_version=99");
    expected = ErrorCode::too_new;
  }
  SECTION("a planted trigger") {
    make_workspace(path, 3);
    run_sql(path, "CREATE TRIGGER planted AFTER INSERT ON item BEGIN DELETE FROM team; END");
  }
  SECTION("a planted view") {
    make_workspace(path, 3);
    run_sql(path, "CREATE VIEW planted AS SELECT * FROM item");
  }
  SECTION("a table replaced by a view") {
    make_workspace(path, 3);
    run_sql(path, "ALTER TABLE team RENAME TO real_team; CREATE VIEW team AS SELECT * FROM real_team");
  }
  SECTION("a table without its rules") {
    make_workspace(path, 3);
    run_sql(path, "DROP TABLE check_in; CREATE TABLE check_in(id, outcome, date, value, note, health)");
  }
  const std::string before = fs::is_regular_file(path) ? bytes_of(path) : std::string();
  const auto error = error_of_using(path);
  REQUIRE(error.has_value());
  CHECK(error->code == expected);
  check_complete(*error);
  if (fs::is_regular_file(path)) CHECK(bytes_of(path) == before);
}

TEST_CASE("a cut-off file is refused and stays as it is") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 300);
  const std::string whole = bytes_of(path);
  for (const std::size_t size : {std::size_t{1}, std::size_t{50}, std::size_t{99}, std::size_t{100}, std::size_t{4096},
                                 std::size_t{5000}, whole.size() / 2, whole.size() - 4096}) {
    CAPTURE(size);
    write_bytes(path, whole.substr(0, size));
    const auto error = error_of_using(path);
    REQUIRE(error.has_value());
    check_complete(*error);
    CHECK(bytes_of(path) == whole.substr(0, size));
  }
}

TEST_CASE("a changed byte is found wherever it is, and the file is not written to") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 300);
  const std::string whole = bytes_of(path);
  std::mt19937 generator(11);
  const auto is_refused = [&](const std::string& damaged) {
    write_bytes(path, damaged);
    const auto error = error_of_using(path);
    REQUIRE(error.has_value());
    check_complete(*error);
    REQUIRE(bytes_of(path) == damaged);
    for (const char* suffix : {"-wal", "-shm"}) fs::remove(path.string() + suffix);
    return *error;
  };
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    std::string damaged = whole;
    for (int flips = 1 + static_cast<int>(generator() % 16); flips > 0; --flips)
      damaged[generator() % damaged.size()] ^= static_cast<char>(1 + generator() % 255);
    is_refused(damaged);
  }
  // One letter of a text, which leaves a sound database.
  std::string one_letter = whole;
  one_letter[whole.rfind("Item 7")] = 'X';
  CHECK(is_refused(one_letter).code == ErrorCode::damaged);
  // The byte that says that there are checksums.
  for (int value = 0; value < 256; ++value) {
    CAPTURE(value);
    if (value == static_cast<unsigned char>(whole[20])) continue;
    std::string without_seals = whole;
    without_seals[20] = static_cast<char>(value);
    is_refused(without_seals);
  }
  write_bytes(path, whole);
  CHECK_FALSE(error_of_using(path));
}

TEST_CASE("a changed byte in a page that nothing uses any more is found") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 300);
  {
    auto opened = open_file(path, {});
    REQUIRE(opened.has_value());
    REQUIRE(opened->proof.get().has_value());
    execute(opened->database.get(), "CREATE TABLE large(text)", "test");
    execute(opened->database.get(), "INSERT INTO large VALUES(zeroblob(100000) || 'end')", "test");
    execute(opened->database.get(), "PRAGMA wal_checkpoint(TRUNCATE)", "test");
    execute(opened->database.get(), "DROP TABLE large", "test");
    CHECK(query_integer(opened->database.get(), "PRAGMA freelist_count", "test") > 20);
  }
  CHECK_FALSE(error_of_using(path));
  std::string bytes = bytes_of(path);
  bytes[bytes.size() - 10 * 4096] ^= 1;
  write_bytes(path, bytes);
  const auto error = error_of_using(path);
  REQUIRE(error.has_value());
  CHECK(error->code == ErrorCode::damaged);
  CHECK(bytes_of(path) == bytes);
}

TEST_CASE("a copy has checksums as its original has") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 300);
  REQUIRE(Workspace::open(path)->back_up_to(directory / "copy.tradewind").has_value());
  std::string bytes = bytes_of(directory / "copy.tradewind");
  CHECK_FALSE(error_of_using(directory / "copy.tradewind"));
  bytes[bytes.rfind("Item 7")] = 'X';
  write_bytes(directory / "copy.tradewind", bytes);
  CHECK(error_of_using(directory / "copy.tradewind")->code == ErrorCode::damaged);
}

TEST_CASE("what can be read of a damaged file is saved as a copy") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 2000);
  std::string bytes = bytes_of(path);
  // Somewhere in the middle of the rows.
  for (std::size_t at = bytes.size() / 3; at < bytes.size() / 3 + 8192; ++at) bytes[at] = '\x5a';
  write_bytes(path, bytes);
  REQUIRE_FALSE(Workspace::open(path).has_value());
  const auto salvaged = salvage(path, directory / "saved.tradewind");
  REQUIRE(salvaged.has_value());
  CHECK(salvaged->rows > 500);
  CHECK_FALSE(salvaged->lost.empty());
  const auto saved = Workspace::open(directory / "saved.tradewind");
  REQUIRE(saved.has_value());
  CHECK(saved->check().intact);
  CHECK(bytes_of(path) == bytes);
}

TEST_CASE("a locked file says so and can be edited when the lock is gone") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 3);
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const auto error = error_of_using(path);
  REQUIRE(error.has_value());
  CHECK(error->code == ErrorCode::busy);
  check_complete(*error);
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  CHECK_FALSE(error_of_using(path));
}

TEST_CASE("a read-only file can be read and refuses edits") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 3);
  REQUIRE(::chmod(path.c_str(), 0444) == 0);
  const std::string before = bytes_of(path);
  const auto workspace = Workspace::open(path);
  REQUIRE(workspace.has_value());
  CHECK(workspace->portfolio().all<Item>().size() == 3);
  const auto error = error_of_using(path);
  REQUIRE(error.has_value());
  CHECK(error->code == ErrorCode::no_permission);
  check_complete(*error);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a full disk refuses the edit and loses nothing") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 50);
  const auto before = Workspace::open(path)->dump();
  // In a child, because the limit cannot be taken back: the write-ahead log may not grow past one page.
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    auto workspace = Workspace::open(path);
    const rlimit limit{8192, 8192};
    setrlimit(RLIMIT_FSIZE, &limit);
    const std::string in_memory = workspace->dump();
    const auto receipt = workspace->edit("Too much", [](Edit& edit) {
      for (int i = 0; i < 500; ++i) {
        Item item;
        item.title = std::string(200, 'x');
        edit.insert(item);
      }
    });
    const bool clear = !receipt && receipt.error().code == ErrorCode::no_space && !receipt.error().what_to_do.empty();
    const bool unchanged = workspace->portfolio().all<Item>().size() == 50 && workspace->dump() == in_memory;
    _exit(clear ? (unchanged ? 0 : 2) : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  const auto after = Workspace::open(path);
  REQUIRE(after.has_value());
  CHECK(after->dump() == before);
  CHECK(after->check().intact);
}

TEST_CASE("an older file is backed up, then migrated") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 3);
  std::vector<Migration> with_next = migrations();
  const int next = current_version(with_next) + 1;
  with_next.push_back({next, "ALTER TABLE team ADD COLUMN motto TEXT NOT NULL DEFAULT ''"});
  {
    const auto opened = open_file(path, {}, with_next);
    REQUIRE(opened.has_value());
    CHECK(query_integer(opened->database.get(), "PRAGMA user_version", "test") == next);
    CHECK(query_integer(opened->database.get(), "SELECT count(motto) FROM team", "test") == 0);
  }
  const fs::path backup = path.string() + ".v" + std::to_string(next - 1) + ".backup";
  REQUIRE(fs::exists(backup));
  const auto old = Workspace::open(backup);
  REQUIRE(old.has_value());
  CHECK(old->portfolio().all<Item>().size() == 3);
  // This program is now the older one.
  CHECK(Workspace::open(path).error().code == ErrorCode::too_new);
}

TEST_CASE("a failing migration leaves the old version") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  make_workspace(path, 3);
  std::vector<Migration> broken = migrations();
  broken.push_back({current_version(broken) + 1, "ALTER TABLE team ADD COLUMN motto TEXT; DROP TABLE there_is_none"});
  CHECK_FALSE(open_file(path, {}, broken).has_value());
  const auto workspace = Workspace::open(path);
  REQUIRE(workspace.has_value());
  CHECK(workspace->check().intact);
}

TEST_CASE("a frozen file of each released version opens with all it holds") {
  for (int version = 1; version <= current_version(migrations()); ++version) {
    CAPTURE(version);
    const TemporaryDirectory directory;
    const fs::path path = directory / "w.tradewind";
    const fs::path frozen = fs::path(TRADEWIND_TEST_DATA) / "schema" / ("v" + std::to_string(version) + ".tradewind");
    REQUIRE(fs::exists(frozen));
    fs::copy_file(frozen, path);
    {
      // Reading only leaves it as it is.
      const std::string before = bytes_of(path);
      Options reading;
      reading.read_only = true;
      const auto unchanged = Workspace::open(path, reading);
      REQUIRE(unchanged.has_value());
      CHECK(unchanged->portfolio().item_by_key("TW-1") != nullptr);
      CHECK(unchanged->check().intact);
      CHECK(bytes_of(path) == before);
    }
    const auto workspace = Workspace::open(path);
    REQUIRE(workspace.has_value());
    CHECK(workspace->check().intact);
    REQUIRE(workspace->portfolio().item_by_key("TW-1") != nullptr);
    CHECK(workspace->portfolio().item_by_key("TW-1")->title == "Query cache");
    CHECK(workspace->portfolio().all<Estimate>().size() == 1);
    CHECK(workspace->undo_label() == "Estimate Query cache");
    // Whatever its version was: now a changed byte is found.
    std::string bytes = bytes_of(path);
    bytes[bytes.rfind("Query cache")] = 'X';
    write_bytes(directory / "changed.tradewind", bytes);
    CHECK(error_of_using(directory / "changed.tradewind")->code == ErrorCode::damaged);
  }
}

// To be run once for each new version:  test_storage "[frozen]"
TEST_CASE("freeze a file of the newest version", "[.frozen]") {
  const fs::path path =
      fs::path(TRADEWIND_TEST_DATA) / "schema" / ("v" + std::to_string(current_version(migrations())) + ".tradewind");
  REQUIRE_FALSE(fs::exists(path));
  auto workspace = Workspace::create(path);
  REQUIRE(workspace.has_value());
  ItemId item;
  REQUIRE(workspace->edit("Add Query cache", [&](Edit& edit) {
    Item row;
    row.title = "Query cache";
    item = edit.insert(row);
  }));
  REQUIRE(workspace->edit("Estimate Query cache", [&](Edit& edit) {
    Estimate estimate;
    estimate.item = item;
    estimate.likely = 3.0;
    edit.insert(estimate);
  }));
}

TEST_CASE("the newest schema has a column for every field of the domain, and no other") {
  const TemporaryDirectory directory;
  make_workspace(directory / "w.tradewind", 1);
  const auto opened = open_file(directory / "w.tradewind", {});
  REQUIRE(opened.has_value());
  for_each_entity<StoredEntities>([&]<class Entity>() {
    std::vector<std::string> columns;
    Statement statement(opened->database.get(),
                        "SELECT name FROM pragma_table_info('" + std::string(Entity::table) + "') ORDER BY cid");
    while (statement.step("test")) columns.emplace_back(statement.text(0));
    std::vector<std::string> fields{"id"};
    Entity prototype;
    Entity::fields(prototype, [&](const char* name, auto&) { fields.emplace_back(name); });
    CHECK(columns == fields);
  });
}

}  // namespace
}  // namespace tradewind::storage
