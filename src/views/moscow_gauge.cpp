// The MoSCoW gauge as a picture.
#include "tradewind/views/moscow_gauge.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tradewind/scoring/moscow.h"
#include "views/figure_text.h"
#include "views/moscow_model.h"
#include "views/scene_pen.h"

namespace tradewind::views {
namespace {

constexpr std::string_view title = "MoSCoW share of effort";
constexpr double least_width = 560;
constexpr double gauge_height = 32;
constexpr double gauge_block = 150;  // line label, bar, person-weeks, what is not counted
constexpr double team_row = 28;
constexpr double must_row = 26;
constexpr double section_head = 40;

struct Segment {
  Moscow category;
  double share;  // 0–1
  int percent;
  int weeks;
  Token fill;
  Token text;
};

std::array<Segment, 3> segments_of(const scoring::MoscowShares& shares) {
  const std::vector<double> weeks{shares.must, shares.should, shares.could};
  const std::vector<int> percent = percent_parts(weeks);
  const std::vector<int> whole_weeks = rounded_parts(weeks);
  const double total = shares.total();
  const auto share = [&](double part) { return total > 0 ? part / total : 0; };
  return {Segment{Moscow::must, share(shares.must), percent[0], whole_weeks[0], Token::mos_m, Token::base},
          Segment{Moscow::should, share(shares.should), percent[1], whole_weeks[1], Token::mos_s_soft, Token::text_1},
          Segment{Moscow::could, share(shares.could), percent[2], whole_weeks[2], Token::mos_c, Token::text_1}};
}

Mark segment_mark(const Segment& segment, std::string_view whose) {
  return Mark{MarkKind::axis, static_cast<std::int64_t>(segment.category), 0,
              std::string(whose) + std::string(scoring::moscow_name(segment.category)) + " " + percent_text(segment.percent) +
                  ", " + person_weeks_text(segment.weeks)};
}

/// The Must part up to the line is solid, beyond it hatched; returns nothing but shapes.
void draw_bar(ScenePen& pen, const std::array<Segment, 3>& segments, Rect box, std::string_view whose) {
  double x = box.x;
  for (const Segment& segment : segments) {
    const double width = box.width * segment.share;
    if (width > 0) {
      double solid = width;
      if (segment.category == Moscow::must) solid = std::min(width, box.width * scoring::must_share_limit);
      pen.fill({x, box.y, std::max(0.5, solid), box.height}, segment.fill, 0, segment_mark(segment, whose));
      if (width - solid > 0.5)
        pen.box({x + solid, box.y, width - solid, box.height}, Token::base, Stroke{Token::danger, 1, Dash::solid}, 0,
                Hatch{Token::danger}, segment_mark(segment, whose));
    }
    x += width;
    if (segment.category == Moscow::should && width > 0 && x < box.right() - 1)
      pen.line({x, box.y}, {x, box.bottom()}, Stroke{Token::base, 1, Dash::solid});
  }
}

void draw_segment_texts(ScenePen& pen, const std::array<Segment, 3>& segments, Rect box) {
  double x = box.x;
  // Person-weeks under the bar; a part too narrow for its name takes the name along.
  double next_free = box.x;
  std::vector<std::pair<double, std::string>> below;
  for (const Segment& segment : segments) {
    const double width = box.width * segment.share;
    const std::string name = std::string(scoring::moscow_name(segment.category)) + " " + percent_text(segment.percent);
    double inside = width;
    if (segment.category == Moscow::must) inside = std::min(width, box.width * scoring::must_share_limit);
    const bool fits = pen.width(name, type::emphasis) + 16 <= inside;
    if (fits) pen.text({x + 9, box.y, inside - 12, box.height}, name, in_color(type::emphasis, segment.text));
    if (segment.weeks > 0 || segment.percent > 0)
      below.emplace_back(x, fits ? person_weeks_text(segment.weeks) : name + ", " + person_weeks_text(segment.weeks));
    x += width;
  }
  for (std::size_t i = 0; i < below.size(); ++i) {
    const double width = pen.width(below[i].second, type::small);
    double from = std::max(below[i].first, next_free);
    if (from + width > box.right()) from = std::max(next_free, box.right() - width);
    pen.text({from, box.bottom() + 6, std::max(0.0, std::min(width, box.right() - from)), 16}, below[i].second,
             in_color(type::small, Token::text_3));
    next_free = from + width + 12;
  }
}

void draw_limit(ScenePen& pen, Rect box, bool over) {
  const Token color = over ? Token::danger : Token::text_2;
  const double x = box.x + box.width * scoring::must_share_limit;
  const std::string name = percent_text(100 * scoring::must_share_limit) + " line";
  pen.line({x, box.y - 5}, {x, box.bottom() + 4}, Stroke{color, 2, Dash::solid});
  pen.text({x - 100, box.y - 22, 100, 15}, name, in_color(type::label, color), Align::right);
}

std::string not_counted(const MoscowModel& model) {
  std::vector<std::string> parts;
  if (model.whole.wont >= 0.05) parts.push_back("Won’t " + trimmed_person_weeks_text(model.whole.wont));
  if (model.whole.uncategorised >= 0.05)
    parts.push_back("not sorted yet " + trimmed_person_weeks_text(model.whole.uncategorised));
  if (model.whole.unestimated > 0)
    parts.push_back(count_text(static_cast<std::size_t>(model.whole.unestimated), "item", "items") + " without effort");
  if (parts.empty()) return {};
  std::string sentence = "Not counted: ";
  for (std::size_t i = 0; i < parts.size(); ++i) sentence += (i > 0 ? ", " : "") + parts[i];
  return sentence + ".";
}

void draw_verdict(ScenePen& pen, const MoscowModel& model, Rect box) {
  const double over = model.whole.over_the_line();
  const double room = scoring::must_share_limit * model.whole.total() - model.whole.must;
  const bool holds = model.whole.must_rule_holds();
  const std::string head =
      holds ? trimmed_person_weeks_text(room) + " below the line" : trimmed_person_weeks_text(over) + " over the line";
  pen.text({box.x, box.y, box.width, 20}, head, in_color(type::title, holds ? Token::ok : Token::danger));
  pen.paragraph({box.x, box.y + 26, box.width, 3 * 18},
                holds ? "Should and Could leave enough to give when an estimate slips."
                      : "If everything is a Must, nothing gives when an estimate slips.",
                type::small, 18);
}

void draw_teams(ScenePen& pen, const MoscowModel& model, Rect box) {
  pen.runs({box.x, box.y + 10, box.width, 20},
           {{"By team", type::section}, {"Must share and Must of all effort", in_color(type::small, Token::text_3)}}, 12);
  double label = 0;
  for (const TeamShares& team : model.teams) label = std::max(label, pen.width(team.name, type::body));
  label = std::min(label + 14, box.width * 0.35);
  constexpr double share_width = 52;
  constexpr double weeks_width = 92;
  const double bar_width = box.width - label - share_width - weeks_width;
  const double row = std::clamp((box.height - section_head) / static_cast<double>(model.teams.size()), team_row, 40.0);
  double y = box.y + section_head;
  const double top = y;
  for (const TeamShares& team : model.teams) {
    const auto segments = segments_of(team.shares);
    const bool over = !team.shares.must_rule_holds();
    pen.text({box.x, y, label - 10, 20}, team.name, type::body);
    draw_bar(pen, segments, {box.x + label, y + 4, bar_width, 13}, team.name + ": ");
    pen.text({box.x + label + bar_width, y, share_width, 20}, percent_text(segments[0].percent),
             over ? in_color(type::strong, Token::danger) : type::body, Align::right);
    pen.text(
        {box.right() - weeks_width, y, weeks_width, 20},
        number_text(team.shares.must) + " of " + person_weeks_text(segments[0].weeks + segments[1].weeks + segments[2].weeks),
        in_color(type::small, Token::text_3), Align::right);
    y += row;
  }
  const double x = box.x + label + bar_width * scoring::must_share_limit;
  pen.line({x, top - 2}, {x, y - row + 22}, Stroke{Token::danger, 1.5, Dash::solid});
}

void draw_musts(ScenePen& pen, const MoscowModel& model, const Portfolio& portfolio, Rect box) {
  pen.runs({box.x, box.y + 10, box.width, 20},
           {{"Musts, largest first", type::section}, {"Must share if it became a Should", in_color(type::small, Token::text_3)}},
           12);
  if (model.musts.empty()) {
    pen.text({box.x, box.y + section_head, box.width, 20}, "No Must has an effort.", type::small);
    return;
  }
  constexpr double weeks_width = 64;
  constexpr double share_width = 64;
  const double bar_width = std::max(40.0, box.width * 0.16);
  const double text_width = box.width - weeks_width - share_width - bar_width - 12;
  const double row = std::clamp((box.height - section_head) / static_cast<double>(model.musts.size()), must_row, 34.0);
  const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor((box.height - section_head) / row)));
  const std::size_t shown = model.musts.size() <= fitting ? model.musts.size() : std::max<std::size_t>(1, fitting - 1);
  double y = box.y + section_head;
  for (std::size_t i = 0; i < shown; ++i) {
    const MustItem& must = model.musts[i];
    pen.text({box.x, y, text_width, row}, must.item->title, type::body, Align::left, item_mark(*must.item, portfolio));
    pen.fill({box.x + text_width + 12, y + row / 2 - 5, std::max(1.0, bar_width * must.effort / model.musts.front().effort), 10},
             Token::mos_m);
    pen.text({box.right() - share_width - weeks_width, y, weeks_width, row}, trimmed_person_weeks_text(must.effort), type::body,
             Align::right);
    const double share = (model.whole.must - must.effort) / model.whole.total();
    const bool holds = share <= scoring::must_share_limit;
    pen.text({box.right() - share_width, y, share_width, row}, percent_text(100 * share),
             in_color(type::body, holds ? Token::text_2 : Token::danger), Align::right);
    y += row;
    pen.line({box.x, y - 0.5}, {box.right(), y - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
  }
  if (shown < model.musts.size()) {
    double rest = 0;
    for (std::size_t i = shown; i < model.musts.size(); ++i) rest += model.musts[i].effort;
    pen.text({box.x, y, box.width, row},
             "and " + number_text(static_cast<double>(model.musts.size() - shown)) + " more, " + trimmed_person_weeks_text(rest),
             in_color(type::small, Token::text_3));
  }
}

}  // namespace

Scene layout_moscow(const Portfolio& portfolio, const MoscowOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(least_width, options.size.width), options.size.height};
  const MoscowModel model = moscow_model(portfolio, options);
  if (model.whole.total() <= 0)
    return empty_page(size, std::string(title),
                      "The gauge shows how much of the effort is a Must: 60 % at most, or nothing gives when an estimate slips.",
                      !model.any && options.period ? "Put items on the roadmap of this period, or choose other items."
                      : !model.any                 ? "Add items and sort them into Must, Should, Could and Won’t."
                      : model.whole.unestimated > 0
                          ? "Estimate the effort of the items that are sorted into Must, Should and Could."
                          : "Sort the items into Must, Should, Could and Won’t.",
                      measurer);
  Scene scene;
  scene.title = title;
  scene.size = size;
  ScenePen pen(scene, measurer);
  const double header = options.header ? view_header_height : 0;
  const double width = size.width - 2 * page_margin;
  const bool wide = size.width >= 900;
  const double verdict_width = wide ? 260 : width;
  const double teams_height = section_head + team_row * static_cast<double>(model.teams.size()) + 12;
  const double below = header + gauge_block + (wide ? 0 : 84);
  const double musts_height = section_head + must_row * static_cast<double>(std::min<std::size_t>(5, model.musts.size())) + 12;
  scene.size.height = std::max(size.height, below + (wide ? std::max(teams_height, musts_height) : teams_height + musts_height));

