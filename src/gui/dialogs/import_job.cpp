#include "gui/dialogs/import_job.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <exception>

#include "gui/shell/user_name.h"

namespace tradewind::gui {
namespace {

/// On any thread: everything it touches is its own.
Result<workbench::ImportOutcome> run(const std::filesystem::path& workspace, const std::filesystem::path& file,
                                     const workbench::ImportFileOptions& options) {
  try {
    storage::Options storage;
    storage.author = user_name();
    storage.read_only = options.dry_run;
    auto opened = storage::Workspace::open(workspace, std::move(storage));
    if (!opened) return tl::unexpected(opened.error());
    return workbench::import_file(*opened, file, options);
  } catch (const std::exception&) {
    return failure(ErrorCode::internal, "cannot import " + file.filename().string(),
                   "the program or the computer could not go on, perhaps for want of memory",
                   "close other programs and try again; nothing was changed");
  }
}

}  // namespace

void ImportJob::start(const std::filesystem::path& file, const workbench::ImportFileOptions& options, Done done) {
  give_up();
  const auto given_up = std::make_shared<std::atomic<bool>>(false);
  given_up_ = given_up;
  QCoreApplication* const window_thread = QCoreApplication::instance();
  QThreadPool::globalInstance()->start([this, given_up, window_thread, workspace = workspace_, file, options, done] {
    auto outcome = run(workspace, file, options);
    if (*given_up) return;
    QMetaObject::invokeMethod(
        window_thread,
        [this, given_up, outcome = std::move(outcome), done] {
          // Giving up happens on this thread too: while nobody did, this object is there.
          if (*given_up) return;
          given_up_.reset();
          done(outcome);
        },
        Qt::QueuedConnection);
  });
}

void ImportJob::give_up() {
  if (given_up_ != nullptr) *given_up_ = true;
  given_up_.reset();
}

}  // namespace tradewind::gui
