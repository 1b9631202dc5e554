// The list of time entries: a model that keeps the rules of Qt through edits and undo, and the page around it.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "gui/open_sample.h"
#include "gui/pages/time_entries_model.h"
#include "gui/pages/time_entries_panel.h"
#include "gui/pages/time_entries_table.h"
#include "gui/pages/time_page.h"
#include "gui/shell/main_window.h"

namespace tradewind::gui {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
constexpr int columns[] = {0, 1, 2, 3, 4, 5, 6};

const Span all_days{make_date(2026, 1, 1), make_date(2028, 1, 1)};

QModelIndex cell(const TimeEntriesModel& model, int row, TimeColumn column) { return model.index(row, static_cast<int>(column)); }
std::string text(const TimeEntriesModel& model, int row, TimeColumn column) {
  return cell(model, row, column).data().toString().toStdString();
}
std::string typed(const TimeEntriesModel& model, int row, TimeColumn column) {
  return cell(model, row, column).data(Qt::EditRole).toString().toStdString();
}

bool is_newest_first(const TimeEntriesModel& model, const Portfolio& portfolio) {
  for (int row = 0; row + 1 < model.rowCount(); ++row)
    if (portfolio.find(model.entry_at(row))->date < portfolio.find(model.entry_at(row + 1))->date) return false;
  return true;
}

TimeEntry made(Date date, std::string person, std::string cause) {
  TimeEntry entry;
  entry.date = date;
  entry.person = std::move(person);
  entry.minutes = 90;
  entry.cause = std::move(cause);
  return entry;
}

/// The page with the list in sight.
class OpenEntries {
 public:
  explicit OpenEntries(workbench::Template from = workbench::Template::sample) : sample_(from), page_(sample_.context()) {
    page_.resize(1000, 700);
    page_.show();
    REQUIRE(QTest::qWaitForWindowExposed(&page_));
    page_.show_entries(true);
  }

  OpenSample& sample() { return sample_; }
  TimePage& page() { return page_; }
  TimeEntriesModel& model() { return page_.entries().model(); }
  TimeEntriesTable& table() { return page_.entries().table(); }
  std::size_t edits() { return sample_.document().workspace().history().size(); }
  template <class Widget>
  Widget& find(const char* name) {
    auto* widget = page_.findChild<Widget*>(name);
    INFO(name);
    REQUIRE(widget != nullptr);
    return *widget;
  }
  QLineEdit* editor() { return table().viewport()->findChild<QLineEdit*>(); }
  /// With F2, as the keyboard does.
  QLineEdit* edit(int row, TimeColumn column) {
    table().setFocus();
    table().setCurrentIndex(cell(model(), row, column));
    QTest::keyClick(&table(), Qt::Key_F2);
    return editor();
  }
  void type(QLineEdit* editor, const QString& words) {
    editor->selectAll();
    QTest::keyClicks(editor, words);
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::qWait(10);  // the view takes what was typed a moment later
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }

 private:
  OpenSample sample_;
  TimePage page_;
};

}  // namespace

