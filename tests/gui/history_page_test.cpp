// The history: back and forth as one action that can be given up, and what is different since a step.
#include "gui/pages/history_page.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

#include "gui/open_sample.h"
#include "gui/pages/history_compare.h"
#include "gui/pages/history_journey.h"

namespace tradewind::gui {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

class OpenHistory {
 public:
  OpenHistory() : page_(sample_.context()), tester_(page_.model(), fatal) {
    team_ = sample_.portfolio().teams_in_order().front()->id;
    page_.resize(900, 700);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
  }

  OpenSample& sample() { return sample_; }
  HistoryPage& page() { return page_; }
  HistoryModel& model() { return *page_.model(); }
  TeamId team() const { return team_; }
  const Team& stored() { return *sample_.portfolio().find(team_); }

  void change(const std::function<void(Team&)>& change) {
    REQUIRE(sample_.document().edit("Change a team", [&](storage::Edit& edit) {
      Team row = *edit.portfolio().find(team_);
      change(row);
      edit.update(row);
    }));
  }
  void rename(const char* name) {
    change([name](Team& row) { row.name = name; });
  }
  template <class Widget>
  Widget& find(const char* name) {
    auto* widget = page_.findChild<Widget*>(name);
    INFO(name);
    REQUIRE(widget != nullptr);
    return *widget;
  }
  void choose(int row) { find<QTableView>("history_table").setCurrentIndex(model().index(row, 0)); }
  void go_there() {
    find<QPushButton>("history_go_back").click();
    REQUIRE(QTest::qWaitFor([this] { return !page_.journey().is_running(); }));
  }

 private:
  OpenSample sample_{workbench::Template::quarterly};
  HistoryPage page_;
  QAbstractItemModelTester tester_;
  TeamId team_;
};

}  // namespace

TEST_CASE("An empty history leads to where something can be changed, until something is") {
  OpenSample sample(workbench::Template::quarterly);
  int gone = 0;
  sample.context().actions.add({"go.backlog", "Go", "Backlog", {}}, [&] { ++gone; });
  HistoryPage page(sample.context());
  page.resize(900, 700);
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  REQUIRE(page.model()->rowCount() == 0);
  const auto steps = [&] { return page.findChildren<QPushButton*>("next_step"); };
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->isVisible());
  CHECK(steps().front()->text() == "Go to the backlog");
  steps().front()->click();
  CHECK(gone == 1);
  REQUIRE(sample.document().edit("First", [](storage::Edit& edit) {
    Item item;
    item.title = "First";
    edit.insert(item);
  }));
  CHECK(steps().isEmpty());
  CHECK(page.findChild<QTableView*>("history_table")->isVisible());
}

TEST_CASE("The history goes back to an entry and forth again, and never gets shorter") {
  OpenHistory open;
  HistoryModel& model = open.model();
  const int first = model.rowCount();
  for (const char* name : {"One", "Two", "Three"}) open.rename(name);
  REQUIRE(model.rowCount() == first + 3);
  CHECK(model.steps_back_to(0) == 0);
  CHECK(model.steps_back_to(2) == 2);
  CHECK(model.steps_forth_to(2) == -1);

  REQUIRE(open.sample().document().undo());
  REQUIRE(open.sample().document().redo());
  REQUIRE(model.rowCount() == first + 5);
  CHECK_FALSE(model.is_taken_back(0));  // the redo
  CHECK(model.is_taken_back(1));        // the undo
  CHECK_FALSE(model.is_taken_back(2));  // "Three", which is in effect again
  CHECK(model.steps_back_to(2) == 0);
  CHECK(model.steps_back_to(1) == -1);

  open.choose(4);
  CHECK(open.find<QPushButton>("history_go_back").text() == "Go back to here");
  open.go_there();
  CHECK(open.stored().name == "One");
  REQUIRE(model.rowCount() == first + 7);
  CHECK(model.steps_back_to(6) == 0);
  CHECK(model.is_taken_back(5));

  open.choose(4);  // "Three", taken back by now
  CHECK(model.steps_forth_to(4) == 2);
  CHECK(open.find<QPushButton>("history_go_back").text() == "Go forth to here");
  open.go_there();
  CHECK(open.stored().name == "Three");
  REQUIRE(model.rowCount() == first + 9);

  REQUIRE(open.sample().document().undo());
  open.rename("Four");
  CHECK(model.steps_forth_to(6) == -1);  // a new edit is another way on
}

TEST_CASE("A state that redo does not lead to any more comes back as a new step") {
  OpenHistory open;
  open.rename("One");
  open.rename("Two");
  REQUIRE(open.sample().document().undo());
  open.rename("Three");
  const std::string three = open.sample().dump();
  open.choose(2);  // "Two", taken back
  const auto& button = open.find<QPushButton>("history_go_back");
  CHECK(button.isEnabled());
  CHECK(button.text() == "Bring this state back");
  const int rows = open.model().rowCount();
  open.go_there();
  CHECK(open.stored().name == "Two");
  REQUIRE(open.model().rowCount() == rows + 1);
  CHECK(open.model().index(0, HistoryModel::what).data() == "Bring back the state after “Change a team”");
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == three);

  open.choose(0);
  CHECK_FALSE(button.isEnabled());
}

