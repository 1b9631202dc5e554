// The sample's four outcomes, each with a year of monthly check-ins.
#include <array>
#include <string_view>

#include "workbench/sample_parts.h"

namespace tradewind::workbench::sample {
namespace {

constexpr int check_in_count = 12;

struct OutcomeRow {
  const char* title;
  const char* short_title;
  const char* metric;
  const char* unit;
  double baseline, target;
  int decimals;
  const char* owner;
  Date due;
  std::array<double, check_in_count> values;  // oldest first
  const char* health;                         // what the owner says now
};

const OutcomeRow outcomes[] = {
    {"Cut data retrieval latency by 40 % to accelerate clinical decisions",
     "Latency",
     "p95 retrieval time",
     "s",
     12.0,
     7.2,
     1,
     "Head of Platform",
     make_date(2027, 12, 31),
     {12.0, 11.9, 11.9, 11.6, 11.2, 11.3, 10.8, 10.6, 10.7, 10.4, 10.1, 9.8},
     "On track"},
    {"Raise self-service dataset adoption from 22 % to 45 %",
     "Adoption",
     "opened without a ticket",
     "%",
     22,
     45,
     0,
     "Product Lead, Self-service",
     make_date(2027, 12, 31),
     {22, 22, 23, 23, 24, 24, 25, 26, 26, 27, 28, 29},
     "At risk"},
    {"Pass the GxP audit with zero major findings",
     "GxP audit",
     "open major findings",
     "",
     7,
     0,
     0,
     "Director of Governance",
     make_date(2027, 9, 13),
     {7, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 3},
     "On track"},
    {"Keep platform incidents under 2 per month",
     "Incidents",
     "Sev-1 and Sev-2 per month, 3-month mean",
     "",
     4.6,
     2.0,
     1,
     "Reliability Lead",
     make_date(2027, 6, 30),
     {4.6, 4.5, 4.3, 4.3, 4.0, 3.9, 3.6, 3.3, 3.0, 2.9, 3.0, 3.1},
     "Off track"},
};

// The Mondays of the monthly reviews.
constexpr std::array<Date, check_in_count> check_in_dates = {
    make_date(2026, 2, 16),  make_date(2026, 3, 16),  make_date(2026, 4, 20),  make_date(2026, 5, 18),
    make_date(2026, 6, 15),  make_date(2026, 7, 20),  make_date(2026, 8, 17),  make_date(2026, 9, 21),
    make_date(2026, 10, 19), make_date(2026, 11, 16), make_date(2026, 12, 14), make_date(2027, 1, 11)};

struct NoteRow {
  int check_in;
  const char* note;
  const char* health;
};
// Of the first outcome; the other owners left figures only.
constexpr NoteRow latency_notes[] = {{7, "Holding; no change shipped.", "At risk"},
                                     {8, "Regression after the storage move, rolled back.", "At risk"},
                                     {9, "Thumbnails on demand live at both sites.", "On track"},
                                     {10, "Result paging cut the long tail.", "On track"},
                                     {11, "Query cache on for CT; MR follows in week 5.", "On track"}};

}  // namespace

void add_outcomes(Portfolio& portfolio) {
  int number = 0;
  for (const OutcomeRow& row : outcomes) {
    ++number;
    Outcome outcome;
    outcome.id = outcome_id(number);
    outcome.key = "O" + std::to_string(number);
    outcome.title = row.title;
    outcome.short_title = row.short_title;
    outcome.metric = row.metric;
    outcome.unit = row.unit;
    outcome.baseline = row.baseline;
    outcome.target = row.target;
    outcome.due = row.due;
    outcome.owner = row.owner;
    outcome.decimals = row.decimals;
    outcome.position = number - 1;
    portfolio.insert(outcome);
    for (int at = 0; at < check_in_count; ++at) {
      CheckIn check_in;
      check_in.id = CheckInId{200 + 20 * number + at};
      check_in.outcome = outcome.id;
      check_in.date = check_in_dates[at];
      check_in.value = row.values[at];
      if (at + 1 == check_in_count) check_in.health = row.health;
      if (number == 1)
        for (const NoteRow& note : latency_notes)
          if (note.check_in == at) {
            check_in.note = note.note;
            check_in.health = note.health;
          }
      portfolio.insert(check_in);
    }
  }
}

}  // namespace tradewind::workbench::sample
