#include "storage/workspace_impl.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <ctime>
#include <utility>

#include "storage/log_beside.h"

namespace tradewind::storage {
namespace {

/// Each page of rows is read once when a file is opened; from there on the pages that edits need again stay.
void keep_pages(sqlite3* database) { execute(database, "PRAGMA cache_size=-65536", "set the file up"); }

std::string utc_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 24> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  const std::string fraction = std::to_string(1000 + milliseconds).substr(1);
  return std::string(text.data(), length) + "." + fraction + "Z";
}

/// Sizes and durations only: what people wrote never reaches the log.
void log_change(std::int64_t seq, std::size_t rows, std::chrono::steady_clock::time_point begin) {
  if (const auto log = spdlog::get("tradewind"))
    log->debug("edit {} rows {} in {} us", seq, rows,
               std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count());
}

}  // namespace

Error given_up(const std::string& what) {
  return {ErrorCode::cancelled, what, "it was cancelled", "nothing was changed; do it again when you want it after all"};
}

Error still_changing(const std::string& what) {
  return {ErrorCode::busy, what, "a longer change is still being made", "wait until it is done, or cancel it"};
}

std::int64_t data_version_of(sqlite3* database) {
  return query_integer(database, "PRAGMA data_version", "see whether the file changed");
}

Workspace::Impl::Impl(std::filesystem::path file_path, Options file_options, OpenedFile opened)
    : path(std::move(file_path)),
      options(std::move(file_options)),
      database(std::move(opened.database)),
      read_only(opened.read_only),
      store(handle()),
      search(handle()) {
  // One read transaction, so that rows, history and version are of the same moment: what others commit later is news.
  execute(handle(), "BEGIN", "read the file");
  portfolio = opened.rows ? std::move(*opened.rows) : store.load();
  note_history();
  data_version = data_version_of(handle());
  execute(handle(), "COMMIT", "read the file");
  keep_pages(handle());
}

Workspace::Impl::Impl(const Impl& original, DatabaseHandle connection, std::function<bool()> may_go_on)
    : path(original.path),
      options(original.options),
      database(std::move(connection)),
      read_only(original.read_only),
      store(handle()),
      search(handle()),
      portfolio(original.portfolio),
      stack(original.stack),
      last_seq(original.last_seq),
      data_version(-1),  // of this connection, which has not looked yet what others did since
      go_on(std::move(may_go_on)),
      is_twin(true),
      keep(original.keep) {
  keep_pages(handle());
}

Workspace::Impl::~Impl() {
  if (is_twin) return;  // the workspace itself is still open
  // Closing the last connection folds the log into the file; asking first makes it happen with other readers too.
  if (!read_only) fold_log(handle());
}

Result<Receipt> Workspace::Impl::change(const std::string& what, std::string_view label, std::optional<std::int64_t> reverts,
                                        const std::function<void(Edit::State&)>& body) {
  if (auto may = may_change(what); !may) return tl::unexpected(may.error());
  const auto begin = std::chrono::steady_clock::now();
  Changes from_others;
  Edit::State state(store, portfolio, search);
  std::optional<Transaction> transaction;
  const auto take_back = [&] {
    transaction.reset();
    is_spoiled = is_twin;
    if (is_spoiled) return;
    store.bring_in(state.touched, portfolio);
    publish(from_others);
  };
  try {
    transaction.emplace(handle());
    std::optional<AskingToGoOn> asking(std::in_place, handle(), go_on);
    from_others = catch_up();
    const Recording recording(handle());
    body(state);
    const ChangesetBuffer recorded = recording.changeset();
    asking.reset();
    const std::string_view changeset = recorded.view();
    Receipt receipt{0, std::string(label), {}};
    if (changeset.empty()) {
      take_back();
      return receipt;
    }
    receipt.changes = state.net_changes();
    receipt.seq = append_history(label, receipt.changes.size(), changeset, reverts);
    // The last time: what is kept elsewhere must be kept here.
    if (is_given_up()) throw EditRefused{given_up(what)};
    if (keep) keep(*this, {receipt.seq, label, changeset, reverts});
    transaction->commit();
    last_seq = receipt.seq;
    stack.note(receipt.seq, receipt.label, reverts);
    log_change(receipt.seq, receipt.changes.size(), begin);
    publish(from_others);
    publish(receipt.changes);
    return receipt;
  } catch (const EditRefused& refused) {
    take_back();
    return tl::unexpected(refused.error);
  } catch (const SqliteFailure& problem) {
    take_back();
    // Giving up leaves all kinds of failures in its wake.
    return tl::unexpected(is_given_up() ? given_up(what) : explain(problem, what));
  } catch (...) {
    take_back();
    throw;
  }
}

Result<void> Workspace::Impl::may_change(const std::string& what) const {
  if (read_only)
    return failure(ErrorCode::no_permission, what, path.filename().string() + " is read-only",
                   "make it writable, or save a copy and edit that");
  if (has_twin || is_spoiled) return tl::unexpected(still_changing(what));
  return {};
}

