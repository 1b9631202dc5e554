#include "gui/shell/scenario_actions.h"

#include "gui/backlog/name_popup.h"
#include "gui/dialogs/adopt_dialog.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/text.h"
#include "tradewind/workbench/scenarios.h"

namespace tradewind::gui {

ScenarioActions::ScenarioActions(const PageContext& context, QWidget* anchor, QWidget* window)
    : QObject(anchor), context_(context), anchor_(anchor), window_(window) {
  add_actions();
  connect(&context_.document, &Document::scenarios_changed, this, &ScenarioActions::update_actions);
  update_actions();
}

void ScenarioActions::add(const QString& id, const QString& text, const QKeySequence& shortcut, const QString& icon_name,
                          const QString& words, std::function<void(ScenarioActions&)> run) {
  const QPointer<ScenarioActions> self(this);  // the action outlives the workspace
  context_.actions.add({id, tr("Scenario"), text, shortcut, icon_name, words}, [self, run = std::move(run)] {
    if (self) run(*self);
  });
}

void ScenarioActions::add_actions() {
  const auto of_shown = [](void (ScenarioActions::*run)(ScenarioId)) {
    return [run](ScenarioActions& self) {
      if (const auto shown = self.context_.document.shown_scenario()) (self.*run)(*shown);
    };
  };
  add("scenario.new", tr("&New from here…"), {}, "plus", tr("scenario what if copy branch"),
      [](ScenarioActions& self) { self.ask_for_new(); });
  add("scenario.rename", tr("&Rename…"), {}, {}, tr("scenario name"), of_shown(&ScenarioActions::ask_for_new_name));
  add("scenario.compare", tr("&Compare with the baseline"), {}, "scenarios", tr("scenario difference before after"),
      [](ScenarioActions& self) { emit self.compare_requested(); });
  add("scenario.adopt", tr("&Adopt…"), {}, "check", tr("scenario merge apply"), of_shown(&ScenarioActions::adopt));
  add("scenario.drop", tr("&Drop"), {}, "trash", tr("scenario discard delete"), of_shown(&ScenarioActions::drop));
  add("scenario.next", tr("Ne&xt scenario"), QKeySequence("Ctrl+Shift+S"), {}, tr("switch"),
      [](ScenarioActions& self) { self.show_next(); });
  add("scenario.baseline", tr("&Back to the baseline"), {}, "left", tr("scenario leave switch"),
      [](ScenarioActions& self) { self.context_.document.show_scenario(std::nullopt); });
}

void ScenarioActions::update_actions() {
  const bool is_shown = context_.document.shown_scenario().has_value();
  const bool is_some = !context_.document.baseline_portfolio().all<Scenario>().empty();
  const auto set = [this](const char* id, bool possible, const QString& why_not) {
    QAction* action = context_.actions.find(id);
    action->setEnabled(possible);
    action->setProperty(why_not_property, possible ? QString() : why_not);
    action->setToolTip(possible ? action->text().remove('&') : why_not);
  };
  const QString none = tr("There is no scenario yet. “New from here” in the menu Scenario makes one.");
  const QString baseline = is_some ? tr("The baseline is shown. Choose a scenario in the toolbar first.") : none;
  for (const char* id : {"scenario.rename", "scenario.compare", "scenario.adopt", "scenario.drop"}) set(id, is_shown, baseline);
  set("scenario.baseline", is_shown, tr("The baseline is shown already."));
  set("scenario.next", is_some, none);
}

QString ScenarioActions::name_of(ScenarioId scenario) const {
  const Scenario* row = context_.document.baseline_portfolio().find(scenario);
  return row == nullptr ? QString() : qt_text(row->name);
}

QString ScenarioActions::objection_to(const QString& name, ScenarioId scenario) const {
  if (equals_ignoring_case(name.toStdString(), "baseline")) return tr("The plan itself is called baseline. Choose another name.");
  const auto other = workbench::scenario_called(context_.document.baseline_portfolio(), name.toStdString());
  return other && *other != scenario ? tr("There is a scenario of this name. Choose another one.") : QString();
}

void ScenarioActions::ask_for_name(const QString& title, const QString& name, ScenarioId scenario,
                                   std::function<void(const QString&)> take) {
  auto* popup = new NamePopup(
      title, name, [this, scenario](const QString& typed) { return objection_to(typed, scenario); }, anchor_);
  connect(popup, &NamePopup::named, this, std::move(take));
  popup->show();
}

void ScenarioActions::ask_for_new() {
  const QString shown = context_.document.scenario_name();
  ask_for_name(shown.isEmpty() ? tr("New scenario from the baseline") : tr("New scenario from “%1”").arg(shown), {}, {},
               [this](const QString& name) { create(name); });
}

void ScenarioActions::ask_for_new_with(const QString& step, const Change& change) {
  ask_for_name(tr("New scenario"), step, {}, [this, step, change](const QString& name) { create(name, step, change); });
}

bool ScenarioActions::create(const QString& name, const QString& step, const Change& change) {
  Document& document = context_.document;
  Scenario scenario;
  scenario.name = name.trimmed().toStdString();
  scenario.created = today();
  const auto from = document.shown_scenario();
  // Such a step may place any item elsewhere.
  const std::size_t rows_of_step = change ? document.portfolio().all<Item>().size() : 0;
  const auto made =
      document.make<ScenarioId>(tr("Making “%1”…").arg(name), from ? document.rows_in(*from) : rows_of_step,
                                [&](storage::Workspace& baseline, storage::Workspace&) {
                                  return from ? storage::copy_scenario(baseline, *from, scenario)
                                              : storage::create_scenario(baseline, scenario, step.toStdString(), change);
                                });
  if (!document.report(made) || !document.show_scenario(*made)) return false;
  return !from || !change || document.edit(step, change, rows_of_step);
}

void ScenarioActions::ask_for_new_name(ScenarioId scenario) {
  ask_for_name(tr("Rename the scenario"), name_of(scenario), scenario,
               [this, scenario](const QString& name) { rename(scenario, name); });
}

bool ScenarioActions::rename(ScenarioId scenario, const QString& name) {
  Document& document = context_.document;
  const bool renamed = document.report(storage::rename_scenario(document.baseline(), scenario, name.trimmed().toStdString()));
  document.follow_baseline();
  return renamed;
}

void ScenarioActions::adopt(ScenarioId scenario) {
  Document& document = context_.document;
  auto conflicts = document.conflicts();
  if (document.shown_scenario() != scenario) {
    auto opened = document.open(scenario);
    if (!document.report(opened)) return;
    conflicts = std::move(opened->conflicts);
  }
  if (conflicts.empty()) return adopt_now(scenario);
  delete adopting_;
  adopting_ = new AdoptDialog(document, scenario, conflicts, window_);
  connect(adopting_, &AdoptDialog::adopt_requested, this, &ScenarioActions::adopt_now);
  adopting_->show();
}

void ScenarioActions::adopt_now(ScenarioId scenario) {
  Document& document = context_.document;
  const QString name = name_of(scenario);
  const auto adopted = document.make<storage::Workspace::MergeReport>(
      tr("Adopting “%1”…").arg(name), document.rows_in(scenario),
      [&](storage::Workspace& baseline, storage::Workspace&) { return storage::adopt_scenario(baseline, scenario); });
  if (!document.report(adopted)) return;
  document.follow_baseline();
  QString sentence = tr("Adopted “%1” as one step of the baseline. Undo takes it back.").arg(name);
  if (const std::size_t kept = adopted->conflicts.size(); kept > 0)
    sentence +=
        " " +
        tr("In %1 the baseline said something else meanwhile and was kept.").arg(count_text(kept, tr("place"), tr("places")));
  emit done(sentence);
}

void ScenarioActions::drop(ScenarioId scenario) {
  Document& document = context_.document;
  const QString name = name_of(scenario);
  const auto dropped = document.make<storage::Receipt>(
      tr("Dropping “%1”…").arg(name), document.rows_in(scenario),
      [&](storage::Workspace& baseline, storage::Workspace&) { return storage::drop_scenario(baseline, scenario); });
  if (!document.report(dropped)) return;
  document.follow_baseline();
  emit done(document.shown_scenario() ? tr("Dropped “%1”. Undo in the baseline brings it back.").arg(name)
                                      : tr("Dropped “%1”. Undo brings it back.").arg(name));
}

void ScenarioActions::show_next() {
  Document& document = context_.document;
  const auto scenarios = workbench::scenarios_in_order(document.baseline_portfolio());
  const auto shown = document.shown_scenario();
  const auto at = std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario* one) { return one->id == shown; });
  const auto next = at == scenarios.end() ? scenarios.begin() : at + 1;
  document.show_scenario(next == scenarios.end() ? std::nullopt : std::optional((*next)->id));
}

}  // namespace tradewind::gui
