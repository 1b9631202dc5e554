// Writes a picture of every page and dialog in light and dark, at three sizes, with no, few and many items.
//     gallery DIRECTORY [PAGE]
// "sprints" stands for twenty teams and thirteen sprints, on the page of teams.
//     QT_SCALE_FACTOR=2 gallery DIRECTORY [PAGE]    the same at 200 %
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

#include "gui/gallery_dialogs.h"
#include "gui/made_scenario.h"
#include "gui/shell/background_job.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page.h"
#include "gui/theme/appearance.h"
#include "support/generated_portfolio.h"
#include "tradewind/domain/period.h"

namespace {

using namespace tradewind;
using namespace tradewind::gui;

/// Until nothing is computed beside the window, and long enough for pages to begin what they put off.
void settle(const QWidget& window) {
  constexpr int quiet_time = 400;
  constexpr int longest_wait = 20'000;
  const auto is_working = [&] {
    const auto jobs = window.findChildren<BackgroundJob*>();
    return std::any_of(jobs.begin(), jobs.end(), [](const BackgroundJob* job) { return job->is_running(); });
  };
  QElapsedTimer whole;
  QElapsedTimer quiet;
  whole.start();
  quiet.start();
  while (quiet.elapsed() < quiet_time && whole.elapsed() < longest_wait) {
    QApplication::processEvents(QEventLoop::AllEvents, 20);
    if (is_working()) quiet.restart();
  }
}

bool make(const QString& path, const QString& content) {
  auto workspace = storage::Workspace::create(path.toStdString());
  if (!workspace) return false;
  test::GeneratedOptions options;
  options.items = content.toUInt();
  options.placements = options.items / 4;
  if (options.items > 100) options.time_entries = options.items;  // fewer items show the pages without time
  const auto filled = workspace->edit("Fill", [&](storage::Edit& edit) { edit.insert_all(test::generated_portfolio(options)); });
  return filled.has_value();
}

/// Capacities of every kind: counted, typed, with a reserve, and unknown.
bool make_many_teams(const QString& path) {
  constexpr int teams = 20;
  constexpr int sprints = 13;
  if (!make(path, "20")) return false;
  auto workspace = storage::Workspace::open(path.toStdString());
  if (!workspace) return false;
  const auto filled = workspace->edit("Many teams", [](storage::Edit& edit) {
    std::vector<TeamId> ids;
    for (const Team* team : edit.portfolio().teams_in_order()) ids.push_back(team->id);
    for (int at = static_cast<int>(ids.size()); at < teams; ++at) {
      Team team;
      team.key = "M" + std::to_string(at);
      team.name = at % 7 == 0 ? "Regulated data exchange and archive " + std::to_string(at) : "Team " + std::to_string(at);
      team.position = at;
      ids.push_back(edit.insert(team));
    }
    int number = 0;
    for (const Period& sprint : make_sprints(make_date(2027, 1, 4), 2, sprints)) {
      const PeriodId period = edit.insert(sprint);
      for (const TeamId team : ids) {
        if (++number % 11 == 0) continue;
        Capacity row;
        row.team = team;
        row.period = period;
        row.people = 2 + number % 9;
        row.weeks = 1.8;
        row.availability = number % 3 == 0 ? 0.6 : 0.9;
        if (number % 5 == 0) row.typed = 12.5;
        if (number % 4 == 0) row.reserve = 1;
        edit.insert(row);
      }
    }
  });
  return filled.has_value();
}

/// Pages that have several faces: the name of each picture, the button that shows it, and whether the scenario is open.
struct Picture {
  QString name;
  QString page;
  QString button;
  bool of_scenario = false;
};

QList<Picture> pictures_of(const MainWindow& window, bool has_scenario) {
  QList<Picture> pictures;
  for (const QString& page : window.page_names()) {
    const QString first = page == "roadmap" ? "Timeline" : page == "prioritize" ? "Matrix" : page == "time" ? "Teams" : "";
    pictures.append({page, page, first});
  }
  pictures += {{"roadmap-now-next-later", "roadmap", "Now-Next-Later"},
               {"roadmap-board", "roadmap", "Board"},
               {"prioritize-moscow", "prioritize", "MoSCoW"},
               {"time-people", "time", "People"},
               {"time-entries", "time", "Entries"}};
  if (has_scenario)
    pictures += {{"roadmap-scenario", "roadmap", "Timeline", true}, {"scenarios-scenario", "scenarios", "", true}};
  return pictures;
}

class Gallery {
 public:
  Gallery(const QDir& target, const QDir& folder, QString only) : target_(target), folder_(folder), only_(std::move(only)) {}