TEST_CASE("Time entries are listed by day, the newest first, and corrected one step at a time") {
  OpenSample sample;
  TimeEntriesModel model(sample.document());
  const QAbstractItemModelTester tester(&model, fatal);
  CHECK(model.rowCount() == 0);
  model.list(all_days);
  REQUIRE(model.rowCount() > 100);
  CHECK(model.total() == model.rowCount());
  CHECK(is_newest_first(model, sample.portfolio()));
  CHECK(model.columnCount() == time_column_count);

  TimeEntryId entry;
  REQUIRE(sample.document().edit(
      "Add", [&](storage::Edit& edit) { entry = edit.insert(made(make_date(2027, 1, 18), "Bo", "incident review")); }));
  CHECK(model.entry_at(0) == entry);
  CHECK(text(model, 0, TimeColumn::team) == "–");
  const std::string before = sample.dump();
  const std::size_t edits = sample.document().workspace().history().size();
  const auto set = [&](TimeColumn column, const char* words) {
    INFO(words);
    CHECK(model.setData(cell(model, model.row_of(entry), column), words));
    return text(model, model.row_of(entry), column);
  };
  CHECK(set(TimeColumn::person, "Ana Silva") == "Ana Silva");
  CHECK(set(TimeColumn::team, "governance") == "Governance");
  CHECK(set(TimeColumn::allocation_class, "Roadmap") == "Roadmap");
  CHECK(set(TimeColumn::item, "CDP-117").rfind("CDP-117 ", 0) == 0);
  CHECK(set(TimeColumn::item, "audit trail export").rfind("CDP-117 ", 0) == 0);
  CHECK(typed(model, model.row_of(entry), TimeColumn::item) == "CDP-117");
  CHECK(set(TimeColumn::hours, "2h 30m") == "2.5");
  CHECK(sample.portfolio().find(entry)->minutes == 150);
  CHECK(set(TimeColumn::hours, "0,25") == "0.25");
  CHECK(set(TimeColumn::note, "query tuning") == "query tuning");
  CHECK(set(TimeColumn::date, "2026-11-10") == "10 Nov 2026");
  CHECK(model.row_of(entry) > 0);
  CHECK(is_newest_first(model, sample.portfolio()));
  CHECK(set(TimeColumn::team, "") == "–");
  CHECK(set(TimeColumn::item, "–") == "–");
  // The item was the same one when it was called by its title.
  CHECK(sample.document().workspace().history().size() == edits + 10);
  for (int step = 0; step < 10; ++step) REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
  CHECK(model.entry_at(0) == entry);
}

TEST_CASE("What a cell says reads back as the same entry") {
  OpenSample sample;
  TimeEntriesModel model(sample.document());
  model.list(all_days);
  const std::string before = sample.dump();
  REQUIRE(sample.document().edit("Add", [](storage::Edit& edit) {
    TimeEntry odd = made(make_date(2027, 1, 18), "Bo", "");
    odd.minutes = 50;  // 0.83 h
    edit.insert(odd);
  }));
  const std::size_t edits = sample.document().workspace().history().size();
  for (int row = 0; row < 40; ++row)
    for (const int column : columns) {
      INFO(row << ", " << column);
      const QModelIndex index = model.index(row, column);
      CHECK(model.setData(index, index.data(Qt::EditRole)));
    }
  CHECK(sample.document().workspace().history().size() == edits);
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
}

TEST_CASE("What cannot stand in a cell is refused with a reason and leaves nothing") {
  OpenSample sample;
  TimeEntriesModel model(sample.document());
  model.list(all_days);
  const std::string before = sample.dump();
  std::vector<Error> errors;
  QObject::connect(&model, &TimeEntriesModel::edit_refused, &model, [&](const Error& error) { errors.push_back(error); });
  const std::pair<TimeColumn, const char*> mistakes[] = {{TimeColumn::date, "soon"},
                                                         {TimeColumn::date, ""},
                                                         {TimeColumn::date, "7/9/2027"},
                                                         {TimeColumn::team, "Nobody"},
                                                         {TimeColumn::allocation_class, "Fun"},
                                                         {TimeColumn::item, "CDP-99999"},
                                                         {TimeColumn::hours, "many"},
                                                         {TimeColumn::hours, ""},
                                                         {TimeColumn::hours, "0"},
                                                         {TimeColumn::hours, "-2"},
                                                         {TimeColumn::hours, "1e9"}};
  for (const auto& [column, words] : mistakes) {
    INFO(words);
    errors.clear();
    CHECK_FALSE(model.setData(cell(model, 0, column), words));
    REQUIRE(errors.size() == 1);
    CHECK_FALSE(errors.front().why.empty());
    CHECK_FALSE(errors.front().what_to_do.empty());
  }
  CHECK(sample.dump() == before);
}

TEST_CASE("The filter knows every cell, and what is corrected stays in sight until other words are typed") {
  OpenSample sample;
  TimeEntriesModel model(sample.document());
  const QAbstractItemModelTester tester(&model, fatal);
  model.list(all_days);
  const int all = model.rowCount();
  model.set_filter("platform strategic");
  const int some = model.rowCount();
  REQUIRE(some > 0);
  CHECK(some < all);
  CHECK(model.total() == all);
  for (int row = 0; row < some; ++row) CHECK(text(model, row, TimeColumn::allocation_class) == "Strategic");
  CHECK(is_newest_first(model, sample.portfolio()));

  const TimeEntryId entry = model.entry_at(1);
  CHECK(model.setData(cell(model, 1, TimeColumn::allocation_class), "Roadmap"));
  CHECK(model.row_of(entry) == 1);
  model.set_filter("platform  strategic ");
  CHECK(model.row_of(entry) == -1);
  CHECK(model.rowCount() == some - 1);
  REQUIRE(sample.document().undo());
  CHECK(model.row_of(entry) == 1);

  model.set_filter(QString::fromStdString(text(model, 0, TimeColumn::date)));
  CHECK(model.rowCount() > 0);
  model.set_filter("no such words");
  CHECK(model.rowCount() == 0);
  model.set_filter("");
  CHECK(model.rowCount() == all);
}

