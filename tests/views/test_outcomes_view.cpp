// The outcomes view: what planned work covers, what it does not, and rows that lack something.
#include "tradewind/views/outcomes_view.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

/// One outcome from 12 s to 7.2 s, now 9.8 s, and `items` items of 0.5 s at 80 % in one quarter.
Portfolio with_outcome(int items) {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, 4);
  add_items(portfolio, items, 7);
  Outcome outcome;
  outcome.id = OutcomeId{1};
  outcome.key = "O1";
  outcome.title = "Cut data retrieval latency by 40 %";
  outcome.unit = "s";
  outcome.metric = "p95";
  outcome.baseline = 12;
  outcome.target = 7.2;
  outcome.decimals = 1;
  outcome.owner = "Head of Platform";
  outcome.due = make_date(2027, 12, 31);
  portfolio.insert(outcome);
  CheckIn check_in;
  check_in.id = CheckInId{1};
  check_in.outcome = outcome.id;
  check_in.date = make_date(2027, 1, 11);
  check_in.value = 9.8;
  check_in.health = "At risk";
  portfolio.insert(check_in);
  Period quarter;
  quarter.id = PeriodId{1};
  quarter.name = "2027Q1";
  quarter.start = make_date(2027, 1, 1);
  quarter.end = make_date(2027, 4, 1);
  portfolio.insert(quarter);
  Roadmap roadmap;
  roadmap.id = RoadmapId{1};
  roadmap.name = "Plan";
  portfolio.insert(roadmap);
  for (int i = 1; i <= items; ++i) {
    Item item = *portfolio.find(ItemId{i});
    item.confidence = 0.8;
    portfolio.update(item);
    Placement placement;
    placement.id = PlacementId{i};
    placement.roadmap = roadmap.id;
    placement.item = item.id;
    placement.start = make_date(2027, 1, 4);
    placement.finish = make_date(2027, 2, 15);
    portfolio.insert(placement);
    if (i % 4 == 0) continue;  // serves no outcome
    Contribution contribution;
    contribution.id = ContributionId{i};
    contribution.item = item.id;
    contribution.outcome = outcome.id;
    contribution.effect = 0.5;
    portfolio.insert(contribution);
  }
  return portfolio;
}

}  // namespace

TEST_CASE("an outcome shows how far it is and what the planned work covers") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_outcomes(with_outcome(4), OutcomesOptions{}, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "46\u202F%"));                       // (12 − 9.8) ÷ 4.8
  CHECK(has_text(scene, "46\u202F% of 2.6\u202Fs needed"));  // 3 × 0.4 = 1.2 of 2.6
  CHECK(has_text(scene, "1.4"));                             // the gap
  CHECK(has_text(scene, "At risk"));
  CHECK(has_text(scene, "p95 · Head of Platform, due 31 Dec 2027"));
  CHECK(has_text(scene, "12 Feb"));  // Friday before Monday 15 February
  CHECK(has_text(scene, "No outcome yet"));
  CHECK(has_text(scene, "1 planned"));
  CHECK(marked_items(scene) == 4);
}

TEST_CASE("the date of an outcome is never cut, however long the name of its metric is") {
  const FixedWidthMeasurer measurer;
  Portfolio portfolio = with_outcome(1);
  Outcome outcome = *portfolio.find(OutcomeId{1});
  outcome.metric = "share of completed tasks";
  portfolio.update(outcome);
  OutcomesOptions options;
  options.size = {895, 700};
  const Scene scene = layout_outcomes(portfolio, options, measurer);
  check_nothing_is_clipped(scene);
  CHECK(has_text(scene, "share of completed tasks"));
  CHECK(has_text(scene, "Head of Platform, due 31 Dec 2027"));
}

TEST_CASE("the colours are explained above the first outcome, however long the page is") {
  const FixedWidthMeasurer measurer;
  for (const bool header : {true, false})
    for (const Size size : {Size{1440, 900}, Size{1024, 700}}) {
      OutcomesOptions options;
      options.size = size;
      options.header = header;
      options.items = true;
      const Scene scene = layout_outcomes(with_outcome(70), options, measurer);
      REQUIRE(scene.size.height > size.height);
      check_nothing_is_clipped(scene);
      const auto bottom_of = [&](std::string_view wanted) {
        for (const TextShape* text : texts_of(scene))
          if (text->text == wanted) return text->box.bottom();
        FAIL("not drawn: " << wanted);
        return 0.0;
      };
      for (const std::string_view word : {"Lands in", "2027 Q1", "not covered"}) CHECK(bottom_of(word) < bottom_of("Health"));
      CHECK(bottom_of("Health") < size.height / 3);
    }
}

