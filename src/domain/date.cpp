#include "tradewind/domain/date.h"

#include <array>
#include <ctime>

namespace tradewind {
namespace {

void append_padded(std::string& out, int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date first_of_month_after(Date date, int months) {
  using namespace std::chrono;
  const year_month target = year_month{date.year(), date.month()} + std::chrono::months{months};
  return Date{target.year(), target.month(), day{1}};
}

Date monday_of_week(Date date) {
  const std::chrono::sys_days days{date};
  const auto since_monday = std::chrono::weekday{days} - std::chrono::Monday;
  return Date{days - since_monday};
}

Date last_working_day(Date finish) {
  const Date day = add_days(finish, -1);
  const int since_monday = days_between(monday_of_week(day), day);
  return since_monday > 4 ? add_days(day, 4 - since_monday) : day;
}

IsoWeek iso_week(Date date) {
  using namespace std::chrono;
  // The week belongs to the year of its Thursday.
  const Date thursday = add_days(monday_of_week(date), 3);
  const int day_of_year = days_between(Date{thursday.year(), January, day{1}}, thursday);
  return {static_cast<int>(thursday.year()), day_of_year / 7 + 1};
}

std::string to_iso(Date date) {
  std::string out;
  append_padded(out, static_cast<int>(date.year()), 4);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::string to_display(Date date) {
  static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!date.ok()) return {};
  std::string out = std::to_string(static_cast<unsigned>(date.day()));
  out += ' ';
  out += months.at(static_cast<unsigned>(date.month()) - 1);
  out += ' ';
  out += std::to_string(static_cast<int>(date.year()));
  return out;
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return make_date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday));
}

}  // namespace tradewind
