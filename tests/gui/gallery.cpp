// Writes a picture of every page in light and dark, at three sizes, with no, few and many items.
//     gallery DIRECTORY [PAGE]
//     QT_SCALE_FACTOR=2 gallery DIRECTORY [PAGE]    the same at 200 %
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

#include "gui/scene/scene_view.h"
#include "gui/shell/background_job.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page.h"
#include "gui/theme/appearance.h"
#include "support/generated_portfolio.h"

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
  const auto filled = workspace->edit("Fill", [&](storage::Edit& edit) { edit.insert_all(test::generated_portfolio(options)); });
  return filled.has_value();
}

/// With a few items moved to the last quarter, and one taken off.
ScenarioId make_scenario(Document& document) {
  Scenario scenario;
  scenario.name = "Later, but safer";
  scenario.created = make_date(2027, 1, 18);
  const auto made = storage::create_scenario(document.baseline(), scenario, "Move", [](storage::Edit& edit) {
    const PeriodId last = edit.portfolio().periods_in_order(PeriodKind::quarter).back()->id;
    std::vector<Placement> placed;
    for (const Placement& placement : edit.portfolio().all<Placement>()) placed.push_back(placement);
    for (std::size_t at = 0; at < placed.size(); at += 7) {
      placed[at].period = last;
      placed[at].start = placed[at].finish = std::nullopt;
      if (at == 0)
        edit.erase(placed[at].id);
      else
        edit.update(placed[at]);
    }
  });
  return made.value_or(ScenarioId{});
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
  for (const auto& [content, name] :
       {std::pair{"empty", "0"}, std::pair{"20", "20"}, std::pair{"sample", "44"}, std::pair{"10000", "10000"}}) {
    const QString file = folder.path() + "/" + name + ".tradewind";
    MainWindow window;
    const QString kind = content;
    if (kind[0].isDigit() ? !make(file, kind) || !window.open(file) : !window.create(file, kind == "empty" ? "quarterly" : kind))
      return 1;
    const ScenarioId scenario = kind == "sample" ? make_scenario(*window.document()) : ScenarioId{};
    window.show();
    for (const auto choice : {Appearance::Choice::light, Appearance::Choice::dark}) {
      Appearance::instance().choose(choice);
      for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
        window.resize(size);
        QStringList pictures = window.page_names();
        if (scenario) pictures += {"roadmap-scenario", "scenarios-scenario"};
        for (const QString& picture : pictures) {
          const QString page = picture.section('-', 0, 0);
          if (!only.isEmpty() && page != only) continue;
          window.document()->show_scenario(picture == page ? std::nullopt : std::optional(scenario));
          window.go_to(page);
          if (kind == "sample") window.selection().select(window.document()->portfolio().items_by_rank().front()->id);
          settle(window);
          const QString shade = choice == Appearance::Choice::light ? "light" : "dark";
          const QString scale = window.devicePixelRatioF() > 1 ? "-scaled" : "";
          window.grab().save(QString("%1/%2-%3-%4-%5%6.png").arg(target, picture, name, shade).arg(size.width()).arg(scale));
        }
      }
    }
  }
  return 0;
}
