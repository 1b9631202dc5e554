// The grid of teams and periods under people's hands: typing, several cells at a time, the clipboard, sums, many periods.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>

#include "gui/dialogs/message_line.h"
#include "gui/open_sample.h"
#include "gui/pages/capacity_table.h"
#include "gui/pages/period_plan.h"
#include "gui/pages/teams_page.h"

namespace tradewind::gui {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
constexpr auto percent_90 = "90\u202F%";
constexpr auto percent_100 = "100\u202F%";

class OpenGrid {
 public:
  explicit OpenGrid(workbench::Template from = workbench::Template::sample, QSize size = {1200, 700})
      : sample_(from), page_(sample_.context()), tester_(page_.model(), fatal) {
    page_.resize(size);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
    table().setFocus();
  }

  OpenSample& sample() { return sample_; }
  Document& document() { return sample_.document(); }
  TeamsPage& page() { return page_; }
  CapacityModel& model() { return *page_.model(); }
  CapacityTable& table() { return *page_.findChild<CapacityTable*>("teams_table"); }
  QTableView& names() { return *page_.findChild<QTableView*>("teams_names"); }
  MessageLine& message() { return *page_.findChild<MessageLine*>("teams_message"); }
  QString said() { return page_.findChild<QLabel*>("teams_cell")->text(); }
  QString text(int row, int column) { return model().index(row, column).data().toString(); }
  QStringList second(int row, int column) { return model().index(row, column).data(second_line_role).toStringList(); }
  double person_weeks(int row, int column) {
    for (const Capacity& one : sample_.portfolio().owned_by<&Capacity::team>(model().team_at(row)))
      if (one.period == model().period_at(column)) return one.person_weeks();
    return -1;
  }

  /// The rectangle between two cells, the first of them current.
  void select(int row, int column, int last_row, int last_column) {
    table().setCurrentIndex(model().index(row, column));
    table().selectionModel()->select({model().index(row, column), model().index(last_row, last_column)},
                                     QItemSelectionModel::ClearAndSelect);
  }
  void select(int row, int column) { select(row, column, row, column); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), key, modifiers); }
  QLineEdit* editor() { return table().findChild<QLineEdit*>(); }
  QLineEdit& open_editor() {
    press(Qt::Key_F2);
    REQUIRE(editor() != nullptr);
    return *editor();
  }
  void type(const QString& text, Qt::Key last = Qt::Key_Return) {
    QLineEdit& line = open_editor();
    line.selectAll();
    QTest::keyClicks(&line, text);
    QTest::keyClick(&line, last);
    QTest::qWait(10);  // the view takes what was typed a moment later
  }
  std::size_t steps() { return document().workspace().history().size(); }

 private:
  OpenSample sample_;
  TeamsPage page_;
  QAbstractItemModelTester tester_;
};

}  // namespace

