// Breaks the booked half-days of each team and week down to people, days and causes without losing one: every step deals
// out whole half-days, so that the sums of the entries are exactly those of the table.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "workbench/sample_time_table.h"

namespace tradewind::workbench::sample {
namespace {

using People = std::vector<int>;                       // half-days per person
using Weeks = std::vector<People>;                     // [week][person]
using CauseQuotas = std::array<int, cause_count + 1>;  // half-days per cause; the last has no name

int booked(int team, int week, int one_class) { return booked_half_days[team][week][one_class]; }
int booked_in_week(int team, int week) {
  return booked(team, week, strategic) + booked(team, week, roadmap) + booked(team, week, firefighting);
}
int firefighting_of(int team) {
  int sum = 0;
  for (int week = 0; week < week_count; ++week) sum += booked(team, week, firefighting);
  return sum;
}

/// Gives `count` half-days one by one to whoever is furthest below what he should have by now.
void deal(int count, const std::vector<double>& due, const People& room, People& given, People& dealt) {
  for (; count > 0; --count) {
    std::size_t best = room.size();
    for (std::size_t at = 0; at < room.size(); ++at) {
      if (dealt[at] >= room[at]) continue;
      if (best == room.size() || due[at] - given[at] > due[best] - given[best]) best = at;
    }
    ++given[best];
    ++dealt[best];
  }
}

/// Everyone works the same, up to one half-day, over the weeks.
Weeks worked_by_person(int team) {
  const int count = people_of[team].count;
  Weeks weeks;
  int turn = 0;
  for (int week = 0; week < week_count; ++week) {
    const int total = booked_in_week(team, week);
    People one(static_cast<std::size_t>(count), total / count);
    for (int extra = total % count; extra > 0; --extra) ++one[static_cast<std::size_t>(turn++ % count)];
    weeks.push_back(std::move(one));
  }
  return weeks;
}

People sum_over_weeks(const Weeks& weeks) {
  People sum(weeks.front().size(), 0);
  for (const People& week : weeks)
    for (std::size_t at = 0; at < week.size(); ++at) sum[at] += week[at];
  return sum;
}

Weeks firefighting_by_person(int team, const Weeks& worked) {
  const People totals = sum_over_weeks(worked);
  const int all = std::accumulate(totals.begin(), totals.end(), 0);
  const int fires = firefighting_of(team);
  std::vector<double> target;
  for (std::size_t at = 0; at < totals.size(); ++at)
    target.push_back((static_cast<double>(fires) / all + people_of[team].offsets[at] / 100.0) * totals[at]);
  Weeks weeks;
  People given(totals.size(), 0);
  int so_far = 0;
  for (int week = 0; week < week_count; ++week) {
    so_far += booked(team, week, firefighting);
    std::vector<double> due;
    for (const double one : target) due.push_back(one * so_far / fires);
    People dealt(totals.size(), 0);
    deal(booked(team, week, firefighting), due, worked[static_cast<std::size_t>(week)], given, dealt);
    weeks.push_back(std::move(dealt));
  }
  return weeks;
}

/// Roadmap work goes by what firefighting has left of each person's week.
Weeks roadmap_by_person(int team, const Weeks& worked, const Weeks& fires) {
  Weeks weeks;
  People given(worked.front().size(), 0);
  std::vector<double> due(given.size(), 0);
  for (std::size_t week = 0; week < worked.size(); ++week) {
    const int count = booked(team, static_cast<int>(week), roadmap);
    People room(given.size());
    for (std::size_t at = 0; at < room.size(); ++at) room[at] = worked[week][at] - fires[week][at];
    const int all = std::accumulate(room.begin(), room.end(), 0);
    for (std::size_t at = 0; at < room.size(); ++at) due[at] += static_cast<double>(count) * room[at] / all;
    People dealt(given.size(), 0);
    deal(count, due, room, given, dealt);
    weeks.push_back(std::move(dealt));
  }
  return weeks;
}

/// Half-days per team and cause: a cause hits its own team most and the others as far as they have firefighting left.
std::array<CauseQuotas, team_count> causes_by_team() {
  std::array<int, team_count> left{};
  for (int team = 0; team < team_count; ++team) left[static_cast<std::size_t>(team)] = firefighting_of(team);
  const int all = std::accumulate(left.begin(), left.end(), 0);
  std::array<CauseQuotas, team_count> quotas{};
  std::array<int, cause_count> open{};
  for (std::size_t cause = 0; cause < cause_count; ++cause) {
    open[cause] = (causes[cause].per_mille * all + 500) / 1000;
    const auto home = static_cast<std::size_t>(causes[cause].team);
    const int here = std::min(left[home], open[cause] * 3 / 4);
    quotas[home][cause] += here;
    left[home] -= here;
    open[cause] -= here;
  }
  for (std::size_t cause = 0; cause < cause_count; ++cause)
    for (; open[cause] > 0; --open[cause]) {
      const auto team = static_cast<std::size_t>(std::max_element(left.begin(), left.end()) - left.begin());
      ++quotas[team][cause];
      --left[team];
    }
  for (std::size_t team = 0; team < quotas.size(); ++team) quotas[team][cause_count] = left[team];
  return quotas;
}

/// The causes of a team's firefighting half-days in the order of time, evenly mixed.
std::vector<int> mixed(const CauseQuotas& quotas) {
  const int count = std::accumulate(quotas.begin(), quotas.end(), 0);
  People given(quotas.size(), 0);
  std::vector<int> order;
  for (int at = 1; at <= count; ++at) {
    std::vector<double> due;
    for (const int quota : quotas) due.push_back(static_cast<double>(quota) * at / count);
    People dealt(quotas.size(), 0);
    deal(1, due, People(quotas.size(), 1), given, dealt);
    order.push_back(static_cast<int>(std::max_element(dealt.begin(), dealt.end()) - dealt.begin()));
  }
  return order;
}

struct HalfDay {
  int one_class;
  int cause;  // cause_count = none
  friend bool operator==(const HalfDay&, const HalfDay&) = default;
};

class EntryWriter {
 public:
  explicit EntryWriter(Portfolio& portfolio) : portfolio_(portfolio) {}

