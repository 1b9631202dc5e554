// Planning on the roadmap as people see it: the best plan so far while the search goes on, stopping with it, nothing left of it.
#include "gui/pages/plan_preview.h"

#include <QLabel>
#include <QPushButton>
#include <QThread>
#include <QThreadPool>
#include <QTreeWidget>
#include <atomic>
#include <cmath>

#include "gui/dialogs/message_line.h"
#include "gui/pages/background_work.h"
#include "gui/pages/plan_drawing.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene_hands.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 20000;  // milliseconds
const Date planning_day = make_date(2027, 1, 18);

struct OpenPlanning {
  OpenPlanning() : page(sample.context()) {
    page.set_today(planning_day);
    show(page);
    title = page.view().scene().title;
    // Half of the roadmap is to be planned anew.
    sample.document().edit("Clear", [](storage::Edit& edit) {
      std::vector<PlacementId> gone;
      for (const Placement& placement : edit.portfolio().all<Placement>())
        if (placement.start > planning_day) gone.push_back(placement.id);
      for (const PlacementId id : gone) edit.erase(id);
    });
  }
  QPushButton& button(const char* name) { return *page.plan_preview().findChild<QPushButton*>(name); }
  QString verdict() { return page.plan_preview().findChild<QLabel*>("plan_verdict")->text(); }
  void wait() {
    REQUIRE(QTest::qWaitFor([this] { return button("plan_apply").isEnabled(); }, patience));
  }
  const std::vector<PlanProposal::Line>& added() {
    for (const PlanProposal::Group& group : page.plan_preview().proposal().groups)
      if (group.title == "Added") return group.lines;
    FAIL("nothing is added");
    return page.plan_preview().proposal().groups.front().lines;
  }

  OpenSample sample;
  RoadmapPage page;
  std::string title;
};

}  // namespace

TEST_CASE("The best plan so far is drawn while the search goes on, then the best one, and Escape leaves nothing") {
  OpenPlanning open;
  const std::string before = open.sample.dump();
  int while_planning = 0;
  QObject::connect(&open.page.view(), &SceneView::laid_out, &open.page, [&] {
    if (open.page.shows_plan() && open.page.plan_preview().is_planning()) ++while_planning;
  });
  open.page.plan_automatically();
  CHECK(open.page.plan_preview().is_planning());
  CHECK(open.button("plan_stop").isVisible());
  CHECK_FALSE(open.button("plan_stop").isEnabled());
  open.wait();
  CHECK(while_planning > 0);
  CHECK_FALSE(open.page.plan_preview().is_planning());
  CHECK_FALSE(open.button("plan_stop").isVisible());
  CHECK(open.page.shows_plan());
  CHECK(open.page.view().scene().title != open.title);
  REQUIRE(open.added().size() > 5);
  for (const PlanProposal::Line& line : open.added()) CHECK(open.page.view().find(mark_of(line.item)) != nullptr);
  CHECK(open.sample.dump() == before);
  // Each group lists its lines once it is opened.
  auto* list = open.page.plan_preview().findChild<QTreeWidget*>("plan_list");
  const auto& groups = open.page.plan_preview().proposal().groups;
  REQUIRE(list->topLevelItemCount() == static_cast<int>(groups.size()));
  for (int at = 0; at < list->topLevelItemCount(); ++at) {
    QTreeWidgetItem* head = list->topLevelItem(at);
    head->setExpanded(false);
    head->setExpanded(true);
    CHECK(head->childCount() == static_cast<int>(groups[static_cast<std::size_t>(at)].lines.size()));
  }

  // The bars are those of the plan: nothing can be moved in it.
  const views::Rect bar = bounds_of(open.page.view(), mark_of(open.added().front().item));
  open.page.view().bring_into_view(bar);
  const QPoint press = on_screen(open.page.view(), bar.centre());
  QTest::mousePress(open.page.view().viewport(), Qt::LeftButton, {}, press);
  for (int step = 1; step <= 4; ++step) QTest::mouseMove(open.page.view().viewport(), press + QPoint(20 * step, 0));
  CHECK_FALSE(open.page.view().gesture_is_running());
  QTest::mouseRelease(open.page.view().viewport(), Qt::LeftButton, {}, press + QPoint(80, 0));
  CHECK(open.page.message().text().contains("not applied"));
  CHECK(open.sample.dump() == before);

  open.page.view().setFocus();
  QTest::keyClick(&open.page.view(), Qt::Key_Escape);  // the message
  QTest::keyClick(&open.page.view(), Qt::Key_Escape);
  CHECK_FALSE(open.page.shows_plan());
  CHECK_FALSE(open.page.plan_preview().isVisible());
  CHECK(open.page.view().scene().title == open.title);
  for (const Item& item : open.sample.portfolio().all<Item>())
    if (open.sample.portfolio().owned_by<&Placement::item>(item.id).empty())
      CHECK(open.page.view().find(mark_of(item.id)) == nullptr);
}

TEST_CASE("What is applied has the days that were shown, in one edit") {
  OpenPlanning open;
  open.page.plan_automatically();
  open.wait();
  const auto shown = open.page.plan_preview().proposal().placements;
  const std::size_t edits = open.sample.document().workspace().history().size();
  open.button("plan_apply").click();
  CHECK(open.sample.document().workspace().history().size() == edits + 1);
  CHECK_FALSE(open.page.shows_plan());
  CHECK(open.page.view().scene().title == open.title);
  int dated = 0;
  for (const Placement& placement : open.sample.portfolio().all<Placement>())
    if (placement.period && placement.start) ++dated;
  CHECK(dated > 5);
  for (const Placement& one : shown) {
    bool found = false;
    for (const Placement& placement : open.sample.portfolio().owned_by<&Placement::item>(one.item))
      found = found || (placement.period == one.period && placement.start == one.start && placement.finish == one.finish);
    CHECK(found);
  }
}

