// A change that takes long, made aside: on another thread, over a connection and rows of its own, while the workspace is read
// where it belongs. Nothing of it is seen there before it is taken over.
//
//     Aside aside(baseline, scenario);                                      // on the workspace's thread
//     const auto ran = aside.run(go_on, [&](Workspace&, Workspace& shown) { undone = shown.undo(); });  // on any one thread
//     aside.take_over();                                                    // on the workspace's thread again
//
// In between the workspace can be read, and refuses to be changed and to be polled with `busy`.
#pragma once
#include <functional>
#include <optional>

#include "tradewind/storage/workspace.h"

namespace tradewind::storage {

class Aside {
 public:
  /// What is done to the twins of the baseline and of what is shown: the scenario, or the baseline itself.
  using Body = std::function<void(Workspace& baseline, Workspace& shown)>;

  /// `scenario`: opened over the baseline, or nullptr. REQUIRES: neither is read-only; both outlive it, or take_over().
  explicit Aside(Workspace& baseline, Workspace* scenario = nullptr);
  /// What was not taken over stays a change of the file, as if another process had made it.
  ~Aside();
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  /// `go_on` is asked every few milliseconds; where it says no, the change under way fails with `cancelled` and leaves nothing.
  /// Fails where the file cannot be opened once more; `body` did not run then. What `body` throws passes through.
  Result<void> run(const std::function<bool()>& go_on, const Body& body);
  /// The workspaces become what their twins are and tell their listeners what was done. Destroying this afterwards frees what
  /// they were, which takes a moment and may be done on any thread.
  void take_over();

 private:
  void give_back();

  Workspace::Impl* baseline_;
  Workspace::Impl* scenario_;
  std::optional<Workspace> baseline_twin_;
  std::optional<Workspace> scenario_twin_;
};

}  // namespace tradewind::storage
