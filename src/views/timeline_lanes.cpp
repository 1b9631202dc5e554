// Which lane a bar belongs to, and what the head of a lane says.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "tradewind/allocation/outcome_progress.h"
#include "views/figure_text.h"
#include "views/scene_pen.h"
#include "views/timeline_model.h"

namespace tradewind::views::timeline {
namespace {

/// Lanes in order, with the key of a bar's lane; key 0 is "none of these" and comes last.
class LaneSorter {
 public:
  explicit LaneSorter(Model& model) : model_(model) {}

  void add(std::int64_t key, Lane lane) {
    index_.emplace(key, lanes_.size());
    lanes_.push_back(std::move(lane));
  }
  void put(std::size_t bar, std::int64_t key) {
    const auto found = index_.find(key);
    if (found == index_.end()) {
      rest_.push_back(bar);
    } else {
      lanes_[found->second].bars.push_back(bar);
    }
  }
  /// There is always a lane: people drag the first item there.
  void finish(const std::string& rest_title, bool keep_empty) {
    for (Lane& lane : lanes_)
      if (keep_empty || !lane.bars.empty()) model_.lanes.push_back(std::move(lane));
    if (!rest_.empty() || model_.lanes.empty()) {
      Lane lane;
      lane.title = rest_title;
      lane.mark.kind = MarkKind::lane;
      lane.bars = std::move(rest_);
      model_.lanes.push_back(std::move(lane));
    }
    for (std::size_t at = 0; at < model_.lanes.size(); ++at)
      for (const std::size_t bar : model_.lanes[at].bars) model_.bars[bar].lane = at;
  }

 private:
  Model& model_;
  std::vector<Lane> lanes_;
  std::unordered_map<std::int64_t, std::size_t> index_;
  std::vector<std::size_t> rest_;
};

Lane make_lane(std::string title, MarkKind kind, std::int64_t id) {
  Lane lane;
  lane.title = std::move(title);
  lane.mark.kind = kind;
  lane.mark.id = id;
  lane.mark.description = lane.title;
  return lane;
}

/// The outcome that the item serves; of several, the first in the order of the outcomes.
std::int64_t outcome_of(const Item& item, const Portfolio& portfolio, const std::unordered_map<OutcomeId, int>& order) {
  OutcomeId best;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item.id)) {
    const auto at = order.find(contribution.outcome);
    if (at != order.end() && (!best || at->second < order.at(best))) best = contribution.outcome;
  }
  return best.value;
}

/// The team with the largest likely effort; of equals, the first in the order of the teams.
std::int64_t team_of(const Item& item, const Portfolio& portfolio, const std::unordered_map<TeamId, int>& order) {
  TeamId best;
  double most = -1;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item.id)) {
    const auto at = order.find(estimate.team);
    const double effort = estimate.likely.value_or(0);
    if (at == order.end()) continue;
    if (effort > most || (effort == most && at->second < order.at(best))) {
      best = estimate.team;
      most = effort;
    }
  }
  return best.value;
}

std::vector<std::string> work_facts(const Lane& lane, const Model& model, const Portfolio& portfolio) {
  std::unordered_set<ItemId> items;
  double effort = 0;
  for (const std::size_t bar : lane.bars) {
    if (model.bars[bar].is_gone) continue;
    const ItemId item = model.bars[bar].item->id;
    if (items.insert(item).second) effort += portfolio.likely_effort(item).value_or(0);
  }
  std::vector<std::string> facts{count_text(items.size(), "item", "items")};
  if (effort > 0) facts.push_back(person_weeks_text(effort));
  return facts;
}

/// "9.8 → 7.3 s" and "target 7.2 s"; what is unknown is not said.
std::vector<std::string> outcome_facts(const Outcome& outcome, const allocation::OutcomeProgress& progress, Date horizon) {
  std::vector<std::string> facts;
  // An expectation falls between the steps in which people count: one more digit says so.
  const int expected_decimals = std::max(outcome.decimals, 1);
  if (progress.now.has_value()) {
    const OptionalNumber expected = allocation::expected_on(progress, horizon);
    const std::string now = number_text(progress.now.value(), outcome.decimals);
    if (expected.has_value() && expected.value() != progress.now.value())
      facts.push_back(now + " → " + measure_text(expected.value(), expected_decimals, outcome.unit));
    else
      facts.push_back("now " + measure_text(progress.now.value(), outcome.decimals, outcome.unit));
  }
  if (outcome.target.has_value())
    facts.push_back("target " + measure_text(outcome.target.value(), outcome.decimals, outcome.unit));
  return facts;
}

}  // namespace

void add_lanes(Model& model, const Portfolio& portfolio, LaneRule rule, Date horizon) {
  LaneSorter sorter(model);
  switch (rule) {
    case LaneRule::outcome: {
      std::unordered_map<OutcomeId, int> order;
      for (const auto& progress : allocation::progress_of_outcomes(portfolio, model.roadmap->id)) {
        const Outcome* outcome = portfolio.find(progress.outcome);
        if (outcome == nullptr) continue;
        order.emplace(outcome->id, static_cast<int>(order.size()));
        Lane lane =
            make_lane(outcome->short_title.empty() ? outcome->title : outcome->short_title, MarkKind::outcome, outcome->id.value);
        lane.outcome = outcome->id;
        lane.facts = outcome_facts(*outcome, progress, horizon);
        lane.mark.description = outcome->title;
        sorter.add(outcome->id.value, std::move(lane));
      }
      for (std::size_t i = 0; i < model.bars.size(); ++i) sorter.put(i, outcome_of(*model.bars[i].item, portfolio, order));
      sorter.finish(order.empty() ? "All items" : "No outcome", true);
      break;
    }
    case LaneRule::team: {
      std::unordered_map<TeamId, int> order;
      for (const Team* team : portfolio.teams_in_order()) {
        order.emplace(team->id, static_cast<int>(order.size()));
        sorter.add(team->id.value, make_lane(team->name, MarkKind::lane, team->id.value));
      }
      for (std::size_t i = 0; i < model.bars.size(); ++i) sorter.put(i, team_of(*model.bars[i].item, portfolio, order));
      sorter.finish("No team", true);
      break;
    }
    case LaneRule::stage:
      for (const auto& [stage, name] : EnumNames<Stage>::values)
        sorter.add(static_cast<std::int64_t>(stage),
                   make_lane(std::string(stage_name(stage)), MarkKind::lane, static_cast<std::int64_t>(stage)));
      for (std::size_t i = 0; i < model.bars.size(); ++i) sorter.put(i, static_cast<std::int64_t>(model.bars[i].item->stage));
      sorter.finish("No stage", false);
      break;
    case LaneRule::allocation_class:
      for (const AllocationClass* one : portfolio.allocation_classes_in_order())
        sorter.add(one->id.value, make_lane(one->name, MarkKind::lane, one->id.value));
      for (std::size_t i = 0; i < model.bars.size(); ++i) sorter.put(i, model.bars[i].item->allocation_class.value);
      sorter.finish("No class", true);
      break;
  }
  for (Lane& lane : model.lanes)
    if (lane.facts.empty()) lane.facts = work_facts(lane, model, portfolio);
}

}  // namespace tradewind::views::timeline
