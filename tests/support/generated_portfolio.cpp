// Building the generated portfolio.
#include "support/generated_portfolio.h"

#include <algorithm>

#include "support/generated_words.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/rank.h"

namespace tradewind::test {
namespace {

constexpr int quarters = 8;
constexpr std::size_t outcome_count = 12;
const Date first_day = make_date(2027, 1, 1);

class Generator {
 public:
  explicit Generator(const GeneratedOptions& options) : options_(options), random_(options.seed) {}

  Portfolio make() {
    add_settings();
    add_classes();
    add_teams();
    add_outcomes();
    add_items();
    add_roadmap();
    add_time();
    return std::move(portfolio_);
  }

 private:
  template <class Entity>
  Entity fresh() {
    Entity row;
    row.id.value = random_.id();
    return row;
  }

  void add_settings() {
    WorkspaceSettings settings;
    settings.name = "Generated";
    settings.next_item_number = static_cast<int>(options_.items) + 1;
    portfolio_.insert(settings);
  }

  void add_classes() {
    auto policy = fresh<AllocationPolicy>();
    policy.name = "70/20/10";
    portfolio_.insert(policy);
    constexpr std::array shares{std::pair{ClassRole::strategic, 0.7}, std::pair{ClassRole::roadmap, 0.2},
                                std::pair{ClassRole::firefighting, 0.1}};
    for (const auto& [role, share] : shares) {
      auto row = fresh<AllocationClass>();
      row.policy = policy.id;
      row.key = to_text(role);
      row.name = to_text(role);
      row.role = role;
      row.target_share = share;
      row.position = static_cast<int>(classes_.size());
      classes_.push_back(row.id);
      portfolio_.insert(row);
    }
  }

  void add_teams() {
    for (Period period : make_periods(PeriodKind::quarter, first_day, quarters)) {
      period.id.value = random_.id();
      periods_.push_back(period);
      portfolio_.insert(period);
    }
    for (const std::string_view name : team_names) {
      auto team = fresh<Team>();
      team.key = "T" + std::to_string(teams_.size() + 1);
      team.name = name;
      team.people = static_cast<double>(4 + random_.below(6));
      team.position = static_cast<int>(teams_.size());
      teams_.push_back(team.id);
      portfolio_.insert(team);
      for (const Period& period : periods_) {
        auto capacity = fresh<Capacity>();
        capacity.team = team.id;
        capacity.period = period.id;
        capacity.people = team.people;
        capacity.availability = 0.9;
        capacity.reserve = capacity.person_weeks() / 10;
        portfolio_.insert(capacity);
      }
    }
  }

  void add_outcomes() {
    for (std::size_t at = 0; at < outcome_count; ++at) {
      auto outcome = fresh<Outcome>();
      outcome.key = "O" + std::to_string(at + 1);
      outcome.title = title(random_);
      outcome.metric = "share of completed tasks";
      outcome.unit = "%";
      outcome.baseline = static_cast<double>(20 + random_.below(30));
      outcome.target = 80.0;
      outcome.position = static_cast<int>(at);
      outcomes_.push_back(outcome.id);
      portfolio_.insert(outcome);
    }
  }

  void add_items() {
    portfolio_.reserve<Item>(options_.items);
    portfolio_.reserve<Estimate>(options_.items * 2);
    const auto ranks = ranks_between({}, {}, options_.items);
    for (std::size_t at = 0; at < options_.items; ++at) {
      const Item item = make_item(at, ranks[at]);
      items_.push_back(item.id);
      portfolio_.insert(item);
      add_contribution(item.id);
      add_estimates(item.id);
      // Only to earlier items, so that there is no circle; most chains stay short because neighbours depend on neighbours.
      if (at > 0 && random_.one_in(4)) add_dependency(items_[at - 1 - random_.below(std::min<std::size_t>(at, 200))], item.id);
    }
  }

