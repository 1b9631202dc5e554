// Which column a card is in, that nothing is lost, and that nothing is cut off.
#include <algorithm>

#include "support/catch.h"
#include "tradewind/views/board.h"
#include "views/roadmap_fixture.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using tradewind::testing::RoadmapFixture;

namespace {

const FixedWidthMeasurer measurer;

BoardOptions by(BoardColumns columns, Size size = {1440, 900}) {
  BoardOptions options;
  options.columns = columns;
  options.today = make_date(2027, 1, 18);
  options.size = size;
  return options;
}

std::string column_of(const Board& board, ItemId item) {
  for (const Shape& shape : board.scene.shapes)
    if (shape.mark.kind == MarkKind::item && shape.mark.id == item.value)
      for (const Board::Column& column : board.columns)
        if (column.rect.contains(bounds_of(shape).centre())) return column.title;
  return {};
}

}  // namespace

TEST_CASE("a card stands in the period in which its work starts, or in the last column") {
  RoadmapFixture fixture;
  const Item early = fixture.item("Early");
  const Item late = fixture.item("Late");
  const Item waiting = fixture.item("Waiting");
  const Item beyond = fixture.item("Beyond");
  fixture.place(early, make_date(2027, 2, 1), make_date(2027, 5, 1));
  fixture.place(late, make_date(2027, 8, 1), make_date(2027, 9, 1));
  fixture.place(beyond, make_date(2029, 1, 1), make_date(2029, 2, 1));
  const Board board = arrange_board(fixture.portfolio, by(BoardColumns::periods), measurer);
  CHECK(column_of(board, early.id) == "2027 Q1");
  CHECK(column_of(board, late.id) == "2027 Q3");
  CHECK(column_of(board, waiting.id) == "Not placed");
  CHECK(column_of(board, beyond.id) == "Other dates");
  for (const Board::Column& column : board.columns) CHECK(column.takes_cards == (column.title != "Other dates"));
  CHECK(board.columns.front().key == fixture.quarters.front().id.value);
  CHECK(board.columns.back().key == 0);
}

TEST_CASE("a board by stage shows what is placed, one by MoSCoW what is open") {
  RoadmapFixture fixture;
  const Item placed = fixture.item("Placed");
  Item other = fixture.item("Other");
  other.moscow = Moscow::should;
  fixture.portfolio.update(other);
  Item done = fixture.item("Done");
  done.stage = Stage::launched;
  fixture.portfolio.update(done);
  fixture.place(placed, make_date(2027, 2, 1), make_date(2027, 5, 1));
  const Board stages = arrange_board(fixture.portfolio, by(BoardColumns::stages), measurer);
  CHECK(column_of(stages, placed.id) == "Ready");
  CHECK(column_of(stages, other.id).empty());
  const Board moscow = arrange_board(fixture.portfolio, by(BoardColumns::moscow), measurer);
  CHECK(column_of(moscow, other.id) == "Should");
  CHECK(column_of(moscow, placed.id) == "Not sorted");
  CHECK(column_of(moscow, done.id).empty());
}

TEST_CASE("a card ends on the last working day") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Item");
  fixture.place(item, make_date(2027, 2, 1), make_date(2027, 3, 15));
  const Board board = arrange_board(fixture.portfolio, by(BoardColumns::periods), measurer);
  const auto card = std::find_if(board.scene.shapes.begin(), board.scene.shapes.end(),
                                 [&](const Shape& shape) { return shape.mark.id == item.id.value; });
  REQUIRE(card != board.scene.shapes.end());
  CHECK(card->mark.description.find("1 Feb – 12 Mar") != std::string::npos);
}

TEST_CASE("nothing is cut off at any size, and long columns count their rest") {
  for (const int items : {0, 1, 40, 1500}) {
    Portfolio portfolio;
    checks::add_policy(portfolio);
    checks::add_teams(portfolio, 4);
    checks::add_items(portfolio, items, 7);
    for (const double width : {480.0, 1024.0, 1920.0}) {
      CAPTURE(items, width);
      const Board board = arrange_board(portfolio, by(BoardColumns::moscow, {width, 600}), measurer);
      checks::check_nothing_is_clipped(board.scene);
      CHECK(board.columns.empty() == (items == 0));
      std::size_t cards = checks::marked_items(board.scene);
      for (const TextShape* text : checks::texts_of(board.scene))
        if (text->text.rfind("and ", 0) == 0) cards += std::stoul(text->text.substr(4));
      CHECK(cards == static_cast<std::size_t>(items));
    }
  }
}

TEST_CASE("a board without a roadmap or periods says what to do") {
  Portfolio portfolio;
  checks::add_items(portfolio, 3, 1);
  const Board board = arrange_board(portfolio, by(BoardColumns::periods), measurer);
  CHECK(board.columns.empty());
  CHECK(checks::has_text(board.scene, "There is no roadmap yet."));
}
