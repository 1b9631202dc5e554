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
#include <QScrollBar>
#include <QTableWidget>
#include <QTemporaryDir>

#include "gui/dialogs/export_job.h"
#include "gui/dialogs/message_line.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/scene_hands.h"

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
  CHECK(open.find<QLabel>("tradeoff_moves").text().startsWith("nothing slips"));
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
  QTest::keyClicks(&open.find<QLineEdit>("decision_role"), "Product Lead");
  QTest::keyClicks(&open.find<QLineEdit>("decision_reason"), "A test costs one week");
  open.find<QPushButton>("decision_save").click();
  const Decision* recorded = nullptr;
  for (const Decision& decision : open.sample().portfolio().all<Decision>())
    if (decision.reason == "A test costs one week") recorded = &decision;
  REQUIRE(recorded != nullptr);
  CHECK(recorded->request == item_of(open.sample().portfolio(), "CDP-104").id);
  CHECK(recorded->choice == "Test for one week first");
  CHECK(recorded->role == "Product Lead");
  CHECK(recorded->date == make_date(2027, 1, 18));
  const QJsonArray options = QJsonDocument::fromJson(QByteArray::fromStdString(recorded->options)).array();
  REQUIRE_FALSE(options.isEmpty());
  CHECK(options.at(0).toObject().value("cost").toVariant().toDouble() == Approx(284'000));
  CHECK(open.sample().document().workspace().history().size() == edits + 1);
  open.wait();
  CHECK(open.find<QLabel>("tradeoff_decision").text().contains("Product Lead"));
  auto& table = open.find<QTableWidget>("tradeoff_options");
  CHECK_FALSE(table.item(open.row_of("Test for one week first"), 0)->icon().isNull());
  CHECK(table.item(open.row_of("Now"), 0)->icon().isNull());
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
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
