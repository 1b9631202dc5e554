// Which column a card is in, in which order, and that nothing is lost.
#include "support/catch.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/now_next_later.h"
#include "views/roadmap_fixture.h"

using namespace tradewind;
using namespace tradewind::views;
using tradewind::testing::RoadmapFixture;

namespace {

const FixedWidthMeasurer measurer;

NowNextLaterOptions on(Date today, Size size = {1440, 900}) {
  NowNextLaterOptions options;
  options.today = today;
  options.size = size;
  return options;
}

struct Found {
  Rect card;
  int column;  // 0 now, 1 next, 2 later
  std::string description;
};
std::vector<std::pair<std::int64_t, Found>> cards_of(const Scene& scene) {
  std::vector<std::pair<std::int64_t, Found>> cards;
  for (const Shape& shape : scene.shapes)
    if (shape.mark.kind == MarkKind::item) {
      const Rect rect = bounds_of(shape);
      cards.push_back({shape.mark.id, {rect, static_cast<int>(rect.centre().x * 3 / scene.size.width), shape.mark.description}});
    }
  return cards;
}

bool says(const Scene& scene, const std::string& part) {
  for (const Shape& shape : scene.shapes)
    if (const auto* text = std::get_if<TextShape>(&shape.what); text != nullptr && text->text.find(part) != std::string::npos)
      return true;
  return false;
}

}  // namespace

TEST_CASE("columns follow the period of today") {
  RoadmapFixture fixture;
  const Item running = fixture.item("Running", fixture.latency.id);
  const Item second = fixture.item("Second");
  const Item third = fixture.item("Third");
  const Item undated = fixture.item("Undated");
  Item idea = fixture.item("Idea");
  idea.stage = Stage::idea;
  fixture.portfolio.update(idea);
  Item done = fixture.item("Done");
  done.stage = Stage::launched;
  fixture.portfolio.update(done);
  fixture.place(running, make_date(2027, 1, 1), make_date(2027, 5, 1));
  fixture.place(second, make_date(2027, 4, 1), make_date(2027, 7, 1));
  fixture.place(third, make_date(2027, 7, 1), make_date(2027, 10, 1));
  fixture.place(done, make_date(2027, 1, 1), make_date(2027, 2, 1));

  const auto january = cards_of(layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18)), measurer));
  REQUIRE(january.size() == 4);
  CHECK(january[0].first == running.id.value);
  CHECK(january[0].second.column == 0);
  CHECK(january[1].first == second.id.value);
  CHECK(january[1].second.column == 1);
  CHECK(january[2].first == third.id.value);
  CHECK(january[2].second.column == 2);
  CHECK(january[3].first == undated.id.value);
  CHECK(january[3].second.column == 2);
  CHECK(january[3].second.description.find("no date") != std::string::npos);

  const auto may = cards_of(layout_now_next_later(fixture.portfolio, on(make_date(2027, 5, 10)), measurer));
  REQUIRE(may.size() == 4);
  CHECK(may[0].first == running.id.value);
  CHECK(may[0].second.column == 0);
  CHECK(may[0].second.description.find("was due 30 Apr") != std::string::npos);
  CHECK(may[1].second.column == 0);
  CHECK(may[2].second.column == 1);
}

TEST_CASE("cards stand in the order of the backlog, and the picture grows until none is left out") {
  RoadmapFixture fixture;
  for (int i = 0; i < 40; ++i)
    fixture.place(fixture.item("Item " + std::to_string(i)), make_date(2027, 1, 1), make_date(2027, 4, 1));
  const Scene scene = layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18)), measurer);
  const auto cards = cards_of(scene);
  REQUIRE(cards.size() == 40);
  for (std::size_t i = 1; i < cards.size(); ++i) {
    CHECK(cards[i].second.card.y > cards[i - 1].second.card.bottom());
    CHECK(cards[i].second.card.bottom() < scene.size.height);
  }
  CHECK(says(scene, "40 items"));
}

TEST_CASE("a column tells the period to which a card goes, or none where there is none yet") {
  RoadmapFixture fixture;
  fixture.item("Ready");
  const auto keys = [&](Date today) {
    std::vector<std::int64_t> found;
    for (const Board::Column& column : arrange_now_next_later(fixture.portfolio, on(today), measurer).columns)
      found.push_back(column.key);
    return found;
  };
  const auto& quarters = fixture.quarters;
  REQUIRE(quarters.size() >= 3);
  CHECK(keys(add_days(quarters[0].start, 5)) ==
        std::vector<std::int64_t>{quarters[0].id.value, quarters[1].id.value, quarters[2].id.value});
  CHECK(keys(add_days(quarters.back().start, 5)) == std::vector<std::int64_t>{quarters.back().id.value, 0, 0});
}

TEST_CASE("an item in two placements has one card") {
  RoadmapFixture fixture;
  const Item item = fixture.item("Twice");
  fixture.place(item, make_date(2027, 1, 1), make_date(2027, 2, 1));
  fixture.place(item, make_date(2027, 8, 1), make_date(2027, 9, 1));
  const auto cards = cards_of(layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18)), measurer));
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].second.column == 0);
  CHECK(cards[0].second.description.find("to 31 Aug") != std::string::npos);
}

TEST_CASE("texts stay inside their cards at narrow and wide sizes") {
  RoadmapFixture fixture;
  for (int i = 0; i < 5; ++i)
    fixture.place(fixture.item("A title that is far too long for the card it is on " + std::to_string(i), fixture.latency.id),
                  make_date(2027, 1, 1), make_date(2027, 4, 1));
  for (const double width : {640.0, 1024.0, 1920.0}) {
    const Scene scene = layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18), {width, 600}), measurer);
    CHECK(scene.size == Size{width, 600});
    for (const Shape& shape : scene.shapes)
      if (const auto* text = std::get_if<TextShape>(&shape.what)) {
        CHECK(text->box.right() <= width);
        CHECK(measurer.width(text->text, text->style) <= text->box.width + 0.6);
      }
  }
}

TEST_CASE("a card that is too narrow for a title says the short one") {
  RoadmapFixture fixture;
  Item item = fixture.item("A title that is far too long for the card that it is on, however wide it is", fixture.latency.id);
  item.short_title = "Short one";
  fixture.portfolio.update(item);
  fixture.place(item, make_date(2027, 1, 1), make_date(2027, 4, 1));
  CHECK(says(layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18), {900, 600}), measurer), "Short one"));
}

TEST_CASE("an empty plan says what to do") {
  CHECK(says(layout_now_next_later(Portfolio{}, on(make_date(2027, 1, 18)), measurer), "There is no roadmap yet."));
  RoadmapFixture fixture;
  CHECK(says(layout_now_next_later(fixture.portfolio, on(make_date(2027, 1, 18)), measurer),
             "A roadmap shows what is done when, and with whose work."));
}