  /// Books a person's week from Monday morning on; two equal half-days of a day become one entry.
  void write_week(int team, int person, Date monday, const std::vector<HalfDay>& week) {
    for (std::size_t at = 0; at < week.size(); ++at) {
      const bool whole_day = at % 2 == 0 && at + 1 < week.size() && week[at] == week[at + 1];
      write(team, person, add_days(monday, static_cast<int>(at / 2)), week[at], whole_day ? 2 : 1);
      if (whole_day) ++at;
    }
  }

 private:
  void write(int team, int person, Date date, const HalfDay& what, int half_days) {
    TimeEntry entry;
    entry.id = TimeEntryId{next_id_++};
    entry.date = date;
    entry.team = team_id(team);
    entry.person = portfolio_.find(entry.team)->name + ' ' + std::to_string(person + 1);
    entry.minutes = std::int64_t{half_days} * half_day_minutes;
    entry.allocation_class = class_id(what.one_class);
    if (what.cause < cause_count) {
      entry.cause = causes[what.cause].text;
      entry.item = item_id(causes[what.cause].cured_by);
    }
    entry.source = "timesheet";
    portfolio_.insert(std::move(entry));
  }

  Portfolio& portfolio_;
  std::int64_t next_id_ = 10001;
};

}  // namespace

void add_time_entries(Portfolio& portfolio) {
  EntryWriter writer(portfolio);
  const auto quotas = causes_by_team();
  for (int team = 0; team < team_count; ++team) {
    const Weeks worked = worked_by_person(team);
    const Weeks fires = firefighting_by_person(team, worked);
    const Weeks aligned = roadmap_by_person(team, worked, fires);
    const std::vector<int> cause_order = mixed(quotas[static_cast<std::size_t>(team)]);
    auto next_cause = cause_order.begin();
    for (std::size_t week = 0; week < worked.size(); ++week)
      for (std::size_t person = 0; person < worked[week].size(); ++person) {
        const auto on_fires = static_cast<std::size_t>(fires[week][person]);
        const auto on_roadmap = static_cast<std::size_t>(aligned[week][person]);
        const auto on_strategy = static_cast<std::size_t>(worked[week][person]) - on_fires - on_roadmap;
        std::vector<HalfDay> half_days(on_strategy, HalfDay{strategic, cause_count});
        half_days.insert(half_days.end(), on_roadmap, HalfDay{roadmap, cause_count});
        for (std::size_t at = 0; at < on_fires; ++at) half_days.push_back({firefighting, *next_cause++});
        writer.write_week(team, static_cast<int>(person), add_days(first_booked_monday, 7 * static_cast<int>(week)), half_days);
      }
  }
}

}  // namespace tradewind::workbench::sample
