// Reading a file and planning or writing its rows away from the window, which stays alive meanwhile. A job opens the
// workspace for itself, as another process would; what it wrote reaches the window's own by Workspace::poll.
#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "tradewind/workbench/import_file.h"

namespace tradewind::gui {

class ImportJob {
 public:
  using Done = std::function<void(Result<workbench::ImportOutcome>)>;

  explicit ImportJob(std::filesystem::path workspace) : workspace_(std::move(workspace)) {}
  ~ImportJob() { give_up(); }
  ImportJob(const ImportJob&) = delete;
  ImportJob& operator=(const ImportJob&) = delete;

  /// `done` is called on this thread, by its event loop. What was started before and is not done never calls.
  void start(const std::filesystem::path& file, const workbench::ImportFileOptions& options, Done done);
  /// A dry run ends unheard. An import that has begun is written all the same: offer no cancel there.
  void give_up();
  bool is_running() const { return given_up_ != nullptr; }

 private:
  std::filesystem::path workspace_;
  std::shared_ptr<std::atomic<bool>> given_up_;  // of the job that is running; null when none is
};

}  // namespace tradewind::gui