TEST_CASE("A cell shows its amount and where it comes from; typed over, it says so, and Delete goes back") {
  OpenGrid open;
  const std::string before = open.sample().dump();
  CHECK(open.text(0, 1) == "96");
  CHECK(open.second(0, 1).contains(QString("8 people × 12 weeks × ") + percent_100));
  CHECK(open.second(0, 1).back() == QString("8 × 12 × ") + percent_100);
  const QString accessible = open.model().index(0, 1).data(Qt::AccessibleTextRole).toString();
  CHECK(accessible.startsWith("Platform, 2027 Q1: 8 people × 12 weeks × "));
  CHECK(accessible.contains("= 96 person-weeks"));

  open.select(0, 1);
  open.type("31");
  CHECK(open.text(0, 1) == "31");
  CHECK(open.second(0, 1).back() == "typed");
  CHECK(open.model().index(0, 1).data(Qt::AccessibleTextRole).toString().contains("typed over 8 people × 12 weeks"));
  open.type("4 people 90%");
  CHECK(open.second(0, 1).contains(QString("4 people × 12 weeks × ") + percent_90));
  CHECK(open.person_weeks(0, 1) == Approx(4 * 12 * 0.9));
  open.type("31");
  open.press(Qt::Key_Delete);
  CHECK(open.person_weeks(0, 1) == Approx(4 * 12 * 0.9));
  for (int step = 0; step < 4; ++step) REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("What is typed is explained at once; a mistake stays open with its reason, and Escape leaves nothing") {
  OpenGrid open;
  const std::string before = open.sample().dump();
  open.select(0, 1);
  QLineEdit& line = open.open_editor();
  line.selectAll();
  QTest::keyClicks(&line, "4 x 13 x 6");
  CHECK(open.said().contains("4 people × 13 weeks × "));
  QTest::keyClicks(&line, "0 apples");
  CHECK(open.said().contains("\"apples\""));
  CHECK_FALSE(open.message().isVisible());
  QTest::keyClick(&line, Qt::Key_Return);
  QTest::qWait(10);
  REQUIRE(open.editor() == &line);
  CHECK(line.property("mistake").toBool());
  REQUIRE(open.message().isVisible());
  CHECK(open.message().text().contains("\"apples\""));
  CHECK(open.message().text().contains("4 × 13 × 60 %"));  // the way out
  QTest::keyClick(&line, Qt::Key_Escape);
  QTest::qWait(10);
  CHECK_FALSE(open.message().isVisible());
  CHECK(open.said().contains("= 96 person-weeks"));
  CHECK(open.sample().dump() == before);
}

TEST_CASE("What is typed goes into all selected cells, as one step; so does Delete") {
  OpenGrid open;
  const std::string before = open.sample().dump();
  const std::size_t steps = open.steps();
  open.select(0, 1, 1, 2);
  CHECK(open.said().contains("4 cells: 312 person-weeks"));
  CHECK(open.page().status().contains("4 cells with 312 person-weeks"));
  open.type("50 %");
  CHECK(open.person_weeks(0, 1) == Approx(48));
  CHECK(open.person_weeks(0, 2) == Approx(48));
  CHECK(open.person_weeks(1, 1) == Approx(30));
  CHECK(open.person_weeks(1, 2) == Approx(30));
  CHECK(open.person_weeks(0, 3) == Approx(96));
  CHECK(open.steps() == steps + 1);
  open.select(0, 1);
  open.type("20");
  open.select(0, 1, 1, 2);
  // Only what is typed goes back: the counted ones beside it are what they are.
  open.press(Qt::Key_Delete);
  CHECK(open.person_weeks(0, 1) == Approx(48));
  CHECK(open.person_weeks(1, 1) == Approx(30));
  CHECK(open.steps() == steps + 3);
  open.press(Qt::Key_Delete);
  CHECK(open.text(0, 1).isEmpty());
  CHECK(open.text(1, 2).isEmpty());
  CHECK(open.steps() == steps + 4);
  for (int step = 0; step < 4; ++step) REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Nobody having said is not 0: sums name it, and a part of a product needs the rest") {
  OpenGrid open;
  CHECK(open.model().headerData(1, Qt::Horizontal).toString() == "2027 Q1\n276\u202Fpw in all");
  CHECK(open.model().headerData(0, Qt::Horizontal).toString() == "Team\n1,104\u202Fpw in all");
  CHECK(open.second(0, 0) == QStringList{"384\u202Fpw in all"});
  open.select(0, 1);
  open.press(Qt::Key_Delete);
  CHECK(open.model().headerData(1, Qt::Horizontal).toString() == "2027 Q1\n180\u202Fpw + unknown");
  CHECK(open.second(0, 0) == QStringList{"288\u202Fpw + unknown"});
  CHECK(open.model().index(0, 1).data(Qt::AccessibleTextRole).toString() == "Platform, 2027 Q1: Nobody has said yet.");
  open.type("reserve 6");
  CHECK(open.message().text().contains("how many people"));
  QTest::keyClick(open.editor(), Qt::Key_Escape);
  QTest::qWait(10);
  open.type("50 %");  // of the people of the team in the planned weeks
  CHECK(open.person_weeks(0, 1) == Approx(48));
}

TEST_CASE("Copied cells keep what they are made of here, and are numbers elsewhere") {
  OpenGrid open;
  open.select(0, 1);
  open.type("4 x 12 x 90 %, reserve 2");
  open.select(0, 2);
  open.type("31,5");
  const std::string before = open.sample().dump();
  const std::size_t steps = open.steps();
  open.select(0, 1, 1, 2);
  open.press(Qt::Key_C, Qt::ControlModifier);
  CHECK(QGuiApplication::clipboard()->text() == "43.2\t31.5\n60\t60\n");
  open.select(2, 3);
  open.press(Qt::Key_V, Qt::ControlModifier);
  CHECK(open.model().index(2, 3).data(Qt::EditRole) == open.model().index(0, 1).data(Qt::EditRole));
  CHECK(open.model().index(2, 4).data(Qt::EditRole) == open.model().index(0, 2).data(Qt::EditRole));
  CHECK(open.model().index(3, 4).data(Qt::EditRole) == open.model().index(1, 2).data(Qt::EditRole));
  CHECK(open.steps() == steps + 1);
  REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);

  QGuiApplication::clipboard()->setText("1\t2\t3\n4\n");
  open.select(3, 3);
  open.press(Qt::Key_V, Qt::ControlModifier);
  CHECK(open.person_weeks(3, 3) == Approx(1));
  CHECK(open.person_weeks(3, 4) == Approx(2));
  CHECK(open.message().text().contains("2 cells did not fit"));
  REQUIRE(open.document().undo());
  CHECK_FALSE(open.message().isVisible());

  QGuiApplication::clipboard()->setText("1\tmany\n");
  open.press(Qt::Key_V, Qt::ControlModifier);
  CHECK(open.message().text().contains("Governance, 2027 Q4"));
  CHECK(open.message().text().contains("\"many\""));
  QGuiApplication::clipboard()->setText("7\n");
  open.select(0, 0);
  open.press(Qt::Key_V, Qt::ControlModifier);
  CHECK(open.message().text().contains("Nothing was pasted"));
  CHECK(open.sample().dump() == before);
  open.select(1, 1, 2, 2);
  open.press(Qt::Key_V, Qt::ControlModifier);
  for (const int row : {1, 2})
    for (const int column : {1, 2}) CHECK(open.person_weeks(row, column) == Approx(7));
}

