#include "gui/backlog/backlog_cells.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <tuple>

#include "gui/backlog/backlog_placement.h"
#include "gui/backlog/backlog_text.h"
#include "tradewind/domain/text.h"
#include "tradewind/scoring/moscow.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("BacklogCells", text); }

const QString unknown = QString(QChar(0x2013));

QString number_or_unknown(OptionalNumber number, int decimals) {
  return number ? trimmed_number(*number, decimals, true) : unknown;
}
QString number_text(OptionalNumber number) { return number ? trimmed_number(*number, 4, false) : QString(); }

/// "1", "5", "3/5/8".
QString range_text(const Estimate& row) {
  if (!row.low && !row.high) return number_text(row.likely);
  return number_text(row.low) + "/" + number_text(row.likely) + "/" + number_text(row.high);
}

/// Runs of digits compare as numbers: TW-2 comes before TW-10.
std::string natural(std::string_view text) {
  const std::string folded = fold_case(text);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string result;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_digit(folded[at])) {
      result += folded[at++];
      continue;
    }
    std::size_t end = at;
    while (end < folded.size() && is_digit(folded[end])) ++end;
    result += static_cast<char>('0' + std::min<std::size_t>(end - at, 60));
    result.append(folded, at, end - at);
    at = end;
  }
  return result;
}

SortValue by_number(OptionalNumber number) { return {number.has_value(), number.value_or(0), {}}; }
SortValue by_text(std::string text) {
  const bool known = !text.empty();
  return {known, 0, std::move(text)};
}

}  // namespace

BacklogCells::BacklogCells(const Portfolio& portfolio)
    : portfolio_(&portfolio),
      rice_(scoring::find_method("rice")),
      wsjf_(scoring::find_method("wsjf")),
      ranking_(portfolio, *rice_) {
  count_places();
  greatest_effort_ = find_greatest_effort();
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

double BacklogCells::find_greatest_effort() const {
  double greatest = 0;
  for (const Item& item : portfolio_->all<Item>()) greatest = std::max(greatest, portfolio_->likely_effort(item.id).value_or(0));
  return greatest;
}

double BacklogCells::greatest_rice() const {
  return ranking_.entries().empty() ? 0 : ranking_.entries().front().value.value_or(0);
}

CellChanges BacklogCells::update(const Changes& changes) {
  CellChanges result;
  const double rice_before = greatest_rice();
  bool efforts = false;
  for (const Change& change : changes) {
    const auto hangs_on_item = [&]<class Entity>(const Entity* row) {
      // Whose row an erased one was, nobody knows any more.
      if (row == nullptr)
        result.all_items = true;
      else
        result.items.push_back(row->item);
    };
    if (change.table == Item::table) {
      result.items.push_back(ItemId{change.id});
      if (change.kind != ChangeKind::updated) result.item_set = true;
    } else if (change.table == Estimate::table) {
      efforts = true;
      hangs_on_item(portfolio_->find(EstimateId{change.id}));
    } else if (change.table == Contribution::table) {
      hangs_on_item(portfolio_->find(ContributionId{change.id}));
    } else if (change.table == Placement::table) {
      hangs_on_item(portfolio_->find(PlacementId{change.id}));
    } else if (change.table == Evidence::table) {
      hangs_on_item(portfolio_->find(EvidenceId{change.id}));
    } else if (change.table == WorkspaceSettings::table || change.table == AllocationClass::table ||
               change.table == Team::table || change.table == Outcome::table || change.table == Period::table ||
               change.table == Roadmap::table || change.table == Criterion::table || change.table == AllocationPolicy::table) {
      result.all_items = true;
      efforts = efforts || change.table == Team::table;
    }
  }
  std::sort(result.items.begin(), result.items.end());
  result.items.erase(std::unique(result.items.begin(), result.items.end()), result.items.end());

  ranking_.update(changes);
  result.places = result.item_set;
  for (const ItemId item : result.items) result.places = result.places || !keeps_place(item);
  if (result.places) count_places();
  if (efforts || result.item_set) {
    const double before = greatest_effort_;
    greatest_effort_ = find_greatest_effort();
    result.scales = before != greatest_effort_;
  }
  result.scales = result.scales || rice_before != greatest_rice();
  return result;
}

OptionalNumber BacklogCells::score(const scoring::Method& method, const Item& item) const {
  return method.value(scoring::ScoringContext(*portfolio_), item);
}

std::vector<const Outcome*> BacklogCells::outcomes_of(const Item& item) const {
  std::vector<const Outcome*> outcomes;
  for (const Contribution& row : portfolio_->owned_by<&Contribution::item>(item.id))
    if (const Outcome* outcome = portfolio_->find(row.outcome)) outcomes.push_back(outcome);
  std::sort(outcomes.begin(), outcomes.end(),
            [](const Outcome* a, const Outcome* b) { return std::tie(a->position, a->key) < std::tie(b->position, b->key); });
  return outcomes;
}

QString BacklogCells::display(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::rank:
      return QString::number(place(item.id));
    case BacklogColumn::outcome: {
      const auto outcomes = outcomes_of(item);
      if (outcomes.empty()) return {};
      const Outcome& first = *outcomes.front();
      const QString name = qt_text(first.short_title.empty() ? first.title : first.short_title);
      return outcomes.size() == 1 ? name : name + QString(" +%1").arg(outcomes.size() - 1);
    }
    case BacklogColumn::kind:
      return capitalised(to_text(item.kind));
    case BacklogColumn::moscow:
      return qt_text(scoring::moscow_name(item.moscow));
    case BacklogColumn::reach:
      return number_or_unknown(item.reach, 1);
    case BacklogColumn::impact:
      return number_or_unknown(item.impact, 2);
    case BacklogColumn::confidence:
      return item.confidence ? trimmed_number(*item.confidence * 100, 1, true) + QChar(0x202F) + "%" : unknown;
    case BacklogColumn::effort:
      return number_or_unknown(portfolio_->likely_effort(item.id), 1);
    case BacklogColumn::rice:
    case BacklogColumn::wsjf: {
      const OptionalNumber value = score(column == BacklogColumn::rice ? *rice_ : *wsjf_, item);
      return value ? QLocale(QLocale::English).toString(*value, 'f', 1) : unknown;
    }
    case BacklogColumn::stage:
      return capitalised(to_text(item.stage));
    default:
      return edit_text(item, column);
  }
}