TEST_CASE("A change of the roadmap, or a stop before the search began, leaves nothing of the plan") {
  OpenPlanning open;
  open.page.plan_automatically();
  open.wait();
  open.sample.document().edit("Rename", [](storage::Edit& edit) {
    Item item = *edit.portfolio().item_by_key("CDP-125");
    item.title = "Another name";
    edit.update(item);
  });
  CHECK_FALSE(open.page.shows_plan());
  CHECK_FALSE(open.page.plan_preview().isVisible());

  open.page.plan_automatically();
  emit open.page.plan_preview().stopped();
  REQUIRE(QTest::qWaitFor([&] { return !open.page.plan_preview().is_planning(); }, patience));
  CHECK(open.page.plan_preview().isVisible() == open.page.shows_plan());
}

TEST_CASE("A plan that was stopped says so, with its gap") {
  OpenSample sample;
  workbench::PlanningOptions options;
  options.today = planning_day;
  planning::Options search;
  search.go_on = [](const planning::Progress& progress) { return progress.best == nullptr; };
  const auto stopped = workbench::plan_roadmap(sample.portfolio(), options, search);
  REQUIRE(stopped.has_value());
  CHECK(proposal_of(sample.portfolio(), *stopped).verdict.contains("Stopped early"));
  const auto whole = workbench::plan_roadmap(sample.portfolio(), options, {});
  REQUIRE(whole.has_value());
  CHECK_FALSE(proposal_of(sample.portfolio(), *whole).verdict.contains("Stopped early"));
}

TEST_CASE("Work that is asked to end still delivers, and there is no gap before there is a plan") {
  BackgroundWork work;
  std::atomic<bool> was_told{false};
  bool is_done = false;
  std::vector<double> gaps;
  QObject::connect(&work, &BackgroundWork::progressed, [&] {
    was_told = true;
    gaps.push_back(work.gap());
  });
  work.start([&](const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver& deliver) {
    planning::Progress progress;
    while (go_on(progress)) {
      QThread::msleep(5);
      if (!was_told) continue;  // of the first, without a plan
      progress = {100, 110, std::make_shared<const std::vector<int>>(1, 0)};
    }
    deliver([&] { is_done = true; });
  });
  REQUIRE(QTest::qWaitFor([&] { return !gaps.empty() && std::isfinite(gaps.back()); }, patience));
  work.ask_to_end();
  REQUIRE(QTest::qWaitFor([&] { return !work.is_running(); }, patience));
  CHECK(is_done);
  CHECK(std::isinf(gaps.front()));
  CHECK(gaps.back() == Approx(0.1));
}

TEST_CASE("A gap that reads as nothing is not told while the search goes on") {
  for (const auto& [bound, is_told] : {std::pair{100.04, false}, std::pair{110.0, true}}) {
    BackgroundWork work;
    CHECK_FALSE(work.has_gap_to_tell());
    bool is_known = false;
    QObject::connect(&work, &BackgroundWork::progressed, [&] { is_known = true; });
    work.start([&, highest = bound](const BackgroundWork::GoOn& go_on, const BackgroundWork::Deliver&) {
      const planning::Progress progress{100, highest, std::make_shared<const std::vector<int>>(1, 0)};
      while (go_on(progress)) QThread::msleep(5);
    });
    REQUIRE(QTest::qWaitFor([&] { return is_known; }, patience));
    CHECK(work.has_gap_to_tell() == is_told);
    work.stop();
    REQUIRE(QTest::qWaitFor([&] { return !work.is_running(); }, patience));
  }
  QThreadPool::globalInstance()->waitForDone();
}

TEST_CASE("A drawing is given once as it was made, then anew for the size that is asked for") {
  OpenSample sample;
  const paint::QtTextMeasurer measurer;
  views::TimelineOptions options;
  options.today = planning_day;
  options.width = 1000;
  options.header = false;
  const auto wish = std::make_shared<TimelineWish>();
  wish->set(options);
  const RoadmapId roadmap = sample.portfolio().roadmap_by_name({})->id;
  std::vector<Placement> placements;
  for (const Placement& placement : sample.portfolio().all<Placement>()) placements.push_back(placement);
  REQUIRE(placements.size() > 2);
  const ItemId moved = placements.front().item;
  placements.front().start = add_days(*placements.front().start, 91);
  placements.front().finish = add_days(*placements.front().finish, 91);
  const ItemId gone = placements.back().item;
  placements.pop_back();
  PlanDrawer drawer(sample.portfolio(), wish);
  const auto drawing = drawer.draw(roadmap, placements);
  CHECK_FALSE(drawing->is_taken());
  const auto description_of = [](const views::Timeline& timeline, ItemId item) {
    for (const views::Shape& shape : timeline.scene.shapes)
      if (shape.mark.kind == views::MarkKind::item && shape.mark.id == item.value) return shape.mark.description;
    return std::string();
  };
  const std::vector<double> widths{1000, 1000, 1300};
  for (const double& width : widths) {
    options.width = width;
    const bool is_first = &width == &widths.front();
    CHECK(drawing->is_ready(options) == is_first);
    const views::Timeline timeline = is_first ? drawing->take() : drawing->arrange(options, measurer);
    CHECK(drawing->is_taken());
    CHECK(timeline.scene.size.width == width);
    CHECK(timeline.plan->bars.size() == placements.size());
    const std::string direct = description_of(views::arrange_timeline(sample.portfolio(), options, measurer), moved);
    CHECK(description_of(timeline, moved) != direct);
    CHECK_FALSE(description_of(timeline, gone).empty());  // a ghost
  }
}

}  // namespace tradewind::gui
