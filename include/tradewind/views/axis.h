// A time axis: which day lies at which x. Every picture with time on it, and every drag, asks the axis.
#pragma once
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

class TimeAxis {
 public:
  TimeAxis() = default;
  /// Day `from` begins at x = left; day `to` (exclusive) begins at x = right. REQUIRES: from < to, left < right.
  TimeAxis(Date from, Date to, double left, double right)
      : from_(from),
        to_(to),
        first_day_(std::chrono::sys_days{from}),
        left_(left),
        right_(right),
        day_width_((right - left) / static_cast<double>((std::chrono::sys_days{to} - first_day_).count())) {}

  /// Where the day begins; outside [left, right] for days that are not shown.
  double x_of(Date date) const {
    return left_ + day_width_ * static_cast<double>((std::chrono::sys_days{date} - first_day_).count());
  }
  /// The day under x, whether shown or not.
  Date date_of(double x) const {
    return Date{first_day_ + std::chrono::days{static_cast<int>(std::floor((x - left_) / day_width_))}};
  }
  Date from() const { return from_; }
  Date to() const { return to_; }
  double left() const { return left_; }
  double right() const { return right_; }
  double day_width() const { return day_width_; }
  bool shows(Date date) const { return from_ <= date && date < to_; }

 private:
  Date from_{};
  Date to_{};
  std::chrono::sys_days first_day_{};
  double left_ = 0;
  double right_ = 1;
  double day_width_ = 1;
};

/// The periods of a kind that cover [first, last): those of the workspace, continued by the calendar where they end
/// before. Sprints and custom periods continue with their own length and no name; empty when the workspace has none of
/// those. Continued periods have no id.
std::vector<Period> periods_covering(const Portfolio& portfolio, PeriodKind kind, Date first, Date last);

/// Names of periods that stand in a row, for each the longest first. Where the row goes over several years, short names too say
/// where a year begins: "2027 Q4" and "2028 Q1" are "Q4" and "Q1 ’28", then "Q4" and "’28".
std::vector<std::vector<std::string>> names_in_row(const std::vector<Period>& periods);

/// A stretch of the axis with names for it, longest first; a layout takes the first that fits.
struct AxisCell {
  Date start{};
  Date end{};  // exclusive
  std::vector<std::string> names;
};
struct AxisRows {
  std::vector<AxisCell> upper;  // quarters, months, sprints; months where the periods are weeks
  std::vector<AxisCell> lower;  // months, weeks, or the sprints' first days
};
AxisRows axis_rows(const std::vector<Period>& periods, PeriodKind kind, const TimeAxis& axis);

}  // namespace tradewind::views
