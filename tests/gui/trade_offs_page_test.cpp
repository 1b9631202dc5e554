// The page of trade-offs as people use it: choose a request, read the price, hold a row, look at options, record a decision.
#include "gui/pages/trade_offs_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTemporaryDir>

#include "gui/dialogs/export_job.h"
#include "gui/dialogs/message_line.h"
#include "gui/pages/decision_list.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene_hands.h"
#include "gui/shell/phrase_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/decisions.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 20000;  // milliseconds

class OpenTradeOffs {
 public:
  OpenTradeOffs() : page_(sample_.context()) {
    page_.set_today(make_date(2027, 1, 18));
    show(page_);
  }

  OpenSample& sample() { return sample_; }
  TradeOffsPage& page() { return page_; }
  template <class Widget>
  Widget& find(const QString& name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* widget = page_.findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(widget != nullptr);
    return *widget;
  }
  std::string price() { return find<QLabel>("tradeoff_price").text().toStdString(); }
  void wait() {
    REQUIRE(QTest::qWaitFor([this] { return !page_.work().is_running(); }, patience));
  }
  void choose(const QString& key) {
    auto& line = find<QLineEdit>("tradeoff_request");
    line.setFocus();
    line.selectAll();  // the request that is shown
    QTest::keyClicks(&line, key);
    QTest::keyClick(&line, Qt::Key_Return);
    wait();
  }
  int row_of(const QString& option) {
    auto& table = find<QTableWidget>("tradeoff_options");
    for (int row = 0; row < table.rowCount(); ++row)
      if (table.item(row, 0)->text() == option) return row;
    FAIL("no option " << option.toStdString());
    return -1;
  }

 private:
  OpenSample sample_;
  TradeOffsPage page_;
};

}  // namespace

TEST_CASE("A request chosen by its key is priced, with options and a sentence to copy") {
  OpenTradeOffs open;
  open.wait();
  open.choose("CDP-104");
  CHECK(open.price() == "€ 284 k");
  CHECK(open.find<QLabel>("tradeoff_moves").text() == "5 items slip a quarter, 1 is dropped, 33 stay where they are");
  auto& table = open.find<QTableWidget>("tradeoff_options");
  CHECK(table.item(open.row_of("Now"), 4)->text() == "−€ 97 k");
  CHECK(table.item(open.row_of("Test for one week first"), 4)->text() == "+€ 94 k");
  CHECK(table.item(open.row_of("In 2027 Q2"), 4)->text() == "+€ 47 k");
  open.find<QPushButton>("tradeoff_copy").click();
  CHECK(QApplication::clipboard()->text().contains("costs € 284 k of delay"));
  CHECK(open.page().view().find(item_mark(open.sample().portfolio(), "CDP-101")) != nullptr);
}

TEST_CASE("An option that is chosen in the table is the one that is shown, and back") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& table = open.find<QTableWidget>("tradeoff_options");
  table.setCurrentCell(open.row_of("In 2027 Q2"), 0);
  open.wait();
  CHECK(open.price() == "€ 78 k");
  table.setCurrentCell(open.row_of("With more capacity"), 0);
  open.wait();
  CHECK(open.find<QLabel>("tradeoff_moves").text().startsWith("Nothing slips"));
  table.setCurrentCell(open.row_of("Now"), 0);
  open.wait();
  CHECK(open.price() == "€ 284 k");
}

TEST_CASE("An item that is held does not move, and the price is another one") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  open.find<QCheckBox>("tradeoff_hold_CDP-101").click();
  open.wait();
  CHECK(open.price() != "€ 284 k");
  CHECK(open.page().view().find(item_mark(open.sample().portfolio(), "CDP-101")) == nullptr);
  CHECK(open.find<QCheckBox>("tradeoff_hold_CDP-101").isChecked());
  open.find<QCheckBox>("tradeoff_hold_CDP-101").click();
  open.wait();
  CHECK(open.price() == "€ 284 k");
}

