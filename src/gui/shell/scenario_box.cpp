#include "gui/shell/scenario_box.h"

#include <QStyle>
#include <QWheelEvent>

#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/workbench/scenarios.h"

namespace tradewind::gui {
namespace {

constexpr int letters_shown = 16;
constexpr qlonglong baseline = 0;  // data of an entry: the scenario's id, or one of these
constexpr qlonglong new_one = -1;

}  // namespace

ScenarioBox::ScenarioBox(Document& document, QWidget* parent) : QComboBox(parent), document_(document) {
  setObjectName("scenario_box");
  setAccessibleName(tr("Plan that is shown"));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(letters_shown);
  connect(this, &QComboBox::activated, this, &ScenarioBox::choose);
  connect(&document_, &Document::scenarios_changed, this, &ScenarioBox::follow);
  follow();
}

void ScenarioBox::follow() {
  std::vector<std::pair<qlonglong, QString>> entries{{baseline, tr("Baseline")}};
  for (const Scenario* scenario : workbench::scenarios_in_order(document_.baseline_portfolio()))
    entries.emplace_back(static_cast<qlonglong>(scenario->id.value), qt_text(scenario->name));
  // An open list must not be emptied for nothing.
  if (entries != entries_) {
    entries_ = std::move(entries);
    clear();
    for (const auto& [id, name] : entries_) addItem(id == baseline ? QIcon() : icon("scenarios"), name, id);
    insertSeparator(count());
    addItem(icon("plus"), tr("New scenario…"), new_one);
  }
  const auto shown = document_.shown_scenario();
  setCurrentIndex(findData(shown ? static_cast<qlonglong>(shown->value) : baseline));
  setToolTip(shown ? tr("Scenario: %1").arg(document_.scenario_name())
                   : tr("The plan that is shown. Ctrl+Shift+S shows the next."));
  if (property("role").toString() == (shown ? "scenario" : "")) return;
  setProperty("role", shown ? "scenario" : "");
  style()->unpolish(this);
  style()->polish(this);
}

void ScenarioBox::choose(int index) {
  const qlonglong id = itemData(index).toLongLong();
  if (id != new_one) document_.show_scenario(id == baseline ? std::nullopt : std::optional(ScenarioId{id}));
  follow();  // what is shown, where it could not be changed
  if (id == new_one) emit new_requested();
}

void ScenarioBox::wheelEvent(QWheelEvent* event) { event->ignore(); }

}  // namespace tradewind::gui
