#include "gui/pages/time_entry_cells.h"

#include <QCoreApplication>
#include <cmath>
#include <unordered_set>

#include "gui/inspector/date_field.h"
#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "tradewind/workbench/plain_words.h"

namespace tradewind::gui {
namespace {

constexpr double minutes_per_hour = 60;
constexpr double most_hours = 10'000;  // of one entry: several years

QString tr(const char* text) { return QCoreApplication::translate("TimeEntries", text); }

tl::unexpected<Error> refuse(TimeColumn column, const QString& why, const QString& what_to_do) {
  return tl::unexpected(Error{ErrorCode::bad_input, "cannot set " + title_of(column).toLower().toStdString(), why.toStdString(),
                              what_to_do.toStdString()});
}

/// Two decimals say every whole minute.
QString hours_of(const TimeEntry& entry) {
  return number_field_text(std::round(static_cast<double>(entry.minutes) / minutes_per_hour * 100) / 100);
}

QString name_of_item(const Item& item) { return shown_key(item) + " " + qt_text(short_title_of(item)); }

const Item* item_called(const QString& text, const Portfolio& portfolio) {
  if (const Item* item = portfolio.item_by_key(text.toStdString())) return item;
  if (const Item* item = portfolio.item_by_key(text.section(' ', 0, 0).toStdString())) return item;
  const TextPattern title(text.toStdString());
  for (const Item& item : portfolio.all<Item>())
    if (title.equals(item.title) || title.equals(short_title_of(item))) return &item;
  return nullptr;
}

Result<TimeChange> read_hours(const QString& text, const WorkspaceSettings& settings) {
  std::optional<std::int64_t> minutes = workbench::minutes_in(QString(text).remove(' ').toStdString(), settings);
  if (!minutes)
    if (const auto hours = read_number(text); hours && hours->has_value() && hours->value() <= most_hours)
      minutes = std::llround(hours->value() * minutes_per_hour);
  if (!minutes)
    return refuse(TimeColumn::hours, tr("“%1” is not a number of hours").arg(text), tr("Type hours, as in 1.5 or 1h30m"));
  if (*minutes <= 0) return refuse(TimeColumn::hours, tr("an entry is of some time"), tr("Delete the entry if there was none"));
  return [minutes = *minutes](TimeEntry& entry) { entry.minutes = minutes; };
}

}  // namespace

QString title_of(TimeColumn column) {
  switch (column) {
    case TimeColumn::date:
      return tr("Date");
    case TimeColumn::person:
      return tr("Person");
    case TimeColumn::team:
      return tr("Team");
    case TimeColumn::allocation_class:
      return tr("Class");
    case TimeColumn::item:
      return tr("Item");
    case TimeColumn::hours:
      return tr("Hours");
    case TimeColumn::note:
      break;
  }
  return tr("Note");
}

QString shown_text(const TimeEntry& entry, TimeColumn column, const Portfolio& portfolio) {
  QString text;
  if (column != TimeColumn::item)
    text = edit_text(entry, column, portfolio);
  else if (const Item* item = portfolio.find(entry.item))
    text = name_of_item(*item);
  return text.isEmpty() ? QString(QChar(0x2013)) : text;
}

QString edit_text(const TimeEntry& entry, TimeColumn column, const Portfolio& portfolio) {
  switch (column) {
    case TimeColumn::date:
      return date_field_text(entry.date);
    case TimeColumn::person:
      return qt_text(entry.person);
    case TimeColumn::team: {
      const Team* team = portfolio.find(entry.team);
      return team == nullptr ? QString() : qt_text(team->name);
    }
    case TimeColumn::allocation_class: {
      const AllocationClass* one = portfolio.find(entry.allocation_class);
      return one == nullptr ? QString() : qt_text(one->name);
    }
    case TimeColumn::item: {
      const Item* item = portfolio.find(entry.item);
      return item == nullptr ? QString() : shown_key(*item);
    }
    case TimeColumn::hours:
      return hours_of(entry);
    case TimeColumn::note:
      break;
  }
  return qt_text(entry.cause);
}

bool is_choice(TimeColumn column) { return column == TimeColumn::team || column == TimeColumn::allocation_class; }

QStringList offers(TimeColumn column, const Portfolio& portfolio) {
  QStringList texts;
  if (is_choice(column)) texts.append(QString());
  if (column == TimeColumn::team) {
    for (const Team* team : portfolio.teams_in_order()) texts.append(qt_text(team->name));
  } else if (column == TimeColumn::allocation_class) {
    for (const AllocationClass* one : portfolio.allocation_classes_in_order()) texts.append(qt_text(one->name));
  } else if (column == TimeColumn::item) {
    for (const Item& item : portfolio.all<Item>()) texts.append(name_of_item(item));
  } else if (column == TimeColumn::person) {
    std::unordered_set<std::string_view> people;
    for (const TimeEntry& entry : portfolio.all<TimeEntry>())
      if (!entry.person.empty() && people.insert(entry.person).second) texts.append(qt_text(entry.person));
    texts.sort(Qt::CaseInsensitive);
  }
  return texts;
}

Result<TimeChange> read_cell(TimeColumn column, const QString& written, const Portfolio& portfolio) {
  QString text = written.trimmed();
  if (text == QString(QChar(0x2013))) text.clear();
  switch (column) {
    case TimeColumn::date: {
      const auto date = read_date(text);
      if (!date) return refuse(column, tr("“%1” is no date").arg(text), tr("Write it as 18 Jan 2027 or 2027-01-18"));
      if (!*date) return refuse(column, tr("an entry has a day"), tr("Write one, or delete the entry"));
      return [day = **date](TimeEntry& entry) { entry.date = day; };
    }
    case TimeColumn::person:
      return [name = text.toStdString()](TimeEntry& entry) { entry.person = name; };
    case TimeColumn::team: {
      const Team* team = text.isEmpty() ? nullptr : portfolio.team_by_name(text.toStdString());
      if (team == nullptr && !text.isEmpty())
        return refuse(column, tr("there is no team “%1”").arg(text), tr("Choose one of the list"));
      return [id = team == nullptr ? TeamId{} : team->id](TimeEntry& entry) { entry.team = id; };
    }
    case TimeColumn::allocation_class: {
      const AllocationClass* one = text.isEmpty() ? nullptr : portfolio.allocation_class_by_name(text.toStdString());
      if (one == nullptr && !text.isEmpty())
        return refuse(column, tr("there is no class “%1”").arg(text), tr("Choose one of the list"));
      return [id = one == nullptr ? AllocationClassId{} : one->id](TimeEntry& entry) { entry.allocation_class = id; };
    }
    case TimeColumn::item: {
      const Item* item = text.isEmpty() ? nullptr : item_called(text, portfolio);
      if (item == nullptr && !text.isEmpty())
        return refuse(column, tr("no item has the key or the title “%1”").arg(text),
                      tr("Type its key, or words of its title and choose one of the list"));
      return [id = item == nullptr ? ItemId{} : item->id](TimeEntry& entry) { entry.item = id; };
    }
    case TimeColumn::hours:
      return read_hours(text, portfolio.settings());
    case TimeColumn::note:
      break;
  }
  return [note = text.toStdString()](TimeEntry& entry) { entry.cause = note; };
}

bool has_word(const TimeEntry& entry, const TextPattern& word, const Portfolio& portfolio) {
  if (word.found_in(entry.person) || word.found_in(entry.cause)) return true;
  if (const Team* team = portfolio.find(entry.team); team != nullptr && word.found_in(team->name)) return true;
  if (const AllocationClass* one = portfolio.find(entry.allocation_class); one != nullptr && word.found_in(one->name))
    return true;
  if (const Item* item = portfolio.find(entry.item))
    if (word.found_in(item->key) || word.found_in(item->external_key) || word.found_in(item->title) ||
        word.found_in(item->short_title))
      return true;
  return word.found_in(to_display(entry.date));
}

}  // namespace tradewind::gui
