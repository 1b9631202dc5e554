// A workspace that is open stays locked whatever else this process does with its file. A process that lost its lock looks
// closed to others: the next one that closes the file deletes the log under it, and what is edited then dies in a crash.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <functional>
#include <memory>

#include "storage/sqlite.h"
#include "support/catch.h"
#include "support/temporary_directory.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;
using test::TemporaryDirectory;

bool add_item(Workspace& workspace, const std::string& title) {
  return workspace
      .edit("Add " + title,
            [&](Edit& edit) {
              Item item;
              item.title = title;
              edit.insert(item);
            })
      .has_value();
}

/// As an import's dry run does beside the window's own.
bool opens_and_closes(const fs::path& path, bool read_only) {
  Options options;
  options.read_only = read_only;
  return Workspace::open(path, options).has_value();
}

/// As a file dialog does for the icons of a folder's files.
void look_into_files(const fs::path& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::ifstream file(path.string() + suffix, std::ios::binary);
    REQUIRE(file.is_open());
    file.get();
  }
}

/// Asked in a process of its own, because a process does not see its own locks.
bool is_locked(const fs::path& path) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int file = ::open(path.c_str(), O_RDWR);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (file < 0 || fcntl(file, F_GETLK, &lock) != 0) _exit(2);
    _exit(lock.l_type == F_UNLCK ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) != 2);
  return WEXITSTATUS(status) == 1;
}

/// A process beside this one that does two things, the second when it is told to, and dies of it.
/// REQUIRES: this process has no workspace open, which SQLite does not carry over.
class DyingProcess {
 public:
  template <class First, class Second>
  DyingProcess(First first, Second second) {
    REQUIRE(pipe(done_.data()) == 0);
    REQUIRE(pipe(go_on_.data()) == 0);
    child_ = fork();
    REQUIRE(child_ >= 0);
    if (child_ != 0) {
      close(done_[1]);
      close(go_on_[0]);
      return;
    }
    close(done_[0]);
    close(go_on_[1]);
    auto state = first();
    char signal = state ? 'y' : 'n';
    if (write(done_[1], &signal, 1) != 1 || read(go_on_[0], &signal, 1) != 1) _exit(2);
    _exit(state && second(*state) ? 0 : 1);
  }
  ~DyingProcess() {
    close(done_[0]);
    close(go_on_[1]);
    if (child_ > 0) waitpid(child_, nullptr, 0);
  }
  DyingProcess(const DyingProcess&) = delete;
  DyingProcess& operator=(const DyingProcess&) = delete;

  void wait_for_first() {
    char signal = 'n';
    REQUIRE(read(done_[0], &signal, 1) == 1);
    REQUIRE(signal == 'y');
  }
  void do_second_and_die() {
    REQUIRE(write(go_on_[1], "g", 1) == 1);
    int status = 0;
    const pid_t ended = waitpid(child_, &status, 0);
    child_ = 0;
    REQUIRE(ended > 0);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
  }

 private:
  std::array<int, 2> done_{};
  std::array<int, 2> go_on_{};
  pid_t child_ = 0;
};

TEST_CASE("an open workspace stays locked whatever this process does with its file") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  REQUIRE(Workspace::create(path).has_value());
  CHECK_FALSE(is_locked(path));
  {
    auto workspace = Workspace::open(path);
    REQUIRE(workspace.has_value());
    CHECK(is_locked(path));
    REQUIRE(add_item(*workspace, "One"));
    SECTION("opened again to read") { REQUIRE(opens_and_closes(path, true)); }
    SECTION("opened again to edit") { REQUIRE(opens_and_closes(path, false)); }
    SECTION("copied") { REQUIRE(workspace->back_up_to(directory / "copy.tradewind").has_value()); }
    SECTION("salvaged") { REQUIRE(salvage(path, directory / "salvaged.tradewind").has_value()); }
    SECTION("checked") { REQUIRE(workspace->check().intact); }
    SECTION("created again") { REQUIRE_FALSE(Workspace::create(path).has_value()); }
#ifdef F_OFD_SETLK
    SECTION("looked into") { look_into_files(path); }
    SECTION("looked into, and opened again") {
      look_into_files(path);
      REQUIRE(opens_and_closes(path, true));
      REQUIRE(opens_and_closes(path, false));
      look_into_files(path);
    }
#endif
    CHECK(is_locked(path));
    CHECK(is_locked(path.string() + "-shm"));
    CHECK(fs::exists(path.string() + "-wal"));
  }
  CHECK_FALSE(is_locked(path));
  CHECK_FALSE(fs::exists(path.string() + "-wal"));
}