TEST_CASE("Fill right copies the first selected cell of each team into the others") {
  OpenGrid open;
  open.select(0, 1);
  open.type("4 x 10 x 90 %");
  open.select(1, 1);
  open.type("31");
  const std::string before = open.sample().dump();
  const std::size_t steps = open.steps();
  open.press(Qt::Key_R, Qt::ControlModifier);
  CHECK(open.message().text().contains("nothing to fill"));
  CHECK(open.sample().dump() == before);
  open.select(0, 1, 1, 4);
  open.press(Qt::Key_R, Qt::ControlModifier);
  for (const int column : {2, 3, 4}) {
    CHECK(open.person_weeks(0, column) == Approx(36));
    CHECK(open.second(0, column).back() == QString("4 × 10 × ") + percent_90);
    CHECK(open.text(1, column) == "31");
  }
  CHECK(open.person_weeks(2, 2) == Approx(72));
  CHECK(open.steps() == steps + 1);
  REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Names stay at the left while thirteen sprints scroll, and are typed there") {
  OpenGrid open(workbench::Template::sample, {970, 560});
  PeriodWish wish;
  wish.kind = PeriodKind::sprint;
  wish.count = 13;
  wish.first_day = make_date(2027, 1, 4);
  REQUIRE(open.document().edit("Sprints", [&](storage::Edit& edit) {
    add_periods(wished_periods(edit.portfolio(), wish, make_date(2027, 1, 4)), edit);
    for (int at = 0; at < 16; ++at) {
      Team team;
      team.key = "T" + std::to_string(at);
      team.name = "Team " + std::to_string(at);
      team.position = 10 + at;
      edit.insert(team);
    }
  }));
  open.model().show_kind(PeriodKind::sprint);
  QTest::qWait(20);
  REQUIRE(open.model().columnCount() == 14);
  REQUIRE(open.model().rowCount() == 20);
  CapacityTable& table = open.table();
  CHECK(table.horizontalScrollBar()->maximum() > 0);
  CHECK(table.verticalScrollBar()->maximum() > 0);
  table.setCurrentIndex(open.model().index(19, 13));
  CHECK(table.horizontalScrollBar()->value() > 0);
  CHECK(open.names().isVisible());
  CHECK(open.names().x() == table.viewport()->x());
  CHECK(open.names().width() == table.width_of_names());
  CHECK(open.names().verticalScrollBar()->value() == table.verticalScrollBar()->value());
  CHECK(open.names().horizontalHeader()->height() == table.horizontalHeader()->height());
  // Each cell is whole beside the names, on the way there and back.
  for (int column = 13; column >= 1; --column) {
    table.setCurrentIndex(open.model().index(19, column));
    const QRect cell = table.visualRect(open.model().index(19, column));
    CHECK(cell.left() >= table.width_of_names());
    CHECK(cell.right() <= table.viewport()->width());
  }
  const int scrolled = table.horizontalScrollBar()->maximum();
  table.horizontalScrollBar()->setValue(scrolled);
  table.setCurrentIndex(open.model().index(0, 0));
  CHECK(table.horizontalScrollBar()->value() == scrolled);
  CHECK(open.names().verticalScrollBar()->value() == 0);

  open.press(Qt::Key_F2);
  auto* line = open.names().findChild<QLineEdit*>();
  REQUIRE(line != nullptr);
  line->selectAll();
  QTest::keyClicks(line, "Data platform");
  QTest::keyClick(line, Qt::Key_Return);
  QTest::qWait(10);
  CHECK(open.text(0, 0) == "Data platform");
  REQUIRE(open.document().undo());
  CHECK(open.text(0, 0) == "Platform");
}

TEST_CASE("Few periods share the room, and one team has no sums beside itself") {
  OpenGrid open(workbench::Template::quarterly, {960, 600});
  CHECK(open.model().rowCount() == 1);
  CHECK(open.model().headerData(0, Qt::Horizontal).toString() == "Team");
  CHECK_FALSE(open.model().headerData(1, Qt::Horizontal).toString().contains('\n'));
  CHECK(open.second(0, 0) == QStringList{"240\u202Fpw in all"});
  CHECK(open.table().horizontalScrollBar()->maximum() == 0);
  // So wide that a product stands there in words.
  const QRect cell = open.table().visualRect(open.model().index(0, 4));
  QFont small = open.table().font();
  small.setPixelSize(11);
  CHECK(QFontMetrics(small).horizontalAdvance(QString("5 people × 12 weeks × ") + percent_100) < cell.width());
  open.page().add_team();
  CHECK(open.model().headerData(1, Qt::Horizontal).toString().contains("\n60\u202Fpw + unknown"));
}

}  // namespace tradewind::gui
