#include "gui/backlog/backlog_cells.h"

#include <algorithm>
#include <tuple>

#include "gui/backlog/confidence_check.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

/// Rows that belong to one item and stand in its cells or feed its scores.
using OwnedByItem = std::tuple<Estimate, Contribution, Placement, Evidence, OpportunitySurvey, KanoSurvey, CriterionRating>;
/// Rows that can stand in the cells of any item.
using OfAllItems = std::tuple<WorkspaceSettings, AllocationClass, AllocationPolicy, Team, Outcome, Period, Roadmap, Criterion>;

OptionalNumber likely_effort(const scoring::ScoringContext& context, const Item& item) { return context.likely_effort(item.id); }

CellChanges concerned(const Portfolio& portfolio, const Changes& changes) {
  CellChanges result;
  for (const Change& change : changes) {
    if (change.table == Item::table) {
      result.items.push_back(ItemId{change.id});
      result.item_set = result.item_set || change.kind != ChangeKind::updated;
      result.items_erased = result.items_erased || change.kind == ChangeKind::erased;
      continue;
    }
    for_each_entity<OwnedByItem>([&]<class Entity>() {
      if (change.table != Entity::table) return;
      // Whose row an erased one was, nobody knows any more.
      if (const Entity* row = portfolio.find(Id<Entity>{change.id}))
        result.items.push_back(row->item);
      else
        result.all_items = true;
    });
    for_each_entity<OfAllItems>([&]<class Entity>() { result.all_items = result.all_items || change.table == Entity::table; });
  }
  std::sort(result.items.begin(), result.items.end());
  result.items.erase(std::unique(result.items.begin(), result.items.end()), result.items.end());
  return result;
}

std::vector<TeamId> teams_in_order(const Portfolio& portfolio) {
  std::vector<TeamId> teams;
  for (const Team* team : portfolio.teams_in_order()) teams.push_back(team->id);
  return teams;
}

}  // namespace

BacklogCells::BacklogCells(const Portfolio& portfolio)
    : portfolio_(&portfolio),
      context_(portfolio),
      teams_(teams_in_order(portfolio)),
      efforts_(std::make_unique<ItemNumbers>(portfolio, likely_effort)),
      scores_(static_cast<std::size_t>(backlog_column_count())) {
  count_places();
}

void BacklogCells::count_places() {
  const auto& table = portfolio_->all<Item>();
  by_rank_.clear();
  by_rank_.reserve(table.size());
  place_of_slot_.assign(table.slot_count(), 0);
  for (const Item* item : portfolio_->items_by_rank()) {
    by_rank_.push_back(item->id);
    place_of_slot_[table.slot(item->id)] = static_cast<int>(by_rank_.size());
  }
}

int BacklogCells::place(ItemId item) const {
  const std::uint32_t slot = portfolio_->all<Item>().slot(item);
  return slot < place_of_slot_.size() ? place_of_slot_[slot] : 0;
}

bool BacklogCells::keeps_place(ItemId id) const {
  const int at = place(id);
  const Item* item = portfolio_->find(id);
  if (at == 0 || item == nullptr) return false;
  const auto order = [](const Item& one) { return std::tie(one.rank, one.key); };
  const auto neighbour = [&](int place) -> const Item* {
    const bool there = place >= 1 && place <= static_cast<int>(by_rank_.size());
    return there ? portfolio_->find(by_rank_[static_cast<std::size_t>(place - 1)]) : nullptr;
  };
  const Item* before = neighbour(at - 1);
  const Item* after = neighbour(at + 1);
  return (before == nullptr || order(*before) < order(*item)) && (after == nullptr || order(*item) < order(*after));
}

CellChanges BacklogCells::update(const Changes& changes) {
  CellChanges result = concerned(*portfolio_, changes);
  context_ = scoring::ScoringContext(*portfolio_);
  if (result.all_items) teams_ = teams_in_order(*portfolio_);
  result.places = result.item_set;
  for (const ItemId item : result.items) result.places = result.places || !keeps_place(item);
  if (result.places) count_places();
  keep_numbers(result);
  return result;
}

void BacklogCells::keep_numbers(CellChanges& changes) {
  const bool anything = changes.all_items || changes.items_erased;
  const auto keep = [&](ItemNumbers& numbers, BacklogColumn column) {
    const double before = numbers.greatest();
    numbers.update(context_, changes.items);
    if (before != numbers.greatest()) changes.rescaled.push_back(column);
  };
  if (anything) {
    efforts_ = std::make_unique<ItemNumbers>(*portfolio_, likely_effort);
    changes.rescaled.push_back(BacklogColumn::effort);
  } else {
    keep(*efforts_, BacklogColumn::effort);
  }
  for (std::size_t at = 0; at < scores_.size(); ++at) {
    if (scores_[at] == nullptr) continue;
    const auto column = static_cast<BacklogColumn>(at);
    if (!anything && !method_of(column)->compares_items) {
      keep(*scores_[at], column);
      continue;
    }
    scores_[at].reset();  // counted again when somebody looks
    changes.rescaled.push_back(column);
  }
}

const ItemNumbers& BacklogCells::scores(const scoring::Method& method) const {
  std::unique_ptr<ItemNumbers>& numbers = scores_[static_cast<std::size_t>(score_column(method))];
  if (numbers == nullptr) numbers = std::make_unique<ItemNumbers>(*portfolio_, method.value);
  return *numbers;
}

CellContent BacklogCells::content(const Item& item, BacklogColumn column) const {
  CellContent content;
  content.text = display(item, column);
  switch (column) {
    case BacklogColumn::kind:
      content.track = item.track;
      break;
    case BacklogColumn::moscow:
      content.moscow = item.moscow;
      break;
    case BacklogColumn::allocation_class:
      if (portfolio_->contains(item.allocation_class)) content.class_role = views::class_role_of(item, *portfolio_);
      break;
    case BacklogColumn::confidence: {
      const views::EvidenceDots dots = views::evidence_dots(*portfolio_, item.id);
      for (std::size_t at = 0; at < dots.size(); ++at)
        if (dots[at]) content.pips |= 1 << at;
      content.exceeds_evidence = exceeds_evidence(*portfolio_, item);
      break;
    }
    case BacklogColumn::effort:
      content.effort = effort_segments(item);
      break;
    default:
      if (const scoring::Method* method = method_of(column)) {
        const ItemNumbers& numbers = scores(*method);
        if (const OptionalNumber value = numbers.value(item.id); value && numbers.greatest() > 0)
          content.bar = std::clamp(*value / numbers.greatest(), 0.0, 1.0);
      }
      break;
  }
  return content;
}

QList<EffortSegment> BacklogCells::effort_segments(const Item& item) const {
  QList<EffortSegment> segments;
  const double greatest = efforts_->greatest();
  if (greatest <= 0) return segments;
  const auto add = [&](TeamId team, views::Token color) {
    for (const Estimate& row : portfolio_->owned_by<&Estimate::item>(item.id))
      if (row.team == team && row.likely.value_or(0) > 0) segments.append({*row.likely / greatest, color});
  };
  for (std::size_t at = 0; at < teams_.size(); ++at) add(teams_[at], views::team_token(at));
  add({}, views::Token::line_3);
  return segments;
}

}  // namespace tradewind::gui
