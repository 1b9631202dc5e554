// solve: benchmark instances as a script would have them solved.
#include "cli/run_cli.h"

using namespace tradewind::cli;

namespace {

/// Three jobs that need the only machine between a source and a sink.
constexpr const char* machine = "5 1\n1\n0 0 3 2 3 4\n3 1 1 5\n2 1 1 5\n4 1 1 5\n0 0 0\n";
constexpr const char* knapsacks = "2\n3 1 0\n6 5 5\n5 4 4\n8\n2 1 7\n7 3\n2 3\n4\n";

std::string written(const Folder& folder, const std::string& name, std::string_view text) {
  const std::string file = folder / name;
  write_bytes(file, text);
  return file;
}

void check_members(const Json& answer) {
  for (const char* name : {"objective", "bound", "gap", "seconds"}) {
    INFO(name);
    CHECK(answer[name].is_number());
  }
  CHECK(answer["feasible"] == true);
  CHECK(answer["solution"].is_array());
}

}  // namespace

TEST_CASE("solve: the shortest project, with the start of each job") {
  const Folder folder;
  const std::string file = written(folder, "machine.rcp", machine);
  for (const std::string format : {"patterson", "auto"}) {
    const Json answer = json_of({"solve", file, "--format", format});
    check_members(answer);
    CHECK(answer["objective"] == 9);
    CHECK(answer["bound"] == 9);
    CHECK(answer["gap"] == 0);
    REQUIRE(answer["solution"].size() == 5);
    CHECK(answer["solution"][0] == 0);
    CHECK(answer["solution"][4] == 9);
  }
  const Run table = run_cli({"solve", file});
  CHECK(table.status == 0);
  CHECK(table.out.find("Makespan 9: proven best.") != std::string::npos);
}

TEST_CASE("solve: one of several knapsacks, with the items chosen") {
  const Folder folder;
  const std::string file = written(folder, "mknap.txt", knapsacks);
  const Json first = json_of({"solve", file, "--format", "mknap"});
  check_members(first);
  CHECK(first["objective"] == 10);
  CHECK(first["bound"].get<double>() >= 10);
  CHECK(first["solution"] == Json::array({1, 2}));
  const Json second = json_of({"solve", file, "--format", "mknap", "--index", "1", "--time-limit", "1"});
  CHECK(second["objective"] == 7);
  CHECK(second["solution"] == Json::array({0}));
  CHECK(run_cli({"solve", file}).out.find("Items chosen, counted from 0: 1, 2") != std::string::npos);
  CHECK(refusal_of({"solve", file, "--index", "2"}).find("from 0 to 1") != std::string::npos);
}

TEST_CASE("solve: a published project within a second, and the same schedule for the same seed") {
  const std::filesystem::path file = std::filesystem::path(TRADEWIND_SHARED_DATA) / "bench" / "psplib" / "samples" / "j3033_3.sm";
  if (!std::filesystem::exists(file)) return;  // not everybody has it
  const Json limited = json_of({"solve", file.string(), "--format", "psplib", "--time-limit", "1"});
  check_members(limited);
  CHECK(limited["seconds"].get<double>() < 5);
  CHECK(limited["solution"].size() == 32);
  CHECK(limited["solution"][31] == limited["objective"]);
  CHECK(limited["bound"].get<double>() <= limited["objective"].get<double>());
  const Json one = json_of({"solve", file.string(), "--seed", "7"});
  CHECK(one["stopped_early"] == false);
  CHECK(one["solution"] == json_of({"solve", file.string(), "--seed", "7"})["solution"]);
}

TEST_CASE("solve: what cannot be solved is refused with a reason, wrong usage is told apart") {
  const Folder folder;
  const std::string file = written(folder, "machine.rcp", machine);
  refusal_of({"solve", folder / "nothing.sm"});
  CHECK(run_cli({"solve", folder.path().string()}).status == 1);
  CHECK(refusal_of({"solve", file, "--format", "psplib"}).find("PSPLIB") != std::string::npos);
  CHECK(refusal_of({"solve", file, "--index", "1"}).find("one problem only") != std::string::npos);
  CHECK(refusal_of({"solve", written(folder, "cut.rcp", "5 1\n1\n0 0 3")}).find("too few") != std::string::npos);
  CHECK(run_cli({"solve"}).status == 2);
  CHECK(run_cli({"solve", file, "--format", "zip"}).status == 2);
  CHECK(run_cli({"solve", file, "--time-limit", "-1"}).status == 2);
  CHECK(run_cli({"solve", file, "--index", "-1"}).status == 2);
  CHECK(run_cli({"solve", "--help"}).status == 0);
}
