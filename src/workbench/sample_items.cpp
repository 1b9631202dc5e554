// Turns the table of sample items into items, contributions, estimates and dependencies.
#include <string>

#include "tradewind/domain/rank.h"
#include "workbench/sample_item_table.h"

namespace tradewind::workbench::sample {
namespace {

struct DependencyRow {
  int predecessor, successor;
};
constexpr DependencyRow dependencies[] = {{112, 145}, {105, 143}, {141, 142}, {109, 142}, {118, 147},
                                          {120, 117}, {101, 155}, {101, 157}, {115, 129}, {117, 129}};

RiskState risk_state(char digit) {
  return digit == '2' ? RiskState::addressed : digit == '1' ? RiskState::partly : RiskState::open;
}

Item item_of(const ItemRow& row) {
  Item item;
  item.id = item_id(row.number);
  item.key = "CDP-" + std::to_string(row.number);
  item.title = row.title;
  item.short_title = row.short_title;
  item.requester = row.requester;
  item.track = row.track;
  item.stage = row.stage;
  item.moscow = row.moscow;
  item.allocation_class = class_id(row.allocation_class);
  item.reach = row.reach;
  item.impact = row.impact;
  item.confidence = row.confidence;
  item.business_value = row.wsjf[0];
  item.time_criticality = row.wsjf[1];
  item.risk_reduction = row.wsjf[2];
  item.importance = row.opportunity[0];
  item.satisfaction = row.opportunity[1];
  // Nobody has priced the delay of the loose ideas: unknown, not free.
  if (row.delay_cost > 0) item.cost_of_delay = 1000 * row.delay_cost;
  if (row.start >= 0) item.duration_weeks = row.finish - row.start;
  item.value_risk = risk_state(row.risks[0]);
  item.usability_risk = risk_state(row.risks[1]);
  item.feasibility_risk = risk_state(row.risks[2]);
  item.viability_risk = risk_state(row.risks[3]);
  return item;
}

void add_particulars(Item& item, int number) {
  if (number == 104) {
    item.kind = ItemKind::request;
    item.custom = {{"Wanted in", "2027Q1"}};
  } else if (number == 141) {
    item.kind = ItemKind::experiment;
  } else if (number == 146) {
    item.lapse_date = monday_of(13);
    item.lapse_cost = 24'000;
    item.custom = {{"Lapse reason", "needed for the spring course"}};
  }
}

}  // namespace

void add_items(Portfolio& portfolio) {
  const auto rows = item_rows();
  const auto ranks = ranks_between({}, {}, rows.size());
  std::int64_t estimate = 3001;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const ItemRow& row = rows[at];
    Item item = item_of(row);
    item.rank = ranks[at];
    add_particulars(item, row.number);
    portfolio.insert(item);
    if (row.outcome != 0) {
      Contribution contribution;
      contribution.id = ContributionId{2000 + row.number};
      contribution.item = item.id;
      contribution.outcome = outcome_id(row.outcome);
      contribution.effect = row.effect;
      portfolio.insert(contribution);
    }
    for (const EffortRow& effort : row.effort) {
      if (effort.likely <= 0) break;
      Estimate one;
      one.id = EstimateId{estimate++};
      one.item = item.id;
      one.team = team_id(effort.team);
      one.low = effort.low;
      one.likely = effort.likely;
      one.high = effort.high;
      portfolio.insert(one);
    }
  }
  std::int64_t id = 4001;
  for (const DependencyRow& row : dependencies) {
    Dependency dependency;
    dependency.id = DependencyId{id++};
    dependency.predecessor = item_id(row.predecessor);
    dependency.successor = item_id(row.successor);
    portfolio.insert(dependency);
  }
}

}  // namespace tradewind::workbench::sample
