// Journeys through the whole window.
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <set>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/filter_bar.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/import_dialog.h"
#include "gui/pages/help_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/trade_offs_page.h"
#include "gui/pages/welcome_page.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/help_link.h"
#include "gui/shell/main_window.h"
#include "gui/shell/palette_entries.h"
#include "gui/shell/shortcut_sheet.h"
#include "gui/theme/appearance.h"
#include "support/catch.h"
#include "tradewind/workbench/import_file.h"

namespace tradewind::gui {
namespace {

struct Window {
  explicit Window(const QString& from) {
    REQUIRE(folder.isValid());
    REQUIRE(window.create(folder.path() + "/plan.tradewind", from));
    window.resize(1440, 900);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
  }
  QTemporaryDir folder;
  MainWindow window;
};

}  // namespace

TEST_CASE("Every page opens, shows something and takes the focus") {
  Window open("sample");
  for (const QString& name : open.window.page_names()) {
    INFO(name.toStdString());
    open.window.go_to(name);
    QTest::qWait(20);
    CHECK(open.window.page(name)->isVisible());
    CHECK_FALSE(open.window.page(name)->grab().isNull());
  }
}

TEST_CASE("An imported Jira export is ranked, placed in a quarter, and undone step by step") {
  Window open("quarterly");
  Document& document = *open.window.document();
  const std::string empty = document.workspace().dump();
  const QString csv = QString(TRADEWIND_TEST_DATA) + "/jira/traps.csv";
  REQUIRE(document.report(workbench::import_file(document.workspace(), csv.toStdString(), {})));
  CHECK_FALSE(document.portfolio().all<Item>().empty());

  open.window.go_to("roadmap");
  auto* roadmap = static_cast<RoadmapPage*>(open.window.page("roadmap"));
  const ItemId item = document.portfolio().items_by_rank().front()->id;
  const PeriodId quarter = document.portfolio().periods_in_order(PeriodKind::quarter).front()->id;
  roadmap->place({item}, quarter);
  bool placed = false;
  for (const Placement& placement : document.portfolio().owned_by<&Placement::item>(item)) placed |= placement.period == quarter;
  CHECK(placed);
  open.window.actions().find("edit.undo")->trigger();
  open.window.actions().find("edit.undo")->trigger();
  CHECK(document.workspace().dump() == empty);
  CHECK_FALSE(open.window.actions().find("edit.undo")->text().isEmpty());
}

TEST_CASE("Screen readers find the bars of the roadmap by name") {
  Window open("sample");
  open.window.go_to("roadmap");
  QTest::qWait(20);
  auto* roadmap = static_cast<RoadmapPage*>(open.window.page("roadmap"));
  QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&roadmap->view());
  REQUIRE(view != nullptr);
  CHECK(view->role() == QAccessible::List);
  REQUIRE(view->childCount() > 30);
  bool found = false;
  for (int at = 0; at < view->childCount(); ++at) {
    QAccessibleInterface* child = view->child(at);
    REQUIRE(child != nullptr);
    CHECK_FALSE(child->text(QAccessible::Name).isEmpty());
    CHECK(view->indexOfChild(child) == at);
    found |= child->text(QAccessible::Name).contains("Query cache");
  }
  CHECK(found);
}

TEST_CASE("Time is entered as a line of words and can be undone") {
  Window open("sample");
  open.window.go_to("time");
  auto* line = open.window.findChild<QLineEdit*>("quick_time");
  REQUIRE(line != nullptr);
  const std::size_t before = open.window.document()->portfolio().all<TimeEntry>().size();
  QTest::keyClicks(line, "incident review");
  QTest::keyClick(line, Qt::Key_Return);
  CHECK(line->property("mistake").toBool());
  CHECK(open.window.document()->portfolio().all<TimeEntry>().size() == before);
  const auto* understood = open.window.findChild<QLabel*>("quick_time_understood");
  REQUIRE(understood != nullptr);
  QTest::keyClicks(line, " 2h firefighting");
  // Four teams, and no entry of this person yet: nothing is guessed.
  CHECK(line->property("mistake").toBool());
  CHECK(understood->text().endsWith("Add the name of the team, such as Platform."));
  QTest::keyClick(line, Qt::Key_Return);
  CHECK(open.window.document()->portfolio().all<TimeEntry>().size() == before);
  QTest::keyClicks(line, " Governance");
  CHECK_FALSE(line->property("mistake").toBool());
  CHECK(understood->text().contains("Firefighting, Governance, "));
  QTest::keyClick(line, Qt::Key_Return);
  CHECK(line->text().isEmpty());
  CHECK(open.window.document()->portfolio().all<TimeEntry>().size() == before + 1);
  QTest::keyClicks(line, "1h roadmap");
  CHECK_FALSE(line->property("mistake").toBool());
  CHECK(understood->text().contains("Roadmap, Governance as last time"));
  line->clear();
  CHECK(understood->text().isEmpty());
  REQUIRE(open.window.document()->undo());
  CHECK(open.window.document()->portfolio().all<TimeEntry>().size() == before);
}

