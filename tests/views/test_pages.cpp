// Pictures on pages: what stands where, what is cut, and what stands on every page.
#include <algorithm>
#include <cmath>

#include "tradewind/views/paper.h"
#include "tradewind/views/timeline.h"
#include "views/view_checks.h"

using namespace tradewind;
using namespace tradewind::views;
using namespace tradewind::views::checks;

namespace {

constexpr double points_per_pixel = 0.75;

/// Lanes of rows of bars, each with a name on it, under a head and beside the names of the lanes, as on a roadmap.
struct Lanes {
  int lanes = 1;
  int rows = 1;     // of a lane
  int columns = 1;  // bars in a row

  static constexpr double head = 60, left = 120, pitch = 20, bar_width = 100, bar_pitch = 130;

  Scene scene() const {
    Scene scene;
    scene.title = "Plan";
    const double lane_height = 14 + rows * pitch;
    scene.size = {left + columns * bar_pitch + 40, head + lanes * lane_height};
    scene.frozen = {left, head, scene.size.height};
    add_text(scene, {16, 10, 80, 20}, "Plan");
    for (int column = 0; column < columns; ++column)
      add_text(scene, {left + column * bar_pitch, 34, bar_width, 20}, "Week " + std::to_string(column));
    for (int lane = 0; lane < lanes; ++lane) {
      const double top = head + lane * lane_height;
      add_rect(scene, {0, top, left, lane_height}, Mark{MarkKind::lane, lane + 1, 0, "lane"});
      add_text(scene, {16, top + 6, 90, 16}, "Lane " + std::to_string(lane));
      for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
          // Rows are shifted: where there are many, bars lie across every cut.
          const double x = left + column * bar_pitch + (row * 7) % 40;
          const std::int64_t id = (static_cast<std::int64_t>(lane) * rows + row) * columns + column + 1;
          const Rect bar{x, top + 7 + row * pitch, bar_width, 16};
          add_rect(scene, bar, Mark{MarkKind::item, id, 0, "bar"});
          add_text(scene, bar, "Item " + std::to_string(id));
        }
    }
    return scene;
  }

 private:
  static void add_rect(Scene& scene, Rect rect, Mark mark) {
    RectShape shape;
    shape.rect = rect;
    scene.add(shape, std::move(mark));
  }
  static void add_text(Scene& scene, Rect box, std::string text) {
    TextShape shape;
    shape.box = box;
    shape.text = std::move(text);
    scene.add(std::move(shape));
  }
};

bool holds(const Rect& outer, const Rect& inner) {
  constexpr double tolerance = 0.6;
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance && inner.right() <= outer.right() + tolerance &&
         inner.bottom() <= outer.bottom() + tolerance;
}

/// Of the marks and texts that are no larger than `largest`: how many are whole on no page, and how many texts are cut on any.
struct Faults {
  std::size_t nowhere_whole = 0;
  std::size_t cut_texts = 0;
};
Faults faults_of(const Scene& scene, const std::vector<PaperPage>& pages, double largest) {
  Faults faults;
  std::vector<bool> is_whole(scene.shapes.size(), false);
  std::vector<bool> is_small(scene.shapes.size(), false);
  for (std::size_t at = 0; at < scene.shapes.size(); ++at) {
    const Rect bounds = bounds_of(scene.shapes[at]);
    const bool counts = std::holds_alternative<TextShape>(scene.shapes[at].what) ||
                        (scene.shapes[at].mark.kind != MarkKind::none && scene.shapes[at].mark.kind != MarkKind::dependency);
    is_small[at] = counts && bounds.height <= largest &&
                   (bounds.width <= largest || pages.front().content.panes.front().part.width >= scene.size.width);
  }
  for (const PaperPage& page : pages)
    for (const PagePane& pane : page.content.panes)
      for (const std::uint32_t shape : pane.shapes) {
        const bool whole = holds(pane.part, bounds_of(scene.shapes[shape]));
        if (whole) is_whole[shape] = true;
        if (!whole && is_small[shape] && std::holds_alternative<TextShape>(scene.shapes[shape].what)) ++faults.cut_texts;
      }
  for (std::size_t at = 0; at < scene.shapes.size(); ++at)
    if (is_small[at] && !is_whole[at]) ++faults.nowhere_whole;
  return faults;
}

/// Nothing stands outside of the margins or in the footer.
void check_pages_hold_their_panes(const std::vector<PaperPage>& pages) {
  for (const PaperPage& page : pages) {
    const double width = page.size.width - 2 * page.margin;
    const double height = page.footer ? page.footer->box.y : page.size.height - 2 * page.margin;
    CHECK(page.content.size.width <= width + 0.01);
    CHECK(page.content.size.height <= height + 0.01);
    REQUIRE_FALSE(page.content.panes.empty());
    for (const PagePane& pane : page.content.panes) {
      CHECK(pane.at.x >= -0.01);
      CHECK(pane.at.y >= -0.01);
      CHECK(pane.at.x + pane.part.width * page.content.scale <= width + 0.01);
      CHECK(pane.at.y + pane.part.height * page.content.scale <= height + 0.01);
    }
  }
}

