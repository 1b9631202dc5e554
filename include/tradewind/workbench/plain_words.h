// What lines of plain words have in common, be they time entries or check-ins: their words, a day, a length of time.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/workspace_settings.h"

namespace tradewind::workbench {

/// What blanks separate; the words point into the line.
std::vector<std::string_view> words_of(std::string_view line);

struct NamedDay {
  Date day{};
  std::size_t words = 0;  // how many of them name it
};
/// The day that the words from `at` on name: today, yesterday, a weekday (full, or its first three letters), 2027-05-03, 3 May,
/// May 3rd, 3 May 2027; "on" may stand before it and a comma behind it. A weekday, or a day without a year, is the last such day,
/// `today` included; "last Monday" is before today. nullopt where there is no day, and behind a word that makes it another time
/// than that of the line ("since Monday", "due 3 May").
std::optional<NamedDay> day_at(const std::vector<std::string_view>& words, std::size_t at, Date today);

/// "1h30m", "2h", "0.5d", "90min" as minutes; a day is a fifth of the workspace's hours per week. nullopt for any other word.
std::optional<std::int64_t> minutes_in(std::string_view word, const WorkspaceSettings& settings);
/// "45 min", "1.5 h".
std::string hours_text(std::int64_t minutes);

}  // namespace tradewind::workbench