TEST_CASE("The table of options fits its rows: no bar below it, heads over their figures, hints for what is left out") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& table = open.find<QTableWidget>("tradeoff_options");
  QTest::qWait(20);
  CHECK_FALSE(table.horizontalScrollBar()->isVisible());
  CHECK_FALSE(table.verticalScrollBar()->isVisible());
  for (int column = 0; column < table.columnCount(); ++column) {
    INFO(table.horizontalHeaderItem(column)->text().toStdString());
    const bool is_right = (table.item(0, column)->textAlignment() & Qt::AlignRight) != 0;
    CHECK(((table.horizontalHeaderItem(column)->textAlignment() & Qt::AlignRight) != 0) == is_right);
  }
  CHECK(table.horizontalHeaderItem(table.columnCount() - 1)->text() == "Takes besides");
  CHECK(table.item(open.row_of("Test for one week first"), 2)->toolTip() ==
        "40 % of € 78 k, which is paid only where the test passes");
  CHECK(table.item(open.row_of("Now"), 5)->toolTip() == "The dearest of them: Governance automation");
  CHECK(table.verticalHeaderItem(0)->text() == "A");
}

TEST_CASE("An empty page says what a price lacks and offers the next step, until there is a price") {
  OpenSample sample(workbench::Template::quarterly);
  TradeOffsPage page(sample.context());
  int asked = 0;
  sample.context().actions.add({"backlog.new_item", "Edit", "New item", {}}, [&] { ++asked; });
  int gone = 0;
  sample.context().actions.add({"go.backlog", "Go", "Backlog", {}}, [&] { ++gone; });
  page.set_today(make_date(2027, 1, 18));
  show(page);
  const auto steps = [&] { return page.findChildren<QPushButton*>("next_step"); };
  const auto says = [&](const std::string& words) {
    for (const views::Shape& shape : page.view().scene().shapes)
      if (const auto* text = std::get_if<views::TextShape>(&shape.what); text != nullptr && text->text.find(words) == 0)
        return true;
    return false;
  };
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->text() == "New item");
  CHECK(says("Type or import items first"));
  steps().front()->click();
  CHECK(asked == 1);

  std::vector<RoadmapId> roadmaps;
  for (const Roadmap& one : sample.portfolio().all<Roadmap>()) roadmaps.push_back(one.id);
  REQUIRE(sample.document().edit("First item, no roadmap", [&](storage::Edit& edit) {
    for (const RoadmapId one : roadmaps) edit.erase(one);
    Item item;
    item.title = "First";
    edit.insert(item);
  }));
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->text() == "Add a roadmap");
  CHECK(says("Add a roadmap first"));
  steps().front()->click();
  CHECK(sample.portfolio().roadmap_by_name({}) != nullptr);
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->text() == "Choose an item");
  CHECK(says("Choose a request"));
  steps().front()->click();
  CHECK(page.focusWidget() == page.first_focus());

  // It has neither an estimate nor a value.
  const ItemId item = sample.portfolio().items_by_rank().front()->id;
  page.choose(item);
  REQUIRE(QTest::qWaitFor([&] { return !page.work().is_running(); }, patience));
  CHECK(page.message().isVisible());
  CHECK(says("This request has no price yet."));
  REQUIRE(steps().size() == 2);
  CHECK(steps().front()->text() == "Show it in the backlog");
  steps().front()->click();
  CHECK(gone == 1);
  CHECK(sample.selection().current_item() == item);
}

TEST_CASE("A page with a price offers no next steps") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  CHECK(open.page().findChildren<QPushButton*>("next_step").empty());
}

TEST_CASE("The line of requests shows the one that is priced; a mistake there is gone after undo") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& line = open.find<QLineEdit>("tradeoff_request");
  QCoreApplication::processEvents();
  CHECK(line.text() == "CDP-104 AI cohort builder");
  REQUIRE(open.sample().document().edit("Change", [&](storage::Edit& edit) {
    Item item = item_of(edit.portfolio(), "CDP-112");
    item.stage = Stage::dropped;
    edit.update(item);
  }));
  open.choose("CDP-112");
  CHECK(line.property("mistake").toBool());
  CHECK(line.text().startsWith("CDP-112"));
  REQUIRE(open.sample().document().undo());
  CHECK_FALSE(line.property("mistake").toBool());
  CHECK(line.text() == "CDP-104 AI cohort builder");
}

