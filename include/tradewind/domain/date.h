// Calendar dates, not instants: a roadmap knows days. Weeks are ISO weeks (Monday first).
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tradewind {

using Date = std::chrono::year_month_day;

constexpr Date make_date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

constexpr Date add_days(Date date, int days) { return Date{std::chrono::sys_days{date} + std::chrono::days{days}}; }
constexpr int days_between(Date from, Date to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}
/// The first day of the month `months` later.
Date first_of_month_after(Date date, int months);
Date monday_of_week(Date date);
/// The last of Monday to Friday before `finish`, the first day after: the day on which people say that it ends.
Date last_working_day(Date finish);

struct IsoWeek {
  int year;
  int week;  // 1–53
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek iso_week(Date date);

/// "2027-01-18".
std::string to_iso(Date date);
/// Strict: four digits, two, two; nullopt for anything else and for days that do not exist.
std::optional<Date> parse_iso_date(std::string_view text);
/// "18 Jan 2027", the form people see.
std::string to_display(Date date);

Date today();  // of the local calendar

}  // namespace tradewind
