// What stands in the cells: as people read it, as they write it, on hover, and for sorting.
#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <limits>
#include <tuple>

#include "gui/backlog/backlog_cells.h"
#include "gui/backlog/backlog_placement.h"
#include "gui/backlog/backlog_text.h"
#include "gui/backlog/confidence_check.h"
#include "gui/shell/shown_key.h"
#include "tradewind/domain/text.h"
#include "tradewind/scoring/moscow.h"

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

SortValue by_date(const std::optional<Date>& date) {
  return date ? by_number(days_between(make_date(1970, 1, 1), *date)) : SortValue{};
}
QString date_text(const std::optional<Date>& date) { return date ? QString::fromStdString(to_iso(*date)) : QString(); }

std::vector<const Outcome*> outcomes_of(const Portfolio& portfolio, const Item& item) {
  std::vector<const Outcome*> outcomes;
  for (const Contribution& row : portfolio.owned_by<&Contribution::item>(item.id))
    if (const Outcome* outcome = portfolio.find(row.outcome)) outcomes.push_back(outcome);
  std::sort(outcomes.begin(), outcomes.end(),
            [](const Outcome* a, const Outcome* b) { return std::tie(a->position, a->key) < std::tie(b->position, b->key); });
  return outcomes;
}

/// "18", "Platform=5; Mobile=2/3/6". A single estimate names its team only where `names_team`.
QString effort_text(const Portfolio& portfolio, const Item& item, bool names_team) {
  std::vector<std::pair<int, QString>> parts;
  bool teams = names_team;
  QString alone;
  for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item.id)) {
    const Team* team = portfolio.find(row.team);
    const QString name = team == nullptr ? QString("unassigned") : qt_text(team->name);
    alone = range_text(row);
    teams = teams || !parts.empty();
    parts.emplace_back(team == nullptr ? std::numeric_limits<int>::max() : team->position, name + "=" + alone);
  }
  if (!teams) return alone;
  std::sort(parts.begin(), parts.end());
  QStringList texts;
  for (const auto& part : parts) texts.append(part.second);
  return texts.join("; ");
}

}  // namespace

QString BacklogCells::display(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::rank:
      return QString::number(place(item.id));
    case BacklogColumn::outcome: {
      const auto outcomes = outcomes_of(*portfolio_, item);
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
      return item.confidence ? percent_text(*item.confidence) : unknown;
    case BacklogColumn::effort:
      return number_or_unknown(effort(item.id), 1);
    case BacklogColumn::stage:
      return capitalised(to_text(item.stage));
    case BacklogColumn::key:
      return shown_key(item);
    default:
      return method_of(column) != nullptr ? score_text(item, column) : edit_text(item, column);
  }
}

QString BacklogCells::score_text(const Item& item, BacklogColumn column) const {
  const scoring::Method& method = *method_of(column);
  const OptionalNumber value = scores(method).value(item.id);
  if (!value) return unknown;
  if (column == BacklogColumn::rice || column == BacklogColumn::wsjf) return QLocale(QLocale::English).toString(*value, 'f', 1);
  // "Quick wins" says more than the number of the quadrant.
  const scoring::ScoreResult result = method.explain(context_, item);
  const scoring::Score* score = scoring::score_of(result);
  return score == nullptr || score->label.empty() ? trimmed_number(*value, 1, true) : qt_text(score->label);
}

QString BacklogCells::edit_text(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::key:
      return qt_text(item.key);
    case BacklogColumn::title:
      return qt_text(item.title);
    case BacklogColumn::outcome: {
      QStringList keys;
      for (const Outcome* outcome : outcomes_of(*portfolio_, item))
        keys.append(qt_text(outcome->key.empty() ? outcome->title : outcome->key));
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
      return effort_text(*portfolio_, item, false);
    case BacklogColumn::stage:
      return qt_text(to_text(item.stage));
    case BacklogColumn::requester:
      return qt_text(item.requester);
    case BacklogColumn::period: {
      const Period* period = first_placement(*portfolio_, item.id).period;
      return period == nullptr ? QString() : qt_text(period->name);
    }
    case BacklogColumn::tags: {
      QStringList tags;
      for (const std::string& tag : item.tags) tags.append(qt_text(tag));
      return tags.join(", ");
    }
    case BacklogColumn::earliest_start:
      return date_text(item.earliest_start);
    case BacklogColumn::deadline:
      return date_text(item.deadline);
    default:
      if (const scoring::Method* method = method_of(column)) return number_text(scores(*method).value(item.id));
      return display(item, column);
  }
}

QString BacklogCells::whole_text(const Item& item, BacklogColumn column) const {
  return column == BacklogColumn::effort ? effort_text(*portfolio_, item, true) : edit_text(item, column);
}

QString BacklogCells::score_tool_tip(const Item& item, const scoring::Method& method) const {
  const scoring::ScoreResult result = method.explain(context_, item);
  const QString text = qt_text(scoring::to_line(result));
  const scoring::Score* score = scoring::score_of(result);
  if (score == nullptr || !score->label.empty()) return text;  // a place among hundreds of equals says nothing
  const ItemNumbers::Place at = scores(method).place(item.id);
  return text + "\n" + tr("Rank %1 of %2 by %3").arg(at.greater + 1).arg(at.of).arg(qt_text(method.name));
}

QString BacklogCells::tool_tip(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::outcome: {
      QStringList titles;
      for (const Outcome* outcome : outcomes_of(*portfolio_, item)) titles.append(qt_text(outcome->title));
      return titles.join("\n");
    }
    case BacklogColumn::kind:
      return tr("%1, %2").arg(capitalised(to_text(item.kind)), qt_text(to_text(item.track)));
    case BacklogColumn::effort: {
      const QString text = effort_text(*portfolio_, item, false);
      return text.isEmpty() ? tr("Nobody has estimated the effort") : text + " " + tr("person-weeks");
    }
    case BacklogColumn::confidence:
      return display(item, column) + "\n" + evidence_sentences(*portfolio_, item);
    case BacklogColumn::key:
      if (item.external_key.empty()) return qt_text(item.key);
      return tr("%1 in %2, %3 in this workspace")
          .arg(qt_text(item.external_key), qt_text(item.external_source), qt_text(item.key));
    default:
      if (const scoring::Method* method = method_of(column)) return score_tool_tip(item, *method);
      return display(item, column);
  }
}

SortValue BacklogCells::sort_value(const Item& item, BacklogColumn column) const {
  switch (column) {
    case BacklogColumn::rank:
      return by_number(place(item.id));
    case BacklogColumn::key:
      return by_text(natural(shown_key(item).toStdString()));
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
      return by_number(effort(item.id));
    case BacklogColumn::stage:
      return by_number(static_cast<int>(item.stage));
    case BacklogColumn::period:
      return by_date(first_placement(*portfolio_, item.id).start);
    case BacklogColumn::earliest_start:
      return by_date(item.earliest_start);
    case BacklogColumn::deadline:
      return by_date(item.deadline);
    case BacklogColumn::title:
      return by_text(fold_case(item.title));
    case BacklogColumn::requester:
      return by_text(fold_case(item.requester));
    default:
      if (const scoring::Method* method = method_of(column)) return by_number(scores(*method).value(item.id));
      return by_text(fold_case(display(item, column).toStdString()));
  }
}

}  // namespace tradewind::gui