TEST_CASE("Several entries are corrected or deleted in one step, wherever they stand") {
  OpenSample sample;
  TimeEntriesModel model(sample.document());
  const QAbstractItemModelTester tester(&model, fatal);
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  model.list(all_days);
  const std::string before = sample.dump();
  const std::size_t edits = sample.document().workspace().history().size();
  const int all = model.rowCount();
  const std::vector<TimeEntryId> some{model.entry_at(0), model.entry_at(3), model.entry_at(9), model.entry_at(all - 1)};
  const QPersistentModelIndex beside(model.index(4, 1));
  const TimeEntryId neighbour = model.entry_at(4);
  CHECK(model.change(TimeColumn::team, some, "Governance"));
  for (const TimeEntryId one : some) CHECK(text(model, model.row_of(one), TimeColumn::team) == "Governance");
  CHECK(model.remove(some));
  CHECK(model.rowCount() == all - 4);
  CHECK(model.entry_at(beside.row()) == neighbour);
  CHECK(is_newest_first(model, sample.portfolio()));
  CHECK(sample.document().workspace().history().size() == edits + 2);
  REQUIRE(sample.document().undo());
  CHECK(model.rowCount() == all);
  CHECK(model.entry_at(3) == some[1]);
  CHECK(model.entry_at(beside.row()) == neighbour);
  REQUIRE(sample.document().undo());
  CHECK(sample.dump() == before);
  CHECK(resets.count() == 0);
}

TEST_CASE("The page lists the entries of its weeks, and each is corrected with the keyboard") {
  OpenEntries open;
  CHECK_FALSE(open.page().view().isVisible());
  CHECK(open.table().isVisible());
  CHECK(open.page().first_focus() == &open.table());
  CHECK(open.model().rowCount() == static_cast<int>(open.sample().portfolio().all<TimeEntry>().size()));  // all of 12 weeks
  for (const QWidget* one : {static_cast<QWidget*>(&open.table()), static_cast<QWidget*>(&open.page().entries().filter())})
    CHECK_FALSE(one->accessibleName().isEmpty());

  const std::string before = open.sample().dump();
  const std::size_t edits = open.edits();
  const TimeEntryId entry = open.model().entry_at(2);
  QLineEdit* editor = open.edit(2, TimeColumn::hours);
  REQUIRE(editor != nullptr);
  CHECK(editor->accessibleName() == "Hours");
  open.type(editor, "many");
  REQUIRE(open.editor() == editor);  // stays with what was typed
  CHECK(editor->text() == "many");
  CHECK(open.find<QWidget>("time_entries_message").isVisible());
  CHECK(open.edits() == edits);
  open.type(editor, "6.5");
  CHECK(open.editor() == nullptr);
  CHECK_FALSE(open.find<QWidget>("time_entries_message").isVisible());
  CHECK(open.sample().portfolio().find(entry)->minutes == 390);
  CHECK(open.edits() == edits + 1);

  editor = open.edit(2, TimeColumn::note);
  REQUIRE(editor != nullptr);
  QTest::keyClicks(editor, "never mind");
  QTest::keyClick(editor, Qt::Key_Escape);
  CHECK(open.edits() == edits + 1);
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
}