TEST_CASE("Actions have unique ids, and no key means two things in one place") {
  Window open("sample");
  QStringList ids;
  using Heard = std::tuple<QString, const QWidget*, QString>;  // key, where it is heard, page
  std::set<Heard> heard;
  for (const auto& entry : open.window.actions().entries()) {
    INFO(entry.spec.id.toStdString());
    CHECK_FALSE(ids.contains(entry.spec.id));
    ids.append(entry.spec.id);
    for (const QKeySequence& key : entry.action->shortcuts()) {
      CHECK(heard.emplace(key.toString(), entry.spec.heard_by, entry.spec.place).second);
      // A key of the whole window would be taken from every page.
      if (!entry.spec.place.isEmpty()) CHECK_FALSE(heard.count({key.toString(), nullptr, QString()}) == 1);
    }
  }
}

TEST_CASE("The toolbar says when the last change was saved, and why one was not") {
  Window open("sample");
  Document& document = *open.window.document();
  const auto* state = open.window.findChild<QLabel*>("saved_state");
  REQUIRE(state != nullptr);
  const auto change = [&](const char* title) {
    return document.edit("Change", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().item_by_key("CDP-112");
      item.title = title;
      edit.update(item);
    });
  };
  REQUIRE(change("One"));
  CHECK(QRegularExpression("^— saved \\d\\d:\\d\\d$").match(state->text()).hasMatch());
  CHECK(state->toolTip().contains("plan.tradewind"));

  const auto refused = document.try_edit("Change", [](storage::Edit&) {
    throw storage::EditRefused{{ErrorCode::no_space, "cannot change the workspace", "the disk is full", "free some space"}};
  });
  REQUIRE_FALSE(refused);
  CHECK(state->text() == "— not saved: the disk is full");
  CHECK(state->accessibleDescription().contains("Free some space."));
  CHECK(state->property("role").toString() == "danger");
  // What people asked for and the rules refuse says nothing about the file.
  CHECK_FALSE(document.try_edit("Change", [](storage::Edit&) {
    throw storage::EditRefused{{ErrorCode::bad_input, "cannot change it", "it is wrong", "correct it"}};
  }));
  CHECK(state->text() == "— not saved: the disk is full");
  REQUIRE(change("Two"));
  CHECK(state->text().startsWith("— saved "));
  CHECK(state->property("role").toString() == "muted");
}

TEST_CASE("The line at the bottom names the filter, and takes it away by a click or a key") {
  Window open("sample");
  open.window.go_to("backlog");
  auto* backlog = static_cast<BacklogPage*>(open.window.page("backlog"));
  auto* shown = open.window.findChild<QPushButton*>("status_filter");
  REQUIRE(shown != nullptr);
  CHECK_FALSE(shown->isVisible());
  const auto filter = [&](const QString& text) {
    backlog->filter_bar().setText(text);
    QTest::keyClick(&backlog->filter_bar(), Qt::Key_Return);
  };
  filter("moscow:must");
  REQUIRE(shown->isVisible());
  CHECK(shown->text() == "Filter: moscow:must");
  CHECK(shown->accessibleName() == "Clear the filter moscow:must");
  CHECK(shown->focusPolicy() != Qt::NoFocus);
  CHECK(backlog->model().shown() < backlog->model().total());
  open.window.go_to("roadmap");
  CHECK_FALSE(shown->isVisible());  // it hides nothing there
  open.window.go_to("backlog");
  CHECK(shown->isVisible());
  shown->click();
  CHECK_FALSE(shown->isVisible());
  CHECK(backlog->model().shown() == backlog->model().total());
  CHECK(backlog->filter_bar().text().isEmpty());
  filter("moscow:must");
  open.window.actions().find("backlog.clear_filter")->trigger();
  CHECK(backlog->model().shown() == backlog->model().total());
}

