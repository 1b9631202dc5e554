// Week by week: stacked columns, target lines with their tolerance, gaps where nobody booked.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "views/allocation_parts.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double axis_width = 34;
constexpr std::string_view no_time = "No data yet: type in what time went to";
constexpr double class_name_width = 84;

/// Minutes of the parts of `classes`, in their order: Week::minutes holds the unclassified ones always.
double share_of_week(const allocation::Week& week, std::size_t part) {
  return part < week.minutes.size() ? week.share(part).value_or(0) : 0;
}

double firefighting_of_week(const allocation::Week& week, const std::vector<allocation::ClassPart>& classes) {
  double sum = 0;
  for (std::size_t i = 0; i < classes.size(); ++i)
    if (classes[i].role == ClassRole::firefighting) sum += 100 * share_of_week(week, i);
  return sum;
}

std::string week_name(Date monday) {
  const int number = iso_week(monday).week;
  return (number < 10 ? "W0" : "W") + std::to_string(number);
}

Date thursday(Date monday) { return add_days(monday, 3); }

struct Boundary {
  double share;  // from the bottom
  double tolerance;
};
std::vector<Boundary> boundaries(const std::vector<allocation::ClassPart>& classes) {
  std::vector<Boundary> lines;
  const std::vector<std::size_t> order = stacking_order(classes);
  double share = 0;
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    share += classes[order[i]].target;
    if (classes[order[i]].target > 0 && share < 0.999) lines.push_back({share, classes[order[i]].tolerance});
  }
  return lines;
}

void draw_week_texts(ScenePen& pen, const AllocationData& data, const ColumnsArea& area) {
  const auto& classes = data.allocation.whole.classes;
  const double limit = firefighting_limit(classes);
  const double minutes_per_week = allocation::minutes_per_person_week(*data.portfolio);
  // What stands above and below a week may touch neither neighbour.
  double text_width = 0;
  for (const allocation::Week& week : data.weeks) {
    text_width = std::max(text_width, pen.width(week_name(week.monday), type::bar_label));
    if (week.total == 0) continue;
    const std::string fires = percent_text(std::round(firefighting_of_week(week, classes)));
    const std::string worked = number_text(static_cast<double>(week.total) / minutes_per_week, 1);
    text_width =
        std::max({text_width, pen.width(fires, in_weight(type::bar_label, Weight::semibold)), pen.width(worked, type::label)});
  }
  text_width += 4;
  const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(text_width / area.pitch)));
  for (std::size_t i = 0; i < data.weeks.size(); ++i) {
    const allocation::Week& week = data.weeks[i];
    if (i % step != 0) continue;
    const double width = area.pitch * static_cast<double>(step);
    const double x = area.centre(i) - width / 2;
    pen.text({x, area.plot.bottom() + 4, width, 14}, week_name(week.monday), in_color(type::bar_label, Token::text_2),
             Align::centre);
    if (week.total == 0) continue;
    const double fires = firefighting_of_week(week, classes);
    TextStyle style = in_color(type::bar_label, Token::text_3);
    if (fires > limit) style = in_weight(in_color(style, Token::cls_f_text), Weight::semibold);
    pen.text({x, area.plot.y - 18, width, 14}, percent_text(std::round(fires)), style, Align::centre);
    pen.text({x, area.plot.bottom() + 18, width, 14}, number_text(static_cast<double>(week.total) / minutes_per_week, 1),
             type::label, Align::centre);
  }
}

void draw_quarter_changes(ScenePen& pen, const AllocationData& data, const ColumnsArea& area) {
  const int fiscal_start = data.portfolio->settings().fiscal_year_start_month;
  for (std::size_t i = 1; i < data.weeks.size(); ++i) {
    const Period before = quarter_of(thursday(data.weeks[i - 1].monday), fiscal_start);
    const Period after = quarter_of(thursday(data.weeks[i].monday), fiscal_start);
    if (before.name == after.name) continue;
    const double x = area.plot.x + area.pitch * static_cast<double>(i);
    pen.line({x, area.plot.y - 22}, {x, area.plot.bottom() + 48}, Stroke{Token::line_4, 1, Dash::solid});
    pen.text({x - 76, area.plot.bottom() + 34, 70, 14}, display_name(before), type::label, Align::right);
    pen.text({x + 6, area.plot.bottom() + 34, 70, 14}, display_name(after), type::label);
  }
}

/// Names at the right, each beside its part of the last week with data.
void draw_class_names(ScenePen& pen, const AllocationData& data, const ColumnsArea& area) {
  const auto& classes = data.allocation.whole.classes;
  const auto last = std::find_if(data.weeks.rbegin(), data.weeks.rend(), [](const auto& week) { return week.total > 0; });
  if (last == data.weeks.rend()) return;
  double share = 0;
  double lowest = area.plot.bottom();
  for (const std::size_t part : stacking_order(classes)) {
    const double own = share_of_week(*last, part);
    const double centre = area.plot.bottom() - area.plot.height * (share + own / 2);
    share += own;
    if (own <= 0) continue;
    const double top = std::min(centre - 7, lowest - 14);
    pen.text({area.plot.right() + 8, top, class_name_width - 8, 14}, classes[part].name, in_color(type::label, Token::text_2));
    lowest = top;
  }
}

}  // namespace

