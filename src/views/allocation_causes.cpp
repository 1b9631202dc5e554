// The side of the time view: what ate the time, what is left once the planned cures land, and the rule of the alert.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "views/allocation_parts.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr double head_height = 38;
constexpr double cause_height = 42;
constexpr double left_row = 24;
constexpr double rule_height = 92;
constexpr std::size_t least_causes = 3;
constexpr double least_width_for_bars = 340;  // below, the bars lie under the names

double left_height(const AllocationData& data) {
  return data.left.size() < 2 ? 0 : 64 + left_row * static_cast<double>(data.left.size()) + 48;
}

/// The causes that fit; the rest is one more, "everything else".
std::vector<allocation::Cause> causes_for(const AllocationData& data, std::size_t rows, std::size_t& merged) {
  merged = 0;
  std::vector<allocation::Cause> shown = data.causes;
  if (shown.size() <= rows) return shown;
  allocation::Cause rest;
  rest.text = "Everything else";
  rest.unnamed = true;
  while (shown.size() >= std::max<std::size_t>(2, rows)) {
    rest.minutes += shown.back().minutes;
    rest.share += shown.back().share;
    shown.pop_back();
    ++merged;
  }
  shown.push_back(rest);
  return shown;
}

struct CauseText {
  std::string text;
  Token color;
};
CauseText cure_of(const AllocationData& data, const allocation::Cause& cause, std::size_t merged) {
  if (cause.unnamed) {
    if (merged > 0) return {count_text(merged, "smaller cause", "smaller causes"), Token::text_3};
    return {"no cause named", Token::text_3};
  }
  const Item* item = data.portfolio->find(cause.item);
  if (!item || !cause.lands)
    return {item ? short_title_of(*item) + ", not planned" : std::string("nothing planned against it"), Token::warn};
  const Period* period = data.portfolio->find(cause.lands_in);
  const std::string lands = period ? period_name_within(*period, data.period.start) : to_display(last_working_day(*cause.lands));
  return {short_title_of(*item) + ", lands " + lands, Token::text_3};
}

double draw_cause_rows(ScenePen& pen, const AllocationData& data, Rect box, std::size_t rows) {
  std::size_t merged = 0;
  const std::vector<allocation::Cause> causes = causes_for(data, rows, merged);
  const double minutes_per_week = allocation::minutes_per_person_week(*data.portfolio);
  double total = 0;
  double most = 0;
  std::vector<double> tenths;
  std::vector<double> shares;
  for (const allocation::Cause& cause : causes) {
    const double weeks = static_cast<double>(cause.minutes) / minutes_per_week;
    total += weeks;
    most = std::max(most, weeks);
    tenths.push_back(10 * weeks);
    shares.push_back(static_cast<double>(cause.minutes));
  }
  const std::vector<int> shown_tenths = rounded_parts(tenths);
  const std::vector<int> percent = percent_parts(shares);
  const std::string total_text = person_weeks_text(total, 1) + " of firefighting";
  pen.text({box.x, box.y + 10, box.width, 20}, "What ate the time", type::section);
  pen.text({box.x + box.width / 2, box.y + 10, box.width / 2, 20}, total_text, type::small, Align::right);
  // As wide as their widest figure: what is left over belongs to the names.
  double percent_width = 0;
  double weeks_width = 0;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    percent_width = std::max(percent_width, pen.width(percent_text(percent[i]), type::body) + 10);
    weeks_width = std::max(weeks_width, pen.width(person_weeks_text(shown_tenths[i] / 10.0, 1), type::body) + 2);
  }
  const bool beside = box.width >= least_width_for_bars;
  const double text_width = box.width - percent_width - weeks_width - (beside ? box.width * 0.2 + 10 : 8);
  const double bar_width = beside ? box.width * 0.2 : text_width;
  double y = box.y + head_height;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    const allocation::Cause& cause = causes[i];
    Mark mark{MarkKind::axis, cause.item.value, 0,
              cause.text + ": " + person_weeks_text(shown_tenths[i] / 10.0, 1) + ", " + percent_text(percent[i])};
    if (cause.item) mark.kind = MarkKind::item;
    pen.text({box.x, y + 2, text_width, 18}, cause.text, cause.unnamed ? in_color(type::body, Token::text_3) : type::body);
    const CauseText cure = cure_of(data, cause, merged);
    pen.text({box.x, y + 19, text_width, 15}, cure.text, in_color(type::label, cure.color));
    const double length = most > 0 ? bar_width * (static_cast<double>(cause.minutes) / minutes_per_week) / most : 0;
    const Rect bar =
        beside ? Rect{box.x + text_width + 10, y + 14, std::max(1.0, length), 10} : Rect{box.x, y + 36, std::max(1.0, length), 4};
    pen.fill(bar, cause.unnamed ? Token::data_3 : Token::cls_f, 0, std::move(mark));
    const double right = box.right() - percent_width;
    pen.text({right - weeks_width, y + 9, weeks_width, 20}, person_weeks_text(shown_tenths[i] / 10.0, 1), type::body,
             Align::right);
    pen.text({right, y + 9, percent_width, 20}, percent_text(percent[i]), in_color(type::body, Token::text_3), Align::right);
    y += cause_height;
    pen.line({box.x, y - 0.5}, {box.right(), y - 0.5}, Stroke{Token::line_1, 1, Dash::solid});
  }
  return y;
}

