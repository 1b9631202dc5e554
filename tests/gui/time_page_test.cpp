// The page of time: which weeks it shows, and the editor of the policy, which saves only what adds up, as one edit.
#include "gui/pages/time_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include "gui/open_sample.h"
#include "gui/pages/policy_editor.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

class OpenTime {
 public:
  explicit OpenTime(workbench::Template from = workbench::Template::sample) : sample_(from), page_(sample_.context()) {
    page_.resize(1200, 900);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
  }

  OpenSample& sample() { return sample_; }
  TimePage& page() { return page_; }
  template <class Widget>
  Widget& find(const char* name) {
    // Lines that are gone wait for the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* widget = page_.findChild<Widget*>(name);
    INFO(name);
    REQUIRE(widget != nullptr);
    return *widget;
  }
  void type(const char* name, const QString& text) { find<QLineEdit>(name).setText(text); }
  std::string target_of(const char* name) {
    const AllocationClass* one = sample_.portfolio().allocation_class_by_name(name);
    return one == nullptr ? "none" : std::to_string(static_cast<int>(one->target_share * 100 + 0.5));
  }
  bool shows(const std::string& text) {
    for (const views::Shape& shape : page_.view().scene().shapes)
      if (const auto* one = std::get_if<views::TextShape>(&shape.what); one != nullptr && one->text == text) return true;
    return false;
  }

 private:
  OpenSample sample_;
  TimePage page_;
};

}  // namespace

TEST_CASE("A quarter's range ends with the running week, and quarters with booked time are offered") {
  OpenSample sample;
  const auto running = range_of_quarter(sample.portfolio(), "2027Q1", make_date(2027, 1, 18));
  REQUIRE(running.has_value());
  CHECK(running->booked == Span{make_date(2027, 1, 4), make_date(2027, 1, 25)});
  const auto past = range_of_quarter(sample.portfolio(), "2026Q4", make_date(2027, 1, 18));
  REQUIRE(past.has_value());
  CHECK(past->booked == Span{make_date(2026, 10, 1), make_date(2027, 1, 1)});
  CHECK_FALSE(range_of_quarter(sample.portfolio(), "", make_date(2027, 1, 18)).has_value());
  const auto quarters = quarters_with_time(sample.portfolio(), make_date(2027, 1, 18));
  REQUIRE(quarters.size() >= 2);
  CHECK(quarters.front().start > quarters.back().start);
}

TEST_CASE("The page shows the weeks and the plan of the quarter that is chosen") {
  OpenTime open;
  CHECK(open.shows("Actual, 12 weeks"));
  auto& chooser = open.find<QComboBox>("time_period");
  const int index = chooser.findData("2026Q4");
  REQUIRE(index > 0);
  chooser.setCurrentIndex(index);
  emit chooser.activated(index);
  CHECK_FALSE(open.shows("Actual, 12 weeks"));
  CHECK(open.find<QLabel>("time_dates").text().contains("1 Oct 2026"));
  open.find<QPushButton>("time_this_quarter").click();
  CHECK(chooser.currentData().toString().toStdString() == quarter_of(today()).name);

  chooser.setCurrentIndex(0);
  emit chooser.activated(0);
  QTest::keyClick(&open.page().view(), Qt::Key_G);
  CHECK(open.shows("By person"));
  QTest::keyClick(&open.page().view(), Qt::Key_G);
  CHECK_FALSE(open.shows("By person"));
}

TEST_CASE("With a plan and no time yet, the next step stands under the sentence that says so") {
  OpenTime open;
  REQUIRE(open.sample().document().edit("No time", [](storage::Edit& edit) {
    std::vector<TimeEntryId> all;
    for (const TimeEntry& entry : edit.portfolio().all<TimeEntry>()) all.push_back(entry.id);
    for (const TimeEntryId id : all) edit.erase(id);
  }));
  SceneView& view = open.page().view();
  const auto steps = [&] { return view.findChildren<QPushButton*>("next_step"); };
  const auto is_under_sentence = [&] {
    const auto room = views::room_without_time(view.scene());
    if (!room || steps().size() != 1 || !steps().front()->isVisible()) return false;
    const QPoint sentence = view.viewport()->mapTo(&view, view.on_viewport(*room).center());
    const QRect button(steps().front()->mapTo(&view, QPoint()), steps().front()->size());
    return std::abs(button.center().x() - sentence.x()) <= 2 && button.top() > sentence.y() + 8 &&
           button.top() < sentence.y() + 40;
  };
  CHECK(QTest::qWaitFor(is_under_sentence));
  open.page().resize(760, 360);
  CHECK(QTest::qWaitFor(is_under_sentence));
  REQUIRE(QTest::qWaitFor([&] { return view.verticalScrollBar()->maximum() > 0; }));
  view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
  CHECK(is_under_sentence());
  steps().front()->click();
  CHECK(open.page().focusWidget() == &open.find<QLineEdit>("quick_time"));
}