TEST_CASE("What cannot be priced says why, and no longer after undo") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  REQUIRE(open.sample().document().edit("Change", [&](storage::Edit& edit) {
    std::vector<EstimateId> estimates;
    const Item& item = item_of(edit.portfolio(), "CDP-104");
    for (const Estimate& estimate : edit.portfolio().owned_by<&Estimate::item>(item.id)) estimates.push_back(estimate.id);
    for (const EstimateId estimate : estimates) edit.erase(estimate);
  }));
  open.wait();
  REQUIRE(open.page().message().isVisible());
  REQUIRE(open.sample().document().undo());
  CHECK_FALSE(open.page().message().isVisible());
  open.wait();
  CHECK_FALSE(open.page().message().isVisible());
  CHECK(open.price() == "€ 284 k");
}

TEST_CASE("What a test first takes is typed, and priced as the command line does") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& weeks = open.find<QLineEdit>("tradeoff_test_weeks");
  CHECK_FALSE(weeks.isVisible());
  open.find<QPushButton>("tradeoff_assume").click();
  REQUIRE(weeks.isVisible());
  const auto type = [&](const char* field, const char* text) {
    auto& line = open.find<QLineEdit>(field);
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, text);
    QTest::keyClick(&line, Qt::Key_Return);
    open.wait();
  };
  const auto& mistake = open.find<QLabel>("tradeoff_test_mistake");
  type("tradeoff_test_weeks", "0");
  CHECK(mistake.isVisible());
  CHECK(mistake.text().contains("more than 0 weeks"));
  type("tradeoff_test_weeks", "2");
  CHECK_FALSE(mistake.isVisible());
  type("tradeoff_test_cost", "-5");
  CHECK(mistake.text().contains("0 or more"));
  type("tradeoff_test_effort", "3");
  type("tradeoff_test_cost", "5000");
  auto& team = open.find<QComboBox>("tradeoff_test_team");
  team.setCurrentIndex(team.findText("Platform"));
  emit team.activated(team.currentIndex());
  open.wait();
  workbench::TradeOffOptions question;
  question.request = item_of(open.sample().portfolio(), "CDP-104").id;
  question.planning.today = make_date(2027, 1, 18);
  question.test = {2, 3, open.sample().portfolio().team_by_name("Platform")->id, 5000};
  const auto answer = workbench::trade_off(open.sample().portfolio(), question);
  REQUIRE(answer.has_value());
  const auto ways = workbench::request_options(open.sample().portfolio(), question, *answer);
  REQUIRE(ways.has_value());
  const auto test = std::find_if(ways->begin(), ways->end(), [](const workbench::RequestOption& way) {
    return way.kind == workbench::OptionKind::test_first;
  });
  REQUIRE(test != ways->end());
  auto& table = open.find<QTableWidget>("tradeoff_options");
  const int row = open.row_of("Test for 2 weeks first");
  CHECK(table.item(row, 4)->text() == phrase_text(workbench::display_net(*test, answer->basis, open.sample().portfolio())));
  CHECK(table.item(row, 8)->text().startsWith("3 person-weeks of Platform in 2 weeks"));
  CHECK(open.find<QPushButton>("tradeoff_assume").text() == "Assumptions*");
}

TEST_CASE("In a low or narrow window one bar reaches all of the price and its options") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& table = open.find<QTableWidget>("tradeoff_options");
  auto& area = open.find<QScrollArea>("tradeoff_area");
  const auto& panel = open.find<QWidget>("tradeoff_panel");
  // Closing up takes some turns of the event loop.
  const auto has_no_bar = [](const QAbstractScrollArea& one) {
    return QTest::qWaitFor([&one] { return one.verticalScrollBar()->maximum() == 0; }, 1000);
  };
  const auto resize = [&](int width, int height) {
    open.page().resize(width, height);
    QTest::qWait(50);
    INFO(width << " x " << height);
    REQUIRE(open.page().width() == width);
    CHECK(has_no_bar(open.page().view()));
    CHECK(has_no_bar(table));
    // All that the bar leads to.
    CHECK(table.geometry().bottom() < area.widget()->height());
    CHECK(open.page().view().geometry().bottom() < table.geometry().top());
  };
  resize(952, 900);
  CHECK(has_no_bar(area));
  CHECK(panel.x() > open.page().view().x());
  resize(970, 600);
  CHECK(area.verticalScrollBar()->maximum() > 0);
  resize(658, 600);
  CHECK(panel.x() == open.page().view().x());
  CHECK(panel.y() > open.page().view().y());
  // The keyboard brings the row into sight that it goes to.
  table.setCurrentCell(table.rowCount() - 1, 0);
  CHECK(area.verticalScrollBar()->value() > 0);
  resize(1400, 900);
  CHECK(has_no_bar(area));
  CHECK(panel.x() > open.page().view().x());
}

