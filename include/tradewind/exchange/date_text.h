// Dates as trackers and spreadsheets write them: "24/Jun/26 5:39 PM", "10/mar/26", "2026-06-24T10:00:00Z", "7/9/2026",
// "Mon Feb 06 2023 05:00:00 GMT+0000 (GMT)". Month names in English, Spanish, Russian, German, French, Portuguese and
// Italian. Two-digit years are 20xx. Whether 7/9 is July or September is never guessed.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"

namespace tradewind {

namespace exchange {
enum class DateOrder : unsigned char { dmy, mdy, ymd };
}
template <>
struct EnumNames<exchange::DateOrder> {
  static constexpr std::array values{std::pair{exchange::DateOrder::dmy, "dmy"}, std::pair{exchange::DateOrder::mdy, "mdy"},
                                     std::pair{exchange::DateOrder::ymd, "ymd"}};
};

namespace exchange {

/// What a text says about a date: one reading, or two that depend on the order of day and month, or none.
struct DateText {
  std::optional<Date> certain;    // year first, month by name, or the same in every order
  std::optional<Date> day_first;  // both of these are set where the order decides; one where the other is no day
  std::optional<Date> month_first;
  std::optional<Date> year_first;  // three two-digit numbers: only when the order is said to be ymd
  /// The order that the only possible reading proves: 24/6/2026 is day first. Empty when it proves nothing.
  std::optional<DateOrder> proves;

  bool is_date() const { return certain || day_first || month_first; }
  bool depends_on_order() const { return !certain && day_first && month_first; }
  std::optional<Date> in_order(std::optional<DateOrder> order) const;
};

/// A time of day behind the date is read over; the date is the one written, in whatever zone.
DateText read_date_text(std::string_view text);

/// Collects what the values of a column (or of a file) prove.
class DateOrderEvidence {
 public:
  void add(const DateText& text);
  void add(const DateOrderEvidence& other);
  /// The proven order; empty when nothing proves one or the values contradict each other.
  std::optional<DateOrder> order() const;
  bool contradicts() const { return day_first_ > 0 && month_first_ > 0; }
  /// There are values whose meaning depends on the order.
  bool is_needed() const { return undecided_ > 0; }

 private:
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::size_t undecided_ = 0;
};

}  // namespace exchange
}  // namespace tradewind