QString BacklogCells::effort_text(const Item& item) const {
  std::vector<std::pair<int, QString>> parts;
  bool teams = false;
  QString alone;
  for (const Estimate& row : portfolio_->owned_by<&Estimate::item>(item.id)) {
    const Team* team = portfolio_->find(row.team);
    const QString name = team == nullptr ? QString("unassigned") : qt_text(team->name);
    alone = range_text(row);
    teams = !parts.empty();
    parts.emplace_back(team == nullptr ? std::numeric_limits<int>::max() : team->position, name + "=" + alone);
  }
  if (!teams) return alone;
  std::sort(parts.begin(), parts.end());
  QStringList texts;
  for (const auto& part : parts) texts.append(part.second);
  return texts.join("; ");
}

QString BacklogCells::edit_text(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::key:
      return qt_text(item.key);
    case BacklogColumn::title:
      return qt_text(item.title);
    case BacklogColumn::outcome: {
      QStringList keys;
      for (const Outcome* outcome : outcomes_of(item)) keys.append(qt_text(outcome->key.empty() ? outcome->title : outcome->key));
      return keys.join(", ");
    }
    case BacklogColumn::kind:
      return qt_text(to_text(item.kind)) + ", " + qt_text(to_text(item.track));
    case BacklogColumn::moscow:
      return qt_text(to_text(item.moscow));
    case BacklogColumn::allocation_class: {
      const AllocationClass* one = portfolio_->find(item.allocation_class);
      return one == nullptr ? QString() : qt_text(one->name);
    }
    case BacklogColumn::reach:
      return number_text(item.reach);
    case BacklogColumn::impact:
      return number_text(item.impact);
    case BacklogColumn::confidence:
      return item.confidence ? trimmed_number(*item.confidence * 100, 2, false) + "%" : QString();
    case BacklogColumn::effort:
      return effort_text(item);
    case BacklogColumn::stage:
      return qt_text(to_text(item.stage));
    case BacklogColumn::requester:
      return qt_text(item.requester);
    case BacklogColumn::period: {
      const Period* period = first_placement(*portfolio_, item.id).period;
      return period == nullptr ? QString() : qt_text(period->name);
    }
    case BacklogColumn::rice:
      return number_text(score(*rice_, item));
    case BacklogColumn::wsjf:
      return number_text(score(*wsjf_, item));
    default:
      return display(item, column);
  }
}

