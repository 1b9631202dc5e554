// Scenarios in the window: what is shown, what stays in them, how they follow the baseline, how they end.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QThreadPool>
#include <algorithm>
#include <memory>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/name_popup.h"
#include "gui/dialogs/adopt_dialog.h"
#include "gui/open_sample.h"
#include "gui/pages/history_model.h"
#include "gui/pages/scenarios_page.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/scenario_actions.h"
#include "gui/shell/scenario_bar.h"
#include "gui/shell/scenario_box.h"
#include "tradewind/domain/changes_between.h"

namespace tradewind::gui {
namespace {

class OpenScenarios {
 public:
  OpenScenarios()
      : box_(sample_.document()),
        scenarios_(sample_.context(), &box_, &box_),
        done_(&scenarios_, &ScenarioActions::done),
        told_(&document(), &Document::told),
        refused_(&document(), &Document::refused) {
    first_ = sample_.portfolio().items_by_rank().front()->id;
  }

  OpenSample& sample() { return sample_; }
  Document& document() { return sample_.document(); }
  ScenarioActions& scenarios() { return scenarios_; }
  ScenarioBox& box() { return box_; }
  QSignalSpy& done() { return done_; }
  QSignalSpy& told() { return told_; }
  QSignalSpy& refused() { return refused_; }
  QAction* action(const char* id) { return sample_.context().actions.find(id); }

  /// Made from what is shown, and shown then.
  ScenarioId make(const char* name) {
    REQUIRE(scenarios_.create(name));
    REQUIRE(document().shown_scenario().has_value());
    return *document().shown_scenario();
  }
  void show(std::optional<ScenarioId> scenario) { REQUIRE(document().show_scenario(scenario)); }
  ItemId first() const { return first_; }
  bool rename(const char* title) { return retitle(document().workspace(), title); }
  bool retitle(storage::Workspace& workspace, const char* title) {
    const auto receipt = workspace.edit("Rename", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().find(first_);
      item.title = title;
      edit.update(item);
    });
    return receipt.has_value();
  }
  std::string title() { return document().portfolio().find(first_)->title; }
  std::string title_in_baseline() { return document().baseline_portfolio().find(first_)->title; }
  /// As another process has it open.
  storage::Workspace elsewhere() {
    auto other = storage::Workspace::open(document().baseline().path());
    REQUIRE(other.has_value());
    return std::move(*other);
  }
  void hear_of_it() {
    REQUIRE(document().poll());
    document().follow_baseline();
  }

 private:
  OpenSample sample_;
  ScenarioBox box_;
  ScenarioActions scenarios_;
  QSignalSpy done_;
  QSignalSpy told_;
  QSignalSpy refused_;
  ItemId first_;
};

/// Puts a placed item into the last quarter; its old and its new place are not the same.
ItemId move_to_last_quarter(Document& document) {
  const PeriodId last = document.portfolio().periods_in_order(PeriodKind::quarter).back()->id;
  Placement moved;
  for (const Placement& placement : document.portfolio().all<Placement>())
    if (placement.period != last && (!moved.id || placement.id < moved.id)) moved = placement;
  REQUIRE(moved.id);
  moved.period = last;
  moved.start = moved.finish = std::nullopt;
  REQUIRE(document.edit("Move", [&](storage::Edit& edit) { edit.update(moved); }));
  return moved.item;
}

QTreeWidgetItem* group_called(const ScenarioDifferences& tree, const QString& beginning) {
  for (int at = 0; at < tree.topLevelItemCount(); ++at)
    if (tree.topLevelItem(at)->text(0).startsWith(beginning)) return tree.topLevelItem(at);
  return nullptr;
}

}  // namespace

TEST_CASE("What is edited in a scenario stays in it, back and forth, and undo walks its own edits") {
  OpenScenarios open;
  Document& document = open.document();
  const std::string before = open.title();
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Once"));
  REQUIRE(open.rename("Twice"));
  CHECK(open.title() == "Twice");
  CHECK(open.title_in_baseline() == before);
  open.show(std::nullopt);
  CHECK(open.title() == before);
  CHECK(document.scenario_name().isEmpty());
  open.show(scenario);
  CHECK(open.title() == "Twice");
  CHECK(document.scenario_name() == "What if");

  REQUIRE(document.undo());
  CHECK(open.title() == "Once");
  REQUIRE(document.undo());
  CHECK(open.title() == before);
  CHECK_FALSE(document.workspace().undo_label().has_value());
  REQUIRE(document.redo());
  CHECK(open.title() == "Once");
  CHECK(open.title_in_baseline() == before);
}

