#include "gui/backlog/filter_words.h"

#include <algorithm>
#include <set>

#include "gui/backlog/backlog_text.h"
#include "tradewind/domain/filter.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_items_to_read = 20000;  // for tags and names of people: enough to find what is used often
constexpr std::size_t most_values = 200;

template <NamedEnum E>
QStringList names() {
  QStringList all;
  for (const auto& entry : EnumNames<E>::values) {
    const QString name = qt_text(entry.second);
    all.append(name.isEmpty() ? QString("unset") : name);
  }
  return all;
}

template <class Collect>
QStringList collected(const Portfolio& portfolio, Collect&& collect) {
  std::set<std::string> values;
  std::size_t read = 0;
  for (const Item& item : portfolio.all<Item>()) {
    if (++read > most_items_to_read || values.size() >= most_values) break;
    collect(item, values);
  }
  values.erase(std::string());
  QStringList texts;
  for (const std::string& value : values) texts.append(qt_text(value));
  return texts;
}

bool is_compared(const QString& field) {
  static const QStringList compared{
      "reach",          "impact",       "confidence",    "ease",     "effort",     "value",    "points",
      "business_value", "job_size",     "cost_of_delay", "duration", "importance", "deadline", "time_criticality",
      "risk_reduction", "satisfaction", "rice",          "earliest", "start",      "finish"};
  return compared.contains(field);
}

QStringList values_of(const Portfolio& portfolio, const QString& field) {
  QStringList values;
  if (field == "kind") return names<ItemKind>();
  if (field == "track") return names<Track>();
  if (field == "stage") return names<Stage>();
  if (field == "moscow") return names<Moscow>();
  if (field == "class") {
    for (const AllocationClass* one : portfolio.allocation_classes_in_order()) values.append(qt_text(one->key));
  } else if (field == "team") {
    for (const Team* one : portfolio.teams_in_order()) values.append(qt_text(one->name));
  } else if (field == "outcome") {
    for (const Outcome* one : portfolio.outcomes_in_order()) values.append(qt_text(one->key.empty() ? one->title : one->key));
  } else if (field == "period") {
    for (const Period& one : portfolio.all<Period>()) values.append(qt_text(one.name));
    values.sort();
  } else if (field == "has") {
    for (const std::string_view name : filter_fields()) values.append(qt_text(name));
    values << "evidence"
           << "estimate"
           << "dependency"
           << "placement";
    values.removeDuplicates();
  } else if (field == "tag") {
    return collected(portfolio, [](const Item& item, auto& out) { out.insert(item.tags.begin(), item.tags.end()); });
  } else if (field == "requester") {
    return collected(portfolio, [](const Item& item, auto& out) { out.insert(item.requester); });
  } else if (field == "assignee") {
    return collected(portfolio, [](const Item& item, auto& out) { out.insert(item.assignee); });
  } else if (field == "source") {
    return collected(portfolio, [](const Item& item, auto& out) { out.insert(item.external_source); });
  }
  return values;
}

QString quoted_where_needed(const QString& value) {
  const bool plain = std::none_of(value.begin(), value.end(),
                                  [](QChar c) { return c.isSpace() || c == ',' || c == '"' || c == ':' || c == '\\'; });
  if (plain && !value.isEmpty()) return value;
  QString inside = value;
  inside.replace('\\', "\\\\").replace('"', "\\\"");
  return '"' + inside + '"';
}

}  // namespace

FilterWord filter_word_at(const QString& expression, qsizetype cursor) {
  qsizetype start = 0;
  bool in_quotes = false;
  for (qsizetype at = 0; at < std::min(cursor, expression.size()); ++at) {
    if (in_quotes && expression[at] == '\\')
      ++at;
    else if (expression[at] == '"')
      in_quotes = !in_quotes;
    else if (!in_quotes && expression[at].isSpace())
      start = at + 1;
  }
  return {start, expression.mid(start, cursor - start)};
}

QStringList filter_terms(const QString& expression) {
  QStringList terms;
  for (qsizetype end = expression.size(); end > 0;) {
    const FilterWord word = filter_word_at(expression, end);
    if (!word.text.isEmpty()) terms.prepend(word.text);
    end = word.start - 1;
  }
  return terms;
}

QStringList filter_completions(const Portfolio& portfolio, const QString& word) {
  const QString negation = word.startsWith('-') ? "-" : "";
  const QString rest = word.mid(negation.size());
  QStringList found;
  const qsizetype colon = rest.indexOf(':');
  if (colon < 0) {
    if (rest.isEmpty() || rest.contains('"')) return found;
    QStringList fields;
    for (const std::string_view field : filter_fields()) fields.append(qt_text(field));
    fields.append("has");
    fields.removeDuplicates();
    for (const QString& field : fields)
      if (field.startsWith(rest, Qt::CaseInsensitive))
        found.append(negation + field + (field.endsWith('.') ? "" : is_compared(field) ? "<" : ":"));
    return found;
  }
  const QString field = rest.left(colon).toLower();
  // Of "stage:idea,fr" the part before the last comma stays.
  const qsizetype begin = std::max(colon, rest.lastIndexOf(',')) + 1;
  QString typed = rest.mid(begin);
  if (typed.startsWith('"')) typed.remove(0, 1);
  for (const QString& value : values_of(portfolio, field))
    if (value.startsWith(typed, Qt::CaseInsensitive)) found.append(negation + rest.left(begin) + quoted_where_needed(value));
  return found;
}

bool is_half_typed(const Portfolio& portfolio, const QString& word) {
  if (word.isEmpty()) return false;
  const QStringList completions = filter_completions(portfolio, word);
  if (completions.contains(word, Qt::CaseInsensitive)) return false;
  return !completions.isEmpty() || word.count('"') % 2 == 1 || QString(":<>=,-").contains(word.back());
}

}  // namespace tradewind::gui
