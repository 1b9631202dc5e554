#include "gui/backlog/backlog_columns.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <vector>

#include "gui/backlog/backlog_text.h"
#include "tradewind/scoring/moscow.h"

namespace tradewind::gui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("BacklogColumn", text); }

template <NamedEnum E>
void add_names(BacklogChoices& choices) {
  for (const auto& [value, name] : EnumNames<E>::values) {
    choices.texts.append(qt_text(name));
    choices.labels.append(capitalised(name));
  }
}

void add_none(BacklogChoices& choices) {
  choices.texts.append(QString());
  choices.labels.append(tr("None"));
}

constexpr int own_count = static_cast<int>(BacklogColumn::own_count_);

std::string_view own_method_key(BacklogColumn column) {
  switch (column) {
    case BacklogColumn::moscow:
      return "moscow";
    case BacklogColumn::rice:
      return "rice";
    case BacklogColumn::wsjf:
      return "wsjf";
    default:
      return {};
  }
}

std::optional<BacklogColumn> own_column_of(const scoring::Method& method) {
  for (int column = 0; column < own_count; ++column)
    if (own_method_key(static_cast<BacklogColumn>(column)) == method.key) return static_cast<BacklogColumn>(column);
  return std::nullopt;
}

const std::vector<const scoring::Method*>& further_methods() {
  static const std::vector<const scoring::Method*> further = [] {
    std::vector<const scoring::Method*> found;
    for (const scoring::Method& method : scoring::methods())
      if (!own_column_of(method)) found.push_back(&method);
    return found;
  }();
  return further;
}

bool is_own(BacklogColumn column) { return static_cast<int>(column) < own_count; }

/// REQUIRES: is_own(column).
const char* own_key(BacklogColumn column) {
  static constexpr std::array<const char*, own_count> keys{
      "rank",   "key",  "title", "outcome", "kind",      "moscow", "class", "reach",    "impact",  "confidence",
      "effort", "rice", "wsjf",  "stage",   "requester", "period", "tags",  "earliest", "deadline"};
  return keys[static_cast<std::size_t>(column)];
}

}  // namespace

int backlog_column_count() { return own_count + static_cast<int>(further_methods().size()); }

const scoring::Method* method_of(BacklogColumn column) {
  if (is_own(column)) {
    const std::string_view key = own_method_key(column);
    return key.empty() ? nullptr : scoring::find_method(key);
  }
  return further_methods()[static_cast<std::size_t>(static_cast<int>(column) - own_count)];
}

BacklogColumn score_column(const scoring::Method& method) {
  if (const auto own = own_column_of(method)) return *own;
  const auto& further = further_methods();
  const auto at = std::find(further.begin(), further.end(), &method) - further.begin();
  return static_cast<BacklogColumn>(own_count + static_cast<int>(at));
}

QString key_of(BacklogColumn column) { return is_own(column) ? QString(own_key(column)) : qt_text(method_of(column)->key); }

std::optional<BacklogColumn> column_with_key(const QString& key) {
  for (int column = 0; column < backlog_column_count(); ++column)
    if (key_of(static_cast<BacklogColumn>(column)) == key) return static_cast<BacklogColumn>(column);
  return std::nullopt;
}

QString title_of(BacklogColumn column) {
  if (!is_own(column)) return qt_text(method_of(column)->name);
  switch (column) {
    case BacklogColumn::rank:
      return tr("#");
    case BacklogColumn::key:
      return tr("Key");
    case BacklogColumn::title:
      return tr("Title");
    case BacklogColumn::outcome:
      return tr("Outcome");
    case BacklogColumn::kind:
      return tr("Kind");
    case BacklogColumn::moscow:
      return tr("MoSCoW");
    case BacklogColumn::allocation_class:
      return tr("Class");
    case BacklogColumn::reach:
      return tr("Reach");
    case BacklogColumn::impact:
      return tr("Impact");
    case BacklogColumn::confidence:
      return tr("Confidence");
    case BacklogColumn::effort:
      return tr("Effort, pw");
    case BacklogColumn::rice:
      return tr("RICE");
    case BacklogColumn::wsjf:
      return tr("WSJF");
    case BacklogColumn::stage:
      return tr("Status");
    case BacklogColumn::requester:
      return tr("Requester");
    case BacklogColumn::period:
      return tr("Period");
    case BacklogColumn::tags:
      return tr("Tags");
    case BacklogColumn::earliest_start:
      return tr("Earliest start");
    case BacklogColumn::deadline:
      return tr("Deadline");
    case BacklogColumn::own_count_:
      break;
  }
  return {};
}

