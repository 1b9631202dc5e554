// What a new user does on the first day, with mouse and keys on the whole window. It runs without a screen with the other tests,
// and once more on a virtual one, where the window system is a real one.
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/import_dialog.h"
#include "gui/pages/roadmap_page.h"
#include "gui/shell/main_window.h"
#include "support/catch.h"

namespace tradewind::gui {
namespace {

/// Runs `act` once a dialog of the kind is open and at rest; `was_open` tells whether that came.
template <class Dialog>
struct WhenOpen {
  explicit WhenOpen(std::function<void(Dialog&)> act) {
    QObject::connect(&timer, &QTimer::timeout, &timer, [this, act = std::move(act)] {
      for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<Dialog*>(widget); dialog != nullptr && dialog->isVisible()) {
          if (dialog->is_working()) return;
          timer.stop();
          was_open = true;
          return act(*dialog);
        }
    });
    timer.start(20);
  }
  QTimer timer;
  bool was_open = false;
};

void press_button(const QWidget& inside, const char* name) {
  auto* button = inside.findChild<QPushButton*>(name);
  REQUIRE(button != nullptr);
  REQUIRE(button->isEnabled());
  QTest::mouseClick(button, Qt::LeftButton);
}

void drop_file(MainWindow& window, const QString& path) {
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path)});
  QDragEnterEvent enter(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &enter);
  REQUIRE(enter.isAccepted());
  QDropEvent drop(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &drop);
}

bool wait_until_shown(const MainWindow& window, const QString& page) {
  return QTest::qWaitFor([&] { return window.document() != nullptr && window.shown_page() == page; });
}

}  // namespace

TEST_CASE("From a Jira file to a roadmap as PDF: drop, import, drag to a quarter, undo, export", "[journey]") {
  const QTemporaryDir folder;
  const QString csv = folder.filePath("backlog.csv");
  REQUIRE(QFile::copy(QString(TRADEWIND_TEST_DATA) + "/jira/traps.csv", csv));
  MainWindow window;
  window.resize(1440, 900);
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));

  WhenOpen<ImportDialog> import([](ImportDialog& dialog) { press_button(dialog, "import"); });
  drop_file(window, csv);
  REQUIRE(QTest::qWaitFor([&] { return window.document() != nullptr; }));
  CHECK(import.was_open);
  Document& document = *window.document();
  const Portfolio& portfolio = document.portfolio();
  REQUIRE(portfolio.all<Item>().size() == 5);

  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
  REQUIRE(wait_until_shown(window, "backlog"));
  const ItemId second = portfolio.items_by_rank()[1]->id;
  auto* table = window.page("backlog")->findChild<QTableView*>();
  REQUIRE(table != nullptr);
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 2)).center());
  CHECK(window.selection().current_item() == second);
  QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
  CHECK(portfolio.items_by_rank()[0]->id == second);

  QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
  REQUIRE(wait_until_shown(window, "roadmap"));
  QTest::qWait(50);
  auto* roadmap = static_cast<RoadmapPage*>(window.page("roadmap"));
  auto* tray = roadmap->findChild<QListWidget*>("roadmap_tray");
  REQUIRE(tray->count() > 0);
  const std::string before = document.workspace().dump();
  const std::size_t placed = portfolio.all<Placement>().size();
  const QPoint row = tray->visualItemRect(tray->item(0)).center();
  QWidget* timeline = roadmap->view().viewport();
  const QPoint quarter =
      tray->viewport()->mapFrom(roadmap, timeline->mapTo(roadmap, QPoint(timeline->width() - 40, timeline->height() / 2)));
  QTest::mousePress(tray->viewport(), Qt::LeftButton, {}, row);
  for (int step = 1; step <= 5; ++step) QTest::mouseMove(tray->viewport(), row + (quarter - row) * step / 5);
  QTest::mouseRelease(tray->viewport(), Qt::LeftButton, {}, quarter);
  CHECK(portfolio.all<Placement>().size() == placed + 1);
  QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
  CHECK((document.workspace().dump() == before));
  QTest::keySequence(&window, QKeySequence::Redo);
  CHECK(portfolio.all<Placement>().size() == placed + 1);

  const QString pdf = folder.filePath("roadmap.pdf");
  WhenOpen<ExportDialog> export_it([&](ExportDialog& dialog) {
    CHECK(dialog.choice().view == workbench::View::roadmap);
    dialog.export_to(pdf);
    CHECK(QTest::qWaitFor([&] { return !dialog.is_working(); }, 30000));
    dialog.reject();
  });
  QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
  CHECK(export_it.was_open);
  QFile file(pdf);
  REQUIRE(file.open(QIODevice::ReadOnly));
  CHECK(file.readAll().startsWith("%PDF"));
}

}  // namespace tradewind::gui
