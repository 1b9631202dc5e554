#include "tradewind/storage/workspace.h"

#include "storage/log_beside.h"
#include "storage/workspace_impl.h"

namespace tradewind::storage {

Workspace::Workspace(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

namespace {

/// Not recorded: there is nothing before it to go back to.
void fill(Workspace::Impl& workspace, const std::function<void(Edit&)>& seed) {
  Transaction transaction(workspace.handle());
  Edit::State state(workspace.store, workspace.portfolio, workspace.search);
  Edit edit(state);
  seed(edit);
  state.finish();
  transaction.commit();
}

}  // namespace

Result<Workspace> Workspace::create(const std::filesystem::path& path, Options options, const std::function<void(Edit&)>& seed) {
  auto opened = create_file(path, options);
  if (!opened) return tl::unexpected(opened.error());
  const auto take_away = [&](const Error& error) {
    opened->database.reset();
    std::error_code code;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix, code);
    return tl::unexpected(error);
  };
  try {
    RowStore(opened->database.get()).rows<WorkspaceSettings>().insert(WorkspaceSettings{});
    Workspace workspace(std::make_unique<Impl>(path, std::move(options), std::move(*opened)));
    if (seed) fill(workspace.impl(), seed);
    return workspace;
  } catch (const EditRefused& refused) {
    return take_away(refused.error);
  } catch (const SqliteFailure& problem) {
    return take_away(explain(problem, "cannot create " + path.filename().string()));
  }
}

namespace {

Result<Workspace> open_and_prove(const std::filesystem::path& path, Options options) {
  auto opened = open_file(path, options);
  if (!opened) return tl::unexpected(opened.error());
  try {
    auto proof = std::move(opened->proof);
    auto impl = std::make_unique<Workspace::Impl>(path, std::move(options), std::move(*opened));
    if (proof.valid())
      if (auto whole = proof.get(); !whole) return tl::unexpected(whole.error());
    fold_log_when_closed(impl->handle(), true);
    return Workspace(std::move(impl));
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, "cannot open " + path.filename().string()));
  }
}

}  // namespace

Result<Workspace> Workspace::open(const std::filesystem::path& path, Options options) {
  auto workspace = open_and_prove(path, std::move(options));
  if (!workspace) return tl::unexpected(with_log_beside(workspace.error(), path));
  return workspace;
}

const std::filesystem::path& Workspace::path() const { return impl_->path; }
bool Workspace::is_read_only() const { return impl_->read_only; }
const Portfolio& Workspace::portfolio() const { return impl_->portfolio; }

Result<Receipt> Workspace::edit(std::string_view label, const std::function<void(Edit&)>& change) {
  return impl_->change("cannot save \"" + std::string(label) + "\"", label, std::nullopt, [&](Edit::State& state) {
    Edit edit(state);
    change(edit);
    state.finish();
  });
}

Result<Receipt> Workspace::undo() {
  if (auto news = poll(); !news) return tl::unexpected(news.error());
  const auto* step = impl_->stack.to_undo();
  if (step == nullptr) return failure(ErrorCode::not_found, "cannot undo", "there is no edit to take back", "see the history");
  return impl_->revert(*step, "cannot undo");
}

Result<Receipt> Workspace::redo() {
  if (auto news = poll(); !news) return tl::unexpected(news.error());
  const auto* step = impl_->stack.to_redo();
  if (step == nullptr)
    return failure(ErrorCode::not_found, "cannot redo", "nothing was undone since the last edit", "see the history");
  return impl_->revert(*step, "cannot redo");
}

Result<Receipt> Workspace::bring_back(std::string_view label, std::int64_t seq) {
  const std::string what = "cannot save \"" + std::string(label) + "\"";
  return impl_->change(what, label, std::nullopt, [&](Edit::State& state) {
    impl_->changeset_of(seq);  // refuses where there is no such entry
    // One by one from the newest on: what others did until this very moment is in the list.
    for (std::int64_t later = impl_->last_seq; later > seq; --later)
      impl_->apply_changeset(inverted(impl_->changeset_of(later)), state);
  });
}

std::optional<std::string> Workspace::undo_label() const {
  const auto* step = impl_->stack.to_undo();
  return step == nullptr ? std::nullopt : std::optional(step->label);
}

std::optional<std::string> Workspace::redo_label() const {
  const auto* step = impl_->stack.to_redo();
  return step == nullptr ? std::nullopt : std::optional(step->label);
}

std::size_t Workspace::rows_to_undo() const { return impl_->rows_of(impl_->stack.to_undo()); }
std::size_t Workspace::rows_to_redo() const { return impl_->rows_of(impl_->stack.to_redo()); }

std::vector<HistoryEntry> Workspace::history(std::size_t limit) const {
  Statement statement(impl_->handle(), "SELECT seq, at, author, label, changes, reverts FROM history ORDER BY seq DESC LIMIT ?1");
  statement.bind(1, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  std::vector<HistoryEntry> entries;
  while (statement.step("read the history")) {
    HistoryEntry entry;
    entry.seq = statement.integer(0);
    entry.at = statement.text(1);
    entry.author = statement.text(2);
    entry.label = statement.text(3);
    entry.changes = statement.integer(4);
    if (!statement.is_null(5)) entry.reverts = statement.integer(5);
    entries.push_back(std::move(entry));
  }
  return entries;
}

Result<std::string> Workspace::changeset(std::int64_t seq) const {
  try {
    return sealed(impl_->changeset_of(seq));
  } catch (const EditRefused& refused) {
    return tl::unexpected(refused.error);
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, "cannot read the history"));
  }
}

std::vector<ItemId> Workspace::search(std::string_view text, std::size_t limit) const {
  return impl_->search.search(text, limit);
}

std::uint64_t Workspace::subscribe(Listener listener) {
  impl_->listeners.emplace(impl_->next_listener, std::move(listener));
  return impl_->next_listener++;
}

void Workspace::unsubscribe(std::uint64_t token) { impl_->listeners.erase(token); }

Result<Changes> Workspace::poll() {
  const std::string what = "cannot read " + impl_->path.filename().string();
  if (impl_->has_twin) return tl::unexpected(still_changing(what));
  try {
    execute(impl_->handle(), "BEGIN", "read the file");
    std::optional<AskingToGoOn> asking(std::in_place, impl_->handle(), impl_->go_on);
    Changes changes = impl_->catch_up();
    asking.reset();
    execute(impl_->handle(), "COMMIT", "read the file");
    impl_->publish(changes);
    return changes;
  } catch (const SqliteFailure& problem) {
    sqlite3_exec(impl_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    return tl::unexpected(impl_->is_given_up() ? given_up(what) : explain(problem, what));
  }
}

std::size_t Workspace::rows_since(std::int64_t seq) const {
  return impl_->count_rows("SELECT sum(changes) FROM history WHERE seq>?1", seq);
}

std::size_t Workspace::rows_to_poll() const { return rows_since(impl_->last_seq); }

std::vector<ImportRecord> Workspace::import_records(std::string_view source) const {
  std::vector<ImportRecord> records;
  impl_->store.rows<ImportRecord>().for_each([&](ImportRecord&& record) {
    if (source.empty() || record.source == source) records.push_back(std::move(record));
  });
  return records;
}

}  // namespace tradewind::storage
