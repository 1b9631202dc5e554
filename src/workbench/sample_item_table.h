// One row per backlog item of the sample, in the order of its backlog.
#pragma once
#include <array>
#include <span>

#include "workbench/sample_parts.h"

namespace tradewind::workbench::sample {

struct EffortRow {
  TeamIndex team;
  double low, likely, high;  // person-weeks
};

struct ItemRow {
  int number;
  const char* title;
  const char* short_title;
  const char* requester;
  int outcome;  // 0 = none
  Track track;
  Stage stage;
  Moscow moscow;
  ClassIndex allocation_class;
  double reach, impact, confidence;
  const char* evidence;   // '1' where there is some: opinion, interviews, usage data, experiment, pilot
  EffortRow effort[3];    // likely = 0 ends it
  int start, finish;      // weeks after first_monday, finish exclusive; -1 = not in the plan
  double effect;          // on the outcome's metric at full success
  double delay_cost;      // thousand EUR a week
  double wsjf[3];         // business value, time criticality, risk reduction
  double opportunity[2];  // importance, satisfaction
  const char* risks;      // value, usability, feasibility, viability: '0' open, '1' partly, '2' addressed
};

std::span<const ItemRow> item_rows();

}  // namespace tradewind::workbench::sample