TEST_CASE("Keys of drawn views stand in the shortcut sheet under the pages that have them") {
  Window open("sample");
  const ActionRegistry& actions = open.window.actions();
  const auto described = [&](const QString& place) {
    QStringList texts;
    for (const ActionRegistry::Description& one : actions.descriptions())
      if (one.place == place) texts.append(one.keys.text);
    return texts;
  };
  for (const char* place : {"Prioritize", "Roadmap", "Outcomes", "Time"}) {
    CHECK(described(place).contains("Go from one to the next"));
    CHECK(described(place).count("Go from one to the next") == 1);
  }
  CHECK(described("Roadmap").contains("Zoom in, out, back"));
  CHECK(described("Roadmap").contains("Cancel a drag"));
  CHECK(described("History").isEmpty());
  ShortcutSheet sheet(actions, nullptr);
  int lines = 0;
  for (const QLabel* label : sheet.findChildren<QLabel*>()) lines += label->text() == "Arrow keys" ? 1 : 0;
  CHECK(lines >= 4);
  // The palette runs what can be run without the view.
  open.window.go_to("roadmap");
  const SceneView& view = static_cast<RoadmapPage*>(open.window.page("roadmap"))->view();
  actions.find("roadmap.zoom_in")->trigger();
  CHECK(view.zoom() > 1);
  actions.find("roadmap.no_zoom")->trigger();
  CHECK(view.zoom() == Approx(1));
}

TEST_CASE("What a key does on a page stands in the shortcut sheet and in the command palette") {
  Window open("sample");
  const ActionRegistry& actions = open.window.actions();
  ShortcutSheet sheet(actions, &open.window);
  QStringList lines;
  for (const QLabel* label : sheet.findChildren<QLabel*>()) lines.append(label->accessibleName());
  for (const char* id : {"backlog.copy", "backlog.paste", "backlog.remove", "backlog.find", "roadmap.link", "roadmap.remove",
                         "outcomes.add", "outcomes.edit", "prioritize.moscow_1", "time.rows", "time.find", "time.remove",
                         "tradeoff.hold", "tradeoff.option_a", "teams.up", "teams.fill_right", "teams.clear", "help.find"}) {
    INFO(id);
    const QAction* action = actions.find(id);
    REQUIRE_FALSE(action->shortcut().isEmpty());
    const QString text = QString(action->text()).remove('&');
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [&](const QString& line) { return line.startsWith(text) && line.contains(key); }));
    const auto found = palette_entries(actions, open.window.document(), text);
    CHECK(std::any_of(found.begin(), found.end(), [&](const PaletteEntry& entry) { return entry.action == action; }));
  }
}

namespace {

/// Runs `act` as soon as the import dialog is open and has read its file. Fails where that never comes.
void when_import_is_ready(QTimer& timer, std::function<void(ImportDialog&)> act) {
  timer.setInterval(20);
  QObject::connect(&timer, &QTimer::timeout, [&timer, act = std::move(act)] {
    for (QWidget* widget : QApplication::topLevelWidgets())
      if (auto* dialog = qobject_cast<ImportDialog*>(widget); dialog != nullptr && dialog->isVisible() && !dialog->is_working()) {
        timer.stop();
        return act(*dialog);
      }
  });
  timer.start();
}

QString copy_of_jira_export(const QTemporaryDir& folder) {
  const QString path = folder.filePath("export.csv");
  REQUIRE(QFile::copy(QString(TRADEWIND_TEST_DATA) + "/jira/traps.csv", path));
  return path;
}

}  // namespace

