// Every rule finds what it forbids in made-up files, and nothing in allowed ones: the check can fail.
#include "architecture/architecture.h"
#include "support/catch.h"

namespace tradewind::architecture {
namespace {

std::vector<std::string> rules_broken(const std::vector<SourceFile>& files) {
  std::vector<std::string> rules;
  for (const Violation& one : violations(files)) rules.push_back(one.rule);
  return rules;
}
std::vector<std::string> rules_broken_by(std::string path, std::string text) {
  return rules_broken({{std::move(path), std::move(text)}});
}

using Rules = std::vector<std::string>;

TEST_CASE("An include against the arrows is found in sources and public headers") {
  CHECK(rules_broken_by("src/scoring/rice.cpp", "#include \"tradewind/storage/workspace.h\"\n") == Rules{"arrow"});
  CHECK(rules_broken_by("src/domain/item.cpp", "#include \"tradewind/scoring/rice.h\"\n") == Rules{"arrow"});
  CHECK(rules_broken_by("include/tradewind/views/scene.h", "#pragma once\n#  include <tradewind/workbench/x.h>\n") ==
        Rules{"arrow"});
  CHECK(rules_broken_by("src/paint/painter.cpp", "#include \"tradewind/storage/workspace.h\"\n") == Rules{"arrow"});
  CHECK(rules_broken_by("src/cellar/x.cpp", "int x;\n") == Rules{"arrow"});
}

TEST_CASE("Includes along the arrows are fine, at any distance") {
  CHECK(rules_broken_by("src/views/matrix.cpp", "#include \"tradewind/scoring/rice.h\"\n#include \"views/label.h\"\n").empty());
  CHECK(rules_broken_by("src/cli/main.cpp", "#include \"tradewind/domain/item.h\"\n#include <QGuiApplication>\n").empty());
  CHECK(rules_broken_by("src/scoring/rice.cpp", "// #include \"tradewind/storage/workspace.h\"\n").empty());
}

TEST_CASE("Private headers stay in their room") {
  CHECK(rules_broken_by("src/workbench/x.cpp", "#include \"storage/sqlite.h\"\n") == Rules{"private-header"});
  CHECK(rules_broken_by("include/tradewind/storage/workspace.h", "#pragma once\n#include \"storage/sqlite.h\"\n") ==
        Rules{"private-header"});
}

TEST_CASE("Qt stays in paint, gui and cli") {
  CHECK(rules_broken_by("src/views/x.cpp", "#include <QPainter>\n") == Rules{"qt"});
  CHECK(rules_broken_by("src/domain/x.cpp", "#include <QtCore/QString>\n") == Rules{"qt"});
  CHECK(rules_broken_by("src/paint/x.cpp", "#include <QPainter>\n").empty());
  CHECK(rules_broken_by("src/views/x.cpp", "#include <Quantities.h>\n").empty());
}

TEST_CASE("SQLite stays inside storage, and out of its public headers") {
  CHECK(rules_broken_by("src/workbench/x.cpp", "#include <sqlite3.h>\n") == Rules{"sqlite"});
  CHECK(rules_broken_by("src/exchange/x.cpp", "#include <SQLiteCpp/Database.h>\n") == Rules{"sqlite"});
  CHECK(rules_broken_by("include/tradewind/storage/x.h", "#pragma once\n#include <sqlite3.h>\n") == Rules{"sqlite"});
  CHECK(rules_broken_by("src/storage/x.cpp", "#include <sqlite3.h>\n").empty());
}

TEST_CASE("Only cli and gui print") {
  CHECK(rules_broken_by("src/workbench/x.cpp", "void f() { std::cout << 1; }\n") == Rules{"printing"});
  CHECK(rules_broken_by("src/views/x.cpp", "  printf(\"x\");\n") == Rules{"printing"});
  CHECK(rules_broken_by("src/views/x.cpp", "  snprintf(b, n, \"x\");  // not printf(\n").empty());
  CHECK(rules_broken_by("src/cli/x.cpp", "void f() { std::cout << 1; }\n").empty());
}

TEST_CASE("Headers need #pragma once, files at most 600 lines, tests too") {
  CHECK(rules_broken_by("src/views/x.h", "int x();\n") == Rules{"pragma-once"});
  std::string long_text;
  for (int i = 0; i < longest_file; ++i) long_text += "\n";
  CHECK(rules_broken_by("tests/views/x.cpp", long_text).empty());
  CHECK(rules_broken_by("tests/views/x.cpp", long_text + "\n") == Rules{"length"});
}

TEST_CASE("A room links only what the arrows allow") {
  CHECK(rules_broken_by("src/scoring/CMakeLists.txt", "tradewind_room(scoring LINKS tradewind::domain tradewind::storage)\n") ==
        Rules{"link"});
  CHECK(rules_broken_by("src/scoring/CMakeLists.txt", "tradewind_room(scoring LINKS tradewind::domain)  # tradewind::storage\n")
            .empty());
}

TEST_CASE("Circles of rooms and of headers are found") {
  CHECK(find_circle({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}}) == std::vector<std::string>{"a", "b", "c", "a"});
  CHECK(find_circle({{"a", {"b", "c"}}, {"b", {"c"}}}).empty());
  CHECK(find_circle({{"a", {"a"}}}) == std::vector<std::string>{"a", "a"});
  CHECK(rules_broken({{"src/domain/x.cpp", "#include \"tradewind/scoring/rice.h\"\n"},
                      {"src/scoring/x.cpp", "#include \"tradewind/domain/item.h\"\n"}}) == Rules{"arrow", "circle"});
  CHECK(rules_broken({{"include/tradewind/domain/a.h", "#pragma once\n#include \"tradewind/domain/b.h\"\n"},
                      {"include/tradewind/domain/b.h", "#pragma once\n#include \"tradewind/domain/a.h\"\n"}}) == Rules{"circle"});
}

TEST_CASE("The list of arrows has no circle itself") { CHECK(find_circle(arrows()).empty()); }

}  // namespace
}  // namespace tradewind::architecture
