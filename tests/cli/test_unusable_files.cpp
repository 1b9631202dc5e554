// Files that cannot be used as they are: the message says why, the status is 1, the file stays as it was.
#include <sqlite3.h>

#include <random>

#include "cli/run_cli.h"

namespace tradewind::cli {
namespace {

struct Database {
  explicit Database(const std::string& file) { REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK); }
  ~Database() { sqlite3_close(handle); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  void run(const char* sql) const { REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }
  sqlite3* handle = nullptr;
};

std::string sample_in(const Folder& folder, const std::string& name) {
  const std::string file = folder / name;
  json_of({"new", file, "--template", "sample"});
  return file;
}

void every_verb_refuses(const std::string& file) {
  CAPTURE(file);
  refusal_of({"list", file, "items"});
  refusal_of({"add", file, "item", "title=x"});
  refusal_of({"undo", file});
  refusal_of({"score", file});
}

}  // namespace

TEST_CASE("A text file, an empty file, a cut-off file and another program's database are refused") {
  const Folder folder;
  const std::string whole = bytes_of(sample_in(folder, "whole.tradewind"));
  const std::string file = folder / "w.tradewind";
  for (const std::string& bytes : {std::string("just text\n"), std::string(), whole.substr(0, 60), whole.substr(0, 5000),
                                   whole.substr(0, whole.size() / 2)}) {
    CAPTURE(bytes.size());
    write_bytes(file, bytes);
    every_verb_refuses(file);
  }
  std::filesystem::remove(file);
  Database(file).run("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
  every_verb_refuses(file);
}

TEST_CASE("A file with a trigger or a view in its schema is refused") {
  const Folder folder;
  for (const char* planted :
       {"CREATE TRIGGER t AFTER UPDATE ON item BEGIN DELETE FROM item; END", "CREATE VIEW v AS SELECT * FROM item"}) {
    const std::string file = sample_in(folder, "planted.tradewind");
    Database(file).run(planted);
    every_verb_refuses(file);
    std::filesystem::remove(file);
  }
}

TEST_CASE("200 files with random bytes flipped: each is refused, none is changed, none crashes") {
  const Folder folder;
  const std::string whole = bytes_of(sample_in(folder, "whole.tradewind"));
  const std::string file = folder / "flipped.tradewind";
  std::mt19937_64 random(20270118);
  for (int round = 0; round < 200; ++round) {
    CAPTURE(round);
    std::string bytes = whole;
    for (std::uint64_t flips = 1 + random() % 16; flips > 0; --flips)
      bytes[random() % bytes.size()] ^= static_cast<char>(1 + random() % 255);
    write_bytes(file, bytes);
    const Run run = run_cli({"list", file, "items"});
    INFO(run.err);
    REQUIRE(run.status == 1);
    REQUIRE(run.err.rfind("tradewind-cli: cannot open flipped.tradewind: ", 0) == 0);
    REQUIRE(bytes_of(file) == bytes);
  }
}

TEST_CASE("A file that another process is writing to is refused after a while, and usable when that has finished") {
  const Folder folder;
  const std::string file = sample_in(folder, "w.tradewind");
  {
    const Database other(file);
    other.run("BEGIN IMMEDIATE");
    CHECK(run_cli({"list", file, "items"}).status == 0);
    CHECK(refusal_of({"add", file, "item", "title=x"}).find("another program is writing") != std::string::npos);
    other.run("ROLLBACK");
  }
  CHECK(run_cli({"add", file, "item", "title=x"}).status == 0);
}

TEST_CASE("A read-only file can be read and is not edited") {
  const Folder folder;
  const std::string file = sample_in(folder, "w.tradewind");
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  CHECK(run_cli({"list", file, "items"}).status == 0);
  CHECK(refusal_of({"add", file, "item", "title=x"}).find("read-only") != std::string::npos);
}

TEST_CASE("A disk that takes no more refuses the edit and keeps everything") {
  const Folder folder;
  const std::string file = sample_in(folder, "w.tradewind");
  const std::string before = dump_of(file);
  const std::string long_text(400000, 'x');
  for (const std::uint64_t room : {std::uint64_t{0}, std::uint64_t{4096}, std::uint64_t{100000}}) {
    CAPTURE(room);
    const Run run = run_cli({"set", file, "TW-1", "description=" + long_text.substr(0, 120000)}, Limits{room});
    INFO(run.err);
    CHECK(run.status == 1);
    CHECK(run.err.rfind("tradewind-cli: ", 0) == 0);
    CHECK(dump_of(file) == before);
  }
  const std::string picture = folder / "roadmap.pdf";
  CHECK(run_cli({"export", file, "--view", "roadmap", "--to", picture}, Limits{1000}).status == 1);
  CHECK_FALSE(std::filesystem::exists(picture));
  CHECK(dump_of(file) == before);
}

TEST_CASE("salvage saves what can be read of a damaged file and leaves it alone") {
  const Folder folder;
  std::string bytes = bytes_of(sample_in(folder, "w.tradewind"));
  const std::string damaged = folder / "damaged.tradewind";
  for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 8192; ++at) bytes[at] = '\x5A';
  write_bytes(damaged, bytes);
  const std::string saved = folder / "saved.tradewind";
  const Json report = json_of({"salvage", damaged, "--to", saved});
  CHECK(report["rows"].get<int>() > 50);
  CHECK(report["lost"].size() > 0);
  CHECK(bytes_of(damaged) == bytes);
  CHECK(json_of({"check", saved})["intact"] == true);
  refusal_of({"salvage", damaged, "--to", saved});
  refusal_of({"salvage", folder / "missing.tradewind", "--to", folder / "other.tradewind"});
}

}  // namespace tradewind::cli
