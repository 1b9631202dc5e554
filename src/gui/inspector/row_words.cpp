#include "gui/inspector/row_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>

#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/shown_key.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr int most_letters = 120;  // of a text in a line of the history

QString tr(const char* text) { return QCoreApplication::translate("RowWords", text); }

struct Word {
  std::string_view table;
  const char* one;
  const char* several;
};
constexpr std::array words{Word{"workspace_settings", "workspace", "workspaces"},
                           Word{"allocation_policy", "policy", "policies"},
                           Word{"allocation_class", "class", "classes"},
                           Word{"team", "team", "teams"},
                           Word{"period", "period", "periods"},
                           Word{"capacity", "capacity", "capacities"},
                           Word{"outcome", "outcome", "outcomes"},
                           Word{"check_in", "check-in", "check-ins"},
                           Word{"item", "item", "items"},
                           Word{"contribution", "contribution", "contributions"},
                           Word{"estimate", "estimate", "estimates"},
                           Word{"dependency", "dependency", "dependencies"},
                           Word{"roadmap", "roadmap", "roadmaps"},
                           Word{"placement", "placement", "placements"},
                           Word{"milestone", "milestone", "milestones"},
                           Word{"time_entry", "time entry", "time entries"},
                           Word{"evidence", "piece of evidence", "pieces of evidence"},
                           Word{"experiment", "experiment", "experiments"},
                           Word{"insight", "insight", "insights"},
                           Word{"insight_link", "link to an insight", "links to insights"},
                           Word{"stakeholder", "stakeholder", "stakeholders"},
                           Word{"framing", "text for an audience", "texts for audiences"},
                           Word{"opportunity_survey", "survey", "surveys"},
                           Word{"kano_survey", "Kano survey", "Kano surveys"},
                           Word{"criterion", "criterion", "criteria"},
                           Word{"criterion_rating", "rating", "ratings"},
                           Word{"scenario", "scenario", "scenarios"},
                           Word{"decision", "decision", "decisions"},
                           Word{"saved_view", "saved view", "saved views"},
                           Word{"mapping_profile", "import profile", "import profiles"}};

const Word* word_of(std::string_view table) {
  for (const Word& word : words)
    if (word.table == table) return &word;
  return nullptr;
}

bool is_share(std::string_view field) {
  for (const std::string_view share : {"confidence", "availability", "target_share", "tolerance", "rule_share"})
    if (field == share) return true;
  return false;
}

template <class Entity>
QString name_of(const Entity& row, const Portfolio& portfolio);

template <class Entity>
QString name_of(Id<Entity> id, const Portfolio& portfolio) {
  if (!id) return {};
  const Entity* row = portfolio.find(id);
  return row == nullptr ? tr("one that is gone") : name_of(*row, portfolio);
}

QString key_of(ItemId id, const Portfolio& portfolio) {
  const Item* item = portfolio.find(id);
  return item == nullptr ? tr("an item that is gone") : shown_key(*item);
}

template <class Entity>
QString name_of(const Entity& row, const Portfolio& portfolio) {
  if constexpr (std::is_same_v<Entity, Item>) {
    return qt_text(row.key) + " " + qt_text(short_title_of(row));
  } else if constexpr (std::is_same_v<Entity, Period>) {
    return qt_text(display_name(row));
  } else if constexpr (std::is_same_v<Entity, Capacity>) {
    return tr("%1 in %2").arg(name_of(row.team, portfolio), name_of(row.period, portfolio));
  } else if constexpr (std::is_same_v<Entity, Estimate>) {
    return tr("%1 on %2").arg(row.team ? name_of(row.team, portfolio) : tr("no team"), key_of(row.item, portfolio));
  } else if constexpr (std::is_same_v<Entity, Dependency>) {
    return tr("%1 before %2").arg(key_of(row.predecessor, portfolio), key_of(row.successor, portfolio));
  } else if constexpr (std::is_same_v<Entity, Contribution>) {
    return tr("%1 to %2").arg(key_of(row.item, portfolio), name_of(row.outcome, portfolio));
  } else if constexpr (std::is_same_v<Entity, CheckIn>) {
    return tr("%1 of %2").arg(name_of(row.outcome, portfolio), qt_text(to_display(row.date)));
  } else if constexpr (std::is_same_v<Entity, TimeEntry>) {
    return tr("%1 of %2").arg(qt_text(row.person), qt_text(to_display(row.date)));
  } else if constexpr (std::is_same_v<Entity, Framing>) {
    return tr("%1 of %2").arg(qt_text(row.audience), key_of(row.item, portfolio));
  } else if constexpr (std::is_same_v<Entity, WorkspaceSettings>) {
    return qt_text(row.name);
  } else if constexpr (requires { row.title; }) {
    return qt_text(row.title);
  } else if constexpr (requires { row.name; }) {
    return qt_text(row.name);
  } else if constexpr (requires { row.summary; }) {
    return tr("“%1” of %2").arg(qt_text(row.summary), key_of(row.item, portfolio));
  } else if constexpr (requires { row.key; }) {
    return qt_text(row.key);
  } else if constexpr (requires { row.item; }) {
    return key_of(row.item, portfolio);
  } else if constexpr (requires { row.text; }) {
    return qt_text(row.text);
  } else {
    return {};
  }
}

