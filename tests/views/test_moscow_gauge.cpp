// The MoSCoW gauge: shares that add up, the line and what lies beyond it.
#include "tradewind/domain/period.h"
#include "tradewind/views/moscow_gauge.h"
#include "views/figure_text.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

void add_item(Portfolio& portfolio, int number, Moscow moscow, double weeks) {
  Item item;
  item.id = ItemId{number};
  item.key = "TW-" + std::to_string(number);
  item.title = "Item " + std::to_string(number);
  item.moscow = moscow;
  portfolio.insert(item);
  Estimate estimate;
  estimate.id = EstimateId{number};
  estimate.item = item.id;
  estimate.team = TeamId{1};
  estimate.likely = weeks;
  portfolio.insert(estimate);
}

bool has_hatch(const Scene& scene) {
  return std::any_of(scene.shapes.begin(), scene.shapes.end(), [](const Shape& shape) {
    const auto* rect = std::get_if<RectShape>(&shape.what);
    return rect && rect->hatch.color == Token::danger;
  });
}

}  // namespace

TEST_CASE("34, 12 and 10 person-weeks are over the line by 0.4") {
  Portfolio portfolio;
  add_teams(portfolio, 1);
  add_item(portfolio, 1, Moscow::must, 34);
  add_item(portfolio, 2, Moscow::should, 12);
  add_item(portfolio, 3, Moscow::could, 10);
  add_item(portfolio, 4, Moscow::wont, 50);
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_moscow(portfolio, MoscowOptions{}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "0.4\u202Fpw over the line"));
  CHECK(has_text(scene, "Must 61\u202F%"));
  CHECK(has_text(scene, "Should 21\u202F%"));
  CHECK(has_text(scene, "Could 18\u202F%"));  // 17.86; 61 + 21 + 18 = 100
  CHECK(has_text(scene, "Not counted: Won’t 50\u202Fpw."));
  CHECK(has_hatch(scene));
}

TEST_CASE("33 of 55 is on the line and holds") {
  Portfolio portfolio;
  add_teams(portfolio, 1);
  add_item(portfolio, 1, Moscow::must, 33);
  add_item(portfolio, 2, Moscow::should, 12);
  add_item(portfolio, 3, Moscow::could, 10);
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_moscow(portfolio, MoscowOptions{}, measurer);
  CHECK(has_text(scene, "0\u202Fpw below the line"));
  CHECK_FALSE(has_hatch(scene));
}

TEST_CASE("a period counts the part of each item that the plan puts there") {
  Portfolio portfolio;
  add_teams(portfolio, 1);
  add_item(portfolio, 1, Moscow::must, 10);
  add_item(portfolio, 2, Moscow::should, 10);
  Roadmap roadmap;
  roadmap.id = RoadmapId{1};
  roadmap.name = "Plan";
  portfolio.insert(roadmap);
  for (int i = 1; i <= 2; ++i) {
    Placement placement;
    placement.id = PlacementId{i};
    placement.roadmap = roadmap.id;
    placement.item = ItemId{i};
    placement.start = make_date(2027, 3, 22);
    placement.finish = i == 1 ? make_date(2027, 4, 11) : make_date(2027, 4, 1);  // 10 of 20 days, all of 10
    portfolio.insert(placement);
  }
  MoscowOptions options;
  options.period = *parse_period("2027Q1");
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_moscow(portfolio, options, measurer);
  CHECK(has_text(scene, "2027 Q1, 15\u202Fpw planned"));
  CHECK(has_text(scene, "5\u202Fpw"));
  CHECK(has_text(scene, "10\u202Fpw"));
}

TEST_CASE("the gauge draws any number of items at any size, and says what to do without any") {
  const FixedWidthMeasurer measurer;
  for (const int count : {0, 2, 44, 1000}) {
    Portfolio portfolio;
    add_policy(portfolio);
    add_teams(portfolio, 4);
    add_items(portfolio, count, 2);
    for (const Size size : {Size{1440, 900}, Size{1024, 700}, Size{600, 400}}) {
      MoscowOptions options;
      options.size = size;
      const Scene scene = layout_moscow(portfolio, options, measurer);
      check_nothing_is_clipped(scene);
      CHECK(texts_of(scene).size() >= 2);
      CHECK(scene.size.width == size.width);
      CHECK(scene.size.height >= size.height);
    }
  }
}

TEST_CASE("a gauge without an item says what to do: on the roadmap where it is of a period") {
  const FixedWidthMeasurer measurer;
  MoscowOptions options;
  options.size = {1440, 420};
  CHECK(has_text(layout_moscow(Portfolio{}, options, measurer), "Add items and sort them into Must, Should, Could and Won’t."));
  Period quarter;
  quarter.name = "2027Q1";
  quarter.start = make_date(2027, 1, 1);
  quarter.end = make_date(2027, 4, 1);
  options.period = quarter;
  CHECK(
      has_text(layout_moscow(Portfolio{}, options, measurer), "Put items on the roadmap of this period, or choose other items."));
}

TEST_CASE("figures read as people expect them") {
  CHECK(number_text(-0.04, 1) == "0.0");
  CHECK(number_text(-1234.5, 1) == "\u22121,234.5");
  CHECK(number_text(1000000) == "1,000,000");
  CHECK(trimmed_number_text(2.50, 2) == "2.5");
  CHECK(trimmed_number_text(200, 2) == "200");
  CHECK(points_text(-5) == "\u22125");
  CHECK(points_text(8) == "+8");
  CHECK(percent_parts({1, 1, 1}) == std::vector<int>{34, 33, 33});
  CHECK(rounded_parts({0.4, 0.4, 0.4}) == std::vector<int>{1, 0, 0});
  CHECK(percent_parts({0, 0}) == std::vector<int>{0, 0});
}
