// The inspector: each field that is left with another value is one edit, undo takes it back, and nobody's typing is lost.
#include "gui/inspector/inspector.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/number_field.h"
#include "gui/open_sample.h"

namespace tradewind::gui {
namespace {

class OpenInspector {
 public:
  OpenInspector() : inspector_(sample_.context()) {
    inspector_.resize(320, 900);
    inspector_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&inspector_));
  }

  OpenSample& sample() { return sample_; }
  Document& document() { return sample_.document(); }
  const Portfolio& portfolio() const { return sample_.portfolio(); }
  std::size_t edits() { return document().workspace().history().size(); }
  ItemId id(const char* key) const {
    const Item* item = portfolio().item_by_key(key);
    REQUIRE(item != nullptr);
    return item->id;
  }
  const Item& item(const char* key) const { return *portfolio().find(id(key)); }
  void select(const char* key) { sample_.selection().select(id(key)); }

  template <class Widget>
  Widget& find(const QString& name) {
    auto* widget = inspector_.findChild<Widget*>(name);
    INFO(name.toStdString());
    REQUIRE(widget != nullptr);
    return *widget;
  }
  /// As a person does it: all of the old text goes.
  void type(const QString& name, const QString& text, bool enter = true) {
    auto& field = find<QLineEdit>(name);
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
    if (enter) QTest::keyClick(&field, Qt::Key_Return);
  }
  void choose(const QString& name, const QString& text) {
    auto& combo = find<QComboBox>(name);
    const int index = combo.findText(text);
    REQUIRE(index >= 0);
    combo.setCurrentIndex(index);
    emit combo.activated(index);
  }

 private:
  OpenSample sample_;
  Inspector inspector_;
};

OptionalNumber likely_of(const Portfolio& portfolio, ItemId item, const char* team_name) {
  const Team* team = portfolio.team_by_name(team_name);
  REQUIRE(team != nullptr);
  for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item))
    if (row.team == team->id) return row.likely;
  return {};
}

}  // namespace

TEST_CASE("Numbers in fields are read as people type them") {
  CHECK(read_number("4,200")->value() == Approx(4200));
  CHECK(read_number("0,5")->value() == Approx(0.5));
  CHECK(read_number("0,125")->value() == Approx(0.125));
  CHECK(read_number("7 pw")->value() == Approx(7));
  CHECK_FALSE(read_number(" ")->has_value());
  CHECK_FALSE(read_number("seven").has_value());
  CHECK(read_share("80 %")->value() == Approx(0.8));
  CHECK(read_share("80")->value() == Approx(0.8));
  CHECK(read_share("0.8")->value() == Approx(0.8));
  CHECK(read_share(share_field_text(0.07))->value() == Approx(0.07));
}

TEST_CASE("What a field shows is read as the same number") {
  for (const double number : {0.0, 0.125, 7.0, 999.0, 4200.0, -4200.0, 1234567.875, 1e15, 1e-7}) {
    INFO(number_field_text(number).toStdString());
    CHECK(read_number(number_field_text(number)) == std::optional(OptionalNumber{number}));
  }
  CHECK(number_field_text(4200) == "4,200");
  CHECK(number_field_text(-4200.125) == "-4,200.125");
  CHECK(number_field_text(999) == "999");
  CHECK(number_field_text({}).isEmpty());
}

TEST_CASE("The factors are shown as the table shows them, with the unit of the effort") {
  OpenInspector open;
  open.select("CDP-112");
  auto& reach = open.find<QLineEdit>("inspector_reach");
  CHECK(reach.text() == "4,200");
  CHECK(open.find<QLabel>("inspector_rice_formula").text().startsWith("4,200 × 2 × 0.9 ÷ 18 = 420."));
  const auto labels = open.find<QLineEdit>("inspector_effort").parentWidget()->findChildren<QLabel*>();
  CHECK(std::count_if(labels.begin(), labels.end(), [](const QLabel* label) { return label->text() == "Effort, pw"; }) == 1);
  const std::size_t before = open.edits();
  open.type("inspector_reach", "4200");
  CHECK(open.edits() == before);
  CHECK(reach.text() == "4,200");
  open.type("inspector_reach", "5,600");
  CHECK(open.item("CDP-112").reach == OptionalNumber{5600});
  CHECK(reach.text() == "5,600");
}

