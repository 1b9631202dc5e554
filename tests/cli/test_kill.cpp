// kill -9 at random moments: the file stays intact, and every edit that had returned is in it.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

int rounds() {
  const char* text = std::getenv("TRADEWIND_KILL_ROUNDS");
  return text == nullptr ? 20 : std::max(1, std::atoi(text));
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 65536> buffer;
  for (ssize_t count = 0; (count = read(descriptor, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(count));
  return text;
}

/// Waits until the program has said something, so that a kill meets edits and not the start of the program.
bool waits_for_output(int descriptor) {
  pollfd watched{descriptor, POLLIN, 0};
  return poll(&watched, 1, 30000) == 1 && (watched.revents & POLLIN) != 0;
}

/// The last complete line of the numbers 1, 2, 3 …
int last_number(const std::string& text) {
  const auto end = text.rfind('\n');
  if (end == std::string::npos) return 0;
  const auto start = end == 0 ? std::string::npos : text.rfind('\n', end - 1);
  const std::string line =
      text.substr(start == std::string::npos ? 0 : start + 1, end - (start == std::string::npos ? 0 : start + 1));
  int number = 0;
  std::from_chars(line.data(), line.data() + line.size(), number);
  return number;
}

/// Runs the loop, kills it after `delay` of editing, and returns the last number that it said.
int run_and_kill(const std::string& file, std::chrono::microseconds delay) {
  std::array<int, 2> out{};
  REQUIRE(pipe2(out.data(), O_CLOEXEC) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(out[1], STDOUT_FILENO);
    execl(TRADEWIND_CLI, TRADEWIND_CLI, "edit-loop", file.c_str(), "1000000", nullptr);
    _exit(127);
  }
  close(out[1]);
  REQUIRE(waits_for_output(out[0]));
  std::this_thread::sleep_for(delay);
  REQUIRE(kill(child, SIGKILL) == 0);
  const std::string said = read_all(out[0]);
  close(out[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  return last_number(said);
}

}  // namespace

TEST_CASE("Killed at any moment, the file is intact and holds every edit that had returned") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> microseconds(0, 60000);
  const Folder folder;
  for (int round = 0; round < rounds(); ++round) {
    INFO("round " << round);
    const std::string file = folder / ("kill" + std::to_string(round) + ".tradewind");
    json_of({"new", file});
    const int returned = run_and_kill(file, std::chrono::microseconds(microseconds(random)));
    REQUIRE(returned >= 1);
    const Json check = json_of({"check", file});
    REQUIRE(check["intact"] == true);
    const Json items = json_of({"list", file, "items", "--fields", "key,title"});
    const int present = static_cast<int>(items.size());
    REQUIRE(present >= returned);
    REQUIRE(present <= returned + 1);  // at most one had become durable and was not said yet
    for (int number = 1; number <= present; ++number)
      REQUIRE(items[static_cast<std::size_t>(number) - 1]["title"] == "Loop " + std::to_string(number));
    REQUIRE(static_cast<int>(json_of({"history", file}).size()) == present);
    // And it can be worked on.
    json_of({"add", file, "item", "title=After the crash"});
    std::filesystem::remove(file);
  }
}