  /// In every shade and size. `rows`: of a file to import.
  void draw(MainWindow& window, const QString& name, int rows, ScenarioId scenario) {
    for (const auto choice : {Appearance::Choice::light, Appearance::Choice::dark}) {
      Appearance::instance().choose(choice);
      for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        window.resize(size);
        const QString shade = choice == Appearance::Choice::light ? "light" : "dark";
        const QString scale = window.devicePixelRatioF() > 1 ? "-scaled" : "";
        const auto keep = [&](QWidget& widget, const QString& picture) {
          widget.grab().save(
              target_.filePath(QString("%1-%2-%3-%4%5.png").arg(picture, name, shade).arg(size.width()).arg(scale)));
        };
        if (window.document() == nullptr) {
          settle(window);
          keep(window, "welcome");
          continue;
        }
        for (const Picture& picture : pictures_of(window, static_cast<bool>(scenario)))
          if (only_.isEmpty() || picture.page == only_) draw_page(window, picture, scenario, keep);
        window.document()->show_scenario(std::nullopt);
        if (only_.isEmpty() || only_ == "dialogs") draw_dialogs(window, folder_, rows, scenario, settle, keep);
      }
    }
  }

 private:
  void draw_page(MainWindow& window, const Picture& picture, ScenarioId scenario, const Keep& keep) {
    window.document()->show_scenario(picture.of_scenario ? std::optional(scenario) : std::nullopt);
    window.go_to(picture.page);
    if (!picture.button.isEmpty()) press(window, picture.page, picture.button);
    settle(window);
    keep(window, picture.name);
  }

  QDir target_;
  QDir folder_;
  QString only_;
};

/// The sample has a request of its own; elsewhere the first item stands for one.
void choose_request(MainWindow& window) {
  const std::vector<const Item*> items = window.document()->portfolio().items_by_rank();
  if (items.empty()) return;
  window.selection().select(items.front()->id);
  window.actions().find("tradeoff.price")->trigger();
  window.selection().clear();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: gallery DIRECTORY [PAGE]\n", stderr);
    return 2;
  }
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  const QTemporaryDir folder;
  QSettings::setDefaultFormat(QSettings::IniFormat);
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
  const QString target = QString::fromLocal8Bit(argv[1]);
  const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
  QDir().mkpath(target);
  Gallery gallery(QDir(target), QDir(folder.path()), only);
  if (only.isEmpty() || only == "welcome") {
    MainWindow window;
    window.show();
    gallery.draw(window, "0", 0, {});
  }
  if (only == "welcome") return 0;
  for (const auto& [content, name] :
       {std::pair{"empty", "0"}, std::pair{"20", "20"}, std::pair{"sample", "44"}, std::pair{"10000", "10000"}}) {
    const QString file = folder.path() + "/" + name + ".tradewind";
    MainWindow window;
    const QString kind = content;
    if (kind[0].isDigit() ? !make(file, kind) || !window.open(file) : !window.create(file, kind == "empty" ? "quarterly" : kind))
      return 1;
    const ScenarioId scenario =
        kind == "sample" ? test::make_scenario(window.document()->baseline(), "Later, but safer", true) : ScenarioId{};
    window.show();
    if (kind == "sample")
      window.selection().select(window.document()->portfolio().items_by_rank().front()->id);
    else
      choose_request(window);
    gallery.draw(window, name, kind == "10000" ? 10'000 : 5, scenario);
  }
  if (!only.isEmpty() && only != "teams") return 0;
  const QString file = folder.path() + "/sprints.tradewind";
  MainWindow window;
  if (!make_many_teams(file) || !window.open(file)) return 1;
  window.show();
  auto* kinds = window.page("teams")->findChild<QComboBox*>("teams_kind");
  kinds->setCurrentText("Sprints");
  emit kinds->activated(kinds->currentIndex());
  Gallery(QDir(target), QDir(folder.path()), "teams").draw(window, "sprints", 5, {});
  return 0;
}
