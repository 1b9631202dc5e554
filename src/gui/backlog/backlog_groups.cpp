#include "gui/backlog/backlog_groups.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

#include "gui/backlog/backlog_text.h"
#include "gui/shell/count_text.h"
#include "tradewind/scoring/moscow.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("BacklogGroups", text); }

/// As the cells of the column name them first.
std::vector<const Outcome*> outcomes_in_order(const Portfolio& portfolio) {
  std::vector<const Outcome*> outcomes;
  for (const Outcome& one : portfolio.all<Outcome>()) outcomes.push_back(&one);
  std::sort(outcomes.begin(), outcomes.end(), [](const Outcome* a, const Outcome* b) {
    return std::tie(a->position, a->key, a->id) < std::tie(b->position, b->key, b->id);
  });
  return outcomes;
}

/// Those of the active policy first; items may still have others.
std::vector<const AllocationClass*> classes_in_order(const Portfolio& portfolio) {
  std::vector<const AllocationClass*> classes = portfolio.allocation_classes_in_order();
  const std::size_t active = classes.size();
  for (const AllocationClass& one : portfolio.all<AllocationClass>())
    if (std::find(classes.begin(), classes.end(), &one) == classes.end()) classes.push_back(&one);
  std::sort(classes.begin() + static_cast<std::ptrdiff_t>(active), classes.end(),
            [](const AllocationClass* a, const AllocationClass* b) {
              return std::tie(a->position, a->name, a->id) < std::tie(b->position, b->name, b->id);
            });
  return classes;
}

QString title_of_rest(BacklogGrouping grouping) {
  switch (grouping) {
    case BacklogGrouping::outcome:
      return tr("No outcome");
    case BacklogGrouping::moscow:
      return tr("No MoSCoW");
    case BacklogGrouping::team:
      return tr("No team");
    case BacklogGrouping::allocation_class:
      return tr("No class");
    case BacklogGrouping::none:
    case BacklogGrouping::stage:
      break;
  }
  return {};
}

}  // namespace

QString title_of(BacklogGrouping grouping) {
  switch (grouping) {
    case BacklogGrouping::none:
      return tr("None");
    case BacklogGrouping::outcome:
      return tr("Outcome");
    case BacklogGrouping::stage:
      return tr("Stage");
    case BacklogGrouping::moscow:
      return tr("MoSCoW");
    case BacklogGrouping::team:
      return tr("Team");
    case BacklogGrouping::allocation_class:
      return tr("Class");
  }
  return {};
}

QStringList figures_of(const BacklogGroup& group) {
  QStringList figures{count_text(group.items, tr("item"), tr("items"))};
  QString effort = group.estimated == 0 ? QString(QChar(0x2013)) : trimmed_number(group.effort, 1, true);
  effort += QString(QChar(0x202F)) + tr("pw");
  if (group.estimated > 0 && group.estimated < group.items)
    effort += tr(", %1 not estimated").arg(figure(group.items - group.estimated));
  figures.append(effort);
  if (group.reaching > 0) figures.append(tr("reach %1").arg(trimmed_number(group.reach, 1, true)));
  return figures;
}

void BacklogGroups::set_grouping(BacklogGrouping grouping) {
  grouping_ = grouping;
  folded_.clear();
  make_groups();
}

void BacklogGroups::fold(std::int64_t key, bool folded) {
  if (folded)
    folded_.insert(key);
  else
    folded_.erase(key);
}

void BacklogGroups::fold_all(bool folded) {
  folded_.clear();
  if (!folded) return;
  for (const BacklogGroup& group : groups_) folded_.insert(group.key);
}

void BacklogGroups::add_group(std::int64_t key, const QString& title, views::Token mark) {
  place_by_key_.emplace(key, static_cast<std::uint32_t>(groups_.size()));
  BacklogGroup group;
  group.key = key;
  group.title = title;
  group.mark = mark;
  groups_.push_back(std::move(group));
}

void BacklogGroups::make_groups() {
  groups_.clear();
  place_by_key_.clear();
  share_of_slot_.clear();
  slots_.clear();
  if (grouping_ == BacklogGrouping::none) return;
  const Portfolio& portfolio = cells_->portfolio();
  if (grouping_ == BacklogGrouping::outcome) {
    for (const Outcome* one : outcomes_in_order(portfolio)) add_group(one->id.value, qt_text(one->title));
  } else if (grouping_ == BacklogGrouping::stage) {
    for (const auto& [value, name] : EnumNames<Stage>::values) add_group(static_cast<int>(value) + 1, capitalised(name));
  } else if (grouping_ == BacklogGrouping::moscow) {
    for (const auto& entry : EnumNames<Moscow>::values)
      if (entry.first != Moscow::unset) add_group(static_cast<int>(entry.first) + 1, qt_text(scoring::moscow_name(entry.first)));
  } else if (grouping_ == BacklogGrouping::team) {
    std::size_t place = 0;
    for (const Team* one : portfolio.teams_in_order()) add_group(one->id.value, qt_text(one->name), views::team_token(place++));
  } else {
    for (const AllocationClass* one : classes_in_order(portfolio))
      add_group(one->id.value, qt_text(one->name), views::class_tokens(one->role).solid);
  }
  if (grouping_ != BacklogGrouping::stage) add_group(no_group, title_of_rest(grouping_));
  const auto& items = portfolio.all<Item>();
  share_of_slot_.resize(items.slot_count());
  for (const Item& item : items) share_of_slot_[items.slot(item.id)] = share_of(item);
}

