#include "gui/backlog/backlog_columns.h"

#include <QCoreApplication>

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

}  // namespace

QString title_of(BacklogColumn column) {
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
    case BacklogColumn::count_:
      break;
  }
  return {};
}

QString meaning_of(BacklogColumn column) {
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
      return tr("Confidence. Dots from left to right: opinion, interviews, usage data, experiment, pilot");
    case BacklogColumn::effort:
      return tr("Likely effort in person-weeks, by team. Write 8, 5/8/12 (low/likely/high) or Platform=5; Governance=3");
    case BacklogColumn::rice:
      return tr("Reach × impact × confidence ÷ effort");
    case BacklogColumn::wsjf:
      return tr("Cost of delay ÷ job size");
    case BacklogColumn::period:
      return tr("Period on the first roadmap");
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
      return false;
  }
}

bool is_editable(BacklogColumn column) {
  return column != BacklogColumn::rank && column != BacklogColumn::rice && column != BacklogColumn::wsjf;
}

bool is_of_one_item(BacklogColumn column) { return column == BacklogColumn::key || column == BacklogColumn::title; }

int default_width(BacklogColumn column) {
  switch (column) {
    case BacklogColumn::rank:
      return 40;
    case BacklogColumn::key:
      return 72;
    case BacklogColumn::title:
      return 260;
    case BacklogColumn::outcome:
      return 92;
    case BacklogColumn::kind:
      return 96;
    case BacklogColumn::allocation_class:
      return 108;
    case BacklogColumn::confidence:
    case BacklogColumn::effort:
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
