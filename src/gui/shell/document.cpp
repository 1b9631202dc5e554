#include "gui/shell/document.h"

#include <QThreadPool>
#include <algorithm>

#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/changes_between.h"

namespace tradewind::gui {
namespace {

constexpr int poll_milliseconds = 700;

std::shared_ptr<const Portfolio> copy_of(const Portfolio& portfolio, std::weak_ptr<const Portfolio>& known) {
  auto copy = known.lock();
  if (copy == nullptr) known = copy = std::make_shared<const Portfolio>(portfolio);
  return copy;
}

bool is_of_scenarios(const Change& change) { return change.table == Scenario::table || change.table == ScenarioEdit::table; }

/// And not of what people asked for.
bool is_of_file(const Error& error) {
  return error.code == ErrorCode::no_space || error.code == ErrorCode::no_permission || error.code == ErrorCode::damaged;
}

}  // namespace

Document::Document(storage::Workspace workspace, QObject* parent) : QObject(parent), baseline_(std::move(workspace)) {
  subscription_ = baseline_.subscribe([this](const Changes& changes) { on_baseline(changes); });
  poll_.setInterval(poll_milliseconds);
  connect(&poll_, &QTimer::timeout, this, &Document::poll_now);
  poll_.start();
  follow_.setSingleShot(true);
  connect(&follow_, &QTimer::timeout, this, &Document::follow_baseline);
}

Document::~Document() { baseline_.unsubscribe(subscription_); }

std::shared_ptr<const Portfolio> Document::snapshot() const {
  return shown_ ? copy_of(portfolio(), snapshot_) : baseline_snapshot();
}

std::shared_ptr<const Portfolio> Document::baseline_snapshot() const { return copy_of(baseline_portfolio(), baseline_snapshot_); }

void Document::forget_snapshots() {
  snapshot_.reset();
  baseline_snapshot_.reset();
}

void Document::poll_now() {
  // A file that is busy now is asked again soon; anything else people have to know, once.
  const auto news = try_poll();
  if (news || news.error().code == ErrorCode::busy || news.error().code == ErrorCode::cancelled) return;
  poll_.stop();
  if (is_of_file(news.error())) set_trouble(news.error());
  emit refused(news.error());
}

QString Document::name() const {
  const std::string& name = portfolio().settings().name;
  return QString::fromStdString(name.empty() ? baseline_.path().stem().string() : name);
}

QString Document::scenario_name() const { return shown_ ? shown_->name : QString(); }

const std::vector<storage::Workspace::MergeConflict>& Document::conflicts() const {
  static const std::vector<storage::Workspace::MergeConflict> none;
  return shown_ ? shown_->opened.conflicts : none;
}

Result<storage::Receipt> Document::try_edit(const QString& label, const std::function<void(storage::Edit&)>& change,
                                            std::size_t rows) {
  return noted(make<storage::Receipt>(label + QChar(0x2026), rows, [&](storage::Workspace&, storage::Workspace& shown) {
    return shown.edit(label.toStdString(), change);
  }));
}

Result<storage::Receipt> Document::try_undo() {
  const QString label = qt_text(workspace().undo_label().value_or(""));
  return noted(make<storage::Receipt>(tr("Undoing “%1”…").arg(label), workspace().rows_to_undo(),
                                      [](storage::Workspace&, storage::Workspace& shown) { return shown.undo(); }));
}

Result<storage::Receipt> Document::try_redo() {
  const QString label = qt_text(workspace().redo_label().value_or(""));
  return noted(make<storage::Receipt>(tr("Redoing “%1”…").arg(label), workspace().rows_to_redo(),
                                      [](storage::Workspace&, storage::Workspace& shown) { return shown.redo(); }));
}

bool Document::bring_back(const QString& label, std::int64_t seq) {
  return report(noted(make<storage::Receipt>(
      label + QChar(0x2026), workspace().rows_since(seq),
      [&](storage::Workspace&, storage::Workspace& shown) { return shown.bring_back(label.toStdString(), seq); })));
}

Result<Changes> Document::try_poll() {
  // It is in the file already: who cancelled it would only wait again a moment later.
  constexpr bool can_be_cancelled = false;
  return make<Changes>(
      tr("Bringing in what was changed elsewhere…"), baseline_.rows_to_poll(),
      [](storage::Workspace& baseline, storage::Workspace&) { return baseline.poll(); }, can_be_cancelled);
}

Result<void> Document::make_aside(const QString& says, bool can_be_cancelled, const storage::Aside::Body& body) {
  auto aside = std::make_shared<storage::Aside>(baseline_, shown_ ? &shown_->workspace() : nullptr);
  const Result<void> made = long_change_.make(says, can_be_cancelled, *aside, body);
  aside->take_over();
  // What the workspaces were takes a moment to free.
  QThreadPool::globalInstance()->start([old = std::move(aside)]() mutable { old.reset(); });
  return made;
}

Result<storage::Receipt> Document::noted(Result<storage::Receipt> made) {
  if (!made && is_of_file(made.error()))
    set_trouble(made.error());
  else if (made && made->seq != 0)  // else nothing was written, which proves nothing
    set_trouble(std::nullopt);
  return made;
}

void Document::set_trouble(std::optional<Error> trouble) {
  if (trouble == trouble_) return;
  trouble_ = std::move(trouble);
  emit trouble_changed();
}

void Document::tell(const Error& error) {
  if (error.code == ErrorCode::cancelled)
    emit told(tr("Cancelled: nothing was changed."));
  else
    emit refused(error);
}

std::vector<storage::HistoryEntry> Document::history(std::size_t limit) const { return workspace().history(limit); }

std::vector<Id<ScenarioEdit>> Document::edits_of(ScenarioId scenario) const {
  std::vector<Id<ScenarioEdit>> ids;
  for (const ScenarioEdit& edit : storage::edits_of_scenario(baseline_.portfolio(), scenario)) ids.push_back(edit.id);
  return ids;
}

void Document::on_baseline(const Changes& changes) {
  forget_snapshots();
  if (shown_) {
    // An edit of the scenario is on its way through here: what follows waits until that is done.
    news_.insert(news_.end(), changes.begin(), changes.end());
    follow_.start(0);
    return;
  }
  emit changed(changes);
  emit history_changed();
  if (std::any_of(changes.begin(), changes.end(), is_of_scenarios)) emit scenarios_changed();
}

std::size_t Document::rows_in(ScenarioId scenario) const {
  constexpr std::size_t bytes_a_row = 128;  // that the file takes for a change
  std::size_t bytes = 0;
  for (const ScenarioEdit& edit : baseline_.portfolio().all<ScenarioEdit>())
    if (edit.scenario == scenario) bytes += edit.changes.size();
  return bytes / bytes_a_row;
}

Result<storage::OpenedScenario> Document::open(ScenarioId scenario) {
  auto opened = make<storage::OpenedScenario>(
      tr("Opening the scenario…"), rows_in(scenario),
      [&](storage::Workspace& baseline, storage::Workspace&) { return storage::open_scenario(baseline, scenario); });
  if (opened) storage::go_on_over(baseline_, *opened);
  return opened;
}

Result<std::unique_ptr<Document::Shown>> Document::opened(ScenarioId scenario) {
  auto opened = open(scenario);
  if (!opened) return tl::unexpected(opened.error());
  const QString name = qt_text(baseline_.portfolio().find(scenario)->name);
  return std::make_unique<Shown>(Shown{scenario, name, std::move(*opened), edits_of(scenario), 0});
}

bool Document::show_scenario(std::optional<ScenarioId> scenario) {
  if (scenario == shown_scenario()) return true;
  if (long_change_.is_running()) {
    tell({ErrorCode::busy, tr("cannot show another plan").toStdString(), tr("a longer change is still being made").toStdString(),
          tr("wait until it is done, or cancel it").toStdString()});
    return false;
  }
  emit about_to_switch();
  if (!scenario) {
    replace(nullptr);
    return true;
  }
  auto next = opened(*scenario);
  if (!report(next)) return false;
  replace(std::move(*next));
  return true;
}

void Document::replace(std::unique_ptr<Shown> next) {
  const Portfolio& before = portfolio();
  // What was shown lives until everybody has let go of it.
  std::swap(shown_, next);
  forget_snapshots();
  if (next) next->workspace().unsubscribe(next->subscription);
  if (shown_)
    shown_->subscription = shown_->workspace().subscribe([this](const Changes& changes) {
      forget_snapshots();
      shown_->edits = edits_of(shown_->id);  // with this one, which is in the file by now
      emit changed(changes);
      emit history_changed();
    });
  news_.clear();
  follow_.stop();
  const Changes different = changes_between(before, portfolio());
  emit replaced();
  emit changed(different);
  emit history_changed();
  emit scenarios_changed();
}

void Document::follow_baseline() {
  follow_.stop();
  if (!shown_ || news_.empty()) return;
  if (long_change_.is_running()) return follow_.start(poll_milliseconds);
  const Scenario* scenario = baseline_.portfolio().find(shown_->id);
  if (scenario == nullptr) return leave_scenario();
  shown_->name = qt_text(scenario->name);
  const bool has_other_news = !std::all_of(news_.begin(), news_.end(), is_of_scenarios);
  if (has_other_news || edits_of(shown_->id) != shown_->edits) return reopen();
  news_.clear();
  emit scenarios_changed();
}

void Document::reopen() {
  const std::size_t known = shown_->opened.conflicts.size();
  auto next = opened(shown_->id);
  if (!next && next.error().code == ErrorCode::busy) return follow_.start(poll_milliseconds);
  if (!next && next.error().code == ErrorCode::not_found) return leave_scenario();
  if (!report(next)) return replace(nullptr);
  replace(std::move(*next));
  if (const std::size_t count = conflicts().size(); count > known)
    emit told(tr("The baseline was changed meanwhile. What it says stays in %1 that this scenario changes too. Adopt lists them.")
                  .arg(count_text(count, tr("place"), tr("places"))));
}

void Document::leave_scenario() {
  const QString name = scenario_name();
  replace(nullptr);
  emit told(tr("The scenario “%1” is not there any more: it was adopted, dropped or undone. The baseline is shown.").arg(name));
}

}  // namespace tradewind::gui
