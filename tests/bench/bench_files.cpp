// Making and removing the files of the benchmarks.
#include "bench/bench_files.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <string_view>

#include "support/generated_jira_csv.h"
#include "support/generated_portfolio.h"

namespace tradewind::bench {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void give_up(const Error& error) {
  std::fprintf(stderr, "tradewind_bench: %s: %s\n", error.what.c_str(), error.why.c_str());
  std::exit(1);
}

constexpr std::string_view beginning = "tradewind-bench-";

/// A run that was cut off leaves its folder behind, named by the process that made it.
void remove_folders_of_ended_runs(const fs::path& parent) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind(beginning, 0) != 0) continue;
    const pid_t owner = std::atoi(name.c_str() + beginning.size());
    if (owner > 0 && kill(owner, 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
  }
}

/// The folder of this run.
class Folder {
 public:
  // Not in /tmp, which is memory on many systems, where durable writes cost nothing.
  Folder() : path_(fs::path("/var/tmp") / (std::string(beginning) + std::to_string(getpid()))), owner_(getpid()) {
    remove_folders_of_ended_runs(path_.parent_path());
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    if (getpid() == owner_) fs::remove_all(path_, ignored);  // not in a forked child
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  pid_t owner_;
};

const fs::path& folder() {
  static const Folder made;
  return made.path();
}

fs::path make_workspace(std::size_t items) {
  const fs::path path = folder() / (std::to_string(items) + ".tradewind");
  auto workspace = storage::Workspace::create(path);
  if (!workspace) give_up(workspace.error());
  const auto filled = workspace->edit("Fill", [&](storage::Edit& edit) { edit.insert_all(portfolio_of(items)); });
  if (!filled) give_up(filled.error());
  return path;
}

fs::path make_jira_csv(std::size_t rows) {
  const fs::path path = folder() / ("jira-" + std::to_string(rows) + ".csv");
  std::ofstream(path, std::ios::binary) << test::generated_jira_csv(rows);
  return path;
}

}  // namespace

const Portfolio& portfolio_of(std::size_t items) {
  static std::map<std::size_t, std::unique_ptr<Portfolio>> made;
  auto& portfolio = made[items];
  if (!portfolio) {
    test::GeneratedOptions options;
    options.items = items;
    portfolio = std::make_unique<Portfolio>(test::generated_portfolio(options));
  }
  return *portfolio;
}

const fs::path& workspace_of(std::size_t items) {
  static std::map<std::size_t, fs::path> made;
  auto& path = made[items];
  if (path.empty()) path = make_workspace(items);
  return path;
}

const fs::path& jira_csv_of(std::size_t rows) {
  static std::map<std::size_t, fs::path> made;
  auto& path = made[rows];
  if (path.empty()) path = make_jira_csv(rows);
  return path;
}

fs::path fresh_path(const std::string& name) {
  static int number = 0;
  return folder() / (name + '-' + std::to_string(++number) + ".tradewind");
}

void remove_workspace(const fs::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix, ignored);
}

storage::Workspace open_copy(std::size_t items, const fs::path& path) {
  fs::copy_file(workspace_of(items), path);
  auto workspace = storage::Workspace::open(path);
  if (!workspace) give_up(workspace.error());
  return *std::move(workspace);
}

}  // namespace tradewind::bench
