// The grid of teams and periods: a model that keeps the rules of Qt through edits and undo, and the page around it.
#include "gui/pages/capacity_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "gui/open_sample.h"
#include "gui/pages/periods_panel.h"
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
  CHECK(capacity_of(sample.portfolio(), team, period).typed == OptionalNumber{27});
  CHECK(capacity_of(sample.portfolio(), team, period).people == Approx(5));
  CHECK(capacity_of(sample.portfolio(), team, period).weeks == Approx(12));
  CHECK(capacity_of(sample.portfolio(), team, period).availability == Approx(0.9));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(27));

  const std::string typed = sample.dump();
  CHECK(model.setData(cell, model.data(cell, Qt::EditRole)));
  CHECK(sample.dump() == typed);
  int refusals = 0;
  QObject::connect(&model, &CapacityModel::edit_refused, &model, [&](const Error& error) {
    ++refusals;
    CHECK_FALSE(error.why.empty());
    CHECK_FALSE(error.what_to_do.empty());
  });
  CHECK_FALSE(model.setData(cell, "a lot"));
  CHECK_FALSE(model.setData(cell, "-5"));
  CHECK(refusals == 2);
  CHECK(sample.dump() == typed);

  // Emptied, the cell goes back to what it counts, and from there to nobody having said.
  REQUIRE(model.setData(cell, ""));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(54));
  REQUIRE(model.setData(cell, ""));
  CHECK(model.data(cell).toString().isEmpty());
  CHECK(model.data(cell, second_line_role).toStringList().isEmpty());
  REQUIRE(model.setData(cell, "24"));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(24));
  for (int step = 0; step < 5; ++step) REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("Amounts stand with their digits under each other") {
  OpenSample sample(workbench::Template::quarterly);
  CapacityModel model(sample.document(), PeriodKind::quarter);
  const QModelIndex whole = model.index(0, 1);
  const QModelIndex broken = model.index(0, 2);
  REQUIRE(model.setData(whole, "54"));
  CHECK(model.data(whole).toString() == "54");
  REQUIRE(model.setData(broken, "4 × 12 × 0.9"));
  CHECK(model.data(broken).toString() == "43.2");
  CHECK(model.data(whole).toString() == "54.0");
  REQUIRE(model.setData(broken, ""));
  CHECK(model.data(whole).toString() == "54");
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

TEST_CASE("A cell says whether it is typed or counted, and is switched from one to the other") {
  OpenSample sample(workbench::Template::quarterly);
  TeamsPage page(sample.context());
  CapacityModel& model = *page.model();
  const QModelIndex cell = model.index(0, 1);
  const TeamId team = model.team_at(0);
  const PeriodId period = model.period_at(1);
  REQUIRE(model.setData(cell, "5 × 12 × 0.9"));
  const std::string counted = sample.dump();
  auto& view = named<QTableView>(page, "teams_table");
  auto& button = named<QPushButton>(page, "teams_switch");
  view.setCurrentIndex(cell);
  CHECK(model.way_of(cell) == CapacityModel::Way::counted);
  CHECK(named<QLabel>(page, "teams_cell").text().contains("5 people × 12 weeks × 90\u202F% = 54 person-weeks"));
  CHECK(button.text() == "Type person-weeks");

  button.click();
  CHECK(model.way_of(cell) == CapacityModel::Way::typed);
  CHECK(model.data(cell).toString() == "54");
  CHECK(model.data(cell, second_line_role).toStringList() == QStringList{"typed, not 5 × 12 × 90\u202F%, 6 kept free",
                                                                         "typed, not 5 × 12 × 90\u202F%", "typed, 6 kept free",
                                                                         "typed"});
  CHECK(named<QLabel>(page, "teams_cell").text().contains("typed over 5 people"));
  // A typed cell stays typed when another amount is typed, and opening its editor changes nothing.
  REQUIRE(model.setData(cell, model.data(cell, Qt::EditRole)));
  REQUIRE(model.setData(cell, "60"));
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(60));
  CHECK(capacity_of(sample.portfolio(), team, period).people == Approx(5));
  CHECK(button.text() == "Count people × weeks");
  button.click();
  CHECK(capacity_of(sample.portfolio(), team, period).person_weeks() == Approx(54));
  for (int step = 0; step < 3; ++step) REQUIRE(sample.document().undo());
  CHECK(sample.dump() == counted);

  REQUIRE(model.setData(cell, "40, reserve 4"));
  CHECK(capacity_of(sample.portfolio(), team, period).typed == OptionalNumber{40});
  CHECK(capacity_of(sample.portfolio(), team, period).reserve == Approx(4));
  CHECK(model.data(cell, Qt::EditRole).toString() == "40, reserve 4");
}

