// How fast the window is, in figures: start to the first frame, scrolling, panning, sorting, an edit, planning, how long it is
// deaf at most while an export is drawn and written, and how long it stands still while people look around and while very many
// rows change; and the list of ten thousand time entries.
//     QT_QPA_PLATFORM=offscreen window_speed [ITEMS]
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <vector>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/made_scenario.h"
#include "gui/pages/history_compare.h"
#include "gui/pages/history_page.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/scenarios_page.h"
#include "gui/pages/time_entries_panel.h"
#include "gui/pages/time_entries_table.h"
#include "gui/pages/time_page.h"
#include "gui/shell/main_window.h"
#include "gui/theme/appearance.h"
#include "gui/window_speed_hands.h"
#include "support/generated_portfolio.h"

namespace {

using namespace tradewind;
using namespace tradewind::gui;

std::vector<double> scroll(QScrollBar* bar, QWidget* viewport, int frames) {
  std::vector<double> times;
  for (int frame = 0; frame < frames; ++frame) {
    const int next = bar->minimum() + static_cast<int>((static_cast<qint64>(bar->maximum()) - bar->minimum()) * frame / frames);
    QElapsedTimer timer;
    timer.start();
    bar->setValue(next);
    viewport->repaint();
    times.push_back(milliseconds(timer));
    finish_frame();
  }
  return times;
}

/// From the click on the head of the column to the rows in their new places.
void sort_by(BacklogPage& backlog, const char* what, BacklogColumn column) {
  std::vector<double> times;
  for (int round = 0; round < 10; ++round) {
    QElapsedTimer timer;
    timer.start();
    backlog.model().sort(static_cast<int>(column), round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    backlog.table().viewport()->repaint();
    times.push_back(milliseconds(timer));
    finish_frame();
  }
  say(what, times);
}

/// While the planner works and the timeline shows its best plans so far.
void plan(RoadmapPage& roadmap) {
  constexpr int longest_search = 30000;  // milliseconds
  int drawings = 0;
  const auto counting = QObject::connect(&roadmap.view(), &SceneView::laid_out, &roadmap, [&drawings] { ++drawings; });
  double longest = 0;
  QElapsedTimer search;
  search.start();
  roadmap.plan_automatically();
  longest = milliseconds(search);
  while (roadmap.plan_preview().is_planning() && search.elapsed() < longest_search) {
    QElapsedTimer timer;
    timer.start();
    finish_frame();
    longest = std::max(longest, milliseconds(timer));
    QThread::msleep(1);
  }
  QObject::disconnect(counting);
  std::printf("%-44s %7.1f ms   drawings %d\n", "planning: the longest frame", longest, drawings);
}

/// What `begin` takes, and each turn of the event loop until the dialog has done what it began.
std::vector<double> turns(const ExportDialog& dialog, const std::function<void()>& begin) {
  std::vector<double> times;
  QElapsedTimer timer;
  timer.start();
  begin();
  times.push_back(milliseconds(timer));
  while (dialog.is_working()) {
    timer.restart();
    finish_frame();
    times.push_back(milliseconds(timer));
  }
  return times;
}

void say_longest(const char* what, const std::vector<double>& times) {
  std::printf("%-44s longest %7.2f ms\n", what, *std::max_element(times.begin(), times.end()));
}

void measure_exports(Document& document, QWidget* window, const QString& folder) {
  for (const auto& view : EnumNames<workbench::View>::values) {
    if (view.first == workbench::View::tradeoff) continue;
    std::printf("export of the view %s\n", view.second);
    QElapsedTimer timer;
    timer.start();
    ExportDialog dialog(document, view.first, window);
    dialog.show();
    say_longest("  open the dialog", {milliseconds(timer)});
    say_longest("  draw the preview, one turn", turns(dialog, [] {}));
    say_longest("  write it, one turn", turns(dialog, [&] { dialog.export_to(folder + "/export.pdf"); }));
    auto* format = dialog.findChild<QComboBox*>("export_format");
    for (int at = 1; at < format->count(); ++at)
      say_longest("  draw it in another format, one turn", turns(dialog, [&] { format->setCurrentIndex(at); }));
  }
}

void look_at_the_roadmap(MainWindow& window, StandStill& still) {
  auto* roadmap = static_cast<RoadmapPage*>(window.page("roadmap"));
  const auto is_laying_out = [&] { return roadmap->view().is_laying_out(); };
  emit roadmap->plan_preview().closed();
  window.go_to("backlog");
  finish_frame();
  still.measure(
      "open the roadmap", [&] { window.go_to("roadmap"); }, is_laying_out);
  still.measure(
      "make the window narrower", [&] { window.resize(1200, 900); }, is_laying_out);
  still.measure(
      "drag its edge to and fro",
      [&] {
        for (int width = 1200; width <= 1440; width += 8) {
          window.resize(width, 900);
          finish_frame();
        }
      },
      is_laying_out);
  for (const char* panel : {"view.inspector", "view.navigation"})
    for (const char* what : {"close", "open"}) {
      const std::string text = std::string(what) + " " + panel;
      still.measure(
          text.c_str(), [&] { window.actions().find(panel)->trigger(); }, is_laying_out);
    }
  still.measure(
      "zoom in", [&] { roadmap->view().set_zoom(2); }, is_laying_out);
  still.measure(
      "zoom out", [&] { roadmap->view().set_zoom(1); }, is_laying_out);
  still.measure(
      "open the plan beside the roadmap", [&] { roadmap->plan_automatically(); },
      [&] { return is_laying_out() || roadmap->plan_preview().is_planning(); });
  still.measure(
      "close it", [&] { emit roadmap->plan_preview().closed(); }, is_laying_out);
}

void look_at_scenarios(MainWindow& window, StandStill& still) {
  Document& document = *window.document();
  auto* page = static_cast<ScenariosPage*>(window.page("scenarios"));
  const auto is_working = [&] { return page->is_working() || page->view().is_laying_out(); };
  const ScenarioId one = test::make_scenario(document.baseline(), "One", false);
  const ScenarioId other = test::make_scenario(document.baseline(), "Other", false);
  finish_frame();
  still.measure(
      "open the scenarios", [&] { window.go_to("scenarios"); }, is_working);
  still.measure(
      "compare two of them", [&] { page->compare(one, other); }, is_working);
  document.undo();
  document.undo();
}

void look_at_the_history(MainWindow& window, StandStill& still) {
  Document& document = *window.document();
  auto* backlog = static_cast<BacklogPage*>(window.page("backlog"));
  window.go_to("backlog");
  finish_frame();
  still.measure("select all items", [&] { backlog->table().selectAll(); });
  auto* details = window.findChild<QToolButton*>("inspector_details");
  still.measure("open all their fields", [&] { details->setChecked(true); });
  const std::vector<ItemId> all = backlog->table().selected_items();
  const ItemId first = all.front();
  backlog->model().edit_items(BacklogColumn::reach, all, "55");
  still.measure("select one item", [&] { backlog->table().selectRow(0); });
  auto* toggle = window.findChild<QToolButton*>("history_toggle");
  const auto* state = window.findChild<QLabel*>("history_state");
  still.measure(
      "open its history, with two steps of all rows", [&] { toggle->setChecked(true); },
      [&] { return state->text() == "Reading…"; });
  window.document()->edit("Change reach of one", [&](storage::Edit& edit) {
    Item item = *edit.portfolio().find(first);
    item.reach = 56.0;
    edit.update(item);
  });
  toggle->setChecked(false);
  details->setChecked(false);

  window.go_to("history");
  auto* history = static_cast<HistoryPage*>(window.page("history"));
  auto* table = history->findChild<QTableView*>("history_table");
  finish_frame();
  still.measure(
      "compare then and now, with a step of all rows",
      [&] {
        table->setCurrentIndex(table->model()->index(2, 0));
        history->findChild<QPushButton*>("history_compare_button")->click();
      },
      [&] { return history->comparison().is_reading(); });
  document.undo();
  document.undo();
}

void look_around(MainWindow& window) {
  StandStill still;
  look_at_the_roadmap(window, still);
  look_at_scenarios(window, still);
  look_at_the_history(window, still);
}

void change_many(MainWindow& window) {
  Document& document = *window.document();
  auto* backlog = static_cast<BacklogPage*>(window.page("backlog"));
  StandStill still;
  for (const char* page : {"backlog", "prioritize", "roadmap", "outcomes", "history"}) {
    window.go_to(page);
    finish_frame();
    const std::string undo = std::string("undo the import of all rows, on ") + page;
    const std::string redo = std::string("redo it, on ") + page;
    still.measure(undo.c_str(), [&] { document.undo(); });
    still.measure(redo.c_str(), [&] { document.redo(); });
  }
  window.go_to("backlog");
  finish_frame();
  still.measure("select all items", [&] { backlog->table().selectAll(); });
  const std::vector<ItemId> all = backlog->table().selected_items();
  still.measure("set the reach of all selected items", [&] { backlog->model().edit_items(BacklogColumn::reach, all, "77"); });
  still.measure("undo that", [&] { document.undo(); });
  still.measure("remove all selected items", [&] { backlog->remove_selected(); });
  still.measure("undo that", [&] { document.undo(); });
}

/// The list of ten thousand time entries.
void correct_time(MainWindow& window) {
  constexpr int count = 10'000;
  const auto book = [](storage::Edit& edit) {
    for (int at = 0; at < count; ++at) {
      TimeEntry entry;
      entry.date = add_days(make_date(2027, 1, 18), -(at % 70));
      entry.person = "Person " + std::to_string(at % 40);
      entry.minutes = 60 + at % 7 * 30;
      entry.cause = "incident " + std::to_string(at % 300);
      edit.insert(entry);
    }
  };
  if (!window.document()->edit("Book time", book, count)) return;
  window.go_to("time");
  auto* page = static_cast<TimePage*>(window.page("time"));
  finish_frame();
  StandStill still;
  still.measure("list 10,000 time entries", [&] { page->show_entries(true); });
  TimeEntriesTable& table = page->entries().table();
  TimeEntriesModel& model = page->entries().model();
  say("scroll the time entries, one frame", scroll(table.verticalScrollBar(), table.viewport(), 200));
  QLineEdit& filter = page->entries().filter();
  std::vector<double> keys;
  for (const char* words : {"person 39 incident 7", "jan incident 12", "18 person"})
    for (const char* letter = words; *letter != '\0'; ++letter) {
      if (letter == words) filter.clear();
      QElapsedTimer timer;
      timer.start();
      filter.insert(QString(QLatin1Char(*letter)));
      finish_frame();
      keys.push_back(milliseconds(timer));
    }
  say("filter the time entries, one key", keys);
  filter.clear();
  finish_frame();
  std::vector<double> edits;
  for (int at = 0; at < 60; ++at) {
    QElapsedTimer timer;
    timer.start();
    model.setData(model.index(at * 97, static_cast<int>(TimeColumn::hours)), QString::number(at + 10));
    finish_frame();
    edits.push_back(milliseconds(timer));
  }
  say("correct hours: durable and repainted", edits);
}

double resident_megabytes() {
  std::ifstream file("/proc/self/statm");
  double total = 0;
  double resident = 0;
  file >> total >> resident;
  return resident * 4096 / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);  // each figure at once, also into a file
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  const QTemporaryDir folder;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
  const auto items = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 100000);
  const QString file = folder.path() + "/w.tradewind";
  {
    auto workspace = storage::Workspace::create(file.toStdString());
    test::GeneratedOptions options;
    options.items = items;
    const auto filled =
        workspace->edit("Fill", [&](storage::Edit& edit) { edit.insert_all(test::generated_portfolio(options)); });
    if (!filled) return 1;
  }
  const double before = resident_megabytes();
  QElapsedTimer start;
  start.start();
  Appearance::instance();
  MainWindow window;
  window.resize(1440, 900);
  if (!window.open(file)) return 1;
  window.show();
  window.grab();
  std::printf("%zu items\n%-44s %7.0f ms\n", items, "open to the first frame", milliseconds(start));
  std::printf("%-44s %7.0f MB\n", "memory that the open window added", resident_megabytes() - before);
  finish_frame();