  Item make_item(std::size_t at, const std::string& rank) {
    constexpr std::array impacts{0.25, 0.5, 1.0, 2.0, 3.0};
    constexpr std::array confidences{0.5, 0.8, 1.0};
    constexpr std::array stages{Stage::idea, Stage::framing, Stage::testing, Stage::validated, Stage::ready, Stage::building};
    auto item = fresh<Item>();
    item.key = "TW-" + std::to_string(at + 1);
    item.title = title(random_);
    item.description = description(random_);
    item.rank = rank;
    item.kind = random_.one_in(6) ? ItemKind::initiative : ItemKind::feature;
    item.stage = stages.at(random_.below(stages.size()));
    item.moscow = EnumNames<Moscow>::values.at(random_.below(EnumNames<Moscow>::values.size())).first;
    item.allocation_class = classes_[random_.below(classes_.size())];
    item.external_source = "jira";
    item.external_key = "PROJ-" + std::to_string(at + 1);
    item.requester = random_.of(team_names);
    for (std::size_t tags = random_.below(4); tags > 0; --tags) {
      const std::string tag(random_.of(tag_words));
      if (std::find(item.tags.begin(), item.tags.end(), tag) == item.tags.end()) item.tags.push_back(tag);
    }
    if (!random_.one_in(10)) item.reach = static_cast<double>(10 + random_.below(9990));
    if (!random_.one_in(10)) item.impact = impacts.at(random_.below(impacts.size()));
    if (!random_.one_in(10)) item.confidence = confidences.at(random_.below(confidences.size()));
    if (random_.one_in(5)) item.deadline = add_days(first_day, static_cast<int>(200 + random_.below(500)));
    if (random_.one_in(3)) item.custom = {{"Sprint", "Sprint " + std::to_string(random_.below(40))}};
    return item;
  }

  void add_contribution(ItemId item) {
    auto row = fresh<Contribution>();
    row.item = item;
    row.outcome = outcomes_[random_.below(outcomes_.size())];
    row.effect = static_cast<double>(1 + random_.below(5));
    portfolio_.insert(row);
  }

  void add_estimates(ItemId item) {
    const std::size_t count = 1 + random_.below(3);
    const std::size_t first_team = random_.below(teams_.size());
    for (std::size_t at = 0; at < count; ++at) {
      auto row = fresh<Estimate>();
      row.item = item;
      row.team = teams_[(first_team + at) % teams_.size()];
      row.likely = static_cast<double>(1 + random_.below(12));
      row.low = row.likely.value() / 2;
      row.high = row.likely.value() * 2;
      portfolio_.insert(row);
    }
  }

  void add_dependency(ItemId predecessor, ItemId successor) {
    auto row = fresh<Dependency>();
    row.predecessor = predecessor;
    row.successor = successor;
    portfolio_.insert(row);
  }

  void add_roadmap() {
    auto roadmap = fresh<Roadmap>();
    roadmap.name = "Roadmap";
    portfolio_.insert(roadmap);
    const int horizon = days_between(first_day, periods_.back().end);
    const std::size_t placed = std::min(options_.placements, items_.size());
    for (std::size_t at = 0; at < placed; ++at) {
      auto row = fresh<Placement>();
      row.roadmap = roadmap.id;
      row.item = items_[at];
      if (random_.one_in(3)) {
        row.period = periods_[random_.below(periods_.size())].id;
      } else {
        const auto length = static_cast<int>(7 + random_.below(84));
        row.start = add_days(first_day, static_cast<int>(random_.below(static_cast<std::size_t>(horizon - length))));
        row.finish = add_days(*row.start, length);
      }
      portfolio_.insert(row);
    }
    for (const Period& period : periods_) {
      auto milestone = fresh<Milestone>();
      milestone.title = "Review " + period.name;
      milestone.date = add_days(period.end, -7);
      portfolio_.insert(milestone);
    }
  }

  /// Seven of ten strategic, one of ten firefighting, for a few causes; some are for no item.
  void add_time() {
    constexpr std::array<std::size_t, 10> class_of_ten{0, 0, 0, 0, 0, 0, 0, 1, 1, 2};
    constexpr std::size_t weeks = 12;
    constexpr std::size_t causes = 6;
    const Date monday = make_date(2027, 1, 4);
    for (std::size_t at = 0; at < options_.time_entries; ++at) {
      const std::size_t team = random_.below(teams_.size());
      const std::size_t allocation_class = class_of_ten.at(random_.below(class_of_ten.size()));
      auto row = fresh<TimeEntry>();
      row.date = add_days(monday, static_cast<int>(7 * random_.below(weeks) + random_.below(5)));
      row.person = std::string(team_names.at(team)) + " " + std::to_string(1 + random_.below(6));
      row.team = teams_[team];
      row.minutes = static_cast<std::int64_t>(30 * (1 + random_.below(8)));
      row.allocation_class = classes_[allocation_class];
      if (!items_.empty() && !random_.one_in(4)) row.item = items_[random_.below(items_.size())];
      if (allocation_class == 2) row.cause = reasons.at(random_.below(causes));
      portfolio_.insert(row);
    }
  }

  GeneratedOptions options_;
  RandomChoice random_;
  Portfolio portfolio_;
  std::vector<AllocationClassId> classes_;
  std::vector<TeamId> teams_;
  std::vector<Period> periods_;
  std::vector<OutcomeId> outcomes_;
  std::vector<ItemId> items_;
};

}  // namespace

Portfolio generated_portfolio(const GeneratedOptions& options) { return Generator(options).make(); }

}  // namespace tradewind::test
