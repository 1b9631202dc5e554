// A time entry from one line of plain words:
//
//     2h firefighting incident review yesterday
//     1.5d Platform CDP-117 query tuning mon
//     45m roadmap Data Science on 3 May
//
// The length is first or anywhere: 2h, 1h30m, 90m, 0.5d. The day is one of those of plain_words.h; without one it is today.
// Class, team and item are found by their names and keys, and a person by the name under which time is booked already; without
// one it is whoever types. What is left says what the time went to.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench {

/// Who said which team it is.
enum class TeamSource : unsigned char {
  nothing,     // the workspace has no teams
  words,       // of the line
  only_team,   // there is no other
  last_entry,  // of that person
};

struct TypedTime {
  TimeEntry entry;  // without an id
  TeamSource team_from = TeamSource::nothing;
};

/// An item brings its class where none is named. Without a team in the line it is that of the person's last entry that has one,
/// or the only one of the workspace. Fails without a length, with two, with one beyond 24 hours a day, and where the team is not
/// known.
Result<TypedTime> read_quick_time(std::string_view line, const Portfolio& portfolio, Date today, std::string_view author);

/// "2 h Firefighting, Platform, Ana Silva, 17 Jan 2027: incident review".
std::string describe_time(const TimeEntry& entry, const Portfolio& portfolio);
/// To be shown before it is stored: says as well where a team comes from that nobody named.
std::string describe_time(const TypedTime& time, const Portfolio& portfolio);

}  // namespace tradewind::workbench
