#include "support/catch.h"
#include "tradewind/workbench/quick_time.h"
#include "tradewind/workbench/sample_workspace.h"

namespace tradewind::workbench {
namespace {

const Date a_monday = make_date(2027, 1, 18);

const Portfolio& sample() {
  static const Portfolio portfolio = make_sample_portfolio();
  return portfolio;
}

TypedTime read(std::string_view line, std::string_view author = "Platform 1", const Portfolio& portfolio = sample()) {
  const auto time = read_quick_time(line, portfolio, a_monday, author);
  INFO(line);
  REQUIRE(time.has_value());
  return *time;
}

std::string described(std::string_view line) { return describe_time(read(line), sample()); }

TimeEntry booked(Date date, std::string person, TeamId team) {
  TimeEntry entry;
  entry.id = new_id<TimeEntryId>();
  entry.date = date;
  entry.person = std::move(person);
  entry.team = team;
  entry.minutes = 60;
  return entry;
}

Team team_called(std::string name, int position) {
  Team team;
  team.id = new_id<TeamId>();
  team.name = std::move(name);
  team.position = position;
  return team;
}

}  // namespace

TEST_CASE("A line of plain words becomes a time entry") {
  CHECK(described("2h firefighting incident review yesterday") ==
        "2 h Firefighting, Platform as last time, Platform 1, 17 Jan 2027: incident review");
  CHECK(described("1h30m Data Science roadmap CDP-117 tuning mon") ==
        "1.5 h Roadmap, Data Science, Platform 1, 18 Jan 2027: Audit trail export, tuning");
  CHECK(described("45m strategic Governance on 4 Jan") == "45 min Strategic, Governance, Platform 1, 4 Jan 2027");
  CHECK(described("Platform 90min review 2027-01-04") == "1.5 h without a class, Platform, Platform 1, 4 Jan 2027: review");
}

TEST_CASE("Weekdays are the last ones, and a day is a fifth of the week's hours") {
  CHECK(read("1h tue").entry.date == make_date(2027, 1, 12));
  CHECK(read("1h Monday").entry.date == a_monday);
  CHECK(read("0.5d strategic").entry.minutes == 240);
  CHECK(read("1d strategic").entry.minutes == 480);
}

TEST_CASE("An item brings its class") {
  const TimeEntry entry = read("2h CDP-138").entry;
  CHECK(entry.item);
  CHECK(entry.allocation_class);
  CHECK(entry.cause.empty());
}

TEST_CASE("The team is the one that is named, else that of the person's last entry, else the only one") {
  Portfolio portfolio;
  const Team north = team_called("North", 0);
  const Team south = team_called("South", 1);
  portfolio.insert(north);
  CHECK(read("2h", "Ana Silva", portfolio).entry.team == north.id);
  CHECK(read("2h", "Ana Silva", portfolio).team_from == TeamSource::only_team);
  portfolio.insert(south);

  const auto unknown = read_quick_time("2h review", portfolio, a_monday, "Ana Silva");
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().why == "it names no team, and no earlier entry of Ana Silva says which");
  CHECK(unknown.error().what_to_do == "Add the name of the team, such as North");
  CHECK(read("2h South review", "Ana Silva", portfolio).entry.team == south.id);
  CHECK(read("2h South review", "Ana Silva", portfolio).team_from == TeamSource::words);

  portfolio.insert(booked(make_date(2027, 1, 15), "Ana Silva", south.id));
  portfolio.insert(booked(make_date(2027, 1, 4), "ana silva", north.id));
  portfolio.insert(booked(make_date(2027, 1, 17), "Ana Silva", {}));  // says nothing about a team
  portfolio.insert(booked(make_date(2027, 1, 18), "Bo", north.id));
  const TypedTime last = read("2h review", "Ana Silva", portfolio);
  CHECK(last.entry.team == south.id);
  CHECK(last.team_from == TeamSource::last_entry);
  CHECK(describe_time(last, portfolio) == "2 h without a class, South as last time, Ana Silva, 18 Jan 2027: review");
  CHECK(describe_time(last.entry, portfolio) == "2 h without a class, South, Ana Silva, 18 Jan 2027: review");

  const TypedTime other = read("2h bo review", "Ana Silva", portfolio);
  CHECK(other.entry.person == "Bo");
  CHECK(other.entry.team == north.id);
  CHECK(other.entry.cause == "review");
  CHECK(read("2h ANA SILVA review", "Bo", portfolio).entry.person == "Ana Silva");
  CHECK(read("2h ana review", "Bo", portfolio).entry.person == "Bo");  // half a name is a word like any other

  CHECK(read("2h review", "Ana Silva", Portfolio{}).team_from == TeamSource::nothing);
}

TEST_CASE("Somebody whose name begins with that of a team is not the team") {
  const TimeEntry entry = read("2h platform 2 firefighting", "Governance 1").entry;
  CHECK(entry.person == "Platform 2");
  REQUIRE(entry.team);
  CHECK(sample().find(entry.team)->name == "Platform");
}

TEST_CASE("What cannot be a time entry says why") {
  for (const auto& [line, why] :
       {std::pair{"incident review", "it does not say how long"}, std::pair{"", "it does not say how long"},
        std::pair{"0h roadmap", "it does not say how long"}, std::pair{"1h 2h roadmap", "it names two lengths"},
        std::pair{"25h roadmap", "a day has 24 hours"},
        std::pair{"2h roadmap", "it names no team, and no earlier entry of Somebody New says which"}}) {
    const auto time = read_quick_time(line, sample(), a_monday, "Somebody New");
    INFO(line);
    REQUIRE_FALSE(time.has_value());
    CHECK(time.error().why == why);
    CHECK_FALSE(time.error().what_to_do.empty());
  }
}

}  // namespace tradewind::workbench
