// A workspace file (*.tradewind): one SQLite file that is never "saved". An edit is durable when the call that made it
// returns; every edit can be undone, also after a restart.
//
//     auto workspace = Workspace::open("plan.tradewind");
//     workspace->edit("Rename item", [&](Edit& edit) {
//       Item item = *edit.portfolio().item_by_key("TW-12");
//       item.title = "Query cache";
//       edit.update(item);
//     });
//     workspace->undo();
//
// A Workspace belongs to one thread; what takes long is made aside (aside.h). Two processes may have one file open: poll() brings
// in what the other did.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/changes.h"
#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::storage {

struct Options {
  /// How long to wait for another process's write before giving up with ErrorCode::busy.
  std::chrono::milliseconds lock_timeout{3000};
  /// Who edits, for the history.
  std::string author;
  /// Refuse every change; works on a read-only disk.
  bool read_only = false;
};

struct HistoryEntry {
  std::int64_t seq = 0;
  std::string at;  // UTC, ISO 8601 with milliseconds
  std::string author;
  std::string label;
  std::int64_t changes = 0;             // rows touched
  std::optional<std::int64_t> reverts;  // the entry whose effect this one takes back
};

/// What an edit did: `seq` is 0 and `changes` empty when it changed nothing (and left no trace).
struct Receipt {
  std::int64_t seq = 0;
  std::string label;
  Changes changes;
};

/// Thrown inside Workspace::edit to give up: the edit leaves nothing behind and `edit` returns this error.
struct EditRefused {
  Error error;
};

/// The only way to write, alive during Workspace::edit. Rows are validated; a row with problems throws EditRefused, which
/// ends the edit and undoes it. The portfolio shows each change at once.
class Edit {
 public:
  const Portfolio& portfolio() const;

  /// Gives the row a new id when it has none; gives an Item a key and a rank (last) when it has none.
  template <class Entity>
  Id<Entity> insert(Entity row);
  /// Writes nothing when the row is equal to the stored one. REQUIRES: a row with that id exists (else EditRefused).
  template <class Entity>
  void update(const Entity& row);
  /// Erases the row and whatever cannot exist without it (an item's estimates, placements …).
  template <class Entity>
  void erase(Id<Entity> id);
  /// Every row of the portfolio, ids kept. REQUIRES: none of the ids is taken.
  void insert_all(const Portfolio& rows);
  /// Erases or clears every reference that points to nothing; for rows from elsewhere that may be incomplete.
  void mend_references();

  Edit(const Edit&) = delete;
  Edit& operator=(const Edit&) = delete;

  struct State;  // of the storage room
  explicit Edit(State& state);

 private:
  State* state_;
};

class Workspace {
 public:
  /// Makes a new file with the schema and one settings row. Fails with `conflict` when something is at `path`. `seed` writes the
  /// rows with which the workspace begins: they are no step of the history, so that undo ends at them. On any failure nothing is
  /// left at `path`.
  static Result<Workspace> create(const std::filesystem::path& path, Options options = {},
                                  const std::function<void(Edit&)>& seed = {});
  /// Opens, migrating an older schema after backing the file up beside it (`<file>.v<N>.backup`).
  static Result<Workspace> open(const std::filesystem::path& path, Options options = {});

  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  /// Folds the write-ahead log into the file, so that a closed workspace is one file.
  ~Workspace();

  const std::filesystem::path& path() const;
  bool is_read_only() const;
  const Portfolio& portfolio() const;

  /// Runs `change` and makes what it did durable as one step. On error nothing has changed, in memory or on disk.
  /// Exceptions other than EditRefused pass through after the roll-back.
  Result<Receipt> edit(std::string_view label, const std::function<void(Edit&)>& change);

  /// Takes the last effective edit back, as a new history entry; not_found when there is nothing to undo (redo).
  Result<Receipt> undo();
  Result<Receipt> redo();
  /// The label of the edit that undo (redo) would take back (repeat); nullopt when none.
  std::optional<std::string> undo_label() const;
  std::optional<std::string> redo_label() const;

  /// Makes every row what it was after the history entry `seq`, as one new edit that undo takes back: also what undo and redo do
  /// not lead to any more. Fails with `not_found` where there is no such entry.
  Result<Receipt> bring_back(std::string_view label, std::int64_t seq);
  /// How many rows that would touch, each as often as it was changed since.
  std::size_t rows_since(std::int64_t seq) const;

  /// How many rows undo (redo) would touch; 0 when there is nothing to take back (repeat).
  std::size_t rows_to_undo() const;
  std::size_t rows_to_redo() const;

  /// Newest first; limit 0 = all.
  std::vector<HistoryEntry> history(std::size_t limit = 0) const;
  /// The changeset of a history entry, sealed against damage, to be merged into another copy of the workspace.
  Result<std::string> changeset(std::int64_t seq) const;
  /// Applies a changeset made in another copy as one edit. Rows that both changed: fields that only they changed come
  /// in, fields that both changed keep ours and are reported.
  struct MergeConflict {
    std::string table;
    std::int64_t id = 0;
    std::string field;  // "" = the row itself (erased here, or its parent is gone)
    std::string ours;   // as an SQL literal: 'text', 2.5, NULL
    std::string theirs;
    std::string before;  // what both started from
  };
  struct MergeReport {
    Receipt receipt;
    std::vector<MergeConflict> conflicts;
  };
  Result<MergeReport> merge(std::string_view label, std::string_view changeset);

  /// Full-text search over titles, descriptions, tags and keys: every word must occur, the last one as a beginning.
  /// Best match first.
  std::vector<ItemId> search(std::string_view text, std::size_t limit = 50) const;

  /// Called after each change of the portfolio, by whatever cause. Returns a token for unsubscribe.
  using Listener = std::function<void(const Changes&)>;
  std::uint64_t subscribe(Listener listener);
  void unsubscribe(std::uint64_t token);

  /// Brings in what other processes committed; cheap when there is nothing. Returns and publishes the changes.
  Result<Changes> poll();
  /// How many rows that would be, each as often as it was changed.
  std::size_t rows_to_poll() const;

  /// The source values of earlier imports; only imports and exports of the whole read these, so they are not in the portfolio.
  /// An empty source matches any.
  std::vector<ImportRecord> import_records(std::string_view source) const;

  struct Integrity {
    bool intact = true;
    std::vector<std::string> problems;  // of the file, in words
  };
  /// SQLite's full integrity check, foreign keys, and the portfolio against the file.
  Integrity check() const;

  /// Every domain row as text in a fixed order: equal dumps are equal workspaces. Without the history.
  std::string dump() const;
  /// A consistent copy of the whole file.
  Result<void> back_up_to(const std::filesystem::path& target) const;

  struct Impl;  // of the storage room
  explicit Workspace(std::unique_ptr<Impl> impl);
  Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Copies what can be read of a damaged file into a new workspace; the damaged file is not touched.
struct Salvage {
  std::int64_t rows = 0;
  std::vector<std::string> lost;  // per table, in words
};
Result<Salvage> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target);

}  // namespace tradewind::storage