  auto* backlog = static_cast<BacklogPage*>(window.page("backlog"));
  say("scroll the backlog, one frame", scroll(backlog->table().verticalScrollBar(), backlog->table().viewport(), 200));

  sort_by(*backlog, "sort the backlog by title", BacklogColumn::title);
  sort_by(*backlog, "sort the backlog by reach", BacklogColumn::reach);
  backlog->model().sort(static_cast<int>(BacklogColumn::rank), Qt::AscendingOrder);
  finish_frame();

  std::vector<double> edits;
  for (int at = 0; at < 60; ++at) {
    const std::string key = "TW-" + std::to_string(at * 97 % static_cast<int>(items) + 1);
    QElapsedTimer timer;
    timer.start();
    window.document()->edit("Change reach", [&](storage::Edit& edit) {
      Item item = *edit.portfolio().item_by_key(key);
      item.reach = 100.0 + at;
      edit.update(item);
    });
    finish_frame();  // paints what the edit made stale
    edits.push_back(milliseconds(timer));
  }
  say("edit a reach: durable, ranked, repainted", edits);

  window.go_to("roadmap");
  auto* roadmap = static_cast<RoadmapPage*>(window.page("roadmap"));
  do finish_frame();
  while (roadmap->view().is_laying_out());
  say("scroll the timeline, one frame", scroll(roadmap->view().verticalScrollBar(), roadmap->view().viewport(), 200));
  plan(*roadmap);
  measure_exports(*window.document(), &window, folder.path());

  look_around(window);

  while (window.document()->workspace().undo_label() == "Change reach") window.document()->undo();  // down to the import
  change_many(window);
  StandStill still;
  work_with_the_hands(window, still);
  correct_time(window);
  return 0;
}
