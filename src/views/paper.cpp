#include "tradewind/views/paper.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double points_per_pixel = 0.75;
constexpr double largest_share = 1.25;
constexpr double least_share = 0.6;
constexpr double margin = 10 * 72 / 25.4;  // 10 mm
constexpr double largest_side = 14400;     // what readers of PDF accept
constexpr double footer_height = 16;
constexpr std::size_t longest_title = 80;  // bytes; a longer one is not said again on each page
constexpr TextStyle footer_style{8, Weight::regular, Token::text_3, Token::none, false};

constexpr Size a4{595, 842};
constexpr Size a3{842, 1191};
constexpr Size letter{612, 792};

bool has_area(const Scene& scene) { return scene.size.width >= 1 && scene.size.height >= 1; }

Sheet sheet_of(Size room) { return {room, points_per_pixel, largest_share, least_share}; }

PaperPage whole_page(const Scene& scene) {
  const double scale = std::min({points_per_pixel, largest_side / scene.size.width, largest_side / scene.size.height});
  const Size size{scene.size.width * scale, scene.size.height * scale};
  return {pages_of(scene, {size, scale}).front(), size, 0, {}};
}

/// Longer than two sheets of A3 end to end, as wide as the picture but at least as A3.
bool is_strip(const Scene& scene) {
  const double shorter = points_per_pixel * std::min(scene.size.width, scene.size.height);
  const double longer = points_per_pixel * std::max(scene.size.width, scene.size.height);
  return longer > std::min(largest_side, 2 * std::max(shorter, a3.width) * a3.height / a3.width);
}

std::vector<ScenePage> pages_of_all(const std::vector<Scene>& scenes, Size room) {
  std::vector<ScenePage> pages;
  for (const Scene& scene : scenes) {
    if (!has_area(scene)) continue;
    auto more = pages_of(scene, sheet_of(room));
    std::move(more.begin(), more.end(), std::back_inserter(pages));
  }
  return pages;
}

TextShape footer_of(const Scene& scene, std::size_t page, std::size_t pages, Size room) {
  const std::string number =
      "age " + number_text(static_cast<double>(page + 1)) + " of " + number_text(static_cast<double>(pages));
  const bool is_named = !scene.title.empty() && scene.title.size() <= longest_title;
  TextShape footer;
  footer.box = {0, room.height - footer_height / 2, room.width, footer_height / 2};
  footer.text = is_named ? scene.title + ", p" + number : "P" + number;
  footer.style = footer_style;
  footer.align = Align::right;
  return footer;
}

std::vector<PaperPage> numbered_pages(const std::vector<Scene>& scenes, Size size, double margin_around) {
  Size room{size.width - 2 * margin_around, size.height - 2 * margin_around};
  std::vector<ScenePage> pages = pages_of_all(scenes, room);
  const auto pictures = static_cast<std::size_t>(std::count_if(scenes.begin(), scenes.end(), has_area));
  // Scenes that are pages themselves bring their own numbers.
  const bool is_numbered = pages.size() > pictures;
  if (is_numbered) pages = pages_of_all(scenes, {room.width, room.height - footer_height});
  std::vector<PaperPage> result;
  result.reserve(pages.size());
  for (std::size_t at = 0; at < pages.size(); ++at) {
    PaperPage& page = result.emplace_back(PaperPage{std::move(pages[at]), size, margin_around, {}});
    if (is_numbered) page.footer = footer_of(*page.content.scene, at, pages.size(), room);
  }
  return result;
}

bool is_cut_across(const std::vector<PaperPage>& pages) {
  return std::any_of(pages.begin(), pages.end(), [](const PaperPage& page) {
    return page.content.panes.front().part.width < page.content.scene->size.width;
  });
}

/// Sheets that need not be put side by side are easier to read, fewer sheets cheaper, and a larger picture fills them better.
std::vector<PaperPage> upright_or_across(const std::vector<Scene>& scenes, Size paper) {
  std::vector<PaperPage> upright = numbered_pages(scenes, paper, margin);
  std::vector<PaperPage> across = numbered_pages(scenes, {paper.height, paper.width}, margin);
  if (upright.empty()) return upright;
  const auto burden = [](const std::vector<PaperPage>& pages) {
    return std::tuple(is_cut_across(pages), pages.size(), -pages.front().content.scale);
  };
  return burden(across) < burden(upright) ? std::move(across) : std::move(upright);
}

}  // namespace

std::vector<PaperPage> paper_pages(const std::vector<Scene>& scenes, Paper paper) {
  switch (paper) {
    case Paper::a4:
      return upright_or_across(scenes, a4);
    case Paper::a3:
      return upright_or_across(scenes, a3);
    case Paper::letter:
      return upright_or_across(scenes, letter);
    case Paper::automatic:
      if (std::any_of(scenes.begin(), scenes.end(), is_strip)) return upright_or_across(scenes, a4);
      break;
    case Paper::one:
      break;
  }
  std::vector<PaperPage> pages;
  for (const Scene& scene : scenes)
    if (has_area(scene)) pages.push_back(whole_page(scene));
  return pages;
}

std::vector<PaperPage> paper_pages(const std::vector<Scene>& scenes, Size room) { return numbered_pages(scenes, room, 0); }

}  // namespace tradewind::views