TEST_CASE("segments and the uncovered hatch share one scale") {
  const FixedWidthMeasurer measurer;
  const Scene scene = layout_outcomes(with_outcome(4), OutcomesOptions{}, measurer);
  double hatched = 0;
  double covered = 0;
  for (const Shape& shape : scene.shapes) {
    const auto* rect = std::get_if<RectShape>(&shape.what);
    if (!rect) continue;
    if (shape.mark.kind == MarkKind::outcome && rect->hatch.color == Token::danger) hatched += rect->rect.width;
    if (shape.mark.kind == MarkKind::item && shape.mark.description.find("expected") != std::string::npos)
      covered += rect->rect.width + 1;
  }
  REQUIRE(hatched > 0);
  CHECK(covered / (covered + hatched) == Approx(1.2 / 2.6).margin(0.01));
}

TEST_CASE("the items' waterfall is left out for more than 60 items unless asked for") {
  const FixedWidthMeasurer measurer;
  const Portfolio portfolio = with_outcome(70);
  const Scene closed = layout_outcomes(portfolio, OutcomesOptions{}, measurer);
  CHECK(closed.size.height == 900);
  OutcomesOptions options;
  options.items = true;
  const Scene open = layout_outcomes(portfolio, options, measurer);
  CHECK(open.size.height > 70 * 26);
  check_nothing_is_clipped(closed);
  check_nothing_is_clipped(open);
}

TEST_CASE("rows that lack a metric, a target or a check-in say so") {
  const FixedWidthMeasurer measurer;
  Portfolio portfolio;
  for (int i = 1; i <= 3; ++i) {
    Outcome outcome;
    outcome.id = OutcomeId{i};
    outcome.title = "Outcome " + std::to_string(i);
    outcome.position = i;
    if (i >= 2) outcome.baseline = outcome.target = 5;
    if (i == 3) outcome.target = 9;
    portfolio.insert(outcome);
  }
  for (const Size size : {Size{1440, 900}, Size{1024, 700}, Size{800, 300}}) {
    OutcomesOptions options;
    options.size = size;
    const Scene scene = layout_outcomes(portfolio, options, measurer);
    CHECK(has_text(scene, "no metric"));
    CHECK(has_text(scene, "target equals baseline"));
    CHECK(has_text(scene, "not measured"));
    CHECK(has_text(scene, "no check-in"));
    check_nothing_is_clipped(scene);
  }
  CHECK(texts_of(layout_outcomes(Portfolio{}, OutcomesOptions{}, measurer)).size() >= 2);
}

TEST_CASE("outcomes stand in a tree, and a folded one hides its items and parts") {
  const FixedWidthMeasurer measurer;
  Portfolio portfolio = with_outcome(4);
  const auto add = [&](int id, int parent, int position) {
    Outcome outcome;
    outcome.id = OutcomeId{id};
    outcome.title = "Outcome " + std::to_string(id);
    outcome.parent = OutcomeId{parent};
    outcome.position = position;
    portfolio.insert(outcome);
  };
  add(2, 0, 1);
  add(3, 1, 2);
  add(4, 3, 3);
  add(5, 6, 4);  // 5 and 6 go round in a circle
  add(6, 5, 5);
  std::vector<std::pair<std::int64_t, int>> places;
  for (const OutcomeInTree& one : outcome_tree(portfolio)) places.emplace_back(one.outcome->id.value, one.depth);
  CHECK(places == std::vector<std::pair<std::int64_t, int>>{{1, 0}, {3, 1}, {4, 2}, {2, 0}, {5, 0}, {6, 1}});
  CHECK(is_within(portfolio, portfolio.find(OutcomeId{4}), OutcomeId{1}));
  CHECK_FALSE(is_within(portfolio, portfolio.find(OutcomeId{1}), OutcomeId{4}));
  CHECK_FALSE(is_within(portfolio, portfolio.find(OutcomeId{5}), OutcomeId{1}));

  const auto marks = [](const Scene& scene, std::int64_t second) {
    std::vector<std::int64_t> ids;
    for (const Shape& shape : scene.shapes)
      if (shape.mark.kind == MarkKind::outcome && shape.mark.second == second) ids.push_back(shape.mark.id);
    return ids;
  };
  OutcomesOptions options;
  const Scene open = layout_outcomes(portfolio, options, measurer);
  CHECK(marks(open, fold_mark) == std::vector<std::int64_t>{1, 3, 5});
  CHECK(marked_items(open) == 4);
  check_nothing_is_clipped(open);
  options.open[OutcomeId{1}] = false;
  const Scene folded = layout_outcomes(portfolio, options, measurer);
  CHECK(marks(folded, fold_mark) == std::vector<std::int64_t>{5});
  CHECK(marks(folded, unfold_mark) == std::vector<std::int64_t>{1});
  CHECK_FALSE(has_text(folded, "Outcome 3"));
  CHECK_FALSE(has_text(folded, "Outcome 4"));
  CHECK(has_text(folded, "Outcome 2"));
  options.open[OutcomeId{1}] = true;
  options.items = false;
  CHECK(has_text(layout_outcomes(portfolio, options, measurer), "Outcome 4"));
}