const PagePane* pane_of(const PaperPage& page, double x, double y) {
  const auto& panes = page.content.panes;
  const auto found =
      std::find_if(panes.begin(), panes.end(), [&](const PagePane& pane) { return pane.part.x == x && pane.part.y == y; });
  return found == panes.end() ? nullptr : &*found;
}

bool shows(const PaperPage& page, const std::string& wanted) {
  for (const PagePane& pane : page.content.panes)
    for (const std::uint32_t shape : pane.shapes)
      if (const auto* text = std::get_if<TextShape>(&page.content.scene->shapes[shape].what); text && text->text == wanted)
        return true;
  return false;
}

}  // namespace

TEST_CASE("a picture of a usual shape is one page as large as it is, whole and without a number") {
  const std::vector<Scene> scenes{Lanes{3, 4, 8}.scene(), Lanes{2, 2, 8}.scene()};
  for (const Paper paper : {Paper::automatic, Paper::one}) {
    const auto pages = paper_pages(scenes, paper);
    REQUIRE(pages.size() == 2);
    for (std::size_t at = 0; at < pages.size(); ++at) {
      const Scene& scene = scenes[at];
      CHECK(pages[at].size.width == Approx(scene.size.width * points_per_pixel));
      CHECK(pages[at].size.height == Approx(scene.size.height * points_per_pixel));
      CHECK(pages[at].margin == 0);
      CHECK_FALSE(pages[at].footer);
      CHECK(pages[at].content.scale == Approx(points_per_pixel));
      REQUIRE(pages[at].content.panes.size() == 1);
      const PagePane& pane = pages[at].content.panes.front();
      CHECK(pane.part == Rect{0, 0, scene.size.width, scene.size.height});
      CHECK(pane.at.x == Approx(0).margin(1e-6));
      CHECK(pane.at.y == 0);
      CHECK(pane.shapes.size() == scene.shapes.size());
      CHECK(std::is_sorted(pane.shapes.begin(), pane.shapes.end()));
    }
  }
}

TEST_CASE("a strip is cut into pages of A4; one page of it stays within what readers accept") {
  const std::vector<Scene> scenes{Lanes{20, 50, 9}.scene()};
  CHECK(paper_pages(scenes, Paper::automatic).size() > 5);
  const auto one = paper_pages(scenes, Paper::one);
  REQUIRE(one.size() == 1);
  CHECK(one.front().size.height <= 14400);
  CHECK(one.front().content.panes.size() == 1);
  // Also where it lies.
  const std::vector<Scene> wide{Lanes{1, 2, 80}.scene()};
  const auto pages = paper_pages(wide, Paper::automatic);
  CHECK(pages.size() > 5);
  check_pages_hold_their_panes(pages);
  CHECK(faults_of(wide.front(), pages, 150).nowhere_whole == 0);
}

TEST_CASE("10,000 bars: all whole, no text cut, heads and numbers on every page") {
  const std::vector<Scene> scenes{Lanes{10, 100, 10}.scene()};
  const Scene& scene = scenes.front();
  for (const Paper paper : {Paper::automatic, Paper::a4, Paper::a3, Paper::letter}) {
    INFO(to_text(paper));
    const auto pages = paper_pages(scenes, paper);
    REQUIRE(pages.size() > 5);
    check_pages_hold_their_panes(pages);
    const Faults faults = faults_of(scene, pages, 150);
    CHECK(faults.nowhere_whole == 0);
    CHECK(faults.cut_texts == 0);
    for (std::size_t at = 0; at < pages.size(); ++at) {
      const PagePane* head = pane_of(pages[at], 0, 0);
      REQUIRE(head != nullptr);
      CHECK(head->at.y == 0);
      if (at > 0) CHECK(head->part.height == Lanes::head);
      CHECK(shows(pages[at], "Week 3"));
      REQUIRE(pages[at].footer);
      CHECK(pages[at].footer->text == "Plan, page " + std::to_string(at + 1) + " of " + std::to_string(pages.size()));
      // The body begins under its head, where the page before has ended.
      const PagePane& body = pages[at].content.panes.front();
      if (at == 0) continue;
      CHECK(body.at.y == Approx(Lanes::head * pages[at].content.scale));
      CHECK(body.part.y == pages[at - 1].content.panes.front().part.bottom());
    }
    CHECK(pages.back().content.panes.front().part.bottom() == scene.size.height);
  }
}

