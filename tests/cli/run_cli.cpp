#include "cli/run_cli.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <random>

namespace tradewind::cli {
namespace {

/// Reads both pipes until both are closed, so that neither can fill up and block the program.
void collect(int out, int err, Run& run) {
  std::array<pollfd, 2> pipes{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> texts{&run.out, &run.err};
  int open_pipes = 2;
  while (open_pipes > 0 && poll(pipes.data(), pipes.size(), -1) > 0)
    for (std::size_t at = 0; at < pipes.size(); ++at) {
      if (pipes[at].fd < 0 || (pipes[at].revents & (POLLIN | POLLHUP)) == 0) continue;
      std::array<char, 65536> buffer;
      const ssize_t count = read(pipes[at].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[at]->append(buffer.data(), static_cast<std::size_t>(count));
      } else {
        close(pipes[at].fd);
        pipes[at].fd = -1;
        --open_pipes;
      }
    }
}

}  // namespace

const std::string& state_of_cli() {
  static const Folder folder;
  static const std::string path = folder.path().string();
  return path;
}

Run run_cli(const std::vector<std::string>& arguments, Limits limits) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  REQUIRE(pipe2(out.data(), O_CLOEXEC) == 0);
  REQUIRE(pipe2(err.data(), O_CLOEXEC) == 0);
  std::vector<std::string> words{TRADEWIND_CLI};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const std::string state = state_of_cli();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    setenv("XDG_STATE_HOME", state.c_str(), 1);
    if (limits.largest_file != UINT64_MAX) {
      const rlimit limit{limits.largest_file, limits.largest_file};
      setrlimit(RLIMIT_FSIZE, &limit);
    }
    execv(argv[0], argv.data());
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  Run run;
  collect(out[0], err[0], run);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

Json json_of(std::vector<std::string> arguments) {
  arguments.emplace_back("--json");
  const Run run = run_cli(arguments);
  INFO(run.err);
  INFO(run.out.substr(0, 2000));
  REQUIRE(run.status == 0);
  Json document = Json::parse(run.out, nullptr, false);
  REQUIRE_FALSE(document.is_discarded());
  return document;
}

std::string refusal_of(const std::vector<std::string>& arguments) {
  const std::string& file = arguments.at(1);
  const bool exists = std::filesystem::exists(file);
  const std::string before = exists ? bytes_of(file) : std::string{};
  const Run run = run_cli(arguments);
  INFO(run.err);
  CHECK(run.status == 1);
  CHECK(run.out.empty());
  CHECK(run.err.rfind("tradewind-cli: ", 0) == 0);
  CHECK(run.err.find(": ", 15) != std::string::npos);
  CHECK(run.err.substr(run.err.size() - 2) == ".\n");
  CHECK(std::filesystem::exists(file) == exists);
  if (exists) CHECK(bytes_of(file) == before);
  return run.err;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(file);
}

std::string dump_of(const std::string& file) {
  const Run run = run_cli({"dump", file});
  INFO(run.err);
  REQUIRE(run.status == 0);
  return run.out;
}

Folder::Folder() {
  std::random_device random;
  path_ = std::filesystem::temp_directory_path() / ("tradewind-cli-" + std::to_string(random()) + std::to_string(random()));
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace tradewind::cli