TEST_CASE("MoSCoW and a team's effort change through the inspector, one edit each") {
  OpenInspector open;
  open.select("CDP-112");
  const ItemId item = open.id("CDP-112");
  CHECK(open.find<QLineEdit>("inspector_title").text() == "Query cache for imaging metadata");
  CHECK(open.find<QComboBox>("inspector_moscow").currentText() == "Must");
  const std::size_t before = open.edits();

  open.choose("inspector_moscow", "Could");
  CHECK(open.item("CDP-112").moscow == Moscow::could);
  CHECK(open.edits() == before + 1);
  open.choose("inspector_moscow", "Could");
  CHECK(open.edits() == before + 1);

  open.type("estimate_likely_Platform", "15");
  CHECK(likely_of(open.portfolio(), item, "Platform") == OptionalNumber{15});
  CHECK(open.find<QLabel>("estimate_likely_total").text() == "19");
  CHECK(open.edits() == before + 2);
  // Leaving a field that was committed already is no second edit.
  open.find<QLineEdit>("estimate_high_Platform").setFocus();
  CHECK(open.edits() == before + 2);

  REQUIRE(open.document().undo());
  CHECK(likely_of(open.portfolio(), item, "Platform") == OptionalNumber{14});
  CHECK(open.find<QLineEdit>("estimate_likely_Platform").text() == "14");
  CHECK(open.item("CDP-112").moscow == Moscow::could);
  REQUIRE(open.document().undo());
  CHECK(open.item("CDP-112").moscow == Moscow::must);
  CHECK(open.find<QComboBox>("inspector_moscow").currentText() == "Must");
}

TEST_CASE("What is refused stays in the field and changes nothing") {
  OpenInspector open;
  open.select("CDP-112");
  const std::string before = open.sample().dump();
  int refusals = 0;
  QObject::connect(&open.document(), &Document::refused, &open.document(), [&] { ++refusals; });
  open.type("estimate_likely_Platform", "40");  // above high
  CHECK(open.find<QLineEdit>("estimate_likely_Platform").text() == "40");
  CHECK(open.find<QLineEdit>("estimate_likely_Platform").property("mistake").toBool());
  CHECK(open.find<MessageLine>("estimate_likely_Platform_message").isVisible());
  open.type("inspector_reach", "many");
  open.type("inspector_title", "");
  CHECK(open.find<MessageLine>("inspector_title_message").isVisible());
  CHECK(refusals == 0);  // each field says it beside itself: nobody is interrupted by a dialog
  CHECK(open.sample().dump() == before);
  open.select("CDP-118");
  CHECK(open.find<QLineEdit>("inspector_title").text() == "Columnar store for lab results");
  CHECK(open.sample().dump() == before);
}

TEST_CASE("A field says beside itself why it does not take a value, until it is corrected or undone") {
  OpenInspector open;
  open.select("CDP-112");
  open.type("inspector_reach", "-5");
  auto& reach = open.find<QLineEdit>("inspector_reach");
  const auto& message = open.find<MessageLine>("inspector_reach_message");
  REQUIRE(message.isVisible());
  CHECK(message.text().toStdString() == "Cannot change item CDP-112: reach: -5 is negative. Give 0 or more.");
  CHECK(reach.accessibleDescription() == message.text());
  const auto below = [&] { return message.mapTo(message.window(), QPoint()).y() - reach.mapTo(reach.window(), QPoint()).y(); };
  CHECK(QTest::qWaitFor([&] { return below() >= reach.height() && below() <= reach.height() + 20; }));

  open.type("inspector_reach", "5");
  CHECK_FALSE(message.isVisible());
  CHECK(open.item("CDP-112").reach == OptionalNumber{5});
  CHECK(reach.accessibleDescription().isEmpty());

  open.type("inspector_reach", "many");
  CHECK(message.isVisible());
  CHECK(message.text().startsWith("This is not a number. Type it as"));
  REQUIRE(open.document().undo());
  CHECK_FALSE(message.isVisible());
}