QString BacklogCells::tool_tip(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::rice: {
      QString text = qt_text(scoring::to_line(rice_->score(*portfolio_, item)));
      const auto& entries = ranking_.entries();
      const auto at = std::find_if(entries.begin(), entries.end(),
                                   [&](const scoring::LiveRanking::Entry& one) { return one.item == item.id; });
      if (at != entries.end() && at->value)
        text += "\n" + tr("Rank %1 of %2 by RICE").arg(at - entries.begin() + 1).arg(entries.size());
      return text;
    }
    case BacklogColumn::wsjf:
      return qt_text(scoring::to_line(wsjf_->score(*portfolio_, item)));
    case BacklogColumn::outcome: {
      QStringList titles;
      for (const Outcome* outcome : outcomes_of(item)) titles.append(qt_text(outcome->title));
      return titles.join("\n");
    }
    case BacklogColumn::kind:
      return tr("%1, %2").arg(capitalised(to_text(item.kind)), qt_text(to_text(item.track)));
    case BacklogColumn::effort: {
      const QString text = effort_text(item);
      return text.isEmpty() ? tr("Nobody has estimated the effort") : text + " " + tr("person-weeks");
    }
    default:
      return display(item, column);
  }
}

SortValue BacklogCells::sort_value(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::rank:
      return by_number(place(item.id));
    case BacklogColumn::key:
      return by_text(natural(item.key));
    case BacklogColumn::kind:
      return by_number(static_cast<int>(item.kind) * 2 + static_cast<int>(item.track));
    case BacklogColumn::moscow:
      return item.moscow == Moscow::unset ? SortValue{} : by_number(static_cast<int>(item.moscow));
    case BacklogColumn::allocation_class: {
      const AllocationClass* one = portfolio_->find(item.allocation_class);
      return one == nullptr ? SortValue{} : by_number(one->position);
    }
    case BacklogColumn::reach:
      return by_number(item.reach);
    case BacklogColumn::impact:
      return by_number(item.impact);
    case BacklogColumn::confidence:
      return by_number(item.confidence);
    case BacklogColumn::effort:
      return by_number(portfolio_->likely_effort(item.id));
    case BacklogColumn::rice:
      return by_number(score(*rice_, item));
    case BacklogColumn::wsjf:
      return by_number(score(*wsjf_, item));
    case BacklogColumn::stage:
      return by_number(static_cast<int>(item.stage));
    case BacklogColumn::period: {
      const auto start = first_placement(*portfolio_, item.id).start;
      return start ? by_number(days_between(make_date(1970, 1, 1), *start)) : SortValue{};
    }
    case BacklogColumn::title:
      return by_text(fold_case(item.title));
    case BacklogColumn::requester:
      return by_text(fold_case(item.requester));
    default:
      return by_text(fold_case(display(item, column).toStdString()));
  }
}

double BacklogCells::rice_share(const Item& item) const {
  const OptionalNumber value = score(*rice_, item);
  const double greatest = greatest_rice();
  return !value || greatest <= 0 ? -1 : std::clamp(*value / greatest, 0.0, 1.0);
}

QList<EffortSegment> BacklogCells::effort_segments(const Item& item) const {
  QList<EffortSegment> segments;
  if (greatest_effort_ <= 0) return segments;
  const auto add = [&](TeamId team, views::Token color) {
    for (const Estimate& row : portfolio_->owned_by<&Estimate::item>(item.id))
      if (row.team == team && row.likely.value_or(0) > 0) segments.append({*row.likely / greatest_effort_, color});
  };
  std::size_t place = 0;
  for (const Team* team : portfolio_->teams_in_order()) add(team->id, views::team_token(place++));
  add({}, views::Token::line_3);
  return segments;
}

int BacklogCells::evidence_pips(const Item& item) const {
  int pips = 0;
  const views::EvidenceDots dots = views::evidence_dots(*portfolio_, item.id);
  for (std::size_t at = 0; at < dots.size(); ++at)
    if (dots[at]) pips |= 1 << at;
  return pips;
}

ClassRole BacklogCells::class_role(const Item& item) const { return views::class_role_of(item, *portfolio_); }

}  // namespace tradewind::gui