void draw_left(ScenePen& pen, const AllocationData& data, Rect box) {
  pen.text({box.x, box.y + 10, box.width, 20}, "If the planned fixes hold", type::section);
  pen.text({box.x + box.width / 2, box.y + 10, box.width / 2, 20}, "firefighting share", in_color(type::small, Token::text_3),
           Align::right);
  double most = 0;
  double target = 0;
  for (const auto& step : data.left) most = std::max(most, step.share);
  for (const allocation::ClassPart& part : data.allocation.whole.classes)
    if (part.role == ClassRole::firefighting) target += part.target;
  const double end = std::max(most, target) * 1.02;
  const double label_width = 84;
  const double bar_width = box.width - label_width - 56 - 70;
  const double minutes_per_week = allocation::minutes_per_person_week(*data.portfolio);
  const double top = box.y + 52;
  const double target_x = box.x + label_width + (end > 0 ? bar_width * target / end : 0);
  if (end > 0 && target > 0) {
    const double x = target_x;
    const double bottom = top + left_row * static_cast<double>(data.left.size());
    const std::string name = "target " + percent_text(std::round(100 * target));
    const double width = pen.width(name, type::label);
    pen.text({std::min(x + 4, box.right() - width), top - 18, width, 14}, name, type::label);
    pen.line({x, top - 16}, {x, bottom}, Stroke{Token::text_1, 1.2, Dash::dashed});
  }
  for (std::size_t i = 0; i < data.left.size(); ++i) {
    const auto& step = data.left[i];
    const double y = top + left_row * static_cast<double>(i);
    const Period* after = data.portfolio->find(step.after);
    pen.text({box.x, y, label_width - 4, 18},
             after ? "After " + period_name_within(*after, data.period.start) : std::string("Now"), type::body);
    const double length = end > 0 ? bar_width * step.share / end : 0;
    pen.box({box.x + label_width, y + 2, std::max(1.0, length), 14}, after ? Token::cls_f_soft : Token::cls_f,
            Stroke{Token::cls_f, 1, Dash::solid});
    const std::string share = percent_text(std::round(100 * step.share));
    double share_x = box.x + label_width + length + 6;
    // A figure that the target's line would cross stands behind the line.
    if (target > 0 && share_x < target_x && target_x < share_x + pen.width(share, type::emphasis) + 4) share_x = target_x + 6;
    pen.text({share_x, y, 50, 18}, share, type::emphasis);
    pen.text({box.right() - 66, y, 66, 18}, person_weeks_text(static_cast<double>(step.minutes) / minutes_per_week, 1),
             in_color(type::body, Token::text_3), Align::right);
  }
  double open = 0;
  for (const allocation::Cause& cause : data.causes)
    if (!cause.unnamed && !cause.lands) open += static_cast<double>(cause.minutes) / minutes_per_week;
  const std::string sentence = open < 0.05 ? std::string("Every named cause has a fix in the plan.")
                                           : person_weeks_text(open, 1) + " of named causes have nothing planned against them.";
  pen.paragraph({box.x, top + left_row * static_cast<double>(data.left.size()) + 10, box.width, 2 * 17}, sentence, type::small,
                17);
}

std::string rule_sentence(const AllocationData& data) {
  int weeks = 3;
  for (const AllocationPolicy& policy : data.portfolio->all<AllocationPolicy>())
    if (policy.active) weeks = policy.alert_weeks;
  double least = 1;
  double most = 0;
  for (const allocation::ClassPart& part : data.allocation.whole.classes) {
    if (!part.allocation_class) continue;
    least = std::min(least, part.tolerance);
    most = std::max(most, part.tolerance);
  }
  std::string points = trimmed_number_text(100 * least, 1);
  if (most > least) points += "–" + trimmed_number_text(100 * most, 1);
  return "Warn when a class is more than " + points + " points off target for " +
         count_text(static_cast<std::size_t>(weeks), "week", "weeks") + ".";
}

}  // namespace

double causes_least_height(const AllocationData& data) {
  const std::size_t rows = std::min(data.causes.size(), least_causes);
  return head_height + cause_height * static_cast<double>(std::max<std::size_t>(1, rows)) + 12 + left_height(data) + rule_height;
}

void draw_causes(ScenePen& pen, const AllocationData& data, Rect box) {
  const Stroke divider{Token::line_2, 1, Dash::solid};
  double y = box.y;
  if (data.causes.empty()) {
    pen.text({box.x, y + 10, box.width, 20}, "What ate the time", type::section);
    y = pen.paragraph(
        {box.x, y + head_height, box.width, 3 * 18},
        data.has_time ? "No firefighting was booked in these weeks." : "Booked time names the causes of firefighting here.",
        type::small, 18);
  } else {
    const double room = box.height - head_height - 12 - left_height(data) - rule_height;
    y = draw_cause_rows(pen, data, box, static_cast<std::size_t>(std::max(1.0, std::floor(room / cause_height))));
  }
  y += 12;
  if (left_height(data) > 0) {
    pen.line({box.x - page_margin, y - 0.5}, {box.right() + page_margin, y - 0.5}, divider);
    draw_left(pen, data, {box.x, y, box.width, left_height(data)});
    y += left_height(data);
  }
  pen.line({box.x - page_margin, y - 0.5}, {box.right() + page_margin, y - 0.5}, divider);
  pen.text({box.x, y + 10, box.width, 20}, "Drift rule", type::section);
  pen.paragraph({box.x, y + 34, box.width, 3 * 18}, rule_sentence(data), type::small, 18);
}

}  // namespace tradewind::views