TEST_CASE("In a small window the sentence, the price and the first options are seen without scrolling") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  open.page().resize(970, 600);  // of a window of 1024 x 700
  QTest::qWait(50);
  const auto& area = open.find<QScrollArea>("tradeoff_area");
  REQUIRE(area.verticalScrollBar()->value() == 0);
  const auto is_seen = [&](const QWidget& one) { return one.visibleRegion().boundingRect().size() == one.size(); };
  CHECK(is_seen(open.find<QLabel>("tradeoff_sentence")));
  CHECK(is_seen(open.find<QLabel>("tradeoff_price")));
  const auto& table = open.find<QTableWidget>("tradeoff_options");
  REQUIRE(table.rowCount() > 2);
  const QRect seen = table.viewport()->visibleRegion().boundingRect();
  for (const int row : {0, 1}) CHECK(seen.contains(table.visualItemRect(table.item(row, 0))));
}

TEST_CASE("A decision is recorded with its figures in one edit, and taken back") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  const std::string before = open.sample().dump();
  const std::size_t edits = open.sample().document().workspace().history().size();
  open.find<QPushButton>("tradeoff_record").click();
  auto& choice = open.find<QComboBox>("decision_choice");
  REQUIRE(choice.isVisible());
  QTest::keyClick(&choice, Qt::Key_Escape);
  CHECK_FALSE(choice.isVisible());
  CHECK(open.sample().dump() == before);

  open.find<QPushButton>("tradeoff_record").click();
  choice.setCurrentIndex(choice.findText("Test for one week first"));
  auto& role = open.find<QLineEdit>("decision_role");
  auto& reason = open.find<QLineEdit>("decision_reason");
  const auto& mistake = open.find<QLabel>("decision_mistake");
  CHECK_FALSE(mistake.isVisible());
  open.find<QPushButton>("decision_save").click();
  CHECK(mistake.isVisible());
  CHECK(mistake.text() == "Nobody is named who decided. Give the role.");
  CHECK(role.property("mistake").toBool());
  QTest::keyClicks(&role, "Product Lead");
  CHECK_FALSE(mistake.isVisible());
  CHECK_FALSE(role.property("mistake").toBool());
  QTest::keyClick(&role, Qt::Key_Return);
  CHECK(mistake.text().startsWith("It has no reason."));
  CHECK(reason.property("mistake").toBool());
  CHECK(open.sample().dump() == before);
  QTest::keyClicks(&reason, "A test costs one week");
  open.find<QPushButton>("decision_save").click();
  const auto decisions = workbench::numbered_decisions(open.sample().portfolio());
  REQUIRE(decisions.size() == 1);
  const Decision recorded = *decisions.front().decision;
  CHECK(recorded.request == item_of(open.sample().portfolio(), "CDP-104").id);
  CHECK(recorded.choice == "test-first");
  CHECK(recorded.role == "Product Lead");
  CHECK(recorded.reason == "A test costs one week");
  CHECK(recorded.date == make_date(2027, 1, 18));
  const QJsonObject shown = QJsonDocument::fromJson(QByteArray::fromStdString(recorded.options)).object();
  CHECK(shown.value("sentence").toString().contains("costs € 284 k of delay"));
  const QJsonArray options = shown.value("options").toArray();
  REQUIRE_FALSE(options.isEmpty());
  CHECK(options.at(0).toObject().value("choice").toString() == "now");
  CHECK(options.at(0).toObject().value("cost").toVariant().toDouble() == Approx(284'000));
  CHECK(open.sample().document().workspace().history().size() == edits + 1);
  open.wait();
  CHECK(open.find<QLabel>("tradeoff_decision").text().contains("Decided: Test for one week first"));
  CHECK(open.find<QLabel>("tradeoff_decision").text().contains("Product Lead"));
  auto& table = open.find<QTableWidget>("tradeoff_options");
  CHECK_FALSE(table.item(open.row_of("Test for one week first"), 0)->icon().isNull());
  CHECK(table.item(open.row_of("Now"), 0)->icon().isNull());
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
  open.wait();
  CHECK(open.find<QLabel>("tradeoff_decision").text().isEmpty());
}

TEST_CASE("The window and the command line record the same decision") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  open.find<QPushButton>("tradeoff_record").click();
  open.find<QLineEdit>("decision_role").setText("Product Lead");
  open.find<QLineEdit>("decision_reason").setText("Because");
  open.find<QPushButton>("decision_save").click();
  workbench::TradeOffOptions question;
  question.request = item_of(open.sample().portfolio(), "CDP-104").id;
  question.planning.today = make_date(2027, 1, 18);
  const auto answer = workbench::trade_off(open.sample().portfolio(), question);
  REQUIRE(answer.has_value());
  const auto ways = workbench::request_options(open.sample().portfolio(), question, *answer);
  REQUIRE(ways.has_value());
  REQUIRE(workbench::record_decision(open.sample().document().workspace(), *answer, *ways,
                                     {"now", "Product Lead", "Because", make_date(2027, 1, 18)}));
  const auto decisions = workbench::numbered_decisions(open.sample().portfolio());
  REQUIRE(decisions.size() == 2);
  const auto record = [&](std::size_t at) {
    workbench::Record one = workbench::decision_record(decisions[at], open.sample().portfolio());
    one.erase(one.begin());  // their numbers
    return workbench::to_line(workbench::Value::of(std::move(one)));
  };
  CHECK(record(0) == record(1));
}

