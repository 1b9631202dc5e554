#include "gui/window_speed_hands.h"

#include <QTest>
#include <string>

#include "gui/backlog/backlog_groups.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/filter_bar.h"
#include "gui/pages/prioritize_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/shell/command_palette.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

void work_in_the_backlog(MainWindow& window, StandStill& still) {
  auto* backlog = static_cast<BacklogPage*>(window.page("backlog"));
  window.go_to("backlog");
  finish_frame();
  FilterBar& filter = backlog->filter_bar();
  filter.setFocus();
  for (const char* expression : {"rice", "moscow = must", "title ~ cache and reach > 100", ""})
    still.measure((std::string("filter by \"") + expression + "\", key by key").c_str(), [&] {
      filter.clear();
      for (const char* letter = expression; *letter != '\0'; ++letter) {
        QTest::keyClick(&filter, *letter);
        finish_frame();
      }
      QTest::keyClick(&filter, Qt::Key_Return);
    });
  for (const auto& [text, grouping] :
       {std::pair{"group by outcome", BacklogGrouping::outcome}, std::pair{"group by stage", BacklogGrouping::stage},
        std::pair{"group by team", BacklogGrouping::team}, std::pair{"take the groups away", BacklogGrouping::none}})
    still.measure(text, [&, grouping = grouping] { backlog->group_by(grouping); });
  still.measure("select all and copy", [&] {
    backlog->table().selectAll();
    backlog->copy();
  });
  still.measure("choose the next row, ten times", [&] {
    backlog->table().selectRow(0);
    for (int row = 0; row < 10; ++row) {
      QTest::keyClick(&backlog->table(), Qt::Key_Down);
      finish_frame();
    }
  });
  still.measure("a new item", [&] { backlog->add_item(); });
  still.measure("find in the palette, key by key", [&] {
    CommandPalette palette(window.actions(), *window.document(), &window);
    palette.show();
    for (const char* query : {"c", "ca", "cache", "cache p", "pla", "o"}) {
      palette.set_query(query);
      finish_frame();
    }
  });
  window.document()->undo();
}

/// A drag, frame by frame, and letting go.
void drag(SceneView& view, const MarkId& mark, QPoint by, StandStill& still, const char* what) {
  const auto* shape = view.find(mark);
  if (shape == nullptr) return;
  view.bring_into_view(shape->bounds);
  const QPoint from = view.on_viewport(shape->bounds).center();
  still.measure(
      what,
      [&] {
        constexpr int steps = 20;
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= steps; ++step) {
          QTest::mouseMove(view.viewport(), from + by * step / steps);
          finish_frame();
        }
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, from + by);
      },
      [&] { return view.is_laying_out(); });
}

MarkId first_item(const SceneView& view) {
  const auto found = std::find_if(view.marks().begin(), view.marks().end(),
                                  [](const auto& one) { return one.mark.kind == views::MarkKind::item; });
  return found == view.marks().end() ? MarkId{} : found->mark;
}

void drag_on_every_page(MainWindow& window, StandStill& still) {
  auto* roadmap = static_cast<RoadmapPage*>(window.page("roadmap"));
  auto* prioritize = static_cast<PrioritizePage*>(window.page("prioritize"));
  const auto open = [&](const char* page, const SceneView& view) {
    window.go_to(page);
    do finish_frame();
    while (view.is_laying_out());
  };
  open("roadmap", roadmap->view());
  drag(roadmap->view(), first_item(roadmap->view()), {240, 30}, still, "drag a bar");
  open("prioritize", prioritize->matrix());
  drag(prioritize->matrix(), first_item(prioritize->matrix()), {60, 40}, still, "drag a bubble");
  still.measure(
      "open the MoSCoW board", [&] { prioritize->show_tab(PrioritizePage::Tab::moscow); },
      [&] { return prioritize->board().is_laying_out(); });
  drag(prioritize->board(), first_item(prioritize->board()), {220, 10}, still, "drag a card");
  prioritize->show_tab(PrioritizePage::Tab::matrix);
  for (const char* page : {"time", "teams", "help", "history", "tradeoffs", "outcomes", "prioritize", "roadmap", "backlog"})
    still.measure((std::string("go to ") + page).c_str(), [&] { window.go_to(page); });
}

void change_the_theme(MainWindow& window, StandStill& still) {
  for (const char* page : {"backlog", "prioritize", "roadmap"}) {
    window.go_to(page);
    finish_frame();
    for (const auto& [text, choice] :
         {std::pair{"dark, on ", Appearance::Choice::dark}, std::pair{"light, on ", Appearance::Choice::light}})
      still.measure((text + std::string(page)).c_str(), [choice = choice] { Appearance::instance().choose(choice); });
  }
}

}  // namespace

void work_with_the_hands(MainWindow& window, StandStill& still) {
  work_in_the_backlog(window, still);
  drag_on_every_page(window, still);
  change_the_theme(window, still);
}

}  // namespace tradewind::gui
