// The open workspace as the window sees it: Qt signals for what changed, one way to edit, and errors that end up before
// people's eyes. Every page reads portfolio() and reacts to changed().
//
// It shows the baseline, which is the workspace itself, or one of its scenarios. What is read, edited, undone and searched is
// what is shown. A shown scenario follows the baseline by being opened again; where it is gone, the baseline is shown.
//
// What changes few rows is done at once. What changes many is made beside the window (LongChange), and whoever asked for it gets
// the answer in the same way, only later: until then events are handled, the workspace can be read, and other changes are refused
// with `busy`.
#pragma once
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "gui/shell/long_change.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::gui {

class Document : public QObject {
  Q_OBJECT

 public:
  explicit Document(storage::Workspace workspace, QObject* parent = nullptr);
  ~Document() override;

  const Portfolio& portfolio() const { return workspace().portfolio(); }
  storage::Workspace& workspace() { return shown_ ? shown_->workspace() : baseline_; }
  const storage::Workspace& workspace() const { return shown_ ? shown_->workspace() : baseline_; }
  /// A copy of portfolio() for work beside the window: one for all who ask before the next change. Gone with the last of them.
  std::shared_ptr<const Portfolio> snapshot() const;
  /// The same of the baseline.
  std::shared_ptr<const Portfolio> baseline_snapshot() const;
  /// The workspace's own name, else the file's.
  QString name() const;

  /// The workspace itself, whatever is shown: it alone knows the scenarios.
  storage::Workspace& baseline() { return baseline_; }
  const Portfolio& baseline_portfolio() const { return baseline_.portfolio(); }
  /// nullopt shows the baseline. False where the scenario cannot be opened; refused() has told why.
  bool show_scenario(std::optional<ScenarioId> scenario);
  std::optional<ScenarioId> shown_scenario() const { return shown_ ? std::optional(shown_->id) : std::nullopt; }
  /// Empty while the baseline is shown.
  QString scenario_name() const;
  /// Where the shown scenario met other changes of the baseline; the baseline's value is what is shown.
  const std::vector<storage::Workspace::MergeConflict>& conflicts() const;
  /// Brings in what other processes did. False, and silent, while a long change is made: it is asked again soon.
  bool poll() { return !long_change_.is_running() && report(try_poll()); }
  /// What was done to the baseline while a scenario is shown is followed when control returns to the event loop; or now.
  void follow_baseline();

  /// From so many rows on, writing them keeps people waiting.
  static constexpr std::size_t many_rows = 500;
  /// The one that runs, or the next one.
  LongChange& long_change() { return long_change_; }
  const LongChange& long_change() const { return long_change_; }
  /// Why the last change could not be written, or what others did not be read, where that lies at the file or its disk; none
  /// again after a change that was written.
  const std::optional<Error>& trouble() const { return trouble_; }

  /// One undoable step of about so many rows. False when it was refused or cancelled; refused() or told() has said why.
  /// REQUIRES: `change` touches nothing but the edit and values: with many rows it runs on another thread.
  bool edit(const QString& label, const std::function<void(storage::Edit&)>& change, std::size_t rows = 1) {
    return report(try_edit(label, change, rows));
  }
  /// The same for callers that show the reason themselves: refused() and told() stay silent.
  Result<storage::Receipt> try_edit(const QString& label, const std::function<void(storage::Edit&)>& change,
                                    std::size_t rows = 1);
  bool undo() { return report(try_undo()); }
  bool redo() { return report(try_redo()); }
  Result<storage::Receipt> try_undo();
  Result<storage::Receipt> try_redo();
  /// Everything as it was after that entry of the history, as a new step.
  bool bring_back(const QString& label, std::int64_t seq);
  /// Any other change of about so many rows. `says` is what people read where they have to wait: "Adopting…".
  /// REQUIRES: as edit(); `body` works on the workspaces that it is given.
  template <class Value>
  Result<Value> make(const QString& says, std::size_t rows,
                     const std::function<Result<Value>(storage::Workspace& baseline, storage::Workspace& shown)>& body,
                     bool can_be_cancelled = true);

  /// A copy of the scenario to read.
  Result<storage::OpenedScenario> open(ScenarioId scenario);
  /// About how many rows its edits change.
  std::size_t rows_in(ScenarioId scenario) const;

  /// As Workspace::history(), of what is shown.
  std::vector<storage::HistoryEntry> history(std::size_t limit = 0) const;
  /// For use cases of the workbench that edit by themselves: reports their error, if any.
  template <class T>
  bool report(const Result<T>& result) {
    if (result) return true;
    tell(result.error());
    return false;
  }

 signals:
  void changed(const tradewind::Changes& changes);
  /// After each edit, undo and redo, also those of other processes: labels of the menus may be different now.
  void history_changed();
  void refused(const tradewind::Error& error);
  void trouble_changed();
  /// People go to another plan now: what is typed and not committed belongs to the one that is still shown.
  void about_to_switch();
  /// portfolio() is another object with the same ids; slots and pointers of the old one mean nothing any more. changed()
  /// follows with every row that is different.
  void replaced();
  /// Which scenarios there are, what they hold, which is shown, or its conflicts.
  void scenarios_changed();
  /// A sentence about what became of the shown scenario, or of what people cancelled.
  void told(const QString& sentence);

 private:
  struct Shown {
    ScenarioId id;
    QString name;
    storage::OpenedScenario opened;
    std::vector<Id<ScenarioEdit>> edits;  // that are in it, as the baseline lists them
    std::uint64_t subscription = 0;

    storage::Workspace& workspace() { return opened.workspace; }
    const storage::Workspace& workspace() const { return opened.workspace; }
  };

  Result<Changes> try_poll();
  Result<void> make_aside(const QString& says, bool can_be_cancelled, const storage::Aside::Body& body);
  void tell(const Error& error);
  /// Keeps what it says about the file.
  Result<storage::Receipt> noted(Result<storage::Receipt> made);
  void set_trouble(std::optional<Error> trouble);
  void forget_snapshots();
  void poll_now();
  void on_baseline(const Changes& changes);
  Result<std::unique_ptr<Shown>> opened(ScenarioId scenario);
  void replace(std::unique_ptr<Shown> next);
  void reopen();
  void leave_scenario();
  std::vector<Id<ScenarioEdit>> edits_of(ScenarioId scenario) const;

  storage::Workspace baseline_;
  std::uint64_t subscription_ = 0;
  std::unique_ptr<Shown> shown_;  // null: the baseline
  Changes news_;                  // of the baseline, not followed yet
  mutable std::weak_ptr<const Portfolio> snapshot_;
  mutable std::weak_ptr<const Portfolio> baseline_snapshot_;
  LongChange long_change_;
  std::optional<Error> trouble_;
  QTimer poll_;
  QTimer follow_;
};

template <class Value>
Result<Value> Document::make(const QString& says, std::size_t rows,
                             const std::function<Result<Value>(storage::Workspace& baseline, storage::Workspace& shown)>& body,
                             bool can_be_cancelled) {
  // While another one is made, the workspace refuses this one and says so.
  if (rows < many_rows || baseline_.is_read_only() || long_change_.is_running()) return body(baseline_, workspace());
  std::unique_ptr<Result<Value>> made;
  const auto ran = make_aside(says, can_be_cancelled, [&](storage::Workspace& baseline, storage::Workspace& shown) {
    made = std::make_unique<Result<Value>>(body(baseline, shown));
  });
  if (!ran) return tl::unexpected(ran.error());
  return std::move(*made);
}

}  // namespace tradewind::gui
