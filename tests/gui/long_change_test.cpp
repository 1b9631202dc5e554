// Changes of many rows: made beside the window, which goes on, refuses other changes meanwhile, and can give them up.
#include "gui/shell/long_change.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <atomic>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/open_sample.h"
#include "gui/pages/history_journey.h"
#include "gui/pages/history_page.h"
#include "gui/shell/long_change_bar.h"
#include "gui/shell/main_window.h"
#include "tradewind/domain/rows_with.h"

namespace tradewind::gui {
namespace {

constexpr int patience = 20000;  // milliseconds
constexpr int many = 1200;

Item item_called(const std::string& title) {
  Item item;
  item.title = title;
  return item;
}

/// In one step; the workspace itself does it at once.
void import_many(storage::Workspace& workspace) {
  REQUIRE(workspace.edit("Import", [](storage::Edit& edit) {
    for (int number = 0; number < many; ++number) edit.insert(item_called("Imported " + std::to_string(number)));
  }));
}

std::size_t items_in(const Document& document) { return document.portfolio().all<Item>().size(); }

/// Calls `what` once, in the event loop in which a long change is waited for.
class Meanwhile {
 public:
  Meanwhile(Document& document, std::function<void()> what) : document_(document), what_(std::move(what)) {
    QObject::connect(&timer_, &QTimer::timeout, [this] {
      if (is_done_ || !document_.long_change().is_running()) return;
      is_done_ = true;
      what_();
    });
    timer_.start(0);
  }
  bool is_done() const { return is_done_; }

 private:
  Document& document_;
  std::function<void()> what_;
  QTimer timer_;
  bool is_done_ = false;
};

/// A step of one row that says it has many and lasts until it is released.
class LastingStep {
 public:
  explicit LastingStep(Document& document) : document_(document) {
    item_ = document.portfolio().items_by_rank().front()->id;
    title_ = document.portfolio().find(item_)->title;
  }
  bool make() {
    const auto rename = [this](storage::Edit& edit) {
      Item item = *edit.portfolio().find(item_);
      item.title = "Renamed";
      edit.update(item);
      while (!is_released_) QThread::msleep(1);
    };
    return document_.edit("Rename", rename, Document::many_rows);
  }
  void release() { is_released_ = true; }
  bool is_made() const { return document_.portfolio().find(item_)->title == "Renamed"; }
  bool is_as_before() const { return document_.portfolio().find(item_)->title == title_; }

