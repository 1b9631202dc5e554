// What the sample's teams booked, in half-days (a tenth of a person-week): the figures that the time entries add up to.
#pragma once
#include "workbench/sample_parts.h"

namespace tradewind::workbench::sample {

inline constexpr int week_count = 12;
/// Monday of the first week with entries; the last one ends before sample_today.
inline constexpr Date first_booked_monday = make_date(2026, 10, 26);
inline constexpr int half_day_minutes = 240;

/// [team][week][class]; the two short weeks are the holidays.
// clang-format off
inline constexpr int booked_half_days[team_count][week_count][class_count] = {
    {{44, 18, 12}, {45, 17, 12}, {43, 18, 13}, {41, 17, 17}, {41, 17, 16}, {40, 16, 18}, {39, 16, 19},
     {37, 15, 20}, {17, 8, 12}, {10, 5, 10}, {35, 15, 24}, {34, 15, 26}},
    {{35, 9, 4}, {36, 8, 4}, {34, 9, 5}, {35, 8, 5}, {34, 9, 5}, {33, 9, 6}, {33, 9, 6},
     {32, 9, 6}, {15, 5, 3}, {9, 3, 2}, {32, 9, 7}, {32, 8, 8}},
    {{34, 13, 8}, {33, 13, 9}, {33, 14, 9}, {32, 13, 10}, {31, 14, 11}, {31, 13, 12}, {30, 13, 13},
     {29, 13, 13}, {13, 6, 7}, {8, 4, 6}, {28, 12, 16}, {27, 12, 17}},
    {{28, 8, 2}, {28, 7, 3}, {27, 8, 3}, {28, 7, 3}, {27, 8, 3}, {27, 7, 4}, {26, 8, 3},
     {26, 7, 3}, {12, 4, 1}, {7, 2, 1}, {27, 7, 3}, {27, 7, 4}},
};
// clang-format on

/// How far each person's firefighting share lies from that of the team, in points; adds up to 0 per team.
inline constexpr int max_people = 8;
struct TeamPeople {
  int count;
  int offsets[max_people];
};
inline constexpr TeamPeople people_of[team_count] = {
    {8, {-16, -11, -8, -3, 1, 6, 12, 19}}, {5, {-7, -4, -1, 3, 9}}, {6, {-12, -8, -3, 2, 7, 14}}, {4, {-4, -2, 1, 5}}};

/// What ate the time: share of all firefighting in per mille; what is missing to 1000 has no named cause.
struct CauseRow {
  const char* text;
  int per_mille;
  TeamIndex team;  // hit most
  int cured_by;    // number of the item that ends it; 0 = none is planned
};
inline constexpr CauseRow causes[] = {{"Imaging viewer time-outs", 214, clinical_apps, 138},
                                      {"Messages lost in the HL7 bridge", 176, platform, 137},
                                      {"Data pulls by hand for trial sites", 148, platform, 147},
                                      {"Failed nightly loads", 131, platform, 120},
                                      {"Access requests handled by hand", 97, governance, 107},
                                      {"Demos and slides at short notice", 72, data_science, 0},
                                      {"Expired certificates", 41, platform, 0}};
inline constexpr int cause_count = static_cast<int>(sizeof(causes) / sizeof(causes[0]));

}  // namespace tradewind::workbench::sample