TEST_CASE("Decisions are listed, opened, handed out, and gone after undo") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  auto& button = open.find<QPushButton>("tradeoff_decisions");
  const auto& list = open.find<QTableWidget>("decisions");
  button.click();
  CHECK(open.find<QLabel>("decisions_empty").isVisible());
  CHECK_FALSE(list.isVisible());
  CHECK_FALSE(open.find<QPushButton>("decisions_export").isEnabled());
  QTest::keyClick(&open.find<QWidget>("decision_list"), Qt::Key_Escape);
  CHECK(open.find<QTableWidget>("tradeoff_options").isVisible());

  for (const char* choice : {"Test for one week first", "Not at all"}) {
    open.wait();
    open.find<QPushButton>("tradeoff_record").click();
    auto& box = open.find<QComboBox>("decision_choice");
    box.setCurrentIndex(box.findText(choice));
    open.find<QLineEdit>("decision_role").setText("Product Lead");
    open.find<QLineEdit>("decision_reason").setText("Because");
    open.find<QPushButton>("decision_save").click();
  }
  open.wait();
  CHECK(button.text() == "Decisions (2)");
  button.click();
  REQUIRE(list.isVisible());
  REQUIRE(list.rowCount() == 2);
  CHECK(list.item(0, 1)->text() == "18 Jan 2027");
  CHECK(list.item(0, 2)->text().contains("AI cohort builder"));
  CHECK(list.item(0, 3)->text() == "Test for one week first");
  CHECK(list.item(0, 4)->text() == "Product Lead");
  CHECK(list.item(1, 3)->text() == "Not at all");
  CHECK(list.currentRow() == 1);
  open.find<QTableWidget>("decisions").setCurrentCell(0, 0);
  CHECK(open.find<QLabel>("decision_chosen").text() == "Decided: Test for one week first, by Product Lead, 18 Jan 2027. Because");
  CHECK(open.find<QLabel>("decision_sentence").text().contains("costs € 284 k of delay"));
  const auto& options = open.find<QTableWidget>("decision_options");
  const auto& priced = open.find<QTableWidget>("tradeoff_options");
  REQUIRE(options.rowCount() == priced.rowCount());
  // What the short list above does not need is theirs.
  CHECK(QTest::qWaitFor([&list] { return list.verticalScrollBar()->maximum() == 0 && list.height() < 120; }, 1000));
  for (int row = 0; row < options.rowCount(); ++row)
    for (int column = 0; column < options.columnCount(); ++column)
      CHECK(options.item(row, column)->text() == priced.item(row, column)->text());

  const QTemporaryDir folder;
  auto& decisions = open.find<DecisionList>("decision_list");
  const auto bytes_of = [&](const char* name) {
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
  };
  const auto numbered = workbench::numbered_decisions(open.sample().portfolio());
  decisions.write_all(folder.filePath("all.csv"));
  CHECK(decisions.message().text().contains("all.csv"));
  CHECK(bytes_of("all.csv") == workbench::decisions_text(numbered, open.sample().portfolio(), workbench::TableFormat::csv));
  decisions.write_current(folder.filePath("one.md"));
  CHECK(bytes_of("one.md") ==
        workbench::decisions_text({numbered.front()}, open.sample().portfolio(), workbench::TableFormat::markdown));
  decisions.write_current(folder.filePath("one.pdf"));
  CHECK(decisions.message().text().contains("no writer"));

  REQUIRE(open.sample().document().undo());
  CHECK(list.rowCount() == 1);
  REQUIRE(open.sample().document().undo());
  CHECK_FALSE(list.isVisible());
  CHECK(open.find<QLabel>("decisions_empty").isVisible());
  open.choose("CDP-104");
  CHECK(open.find<QTableWidget>("tradeoff_options").isVisible());
}

