// The weeks of each team as small multiples, and one dot per person.
#include <algorithm>
#include <cmath>

#include "views/allocation_parts.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double least_cell_width = 150;
constexpr double gap = 24;
constexpr double head_height = 36;
constexpr double cell_without_people = 116;
constexpr double cell_with_people = 178;
constexpr double plot_height = 80;

bool shows_people(const AllocationData& data, const AllocationOptions& options) {
  return options.people && !data.allocation.people.empty();
}

std::size_t rows_of(std::size_t teams, std::size_t columns) { return (teams + columns - 1) / columns; }

std::size_t columns_of(std::size_t teams, double width) {
  const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor((width + gap) / (least_cell_width + gap))));
  return std::min(std::max<std::size_t>(1, teams), fitting);
}

/// Upper end of the axis in percent: round, and at least 50.
double people_axis_end(const AllocationData& data) {
  double most = 50;
  for (const allocation::Shares& person : data.allocation.people)
    most = std::max(most, firefighting_percent(person.classes).value_or(0));
  return most > 50 ? 100 : 50;
}

void draw_people(ScenePen& pen, const AllocationData& data, const allocation::Shares& team, Rect box) {
  const double limit = firefighting_limit(data.allocation.whole.classes);
  double target = 0;
  double tolerance = 0;
  for (const allocation::ClassPart& part : data.allocation.whole.classes)
    if (part.role == ClassRole::firefighting) {
      target += 100 * part.target;
      tolerance += 100 * part.tolerance;
    }
  std::vector<double> shares;
  for (const allocation::Shares& person : data.allocation.people)
    if (person.team == team.team && person.actual_minutes > 0) shares.push_back(firefighting_percent(person.classes).value_or(0));
  std::sort(shares.begin(), shares.end());
  const auto above = std::count_if(shares.begin(), shares.end(), [&](double share) { return share > limit; });
  pen.text({box.x, box.y, box.width, 16},
           count_text(shares.size(), "person", "people") + ", " + number_text(static_cast<double>(above)) + " above " +
               percent_text(limit),
           in_color(type::small, Token::text_3));
  const double end = people_axis_end(data);
  const double left = box.x + 5;
  const double width = box.width - 10;
  const auto x_of = [&](double share) { return left + width * std::clamp(share / end, 0.0, 1.0); };
  const double base = box.y + 42;
  pen.fill({x_of(target - tolerance), base - 24, x_of(target + tolerance) - x_of(target - tolerance), 24}, Token::sunken);
  pen.line({box.x, base}, {box.right(), base}, Stroke{Token::line_3, 1, Dash::solid});
  pen.line({x_of(target), base - 24}, {x_of(target), base}, Stroke{Token::text_1, 1, Dash::dashed});
  for (const double share : shares) {
    Mark mark{MarkKind::axis, team.team.value, 0,
              "One person of " + team.name + ": " + percent_text(std::round(share)) + " firefighting"};
    const bool is_above = share > limit;
    pen.disc({x_of(share), base - 12}, 4.5, is_above ? Token::cls_f : Token::base,
             Stroke{is_above ? Token::cls_f : Token::line_4, 1.3, Dash::solid}, {}, std::move(mark));
  }
  for (const double tick : {0.0, target, end / 2, end}) {
    if (tick != target && std::abs(x_of(tick) - x_of(target)) < 18) continue;
    const double x = std::clamp(x_of(tick) - 14, box.x - 8, box.right() - 28);
    pen.text({x, base + 2, 28, 14}, number_text(std::round(tick)), type::label, Align::centre);
  }
}

}  // namespace

double teams_height(const AllocationData& data, const AllocationOptions& options, double width) {
  const std::size_t teams = data.allocation.teams.size();
  if (teams == 0 || !data.has_time) return 0;
  const std::size_t columns = columns_of(teams, width);
  const auto rows = static_cast<double>(rows_of(teams, columns));
  return head_height + rows * (shows_people(data, options) ? cell_with_people : cell_without_people);
}

void draw_teams(ScenePen& pen, const AllocationData& data, const AllocationOptions& options, Rect box) {
  const auto& teams = data.allocation.teams;
  if (teams.empty() || !data.has_time) return;
  const bool people = shows_people(data, options);
  const double limit = firefighting_limit(data.allocation.whole.classes);
  pen.runs({box.x, box.y + 10, box.width, 20},
           {{people ? "By team and person" : "By team", type::section},
            {people ? "weeks above; below, each person’s firefighting share, " + count_text(data.weeks.size(), "week", "weeks")
                    : "share of each week; the figure is firefighting",
             in_color(type::small, Token::text_3)}},
           12);
  const std::size_t columns = columns_of(teams.size(), box.width);
  const double width = (box.width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  const double height = people ? cell_with_people : cell_without_people;
  for (std::size_t i = 0; i < teams.size(); ++i) {
    const std::size_t row = i / columns;
    const Rect cell{box.x + static_cast<double>(i % columns) * (width + gap),
                    box.y + head_height + static_cast<double>(row) * height, width, height};
    const OptionalNumber fires = firefighting_percent(teams[i].classes);
    const bool above = fires.value_or(0) > limit;
    pen.text({cell.x, cell.y, cell.width - 50, 18}, teams[i].name, type::strong);
    pen.text({cell.right() - 48, cell.y, 48, 18},
             fires.has_value() ? percent_text(std::round(fires.value())) : std::string("no data"),
             above ? in_color(type::strong, Token::cls_f_text) : in_color(type::body, Token::text_3), Align::right);
    const std::vector<allocation::Week> weeks = allocation::weekly_trend(*data.portfolio, data.booked, teams[i].team);
    draw_columns(pen, data, weeks, columns_area({cell.x, cell.y + 22, cell.width, plot_height}, weeks.size()),
                 teams[i].name + ", ");
    if (people) draw_people(pen, data, teams[i], {cell.x, cell.y + plot_height + 30, cell.width, 60});
  }
}

}  // namespace tradewind::views
