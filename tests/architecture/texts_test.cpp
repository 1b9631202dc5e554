// What the core says in the window can be said in another language.
#include "architecture/texts.h"

#include <algorithm>

#include "support/catch.h"

namespace tradewind::architecture {
namespace {

std::vector<std::string> rules_broken(const std::string& text) {
  std::vector<std::string> rules;
  for (const Violation& one : text_violations({"src/workbench/x.cpp", text}, true)) rules.push_back(one.rule);
  return rules;
}

using Rules = std::vector<std::string>;

TEST_CASE("Marked texts are found as they are written, with their context and line") {
  const auto found = marked_texts({"x.cpp",
                                   "#include \"a b.h\"\n// translate \"this\" not\nf('\"', translatable(\"Plan\",\n  \"it waits "
                                   "\"  \n \"for \\\"%1\\\"\"), g(translatable(\"Slide\", \"(After)\")));\n"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].context == "Plan");
  CHECK(found[0].english == "it waits for \\\"%1\\\"");
  CHECK(found[0].line == 3);
  CHECK(found[1].english == "(After)");
}

TEST_CASE("A mark that the collector cannot read, and a place without its forerunner") {
  CHECK(rules_broken("Text a = translatable(context, \"it waits\");\n") == Rules{"text"});
  CHECK(rules_broken("Text a = translatable(\"Plan\", text);\n") == Rules{"text"});
  CHECK(rules_broken("Text a = translatable(\"Plan\", \"%1 and %3\");\n") == Rules{"text"});
  CHECK(rules_broken("Text a = translatable(\"Plan\", \"%2 after %1, 100 %\");\n").empty());
}

TEST_CASE("English outside a mark is found; keys, errors, signs and comments are none") {
  CHECK(rules_broken("return \"it waits for \" + name;\n") == Rules{"untranslatable"});
  CHECK(rules_broken("return \"After\";\n") == Rules{"untranslatable"});
  CHECK(rules_broken("say(translatable(\"Plan\", \"it waits\"), \"and ends\");\n") == Rules{"untranslatable"});
  CHECK(rules_broken("return failure(code, \"cannot price \" + f(\"the request\"), why);\n").empty());
  CHECK(rules_broken("find(\"rice\"); add(\", \"); add(\" + \"); // add(\"some words\")\n").empty());
  CHECK(rules_broken("find(\"Lapse reason\");  // a key\n").empty());
  CHECK(rules_broken("error.what = \"cannot say why\";  // an error\n").empty());
}

TEST_CASE("Each text of the core can be collected, and the files that speak say nothing else") {
  const std::vector<SourceFile> files = read_tree(TRADEWIND_SOURCE_ROOT);
  std::size_t texts = 0;
  std::size_t speaking = 0;
  std::string found;
  for (const SourceFile& file : files) {
    if (file.path.compare(0, 6, "tests/") == 0 || file.path == "include/tradewind/domain/phrase.h") continue;
    const auto& list = files_that_speak();
    const bool speaks = std::find(list.begin(), list.end(), file.path) != list.end();
    speaking += speaks ? 1 : 0;
    texts += marked_texts(file).size();
    for (const Violation& one : text_violations(file, speaks))
      found += one.path + ":" + std::to_string(one.line) + ": " + one.rule + ": " + one.message + "\n";
  }
  CHECK(found == "");
  CHECK(texts > 30);  // a mark under another name would pass everything
  CHECK(speaking == files_that_speak().size());
}

}  // namespace
}  // namespace tradewind::architecture
