// The matrix: labels without overlap, nothing lost, any number of items.
#include "tradewind/views/matrix.h"
#include "tradewind/views/square_root_axis.h"
#include "views/label_placement.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

Portfolio portfolio_of(int items, std::uint32_t seed, int known = 9) {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, 4);
  add_items(portfolio, items, seed, known);
  return portfolio;
}

Rect square(const Bubble& bubble) {
  return {bubble.centre.x - bubble.radius, bubble.centre.y - bubble.radius, 2 * bubble.radius, 2 * bubble.radius};
}

std::vector<Rect> bubbles_in(const Scene& scene) {
  std::vector<Rect> rects;
  for (const Shape& shape : scene.shapes)
    if (const auto* ellipse = std::get_if<EllipseShape>(&shape.what)) rects.push_back(ellipse->rect);
  return rects;
}

}  // namespace

TEST_CASE("placed labels overlap nothing and stay inside the frame") {
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    Numbers numbers(seed);
    LabelProblem problem;
    problem.frame = {50, 40, 300.0 + numbers.below(900), 250.0 + numbers.below(500)};
    problem.obstacles = {{60, 46, 70, 18}};
    const int count = 2 + numbers.below(90);
    for (int i = 0; i < count; ++i) {
      problem.bubbles.push_back({{problem.frame.x + numbers.below(static_cast<int>(problem.frame.width)),
                                  problem.frame.y + numbers.below(static_cast<int>(problem.frame.height))},
                                 7.0 + numbers.below(12)});
      problem.labels.push_back({static_cast<std::size_t>(i), {30.0 + numbers.below(110), 14}, 1});
    }
    const auto labels = place_labels(problem);
    REQUIRE(labels.size() == problem.labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!labels[i]) continue;
      const Rect& box = labels[i]->box;
      INFO("seed " << seed << ", label " << i);
      CHECK(box.x >= problem.frame.x);
      CHECK(box.y >= problem.frame.y);
      CHECK(box.right() <= problem.frame.right());
      CHECK(box.bottom() <= problem.frame.bottom());
      CHECK_FALSE(box.overlaps(problem.obstacles.front()));
      for (const Bubble& bubble : problem.bubbles) CHECK_FALSE(box.overlaps(square(bubble)));
      for (std::size_t j = i + 1; j < labels.size(); ++j)
        if (labels[j]) CHECK_FALSE(box.overlaps(labels[j]->box));
    }
  }
}

TEST_CASE("a lone bubble has its label beside it without a leader, a far one has a leader") {
  LabelProblem problem;
  problem.frame = {0, 0, 400, 300};
  problem.bubbles = {{{100, 100}, 10}};
  problem.labels = {{0, {60, 14}, 1}};
  auto labels = place_labels(problem);
  REQUIRE(labels[0]);
  CHECK_FALSE(labels[0]->has_leader);
  CHECK(labels[0]->box.x == Approx(113));

  // The only room is a strip 25 px below the bubble.
  problem.frame = {60, 135, 90, 25};
  labels = place_labels(problem);
  REQUIRE(labels[0]);
  CHECK(labels[0]->has_leader);
  problem.obstacles = {{0, 0, 400, 300}};  // no room at all
  CHECK_FALSE(place_labels(problem)[0]);
}

TEST_CASE("the sample's size of backlog finds a place for nearly every label") {
  const Portfolio portfolio = portfolio_of(44, 3, 10);
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_matrix(portfolio, MatrixOptions{}, measurer);
  check_nothing_is_clipped(scene);
  const std::vector<Rect> bubbles = bubbles_in(scene);
  CHECK(bubbles.size() == 44);
  std::vector<Rect> labels;
  for (const TextShape* text : texts_of(scene))
    if (text->style.halo == Token::base && text->style.size == Approx(11.5)) labels.push_back(text->box);
  CHECK(labels.size() >= 38);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (const Rect& bubble : bubbles) CHECK_FALSE(labels[i].overlaps(bubble));
    for (std::size_t j = i + 1; j < labels.size(); ++j) CHECK_FALSE(labels[i].overlaps(labels[j]));
  }
}