TEST_CASE("Each of two fields side by side has a line of its own for its reason") {
  OpenInspector open;
  open.select("CDP-112");
  open.type("inspector_reach", "-5");
  open.type("inspector_impact", "-2");
  open.find<QToolButton>("inspector_details").setChecked(true);
  open.type("detail_importance", "11");
  const auto& reach = open.find<MessageLine>("inspector_reach_message");
  const auto& impact = open.find<MessageLine>("inspector_impact_message");
  const auto& importance = open.find<MessageLine>("detail_importance_message");
  for (const MessageLine* line : {&reach, &impact, &importance}) CHECK(line->isVisible());
  CHECK(importance.text().contains("give a number in 0–10", Qt::CaseInsensitive));
  const auto& next = open.find<QLineEdit>("detail_satisfaction");
  const auto top = [](const QWidget& one) { return one.mapTo(one.window(), QPoint()).y(); };
  CHECK(QTest::qWaitFor([&] { return top(importance) < top(next); }));
  CHECK(top(impact) >= top(reach) + reach.height());
}

TEST_CASE("What somebody types survives a change from elsewhere") {
  OpenInspector open;
  open.select("CDP-112");
  auto& title = open.find<QLineEdit>("inspector_title");
  auto& description = open.find<QPlainTextEdit>("inspector_description");
  open.type("inspector_title", "Half a title", false);
  description.setPlainText("Half a description");
  const auto change = [&](const char* text, double reach) {
    REQUIRE(open.document().edit("Elsewhere", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().item_by_key("CDP-112");
      item.title = text;
      item.reach = reach;
      edit.update(item);
    }));
  };
  change("Another title", 1234);
  CHECK(&open.find<QLineEdit>("inspector_title") == &title);
  CHECK(title.text() == "Half a title");
  CHECK(description.toPlainText() == "Half a description");
  CHECK(open.find<QLineEdit>("inspector_reach").text() == "1,234");

  // Selecting something else commits to the item that was typed about.
  open.select("CDP-118");
  CHECK(open.item("CDP-112").title == "Half a title");
  CHECK(open.item("CDP-112").description == "Half a description");
  CHECK(open.item("CDP-118").title == "Columnar store for lab results");
  CHECK(title.text() == "Columnar store for lab results");
}

TEST_CASE("One value is set on several items in one edit") {
  OpenInspector open;
  open.sample().selection().select({open.id("CDP-112"), open.id("CDP-118"), open.id("CDP-133")});
  CHECK(open.find<QLabel>("inspector_summary").text().toStdString() == "3 items selected, 52 person-weeks in total");
  auto& reach = open.find<QLineEdit>("inspector_reach");
  CHECK(reach.text().isEmpty());
  CHECK(reach.placeholderText() == "various");
  CHECK(open.find<QComboBox>("inspector_moscow").currentIndex() == -1);
  const std::size_t before = open.edits();
  const std::string dump = open.sample().dump();
  open.type("inspector_reach", "500");
  for (const char* key : {"CDP-112", "CDP-118", "CDP-133"}) CHECK(open.item(key).reach == OptionalNumber{500});
  CHECK(open.edits() == before + 1);
  CHECK(reach.text() == "500");
  REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == dump);
  CHECK(reach.text().isEmpty());
}

TEST_CASE("Dependencies lead to the other item, and nothing selected says what the inspector is for") {
  OpenInspector open;
  CHECK(open.find<QLabel>("inspector_empty").isVisible());
  REQUIRE_FALSE(open.portfolio().all<Dependency>().empty());
  const Dependency row = *open.portfolio().all<Dependency>().begin();
  const Item& needed = *open.portfolio().find(row.predecessor);
  open.sample().selection().select(row.successor);
  CHECK_FALSE(open.find<QLabel>("inspector_empty").isVisible());
  open.find<QPushButton>("needs_" + QString::fromStdString(needed.key)).click();
  CHECK(open.sample().selection().current_item() == row.predecessor);
  CHECK(open.find<QLabel>("inspector_key").text() == QString::fromStdString(needed.key));

  const Outcome& outcome = *open.portfolio().outcomes_in_order().front();
  open.sample().selection().select(outcome.id);
  CHECK(open.find<QLineEdit>("outcome_title").isVisible());
  CHECK_FALSE(open.find<QLineEdit>("inspector_title").isVisible());
}

}  // namespace tradewind::gui
