// The repository keeps its own rules.
#include "architecture/architecture.h"
#include "support/catch.h"

namespace tradewind::architecture {
namespace {

TEST_CASE("The source tree keeps the architecture") {
  const std::vector<SourceFile> files = read_tree(TRADEWIND_SOURCE_ROOT);
  REQUIRE(files.size() > 50);  // an empty tree would pass everything
  std::string found;
  for (const Violation& one : violations(files))
    found += one.path + ":" + std::to_string(one.line) + ": " + one.rule + ": " + one.message + "\n";
  CHECK(found == "");
}

}  // namespace
}  // namespace tradewind::architecture
