#include "gui/gallery_dialogs.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QTextStream>

#include "gui/dialogs/adopt_dialog.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/import_dialog.h"
#include "gui/pages/plan_preview.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/time_page.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/page.h"
#include "gui/shell/shortcut_sheet.h"

namespace tradewind::gui {
namespace {

/// With dates that can be read in two orders, a wrong number and a column that nobody knows.
QString wishes(const QDir& folder, int rows) {
  QFile file(folder.filePath("wishes.csv"));
  if (!file.open(QIODevice::WriteOnly | QIODevice::Text)) return {};
  QTextStream out(&file);
  out << "Key,Title,Type,Reach,Impact,Confidence,Effort,Deadline,Requested by,Weather\n";
  for (int row = 1; row <= rows; ++row)
    out << "WISH-" << row << ",\"Wish " << row << " of the night shift, as they wrote it down\",Feature,"
        << (row == 3 ? QString("many") : QString::number(100 * row)) << ",2,80%,5,0" << row % 9 + 1 << "/04/2027,Ward 7,rain\n";
  return file.fileName();
}

void wait_for(const std::function<bool()>& is_working) {
  constexpr int longest_wait = 20'000;
  QElapsedTimer clock;
  clock.start();
  while (is_working() && clock.elapsed() < longest_wait) QApplication::processEvents(QEventLoop::AllEvents, 20);
}

AdoptDialog::Conflicts conflicts_in(const Portfolio& portfolio) {
  AdoptDialog::Conflicts conflicts;
  for (const Item* item : portfolio.items_by_rank()) {
    if (conflicts.size() == 12) break;
    conflicts.push_back({std::string(Item::table), item->id.value, "reach", "1200", "2400", "900"});
    conflicts.push_back({std::string(Item::table), item->id.value, "title", "'A name'", "'Another, much longer name'", "NULL"});
  }
  return conflicts;
}

void draw_import(MainWindow& window, const QDir& folder, int rows, const Settle& settle, const Keep& keep) {
  ImportDialog dialog(*window.document(), wishes(folder, rows), &window);
  dialog.show();
  dialog.check_now();
  wait_for([&] { return dialog.is_working(); });
  settle(dialog);
  keep(dialog, "import");
}

void draw_exports(MainWindow& window, const Settle& settle, const Keep& keep) {
  for (const auto& [view, name] :
       {std::pair{workbench::View::roadmap, "export"}, std::pair{workbench::View::backlog, "export-backlog"}}) {
    ExportDialog dialog(*window.document(), view, &window);
    dialog.show();
    settle(dialog);
    wait_for([&] { return dialog.is_working(); });
    settle(dialog);
    keep(dialog, name);
  }
}

void draw_palette(MainWindow& window, const Settle& settle, const Keep& keep) {
  for (const QString query : {"", "o", "zzzz"}) {
    CommandPalette palette(window.actions(), *window.document(), &window);
    palette.set_query(query);
    palette.show();
    settle(palette);
    keep(palette, "palette" + (query.isEmpty() ? QString() : "-" + query));
  }
}

void draw_plan(MainWindow& window, const Settle& settle, const Keep& keep) {
  window.go_to("roadmap");
  auto* page = qobject_cast<RoadmapPage*>(window.page("roadmap"));
  page->show_shape(RoadmapPage::Shape::timeline);
  if (window.document()->portfolio().all<Item>().empty()) return;
  page->plan_automatically();
  wait_for([&] { return page->plan_preview().is_planning(); });
  settle(window);
  keep(window, "plan");
  emit page->plan_preview().closed();
}

void draw_panels(MainWindow& window, const Settle& settle, const Keep& keep) {
  window.go_to("time");
  auto* time = qobject_cast<TimePage*>(window.page("time"));
  time->show_policy_editor(true);
  settle(window);
  keep(window, "policy");
  time->show_policy_editor(false);

  window.go_to("teams");
  auto* periods = window.page("teams")->findChild<QAbstractButton*>("teams_periods");
  periods->click();
  settle(window);
  keep(window, "periods");
  periods->click();

  window.go_to("tradeoffs");
  settle(window);
  auto* record = window.page("tradeoffs")->findChild<QAbstractButton*>("tradeoff_record");
  if (!record->isEnabled()) return;  // no request, or it is still being priced
  record->click();
  settle(window);
  keep(window, "decision");
  auto* page = window.page("tradeoffs");
  page->findChild<QLineEdit*>("decision_role")->setText("Product Lead");
  page->findChild<QLineEdit*>("decision_reason")->setText("The audit comes first; a test of one week tells us more");
  page->findChild<QAbstractButton*>("decision_save")->click();
  page->findChild<QAbstractButton*>("tradeoff_decisions")->click();
  settle(window);
  keep(window, "decisions");
  press(window, "tradeoffs", "Back to the price");
  window.document()->undo();
}

}  // namespace

void press(const MainWindow& window, const QString& page, const QString& text) {
  for (QAbstractButton* button : window.page(page)->findChildren<QAbstractButton*>())
    if (button->text() == text) return button->click();
  qFatal("no button says %s", qPrintable(text));
}

void draw_dialogs(MainWindow& window, const QDir& folder, int rows, ScenarioId scenario, const Settle& settle, const Keep& keep) {
  draw_import(window, folder, rows, settle, keep);
  draw_exports(window, settle, keep);
  draw_palette(window, settle, keep);
  ShortcutSheet sheet(window.actions(), &window);
  sheet.show();
  settle(sheet);
  keep(sheet, "shortcuts");
  sheet.hide();
  if (scenario) {
    auto* adopt = new AdoptDialog(*window.document(), scenario, conflicts_in(window.document()->portfolio()), &window);
    adopt->show();
    settle(*adopt);
    keep(*adopt, "adopt");
    adopt->close();
  }
  draw_panels(window, settle, keep);
  draw_plan(window, settle, keep);
}

}  // namespace tradewind::gui