ColumnsArea columns_area(Rect plot, std::size_t weeks) {
  ColumnsArea area;
  area.plot = plot;
  area.pitch = plot.width / static_cast<double>(std::max<std::size_t>(1, weeks));
  area.column = area.pitch * (area.pitch > 30 ? 0.76 : 0.86);
  return area;
}

void draw_columns(ScenePen& pen, const AllocationData& data, const std::vector<allocation::Week>& weeks, const ColumnsArea& area,
                  std::string_view whose) {
  const auto& classes = data.allocation.whole.classes;
  const std::vector<std::size_t> order = stacking_order(classes);
  const Rect& plot = area.plot;
  for (const Boundary& line : boundaries(classes)) {
    const double height = plot.height * 2 * line.tolerance;
    pen.fill({plot.x, plot.bottom() - plot.height * line.share - height / 2, plot.width, height}, Token::sunken);
  }
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const double x = area.centre(i) - area.column / 2;
    Mark mark{MarkKind::time_week, std::chrono::sys_days{weeks[i].monday}.time_since_epoch().count(), 0,
              std::string(whose) + "week of " + to_display(weeks[i].monday)};
    if (weeks[i].total == 0) {
      mark.description += ": no data";
      pen.box({x, plot.y, area.column, plot.height}, Token::none, Stroke{Token::line_2, 1, Dash::dotted}, 0, {}, std::move(mark));
      const TextStyle style = with_halo(type::label, Token::base);
      if (pen.width("no data", style) <= area.pitch)
        pen.text({area.centre(i) - area.pitch / 2, plot.centre().y - 7, area.pitch, 14}, "no data", style, Align::centre);
      continue;
    }
    std::vector<double> shares;
    for (std::size_t part = 0; part < classes.size(); ++part) shares.push_back(share_of_week(weeks[i], part));
    const std::vector<int> percent = percent_parts(shares);
    for (std::size_t part = 0; part < classes.size(); ++part)
      mark.description += (part == 0 ? ": " : ", ") + classes[part].name + " " + percent_text(percent[part]);
    double share = 0;
    for (const std::size_t part : order) {
      const double own = shares[part];
      const Rect rect{x, plot.bottom() - plot.height * (share + own), area.column, plot.height * own};
      share += own;
      if (rect.height <= 0) continue;
      const ClassTokens tokens = class_tokens(classes[part].role);
      const bool solid = classes[part].role == ClassRole::firefighting;
      pen.box(rect, solid ? tokens.solid : tokens.soft, area.column >= 5 ? Stroke{tokens.solid, 1, Dash::solid} : Stroke{}, 0, {},
              mark);
    }
  }
  for (const Boundary& line : boundaries(classes)) {
    const double y = plot.bottom() - plot.height * line.share;
    pen.line({plot.x, y}, {plot.right(), y}, Stroke{Token::text_1, plot.height > 120 ? 1.4 : 1.0, Dash::dashed});
  }
}

void draw_weeks(ScenePen& pen, const AllocationData& data, Rect box) {
  pen.runs(
      {box.x, box.y + 10, box.width, 20},
      {{"By week", type::section},
       {"actual share; above each week, its firefighting; below, person-weeks worked", in_color(type::small, Token::text_3)}},
      12);
  const Rect plot{box.x + axis_width + 6, box.y + 58, box.width - axis_width - 6 - class_name_width, box.height - 58 - 56};
  if (!data.has_time) {
    pen.text({plot.x, plot.y, plot.width, plot.height}, no_time, type::small, Align::centre);
    return;
  }
  const ColumnsArea area = columns_area(plot, data.weeks.size());
  pen.text({box.x, plot.y - 20, axis_width, 14}, "%", type::label, Align::right);
  for (const int share : {0, 50, 100}) {
    const double y = plot.bottom() - plot.height * share / 100;
    pen.line({plot.x, y}, {plot.right(), y}, Stroke{Token::grid, 1, Dash::solid});
    pen.text({box.x, y - 7, axis_width, 14}, number_text(share), type::label, Align::right);
  }
  pen.text({box.x, plot.bottom() + 18, axis_width, 14}, "pw", type::label, Align::right);
  draw_columns(pen, data, data.weeks, area, "");
  draw_quarter_changes(pen, data, area);
  draw_week_texts(pen, data, area);
  draw_class_names(pen, data, area);
}

std::optional<Rect> room_without_time(const Scene& scene) {
  for (const Shape& shape : scene.shapes)
    if (const auto* text = std::get_if<TextShape>(&shape.what); text != nullptr && text->text == no_time) return text->box;
  return std::nullopt;
}

}  // namespace tradewind::views