TEST_CASE("Escape on the way back leads to where it began") {
  OpenHistory open;
  for (int number = 0; number < 40; ++number) open.rename(("Team " + std::to_string(number)).c_str());
  const std::string before = open.sample().dump();
  const int rows = open.model().rowCount();
  open.choose(39);
  // In the middle of the way, as a person does it.
  bool is_cancelled = false;
  QObject::connect(&open.page().journey(), &HistoryJourney::progressed, &open.page(), [&](int done, int) {
    if (done != 5 || is_cancelled) return;
    is_cancelled = true;
    CHECK_FALSE(open.find<QPushButton>("history_undo").isEnabled());
    CHECK(open.stored().name == "Team 34");
    open.find<QPushButton>("history_cancel").click();
  });
  open.go_there();
  CHECK(is_cancelled);
  CHECK(open.sample().dump() == before);
  CHECK(open.model().rowCount() == rows + 10);
  CHECK(open.find<QLabel>("history_progress_text").text().startsWith("Given up"));
}

TEST_CASE("An edit of somebody else stops the way back before it is taken back") {
  OpenHistory open;
  HistoryJourney& journey = open.page().journey();
  for (const char* name : {"One", "Two", "Three"}) open.rename(name);
  QString says;
  QObject::connect(&journey, &HistoryJourney::ended, &open.page(), [&](const QString& text) { says = text; });
  journey.start(-2);
  open.rename("Mine");
  REQUIRE(QTest::qWaitFor([&] { return !journey.is_running(); }));
  CHECK(says.contains("changed elsewhere"));
  CHECK(open.stored().name == "Mine");
}

TEST_CASE("What is different since a step is listed field by field and counted by kind of row") {
  OpenHistory open;
  open.rename("Then");
  const Period quarter = *open.sample().portfolio().periods_in_order(PeriodKind::quarter).front();
  open.rename("Between");
  open.change([](Team& row) {
    row.name = "Now";
    row.lead = "Ada";
  });
  REQUIRE(open.sample().document().edit("Add", [](storage::Edit& edit) {
    Item item;
    item.title = "Query cache";
    edit.insert(item);
  }));
  open.choose(3);  // "Then"
  open.find<QPushButton>("history_compare_button").click();
  HistoryCompare& comparison = open.page().comparison();
  const auto wait = [&] { REQUIRE(QTest::qWaitFor([&] { return !comparison.is_reading(); })); };
  wait();
  const QString summary = open.find<QLabel>("history_summary").text();
  CHECK(summary.contains("1 team changed"));
  CHECK(summary.contains("1 item added"));
  bool found = false;
  for (int at = 0; at < comparison.tree()->topLevelItemCount(); ++at) {
    const QTreeWidgetItem* row = comparison.tree()->topLevelItem(at);
    if (!row->text(0).contains("Now")) continue;
    REQUIRE(row->childCount() == 2);
    CHECK(row->child(0)->text(0) == "name");
    CHECK(row->child(0)->text(1) == "Then");
    CHECK(row->child(0)->text(2) == "Now");
    CHECK(row->child(1)->text(1) == "–");
    found = true;
  }
  CHECK(found);

  // A change while it is shown is in it at once; going back to the step leaves nothing.
  open.go_there();
  wait();
  CHECK(open.find<QLabel>("history_summary").text() == "Nothing is different.");
  CHECK(comparison.tree()->topLevelItemCount() == 0);
  CHECK(open.sample().portfolio().find(quarter.id) != nullptr);
}

TEST_CASE("A step of very many rows is added up beside the window, and another question replaces it") {
  constexpr int items = 1500;
  OpenHistory open;
  open.rename("Then");
  REQUIRE(open.sample().document().edit("Import", [](storage::Edit& edit) {
    for (int at = 0; at < items; ++at) {
      Item item;
      item.title = "Item " + std::to_string(at);
      item.description = std::string(300, 'x');
      edit.insert(item);
    }
  }));
  open.rename("Now");
  open.find<QPushButton>("history_compare_button").click();
  HistoryCompare& comparison = open.page().comparison();
  const QLabel& summary = open.find<QLabel>("history_summary");
  const auto wait = [&] { REQUIRE(QTest::qWaitFor([&] { return !comparison.is_reading(); })); };
  open.choose(2);  // "Then"
  CHECK(comparison.is_reading());
  wait();
  CHECK(summary.text() == "1 team changed, 1,500 items added. The first 500 are listed.");
  CHECK(comparison.tree()->topLevelItemCount() == 500);

  open.choose(0);
  open.choose(2);
  QCoreApplication::processEvents();
  open.choose(1);  // "Import"
  wait();
  CHECK(summary.text() == "1 team changed");
  CHECK(comparison.tree()->topLevelItemCount() == 1);
}

}  // namespace tradewind::gui