TEST_CASE("A second request replaces the first, and Escape stops within a tenth of a second") {
  OpenTradeOffs open;
  const ItemId request = item_of(open.sample().portfolio(), "CDP-104").id;
  for (const Item* item : open.sample().portfolio().items_by_rank()) open.page().choose(item->id);
  open.page().choose(request);
  open.wait();
  CHECK(open.price() == "€ 284 k");
  open.page().choose(request);
  QTest::keyClick(&open.page(), Qt::Key_Escape);
  CHECK_FALSE(open.page().work().is_running());
  CHECK(open.price() == "€ 284 k");
}

TEST_CASE("The exhibit is written from what is shown") {
  OpenTradeOffs open;
  open.choose("CDP-104");
  const QTemporaryDir folder;
  ExportChoice choice;
  choice.view = workbench::View::tradeoff;
  choice.format = ExportFormat::svg;
  choice.today = make_date(2027, 1, 18);
  const auto write = [&](const std::string& path) {
    return write_export(source_of(open.sample().document(), choice), choice, path);
  };
  // Without an answer there is nothing to show.
  const QString path = folder.path() + "/x.svg";
  CHECK_FALSE(write(path.toStdString()));
  CHECK(open.find<QPushButton>("tradeoff_export").isEnabled());
  choice.options.priced = open.page().picture();
  REQUIRE(choice.options.priced != nullptr);
  CHECK(choice.options.priced->ways.size() >= 3);
  REQUIRE(write(path.toStdString()));
  QFile file(path);
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK(file.readAll().contains("Which is the priority for the business right now?"));
}

TEST_CASE("The best plan is shown before it is applied; Escape leaves nothing, Apply is one edit") {
  OpenSample sample;
  RoadmapPage page(sample.context());
  page.set_today(make_date(2027, 1, 18));
  show(page);
  const std::string before = sample.dump();
  const std::size_t edits = sample.document().workspace().history().size();
  const auto plan = [&] {
    page.plan_automatically();
    REQUIRE(page.plan_preview().isVisible());
    auto* apply = page.plan_preview().findChild<QPushButton*>("plan_apply");
    REQUIRE(QTest::qWaitFor([&] { return apply->isEnabled(); }, patience));
    return apply;
  };
  plan();
  CHECK(page.plan_preview().findChild<QLabel*>("plan_verdict")->text().startsWith("Value €"));
  QTest::keyClick(&page.plan_preview(), Qt::Key_Escape);
  CHECK_FALSE(page.plan_preview().isVisible());
  CHECK(sample.dump() == before);
  plan()->click();
  CHECK_FALSE(page.plan_preview().isVisible());
  CHECK(sample.document().workspace().history().size() == edits + 1);
  CHECK(sample.document().workspace().undo_label() == "Plan automatically");
  CHECK(sample.dump() != before);
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("A bar tells why it does not start earlier") {
  OpenSample sample;
  RoadmapPage page(sample.context());
  page.set_today(make_date(2027, 1, 18));
  show(page);
  page.why_not_earlier();
  CHECK(page.message().text().contains("Choose a bar first"));
  page.view().set_current(item_mark(sample.portfolio(), "CDP-101"));
  page.why_not_earlier();
  REQUIRE(QTest::qWaitFor([&] { return !page.message().text().contains("Choose a bar first"); }, patience));
  CHECK(page.message().text().contains("Governance automation"));
  page.why_here();
  REQUIRE(QTest::qWaitFor([&] { return page.message().text().contains("Governance automation stands in"); }, patience));
  CHECK(page.message().text().contains("wait for it"));
}

}  // namespace tradewind::gui
