// A scene is cut along both axes; each page shows one stretch of each, and what is frozen beside and above it.
#include "tradewind/views/scene_pages.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "views/lane_names.h"
#include "views/page_cuts.h"

namespace tradewind::views {
namespace {

constexpr double shrunk_at_most = 1.3;  // a little too tall for one page is better a little smaller than broken
constexpr double smaller_step = 0.96;   // from scale to scale, where the sheets side by side are fewest
constexpr double overhang = 3;          // pixels: lines of no extent and halos reach a little over the bounds
constexpr double tolerance = 0.5;       // pixels

bool is_text(const Shape& shape) { return std::holds_alternative<TextShape>(shape.what); }

Extent::Kind kind_of(const Shape& shape) {
  if (is_text(shape)) return Extent::Kind::text;
  const bool is_mark = shape.mark.kind != MarkKind::none && shape.mark.kind != MarkKind::dependency;
  return is_mark ? Extent::Kind::mark : Extent::Kind::other;
}

/// Stretches of an axis; before them the frozen one, where that stands on several pages.
struct Bands {
  std::vector<Stretch> all;
  std::size_t frozen = 0;  // 1 or none

  std::size_t pages() const { return all.size() - frozen; }
  /// Beside or above the page's own stretch.
  bool shows_frozen(std::size_t page) const { return frozen > 0 && page > 0; }

  std::vector<std::size_t> touching(const Extent& extent) const {
    std::vector<std::size_t> found;
    const auto touches = [&](const Stretch& one) {
      return extent.begin - overhang < one.end && extent.end + overhang > one.begin;
    };
    if (frozen > 0 && touches(all.front())) found.push_back(0);
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(frozen);
    for (auto at = std::partition_point(first, all.end(), [&](const Stretch& one) { return one.end <= extent.begin - overhang; });
         at != all.end() && touches(*at); ++at)
      found.push_back(static_cast<std::size_t>(at - all.begin()));
    return found;
  }
  /// `whole`: only where it is not cut, if there is such a band.
  std::vector<std::size_t> showing(const Extent& extent, bool whole) const {
    std::vector<std::size_t> found = touching(extent);
    const auto is_cut = [&](std::size_t at) {
      return extent.begin < all[at].begin - tolerance || extent.end > all[at].end + tolerance;
    };
    if (whole && !std::all_of(found.begin(), found.end(), is_cut))
      found.erase(std::remove_if(found.begin(), found.end(), is_cut), found.end());
    return found;
  }
};

Bands bands_of(std::vector<Stretch> stretches, double frozen) {
  Bands bands;
  if (frozen > 0 && stretches.size() > 1) {
    bands.frozen = 1;
    stretches.insert(stretches.begin(), Stretch{0, frozen});
  }
  bands.all = std::move(stretches);
  return bands;
}

class Pager {
 public:
  Pager(const Scene& scene, const Sheet& sheet) : scene_(scene), sheet_(sheet), frozen_(scene.frozen) {
    across_.reserve(scene.shapes.size());
    down_.reserve(scene.shapes.size());
    for (const Shape& shape : scene.shapes) {
      const Rect bounds = bounds_of(shape);
      across_.push_back({bounds.x, bounds.right(), kind_of(shape)});
      down_.push_back({bounds.y, bounds.bottom(), kind_of(shape)});
    }
  }

  std::vector<ScenePage> pages() {
    const double least = sheet_.usual_scale * sheet_.least_share;
    scale_ = std::min(sheet_.room.width / scene_.size.width, sheet_.usual_scale * sheet_.largest_share);
    const double to_height = sheet_.room.height / scene_.size.height;
    if (scale_ >= least && scale_ <= to_height * shrunk_at_most && std::min(scale_, to_height) >= least) {
      scale_ = std::min(scale_, to_height);
      return {whole()};
    }
    keep_frozen_small(scale_ < least ? sheet_.usual_scale : scale_);
    std::vector<Stretch> columns{{0, scene_.size.width}};
    if (scale_ < least) columns = fewest_columns(least);
    const double room = sheet_.room.height / scale_;
    const Bands down = bands_of(page_cuts(down_, {scene_.size.height, room, room - frozen_.top, frozen_.top}), frozen_.top);
    return laid_out(down, bands_of(std::move(columns), frozen_.left));
  }

 private:
  ScenePage whole() const {
    PagePane pane;
    pane.part = {0, 0, scene_.size.width, scene_.size.height};
    pane.at = {(sheet_.room.width - scene_.size.width * scale_) / 2, 0};
    pane.shapes.resize(scene_.shapes.size());
    std::iota(pane.shapes.begin(), pane.shapes.end(), 0U);
    ScenePage page{&scene_, scale_, {}, {}};
    add(page, std::move(pane));
    return page;
  }

