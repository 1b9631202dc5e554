#include "gui/dialogs/import_job.h"

#include "gui/shell/user_name.h"
#include "gui/shell/without_throwing.h"
#include "tradewind/storage/scenario.h"

namespace tradewind::gui {
namespace {

/// On any thread: everything it touches is its own. REQUIRES: options.go_on.
Result<workbench::ImportOutcome> run(const std::filesystem::path& workspace, std::optional<ScenarioId> scenario,
                                     const std::filesystem::path& file, const workbench::ImportFileOptions& options) {
  // Opening takes a moment: not for what was given up before it began.
  if (!options.go_on()) return failure(ErrorCode::cancelled, "the import was cancelled", "", "nothing was imported");
  return without_throwing("cannot import " + file.filename().string(), [&]() -> Result<workbench::ImportOutcome> {
    storage::Options storage;
    storage.author = user_name();
    storage.read_only = options.dry_run;
    auto opened = storage::Workspace::open(workspace, std::move(storage));
    if (!opened) return tl::unexpected(opened.error());
    if (!scenario) return workbench::import_file(*opened, file, options);
    auto plan = storage::open_scenario(*opened, *scenario);
    if (!plan) return tl::unexpected(plan.error());
    return workbench::import_file(plan->workspace, file, options);
  });
}

}  // namespace

void ImportJob::start(const std::filesystem::path& file, const workbench::ImportFileOptions& options, Done done) {
  job_.start(
      [workspace = workspace_, scenario = scenario_, file, options, done = std::move(done)](const BackgroundJob::Run& job) {
        workbench::ImportFileOptions asked = options;
        asked.go_on = [job] { return job.goes_on(); };
        job.deliver([outcome = run(workspace, scenario, file, asked), done] { done(outcome); });
      });
}

}  // namespace tradewind::gui
