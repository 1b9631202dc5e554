// Bringing edits of another copy into this one, one changeset after the other, inside one change of the workspace.
#pragma once
#include <set>
#include <utility>
#include <vector>

#include "storage/workspace_impl.h"

namespace tradewind::storage {

class Merging {
 public:
  explicit Merging(Workspace::Impl& workspace) : workspace_(workspace) {}

  /// Applies what fits and ties the loose ends. Of several changesets that follow each other, the older ones first.
  void add(std::string_view changeset, Edit::State& state);
  /// Each field once, with what their last changeset says; not what they took back, or what both came to agree on.
  const std::vector<Workspace::MergeConflict>& conflicts() const { return conflicts_; }

 private:
  void settle(const Conflict& conflict);
  void settle_fields(const Conflict& conflict);
  void report(Workspace::MergeConflict conflict);
  void forget(const std::string& table, std::int64_t id, const std::string& field);
  /// A row that came with an earlier changeset: nobody here has a say in it.
  bool is_theirs_alone(const Conflict& conflict) const { return brought_.count({conflict.table, conflict.id}) > 0; }

  Workspace::Impl& workspace_;
  std::vector<Workspace::MergeConflict> conflicts_;
  std::set<std::pair<std::string, std::int64_t>> brought_;
};

}  // namespace tradewind::storage
