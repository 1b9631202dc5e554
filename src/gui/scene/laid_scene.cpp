#include "gui/scene/laid_scene.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tradewind::gui {
namespace {

bool can_be_current(views::MarkKind kind) {
  return kind == views::MarkKind::item || kind == views::MarkKind::outcome || kind == views::MarkKind::milestone ||
         kind == views::MarkKind::dependency || kind == views::MarkKind::team_period || kind == views::MarkKind::time_week;
}

/// Without the description: thousands are sorted.
struct Place {
  MarkId mark;
  views::Rect bounds;
  std::size_t shape = 0;
};

/// From top to bottom.
std::vector<Place> places_of(const views::Scene& scene) {
  std::vector<Place> places;
  for (std::size_t at = 0; at < scene.shapes.size(); ++at) {
    const views::Shape& shape = scene.shapes[at];
    if (can_be_current(shape.mark.kind)) places.push_back({mark_id(shape.mark), views::bounds_of(shape), at});
  }
  // An item's bar and its label are one thing: the first shape stands for it.
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.mark < b.mark; });
  places.erase(std::unique(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.mark == b.mark; }),
               places.end());
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tie(a.bounds.y, a.bounds.x) < std::tie(b.bounds.y, b.bounds.x);
  });
  return places;
}

}  // namespace

const MarkedShape* LaidScene::find(const MarkId& mark) const {
  const auto at = std::lower_bound(marks_by_id.begin(), marks_by_id.end(), mark,
                                   [this](std::size_t place, const MarkId& wanted) { return marks[place].mark < wanted; });
  return at == marks_by_id.end() || marks[*at].mark != mark ? nullptr : &marks[*at];
}

LaidScene laid_scene(views::Scene scene) {
  LaidScene laid;
  laid.index = SceneIndex(scene);
  const std::vector<Place> places = places_of(scene);
  laid.marks.reserve(places.size());
  for (const Place& place : places)
    laid.marks.push_back({place.mark, place.bounds, scene.shapes[place.shape].mark.description, place.shape});
  laid.marks_by_id.resize(places.size());
  std::iota(laid.marks_by_id.begin(), laid.marks_by_id.end(), std::size_t{0});
  std::sort(laid.marks_by_id.begin(), laid.marks_by_id.end(),
            [&](std::size_t a, std::size_t b) { return places[a].mark < places[b].mark; });
  laid.scene = std::move(scene);
  return laid;
}

}  // namespace tradewind::gui
