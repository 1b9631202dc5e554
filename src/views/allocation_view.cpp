// The time view as a page: alerts on top, bars, weeks and teams on the left, causes on the right.
#include "tradewind/views/allocation_view.h"

#include <algorithm>

#include "tradewind/domain/period.h"
#include "views/allocation_parts.h"

namespace tradewind::views {
namespace {

constexpr std::string_view title = "Time";
constexpr double least_width = 720;

}  // namespace

Scene layout_allocation(const Portfolio& portfolio, const AllocationOptions& options, const TextMeasurer& measurer) {
  const Size size{std::max(least_width, options.size.width), options.size.height};
  if (portfolio.allocation_classes_in_order().empty())
    return empty_page(size, std::string(title), "This page compares where time should go with where it goes.",
                      "Choose an allocation policy, for example 70 % strategic, 20 % roadmap and 10 % firefighting.", measurer);
  const AllocationData data = allocation_data(portfolio, options);
  if (!data.has_time && !data.has_plan)
    return empty_page(size, std::string(title),
                      "This page compares where time should go with where the plan sends it and where it went.",
                      "Type in what time went to, or put items on the roadmap.", measurer);

  Scene scene;
  scene.title = title;
  scene.size = size;
  ScenePen pen(scene, measurer);
  const double header = options.header ? view_header_height : 0;
  const double side_width = std::clamp(size.width * 0.31, 250.0, 440.0);
  const double main_width = size.width - side_width;
  const double inner = main_width - 2 * page_margin;
  const double banner = alert_banner(pen, data, header, size.width, false);
  const double top = header + banner;
  const bool by_person = options.rows == AllocationRows::people;
  const double rows = by_person ? people_height(data) : teams_height(data, options, inner);
  const double needed = top + std::max(bars_height + weeks_least_height + rows, causes_least_height(data));
  scene.size.height = std::max(size.height, needed);

  pen.fill({main_width, top, side_width, scene.size.height - top}, Token::panel);
  if (options.header) {
    const Date last = add_days(data.booked.finish, -1);
    draw_view_header(pen, title,
                     to_display(data.booked.start) + " – " + to_display(last) + ", plan of " + display_name(data.period),
                     size.width - page_margin);
  }
  alert_banner(pen, data, header, size.width, true);
  const Stroke divider{Token::line_2, 1, Dash::solid};
  double y = top;
  draw_share_bars(pen, data, {page_margin, y, inner, bars_height});
  y += bars_height;
  pen.line({0, y - 0.5}, {main_width, y - 0.5}, divider);
  const double weeks_height = scene.size.height - y - rows;
  draw_weeks(pen, data, {page_margin, y, inner, weeks_height});
  y += weeks_height;
  if (rows > 0) {
    pen.line({0, y - 0.5}, {main_width, y - 0.5}, divider);
    const Rect box{page_margin, y, inner, rows};
    if (by_person)
      draw_people_table(pen, data, box);
    else
      draw_teams(pen, data, options, box);
  }
  pen.line({main_width + 0.5, top}, {main_width + 0.5, scene.size.height}, divider);
  draw_causes(pen, data, {main_width + page_margin, top, side_width - 2 * page_margin, scene.size.height - top});
  return scene;
}

}  // namespace tradewind::views