TEST_CASE("An editor stays open, with what is typed, while others change the list") {
  OpenEntries open;
  const TimeEntryId entry = open.model().entry_at(5);
  QLineEdit* editor = open.edit(5, TimeColumn::note);
  REQUIRE(editor != nullptr);
  editor->selectAll();
  QTest::keyClicks(editor, "half a wo");
  REQUIRE(open.sample().document().edit(
      "Book", [](storage::Edit& edit) { edit.insert(made(make_date(2027, 1, 18), "Bo", "later than all others")); }));
  REQUIRE(open.editor() == editor);
  CHECK(editor->text() == "half a wo");
  CHECK(open.model().row_of(entry) == 6);
  QTest::keyClicks(editor, "rd");
  QTest::keyClick(editor, Qt::Key_Return);
  QTest::qWait(10);
  CHECK(open.sample().portfolio().find(entry)->cause == "half a word");
}

TEST_CASE("A team is chosen for all selected entries at once") {
  OpenEntries open;
  const std::size_t edits = open.edits();
  open.table().setFocus();
  open.table().setCurrentIndex(cell(open.model(), 0, TimeColumn::team));
  for (int row = 0; row < 3; ++row) QTest::keyClick(&open.table(), Qt::Key_Down, Qt::ShiftModifier);
  const std::vector<TimeEntryId> chosen = open.table().selected_entries();
  REQUIRE(chosen.size() == 4);
  QTest::keyClick(&open.table(), Qt::Key_F2);
  auto* combo = open.table().viewport()->findChild<QComboBox*>();
  REQUIRE(combo != nullptr);
  const int platform = combo->findData("Platform");
  REQUIRE(platform > 0);
  CHECK(combo->itemText(0) == "No team");
  combo->setCurrentIndex(platform);
  emit combo->activated(platform);
  for (const TimeEntryId one : chosen)
    CHECK(open.sample().portfolio().find(open.sample().portfolio().find(one)->team)->name == "Platform");
  CHECK(open.edits() == edits + 1);
  CHECK(open.sample().document().workspace().undo_label() == "Change team of 4 time entries");
}

TEST_CASE("Short columns are as wide as their texts; item and note share the rest") {
  OpenEntries open;
  TimeEntriesTable& table = open.table();
  const auto width = [&](TimeColumn column) { return table.columnWidth(static_cast<int>(column)); };
  for (const QSize size : {QSize(1000, 700), QSize(760, 700)}) {
    open.page().resize(size);
    CHECK(QTest::qWaitFor([&] {
      int sum = 0;
      for (const int column : columns) sum += table.columnWidth(column);
      return sum == table.viewport()->width();
    }));
    CHECK(std::abs(width(TimeColumn::item) - width(TimeColumn::note)) <= 1);
    for (const TimeColumn column : {TimeColumn::date, TimeColumn::person, TimeColumn::team, TimeColumn::allocation_class})
      for (int row = 0; row < open.model().rowCount(); ++row) {
        const QString shown = cell(open.model(), row, column).data().toString();
        const int wanted = table.fontMetrics().horizontalAdvance(shown) + 22;
        if (wanted > width(column)) FAIL_CHECK(shown.toStdString() + " is cut");
      }
  }
  open.page().resize(1000, 700);
  CHECK(QTest::qWaitFor([&] { return width(TimeColumn::item) > 196; }));  // as much as it once had whatever the room

  // Set by hand, it stays until there is another name to be shown.
  table.setColumnWidth(static_cast<int>(TimeColumn::person), 90);
  const auto book = [&](const char* person) {
    REQUIRE(open.sample().document().edit(
        "Book", [&](storage::Edit& edit) { edit.insert(made(make_date(2027, 1, 15), person, "review")); }));
  };
  book("Bo");
  CHECK(width(TimeColumn::person) == 90);
  book("Somebody with a name longer than all others");
  CHECK(width(TimeColumn::person) == 184);
}

