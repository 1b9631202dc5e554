// Texts with places for values, in English and in another language.
#include "tradewind/domain/phrase.h"

#include <type_traits>

#include "support/catch.h"

namespace tradewind {
namespace {

Phrase name(std::string text) { return literal(std::move(text)); }

TEST_CASE("Values stand where the language wants them, and are not translated") {
  const Phrase phrase{translatable("Test", "%1 moves %2"), {name("moves 100 %"), {translatable("Test", "by %1"), {name("%2")}}}};
  CHECK(in_words(phrase) == "moves 100 % moves by %2");
  const auto turned = [](const Text& text) {
    CHECK(std::string(text.context()) == "Test");
    return std::string(text.english()) == "%1 moves %2" ? std::string("%2: %1 (%3)") : "um %1";
  };
  CHECK(in_words(phrase, turned) == "um %2: moves 100 % (%3)");
  CHECK(in_words(std::vector<Phrase>{phrase, name(".")}) == "moves 100 % moves by %2.");
}

TEST_CASE("What is said one after the other, or with something between") {
  const Text between = translatable("Test", "%1; %2");
  CHECK(in_words(joined({}, between)).empty());
  CHECK(in_words(joined({name("A")}, between)) == "A");
  CHECK(in_words(joined({name("A"), name("B"), name("C")}, between)) == "A; B; C");
  CHECK(in_words(together({name("A"), Phrase{}, name("B")})) == "AB");
}

TEST_CASE("A phrase that says nothing is empty") {
  CHECK(Phrase{}.empty());
  CHECK(name("").empty());
  CHECK(together({Phrase{}, name("")}).empty());
  CHECK_FALSE(name("A").empty());
  CHECK_FALSE(Phrase(translatable("Test", "A")).empty());
}

TEST_CASE("Phrases are equal that say the same in the same way") {
  const auto moves = [](std::string what) { return Phrase(translatable("Test", "%1 moves"), {name(std::move(what))}); };
  CHECK(moves("A") == moves("A"));
  CHECK_FALSE(moves("A") == moves("B"));
  CHECK_FALSE(moves("A") == name("A moves"));
  CHECK_FALSE(Phrase(translatable("Test", "A")) == Phrase(translatable("Other", "A")));
  CHECK(Phrase{} == name(""));
}

TEST_CASE("English gets into a phrase only where the collector of texts finds it") {
  CHECK_FALSE(std::is_constructible_v<Phrase, const char*>);
  CHECK_FALSE(std::is_constructible_v<Phrase, std::string>);
  CHECK_FALSE(std::is_constructible_v<Text, const char*, const char*>);
  CHECK_FALSE(std::is_default_constructible_v<Text>);
}

}  // namespace
}  // namespace tradewind