 private:
  Document& document_;
  ItemId item_;
  std::string title_;
  std::atomic<bool> is_released_{false};
};

struct OpenWindow {
  OpenWindow() {
    REQUIRE(folder.isValid());
    REQUIRE(window.create(folder.path() + "/plan.tradewind", "sample"));
    window.resize(1440, 900);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
  }
  LongChangeBar& bar() {
    auto* found = window.findChild<LongChangeBar*>("long_change");
    REQUIRE(found != nullptr);
    return *found;
  }
  Document& document() { return *window.document(); }
  QTemporaryDir folder;
  MainWindow window;
};

}  // namespace

TEST_CASE("Undo and redo of a large step let the window go on, and are told as if they had been made at once") {
  OpenSample sample(workbench::Template::quarterly);
  Document& document = sample.document();
  const std::string before = sample.dump();
  import_many(document.workspace());
  const std::string imported = sample.dump();
  const std::size_t items = items_in(document);
  QSignalSpy changed(&document, &Document::changed);
  QSignalSpy history(&document, &Document::history_changed);
  std::size_t seen = 0;
  {
    const Meanwhile meanwhile(document, [&] { seen = items_in(document); });
    REQUIRE(document.undo());
    CHECK(meanwhile.is_done());
  }
  CHECK(seen == items);
  CHECK(sample.dump() == before);
  REQUIRE(changed.count() == 1);
  CHECK(changed.front().front().value<Changes>().size() == many + 1);  // and the number of the next item
  CHECK(history.count() == 1);
  CHECK_FALSE(document.long_change().is_running());

  const Meanwhile meanwhile(document, [] {});
  REQUIRE(document.redo());
  CHECK(meanwhile.is_done());
  CHECK(sample.dump() == imported);
}

TEST_CASE("A step of few rows is made at once") {
  OpenSample sample;
  Document& document = sample.document();
  const Meanwhile meanwhile(document, [] {});
  REQUIRE(document.edit("Add", [](storage::Edit& edit) { edit.insert(item_called("One")); }));
  REQUIRE(document.undo());
  CHECK_FALSE(meanwhile.is_done());
}

TEST_CASE("While a large step is made the workspace can be read, and another change is refused and leaves nothing") {
  OpenSample sample;
  Document& document = sample.document();
  LastingStep step(document);
  const std::string before = sample.dump();
  QSignalSpy refused(&document, &Document::refused);
  const Meanwhile meanwhile(document, [&] {
    CHECK(step.is_as_before());
    CHECK(sample.dump() == before);
    CHECK(document.workspace().history().empty());
    CHECK_FALSE(document.edit("Add", [](storage::Edit& edit) { edit.insert(item_called("One")); }));
    CHECK_FALSE(document.undo());
    CHECK_FALSE(document.poll());
    CHECK(refused.count() == 2);
    for (const QList<QVariant>& one : refused) CHECK(one.front().value<Error>().code == ErrorCode::busy);
    CHECK(sample.dump() == before);
    step.release();
  });
  REQUIRE(step.make());
  CHECK(meanwhile.is_done());
  CHECK(step.is_made());
  REQUIRE(document.undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("A large step that is cancelled leaves everything as it was, says so calmly, and can be made later") {
  OpenSample sample(workbench::Template::quarterly);
  Document& document = sample.document();
  const std::string before = sample.dump();
  import_many(document.workspace());
  const std::string imported = sample.dump();
  QSignalSpy refused(&document, &Document::refused);
  QSignalSpy told(&document, &Document::told);
  {
    const Meanwhile meanwhile(document, [&] { document.long_change().cancel(); });
    CHECK_FALSE(document.undo());
    CHECK(meanwhile.is_done());
  }
  CHECK(sample.dump() == imported);
  CHECK(told.count() == 1);
  CHECK(refused.count() == 0);
  REQUIRE(document.undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("What another process changed in many rows comes in beside the window") {
  OpenSample sample(workbench::Template::quarterly);
  Document& document = sample.document();
  {
    auto other = storage::Workspace::open(document.workspace().path());
    REQUIRE(other.has_value());
    import_many(*other);
  }
  const std::size_t before = items_in(document);
  const Meanwhile meanwhile(document, [] {});
  REQUIRE(document.poll());
  CHECK(meanwhile.is_done());
  CHECK(items_in(document) == before + many);
}

TEST_CASE("A large step in a scenario stays in it, and one that is cancelled leaves the scenario usable") {
  OpenSample sample;
  Document& document = sample.document();
  Scenario row;
  row.name = "What if";
  const auto scenario = storage::create_scenario(document.baseline(), row);
  REQUIRE(scenario.has_value());
  REQUIRE(document.show_scenario(*scenario));
  const std::string in_scenario = sample.dump();
  {
    LastingStep step(document);
    const Meanwhile meanwhile(document, [&] {
      document.long_change().cancel();
      CHECK_FALSE(document.show_scenario(std::nullopt));
      step.release();
    });
    CHECK_FALSE(step.make());
    CHECK(meanwhile.is_done());
    CHECK(document.shown_scenario() == *scenario);
    CHECK(sample.dump() == in_scenario);
  }
  LastingStep step(document);
  step.release();
  QSignalSpy replaced(&document, &Document::replaced);
  REQUIRE(step.make());
  QTest::qWait(20);
  CHECK(step.is_made());
  CHECK(replaced.count() == 0);
  CHECK(storage::edits_of_scenario(document.baseline_portfolio(), *scenario).size() == 1);
  REQUIRE(document.undo());
  CHECK(sample.dump() == in_scenario);
  REQUIRE(document.redo());
  REQUIRE(document.show_scenario(std::nullopt));
  CHECK(step.is_as_before());
}

TEST_CASE("A change that takes long shows what it is, Escape cancels it, and keys reach nothing else") {
  OpenWindow open;
  Document& document = open.document();
  const std::string before = document.workspace().dump();
  auto* backlog = static_cast<BacklogPage*>(open.window.page("backlog"));
  BacklogTable& table = backlog->table();
  table.setFocus();
  const QModelIndex current = table.currentIndex();
  CHECK_FALSE(open.bar().isVisible());
  LastingStep step(document);
  bool was_shown = false;
  QObject::connect(&document.long_change(), &LongChange::takes_long, &open.window, [&] {
    QTimer::singleShot(0, &open.window, [&] {
      was_shown = open.bar().isVisible();
      CHECK(open.bar().findChild<QLabel*>("long_change_text")->text().startsWith("Rename"));
      QTest::keyClick(&table, Qt::Key_Down);
      QTest::keyClick(&table, Qt::Key_N, Qt::ControlModifier);
      QTest::keyClicks(&table, "abc");
      CHECK(table.currentIndex() == current);
      CHECK_FALSE(table.is_editing());
      QTest::keyClick(&table, Qt::Key_Escape);
      CHECK_FALSE(open.bar().findChild<QPushButton*>("long_change_cancel")->isEnabled());
      step.release();
    });
  });
  CHECK_FALSE(step.make());
  CHECK(was_shown);
  CHECK_FALSE(open.bar().isVisible());
  CHECK(document.workspace().dump() == before);
  CHECK(open.window.focusWidget() == &table);
  QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
  CHECK(table.currentIndex() != current);
}

TEST_CASE("A window that is closed while a change is made takes it back first") {
  OpenWindow open;
  Document& document = open.document();
  const std::string before = document.workspace().dump();
  LastingStep step(document);
  const Meanwhile meanwhile(document, [&] {
    CHECK_FALSE(open.window.close());
    CHECK(open.window.isVisible());
    step.release();
  });
  CHECK_FALSE(step.make());
  CHECK(meanwhile.is_done());
  CHECK(document.workspace().dump() == before);
  CHECK(QTest::qWaitFor([&] { return !open.window.isVisible(); }, patience));
}

TEST_CASE("Selection, scroll position and an open editor survive a large change of other rows") {
  OpenSample sample;
  Document& document = sample.document();
  import_many(document.workspace());
  QSettings().clear();  // columns and order are those of a new window
  BacklogPage page(sample.context());
  const QAbstractItemModelTester tester(&page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  page.resize(1400, 500);
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  BacklogTable& table = page.table();
  const QModelIndex title = page.model().index(700, static_cast<int>(BacklogColumn::title));
  table.setCurrentIndex(title);
  table.scrollTo(title);
  table.edit(title);
  auto* editor = table.viewport()->findChild<QLineEdit*>();
  REQUIRE(editor != nullptr);
  editor->selectAll();
  QTest::keyClicks(editor, "Half typed");
  const ItemId selected = sample.selection().current_item();
  const int y = table.visualRect(title).y();

  std::vector<ItemId> others;
  for (int row = 0; row < 600; ++row) others.push_back(page.model().item_at(row));
  const Meanwhile meanwhile(document, [] {});
  REQUIRE(page.model().edit_items(BacklogColumn::reach, others, "77"));
  CHECK(meanwhile.is_done());
  CHECK(document.portfolio().find(others.back())->reach == OptionalNumber{77});
  CHECK(table.viewport()->findChild<QLineEdit*>() == editor);
  CHECK(editor->text() == "Half typed");
  CHECK(sample.selection().current_item() == selected);
  CHECK(table.visualRect(title).y() == y);
  QTest::keyClick(editor, Qt::Key_Escape);
}

TEST_CASE("Thousands of selected rows are removed as one step, with what hangs on them") {
  OpenSample sample;
  Document& document = sample.document();
  import_many(document.workspace());
  QSettings().clear();  // columns and order are those of a new window
  BacklogPage page(sample.context());
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  const std::string before = sample.dump();
  page.table().selectAll();
  const std::vector<ItemId> selected = page.table().selected_items();
  REQUIRE(selected.size() == items_in(document));
  CHECK(rows_with(document.portfolio(), selected) > selected.size());
  {
    const Meanwhile meanwhile(document, [] {});
    page.remove_selected();
    CHECK(meanwhile.is_done());
  }
  CHECK(items_in(document) == 0);
  CHECK(sample.selection().items().empty());
  REQUIRE(document.undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("Giving up the way back in the history while a large step is made leads to where it began") {
  OpenSample sample(workbench::Template::quarterly);
  Document& document = sample.document();
  const TeamId team = document.portfolio().teams_in_order().front()->id;
  const auto rename = [&](const char* name) {
    REQUIRE(document.edit("Rename", [&](storage::Edit& edit) {
      Team row = *edit.portfolio().find(team);
      row.name = name;
      edit.update(row);
    }));
  };
  const std::size_t items = items_in(document);
  rename("One");
  import_many(document.workspace());
  rename("Two");
  const std::string before = sample.dump();
  HistoryJourney journey(document);
  QString says;
  QObject::connect(&journey, &HistoryJourney::ended, &journey, [&](const QString& text) { says = text; });
  QSignalSpy told(&document, &Document::told);
  {
    const Meanwhile meanwhile(document, [&] {
      CHECK(journey.is_running());
      journey.cancel();
    });
    journey.start(-3);
    REQUIRE(QTest::qWaitFor([&] { return !journey.is_running(); }, patience));
    CHECK(meanwhile.is_done());
  }
  CHECK(says.startsWith("Given up"));
  CHECK(sample.dump() == before);
  CHECK(told.count() == 0);  // the page tells how it ended

  journey.start(-3);
  REQUIRE(QTest::qWaitFor([&] { return !journey.is_running(); }, patience));
  CHECK(says.isEmpty());
  CHECK(items_in(document) == items);
  CHECK(document.workspace().redo_label() == "Rename");
}

}  // namespace tradewind::gui