std::vector<Conflict> Workspace::Impl::apply_changeset(std::string_view changeset, Edit::State& state) {
  const Changes changes = changes_of(changeset);
  // Noted before applying: a failure half-way must find them.
  state.touched.insert(state.touched.end(), changes.begin(), changes.end());
  std::vector<Conflict> conflicts = apply(handle(), changeset);
  bring_in(changes);
  return conflicts;
}

void Workspace::Impl::bring_in(const Changes& changes) {
  std::vector<std::pair<ItemId, std::optional<Item>>> before;
  for (const Change& change : changes) {
    if (change.table != Item::table) continue;
    const Item* item = portfolio.find(ItemId{change.id});
    before.emplace_back(ItemId{change.id}, item != nullptr ? std::optional(*item) : std::nullopt);
  }
  // In the order of ids: the search index writes to disk whenever a lower one follows a higher.
  std::sort(before.begin(), before.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  store.bring_in(changes, portfolio);
  for (const auto& [id, was] : before) search.replace(was ? &*was : nullptr, portfolio.find(id));
}

Result<Receipt> Workspace::Impl::revert(const HistoryStack::Step& step, const std::string& what) {
  const std::int64_t seq = step.seq;
  const std::string label = step.label;
  return change(what, label, seq, [&](Edit::State& state) {
    // Somebody else's edit may have come in since the step was looked up.
    if (last_seq != seq && stack.to_undo() != nullptr && stack.to_undo()->seq != seq &&
        (stack.to_redo() == nullptr || stack.to_redo()->seq != seq))
      throw EditRefused{
          {ErrorCode::conflict, what, "the file was changed elsewhere meanwhile", "look at the history and try again"}};
    apply_changeset(inverted(changeset_of(seq)), state);
  });
}

Changes Workspace::Impl::catch_up() {
  const std::int64_t now = data_version_of(handle());
  Changes changes;
  if (now == data_version) return changes;
  Statement statement(handle(), "SELECT changeset FROM history WHERE seq>?1 ORDER BY seq");
  statement.bind(1, last_seq);
  while (statement.step("read the history")) {
    const Changes more = changes_of(decompressed(statement.blob(0)));
    changes.insert(changes.end(), more.begin(), more.end());
  }
  store.bring_in(changes, portfolio);
  // Last: where something failed or was given up before, the next attempt brings in all of it.
  note_history();
  data_version = now;
  return changes;
}

void Workspace::Impl::note_history() {
  Statement statement(handle(), "SELECT seq, label, reverts FROM history WHERE seq>?1 ORDER BY seq");
  statement.bind(1, last_seq);
  while (statement.step("read the history")) {
    last_seq = statement.integer(0);
    stack.note(last_seq, std::string(statement.text(1)),
               statement.is_null(2) ? std::nullopt : std::optional<std::int64_t>(statement.integer(2)));
  }
}

std::string Workspace::Impl::changeset_of(std::int64_t seq) {
  Statement statement(handle(), "SELECT changeset FROM history WHERE seq=?1");
  statement.bind(1, seq);
  if (!statement.step("read the history"))
    throw EditRefused{
        {ErrorCode::not_found, "cannot read the history", "there is no entry " + std::to_string(seq), "list the history"}};
  return decompressed(statement.blob(0));
}

std::size_t Workspace::Impl::rows_of(const HistoryStack::Step* step) const {
  return step == nullptr ? 0 : count_rows("SELECT changes FROM history WHERE seq=?1", step->seq);
}

std::size_t Workspace::Impl::count_rows(std::string_view sql, std::int64_t seq) const {
  try {
    Statement statement(handle(), sql);
    statement.bind(1, seq);
    return statement.step("count rows") ? static_cast<std::size_t>(std::max<std::int64_t>(0, statement.integer(0))) : 0;
  } catch (const SqliteFailure&) {
    return 0;
  }
}

std::int64_t Workspace::Impl::append_history(std::string_view label, std::size_t changes, std::string_view changeset,
                                             std::optional<std::int64_t> reverts) {
  Statement statement(handle(), "INSERT INTO history(at, author, label, changes, reverts, changeset) VALUES(?1,?2,?3,?4,?5,?6)");
  const std::string at = utc_now();
  statement.bind(1, std::string_view(at));
  statement.bind(2, std::string_view(options.author));
  statement.bind(3, label);
  statement.bind(4, static_cast<std::int64_t>(changes));
  if (reverts)
    statement.bind(5, *reverts);
  else
    statement.bind_null(5);
  const std::string stored = compressed(changeset);
  statement.bind_blob(6, stored);
  statement.run("write the history");
  return sqlite3_last_insert_rowid(handle());
}

void Workspace::Impl::take_over(Impl& twin) {
  std::swap(database, twin.database);
  std::swap(store, twin.store);
  std::swap(search, twin.search);
  std::swap(portfolio, twin.portfolio);
  std::swap(stack, twin.stack);
  std::swap(last_seq, twin.last_seq);
  std::swap(data_version, twin.data_version);
  std::swap(keep, twin.keep);
}

void Workspace::Impl::publish(const Changes& changes) {
  if (changes.empty()) return;
  if (is_twin) return untold.push_back(changes);
  const auto current = listeners;  // a listener may unsubscribe
  for (const auto& [token, listener] : current) listener(changes);
}

}  // namespace tradewind::storage