TEST_CASE("An edit of the scenario that is shown does not open it again") {
  OpenScenarios open;
  open.make("What if");
  QSignalSpy replaced(&open.document(), &Document::replaced);
  QSignalSpy changed(&open.document(), &Document::changed);
  REQUIRE(open.rename("Once"));
  REQUIRE(open.document().undo());
  REQUIRE(open.document().redo());
  QTest::qWait(20);
  CHECK(replaced.count() == 0);
  CHECK(changed.count() == 3);
}

TEST_CASE("Going to another plan tells which rows are different, and no others") {
  OpenScenarios open;
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Once"));
  open.show(std::nullopt);
  Changes told;
  QObject::connect(&open.document(), &Document::changed, &open.box(), [&](const Changes& changes) { told = changes; });
  open.show(scenario);
  const auto is_plan = [](const Change& change) {
    return change.table != Scenario::table && change.table != ScenarioEdit::table;
  };
  told.erase(std::remove_if(told.begin(), told.end(), [&](const Change& one) { return !is_plan(one); }), told.end());
  REQUIRE(told.size() == 1);
  CHECK(told.front() == Change{Item::table, open.first().value, ChangeKind::updated});
}

TEST_CASE("Selection, current row and scroll position of the backlog survive the way to a scenario and back") {
  QSettings().clear();
  OpenScenarios open;
  BacklogPage page(open.sample().context());
  const QAbstractItemModelTester tester(&page.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  page.resize(1000, 400);
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  const int row = page.model().rowCount() - 5;
  const ItemId item = page.model().item_at(row);
  page.table().setCurrentIndex(page.model().index(row, static_cast<int>(BacklogColumn::title)));
  page.table().scrollTo(page.table().currentIndex());
  const int scrolled = page.table().verticalScrollBar()->value();
  REQUIRE(scrolled > 0);
  REQUIRE(open.sample().selection().current_item() == item);
  const auto is_as_before = [&] {
    CHECK(open.sample().selection().current_item() == item);
    CHECK(page.model().item_at(page.table().currentIndex().row()) == item);
    CHECK(page.table().verticalScrollBar()->value() == scrolled);
  };

  const ScenarioId scenario = open.make("What if");
  is_as_before();
  REQUIRE(open.document().edit("Another", [](storage::Edit& edit) {
    Item added;
    added.title = "Only in the scenario";
    edit.insert(added);
  }));
  const int rows = page.model().rowCount();
  open.show(std::nullopt);
  CHECK(page.model().rowCount() == rows - 1);
  is_as_before();
  open.show(scenario);
  CHECK(page.model().rowCount() == rows);
  is_as_before();
  // What the cells say is counted from the plan that is shown.
  REQUIRE(open.document().edit("Fewer", [&](storage::Edit& edit) { edit.erase(open.first()); }));
  CHECK(page.model().row_of(open.first()) < 0);
  open.show(std::nullopt);
  CHECK(page.model().row_of(open.first()) == 0);
  CHECK(page.model().index(0, static_cast<int>(BacklogColumn::title)).data().toString().toStdString() == open.title());
}

TEST_CASE("A scenario is there again after a restart") {
  QTemporaryDir folder;
  const std::filesystem::path path = (folder.path() + "/w.tradewind").toStdString();
  ScenarioId id;
  {
    workbench::CreateOptions options;
    options.from = workbench::Template::sample;
    options.today = make_date(2027, 1, 18);
    auto workspace = workbench::create_workspace(path, options);
    REQUIRE(workspace.has_value());
    Document document(std::move(*workspace));
    Scenario scenario;
    scenario.name = "What if";
    const auto made = storage::create_scenario(document.baseline(), scenario);
    REQUIRE(made.has_value());
    id = *made;
    REQUIRE(document.show_scenario(id));
    REQUIRE(document.edit("Add", [](storage::Edit& edit) {
      Item item;
      item.title = "Only in the scenario";
      edit.insert(item);
    }));
  }
  auto workspace = storage::Workspace::open(path);
  REQUIRE(workspace.has_value());
  Document document(std::move(*workspace));
  const std::size_t items = document.portfolio().all<Item>().size();
  CHECK_FALSE(document.shown_scenario().has_value());
  REQUIRE(document.show_scenario(id));
  CHECK(document.portfolio().all<Item>().size() == items + 1);
  // The baseline's history says when its steps were made.
  HistoryModel history(document);
  REQUIRE(history.rowCount() == 1);
  CHECK(history.index(0, HistoryModel::what).data().toString() == "Add");
  CHECK_FALSE(history.index(0, HistoryModel::when).data().toString() == "–");
  CHECK(document.history().front().at == document.baseline().history().front().at);
  REQUIRE(document.undo());
  CHECK(document.portfolio().all<Item>().size() == items);
}

TEST_CASE("Adopting is one step of the baseline, which undo takes back with the scenario") {
  OpenScenarios open;
  Document& document = open.document();
  const std::string before = open.title();
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Once"));
  REQUIRE(open.rename("Twice"));
  const auto steps = document.baseline().history().size();
  open.action("scenario.adopt")->trigger();
  CHECK_FALSE(document.shown_scenario().has_value());
  CHECK(open.title() == "Twice");
  CHECK(document.baseline().history().size() == steps + 1);
  CHECK_FALSE(document.baseline_portfolio().contains(scenario));
  REQUIRE(open.done().count() == 1);
  CHECK(open.done().front().front().toString().startsWith("Adopted “What if” as one step"));
  REQUIRE(document.undo());
  CHECK(open.title() == before);
  CHECK(document.baseline_portfolio().contains(scenario));
  open.show(scenario);
  CHECK(open.title() == "Twice");
}

TEST_CASE("What both changed is listed before a scenario is adopted, and counted after it") {
  OpenScenarios open;
  Document& document = open.document();
  const std::string before = open.title();
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Theirs"));
  open.show(std::nullopt);
  REQUIRE(open.rename("Ours"));
  open.show(scenario);
  REQUIRE(document.conflicts().size() == 1);
  CHECK(open.title() == "Ours");
  ScenarioBar bar(open.sample().context());
  CHECK(bar.findChild<QLabel*>("scenario_conflicts")->text().startsWith("In 1 place"));

  open.action("scenario.adopt")->trigger();
  auto* dialog = open.box().findChild<AdoptDialog*>();
  REQUIRE(dialog != nullptr);
  CHECK(dialog->isVisible());
  CHECK_FALSE(dialog->isModal());
  CHECK(document.shown_scenario() == scenario);
  const auto* table = dialog->findChild<QTableWidget*>("adopt_conflicts");
  REQUIRE(table->rowCount() == 1);
  CHECK(table->item(0, 0)->text().startsWith("Item "));
  CHECK(table->item(0, 1)->text() == "title");
  CHECK(table->item(0, 2)->text().toStdString() == before);
  CHECK(table->item(0, 3)->text() == "Ours");
  CHECK(table->item(0, 4)->text() == "Theirs");
  // Looking at the other plan leaves it open; cancelling leaves everything.
  open.show(std::nullopt);
  CHECK(dialog->isVisible());
  open.show(scenario);
  CHECK(dialog->isVisible());
  dialog->findChild<QPushButton*>("adopt_cancel")->click();
  CHECK(document.shown_scenario() == scenario);

  open.action("scenario.adopt")->trigger();
  QTest::qWait(1);  // the first dialog is gone
  dialog = open.box().findChild<AdoptDialog*>();
  REQUIRE(dialog != nullptr);
  dialog->findChild<QPushButton*>("adopt_now")->click();
  CHECK_FALSE(document.shown_scenario().has_value());
  CHECK(open.title() == "Ours");
  REQUIRE(open.done().count() == 1);
  CHECK(open.done().front().front().toString().contains("In 1 place the baseline said something else"));
}

TEST_CASE("What both changed is shown whole where it has room, else the longest texts share the room") {
  OpenScenarios open;
  const ScenarioId scenario = open.make("What if");
  const auto conflict = [&](const char* theirs) {
    return AdoptDialog::Conflicts{{std::string(Item::table), open.first().value, "title", "'Ours'", theirs, "NULL"}};
  };
  const auto is_cut = [](const QTableWidget& table, int column) {
    const int wanted = std::max(table.horizontalHeader()->sectionSizeHint(column),
                                static_cast<const QAbstractItemView&>(table).sizeHintForColumn(column));
    return table.columnWidth(column) < wanted;
  };
  const auto sum = [](const QTableWidget& table) {
    int pixels = 0;
    for (int column = 0; column < table.columnCount(); ++column) pixels += table.columnWidth(column);
    return pixels;
  };
  auto* dialog =
      new AdoptDialog(open.document(), scenario, conflict("'Another name that is much longer than the other one'"), &open.box());
  dialog->show();
  REQUIRE(QTest::qWaitForWindowExposed(dialog));
  const auto& table = *dialog->findChild<QTableWidget*>("adopt_conflicts");
  CHECK(sum(table) == table.horizontalHeader()->viewport()->width());
  for (int column = 0; column < table.columnCount(); ++column) CHECK_FALSE(is_cut(table, column));
  dialog->resize(560, 300);
  CHECK(QTest::qWaitFor([&] { return sum(table) == table.viewport()->width(); }));
  for (const int column : {0, 1, 2, 3}) CHECK_FALSE(is_cut(table, column));
  CHECK(is_cut(table, 4));
  dialog->close();
}

TEST_CASE("A shown scenario follows what another process does to the baseline") {
  OpenScenarios open;
  Document& document = open.document();
  open.make("What if");
  REQUIRE(open.rename("Theirs"));
  {
    storage::Workspace other = open.elsewhere();
    REQUIRE(other.edit("Add", [](storage::Edit& edit) {
      Item item;
      item.title = "From elsewhere";
      edit.insert(item);
    }));
  }
  const std::size_t items = document.portfolio().all<Item>().size();
  open.hear_of_it();
  CHECK(document.portfolio().all<Item>().size() == items + 1);
  CHECK(open.title() == "Theirs");
  CHECK(open.told().count() == 0);
  {
    storage::Workspace other = open.elsewhere();
    REQUIRE(open.retitle(other, "Ours"));
  }
  open.hear_of_it();
  CHECK(open.title() == "Ours");
  REQUIRE(open.told().count() == 1);
  CHECK(open.told().front().front().toString().contains("stays in 1 place"));
  // And goes on.
  REQUIRE(open.rename("Anew"));
  CHECK(open.title() == "Anew");
  CHECK(open.title_in_baseline() == "Ours");
}

TEST_CASE("Where the shown scenario is gone, the baseline is shown and people are told") {
  OpenScenarios open;
  Document& document = open.document();
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Theirs"));
  {
    storage::Workspace other = open.elsewhere();
    REQUIRE(storage::drop_scenario(other, scenario));
  }
  open.hear_of_it();
  CHECK_FALSE(document.shown_scenario().has_value());
  REQUIRE(open.told().count() == 1);
  CHECK(open.told().front().front().toString().contains("“What if” is not there any more"));
  CHECK(open.box().currentText() == "Baseline");
  CHECK(open.box().property("role").toString().isEmpty());
}

TEST_CASE("A dropped scenario comes back by undo") {
  OpenScenarios open;
  const ScenarioId scenario = open.make("What if");
  REQUIRE(open.rename("Theirs"));
  open.action("scenario.drop")->trigger();
  CHECK_FALSE(open.document().shown_scenario().has_value());
  CHECK_FALSE(open.document().baseline_portfolio().contains(scenario));
  REQUIRE(open.document().undo());
  open.show(scenario);
  CHECK(open.title() == "Theirs");
}

TEST_CASE("A scenario made from a scenario begins with its edits") {
  OpenScenarios open;
  const ScenarioId first = open.make("First");
  REQUIRE(open.rename("Once"));
  const ScenarioId second = open.make("Second");
  CHECK(second != first);
  CHECK(open.title() == "Once");
  REQUIRE(open.rename("Twice"));
  open.show(first);
  CHECK(open.title() == "Once");
  // Round the list: the baseline, then by name.
  open.action("scenario.next")->trigger();
  CHECK(open.document().shown_scenario() == second);
  open.action("scenario.next")->trigger();
  CHECK_FALSE(open.document().shown_scenario().has_value());
}

TEST_CASE("A name that is taken is refused with a sentence, by the field and by the file") {
  OpenScenarios open;
  open.make("First");
  const ScenarioId second = open.make("Second");
  open.box().show();
  open.scenarios().ask_for_new_name(second);
  auto* popup = open.box().findChild<NamePopup*>();
  REQUIRE(popup != nullptr);
  auto* field = popup->findChild<QLineEdit*>();
  for (const char* taken : {"first", "Baseline"}) {
    field->setText(taken);
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(popup->isVisible());
    CHECK(field->accessibleDescription().contains("Choose another"));
  }
  field->setText("second");  // its own, written otherwise
  QTest::keyClick(field, Qt::Key_Return);
  CHECK(open.document().scenario_name() == "second");

  CHECK_FALSE(open.scenarios().rename(second, "First"));
  REQUIRE(open.refused().count() == 1);
  CHECK(open.refused().front().front().value<Error>().why == "another scenario has this name");
  CHECK(open.document().scenario_name() == "second");
}

TEST_CASE("The toolbar's box shows which plan it is and leads to the others") {
  OpenScenarios open;
  CHECK(open.box().currentText() == "Baseline");
  CHECK_FALSE(open.action("scenario.adopt")->isEnabled());
  CHECK_FALSE(open.action("scenario.adopt")->property(why_not_property).toString().isEmpty());
  const ScenarioId scenario = open.make("What if");
  CHECK(open.box().currentText() == "What if");
  CHECK(open.box().property("role").toString() == "scenario");
  CHECK(open.action("scenario.adopt")->isEnabled());
  const auto choose = [&](const QString& text) {
    const int at = open.box().findText(text);
    REQUIRE(at >= 0);
    open.box().setCurrentIndex(at);
    emit open.box().activated(at);
  };
  choose("Baseline");
  CHECK_FALSE(open.document().shown_scenario().has_value());
  choose("What if");
  CHECK(open.document().shown_scenario() == scenario);
  QSignalSpy asked(&open.box(), &ScenarioBox::new_requested);
  choose("New scenario…");
  CHECK(asked.count() == 1);
  CHECK(open.box().currentText() == "What if");
}

TEST_CASE("The page of scenarios says what they are for, then compares two plans") {
  OpenScenarios open;
  Document& document = open.document();
  ScenariosPage page(open.sample().context(), open.scenarios());
  page.set_today(make_date(2027, 1, 18));
  page.resize(1100, 800);
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  const auto wait = [&] { REQUIRE(QTest::qWaitFor([&] { return !page.is_working(); })); };
  wait();
  CHECK(page.findChild<QLabel*>("scenarios_empty")->isVisible());
  CHECK(page.status() == "No scenarios");

  const ScenarioId scenario = open.make("What if");
  wait();
  CHECK_FALSE(page.findChild<QLabel*>("scenarios_empty")->isVisible());
  CHECK(page.differences().topLevelItem(0)->text(0) == "Nothing is different.");
  const ItemId moved = move_to_last_quarter(document);
  REQUIRE(open.rename("Another title"));
  wait();
  const QTreeWidgetItem* group = group_called(page.differences(), "Moved");
  REQUIRE(group != nullptr);
  REQUIRE(group->childCount() == 1);
  CHECK(group->child(0)->text(0).startsWith(QString::fromStdString(document.portfolio().find(moved)->key)));
  CHECK(group->child(0)->text(1) != group->child(0)->text(2));
  group = group_called(page.differences(), "Changed");
  REQUIRE(group != nullptr);
  CHECK(group->child(0)->text(0).endsWith(": title"));
  CHECK(group->child(0)->text(2) == "Another title");
  CHECK(group_called(page.differences(), "Load and capacity") != nullptr);
  const auto* bar = page.view().find({views::MarkKind::item, moved.value, 0});
  REQUIRE(bar != nullptr);
  CHECK(bar->description.find(", was ") != std::string::npos);
  const auto* list = page.findChild<QTableWidget*>("scenario_list");
  REQUIRE(list->rowCount() == 1);
  CHECK(list->item(0, 1)->text() == "1 item moved, 1 item changed");
  CHECK(list->item(0, 2)->text() == "2");

  // The other way round, and against another scenario.
  page.findChild<QPushButton*>("compare_swap")->click();
  wait();
  CHECK(group_called(page.differences(), "Changed")->child(0)->text(1) == "Another title");
  open.show(std::nullopt);
  const ScenarioId other = open.make("Other");
  page.compare(scenario, other);
  wait();
  CHECK(page.findChild<QComboBox*>("compare_from")->currentText() == "What if");
  CHECK(group_called(page.differences(), "Moved") != nullptr);
  CHECK(page.status() == "2 scenarios");

  // What is compared can go.
  open.scenarios().drop(scenario);
  wait();
  CHECK(page.findChild<QComboBox*>("compare_from")->currentText() == "Baseline");
  CHECK(page.differences().topLevelItem(0)->text(0) == "Nothing is different.");
}

TEST_CASE("Plans are compared beside the window: the last ones stay until then, and a page that is closed hears nothing") {
  OpenScenarios open;
  auto page = std::make_unique<ScenariosPage>(open.sample().context(), open.scenarios());
  page->resize(1100, 800);
  page->show();
  REQUIRE(QTest::qWaitForWindowExposed(page.get()));
  const auto wait = [&] { REQUIRE(QTest::qWaitFor([&] { return !page->is_working(); })); };
  const ScenarioId scenario = open.make("What if");
  move_to_last_quarter(open.document());
  wait();
  const auto* state = page->findChild<QLabel*>("compare_state");
  CHECK_FALSE(state->isVisible());
  REQUIRE(group_called(page->differences(), "Moved") != nullptr);

  REQUIRE(open.rename("Another title"));
  CHECK(page->is_working());
  CHECK(group_called(page->differences(), "Moved") != nullptr);
  CHECK(group_called(page->differences(), "Changed") == nullptr);
  const auto* list = page->findChild<QTableWidget*>("scenario_list");
  CHECK(list->item(0, 1)->text() == "1 item moved");
  wait();
  CHECK(group_called(page->differences(), "Moved") != nullptr);
  CHECK(group_called(page->differences(), "Changed") != nullptr);
  CHECK(list->item(0, 1)->text() == "1 item moved, 1 item changed");
  CHECK_FALSE(state->isVisible());

  // The second question replaces the first.
  page->compare(scenario, std::nullopt);
  page->compare(scenario, scenario);
  wait();
  CHECK(page->differences().topLevelItem(0)->text(0) == "Nothing is different.");

  page->compare(std::nullopt, scenario);
  QTest::qWait(1);
  page.reset();
  QThreadPool::globalInstance()->waitForDone();
  QCoreApplication::processEvents();
  CHECK(open.refused().count() == 0);
}

TEST_CASE("A copy for work beside the window is one for all who ask before the next change") {
  OpenScenarios open;
  Document& document = open.document();
  const auto first = document.snapshot();
  CHECK(document.snapshot() == first);
  CHECK(document.baseline_snapshot() == first);
  CHECK(changes_between(*first, document.portfolio()).empty());
  const std::string before = open.title();
  REQUIRE(open.rename("Later"));
  CHECK(document.snapshot() != first);
  CHECK(document.snapshot()->find(open.first())->title == "Later");
  CHECK(first->find(open.first())->title == before);

  open.make("What if");
  REQUIRE(open.rename("In the scenario"));
  CHECK(document.snapshot()->find(open.first())->title == "In the scenario");
  CHECK(document.baseline_snapshot()->find(open.first())->title == "Later");
}

}  // namespace tradewind::gui
