// The grid of teams and periods, and the history: models that keep the rules of Qt through edits and undo.
#include "gui/pages/capacity_model.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>

#include "gui/open_sample.h"
#include "gui/pages/history_page.h"
#include "gui/pages/teams_page.h"

namespace tradewind::gui {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

const Capacity& capacity_of(const Portfolio& portfolio, TeamId team, PeriodId period) {
  for (const Capacity& row : portfolio.owned_by<&Capacity::team>(team))
    if (row.period == period) return row;
  FAIL("no capacity");
  throw 0;
}

template <class Widget>
Widget& named(QWidget& parent, const char* name) {
  auto* widget = parent.findChild<Widget*>(name);
  REQUIRE(widget != nullptr);
  return *widget;
}

}  // namespace

TEST_CASE("Capacities are read as people type them") {
  const auto product = read_capacity(" 5 x 12 × 90 % ");
  REQUIRE(product);
  CHECK(product->people.value() == Approx(5));
  CHECK(product->weeks.value() == Approx(12));
  CHECK(product->availability.value() == Approx(0.9));
  CHECK_FALSE(product->reserve.has_value());
  const auto alone = read_capacity("54, reserve 6");
  REQUIRE(alone);
  CHECK(alone->person_weeks.value() == Approx(54));
  CHECK(alone->reserve.value() == Approx(6));
  CHECK(read_capacity("5*12")->availability.value() == Approx(1));
  for (const char* text : {"many", "5 ×", "× 5", "1 × 2 × 3 × 4", "5 reserve", "5 × 12 × all"}) CHECK_FALSE(read_capacity(text));
}

TEST_CASE("A cell of the capacity grid takes a product or a sum, and undo takes it back") {
  OpenSample sample(workbench::Template::quarterly);
  CapacityModel model(sample.document(), PeriodKind::quarter);
  const QAbstractItemModelTester tester(&model, fatal);
  REQUIRE(model.rowCount() == 1);
  REQUIRE(model.columnCount() == 5);
  const QModelIndex cell = model.index(0, 1);
  const TeamId team = model.team_at(0);
  const PeriodId period = model.period_at(1);
  const std::string before = sample.dump();

  REQUIRE(model.setData(cell, "5 × 12 × 0.9"));
  CHECK(capacity_of(sample.portfolio(), team, period).people == Approx(5));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(54));
  CHECK(model.data(cell).toString() == "54");

  REQUIRE(model.setData(cell, "27"));
  CHECK(capacity_of(sample.portfolio(), team, period).people == Approx(2.5));
  CHECK(capacity_of(sample.portfolio(), team, period).weeks == Approx(12));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(27));

  const std::string typed = sample.dump();
  CHECK(model.setData(cell, model.data(cell, Qt::EditRole)));
  CHECK(sample.dump() == typed);
  int refusals = 0;
  QObject::connect(&sample.document(), &Document::refused, &model, [&] { ++refusals; });
  CHECK_FALSE(model.setData(cell, "a lot"));
  CHECK_FALSE(model.setData(cell, "-5"));
  CHECK(refusals == 2);
  CHECK(sample.dump() == typed);

  REQUIRE(model.setData(cell, ""));
  CHECK(model.data(cell).toString().isEmpty());
  REQUIRE(model.setData(cell, "24"));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(24));
  for (int step = 0; step < 4; ++step) REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("Teams are added, renamed and removed on their page") {
  OpenSample sample;
  TeamsPage page(sample.context());
  CapacityModel& model = *page.model();
  const QAbstractItemModelTester tester(&model, fatal);
  const std::string before = sample.dump();
  const int teams = model.rowCount();
  const int columns = model.columnCount();
  REQUIRE(teams > 0);

  page.add_team();
  REQUIRE(model.rowCount() == teams + 1);
  const QModelIndex name = model.index(teams, CapacityModel::name_column);
  REQUIRE(model.setData(name, "Mobile"));
  CHECK(sample.portfolio().team_by_name("Mobile") != nullptr);
  CHECK_FALSE(model.setData(name, model.data(model.index(0, CapacityModel::name_column))));

  page.add_period();
  REQUIRE(model.columnCount() == columns + 1);
  CHECK(model.data(model.index(0, columns)) == model.data(model.index(0, columns - 1)));

  named<QTableView>(page, "teams_table").setCurrentIndex(model.index(0, 0));
  named<QPushButton>(page, "teams_remove").click();
  CHECK(model.rowCount() == teams);
  for (int step = 0; step < 4; ++step) REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("A workspace without teams offers to add one") {
  OpenSample sample(workbench::Template::empty);
  TeamsPage page(sample.context());
  const QAbstractItemModelTester tester(page.model(), fatal);
  CHECK(page.first_focus()->objectName() == "teams_add_first");
  named<QPushButton>(page, "teams_add_first").click();
  CHECK(page.model()->rowCount() == 1);
  CHECK(page.first_focus()->objectName() == "teams_table");
}

TEST_CASE("The history goes back step by step to an entry") {
  OpenSample sample(workbench::Template::quarterly);
  HistoryPage page(sample.context());
  HistoryModel& model = *page.model();
  const QAbstractItemModelTester tester(&model, fatal);
  const int first = model.rowCount();
  const TeamId team = sample.portfolio().teams_in_order().front()->id;
  const auto rename = [&](const char* name) {
    REQUIRE(sample.document().edit("Rename", [&](storage::Edit& edit) {
      Team row = *edit.portfolio().find(team);
      row.name = name;
      edit.update(row);
    }));
  };
  for (const char* name : {"One", "Two", "Three"}) rename(name);
  REQUIRE(model.rowCount() == first + 3);
  CHECK(model.steps_back_to(0) == 0);
  CHECK(model.steps_back_to(2) == 2);

  REQUIRE(sample.document().undo());
  REQUIRE(sample.document().redo());
  REQUIRE(model.rowCount() == first + 5);
  CHECK_FALSE(model.is_taken_back(0));  // the redo
  CHECK(model.is_taken_back(1));        // the undo
  CHECK_FALSE(model.is_taken_back(2));  // "Three", which is in effect again
  CHECK(model.steps_back_to(2) == 0);
  CHECK(model.steps_back_to(1) == -1);

  int asked = 0;
  page.confirm = [&](int steps) {
    asked = steps;
    return true;
  };
  named<QTableView>(page, "history_table").setCurrentIndex(model.index(4, 0));
  named<QPushButton>(page, "history_go_back").click();
  CHECK(asked == 2);
  CHECK(sample.portfolio().find(team)->name == "One");
  REQUIRE(model.rowCount() == first + 7);
  CHECK(model.steps_back_to(6) == 0);
  CHECK(model.is_taken_back(5));

  rename("Four");
  CHECK(model.steps_back_to(7) == 1);
  CHECK(model.steps_back_to(6) == -1);
}

}  // namespace tradewind::gui
