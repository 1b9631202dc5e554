// What the line at the bottom says deserves attention: when it says so, what it lists, and where that leads.
#include "gui/shell/status_line.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "gui/open_sample.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene_hands.h"
#include "gui/shell/alert_button.h"
#include "gui/shell/main_window.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

AlertButton& alerts_of(const QWidget& inside) {
  auto* button = inside.findChild<AlertButton*>("alerts");
  REQUIRE(button != nullptr);
  return *button;
}

QList<QAction*> listed(const AlertButton& button) {
  emit button.menu()->aboutToShow();
  return button.menu()->actions();
}

bool says(const AlertButton& button, const QString& name) {
  return QTest::qWaitFor([&] { return button.isVisible() && button.accessibleName() == name; });
}

/// A line over a plan of one team, which has the capacity for half of what is planned.
class OpenLine {
 public:
  explicit OpenLine(const std::string& team_name = "R&D") : line_(sample_.context()) {
    const Period quarter = quarter_of(make_date(2027, 1, 1));
    edit([&](storage::Edit& edit) {
      Team team;
      team.name = team_name;
      team.key = "T";
      capacity_.team = edit.insert(team);
      capacity_.period = edit.insert(quarter);
      capacity_.typed = 20;
      capacity_.id = edit.insert(capacity_);
      Roadmap roadmap;
      roadmap.name = "Plan";
      roadmap_ = edit.insert(roadmap);
      place(edit, "A-1", 40, {});
    });
    line_.resize(1000, 30);
    line_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&line_));
  }

  template <class Change>
  void edit(Change change) {
    REQUIRE(document().edit("Change", change));
  }
  void place(storage::Edit& edit, const std::string& key, double effort, std::optional<Date> deadline) const {
    Item item;
    item.key = item.title = key;
    item.deadline = deadline;
    Estimate estimate;
    estimate.item = edit.insert(item);
    estimate.team = capacity_.team;
    estimate.likely = effort;
    edit.insert(estimate);
    Placement placement;
    placement.roadmap = roadmap_;
    placement.item = estimate.item;
    placement.period = capacity_.period;
    edit.insert(placement);
  }
  void give(double person_weeks) {
    capacity_.typed = person_weeks;
    edit([&](storage::Edit& edit) { edit.update(capacity_); });
  }
  Document& document() { return sample_.document(); }
  StatusLine& line() { return line_; }
  AlertButton& button() const { return alerts_of(line_); }
  AlertWatch& watch() const { return *line_.findChild<AlertWatch*>(); }

 private:
  OpenSample sample_{workbench::Template::empty};
  Capacity capacity_;
  RoadmapId roadmap_;
  StatusLine line_;
};

}  // namespace

TEST_CASE("One alert is said in a sentence; it goes when the plan is mended, and undo brings it back") {
  OpenLine open;
  const QString overload = "1 alert: R&D, 2027 Q1: 40 of 20 person-weeks; over capacity by 20";
  REQUIRE(says(open.button(), overload));
  CHECK((open.button().focusPolicy() & Qt::TabFocus) != 0);
  QSignalSpy chosen(&open.line(), &StatusLine::alert_chosen);
  const auto entries = listed(open.button());
  REQUIRE(entries.size() == 1);
  CHECK(entries.front()->text().startsWith("R&&D, 2027 Q1"));
  entries.front()->trigger();
  CHECK(chosen.count() == 1);

  open.give(40);
  CHECK(QTest::qWaitFor([&] { return !open.button().isVisible(); }));
  REQUIRE(open.document().undo());
  CHECK(says(open.button(), overload));
}

TEST_CASE("Several alerts are counted, and the menu lists the heaviest of them") {
  OpenLine open;
  open.edit([&](storage::Edit& edit) {
    for (int number = 2; number < 18; ++number) open.place(edit, "A-" + std::to_string(number), 1, make_date(2026, 12, 1));
  });
  REQUIRE(says(open.button(), "17 alerts"));
  CHECK(open.button().text() == "17 alerts");
  const auto entries = listed(open.button());
  REQUIRE(entries.size() == 13);
  CHECK(entries[0]->text().contains("over capacity by 36"));
  CHECK(entries[1]->text().contains("ends after its deadline of 1 Dec 2026"));
  CHECK(entries[12]->text() == "and 5 more");
  CHECK_FALSE(entries[12]->isEnabled());
}

TEST_CASE("A long alert does not make the window wider") {
  OpenLine open(std::string(300, 'w'));
  REQUIRE(QTest::qWaitFor([&] { return open.button().isVisible(); }));
  CHECK(open.button().text().size() > 300);
  CHECK(open.button().width() < 500);
  CHECK(open.line().minimumSizeHint().width() < 500);
  CHECK(open.button().toolTip() == open.button().text());
}

TEST_CASE("Alerts are looked for after people pause, once for many edits, and not while nobody sees them") {
  OpenLine open;
  QSignalSpy found(&open.watch(), &AlertWatch::found);
  for (const double weeks : {21, 22, 23}) open.give(weeks);
  QCoreApplication::processEvents();
  CHECK(found.count() == 0);
  REQUIRE(found.wait());
  CHECK_FALSE(found.wait(400));
  CHECK(found.count() == 1);
  open.line().hide();
  open.give(40);
  CHECK_FALSE(found.wait(400));
  CHECK(open.button().isVisibleTo(&open.line()));
  open.line().show();
  REQUIRE(found.wait());
  CHECK_FALSE(open.button().isVisibleTo(&open.line()));
}

TEST_CASE("An alert leads to the page where it is seen, and to what is behind it") {
  const QTemporaryDir folder;
  MainWindow window;
  REQUIRE(window.create(folder.filePath("plan.tradewind"), "sample"));
  window.resize(1440, 900);
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  Document& document = *window.document();
  REQUIRE(document.edit("Promise", [](storage::Edit& edit) {
    Item item = item_of(edit.portfolio(), "CDP-112");
    item.deadline = make_date(2027, 1, 8);
    edit.update(item);
  }));
  AlertButton& button = alerts_of(window);
  const auto choose = [&](const char* words) {
    for (QAction* entry : listed(button))
      if (entry->text().contains(words)) return entry->trigger();
    FAIL("no alert with " << words);
  };
  REQUIRE(says(button, "5 alerts"));

  choose("deadline of 8 Jan 2027");
  CHECK(window.shown_page() == "roadmap");
  auto* roadmap = static_cast<RoadmapPage*>(window.page("roadmap"));
  const MarkId item = item_mark(document.portfolio(), "CDP-112");
  REQUIRE(QTest::qWaitFor([&] { return roadmap->view().current() == item; }));
  CHECK(window.selection().items() == std::vector<ItemId>{ItemId{item.id}});

  window.go_to("time");
  auto* weeks = window.findChild<QComboBox*>("time_period");
  weeks->setCurrentIndex(1);
  choose("Firefighting above");
  CHECK(window.shown_page() == "time");
  CHECK(weeks->currentIndex() == 0);

  roadmap->show_shape(RoadmapPage::Shape::board);
  choose("Platform, 2027 Q1");
  CHECK(window.shown_page() == "roadmap");
  REQUIRE(QTest::qWaitFor([&] { return roadmap->strip().current().kind == views::MarkKind::team_period; }));
  CHECK(window.selection().items().size() > 1);
}

}  // namespace tradewind::gui