QString text_of(bool value, const Portfolio&) { return value ? tr("yes") : tr("no"); }
QString text_of(int value, const Portfolio&) { return QString::number(value); }
QString text_of(std::int64_t value, const Portfolio&) { return QString::number(value); }
QString text_of(double value, const Portfolio&) { return number_field_text(value); }
QString text_of(OptionalNumber value, const Portfolio&) { return number_field_text(value); }
QString text_of(const std::string& value, const Portfolio&) { return qt_text(value); }
QString text_of(Date value, const Portfolio&) { return qt_text(to_display(value)); }
QString text_of(const std::optional<Date>& value, const Portfolio&) { return value ? qt_text(to_display(*value)) : QString(); }
QString text_of(const std::vector<std::string>& values, const Portfolio&) {
  QStringList list;
  for (const std::string& value : values) list.append(qt_text(value));
  return list.join(", ");
}
QString text_of(const std::vector<CustomField>& values, const Portfolio&) {
  QStringList list;
  for (const CustomField& value : values) list.append(qt_text(value.name) + ": " + qt_text(value.value));
  return list.join("; ");
}
template <NamedEnum E>
QString text_of(E value, const Portfolio&) {
  return qt_text(to_text(value)).replace('-', ' ');
}
template <class Entity>
QString text_of(Id<Entity> id, const Portfolio& portfolio) {
  return name_of(id, portfolio);
}

template <class Visitor>
void with_table(std::string_view table, Visitor&& visit) {
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    if (Entity::table == table) visit.template operator()<Entity>();
  });
}

QString in_one_line(QString text) {
  text.replace('\n', ' ');
  return text.size() > most_letters ? text.left(most_letters - 1) + "…" : text;
}

}  // namespace

QString row_word(std::string_view table) {
  const Word* word = word_of(table);
  return word == nullptr ? QString() : tr(word->one);
}

QString rows_text(std::string_view table, std::size_t count) {
  const Word* word = word_of(table);
  if (word == nullptr) return QString::number(count);
  return QLocale(QLocale::English).toString(static_cast<qulonglong>(count)) + " " + tr(count == 1 ? word->one : word->several);
}

bool is_shown(const storage::RowChange& change) {
  const bool is_counter = change.row.table == WorkspaceSettings::table && change.fields.size() == 1 &&
                          change.fields.front().field == "next_item_number";
  return word_of(change.row.table) != nullptr && !is_counter;
}

QString field_word(std::string_view field) {
  struct Known {
    std::string_view field;
    const char* word;
  };
  static constexpr std::array known{Known{"moscow", "MoSCoW"},
                                    Known{"allocation_class", "class"},
                                    Known{"rank", "place in the backlog"},
                                    Known{"effect", "expected contribution"},
                                    Known{"typed", "person-weeks, typed"},
                                    Known{"external_url", "address"},
                                    Known{"external_key", "key in the tracker"},
                                    Known{"external_source", "tracker"},
                                    Known{"custom", "own fields"},
                                    Known{"parent", "part of"},
                                    Known{"lapse_date", "worthless after"},
                                    Known{"lapse_cost", "cost if it lapses"},
                                    Known{"supports", "speaks for it"},
                                    Known{"target_share", "target"},
                                    Known{"finish", "finish (first day after)"},
                                    Known{"end", "end (first day after)"}};
  for (const Known& one : known)
    if (one.field == field) return tr(one.word);
  return qt_text(field).replace('_', ' ');
}

QString value_text(const Portfolio& portfolio, std::string_view table, std::string_view field, const storage::FieldValue& value) {
  QString text;
  with_table(table, [&]<class Entity>() {
    Entity row;
    Entity::fields(row, [&](std::string_view name, auto& member) {
      if (name != field) return;
      // A share of nothing at all and a date that nobody gave are nothing, whatever their type begins with.
      if (std::holds_alternative<std::monostate>(value)) return;
      storage::assign_value(member, value);
      if constexpr (std::is_same_v<std::decay_t<decltype(member)>, double> ||
                    std::is_same_v<std::decay_t<decltype(member)>, OptionalNumber>)
        text = is_share(field) ? share_field_text(member) : text_of(member, portfolio);
      else
        text = text_of(member, portfolio);
    });
  });
  return text.isEmpty() ? QString("–") : in_one_line(text);
}

QString row_name(const Portfolio& portfolio, const storage::RowChange& change) {
  QString name;
  with_table(change.row.table, [&]<class Entity>() {
    if (const Entity* stored = portfolio.find(Id<Entity>{change.row.id})) {
      name = name_of(*stored, portfolio);
      return;
    }
    Entity row;
    Entity::fields(row, [&](std::string_view field, auto& member) {
      for (const storage::FieldChange& one : change.fields)
        if (one.field == field) storage::assign_value(member, change.row.kind == ChangeKind::inserted ? one.after : one.before);
    });
    name = name_of(row, portfolio);
  });
  return in_one_line(name.trimmed());
}

QString change_text(const Portfolio& portfolio, std::string_view table, const storage::FieldChange& change) {
  if (change.field == "rank") {
    const auto* before = std::get_if<std::string>(&change.before);
    const auto* after = std::get_if<std::string>(&change.after);
    if (before != nullptr && after != nullptr) return *after < *before ? tr("moved up") : tr("moved down");
  }
  return tr("%1: %2 → %3")
      .arg(field_word(change.field), value_text(portfolio, table, change.field, change.before),
           value_text(portfolio, table, change.field, change.after));
}

QString entry_time(const storage::HistoryEntry& entry) {
  if (entry.at.empty()) return "–";
  const QDateTime at = QDateTime::fromString(qt_text(entry.at), Qt::ISODateWithMs);
  if (!at.isValid()) return qt_text(entry.at);
  return QLocale(QLocale::English).toString(at.toLocalTime(), "d MMM yyyy, HH:mm");
}

}  // namespace tradewind::gui
