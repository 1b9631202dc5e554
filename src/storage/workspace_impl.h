// The state of an open workspace and the one path that every change takes.
#pragma once
#include <map>

#include "storage/changeset.h"
#include "storage/edit_state.h"
#include "storage/file_opening.h"
#include "storage/history_stack.h"

namespace tradewind::storage {

/// What becomes of an attempt that was given up on the way.
Error given_up(const std::string& what);
/// What cannot be done while a change is made aside.
Error still_changing(const std::string& what);

/// A number of the connection that another one's commit changes.
std::int64_t data_version_of(sqlite3* database);

struct Workspace::Impl {
  Impl(std::filesystem::path file_path, Options file_options, OpenedFile opened);
  /// The twin of an open workspace, over another connection to the same rows: what Aside changes.
  Impl(const Impl& original, DatabaseHandle connection, std::function<bool()> may_go_on);
  ~Impl();
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::filesystem::path path;
  Options options;
  DatabaseHandle database;
  bool read_only;
  RowStore store;
  SearchIndex search;
  Portfolio portfolio;
  HistoryStack stack;
  std::int64_t last_seq = 0;
  std::int64_t data_version = 0;
  std::map<std::uint64_t, Listener> listeners;
  std::uint64_t next_listener = 1;
  /// Asked while rows are changed or brought in; once it says no, that is given up. Empty: nobody can.
  std::function<bool()> go_on;
  /// A twin tells nobody what it did before it is taken over. One whose change failed is no more use: its rows are not put right
  /// again, which takes as long as the change.
  bool is_twin = false;
  bool is_spoiled = false;
  std::vector<Changes> untold;
  /// While a twin of it is changed, this one must stay as it is.
  bool has_twin = false;
  /// A scenario's: called with what an edit did before it is durable; throws EditRefused to refuse it.
  struct Recorded {
    std::int64_t seq = 0;
    std::string_view label;
    std::string_view changeset;
    std::optional<std::int64_t> reverts;
  };
  std::function<void(Impl& scenario, const Recorded&)> keep;
  /// A scenario's: where its edits are kept.
  Impl* baseline = nullptr;

  sqlite3* handle() const { return database.get(); }

  /// BEGIN, what others did, `body`, history, COMMIT, publish. `what` names the attempt in errors. `body` writes through
  /// `state`, or to the file itself and then brings the rows in.
  Result<Receipt> change(const std::string& what, std::string_view label, std::optional<std::int64_t> reverts,
                         const std::function<void(Edit::State&)>& body);
  /// Applies the inverse of a history entry as a new entry.
  Result<Receipt> revert(const HistoryStack::Step& step, const std::string& what);
  /// Applies a changeset to the file and brings its rows into portfolio and search index.
  std::vector<Conflict> apply_changeset(std::string_view changeset, Edit::State& state);

  /// Makes portfolio and search index what the file holds for these rows.
  void bring_in(const Changes& changes);

  /// What other processes committed; they kept the search index themselves.
  Changes catch_up();
  /// Puts the history's newer entries on the stack.
  void note_history();
  std::string changeset_of(std::int64_t seq);
  /// Rows that taking the step back (repeating it) touches; none for none.
  std::size_t rows_of(const HistoryStack::Step* step) const;
  /// None where they cannot be counted: the change that follows tells why.
  std::size_t count_rows(std::string_view sql, std::int64_t seq) const;
  /// Refuses what must not be changed now.
  Result<void> may_change(const std::string& what) const;
  bool is_given_up() const { return go_on && !go_on(); }
  std::int64_t append_history(std::string_view label, std::size_t changes, std::string_view changeset,
                              std::optional<std::int64_t> reverts);
  void publish(const Changes& changes);
  /// Becomes what the twin is, and the twin what this was; what the twin has not told stays to be published.
  void take_over(Impl& twin);
};

}  // namespace tradewind::storage