TEST_CASE("a lane that goes on says its name again, also beside") {
  const std::vector<Scene> scenes{Lanes{2, 120, 10}.scene()};
  const auto pages = paper_pages(scenes, Paper::a4);
  REQUIRE(pages.size() > 2);
  for (const PaperPage& page : pages) {
    const Rect body = page.content.panes.front().part;
    const double second = Lanes::head + 14 + 120 * Lanes::pitch;
    if (body.y < second - 1) CHECK(shows(page, "Lane 0"));
    if (body.bottom() > second + 40) CHECK(shows(page, "Lane 1"));
    if (body.y > second) CHECK_FALSE(shows(page, "Lane 0"));
    const PagePane& name = page.content.panes.back();
    if (body.y == 0 || body.y == second) continue;
    CHECK(name.shapes.size() == 1);
    CHECK(name.at.y == page.content.panes.front().at.y);
  }
}

TEST_CASE("pages end between lanes where that leaves little of a page empty") {
  const std::vector<Scene> scenes{Lanes{60, 5, 9}.scene()};
  const auto pages = paper_pages(scenes, Paper::a4);
  REQUIRE(pages.size() > 2);
  for (const PaperPage& page : pages) {
    const double lanes = (page.content.panes.front().part.bottom() - Lanes::head) / (14 + 5 * Lanes::pitch);
    CHECK(std::abs(lanes - std::round(lanes)) < 0.02);
  }
}

TEST_CASE("a little too large is made smaller, down to 60 %; wider pictures go on side by side with the column repeated") {
  const Size room{600, 400};
  const std::vector<Scene> smaller{Lanes{1, 4, 8}.scene()};  // 1200 wide
  auto pages = paper_pages(smaller, room);
  REQUIRE(pages.size() == 1);
  CHECK(pages.front().content.scale == Approx(0.5));
  CHECK_FALSE(pages.front().footer);

  const std::vector<Scene> wider{Lanes{1, 4, 12}.scene()};  // 1720, which fits at 47 %
  pages = paper_pages(wider, room);
  REQUIRE(pages.size() == 2);
  check_pages_hold_their_panes(pages);
  CHECK(pages.front().content.scale >= 0.6 * points_per_pixel);
  for (const PaperPage& page : pages) {
    CHECK(shows(page, "Plan"));
    CHECK(shows(page, "Lane 0"));
    CHECK(page.footer);
  }
  CHECK(pages[1].content.panes.front().at.x == Approx(Lanes::left * pages[1].content.scale));
  const Faults faults = faults_of(wider.front(), pages, 150);
  CHECK(faults.nowhere_whole == 0);
  CHECK(faults.cut_texts == 0);

  const std::vector<Scene> both{Lanes{4, 60, 30}.scene()};
  pages = paper_pages(both, room);
  check_pages_hold_their_panes(pages);
  CHECK(pages.size() > 10);
  const Faults of_both = faults_of(both.front(), pages, 100);
  CHECK(of_both.nowhere_whole == 0);
  CHECK(of_both.cut_texts == 0);
}

TEST_CASE("paper lies as the picture does, and a small picture is enlarged to 125 % at most") {
  const auto first = [](const Scene& scene) { return paper_pages({scene}, Paper::a4).front(); };
  Scene scene;
  scene.size = {1440, 900};
  PaperPage page = paper_pages(std::vector{scene}, Paper::letter).front();
  CHECK(page.size == Size{792, 612});
  CHECK(first(scene).size == Size{842, 595});
  scene.size = {900, 1300};
  CHECK(first(scene).size == Size{595, 842});
  scene.size = {200, 100};
  CHECK(first(scene).content.scale == Approx(1.25 * points_per_pixel));
  scene.size = {0, 100};
  CHECK(paper_pages({scene}, Paper::a4).empty());
}

TEST_CASE("a roadmap of 10,000 items is whole on its pages") {
  Portfolio portfolio;
  add_policy(portfolio);
  add_teams(portfolio, 4);
  add_items(portfolio, 10000, 7);
  Roadmap roadmap;
  roadmap.id = RoadmapId{1};
  roadmap.name = "Roadmap";
  roadmap.lanes = LaneRule::team;
  portfolio.insert(roadmap);
  const Date first_day = make_date(2027, 1, 4);
  for (int at = 0; at < 10000; ++at) {
    Placement placement;
    placement.id = PlacementId{at + 1};
    placement.roadmap = roadmap.id;
    placement.item = ItemId{at + 1};
    placement.start = add_days(first_day, at * 7 % 330);
    placement.finish = add_days(*placement.start, 10 + at % 40);
    portfolio.insert(placement);
  }
  const FixedWidthMeasurer measurer;
  TimelineOptions options;
  options.today = first_day;
  const std::vector<Scene> scenes{layout_timeline(portfolio, options, measurer)};
  const auto pages = paper_pages(scenes, Paper::automatic);
  CHECK(pages.size() > 20);
  check_pages_hold_their_panes(pages);
  const Faults faults = faults_of(scenes.front(), pages, 150);
  CHECK(faults.nowhere_whole == 0);
  CHECK(faults.cut_texts == 0);
  for (const PaperPage& page : pages) CHECK(shows(page, "Roadmap"));
}
