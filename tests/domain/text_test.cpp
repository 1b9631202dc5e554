// Ignoring case in several alphabets, and searching.
#include "tradewind/domain/text.h"

#include <random>

#include "support/catch.h"

using namespace tradewind;

TEST_CASE("case does not matter in Latin, Greek, Cyrillic and Armenian") {
  CHECK(equals_ignoring_case("ÄÖÜ Ångström ČŠŽ", "äöü åNGSTRÖM čšž"));
  CHECK(equals_ignoring_case("ΣΊΣΥΦΟΣ", "σίσυφος"));
  CHECK(equals_ignoring_case("ЁЛКА Ђорђе", "ёлка ЂОРЂЕ"));
  CHECK(equals_ignoring_case("ԱՐԵՎ", "արեվ"));
  CHECK(equals_ignoring_case("ẤẬ", "ấậ"));
  CHECK(equals_ignoring_case("ÿ", "Ÿ"));
  CHECK_FALSE(equals_ignoring_case("×", "÷"));
  CHECK_FALSE(equals_ignoring_case("ß", "ss"));
  CHECK_FALSE(equals_ignoring_case("a", "ä"));
  CHECK(fold_case("ÀÞ × Ω ЯÂ€") == "àþ × ω яâ€");
}

TEST_CASE("bytes that are not UTF-8 equal only themselves") {
  CHECK(equals_ignoring_case("a\xFF", "A\xFF"));
  CHECK_FALSE(equals_ignoring_case("\xFF", "\xFE"));
  CHECK_FALSE(equals_ignoring_case("\xC3", "\xC3\xBC"));
  CHECK(fold_case("A\xC3") == "a\xC3");
  CHECK_FALSE(TextPattern{"ü"}.found_in("x\xC3"));
}

TEST_CASE("names sort ignoring case") {
  CHECK(compare_ignoring_case("alpha", "Beta") < 0);
  CHECK(compare_ignoring_case("Zeta", "alpha") > 0);
  CHECK(compare_ignoring_case("Team", "team 2") < 0);
  CHECK(compare_ignoring_case("ÉTÉ", "été") == 0);
}

TEST_CASE("a pattern is found wherever a plain search in folded text finds it") {
  std::mt19937 random{3};
  const std::vector<std::string> letters{"a", "A", "b", "z", "Z", " ", "ü", "Ü", "я", "Я", "\xC3"};
  const auto any_text = [&](std::size_t longest) {
    std::string text;
    for (std::size_t left = random() % (longest + 1); left > 0; --left) text += letters[random() % letters.size()];
    return text;
  };
  int found = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string text = any_text(12);
    const std::string pattern = any_text(3);
    const bool expected = fold_case(text).find(fold_case(pattern)) != std::string::npos;
    INFO("\"" << pattern << "\" in \"" << text << "\"");
    // A byte sequence cut inside a letter is no letter: only whole letters are compared.
    if (pattern.find('\xC3') != std::string::npos) continue;
    REQUIRE(TextPattern{pattern}.found_in(text) == expected);
    found += expected ? 1 : 0;
  }
  CHECK(found > 1000);
}

TEST_CASE("edit distance counts a swap once, and names are suggested when they are near") {
  CHECK(edit_distance("effort", "efort") == 1);
  CHECK(edit_distance("team", "taem") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(nearest_name("mosocw", {"kind", "moscow", "team"}) == "moscow");
  CHECK(nearest_name("xyz", {"kind", "moscow", "team"}).empty());
  CHECK(nearest_name(std::string(100000, 'x'), {"kind"}).empty());
}
