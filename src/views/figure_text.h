// Figures as people read them: thousands with a comma, minus as U+2212, a narrow no-break space before a unit, and parts
// that add up to the total shown beside them.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/date.h"

namespace tradewind::views {

/// "1,234.5"; "−0.3". Never "−0".
std::string number_text(double value, int decimals = 0);
/// As number_text with at most `max_decimals` digits after the point and no trailing zeros: 2, 0.5, 1.25.
std::string trimmed_number_text(double value, int max_decimals);
/// "18 pw" with a narrow no-break space.
std::string person_weeks_text(double value, int decimals = 0);
/// Person-weeks as people estimate them: "0.5 pw", "18 pw".
std::string trimmed_person_weeks_text(double person_weeks);
/// "67 %": `percent` is 0–100.
std::string percent_text(double percent, int decimals = 0);
/// "+8", "−5", "0": a deviation in percentage points.
std::string points_text(int points);
/// "1 item", "44 items".
std::string count_text(std::size_t count, std::string_view singular, std::string_view plural);
/// "9.8 s", "46 %"; the unit may be empty.
std::string measure_text(double value, int decimals, std::string_view unit);
/// "12 Feb" and "Dec 2027".
std::string day_and_month(Date date);
std::string month_and_year(Date date);

/// Whole numbers with the sum round(sum of values), by largest remainder: parts shown together add up to their total.
/// REQUIRES: values ≥ 0.
std::vector<int> rounded_parts(const std::vector<double>& values);
/// As rounded_parts of the values in percent of their sum, so that they add up to 100; all 0 where the sum is 0.
std::vector<int> percent_parts(const std::vector<double>& values);

}  // namespace tradewind::views
