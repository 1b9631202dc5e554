// The page of outcomes: folding, editing a row in place, a check-in as a line of words.
#include "gui/pages/outcomes_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "gui/dialogs/message_line.h"
#include "gui/open_sample.h"
#include "gui/pages/outcome_row_editor.h"
#include "tradewind/views/outcomes_view.h"

namespace tradewind::gui {
namespace {

class OpenOutcomes {
 public:
  OpenOutcomes() : page_(sample_.context()) {
    page_.resize(1200, 900);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
    QApplication::setActiveWindow(&page_);
    page_.view().setFocus();
  }

  OpenSample& sample() { return sample_; }
  OutcomesPage& page() { return page_; }
  OutcomeId id(const char* key) {
    const Outcome* outcome = sample_.portfolio().outcome_by_key(key);
    REQUIRE(outcome != nullptr);
    return outcome->id;
  }
  const Outcome& outcome(const char* key) { return *sample_.portfolio().find(id(key)); }
  QLineEdit& line(const char* name) {
    auto* line = page_.findChild<QLineEdit*>(name);
    INFO(name);
    REQUIRE(line != nullptr);
    return *line;
  }
  void type(const char* name, const QString& text) {
    QLineEdit& field = line(name);
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
  }
  bool has_mark(std::int64_t id, std::int64_t second) {
    for (const auto& one : page_.view().marks())
      if (one.mark == MarkId{views::MarkKind::outcome, id, second}) return true;
    return false;
  }
  std::size_t edits() { return sample_.document().workspace().history().size(); }

 private:
  OpenSample sample_;
  OutcomesPage page_;
};

}  // namespace

TEST_CASE("An outcome is folded and unfolded with the arrow keys and by its chevron") {
  OpenOutcomes open;
  SceneView& view = open.page().view();
  const std::int64_t id = open.id("O1").value;
  REQUIRE(open.has_mark(id, views::fold_mark));
  view.set_current({views::MarkKind::outcome, id, 0});
  QTest::keyClick(&view, Qt::Key_Left);
  CHECK(open.has_mark(id, views::unfold_mark));
  CHECK(view.current() == MarkId{views::MarkKind::outcome, id, 0});
  QTest::keyClick(&view, Qt::Key_Right);
  CHECK(open.has_mark(id, views::fold_mark));
  for (const auto& one : view.marks())
    if (one.mark == MarkId{views::MarkKind::outcome, id, views::fold_mark}) {
      QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.on_viewport(one.bounds).center());
      break;
    }
  CHECK(open.has_mark(id, views::unfold_mark));
}