TEST_CASE("every item of any backlog is a bubble, a chip in the tray, or counted there") {
  const FixedWidthMeasurer measurer;
  for (const int count : {1, 2, 150, 200}) {
    const Portfolio portfolio = portfolio_of(count, 5, 8);
    for (const Size size : {Size{1440, 900}, Size{1024, 700}, Size{500, 400}}) {
      MatrixOptions options;
      options.size = size;
      const Scene scene = layout_matrix(portfolio, options, measurer);
      INFO(count << " items at " << size.width);
      CHECK(scene.size == size);
      check_nothing_is_clipped(scene);
      std::size_t left_out = 0;  // "and 12 more" in the tray
      for (const TextShape* text : texts_of(scene))
        if (text->text.size() > 5 && text->text.substr(text->text.size() - 5) == " more" && text->style.color == Token::text_3) {
          const std::size_t from = text->text.find_first_of("0123456789");
          left_out += static_cast<std::size_t>(std::stoi(text->text.substr(from)));
        }
      CHECK(marked_items(scene) + left_out >= static_cast<std::size_t>(count));
    }
  }
}

TEST_CASE("a thousand items are dots without numbers") {
  const Portfolio portfolio = portfolio_of(1200, 9);
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_matrix(portfolio, MatrixOptions{}, measurer);
  check_nothing_is_clipped(scene);
  const std::vector<Rect> dots = bubbles_in(scene);
  CHECK(dots.size() > 900);
  for (const Rect& dot : dots) CHECK(dot.width <= 8);
  CHECK(scene.shapes.size() < dots.size() + 200);
}

TEST_CASE("the matrix without items says what it is for; with items but no estimates the axes stay") {
  const FixedWidthMeasurer measurer;
  CHECK(layout_matrix(Portfolio{}, MatrixOptions{}, measurer).shapes.size() >= 2);
  const Scene scene = layout_matrix(portfolio_of(6, 1, 0), MatrixOptions{}, measurer);
  CHECK(has_text(scene, "Quick wins"));
  CHECK(has_text(scene, "6 without effort"));
  CHECK(marked_items(scene) == 6);
}

TEST_CASE("bubbles lie where their values are and stored cut-points win over medians") {
  Portfolio portfolio = portfolio_of(2, 4, 10);
  WorkspaceSettings settings;
  settings.effort_cut = 4;
  settings.impact_cut = 1;
  portfolio.insert(settings);
  const double efforts[] = {1, 16};
  for (int i = 0; i < 2; ++i) {
    Item item = *portfolio.find(ItemId{i + 1});
    item.impact = i == 0 ? 3 : 0.5;
    item.confidence = 1;
    portfolio.update(item);
    Estimate estimate = *portfolio.find(EstimateId{i + 1});
    estimate.likely = efforts[i];
    portfolio.update(estimate);
  }
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_matrix(portfolio, MatrixOptions{}, measurer);
  std::string small;
  std::string large;
  Rect small_at;
  Rect large_at;
  for (const Shape& shape : scene.shapes)
    if (std::holds_alternative<EllipseShape>(shape.what)) {
      (shape.mark.id == 1 ? small : large) = shape.mark.description;
      (shape.mark.id == 1 ? small_at : large_at) = bounds_of(shape);
    }
  CHECK(small.find("Quick wins") != std::string::npos);
  CHECK(large.find("Time sinks") != std::string::npos);
  CHECK(small_at.x < large_at.x);
  CHECK(small_at.y < large_at.y);
}

TEST_CASE("ticks of a square-root axis are round and do not crowd") {
  const SquareRootAxis axis(1, 36, 0, 600);
  CHECK(axis.pixel(1) == Approx(0));
  CHECK(axis.pixel(36) == Approx(600));
  CHECK(axis.pixel(12.25) == Approx(300));
  const std::vector<double> ticks = axis.ticks(0, 600, 40);
  CHECK(std::find(ticks.begin(), ticks.end(), 10.0) != ticks.end());
  for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(axis.pixel(ticks[i]) - axis.pixel(ticks[i - 1]) >= 40);
}
