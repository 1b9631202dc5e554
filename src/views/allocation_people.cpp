// People as a table, by team: how much time each has booked, the share of each class, and who is beyond what the policy
// tolerates as firefighting.
#include <algorithm>
#include <cmath>

#include "views/allocation_parts.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double head_height = 36;
constexpr double row_height = 26;
constexpr double weeks_width = 64;
constexpr double least_share_width = 36;
constexpr double most_share_width = 78;
constexpr double least_names_width = 120;
constexpr double gap = 10;

/// Those who have booked anything in these weeks.
std::vector<const allocation::Shares*> booked_people(const AllocationData& data) {
  std::vector<const allocation::Shares*> people;
  for (const allocation::Shares& person : data.allocation.people)
    if (person.actual_minutes > 0) people.push_back(&person);
  return people;
}

std::string team_name(const AllocationData& data, TeamId team) {
  const Team* found = data.portfolio->find(team);
  return found == nullptr ? std::string("No team") : found->name;
}

struct Columns {
  double name_width = 0;
  double team_width = 0;
  double bar_width = 0;  // 0: no room for it
  double weeks = 0;      // x
  double shares = 0;     // x of the first
  double share_width = 0;
};
Columns columns_of(const AllocationData& data, Rect box) {
  Columns columns;
  const auto classes = static_cast<double>(data.allocation.whole.classes.size());
  const double fixed = weeks_width + 3 * gap;
  columns.share_width =
      std::clamp((box.width - fixed - least_names_width) / std::max(1.0, classes), least_share_width, most_share_width);
  const double room = std::max(2 * gap, box.width - fixed - columns.share_width * classes);
  columns.bar_width = room > 420 ? room * 0.3 : 0;
  columns.name_width = std::min(190.0, (room - columns.bar_width) * 0.55);
  columns.team_width = std::clamp(room - columns.bar_width - columns.name_width - gap, 0.0, 160.0);
  columns.weeks = box.x + columns.name_width + columns.team_width + 2 * gap;
  columns.shares = columns.weeks + weeks_width + gap;
  return columns;
}

void draw_head(ScenePen& pen, const AllocationData& data, const Columns& columns, Rect box) {
  const TextStyle style = in_weight(in_color(type::bar_label, Token::text_2), Weight::medium);
  pen.text({box.x, box.y, columns.name_width, row_height}, "Person", style);
  pen.text({box.x + columns.name_width + gap, box.y, columns.team_width, row_height}, "Team", style);
  pen.text({columns.weeks, box.y, weeks_width, row_height}, "Booked", style, Align::right);
  double x = columns.shares;
  for (const allocation::ClassPart& part : data.allocation.whole.classes) {
    pen.text({x, box.y, columns.share_width - 4, row_height}, part.name, style, Align::right);
    x += columns.share_width;
  }
  pen.line({box.x, box.y + row_height - 0.5}, {box.right(), box.y + row_height - 0.5}, Stroke{Token::line_2, 1, Dash::solid});
}

void draw_person(ScenePen& pen, const AllocationData& data, const allocation::Shares& person, const Columns& columns, Rect box) {
  const std::string team = team_name(data, person.team);
  const double weeks = static_cast<double>(person.actual_minutes) / allocation::minutes_per_person_week(*data.portfolio);
  const std::vector<int> percent = allocation::shown_actual(person.classes);
  const double limit = firefighting_limit(data.allocation.whole.classes);
  const bool above = firefighting_percent(person.classes).value_or(0) > limit;
  Mark mark{MarkKind::axis, person.team.value, 0, person.name + ", " + team + ", " + person_weeks_text(weeks, 1)};
  for (std::size_t i = 0; i < person.classes.size(); ++i)
    mark.description += ", " + person.classes[i].name + " " + percent_text(percent[i]);
  if (above) mark.description += ", above " + percent_text(limit) + " firefighting";
  pen.fill({box.x, box.y, box.width, row_height - 1}, Token::base, 0, std::move(mark));
  pen.text({box.x, box.y, columns.name_width, row_height}, person.name, type::body);
  pen.text({box.x + columns.name_width + gap, box.y, columns.team_width, row_height}, team, in_color(type::body, Token::text_2));
  pen.text({columns.weeks, box.y, weeks_width, row_height}, person_weeks_text(weeks, 1), in_color(type::body, Token::text_2),
           Align::right);
  double x = columns.shares;
  for (std::size_t i = 0; i < person.classes.size(); ++i) {
    const bool is_warned = above && person.classes[i].role == ClassRole::firefighting;
    pen.text({x, box.y, columns.share_width - 4, row_height}, percent_text(percent[i]),
             is_warned ? in_color(type::strong, Token::cls_f_text) : type::body, Align::right);
    x += columns.share_width;
  }
  if (columns.bar_width > 0) {
    double left = box.right() - columns.bar_width;
    for (const std::size_t i : stacking_order(person.classes)) {
      const double width = columns.bar_width * person.classes[i].actual.value_or(0);
      const ClassTokens tokens = class_tokens(person.classes[i].role);
      const bool solid = person.classes[i].role == ClassRole::firefighting;
      if (width > 0.5)
        pen.box({left, box.y + 8, width, 10}, solid ? tokens.solid : tokens.soft, Stroke{tokens.solid, 1, Dash::solid});
      left += width;
    }
  }
  pen.line({box.x, box.y + row_height - 0.5}, {box.right(), box.y + row_height - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
}

}  // namespace

double people_height(const AllocationData& data) {
  const auto count = static_cast<double>(booked_people(data).size());
  return count == 0 ? 0 : head_height + row_height * (count + 1) + 10;
}

void draw_people_table(ScenePen& pen, const AllocationData& data, Rect box) {
  const auto people = booked_people(data);
  if (people.empty()) return;
  pen.runs({box.x, box.y + 10, box.width, 20},
           {{"By person", type::section},
            {"share of what each has booked, " + count_text(data.weeks.size(), "week", "weeks"),
             in_color(type::small, Token::text_3)}},
           12);
  const Columns columns = columns_of(data, box);
  double y = box.y + head_height;
  draw_head(pen, data, columns, {box.x, y, box.width, row_height});
  for (const allocation::Shares* person : people) {
    y += row_height;
    draw_person(pen, data, *person, columns, {box.x, y, box.width, row_height});
  }
}

}  // namespace tradewind::views