TEST_CASE("A policy is saved as one edit, and only when its shares add up") {
  OpenTime open;
  const std::string before = open.sample().dump();
  const std::size_t edits = open.sample().document().workspace().history().size();
  open.find<QPushButton>("time_policy").click();
  REQUIRE(open.page().policy_editor().isVisible());
  auto& save = open.find<QPushButton>("policy_save");
  CHECK(save.isEnabled());
  open.type("policy_target_1", "65");
  CHECK_FALSE(save.isEnabled());
  CHECK(open.find<QLabel>("policy_verdict").text() == "The shares add up to 95 %: 5 points are missing.");
  open.type("policy_target_2", "30 %");
  CHECK(open.find<QLabel>("policy_verdict").text() == "The shares add up to 105 %: that is 5 points too many.");
  open.type("policy_target_2", "25");
  open.type("policy_alert_weeks", "two");
  CHECK_FALSE(save.isEnabled());
  open.type("policy_alert_weeks", "2");
  open.type("policy_tolerance_1", "7.5");
  CHECK(save.isEnabled());
  save.click();
  CHECK_FALSE(open.page().policy_editor().isVisible());
  CHECK(open.target_of("Strategic") == "65");
  CHECK(open.target_of("Roadmap") == "25");
  CHECK(open.sample().portfolio().allocation_class_by_name("Strategic")->tolerance == Approx(0.075));
  CHECK(open.sample().document().workspace().history().size() == edits + 1);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("A preset replaces the classes and says what loses its class; Escape leaves nothing") {
  OpenTime open;
  const std::string before = open.sample().dump();
  open.page().show_policy_editor(true);
  open.find<QPushButton>("policy_preset_core").click();
  CHECK(open.find<QLineEdit>("policy_class_1").text() == "Core");
  CHECK(open.find<QLabel>("policy_loss").text().endsWith("will have no class."));
  CHECK_FALSE(open.find<QLabel>("policy_loss").isHidden());
  open.find<QPushButton>("policy_preset_classic").click();
  CHECK(open.find<QLabel>("policy_loss").isHidden());  // the classes of these names are the stored ones again
  QTest::keyClick(&open.page().policy_editor(), Qt::Key_Escape);
  CHECK_FALSE(open.page().policy_editor().isVisible());
  CHECK(open.sample().dump() == before);

  open.page().show_policy_editor(true);
  open.find<QPushButton>("policy_preset_core").click();
  open.find<QPushButton>("policy_save").click();
  CHECK(open.target_of("Core") == "70");
  CHECK(open.target_of("Strategic") == "none");
  CHECK(open.sample().portfolio().allocation_class_by_name("Transformational")->role == ClassRole::strategic);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("Classes are added and removed in the editor, and a workspace without a policy gets one") {
  OpenTime open(workbench::Template::empty);
  open.page().show_policy_editor(true);
  CHECK(open.find<QLineEdit>("policy_class_3").text() == "Firefighting");
  open.find<QPushButton>("policy_add").click();
  CHECK(open.find<QLabel>("policy_verdict").text() == "A class has no name. Type one, or remove the class.");
  open.type("policy_class_4", "Debt");
  open.type("policy_target_1", "60");
  open.type("policy_target_4", "10");
  open.find<QToolButton>("policy_remove_3").click();
  CHECK_FALSE(open.find<QPushButton>("policy_save").isEnabled());
  open.type("policy_target_1", "70");
  open.find<QPushButton>("policy_save").click();
  CHECK(open.sample().portfolio().all<AllocationPolicy>().size() == 1);
  CHECK(open.sample().portfolio().allocation_classes_in_order().size() == 3);
  CHECK(open.target_of("Debt") == "10");
  CHECK(open.sample().portfolio().allocation_class_by_name("Debt")->key == "debt");
}

}  // namespace tradewind::gui
