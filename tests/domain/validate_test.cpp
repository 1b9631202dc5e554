// The rules of single rows: all problems at once.
#include "tradewind/domain/validate.h"

#include <algorithm>
#include <limits>

#include "support/catch.h"

using namespace tradewind;

namespace {

template <class Entity>
std::string broken_fields(const Entity& row) {
  std::string fields;
  for (const Problem& problem : validate(row)) {
    CHECK_FALSE(problem.why.empty());
    CHECK_FALSE(problem.what_to_do.empty());
    fields += (fields.empty() ? "" : " ") + problem.field;
  }
  return fields;
}

Item good_item() {
  Item row;
  row.id = ItemId{1};
  row.key = "TW-1";
  row.title = "Query cache";
  row.confidence = 0.8;
  row.rank = "V";
  return row;
}

}  // namespace

TEST_CASE("every entity can be validated, and settings are right from the start") {
  for_each_entity<StoredEntities>([]<class Entity>() { (void)validate(Entity{}); });
  CHECK(validate(WorkspaceSettings{}).empty());
  CHECK(validate(good_item()).empty());
}

TEST_CASE("all problems of an item are told at once") {
  Item row = good_item();
  row.key = "TW 1";
  row.title = "  ";
  row.confidence = 80;
  row.reach = -1;
  row.impact = std::numeric_limits<double>::infinity();
  row.deadline = make_date(2027, 2, 30);
  row.parent = row.id;
  row.rank = "a0";
  CHECK(broken_fields(row) == "impact deadline key title parent reach confidence rank");
}

TEST_CASE("estimates ascend") {
  Estimate row;
  row.item = ItemId{1};
  row.low = 8;
  row.likely = 5;
  row.high = 4;
  const auto problems = validate(row);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == Problem{"low", "low (8) is greater than likely (5)", "give low ≤ likely"});
  CHECK(problems[1].field == "likely");
  row.likely = {};
  CHECK(broken_fields(row) == "low");
  row.high = 8;
  CHECK(validate(row).empty());
}

TEST_CASE("time runs forward") {
  Period period;
  period.name = "Q";
  period.start = make_date(2027, 4, 1);
  period.end = make_date(2027, 4, 1);
  CHECK(broken_fields(period) == "end");
  period.end = make_date(2027, 4, 31);
  CHECK(broken_fields(period) == "end");

  Placement placement;
  placement.roadmap = RoadmapId{1};
  placement.item = ItemId{1};
  CHECK(broken_fields(placement) == "");
  CHECK(validate(placement).size() == 1);  // neither a period nor dates: a problem of the whole row
  placement.start = make_date(2027, 4, 1);
  CHECK(broken_fields(placement) == "finish");
  placement.finish = placement.start;
  CHECK(broken_fields(placement) == "finish");
  placement.finish = make_date(2027, 4, 2);
  CHECK(validate(placement).empty());

  Experiment experiment;
  experiment.item = ItemId{1};
  experiment.started = make_date(2027, 4, 2);
  experiment.ended = make_date(2027, 4, 1);
  experiment.successes = 3;
  CHECK(broken_fields(experiment) == "successes ended");
}

TEST_CASE("shares, signs and references") {
  AllocationClass row;
  row.policy = AllocationPolicyId{1};
  row.key = "strategic";
  row.name = "Strategic";
  row.target_share = 70;
  CHECK(broken_fields(row) == "target_share");
  row.target_share = std::numeric_limits<double>::quiet_NaN();
  CHECK(broken_fields(row) == "target_share");

  Dependency dependency;
  dependency.predecessor = dependency.successor = ItemId{1};
  CHECK(broken_fields(dependency) == "successor");
  CHECK(broken_fields(Dependency{}) == "predecessor successor");

  Outcome outcome;
  outcome.title = "Latency";
  outcome.baseline = outcome.target = 5;
  CHECK(broken_fields(outcome) == "target");

  Capacity capacity;
  capacity.team = TeamId{1};
  capacity.period = PeriodId{1};
  capacity.availability = 1.2;
  capacity.reserve = -1;
  CHECK(broken_fields(capacity) == "availability reserve");

  WorkspaceSettings settings;
  settings.fiscal_year_start_month = 13;
  settings.currency = "euro";
  settings.hours_per_week = 0;
  CHECK(broken_fields(settings) == "fiscal_year_start_month currency hours_per_week");

  Roadmap roadmap;
  roadmap.name = "Plan";
  roadmap.filter = "taem:x";
  CHECK(broken_fields(roadmap) == "filter");
}
