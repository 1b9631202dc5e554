// The sample workspace keeps every rule of the workbench, and its time entries add up.
#include <map>
#include <set>

#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/domain/validate.h"
#include "tradewind/workbench/sample_workspace.h"

using namespace tradewind;

namespace {

/// Collects the ids that a row refers to, by table, through the fields of the entity.
struct References {
  std::map<std::string_view, std::vector<std::int64_t>> found;
  template <class Value>
  void operator()(const char*, const Value&) {}
  template <class Entity>
  void operator()(const char*, const Id<Entity>& id) {
    if (id) found[Entity::table].push_back(id.value);
  }
};

std::string problems_of(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += problem.field + ": " + problem.why + "; ";
  return text;
}

}  // namespace

TEST_CASE("the sample has the promised extent") {
  const Portfolio sample = workbench::make_sample_portfolio();
  CHECK(sample.settings().name == "Clinical Data Platform");
  CHECK(sample.all<Item>().size() == 44);
  CHECK(sample.all<Outcome>().size() == 4);
  CHECK(sample.all<CheckIn>().size() == 48);
  CHECK(sample.all<Team>().size() == 4);
  CHECK(sample.periods_in_order(PeriodKind::quarter).size() == 4);
  CHECK(sample.all<Capacity>().size() == 16);
  CHECK(sample.all<Placement>().size() == 39);
  CHECK(sample.all<Dependency>().size() == 10);
  CHECK(sample.all<Milestone>().size() == 4);
  CHECK(sample.all<Experiment>().size() == 4);
  CHECK(sample.allocation_classes_in_order().size() == 3);
}

TEST_CASE("every row of the sample is valid and refers to rows that exist") {
  const Portfolio sample = workbench::make_sample_portfolio();
  std::map<std::string_view, std::set<std::int64_t>> ids;
  std::set<std::int64_t> all_ids;
  std::size_t rows = 0;
  References references;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    for (const Entity& row : sample.all<Entity>()) {
      const auto problems = validate(row);
      INFO(Entity::table << ' ' << row.id.value << ": " << problems_of(problems));
      CHECK(problems.empty());
      ids[Entity::table].insert(row.id.value);
      all_ids.insert(row.id.value);
      ++rows;
      Entity::fields(row, references);
    }
  });
  CHECK(all_ids.size() == rows);  // ids of different entities differ
  for (const auto& [table, targets] : references.found)
    for (const std::int64_t target : targets) {
      INFO(table << ' ' << target);
      CHECK(ids[table].count(target) == 1);
    }
  CHECK(dependency_circles(sample).empty());
}

TEST_CASE("a new item of the sample gets a number above all others, and ranks follow the backlog") {
  const Portfolio sample = workbench::make_sample_portfolio();
  CHECK(sample.item_by_key("CDP-101")->title == "Data governance automation");
  CHECK(sample.item_by_key("CDP-" + std::to_string(sample.settings().next_item_number - 1)) != nullptr);
  CHECK(sample.item_by_key("CDP-" + std::to_string(sample.settings().next_item_number)) == nullptr);
  CHECK(sample.items_by_rank().front()->key == "CDP-112");
  CHECK(sample.items_by_rank().back()->key == "CDP-163");
}

TEST_CASE("successors in the sample start when their predecessors have finished") {
  const Portfolio sample = workbench::make_sample_portfolio();
  std::map<ItemId, Span> spans;
  for (const ScheduledItem& one : schedule_of(sample, sample.roadmap_by_name("")->id)) spans[one.item] = one.span;
  for (const Dependency& dependency : sample.all<Dependency>())
    CHECK(spans.at(dependency.predecessor).finish <= spans.at(dependency.successor).start);
}

TEST_CASE("the sample's evidence can be drawn back as five dots") {
  const Portfolio sample = workbench::make_sample_portfolio();
  const auto dots = [&](const char* key) {
    std::string text(workbench::sample_evidence_kinds.size(), '0');
    for (const Evidence& evidence : sample.owned_by<&Evidence::item>(sample.item_by_key(key)->id))
      for (std::size_t at = 0; at < text.size(); ++at)
        if (evidence.kind == workbench::sample_evidence_kinds[at]) text[at] = '1';
    return text;
  };
  CHECK(dots("CDP-112") == "11110");
  CHECK(dots("CDP-107") == "11101");
  CHECK(dots("CDP-118") == "10110");
  CHECK(dots("CDP-104") == "10000");
  std::set<std::string> named;
  for (const Evidence& evidence : sample.owned_by<&Evidence::item>(sample.item_by_key("CDP-117")->id))
    named.insert(evidence.summary);
  CHECK(named == std::set<std::string>{"41 tickets, 9 h each", "5 of 6 auditors ask for it first", "Note from the inspection"});
}

TEST_CASE("nobody in the sample books more than a day a day, or on a weekend") {
  const Portfolio sample = workbench::make_sample_portfolio();
  std::map<std::pair<std::string, int>, std::int64_t> minutes;
  for (const TimeEntry& entry : sample.all<TimeEntry>()) {
    CHECK(days_between(monday_of_week(entry.date), entry.date) < 5);
    CHECK(entry.date < workbench::sample_today);
    CHECK(entry.minutes % 240 == 0);
    minutes[{entry.person, days_between(workbench::sample_today, entry.date)}] += entry.minutes;
  }
  for (const auto& one : minutes) CHECK(one.second <= 480);
}

TEST_CASE("the sample is the same on every run") {
  const Portfolio a = workbench::make_sample_portfolio();
  const Portfolio b = workbench::make_sample_portfolio();
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    REQUIRE(a.all<Entity>().size() == b.all<Entity>().size());
    for (const Entity& row : a.all<Entity>()) {
      REQUIRE(b.find(row.id) != nullptr);
      CHECK(row == *b.find(row.id));
    }
  });
}
