// Hands for drawn views: finding marks, pressing, dragging.
#pragma once
#include <QTest>

#include "gui/open_sample.h"
#include "gui/scene/scene_view.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::gui {

inline const Item& item_of(const Portfolio& portfolio, const char* key) {
  const Item* item = portfolio.item_by_key(key);
  REQUIRE(item != nullptr);
  return *item;
}

inline MarkId item_mark(const Portfolio& portfolio, const char* key) { return mark_of(item_of(portfolio, key).id); }

inline views::Rect bounds_of(const SceneView& view, const MarkId& mark) {
  const SceneView::MarkedShape* found = view.find(mark);
  REQUIRE(found != nullptr);
  return found->bounds;
}

inline QPoint on_screen(const SceneView& view, views::Point point) {
  return view.on_viewport({point.x, point.y, 0, 0}).topLeft();
}

/// A press and a few moves, as a hand makes them; the button stays down. The points are those of the scene.
inline void press_and_move(SceneView& view, views::Point from, views::Point to, Qt::KeyboardModifiers keys = {}) {
  view.bring_into_view({from.x, from.y, 0, 0});
  const QPoint begin = on_screen(view, from);
  const QPoint end = on_screen(view, to);
  QTest::mouseMove(view.viewport(), begin);
  QTest::mousePress(view.viewport(), Qt::LeftButton, keys, begin);
  for (int step = 1; step <= 4; ++step) QTest::mouseMove(view.viewport(), begin + (end - begin) * step / 4);
  CHECK(view.gesture_is_running());
}

inline void let_go(SceneView& view, views::Point at) {
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, on_screen(view, at));
  CHECK_FALSE(view.gesture_is_running());
}

inline void drag(SceneView& view, views::Point from, views::Point to, bool escape = false, Qt::KeyboardModifiers keys = {}) {
  press_and_move(view, from, to, keys);
  if (escape) QTest::keyClick(&view, Qt::Key_Escape);
  let_go(view, to);
}

template <class PageType>
void show(PageType& page) {
  page.resize(1400, 900);
  page.show();
  REQUIRE(QTest::qWaitForWindowExposed(&page));
  page.first_focus()->setFocus();
}

inline std::optional<Span> span_of_item(const Portfolio& portfolio, const char* key) {
  for (const ScheduledItem& one : schedule_of(portfolio, portfolio.roadmap_by_name({})->id))
    if (one.item == portfolio.item_by_key(key)->id) return one.span;
  return std::nullopt;
}

}  // namespace tradewind::gui
