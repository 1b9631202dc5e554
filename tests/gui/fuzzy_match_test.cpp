#include "gui/shell/fuzzy_match.h"

#include <QStringList>
#include <algorithm>

#include "support/catch.h"

using tradewind::gui::fuzzy_match;

namespace {

int score(const QString& query, const QString& text) {
  const auto match = fuzzy_match(query, text);
  INFO(query.toStdString() << " in " << text.toStdString());
  REQUIRE(match);
  return match->score;
}

}  // namespace

TEST_CASE("Only texts that hold the letters in their order match") {
  CHECK(fuzzy_match(u"nw", u"New item"));
  CHECK(fuzzy_match(u"NEW ITEM", u"new item"));
  CHECK(fuzzy_match(u"newitem", u"New item"));
  CHECK_FALSE(fuzzy_match(u"wn", u"New item"));
  CHECK_FALSE(fuzzy_match(u"new items", u"New item"));
  CHECK_FALSE(fuzzy_match(u"a", u""));
  CHECK(fuzzy_match(u"", u"New item")->score == 0);
  CHECK(fuzzy_match(u"  ", u"New item")->positions.empty());
}

TEST_CASE("Beginnings of words, letters in a row and exact prefixes come first") {
  CHECK(score("ni", "New item") > score("ni", "Unite"));
  CHECK(score("exp", "Export") > score("exp", "Next step"));
  CHECK(score("undo", "Undo") > score("undo", "Undo rename"));
  CHECK(score("road", "Roadmap") > score("road", "Go to roadmap"));
  CHECK(score("imp", "Import") > score("imp", "Important in map"));
  CHECK(score("go", "goBack") > score("go", "a long gap of"));
  CHECK(score("lb", "logBook") > score("lb", "album lab"));
}

TEST_CASE("The positions are those of the best way to match") {
  CHECK(fuzzy_match(u"ni", u"Unite new item")->positions == std::vector<int>{6, 10});
  CHECK(fuzzy_match(u"map", u"Our roadmap")->positions == std::vector<int>{8, 9, 10});
  CHECK(fuzzy_match(u"new it", u"New item")->positions == std::vector<int>{0, 1, 2, 4, 5});
}

TEST_CASE("Very long texts and queries are no trouble") {
  const QString text = QString("lorem ipsum ").repeated(10000);
  CHECK(fuzzy_match(u"ipsum", text));
  CHECK_NOTHROW(fuzzy_match(text, text));
}