TEST_CASE("Entries are filtered and deleted with the keyboard, and undo brings them back") {
  OpenEntries open;
  const std::string before = open.sample().dump();
  QLineEdit& filter = open.page().entries().filter();
  auto& empty = open.find<QLabel>("time_entries_empty");
  CHECK(empty.isHidden());
  QTest::keyClicks(&filter, "xyzzy");
  CHECK(open.model().rowCount() == 0);
  CHECK_FALSE(empty.isHidden());
  CHECK(empty.text().startsWith("No entry has all of these words."));
  CHECK(open.find<QLabel>("time_entries_count").text().startsWith("0 of "));
  const auto steps = [&] { return open.table().findChildren<QPushButton*>("next_step"); };
  REQUIRE(steps().size() == 1);
  CHECK(steps().front()->text() == "Clear the filter");
  steps().front()->click();
  CHECK(filter.text().isEmpty());
  CHECK(steps().isEmpty());
  CHECK(empty.isHidden());
  QTest::keyClicks(&filter, "xyzzy");
  QTest::keyClick(&filter, Qt::Key_Escape);
  CHECK(empty.isHidden());
  CHECK(open.page().status().contains("1,553"));

  QTest::keyClick(&filter, Qt::Key_Down);
  REQUIRE(open.table().selected_entries().size() == 1);
  const TimeEntryId first = open.model().entry_at(0);
  const TimeEntryId second = open.model().entry_at(1);
  QTest::keyClick(&open.table(), Qt::Key_Delete);
  CHECK_FALSE(open.sample().portfolio().contains(first));
  CHECK(open.table().selected_entries() == std::vector<TimeEntryId>{second});
  auto& remove = open.find<QPushButton>("time_entries_remove");
  CHECK(remove.isEnabled());
  remove.click();
  CHECK_FALSE(open.sample().portfolio().contains(second));
  REQUIRE(open.sample().document().undo());
  REQUIRE(open.sample().document().undo());
  CHECK(open.sample().dump() == before);
  CHECK(open.model().entry_at(0) == first);

  // From the palette, while the list is out of sight, it only shows what is selected.
  open.page().show_entries(false);
  open.sample().context().actions.find("time.remove")->trigger();
  CHECK(open.sample().dump() == before);
  CHECK(open.table().isVisible());
}

TEST_CASE("The list follows the weeks that are chosen, and the drawing comes back") {
  OpenEntries open;
  auto& chooser = open.find<QComboBox>("time_period");
  chooser.setCurrentIndex(chooser.findData("2026Q4"));
  emit chooser.activated(chooser.currentIndex());
  REQUIRE(open.model().rowCount() > 0);
  for (int row = 0; row < open.model().rowCount(); ++row)
    CHECK(open.sample().portfolio().find(open.model().entry_at(row))->date < make_date(2027, 1, 1));
  REQUIRE(open.page().shown_view().has_value());
  CHECK_FALSE(open.page().shown_view()->not_in_picture.isEmpty());
  open.find<QPushButton>("time_people").click();
  CHECK(open.page().view().isVisible());
  CHECK_FALSE(open.table().isVisible());
  CHECK(open.page().shown_view()->not_in_picture.isEmpty());
  open.find<QPushButton>("time_entries").click();
  CHECK(open.table().isVisible());
  open.page().show_last_weeks();
  CHECK(open.find<QPushButton>("time_people").isChecked());
  CHECK(open.page().view().isVisible());
}

TEST_CASE("A screen reader changes what is shown by toggling the buttons") {
  OpenEntries open;
  open.find<QPushButton>("time_people").toggle();
  CHECK(open.page().view().isVisible());
  CHECK_FALSE(open.table().isVisible());
  REQUIRE(open.page().shown_view().has_value());
  CHECK(open.page().shown_view()->options.rows == views::AllocationRows::people);
  open.find<QPushButton>("time_teams").toggle();
  CHECK(open.page().shown_view()->options.rows == views::AllocationRows::teams);
  open.find<QPushButton>("time_entries").toggle();
  CHECK(open.table().isVisible());
}