TEST_CASE("A file dropped on an empty window becomes a workspace beside it; cancelled, nothing is left") {
  const QTemporaryDir folder;
  const QString path = copy_of_jira_export(folder);
  MainWindow window;
  window.show();
  QTimer cancel;
  when_import_is_ready(cancel, [](ImportDialog& dialog) { dialog.reject(); });
  window.take_file(path);
  CHECK(window.document() == nullptr);
  CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{"export.csv"});

  QTimer import;
  when_import_is_ready(import, [](ImportDialog& dialog) { dialog.accept(); });
  window.take_file(path);
  REQUIRE(window.document() != nullptr);
  CHECK(window.document()->portfolio().all<Item>().size() == 5);
  CHECK(QFile::exists(folder.filePath("export.tradewind")));
  CHECK(window.document()->workspace().undo_label() == "Import export.csv");
}

TEST_CASE("Print and help are in the menus, and help opens at a method") {
  Window open("sample");
  const ActionRegistry& actions = open.window.actions();
  CHECK(actions.find("file.print")->shortcut() == QKeySequence("Ctrl+P"));
  CHECK(actions.find("help.shortcuts")->shortcut() == QKeySequence("F1"));
  open.window.go_to("roadmap");
  CHECK(open.window.shown_page() == "roadmap");
  open_help(actions, u"kano");
  CHECK(open.window.shown_page() == "help");
  CHECK(static_cast<HelpPage*>(open.window.page("help"))->topic() == "Kano");
  // What is not possible now says why.
  CHECK_FALSE(actions.find("edit.redo")->isEnabled());
  CHECK_FALSE(actions.find("edit.redo")->property(why_not_property).toString().isEmpty());
}

TEST_CASE("Export on Trade-offs offers the slide of the request that is priced there") {
  Window open("sample");
  open.window.go_to("tradeoffs");
  auto* page = static_cast<TradeOffsPage*>(open.window.page("tradeoffs"));
  page->set_today(make_date(2027, 1, 18));
  REQUIRE(QTest::qWaitFor([&] { return page->picture() != nullptr && !page->work().is_running(); }, 20000));
  std::optional<workbench::View> offered;
  QTimer look;
  QObject::connect(&look, &QTimer::timeout, [&] {
    auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) return;
    look.stop();
    offered = dialog->choice().view;
    dialog->reject();
  });
  look.start(20);
  open.window.actions().find("file.export")->trigger();
  CHECK(offered == workbench::View::tradeoff);
}

TEST_CASE("An edit whose caller shows the reason itself does not reach the window") {
  Window open("sample");
  Document& document = *open.window.document();
  int reported = 0;
  QObject::disconnect(&document, &Document::refused, &open.window, nullptr);  // it would ask for a click
  QObject::connect(&document, &Document::refused, [&] { ++reported; });
  const auto refuse = [](storage::Edit&) { throw storage::EditRefused{{ErrorCode::bad_input, "cannot", "no", "do not"}}; };
  const auto tried = document.try_edit("Try", refuse);
  REQUIRE_FALSE(tried.has_value());
  CHECK(tried.error().why == "no");
  CHECK(reported == 0);
  CHECK_FALSE(document.edit("Try", refuse));
  CHECK(reported == 1);
}

TEST_CASE("An item chosen in the palette is seen, also where the window is narrow and on a page without items") {
  Window open("sample");
  open.window.resize(1024, 700);
  open.window.go_to("time");
  QTest::qWait(20);
  auto* inspector = open.window.findChild<QWidget*>("inspector");
  REQUIRE(inspector != nullptr);
  REQUIRE_FALSE(inspector->isVisible());
  const Item* item = open.window.document()->portfolio().item_by_key("CDP-112");
  REQUIRE(item != nullptr);
  QTimer choose;
  QObject::connect(&choose, &QTimer::timeout, [&] {
    auto* palette = open.window.findChild<CommandPalette*>();
    if (palette == nullptr || !palette->isVisible()) return;
    choose.stop();
    emit palette->item_chosen(item->id);
    palette->reject();
  });
  choose.start(20);
  open.window.actions().find("view.palette")->trigger();
  CHECK(open.window.selection().current_item() == item->id);
  CHECK(inspector->isVisible());
}

