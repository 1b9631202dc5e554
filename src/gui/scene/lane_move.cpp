#include "gui/scene/lane_move.h"

#include <QObject>

#include "gui/scene/item_names.h"

namespace tradewind::gui {
namespace {

QString title_of(const Portfolio& portfolio, OutcomeId outcome) {
  const Outcome* found = portfolio.find(outcome);
  return found != nullptr ? qt_text(found->title) : QString();
}

const Contribution* contribution_to(const Portfolio& portfolio, ItemId item, OutcomeId outcome) {
  for (const Contribution& one : portfolio.owned_by<&Contribution::item>(item))
    if (one.outcome == outcome) return &one;
  return nullptr;
}

std::vector<Estimate> estimates_of(const Portfolio& portfolio, ItemId item) {
  std::vector<Estimate> estimates;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item)) estimates.push_back(estimate);
  return estimates;
}

/// An effect is a number of its outcome's metric: in another unit it says nothing, so that it becomes unknown.
void move_contribution(storage::Edit& edit, ItemId item, OutcomeId from, OutcomeId to) {
  const Portfolio& portfolio = edit.portfolio();
  const Contribution* known = from ? contribution_to(portfolio, item, from) : nullptr;
  if (!to) {
    if (known != nullptr) edit.erase(known->id);
    return;
  }
  Contribution moved = known != nullptr ? *known : Contribution{};
  const Outcome* before = portfolio.find(from);
  const Outcome* after = portfolio.find(to);
  if (before == nullptr || after == nullptr || before->unit != after->unit) moved.effect = {};
  moved.item = item;
  moved.outcome = to;
  if (known != nullptr)
    edit.update(moved);
  else
    edit.insert(moved);
}

}  // namespace

QString lane_refusal(const Portfolio& portfolio, ItemId item, const LaneMove& move) {
  if (move.is_none()) return {};
  const QString title = name_of(portfolio, item);
  if (move.rule == LaneRule::outcome && move.to != 0 && contribution_to(portfolio, item, OutcomeId{move.to}) != nullptr)
    return QObject::tr(
               "“%1” serves “%2” already; its bar stands with the first of its outcomes. "
               "Remove the other link in the inspector to move it.")
        .arg(title, title_of(portfolio, OutcomeId{move.to}));
  if (move.rule != LaneRule::team) return {};
  const std::size_t count = estimates_of(portfolio, item).size();
  if (count == 0)
    return QObject::tr("“%1” has no estimate that another team could take over. Give it an effort in the inspector first.")
        .arg(title);
  if (count > 1)
    return QObject::tr("“%1” is estimated for %2 teams; a drag cannot tell whose work moves. Change the teams in the inspector.")
        .arg(title)
        .arg(count);
  return {};
}

std::vector<Estimate> estimates_after(const Portfolio& portfolio, ItemId item, const LaneMove& move) {
  std::vector<Estimate> estimates = estimates_of(portfolio, item);
  if (move.rule == LaneRule::team && !move.is_none() && estimates.size() == 1) estimates.front().team = TeamId{move.to};
  return estimates;
}

void move_to_lane(storage::Edit& edit, ItemId item, const LaneMove& move) {
  if (move.is_none()) return;
  switch (move.rule) {
    case LaneRule::outcome:
      return move_contribution(edit, item, OutcomeId{move.from}, OutcomeId{move.to});
    case LaneRule::team:
      for (const Estimate& estimate : estimates_after(edit.portfolio(), item, move)) edit.update(estimate);
      return;
    case LaneRule::stage: {
      Item changed = *edit.portfolio().find(item);
      changed.stage = static_cast<Stage>(move.to);
      return edit.update(changed);
    }
    case LaneRule::allocation_class: {
      Item changed = *edit.portfolio().find(item);
      changed.allocation_class = AllocationClassId{move.to};
      return edit.update(changed);
    }
  }
}

}  // namespace tradewind::gui