  /// As in the window, nothing stays where that would take more than half of the room.
  void keep_frozen_small(double scale) {
    if (frozen_.left > sheet_.room.width / scale / 2) frozen_.left = 0;
    if (frozen_.top > sheet_.room.height / scale / 2) frozen_.top = 0;
  }

  /// Sets the scale: of those that need the fewest, the largest.
  std::vector<Stretch> fewest_columns(double least) {
    std::vector<Stretch> fewest;
    for (double scale = sheet_.usual_scale; scale >= least; scale *= smaller_step) {
      const double room = sheet_.room.width / scale;
      auto columns = page_cuts(across_, {scene_.size.width, room, room - frozen_.left, frozen_.left});
      if (!fewest.empty() && columns.size() >= fewest.size()) continue;
      fewest = std::move(columns);
      scale_ = scale;
    }
    return fewest;
  }

  void add(ScenePage& page, PagePane pane) const {
    if (pane.part.width <= 0 || pane.part.height <= 0) return;
    page.size.width = std::max(page.size.width, pane.at.x + pane.part.width * scale_);
    page.size.height = std::max(page.size.height, pane.at.y + pane.part.height * scale_);
    page.panes.push_back(std::move(pane));
  }

  /// For each pair of a band down (major) and a band across, the shapes in it.
  std::vector<std::vector<std::uint32_t>> shapes_in(const Bands& down, const Bands& across) const {
    std::vector<std::vector<std::uint32_t>> lists(down.all.size() * across.all.size());
    for (std::size_t shape = 0; shape < scene_.shapes.size(); ++shape) {
      const bool text = is_text(scene_.shapes[shape]);
      const std::vector<std::size_t> rows = down.showing(down_[shape], text);
      const std::vector<std::size_t> columns = across.showing(across_[shape], text);
      for (const std::size_t row : rows)
        for (const std::size_t column : columns)
          lists[row * across.all.size() + column].push_back(static_cast<std::uint32_t>(shape));
    }
    return lists;
  }

  std::vector<ScenePage> laid_out(const Bands& down, const Bands& across) const {
    const auto lists = shapes_in(down, across);
    const auto lanes = lane_names(scene_, frozen_.left);
    // One column stands in the middle; sheets side by side are to be put together.
    const double left = across.pages() > 1 ? 0 : (sheet_.room.width - scene_.size.width * scale_) / 2;
    std::vector<ScenePage> pages;
    for (std::size_t row = 0; row < down.pages(); ++row)
      for (std::size_t column = 0; column < across.pages(); ++column) {
        ScenePage page{&scene_, scale_, {}, {}};
        const Point body{left + (across.shows_frozen(column) ? frozen_.left * scale_ : 0),
                         down.shows_frozen(row) ? frozen_.top * scale_ : 0};
        const std::size_t y = row + down.frozen;
        const std::size_t x = column + across.frozen;
        const auto add_pane = [&](std::size_t band_down, std::size_t band_across, Point at) {
          const Stretch& tall = down.all[band_down];
          const Stretch& wide = across.all[band_across];
          const double bottom = band_across < across.frozen ? std::min(tall.end, frozen_.bottom) : tall.end;
          add(page, {{wide.begin, tall.begin, wide.end - wide.begin, bottom - tall.begin},
                     at,
                     lists[band_down * across.all.size() + band_across]});
        };
        add_pane(y, x, body);
        if (down.shows_frozen(row)) add_pane(0, x, {body.x, 0});
        if (across.shows_frozen(column)) add_pane(y, 0, {left, body.y});
        if (down.shows_frozen(row) && across.shows_frozen(column)) add_pane(0, 0, {left, 0});
        const bool shows_lanes = frozen_.left > 0 && (column == 0 || across.shows_frozen(column));
        if (row > 0 && shows_lanes)
          if (auto name = name_at(scene_, lanes, down.all[y]); !name.shapes.empty()) {
            name.at = {left, body.y};
            add(page, std::move(name));
          }
        pages.push_back(std::move(page));
      }
    return pages;
  }

  const Scene& scene_;
  const Sheet& sheet_;
  Frozen frozen_;
  double scale_ = 1;
  std::vector<Extent> across_;  // of the shapes, in their order
  std::vector<Extent> down_;
};

}  // namespace

std::vector<ScenePage> pages_of(const Scene& scene, const Sheet& sheet) { return Pager(scene, sheet).pages(); }

}  // namespace tradewind::views