TEST_CASE("A workspace that is opened again is arranged as it was left") {
  const QTemporaryDir folder;
  const QString path = folder.filePath("plan.tradewind");
  {
    MainWindow window;
    REQUIRE(window.create(path, "sample"));
    window.resize(1440, 900);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    CHECK(window.shown_page() == "backlog");
    static_cast<BacklogPage*>(window.page("backlog"))->group_by(BacklogGrouping::stage);
    window.actions().find("view.inspector")->trigger();
    window.go_to("roadmap");
    static_cast<RoadmapPage*>(window.page("roadmap"))->show_shape(RoadmapPage::Shape::board);
  }
  MainWindow window;
  REQUIRE(window.open(path));
  window.resize(1440, 900);
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  CHECK(window.shown_page() == "roadmap");
  CHECK(window.page("roadmap")->arrangement() == QString::number(static_cast<int>(RoadmapPage::Shape::board)));
  CHECK(static_cast<BacklogPage*>(window.page("backlog"))->model().grouping() == BacklogGrouping::stage);
  CHECK_FALSE(window.findChild<QWidget*>("inspector")->isVisible());
}

TEST_CASE("Menus have lines between kinds, and a mark at the theme that was chosen") {
  Window open("sample");
  for (const QAction* top : open.window.menuBar()->actions()) {
    const QList<QAction*> entries = top->menu()->actions();
    REQUIRE_FALSE(entries.isEmpty());
    CHECK_FALSE(entries.front()->isSeparator());
    CHECK_FALSE(entries.back()->isSeparator());
    const QString name = QString(top->text()).remove('&');
    INFO(name.toStdString());
    if (name == "File" || name == "Edit" || name == "View" || name == "Plan")
      CHECK(std::any_of(entries.begin(), entries.end(), [](const QAction* one) { return one->isSeparator(); }));
  }
  const auto choice = Appearance::instance().choice();
  open.window.actions().find("theme.dark")->trigger();
  CHECK(open.window.actions().find("theme.dark")->isChecked());
  CHECK_FALSE(open.window.actions().find("theme.light")->isChecked());
  Appearance::instance().choose(Appearance::Choice::light);  // as another window does
  CHECK(open.window.actions().find("theme.light")->isChecked());
  Appearance::instance().choose(choice);
}

namespace {

void drop(QWidget& onto, const QStringList& paths) {
  QMimeData data;
  QList<QUrl> urls;
  for (const QString& path : paths) urls.append(QUrl::fromLocalFile(path));
  data.setUrls(urls);
  QDragEnterEvent enter(onto.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&onto, &enter);
  REQUIRE(enter.isAccepted());
  QDropEvent event(onto.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&onto, &event);
}

}  // namespace

TEST_CASE("Several workspaces dropped open each in a window, and stand in the menu File and in the palette") {
  const QTemporaryDir folder;
  const QStringList paths{folder.filePath("first & best.tradewind"), folder.filePath("second.tradewind")};
  for (const QString& path : paths) {
    MainWindow window;
    REQUIRE(window.create(path, "quarterly"));
  }
  MainWindow window;
  window.show();
  SECTION("on the window") { drop(window, paths); }
  SECTION("on the welcome page") {
    auto* welcome = window.findChild<WelcomePage*>();
    REQUIRE(welcome != nullptr);
    drop(*welcome, paths);
  }
  REQUIRE(window.document() != nullptr);
  CHECK(window.document()->name() == "first & best");
  std::vector<MainWindow*> others;
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (auto* other = qobject_cast<MainWindow*>(widget); other != nullptr && other != &window) others.push_back(other);
  REQUIRE(others.size() == 1);
  CHECK(others.front()->document()->name() == "second");
  delete others.front();

  MainWindow next;
  const QAction* recent = next.actions().find("recent.1");
  CHECK(recent->isVisible());
  CHECK(recent->data().toString() == paths[1]);
  CHECK(next.actions().find("recent.2")->text() == "Open first && best.tradewind");
  const auto found = palette_entries(next.actions(), nullptr, "second");
  CHECK(std::any_of(found.begin(), found.end(), [&](const PaletteEntry& entry) { return entry.action == recent; }));
  next.actions().find("recent.1")->trigger();
  REQUIRE(next.document() != nullptr);
  CHECK(next.document()->name() == "second");
}

}  // namespace tradewind::gui
