// What hangs on an item in the inspector: evidence, dependencies, outcomes served, texts for audiences, check-ins, and the
// history of the row. Each change is one edit that undo takes back.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/date_field.h"
#include "gui/inspector/inspector.h"
#include "gui/open_sample.h"

namespace tradewind::gui {
namespace {

class OpenInspector {
 public:
  OpenInspector() : inspector_(sample_.context()) {
    inspector_.resize(320, 1400);
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
  void select(const char* key) { sample_.selection().select(id(key)); }

  template <class Widget>
  Widget* maybe(const QString& name) {
    return inspector_.findChild<Widget*>(name);
  }
  template <class Widget>
  Widget& find(const QString& name) {
    auto* widget = maybe<Widget>(name);
    INFO(name.toStdString());
    REQUIRE(widget != nullptr);
    return *widget;
  }
  void type(const QString& name, const QString& text) {
    auto& field = find<QLineEdit>(name);
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
  }
  void choose(const QString& name, const QString& text) {
    auto& combo = find<QComboBox>(name);
    const int index = combo.findText(text);
    INFO(text.toStdString());
    REQUIRE(index >= 0);
    combo.setCurrentIndex(index);
    emit combo.activated(index);
  }
  /// Opens the history and waits until it is read.
  void open_history() {
    find<QToolButton>("history_toggle").setChecked(true);
    wait_for_history();
  }
  void wait_for_history() {
    REQUIRE(QTest::qWaitFor([this] { return find<QLabel>("history_state").text() != "Reading…"; }));
  }

 private:
  OpenSample sample_;
  Inspector inspector_;
};

std::vector<Evidence> evidence_of(const Portfolio& portfolio, ItemId item) {
  std::vector<Evidence> rows;
  for (const Evidence& row : portfolio.owned_by<&Evidence::item>(item)) rows.push_back(row);
  return rows;
}

}  // namespace

TEST_CASE("Dates in fields are read as people type them, and never guessed") {
  CHECK(*read_date("18 Jan 2027").value() == make_date(2027, 1, 18));
  CHECK(*read_date("2027-01-18").value() == make_date(2027, 1, 18));
  CHECK(*read_date("31.12.2027").value() == make_date(2027, 12, 31));
  CHECK(*read_date("Today").value() == today());
  CHECK_FALSE(read_date("").value().has_value());
  CHECK_FALSE(read_date("7/9/2027").has_value());
  CHECK_FALSE(read_date("soon").has_value());
  CHECK(read_date(date_field_text(make_date(2027, 3, 1))).value() == make_date(2027, 3, 1));
}

TEST_CASE("Evidence is added, changed and removed, one edit each") {
  OpenInspector open;
  open.select("CDP-117");
  const ItemId item = open.id("CDP-117");
  const std::string before = open.sample().dump();
  const std::size_t edits = open.edits();
  const std::size_t pieces = evidence_of(open.portfolio(), item).size();
  REQUIRE(pieces == 3);
  CHECK(open.find<QLineEdit>("evidence_summary_1").text() == "41 tickets, 9 h each");  // newest first

  open.type("evidence_summary_1", "43 tickets");
  open.find<QToolButton>("evidence_more_1").click();
  open.choose("evidence_kind_1", "Launch data");
  open.choose("evidence_strength_1", "Strong");
  open.choose("evidence_supports_1", "Speaks against it");
  open.choose("evidence_risk_1", "Viability risk");
  open.type("evidence_link_1", "https://example.org/tickets");
  CHECK(open.edits() == edits + 6);
  open.type("evidence_date_1", "sometime");
  CHECK(open.find<QLineEdit>("evidence_date_1").property("mistake").toBool());
  CHECK(open.edits() == edits + 6);
  const auto changed = evidence_of(open.portfolio(), item);
  const auto found =
      std::find_if(changed.begin(), changed.end(), [](const Evidence& row) { return row.summary == "43 tickets"; });
  REQUIRE(found != changed.end());
  CHECK(found->kind == EvidenceKind::launch_data);
  CHECK(found->strength == EvidenceStrength::strong);
  CHECK_FALSE(found->supports);
  CHECK(found->risk == RiskKind::viability);
  CHECK(found->link == "https://example.org/tickets");

  open.type("evidence_add", "Seen in a field study");
  CHECK(evidence_of(open.portfolio(), item).size() == pieces + 1);
  CHECK(open.find<QLineEdit>("evidence_add").text().isEmpty());
  open.find<QToolButton>("evidence_remove_1").click();
  CHECK(evidence_of(open.portfolio(), item).size() == pieces);
  while (open.edits() > 0 && open.sample().dump() != before) REQUIRE(open.document().undo());
  CHECK(open.find<QLineEdit>("evidence_summary_1").text() == "41 tickets, 9 h each");
}

TEST_CASE("A dependency is added by key, and a circle is refused with its name") {
  OpenInspector open;
  const ItemId first = open.id("CDP-117");
  const ItemId second = open.id("CDP-163");
  REQUIRE(open.document().edit("No dependencies", [](storage::Edit& edit) {
    std::vector<DependencyId> all;
    for (const Dependency& row : edit.portfolio().all<Dependency>()) all.push_back(row.id);
    for (const DependencyId id : all) edit.erase(id);
  }));
  const std::string before = open.sample().dump();
  const auto& message = open.find<MessageLine>("dependency_message");
  open.select("CDP-117");
  open.type("dependency_add", "CDP-163");
  REQUIRE(open.portfolio().all<Dependency>().size() == 1);
  CHECK(open.portfolio().all<Dependency>().begin()->predecessor == second);
  CHECK(open.portfolio().all<Dependency>().begin()->successor == first);
  CHECK(open.find<QPushButton>("needs_CDP-163").isVisible());
  CHECK(QTest::qWaitFor([&] { return open.find<QLineEdit>("dependency_add").text().isEmpty(); }));

  open.select("CDP-163");
  open.type("dependency_add", "CDP-117");
  CHECK(message.isVisible());
  CHECK(message.text().contains("that would close the circle CDP-163 → CDP-117 → CDP-163."));
  CHECK(open.find<QLineEdit>("dependency_add").property("mistake").toBool());
  open.type("dependency_add", "CDP-163");
  CHECK(message.text().contains("an item cannot wait for itself"));
  open.type("dependency_add", "no such words at all");
  CHECK_FALSE(message.isVisible());
  CHECK(open.find<QLineEdit>("dependency_add").property("mistake").toBool());
  CHECK(open.portfolio().all<Dependency>().size() == 1);

  open.find<QToolButton>("dependency_remove_CDP-117").click();
  CHECK(open.portfolio().all<Dependency>().empty());
  REQUIRE(open.document().undo());
  REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Titles of dependencies have the width of the inspector, and their tool tip says what does not fit") {
  OpenInspector open;
  const ItemId needed = open.id("CDP-117");
  const ItemId blocked = open.id("CDP-163");
  REQUIRE(open.document().edit("One dependency", [&](storage::Edit& edit) {
    Item item = *edit.portfolio().find(needed);
    item.title = "A title that is far too long for one line of a panel at the side of the window";
    item.short_title = "Imaging metadata v2";
    edit.update(item);
    Dependency row;
    row.predecessor = needed;
    row.successor = blocked;
    edit.insert(row);
  }));
  open.select("CDP-163");
  auto& name = open.find<QPushButton>("needs_CDP-117");
  const auto room = [&] { return name.width() - 4; };
  CHECK(QTest::qWaitFor([&] { return room() >= name.fontMetrics().horizontalAdvance("Imaging metadata v2"); }));
  CHECK(name.toolTip() == "CDP-117 A title that is far too long for one line of a panel at the side of the window");
}

TEST_CASE("Outcomes served and their expected contribution are set and taken away") {
  OpenInspector open;
  open.select("CDP-112");
  const ItemId item = open.id("CDP-112");
  const std::string before = open.sample().dump();
  const Outcome& latency = *open.portfolio().outcome_by_key("O1");
  const auto effect = [&](OutcomeId outcome) -> std::optional<OptionalNumber> {
    for (const Contribution& row : open.portfolio().owned_by<&Contribution::item>(item))
      if (row.outcome == outcome) return row.effect;
    return std::nullopt;
  };
  REQUIRE(effect(latency.id).has_value());
  open.type("contribution_effect_O1", "0,75");
  CHECK(*effect(latency.id) == OptionalNumber{0.75});
  open.type("contribution_effect_O1", "");
  CHECK(*effect(latency.id) == OptionalNumber{});  // unknown, not 0
  const OutcomeId other = open.portfolio().outcome_by_key("O3")->id;
  REQUIRE_FALSE(effect(other).has_value());
  open.choose("contribution_add", "GxP audit");
  CHECK(effect(other).has_value());
  open.find<QToolButton>("contribution_remove_O3").click();
  CHECK_FALSE(effect(other).has_value());
  for (int step = 0; step < 4; ++step) REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("An item is told for another audience") {
  OpenInspector open;
  open.select("CDP-117");
  const std::string before = open.sample().dump();
  const std::size_t edits = open.edits();
  CHECK(open.find<QPlainTextEdit>("framing_text_Business").toPlainText().startsWith("Closes one of three"));
  open.type("framing_add", "business");  // there is one already
  CHECK(open.edits() == edits);
  open.type("framing_add", "Board");
  auto& text = open.find<QPlainTextEdit>("framing_text_Board");
  text.setPlainText("Protects the licence.");
  QTest::keyClick(&text, Qt::Key_Return, Qt::ControlModifier);
  bool found = false;
  for (const Framing& row : open.portfolio().owned_by<&Framing::item>(open.id("CDP-117")))
    found = found || (row.audience == "Board" && row.text == "Protects the licence.");
  CHECK(found);
  open.find<QToolButton>("framing_remove_Board").click();
  for (int step = 0; step < 3; ++step) REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Fields that are folded away are edited for several items at once") {
  OpenInspector open;
  open.sample().selection().select({open.id("CDP-112"), open.id("CDP-117")});
  open.find<QToolButton>("inspector_details").setChecked(true);
  const std::string before = open.sample().dump();
  const std::size_t edits = open.edits();
  open.type("detail_deadline", "31 Mar 2027");
  for (const char* key : {"CDP-112", "CDP-117"}) CHECK(open.portfolio().item_by_key(key)->deadline == make_date(2027, 3, 31));
  CHECK(open.edits() == edits + 1);
  open.type("detail_tags", "audit, q1");
  CHECK(open.portfolio().item_by_key("CDP-117")->tags == std::vector<std::string>{"audit", "q1"});
  open.type("detail_parent", "CDP-117");
  CHECK(open.find<QLineEdit>("detail_parent").property("mistake").toBool());
  REQUIRE(open.document().undo());
  REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("A check-in is typed as a line, corrected and removed") {
  OpenInspector open;
  const Outcome& latency = *open.portfolio().outcome_by_key("O1");
  const OutcomeId outcome = latency.id;
  open.sample().selection().select(outcome);
  const std::string before = open.sample().dump();
  const std::size_t check_ins = open.portfolio().all<CheckIn>().size();
  open.type("inspector_check_in", "9.4 s at risk after the rollout");
  REQUIRE(open.portfolio().all<CheckIn>().size() == check_ins + 1);
  open.type("inspector_check_in", "9.3");  // of the same day: corrects it
  CHECK(open.portfolio().all<CheckIn>().size() == check_ins + 1);
  open.type("inspector_check_in", "much better");
  CHECK(open.find<QLineEdit>("inspector_check_in").property("mistake").toBool());
  open.type("check_in_note_1", "Measured again");
  open.find<QToolButton>("check_in_remove_1").click();
  CHECK(open.portfolio().all<CheckIn>().size() == check_ins);
  open.type("outcome_due", "30 Nov 2027");
  CHECK(open.portfolio().find(outcome)->due == make_date(2027, 11, 30));
  for (int step = 0; step < 5; ++step) REQUIRE(open.document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("The history of a row is read when it is opened, and an old value comes back as a new edit") {
  OpenInspector open;
  open.select("CDP-112");
  const double likely = 14;
  open.type("estimate_likely_Platform", "15");
  open.type("inspector_title", "Cache for imaging");
  open.select("CDP-117");
  open.type("inspector_title", "Another item");
  open.select("CDP-112");
  CHECK(open.maybe<QWidget>("history_entry_1") == nullptr);
  open.open_history();
  // The title and the estimate: the sample itself is where the history begins.
  REQUIRE(open.maybe<QWidget>("history_entry_2") != nullptr);
  CHECK(open.maybe<QWidget>("history_entry_3") == nullptr);
  const auto says = [&](const QString& entry, const QString& text) {
    for (const QLabel* label : open.find<QWidget>(entry).findChildren<QLabel*>())
      if (label->text().contains(text)) return true;
    return false;
  };
  CHECK(says("history_entry_1", "title: Query cache for imaging metadata → Cache for imaging"));
  CHECK(says("history_entry_2", "likely: 14 → 15"));

  const std::size_t edits = open.edits();
  open.find<QPushButton>("restore_title_1").click();
  CHECK(open.portfolio().item_by_key("CDP-112")->title == "Query cache for imaging metadata");
  CHECK(open.edits() == edits + 1);
  open.wait_for_history();
  QTest::qWait(0);  // what the old lines were made of goes
  CHECK(says("history_entry_1", "title: Cache for imaging → Query cache for imaging metadata"));
  open.find<QPushButton>("restore_likely_3").click();
  for (const Estimate& row : open.portfolio().owned_by<&Estimate::item>(open.id("CDP-112")))
    if (row.team == open.portfolio().team_by_name("Platform")->id) CHECK(row.likely == OptionalNumber{likely});
  REQUIRE(open.document().undo());
  REQUIRE(open.document().undo());
  CHECK(open.portfolio().item_by_key("CDP-112")->title == "Cache for imaging");
}

TEST_CASE("A row of a step of very many rows has its history too, and choosing another row gives that up") {
  constexpr int items = 1500;
  OpenInspector open;
  REQUIRE(open.document().edit("Import", [](storage::Edit& edit) {
    for (int at = 0; at < items; ++at) {
      Item item;
      item.key = "BIG-" + std::to_string(at);
      item.title = "Item " + std::to_string(at);
      item.description = std::string(300, 'x');
      edit.insert(item);
    }
  }));
  open.select("BIG-7");
  open.open_history();
  REQUIRE(open.maybe<QWidget>("history_entry_1") != nullptr);
  CHECK(open.maybe<QWidget>("history_entry_2") == nullptr);

  open.select("BIG-8");
  open.select("CDP-112");
  open.wait_for_history();
  QTest::qWait(50);
  CHECK(open.maybe<QWidget>("history_entry_1") == nullptr);  // no edit has touched it since the sample was made
}

}  // namespace tradewind::gui
