#include "gui/shell/slides.h"

#include <QObject>
#include <QStringList>
#include <algorithm>
#include <iterator>
#include <set>

#include "gui/dialogs/export_job.h"
#include "gui/shell/count_text.h"
#include "gui/shell/error_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/open_item.h"

namespace tradewind::gui {
namespace {

using workbench::View;

// Text is as large as if the view stood in a window of this size that is then enlarged to the room.
constexpr QSizeF reading_size{1200, 675};
constexpr double largest_scale = 3;
// A view that is too tall at that size is laid out wider and smaller, before it goes on over several parts.
constexpr double smaller_step = 0.87;
constexpr int most_steps = 4;
constexpr double hopelessly_tall = 2;

bool has_open_items(const Portfolio& portfolio) {
  const auto& items = portfolio.all<Item>();
  return std::any_of(items.begin(), items.end(), [](const Item& item) { return is_open(item); });
}

const Portfolio& portfolio_of(const SlideSource& source, View view) {
  const bool is_own = source.shown && source.shown->view == view && source.shown->portfolio != nullptr;
  return is_own ? *source.shown->portfolio : source.portfolio;
}

bool has_something(const SlideSource& source, View view) {
  const Portfolio& portfolio = portfolio_of(source, view);
  switch (view) {
    case View::roadmap:
    case View::now_next_later:
      return !portfolio.all<Placement>().empty();
    case View::board:
    case View::matrix:
    case View::moscow:
    case View::backlog:
      return has_open_items(portfolio);
    case View::allocation:
      return !portfolio.all<TimeEntry>().empty() || !portfolio.all<Placement>().empty();
    case View::outcomes:
      return !portfolio.all<Outcome>().empty();
    case View::tradeoff:
      break;
  }
  return source.priced != nullptr;
}

/// "33 items, 4 outcomes, 2 milestones"
QString counts_of(const std::vector<views::Scene>& scenes) {
  std::set<std::int64_t> items;
  std::set<std::int64_t> outcomes;
  std::set<std::int64_t> milestones;
  for (const views::Scene& scene : scenes)
    for (const views::Shape& shape : scene.shapes) {
      if (shape.mark.kind == views::MarkKind::item) items.insert(shape.mark.id);
      if (shape.mark.kind == views::MarkKind::outcome) outcomes.insert(shape.mark.id);
      if (shape.mark.kind == views::MarkKind::milestone) milestones.insert(shape.mark.id);
    }
  QStringList counts;
  if (!items.empty()) counts << count_text(items.size(), QObject::tr("item"), QObject::tr("items"));
  if (!outcomes.empty()) counts << count_text(outcomes.size(), QObject::tr("outcome"), QObject::tr("outcomes"));
  if (!milestones.empty()) counts << count_text(milestones.size(), QObject::tr("milestone"), QObject::tr("milestones"));
  return counts.join(", ");
}

Slide slide_of(const QString& title, std::vector<views::Scene> scenes, QSizeF room, double scale) {
  Slide slide;
  slide.title = title;
  slide.scenes = std::move(scenes);
  for (const views::Scene& scene : slide.scenes) {
    auto parts = views::pages_of(scene, {{room.width(), room.height()}, scale});
    std::move(parts.begin(), parts.end(), std::back_inserter(slide.parts));
  }
  const QString own_title = qt_text(slide.scenes.front().title);
  QStringList summary;
  if (own_title != title) summary << own_title;
  if (const QString counts = counts_of(slide.scenes); !counts.isEmpty()) summary << counts;
  slide.summary = summary.join(". ");
  return slide;
}

double reading_scale(QSizeF room) {
  return std::clamp(std::min(room.width() / reading_size.width(), room.height() / reading_size.height()), 1.0, largest_scale);
}

}  // namespace

std::vector<View> views_to_present(const SlideSource& source) {
  std::vector<View> views;
  const auto add = [&](View view) {
    if (has_something(source, view) && std::find(views.begin(), views.end(), view) == views.end()) views.push_back(view);
  };
  if (source.shown) add(source.shown->view);
  for (const View view : {View::roadmap, View::outcomes, View::allocation, View::tradeoff}) add(view);
  return views;
}

Slide lay_out_slide(const SlideSource& source, View view, QSizeF room, const views::TextMeasurer& measurer) {
  workbench::ViewOptions options;
  if (source.shown && source.shown->view == view) options = source.shown->options;
  options.today = source.today;
  if (view == View::tradeoff) options.priced = source.priced;
  double scale = reading_scale(room);
  std::vector<views::Scene> scenes;
  for (int step = 0; step < most_steps; ++step) {
    options.size = views::Size{room.width() / scale, room.height() / scale};
    auto laid_out = workbench::lay_out_view(portfolio_of(source, view), view, options, measurer);
    if (!laid_out) {
      const Error& error = laid_out.error();
      return slide_of_words(view_title(view), as_sentence(qt_text(error.what + (error.why.empty() ? "" : ": " + error.why))),
                            as_sentence(qt_text(error.what_to_do)), room, measurer);
    }
    scenes = std::move(*laid_out);
    double tallest = 0;
    for (const views::Scene& scene : scenes) tallest = std::max(tallest, scene.size.height * scale / room.height());
    // A slide of its own size is scaled as a whole; half a pixel over is not too tall.
    if (view == View::tradeoff || tallest <= 1.001 || scale <= 1) break;
    if (step + 1 < most_steps) scale = tallest > hopelessly_tall ? 1 : std::max(1.0, scale * smaller_step);
  }
  return slide_of(view_title(view), std::move(scenes), room, view == View::tradeoff ? largest_scale : scale);
}

Slide slide_of_words(const QString& title, const QString& sentence, const QString& next_step, QSizeF room,
                     const views::TextMeasurer& measurer) {
  const double scale = reading_scale(room);
  std::vector<views::Scene> scenes;
  scenes.push_back(views::empty_page({room.width() / scale, room.height() / scale}, title.toStdString(), sentence.toStdString(),
                                     next_step.toStdString(), measurer));
  Slide slide = slide_of(title, std::move(scenes), room, scale);
  slide.summary = sentence + " " + next_step;
  return slide;
}

}  // namespace tradewind::gui
