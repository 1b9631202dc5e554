// A roadmap of many bars: it is laid out beside the window, and what waits for the bars comes after them.
#include <QThreadPool>

#include "gui/dialogs/message_line.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene/rows_layout.h"
#include "gui/scene_hands.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 20000;  // milliseconds
const Date first_day = make_date(2027, 1, 4);

struct OpenLargeRoadmap {
  OpenLargeRoadmap() : page(sample.context()) {
    REQUIRE(sample.document().edit("Fill", [&](storage::Edit& edit) {
      const RoadmapId roadmap = edit.portfolio().roadmap_by_name({})->id;
      for (std::size_t at = 0; at < many_drawn_rows; ++at) {
        Item item;
        item.title = "Bar " + std::to_string(at);
        Placement placement;
        placement.roadmap = roadmap;
        placement.item = last = edit.insert(item);
        placement.start = add_days(first_day, static_cast<int>(at % 300));
        placement.finish = add_days(*placement.start, 30);
        edit.insert(placement);
      }
    }));
    show(page);
    wait();
  }
  void wait() {
    const auto is_there = [&] {
      return !page.view().is_laying_out() && page.view().scene().size.width == page.view().viewport()->width();
    };
    REQUIRE(QTest::qWaitFor(is_there, patience));
  }
  void change_last(const std::function<void(Item&)>& change) {
    REQUIRE(sample.document().edit("Change", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().find(last);
      change(item);
      edit.update(item);
    }));
  }

  OpenSample sample;
  RoadmapPage page;
  ItemId last;
};

}  // namespace

TEST_CASE("Many bars stay in sight while the window gets narrower and wider") {
  OpenLargeRoadmap open;
  REQUIRE(open.page.view().find(mark_of(open.last)) != nullptr);
  for (const int width : {1000, 1300}) {
    const double before = open.page.view().scene().size.width;
    open.page.resize(width, 900);
    QTest::qWait(1);
    CHECK(open.page.view().find(mark_of(open.last)) != nullptr);
    open.wait();
    CHECK(open.page.view().find(mark_of(open.last)) != nullptr);
    CHECK(open.page.view().scene().size.width != before);
  }
}

TEST_CASE("A change of a roadmap of many bars is drawn, and its bars can be dragged") {
  OpenLargeRoadmap open;
  open.change_last([](Item& item) { item.title = "Another name"; });
  CHECK(open.page.view().is_laying_out());
  open.wait();
  CHECK(open.page.view().find(mark_of(open.last))->description.find("Another name") != std::string::npos);

  const auto start = [&] { return open.sample.portfolio().owned_by<&Placement::item>(open.last).begin()->start; };
  const auto before = start();
  const views::Rect bar = bounds_of(open.page.view(), mark_of(open.last));
  const views::Point from{bar.x + bar.width / 2, bar.centre().y};
  drag(open.page.view(), from, {from.x + 90, from.y});
  CHECK(start() > before);
  open.wait();
  CHECK(bounds_of(open.page.view(), mark_of(open.last)).x > bar.x);
}

TEST_CASE("Who asks for a conflict before the bars are there gets it after them") {
  OpenLargeRoadmap open;
  open.change_last([](Item& item) { item.deadline = first_day; });
  REQUIRE(open.page.view().is_laying_out());
  open.page.show_conflict(mark_of(open.last));
  open.wait();
  CHECK(open.page.message().text().contains("deadline"));
  CHECK(open.page.view().current() == mark_of(open.last));
}

TEST_CASE("What is gone cannot be moved by a key while the old bars are still in sight") {
  OpenLargeRoadmap open;
  open.page.view().set_current(mark_of(open.last));
  REQUIRE(open.sample.document().edit("Remove", [&](storage::Edit& edit) { edit.erase(open.last); }));
  REQUIRE(open.page.view().is_laying_out());
  const std::size_t edits = open.sample.document().workspace().history().size();
  QTest::keyClick(&open.page.view(), Qt::Key_Right, Qt::ControlModifier);
  CHECK(open.sample.document().workspace().history().size() == edits);
  open.wait();
  CHECK(open.page.view().find(mark_of(open.last)) == nullptr);
}

TEST_CASE("A roadmap that is closed while its bars are laid out leaves nothing") {
  {
    OpenLargeRoadmap open;
    open.page.view().refresh();
    CHECK(open.page.view().is_laying_out());
  }
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
}

}  // namespace tradewind::gui
