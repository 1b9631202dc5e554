// The state of an open workspace and the one path that every change takes.
#pragma once
#include <map>

#include "storage/changeset.h"
#include "storage/edit_state.h"
#include "storage/file_opening.h"
#include "storage/history_stack.h"

namespace tradewind::storage {

/// A number of the connection that another one's commit changes.
std::int64_t data_version_of(sqlite3* database);

struct Workspace::Impl {
  Impl(std::filesystem::path file_path, Options file_options, OpenedFile opened);
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
  /// A scenario's: called with what an edit did before it is durable; throws EditRefused to refuse it.
  struct Recorded {
    std::int64_t seq = 0;
    std::string_view label;
    std::string_view changeset;
    std::optional<std::int64_t> reverts;
  };
  std::function<void(const Recorded&)> keep;

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
  void read_history_after(std::int64_t seq, Changes* changes);
  std::string changeset_of(std::int64_t seq);
  std::int64_t append_history(std::string_view label, std::size_t changes, std::string_view changeset,
                              std::optional<std::int64_t> reverts);
  void publish(const Changes& changes) const;
};

}  // namespace tradewind::storage