std::uint32_t BacklogGroups::place_of(const Item& item) const {
  const Portfolio& portfolio = cells_->portfolio();
  const auto place = [this](std::int64_t key) {
    const auto found = place_by_key_.find(key);
    return found == place_by_key_.end() ? static_cast<std::uint32_t>(groups_.size() - 1) : found->second;
  };
  switch (grouping_) {
    case BacklogGrouping::outcome: {
      auto first = static_cast<std::uint32_t>(groups_.size() - 1);
      for (const Contribution& row : portfolio.owned_by<&Contribution::item>(item.id))
        first = std::min(first, place(row.outcome.value));
      return first;
    }
    case BacklogGrouping::stage:
      return place(static_cast<int>(item.stage) + 1);
    case BacklogGrouping::moscow:
      return place(static_cast<int>(item.moscow) + 1);
    case BacklogGrouping::team: {
      auto first = static_cast<std::uint32_t>(groups_.size() - 1);
      double greatest = -1;
      for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item.id)) {
        const std::uint32_t team = place(row.team.value);
        const double effort = row.likely.value_or(0);
        if (team + 1 == groups_.size() || effort < greatest || (effort == greatest && team > first)) continue;
        first = team;
        greatest = effort;
      }
      return first;
    }
    case BacklogGrouping::allocation_class:
      return place(item.allocation_class.value);
    case BacklogGrouping::none:
      break;
  }
  return 0;
}

BacklogGroups::Share BacklogGroups::share_of(const Item& item) const {
  return {place_of(item), cells_->effort(item.id), item.reach};
}

bool BacklogGroups::update(const CellChanges& changes) {
  if (grouping_ == BacklogGrouping::none) return false;
  if (changes.all_items) {
    make_groups();
    return true;
  }
  const auto& table = cells_->portfolio().all<Item>();
  share_of_slot_.resize(table.slot_count());
  bool moved = false;
  for (const ItemId id : changes.items) {
    const Item* item = cells_->portfolio().find(id);
    if (item == nullptr) continue;
    Share& share = share_of_slot_[table.slot(id)];
    const std::uint32_t before = share.group;
    share = share_of(*item);
    moved = moved || before != share.group;
  }
  return moved;
}

std::vector<BacklogRow> BacklogGroups::arrange(const std::vector<ItemId>& items) {
  std::vector<BacklogRow> rows;
  slots_.clear();
  if (grouping_ == BacklogGrouping::none) {
    rows.reserve(items.size());
    for (const ItemId item : items) rows.push_back({item, 0});
    return rows;
  }
  const auto& table = cells_->portfolio().all<Item>();
  slots_.reserve(items.size());
  for (const ItemId item : items) slots_.push_back(table.slot(item));
  add_up();
  // Where the next item of each group goes; none where it is folded.
  constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::vector<std::size_t> next(groups_.size(), nowhere);
  for (std::size_t at = 0; at < groups_.size(); ++at) {
    BacklogGroup& group = groups_[at];
    group.folded = is_folded(group.key);
    if (group.items == 0) continue;
    rows.push_back({{}, group.key});
    if (group.folded) continue;
    next[at] = rows.size();
    rows.resize(rows.size() + group.items);
  }
  for (std::size_t at = 0; at < items.size(); ++at)
    if (std::size_t& place = next[share_of_slot_[slots_[at]].group]; place != nowhere) rows[place++] = {items[at], 0};
  return rows;
}

std::vector<std::int64_t> BacklogGroups::add_up() {
  const std::vector<BacklogGroup> before = groups_;
  for (BacklogGroup& group : groups_) {
    group.items = group.estimated = group.reaching = 0;
    group.effort = group.reach = 0;
  }
  for (const std::uint32_t slot : slots_) {
    const Share& share = share_of_slot_[slot];
    BacklogGroup& group = groups_[share.group];
    ++group.items;
    if (share.effort) {
      ++group.estimated;
      group.effort += *share.effort;
    }
    if (share.reach) {
      ++group.reaching;
      group.reach += *share.reach;
    }
  }
  std::vector<std::int64_t> changed;
  for (std::size_t at = 0; at < groups_.size(); ++at)
    if (!(groups_[at] == before[at])) changed.push_back(groups_[at].key);
  return changed;
}

const BacklogGroup* BacklogGroups::find(std::int64_t key) const {
  const auto found = place_by_key_.find(key);
  return found == place_by_key_.end() ? nullptr : &groups_[found->second];
}

std::int64_t BacklogGroups::group_of(ItemId item) const {
  return groups_[share_of_slot_[cells_->portfolio().all<Item>().slot(item)].group].key;
}

QString BacklogGroups::tool_tip(const BacklogGroup& group) const {
  QStringList lines{group.title + ": " + figures_of(group).join(", ")};
  if (grouping_ == BacklogGrouping::outcome)
    lines.append(tr("An item that serves several outcomes stands under the first of them, in the order of outcomes."));
  if (grouping_ == BacklogGrouping::team)
    lines.append(tr("An item of several teams stands under the one with the largest effort, with its whole effort."));
  lines.append(tr("Effort is the sum of the likely estimates, in person-weeks."));
  if (group.reaching > 0)
    lines.append(tr("Reach adds up %1 of %2 items; people whom several items reach are counted for each.")
                     .arg(figure(group.reaching), figure(group.items)));
  lines.append(tr("Only what the filter lets through is counted. Left and Right fold and unfold."));
  return lines.join('\n');
}

}  // namespace tradewind::gui
