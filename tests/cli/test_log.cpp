// The log says what ran, and never what people wrote.
#include <cstdlib>

#include "cli/run_cli.h"

using namespace tradewind::cli;

TEST_CASE("log: verbs, durations and error codes, without content") {
  const Folder folder;
  const std::string file = folder / "secret-name.tradewind";
  json_of({"new", file});
  json_of({"add", file, "item", "title=Very private title"});
  refusal_of({"show", file, "PRIVATE-9"});
  std::string log;
  // run_cli gives the program one state folder for the whole test run.
  for (const auto& entry : std::filesystem::recursive_directory_iterator(state_of_cli()))
    if (entry.is_regular_file()) log += bytes_of(entry.path());
  CHECK(log.find("add took") != std::string::npos);
  CHECK(log.find("error not_found") != std::string::npos);
  CHECK(log.find("private") == std::string::npos);
  CHECK(log.find("PRIVATE") == std::string::npos);
  CHECK(log.find("secret") == std::string::npos);
}