TEST_CASE("A row is edited in place: Enter takes over, Escape leaves nothing") {
  OpenOutcomes open;
  open.sample().selection().select(open.id("O2"));
  const std::string before = open.sample().dump();
  const std::size_t edits = open.edits();
  QTest::keyClick(&open.page().view(), Qt::Key_F2);
  OutcomeRowEditor& editor = open.page().editor();
  REQUIRE(editor.isVisible());
  CHECK(editor.height() == 72);
  CHECK(open.line("row_target").text() == "45");
  open.type("row_target", "50");
  QTest::keyClick(&open.line("row_target"), Qt::Key_Return);
  CHECK_FALSE(editor.isVisible());
  CHECK(open.outcome("O2").target == OptionalNumber{50});
  CHECK(open.edits() == edits + 1);

  open.page().edit_outcome();
  open.type("row_baseline", "50");  // equal to the target
  QTest::keyClick(&open.line("row_baseline"), Qt::Key_Return);
  CHECK(editor.isVisible());
  CHECK(open.line("row_baseline").property("mistake").toBool());
  auto* message = editor.findChild<MessageLine*>("row_baseline_message");
  REQUIRE(message != nullptr);
  CHECK(message->text().contains("it equals the baseline (50)"));
  CHECK(QTest::qWaitFor([&] { return editor.height() > 72 && editor.rect().contains(message->geometry()); }));
  QTest::keyClick(&open.line("row_baseline"), Qt::Key_Escape);  // the old value again
  QTest::keyClick(&open.line("row_baseline"), Qt::Key_Escape);
  CHECK_FALSE(editor.isVisible());
  CHECK(open.edits() == edits + 1);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Outcomes are added, moved and removed with the keyboard") {
  OpenOutcomes open;
  SceneView& view = open.page().view();
  const std::string before = open.sample().dump();
  QTest::keyClick(&view, Qt::Key_Insert);
  REQUIRE(open.sample().portfolio().outcome_by_key("O5") != nullptr);
  CHECK(open.sample().selection().outcome() == open.id("O5"));
  REQUIRE(open.page().editor().isVisible());
  open.type("row_title", "Shorter waits");
  QTest::keyClick(&open.line("row_title"), Qt::Key_Return);
  CHECK(open.outcome("O5").title == "Shorter waits");

  view.setFocus();
  QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
  CHECK(open.sample().portfolio().outcomes_in_order()[3]->key == "O5");
  QTest::keyClick(&view, Qt::Key_Delete);
  CHECK(open.sample().portfolio().outcome_by_key("O5") == nullptr);
  for (int step = 0; step < 4; ++step) REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Where there is no outcome yet, the first one is a button away") {
  const auto steps = [](OutcomesPage& page) { return page.findChildren<QPushButton*>("next_step"); };
  const auto remove_all = [](Document& document) {
    document.edit("Remove all outcomes", [](storage::Edit& edit) {
      std::vector<OutcomeId> all;
      for (const Outcome& outcome : edit.portfolio().all<Outcome>()) all.push_back(outcome.id);
      for (const OutcomeId outcome : all)
        if (edit.portfolio().contains(outcome)) edit.erase(outcome);
    });
    REQUIRE(document.portfolio().all<Outcome>().empty());
  };
  OpenOutcomes open;
  OutcomesPage& page = open.page();
  CHECK(steps(page).empty());
  remove_all(open.sample().document());
  REQUIRE(steps(page).size() == 1);
  steps(page).front()->click();
  CHECK(open.sample().portfolio().all<Outcome>().size() == 1);
  CHECK(page.editor().isVisible());
  CHECK(steps(page).empty());
  // Also where nothing changes while the page is open.
  OpenSample sample;
  remove_all(sample.document());
  OutcomesPage empty(sample.context());
  CHECK(steps(empty).size() == 1);
}

TEST_CASE("A line of words checks the selected outcome in") {
  OpenOutcomes open;
  QLineEdit& line = open.line("quick_check_in");
  CHECK_FALSE(line.isEnabled());
  open.sample().selection().select(open.id("O1"));
  REQUIRE(line.isEnabled());
  const std::string before = open.sample().dump();
  const std::size_t check_ins = open.sample().portfolio().all<CheckIn>().size();
  open.type("quick_check_in", "after the rollout");
  QTest::keyClick(&line, Qt::Key_Return);
  CHECK(line.property("mistake").toBool());
  open.type("quick_check_in", "9.4 after the rollout");
  QTest::keyClick(&line, Qt::Key_Return);
  CHECK(line.text().isEmpty());
  REQUIRE(open.sample().portfolio().all<CheckIn>().size() == check_ins + 1);
  bool found = false;
  for (const CheckIn& row : open.sample().portfolio().owned_by<&CheckIn::outcome>(open.id("O1")))
    found = found || (row.date == today() && row.note == "after the rollout" && row.value == Approx(9.4));
  CHECK(found);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);

  open.type("quick_check_in", "9.3 a calm day yesterday");
  QTest::keyClick(&line, Qt::Key_Return);
  found = false;
  for (const CheckIn& row : open.sample().portfolio().owned_by<&CheckIn::outcome>(open.id("O1")))
    found = found || (row.date == add_days(today(), -1) && row.note == "a calm day" && row.value == Approx(9.3));
  CHECK(found);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

}  // namespace tradewind::gui