TEST_CASE("a file that was refused while it was open elsewhere keeps that one's lock") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "recipes.tradewind";
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, "PRAGMA journal_mode=WAL; CREATE TABLE recipe(name)", nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(is_locked(path));
  REQUIRE_FALSE(opens_and_closes(path, false));
  CHECK(is_locked(path));
  sqlite3_close(database);
}

/// A process that opened the workspace, added "Before" and did `between`; it adds "After" and dies when it is told to.
template <class Between>
DyingProcess window_of(const fs::path& path, Between between) {
  return {[&] {
            auto workspace = Workspace::open(path);
            if (!workspace || !add_item(*workspace, "Before")) return std::unique_ptr<Workspace>();
            between();
            return std::make_unique<Workspace>(std::move(*workspace));
          },
          [](Workspace& workspace) { return add_item(workspace, "After"); }};
}

TEST_CASE("an edit survives a crash, though another process closed the file before it") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  REQUIRE(Workspace::create(path).has_value());
  std::function<void()> between = [] {};
  SECTION("opened once") {}
  SECTION("after an import's dry run") {
    between = [&] { opens_and_closes(path, true); };
  }
#ifdef F_OFD_SETLK
  SECTION("after a file dialog") {
    between = [&] { look_into_files(path); };
  }
#endif
  DyingProcess window = window_of(path, between);
  window.wait_for_first();
  REQUIRE(opens_and_closes(path, false));
  CHECK(fs::exists(path.string() + "-wal"));
  window.do_second_and_die();
  const auto again = Workspace::open(path);
  REQUIRE(again.has_value());
  CHECK(again->portfolio().all<Item>().size() == 2);
  CHECK(again->check().intact);
}

TEST_CASE("a workspace opened to read and then to edit is folded into one file, whichever closes first") {
  const TemporaryDirectory directory;
  const fs::path path = directory / "w.tradewind";
  REQUIRE(Workspace::create(path).has_value());
  {
    // Only what a crash left makes a reader lock the file.
    DyingProcess window = window_of(path, [] {});
    window.wait_for_first();
    window.do_second_and_die();
  }
  Options to_read;
  to_read.read_only = true;
  auto reader = std::make_unique<Result<Workspace>>(Workspace::open(path, to_read));
  auto editor = std::make_unique<Result<Workspace>>(Workspace::open(path));
  REQUIRE(reader->has_value());
  REQUIRE(editor->has_value());
  const bool reader_closes_first = GENERATE(true, false);
  if (reader_closes_first) reader.reset();
  // Not a new row: after a fork both processes would give it the same id.
  REQUIRE((*editor)->undo().has_value());
  CHECK(is_locked(path));
  editor.reset();
  CHECK(is_locked(path) != reader_closes_first);
  CHECK(fs::exists(path.string() + "-wal") != reader_closes_first);
  reader.reset();
  REQUIRE(opens_and_closes(path, false));
  CHECK_FALSE(is_locked(path));
  CHECK_FALSE(fs::exists(path.string() + "-wal"));
  CHECK(Workspace::open(path)->portfolio().all<Item>().size() == 1);
}

}  // namespace
}  // namespace tradewind::storage
