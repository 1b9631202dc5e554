// The views of a workspace as slides: which ones, and how each is laid out for the room there is.
#pragma once
#include <QSizeF>
#include <QString>
#include <memory>
#include <vector>

#include "gui/shell/shown_view.h"
#include "tradewind/domain/date.h"
#include "tradewind/views/scene_pages.h"
#include "tradewind/workbench/export_view.h"

namespace tradewind::gui {

/// What slides are drawn from.
struct SlideSource {
  const Portfolio& portfolio;
  Date today{};
  std::shared_ptr<const views::TradeOffPicture> priced = nullptr;  // null: no request has been answered
  std::optional<ShownView> shown = std::nullopt;                   // by the page that people come from
};

/// The page's own view first, as it shows it, then roadmap, outcomes, allocation and the price of a request: each once, and only
/// those that have something to show.
std::vector<workbench::View> views_to_present(const SlideSource& source);

/// Cannot be copied: the parts refer to the scenes.
struct Slide {
  QString title;
  QString summary;  // for screen readers: what the view calls itself, and how much of what is on it
  std::vector<views::Scene> scenes;
  std::vector<views::ScenePage> parts;  // shown one after the other where the view is taller than the room; never empty

  Slide() = default;
  Slide(const Slide&) = delete;
  Slide& operator=(const Slide&) = delete;
  Slide(Slide&&) = default;
  Slide& operator=(Slide&&) = default;
};

/// `room`: pixels within the margins. The text is as large as the room allows; where the view cannot be drawn, the slide
/// says why. REQUIRES: the room has an area.
Slide lay_out_slide(const SlideSource& source, workbench::View view, QSizeF room, const views::TextMeasurer& measurer);

/// Two sentences in the middle of the room.
Slide slide_of_words(const QString& title, const QString& sentence, const QString& next_step, QSizeF room,
                     const views::TextMeasurer& measurer);

}  // namespace tradewind::gui