TEST_CASE("Teams change their order, and undo takes it back") {
  OpenSample sample;
  TeamsPage page(sample.context());
  const std::string before = sample.dump();
  auto& view = named<QTableView>(page, "teams_table");
  const TeamId first = page.model()->team_at(0);
  page.show();  // keys of a page that nobody sees are asleep
  view.setCurrentIndex(page.model()->index(0, 0));
  QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
  CHECK(page.model()->team_at(1) == first);
  CHECK(view.currentIndex().row() == 1);
  CHECK(sample.portfolio().teams_in_order()[1]->id == first);
  CHECK(named<QToolButton>(page, "teams_up").isEnabled());
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("Sprints are added several at a time, and the next ones go on from them") {
  OpenSample sample(workbench::Template::quarterly);
  TeamsPage page(sample.context());
  const std::string before = sample.dump();
  PeriodsPanel& panel = page.periods_panel();
  auto& kind = named<QComboBox>(page, "periods_kind");
  kind.setCurrentIndex(kind.findData(static_cast<int>(PeriodKind::sprint)));
  named<QSpinBox>(page, "periods_count").setValue(3);
  named<QSpinBox>(page, "periods_weeks").setValue(3);
  auto& first_day = named<QLineEdit>(page, "periods_first_day");
  first_day.setText("soon");
  CHECK_FALSE(named<QPushButton>(page, "periods_add").isEnabled());
  first_day.setText("18 Jan 2027");
  CHECK(named<QLabel>(page, "periods_preview").text().contains("Sprint 1 to Sprint 3"));
  named<QPushButton>(page, "periods_add").click();
  const auto sprints = sample.portfolio().periods_in_order(PeriodKind::sprint);
  REQUIRE(sprints.size() == 3);
  CHECK(sprints[0]->start == make_date(2027, 1, 18));
  CHECK(days_between(sprints[0]->start, sprints[0]->end) == 21);
  CHECK(sprints[2]->name == "Sprint 3");
  CHECK(page.model()->kind() == PeriodKind::sprint);
  PeriodWish next;
  next.kind = PeriodKind::sprint;
  CHECK(wished_periods(sample.portfolio(), next, make_date(2027, 1, 18)).front().name == "Sprint 4");
  CHECK(wished_periods(sample.portfolio(), next, make_date(2027, 1, 18)).front().start == sprints[2]->end);
  const PeriodId gone = sprints[2]->id;
  CHECK(panel.remove(gone));
  CHECK(sample.portfolio().find(gone) == nullptr);
  REQUIRE(sample.document().undo());
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("A period in which something is planned is not removed, and the reason names it") {
  OpenSample sample(workbench::Template::quarterly);
  const PeriodId period = sample.portfolio().periods_in_order(PeriodKind::quarter).front()->id;
  REQUIRE(sample.document().edit("Plan", [&](storage::Edit& edit) {
    Item item;
    item.title = "Query cache";
    Placement placement;
    placement.item = edit.insert(item);
    placement.roadmap = edit.portfolio().roadmap_by_name({})->id;
    placement.period = period;
    edit.insert(placement);
  }));
  TeamsPage page(sample.context());
  std::string why;
  QObject::connect(&sample.document(), &Document::refused, &page, [&](const Error& error) { why = error.why; });
  CHECK_FALSE(page.periods_panel().remove(period));
  CHECK(why.find("1 item is planned in it") != std::string::npos);
  CHECK(sample.portfolio().find(period) != nullptr);
}

TEST_CASE("Quarters get their names in the fiscal year that is chosen") {
  OpenSample sample(workbench::Template::quarterly);
  TeamsPage page(sample.context());
  const Period before = *sample.portfolio().periods_in_order(PeriodKind::quarter).front();
  auto& month = named<QComboBox>(page, "teams_fiscal_year");
  month.setCurrentIndex(month.findData(4));
  emit month.activated(month.currentIndex());
  CHECK(sample.portfolio().settings().fiscal_year_start_month == 4);
  const Period after = *sample.portfolio().find(before.id);
  CHECK(after.start == before.start);
  CHECK(after.name == quarter_of(before.start, 4).name);
  CHECK(after.name != before.name);
  REQUIRE(sample.document().undo());
  CHECK(sample.portfolio().find(before.id)->name == before.name);
  CHECK(month.currentData().toInt() == 1);
}

TEST_CASE("Quarters of a new fiscal year go on where the old ones end, with the capacity of the days that are left") {
  OpenSample sample(workbench::Template::quarterly);
  TeamsPage page(sample.context());
  const Period last = *sample.portfolio().periods_in_order(PeriodKind::quarter).back();
  REQUIRE(last.end == make_date(2028, 1, 1));
  const TeamId team = page.model()->team_at(0);
  const double whole = capacity_of(sample.portfolio(), team, last.id).person_weeks();
  auto& month = named<QComboBox>(page, "teams_fiscal_year");
  month.setCurrentIndex(month.findData(2));
  emit month.activated(month.currentIndex());
  page.add_period();
  page.add_period();
  const auto quarters = sample.portfolio().periods_in_order(PeriodKind::quarter);
  REQUIRE(quarters.size() == 6);
  const Period cut = *quarters[4];
  CHECK(cut.start == last.end);
  CHECK(cut.end == make_date(2028, 2, 1));
  CHECK(cut.name == "2028Q4");
  CHECK(quarters[5]->start == cut.end);
  CHECK(quarters[5]->end == make_date(2028, 5, 1));
  CHECK(quarters[5]->name == "2029Q1");
  CHECK(capacity_of(sample.portfolio(), team, cut.id).person_weeks() == Approx(whole * 31 / 92).epsilon(0.02));
  CHECK(capacity_of(sample.portfolio(), team, quarters[5]->id).person_weeks() == Approx(whole));
}

}  // namespace tradewind::gui
