// Reading a file and planning or writing its rows away from the window, which stays alive meanwhile. A job opens the
// workspace for itself, as another process would; what it wrote reaches the window's own by Workspace::poll.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>

#include "gui/shell/background_job.h"
#include "tradewind/workbench/import_file.h"

namespace tradewind::gui {

class ImportJob {
 public:
  using Done = std::function<void(Result<workbench::ImportOutcome>)>;

  /// `scenario`: the rows become an edit of that one; none: of the workspace itself.
  explicit ImportJob(std::filesystem::path workspace, std::optional<ScenarioId> scenario = std::nullopt)
      : workspace_(std::move(workspace)), scenario_(scenario) {}

  /// `done` is called on this thread, by its event loop. What was started before and is not done never calls.
  void start(const std::filesystem::path& file, const workbench::ImportFileOptions& options, Done done);
  /// Ends unheard; rows that were being written are taken back unless the last one was written already.
  void give_up() { job_.stop(); }
  /// The same, but `done` is told which of the two it was: an error of the code `cancelled`, or the outcome.
  void cancel() { job_.ask_to_end(); }
  bool is_running() const { return job_.is_running(); }

 private:
  std::filesystem::path workspace_;
  std::optional<ScenarioId> scenario_;
  BackgroundJob job_;
};

}  // namespace tradewind::gui
