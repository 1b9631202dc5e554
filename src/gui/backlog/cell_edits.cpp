#include "gui/backlog/cell_edits.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "gui/backlog/backlog_text.h"
#include "gui/inspector/date_field.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/text.h"

namespace tradewind::gui {
namespace {

[[noreturn]] void refuse(BacklogColumn column, const QString& why, const QString& what_to_do) {
  throw storage::EditRefused{Error{ErrorCode::bad_input, "cannot set " + title_of(column).toLower().toStdString(),
                                   why.toStdString(), what_to_do.toStdString()}};
}

OptionalNumber number_in(BacklogColumn column, QString text) {
  text = text.trimmed();
  if (text.isEmpty()) return {};
  // Spreadsheets and our own cells group thousands by commas; any other comma is left to be refused.
  static const QRegularExpression grouped("^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$");
  if (grouped.match(text).hasMatch()) text.remove(',');
  bool is_number = false;
  const double number = text.toDouble(&is_number);
  if (!is_number || !std::isfinite(number))
    refuse(column, "\"" + text + "\" is not a number", "give digits with a point, such as 2.5");
  return number;
}

OptionalNumber share_in(BacklogColumn column, QString text) {
  text = text.trimmed();
  const bool percent = text.endsWith('%');
  if (percent) text.chop(1);
  const OptionalNumber number = number_in(column, text);
  if (!number) return {};
  // The cell shows per cent, so 90 is meant so; 0.9 is what files say.
  return percent || *number > 1 ? OptionalNumber{*number / 100} : number;
}

template <NamedEnum E>
std::optional<E> named(const QString& text) {
  QString plain = text.trimmed();
  plain.remove(QChar(0x2019)).remove('\'');  // Won’t
  const std::string bytes = plain.toStdString();
  for (const auto& [value, name] : EnumNames<E>::values)
    if (equals_ignoring_case(name, bytes)) return value;
  return std::nullopt;
}

template <NamedEnum E>
QString names() {
  QStringList all;
  for (const auto& entry : EnumNames<E>::values)
    if (const std::string_view name = entry.second; !name.empty()) all.append(qt_text(name));
  return all.join(", ");
}

template <NamedEnum E>
E named_or_refuse(BacklogColumn column, const QString& text) {
  if (const auto value = named<E>(text)) return *value;
  refuse(column, "there is no \"" + text + "\"", "choose one of " + names<E>());
}

void set_kind(Item& item, const QString& text) {
  for (const QString& part : text.split(',', Qt::SkipEmptyParts)) {
    if (const auto kind = named<ItemKind>(part))
      item.kind = *kind;
    else if (const auto track = named<Track>(part))
      item.track = *track;
    else
      refuse(BacklogColumn::kind, "there is no \"" + part.trimmed() + "\"",
             "choose one of " + names<ItemKind>() + ", " + names<Track>());
  }
}

const Outcome* outcome_called(const Portfolio& portfolio, const QString& text) {
  const std::string name = text.trimmed().toStdString();
  if (name.empty()) return nullptr;  // a short title may be empty too
  if (const Outcome* outcome = portfolio.outcome_by_key(name)) return outcome;
  for (const Outcome& outcome : portfolio.all<Outcome>())
    if (equals_ignoring_case(outcome.title, name) || equals_ignoring_case(outcome.short_title, name)) return &outcome;
  return nullptr;
}

/// What an item is expected to add to outcomes it serves already is kept.
void set_outcomes(storage::Edit& edit, ItemId item, const QString& text) {
  std::vector<OutcomeId> wanted;
  // A comma may belong to a title: take the text as a whole first.
  const QStringList parts = outcome_called(edit.portfolio(), text) ? QStringList{text} : text.split(',', Qt::SkipEmptyParts);
  for (const QString& part : parts) {
    const Outcome* outcome = outcome_called(edit.portfolio(), part);
    if (outcome == nullptr)
      refuse(BacklogColumn::outcome, "there is no outcome \"" + part.trimmed() + "\"", "give the key or title of an outcome");
    if (std::find(wanted.begin(), wanted.end(), outcome->id) == wanted.end()) wanted.push_back(outcome->id);
  }
  std::vector<ContributionId> gone;
  for (const Contribution& row : edit.portfolio().owned_by<&Contribution::item>(item)) {
    const auto kept = std::find(wanted.begin(), wanted.end(), row.outcome);
    if (kept == wanted.end())
      gone.push_back(row.id);
    else
      wanted.erase(kept);
  }
  for (const ContributionId id : gone) edit.erase(id);
  for (const OutcomeId outcome : wanted) {
    Contribution row;
    row.item = item;
    row.outcome = outcome;
    edit.insert(row);
  }
}

/// "8" = likely alone, "3/5/8" = low/likely/high.
void read_range(const QString& text, Estimate& row) {
  const QStringList parts = text.split('/');
  if (parts.size() != 1 && parts.size() != 3)
    refuse(BacklogColumn::effort, "\"" + text.trimmed() + "\" is not low/likely/high", "give one number or three, such as 3/5/8");
  row.likely = number_in(BacklogColumn::effort, parts.size() == 1 ? parts[0] : parts[1]);
  row.low = parts.size() == 1 ? OptionalNumber{} : number_in(BacklogColumn::effort, parts[0]);
  row.high = parts.size() == 1 ? OptionalNumber{} : number_in(BacklogColumn::effort, parts[2]);
}

template <class Row>
void store(storage::Edit& edit, const Row& row) {
  if (row.id)
    edit.update(row);
  else
    edit.insert(row);
}

/// "Platform=5; Governance=2": the whole truth, so estimates of teams that are not named go.
void set_effort_by_team(storage::Edit& edit, ItemId item, const std::vector<Estimate>& before, const QString& text) {
  std::vector<Estimate> wanted;
  for (const QString& part : text.split(';', Qt::SkipEmptyParts)) {
    const qsizetype equals = part.indexOf('=');
    if (equals < 0)
      refuse(BacklogColumn::effort, "\"" + part.trimmed() + "\" names no team", "write it so: Platform=5; Governance=2");
    const QString name = part.left(equals).trimmed();
    Estimate row;
    row.item = item;
    if (name.compare("unassigned", Qt::CaseInsensitive) != 0) {
      const Team* team = edit.portfolio().team_by_name(name.toStdString());
      if (team == nullptr) refuse(BacklogColumn::effort, "there is no team \"" + name + "\"", "give the name of a team");
      row.team = team->id;
    }
    for (const Estimate& old : before)
      if (old.team == row.team) row = old;
    read_range(part.mid(equals + 1), row);
    for (const Estimate& other : wanted)
      if (other.team == row.team) refuse(BacklogColumn::effort, "\"" + name + "\" occurs twice", "name each team once");
    wanted.push_back(row);
  }
  for (const Estimate& old : before)
    if (std::none_of(wanted.begin(), wanted.end(), [&](const Estimate& row) { return row.id == old.id; })) edit.erase(old.id);
  for (const Estimate& row : wanted) store(edit, row);
}

void set_effort(storage::Edit& edit, ItemId item, const QString& text) {
  std::vector<Estimate> rows;
  for (const Estimate& row : edit.portfolio().owned_by<&Estimate::item>(item)) rows.push_back(row);
  if (text.contains('=')) return set_effort_by_team(edit, item, rows, text);
  if (text.isEmpty()) {
    for (const Estimate& row : rows) edit.erase(row.id);
    return;
  }
  Estimate row;
  row.item = item;
  if (!rows.empty()) row = rows.front();
  read_range(text, row);
  if (rows.size() < 2) return store(edit, row);
  // The sum that the cell shows changes nothing; any other number would have to be shared out by somebody who knows.
  const OptionalNumber sum = edit.portfolio().likely_effort(item);
  if (!text.contains('/') && sum && row.likely && std::abs(*sum - *row.likely) < 0.005) return;
  refuse(BacklogColumn::effort, "several teams estimate this item", "name them, as in Platform=5; Governance=2");
}

void set_period(storage::Edit& edit, ItemId item, const QString& text) {
  const Portfolio& portfolio = edit.portfolio();
  Placement row;
  row.item = item;
  if (const Roadmap* roadmap = portfolio.roadmap_by_name({})) row.roadmap = roadmap->id;
  for (const Placement& old : portfolio.owned_by<&Placement::item>(item))
    if (row.roadmap && old.roadmap == row.roadmap) row = old;
  if (text.isEmpty()) {
    if (row.id) edit.erase(row.id);
    return;
  }
  if (const Period* period = portfolio.period_by_name(text.toStdString())) {
    row.period = period->id;
  } else {
    const auto made = parse_period(text.toStdString(), portfolio.settings().fiscal_year_start_month);
    if (!made)
      refuse(BacklogColumn::period, "there is no period \"" + text + "\"",
             "give a quarter (2027Q1), a month (2027-03), a week (2027-W09) or the name of a sprint that exists");
    row.period = edit.insert(*made);
  }
  if (!row.roadmap) {
    Roadmap roadmap;
    roadmap.name = "Roadmap";
    row.roadmap = edit.insert(roadmap);
  }
  row.start = row.finish = std::nullopt;  // dates would win over the period that was just asked for
  store(edit, row);
}

void set_class(const Portfolio& portfolio, Item& item, const QString& text) {
  item.allocation_class = {};
  if (text.isEmpty()) return;
  const AllocationClass* one = portfolio.allocation_class_by_name(text.toStdString());
  if (one == nullptr) {
    QStringList known;
    for (const AllocationClass* other : portfolio.allocation_classes_in_order()) known.append(qt_text(other->name));
    refuse(BacklogColumn::allocation_class, "there is no class \"" + text + "\"",
           known.isEmpty() ? QString("add allocation classes first") : "choose one of " + known.join(", "));
  }
  item.allocation_class = one->id;
}

std::vector<std::string> tags_in(const QString& text) {
  std::vector<std::string> tags;
  for (const QString& part : text.split(','))
    if (std::string tag = part.trimmed().toStdString(); !tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
      tags.push_back(std::move(tag));
  return tags;
}

std::optional<Date> date_in(BacklogColumn column, const QString& text) {
  const auto date = read_date(text);
  if (!date) refuse(column, "\"" + text + "\" is not a date", "write it as 18 Jan 2027 or 2027-01-18");
  return *date;
}

}  // namespace

void set_cell(storage::Edit& edit, ItemId id, BacklogColumn column, const QString& written) {
  const Item* found = edit.portfolio().find(id);
  if (found == nullptr) refuse(column, "the item no longer exists", "look it up in the history");
  Item item = *found;
  QString text = written.trimmed();
  if (text == QString(QChar(0x2013))) text.clear();
  switch (column) {
    case BacklogColumn::outcome:
      return set_outcomes(edit, id, text);
    case BacklogColumn::effort:
      return set_effort(edit, id, text);
    case BacklogColumn::period:
      return set_period(edit, id, text);
    case BacklogColumn::key:
      if (text.isEmpty()) refuse(column, "an item needs a key", "give one that no other item has");
      item.key = text.toStdString();
      break;
    case BacklogColumn::title:
      item.title = text.toStdString();
      break;
    case BacklogColumn::kind:
      set_kind(item, text);
      break;
    case BacklogColumn::moscow:
      item.moscow = named_or_refuse<Moscow>(column, text);
      break;
    case BacklogColumn::allocation_class:
      set_class(edit.portfolio(), item, text);
      break;
    case BacklogColumn::reach:
      item.reach = number_in(column, text);
      break;
    case BacklogColumn::impact:
      item.impact = number_in(column, text);
      break;
    case BacklogColumn::confidence:
      item.confidence = share_in(column, text);
      break;
    case BacklogColumn::stage:
      item.stage = named_or_refuse<Stage>(column, text);
      break;
    case BacklogColumn::requester:
      item.requester = text.toStdString();
      break;
    case BacklogColumn::tags:
      item.tags = tags_in(text);
      break;
    case BacklogColumn::earliest_start:
      item.earliest_start = date_in(column, text);
      break;
    case BacklogColumn::deadline:
      item.deadline = date_in(column, text);
      break;
    default:
      refuse(column, "it is computed", "change the factors that it is made of");
  }
  edit.update(item);
}

}  // namespace tradewind::gui