TEST_CASE("Without entries the list says what it is for, and an empty page has a button for the next step") {
  OpenEntries open(workbench::Template::quarterly);
  auto& empty = open.find<QLabel>("time_entries_empty");
  CHECK(empty.isVisible());
  CHECK(empty.text().startsWith("No time is booked in the last 12 weeks yet."));
  const auto own_step = open.table().findChildren<QPushButton*>("next_step");
  REQUIRE(own_step.size() == 1);
  CHECK(own_step.front()->isVisible());
  CHECK(own_step.front()->text() == "Enter time");
  const auto place = [&](const QWidget& one) { return QRect(one.mapTo(&open.page(), QPoint()), one.size()); };
  const QRect sentence = place(empty);
  CHECK(std::abs(place(*own_step.front()).center().x() - sentence.center().x()) <= 2);
  CHECK(place(*own_step.front()).top() > sentence.center().y() + empty.heightForWidth(empty.width()) / 2);
  own_step.front()->click();
  CHECK(open.page().focusWidget() == &open.find<QLineEdit>("quick_time"));

  open.page().show_entries(false);
  const auto steps = [&] { return open.page().view().findChildren<QPushButton*>("next_step"); };
  REQUIRE(QTest::qWaitFor([&] { return !steps().isEmpty() && steps().front()->isVisible(); }));
  CHECK(steps().front()->text() == "Enter time");
  for (const QPushButton* step : steps()) {
    INFO(step->text().toStdString());
    CHECK(QTest::qWaitFor([step] { return step->visibleRegion().boundingRect().size() == step->size(); }, 1000));
    CHECK((step->property("role") == "primary") == (step == steps().front()));
  }
  steps().front()->click();
  CHECK(open.page().focusWidget() == &open.find<QLineEdit>("quick_time"));

  OpenEntries bare(workbench::Template::empty);
  bare.page().show_entries(false);
  const auto bare_steps = [&] { return bare.page().view().findChildren<QPushButton*>("next_step"); };
  REQUIRE(QTest::qWaitFor([&] { return !bare_steps().isEmpty() && bare_steps().front()->isVisible(); }));
  CHECK(bare_steps().front()->text() == "Choose a policy");
  bare_steps().front()->click();
  CHECK(bare.find<QPushButton>("time_policy").isChecked());
}

TEST_CASE("Ten thousand entries are listed without a reset; selection and scroll position stay") {
  OpenEntries open(workbench::Template::quarterly);
  constexpr int count = 10'000;
  REQUIRE(open.sample().document().edit(
      "Fill",
      [](storage::Edit& edit) {
        for (int at = 0; at < count; ++at)
          edit.insert(made(add_days(make_date(2027, 1, 18), -at % 70), "Person " + std::to_string(at % 40), "work"));
      },
      count));
  REQUIRE(open.model().rowCount() == count);
  QSignalSpy resets(&open.model(), &QAbstractItemModel::modelReset);
  open.table().selectRow(5000);
  open.table().scrollTo(open.model().index(5000, 0));
  const std::vector<TimeEntryId> selected = open.table().selected_entries();
  const int top = open.table().rowAt(0);
  REQUIRE(top > 0);
  const TimeEntryId at_top = open.model().entry_at(top);
  REQUIRE(open.sample().document().edit(
      "Book", [](storage::Edit& edit) { edit.insert(made(make_date(2027, 1, 19), "Bo", "at the top")); }));
  CHECK(open.model().rowCount() == count + 1);
  CHECK(open.table().selected_entries() == selected);
  CHECK(open.model().entry_at(open.table().rowAt(0)) == at_top);
  QTest::keyClicks(&open.page().entries().filter(), "person 39");
  CHECK(open.model().rowCount() == count / 40);
  CHECK(resets.count() == 0);
}

TEST_CASE("In a narrow window the list fits, and its keys are heard there alone") {
  const QTemporaryDir folder;
  MainWindow window;
  REQUIRE(window.create(folder.filePath("plan.tradewind"), "sample"));
  window.resize(1024, 700);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.go_to("time");
  QTest::qWait(20);
  CHECK(window.width() == 1024);
  const Portfolio& portfolio = window.document()->portfolio();
  const std::size_t entries = portfolio.all<TimeEntry>().size();
  const std::size_t items = portfolio.all<Item>().size();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
  auto* page = static_cast<TimePage*>(window.page("time"));
  TimeEntriesTable& table = page->entries().table();
  REQUIRE(table.isVisible());
  REQUIRE(QApplication::focusWidget() == &page->entries().filter());
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
  CHECK(portfolio.all<TimeEntry>().size() == entries);
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
  REQUIRE(QApplication::focusWidget() == &table);
  CHECK(table.horizontalScrollBar()->maximum() == 0);
  CHECK(page->rect().contains(table.geometry().translated(table.parentWidget()->pos()).bottomRight()));
  QTest::keyClick(&table, Qt::Key_Delete);
  CHECK(portfolio.all<TimeEntry>().size() == entries - 1);
  CHECK(portfolio.all<Item>().size() == items);
  window.actions().find("edit.undo")->trigger();
  CHECK(portfolio.all<TimeEntry>().size() == entries);
}

}  // namespace tradewind::gui