QString meaning_of(BacklogColumn column) {
  if (!is_own(column)) {
    const scoring::Method& method = *method_of(column);
    const QString scale = qt_text(method.scale) + (method.unit.empty() ? QString() : " " + qt_text(method.unit));
    return tr("%1: %2 (%3)").arg(qt_text(method.name), scale, qt_text(method.source));
  }
  switch (column) {
    case BacklogColumn::rank:
      return tr("Place in the order of the workspace. Sort by it to drag rows to another place.");
    case BacklogColumn::outcome:
      return tr("The outcomes that the item serves, by key or title");
    case BacklogColumn::kind:
      return tr("Kind of the item, with a box for delivery and a flask for discovery");
    case BacklogColumn::allocation_class:
      return tr("Allocation class");
    case BacklogColumn::reach:
      return tr("People reached per quarter");
    case BacklogColumn::impact:
      return tr("Impact on each of them: 3, 2, 1, 0.5 or 0.25");
    case BacklogColumn::confidence:
      return tr(
          "Confidence. Dots from left to right: opinion, interviews, usage data, experiment, pilot. A corner marks more "
          "confidence than the evidence supports.");
    case BacklogColumn::effort:
      return tr("Likely effort in person-weeks, by team. Write 8, 5/8/12 (low/likely/high) or Platform=5; Governance=3");
    case BacklogColumn::rice:
      return tr("Reach × impact × confidence ÷ effort");
    case BacklogColumn::wsjf:
      return tr("Cost of delay ÷ job size");
    case BacklogColumn::period:
      return tr("Period on the first roadmap");
    case BacklogColumn::tags:
      return tr("Tags, with commas between them");
    case BacklogColumn::earliest_start:
      return tr("The first day on which work can begin, such as 2027-01-18 or 18 Jan 2027");
    case BacklogColumn::deadline:
      return tr("The day by which it has to be there, such as 2027-01-18 or 18 Jan 2027");
    default:
      return title_of(column);
  }
}

bool is_number(BacklogColumn column) {
  switch (column) {
    case BacklogColumn::rank:
    case BacklogColumn::reach:
    case BacklogColumn::impact:
    case BacklogColumn::confidence:
    case BacklogColumn::effort:
    case BacklogColumn::rice:
    case BacklogColumn::wsjf:
      return true;
    default:
      return !is_own(column);
  }
}

bool is_editable(BacklogColumn column) {
  return is_own(column) && column != BacklogColumn::rank && column != BacklogColumn::rice && column != BacklogColumn::wsjf;
}

bool is_of_one_item(BacklogColumn column) { return column == BacklogColumn::key || column == BacklogColumn::title; }

bool is_shown_at_first(BacklogColumn column) { return is_own(column) && column < BacklogColumn::tags; }

int default_width(BacklogColumn column) {
  if (!is_own(column)) return 104;
  switch (column) {
    case BacklogColumn::rank:
      return 40;
    case BacklogColumn::key:
      return 72;
    case BacklogColumn::title:
      return 300;
    case BacklogColumn::tags:
      return 140;
    case BacklogColumn::outcome:
      return 92;
    case BacklogColumn::kind:
    case BacklogColumn::allocation_class:
      return 108;
    case BacklogColumn::confidence:
    case BacklogColumn::effort:
    case BacklogColumn::earliest_start:
    case BacklogColumn::deadline:
      return 96;
    case BacklogColumn::impact:
    case BacklogColumn::wsjf:
      return 62;
    default:
      return 78;
  }
}

BacklogChoices choices_of(const Portfolio& portfolio, BacklogColumn column) {
  BacklogChoices choices;
  switch (column) {
    case BacklogColumn::kind:
      add_names<ItemKind>(choices);
      add_names<Track>(choices);
      break;
    case BacklogColumn::moscow:
      for (const auto& [value, name] : EnumNames<Moscow>::values) {
        choices.texts.append(qt_text(name));
        choices.labels.append(value == Moscow::unset ? tr("None") : qt_text(scoring::moscow_name(value)));
      }
      break;
    case BacklogColumn::stage:
      add_names<Stage>(choices);
      break;
    case BacklogColumn::allocation_class:
      add_none(choices);
      for (const AllocationClass* one : portfolio.allocation_classes_in_order()) {
        choices.texts.append(qt_text(one->name));
        choices.labels.append(qt_text(one->name));
      }
      break;
    case BacklogColumn::outcome:
      add_none(choices);
      for (const Outcome* one : portfolio.outcomes_in_order()) {
        choices.texts.append(qt_text(one->key));
        choices.labels.append(qt_text(one->key) + "  " + qt_text(one->title));
      }
      break;
    case BacklogColumn::period:
      add_none(choices);
      if (const Roadmap* roadmap = portfolio.roadmap_by_name({}))
        for (const Period* one : portfolio.periods_in_order(roadmap->period_kind)) {
          choices.texts.append(qt_text(one->name));
          choices.labels.append(qt_text(one->name));
        }
      break;
    default:
      break;
  }
  return choices;
}

}  // namespace tradewind::gui