  const auto segments = segments_of(model.whole);
  const int total = segments[0].weeks + segments[1].weeks + segments[2].weeks;
  if (options.header)
    draw_view_header(pen, title, model.scope + ", " + person_weeks_text(total) + (options.period ? " planned" : ""),
                     size.width - page_margin);
  const Rect gauge{page_margin, header + 46, wide ? width - verdict_width - 32 : width, gauge_height};
  draw_bar(pen, segments, gauge, "");
  draw_segment_texts(pen, segments, gauge);
  draw_limit(pen, gauge, !model.whole.must_rule_holds());
  pen.text({page_margin, gauge.bottom() + 34, gauge.width, 18}, not_counted(model), type::label);
  draw_verdict(
      pen, model,
      wide ? Rect{gauge.right() + 32, gauge.y - 8, verdict_width, 80} : Rect{page_margin, header + gauge_block, width, 80});

  const Stroke divider{Token::line_2, 1, Dash::solid};
  pen.line({0, below - 0.5}, {size.width, below - 0.5}, divider);
  if (wide) {
    const double left = size.width * 0.46;
    draw_teams(pen, model, {page_margin, below, left - 2 * page_margin, scene.size.height - below - 12});
    pen.line({left + 0.5, below}, {left + 0.5, scene.size.height}, divider);
    draw_musts(pen, model, portfolio,
               {left + page_margin, below, size.width - left - 2 * page_margin, scene.size.height - below - 12});
  } else {
    draw_teams(pen, model, {page_margin, below, width, teams_height});
    pen.line({0, below + teams_height - 0.5}, {size.width, below + teams_height - 0.5}, divider);
    draw_musts(pen, model, portfolio, {page_margin, below + teams_height, width, scene.size.height - below - teams_height - 12});
  }
  return scene;
}

}  // namespace tradewind::views
