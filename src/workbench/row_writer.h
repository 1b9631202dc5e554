// Writing the rows of an import, with a question now and then whether to go on.
#pragma once
#include <utility>

#include "tradewind/workbench/import_file.h"

namespace tradewind::workbench {

inline bool goes_on(const ImportFileOptions& options) { return !options.go_on || options.go_on(); }

inline Error import_cancelled() {
  return {ErrorCode::cancelled, "the import was cancelled", "", "nothing was imported; start it again when you want it"};
}

/// Within one edit, which giving up takes back.
class RowWriter {
 public:
  /// REQUIRES: both outlive the writer.
  RowWriter(storage::Edit& edit, const ImportFileOptions& options) : edit_(edit), options_(options) {}

  template <class Entity>
  void insert(Entity row) {
    edit_.insert(std::move(row));
    count();
  }
  template <class Entity>
  void update(const Entity& row) {
    edit_.update(row);
    count();
  }
  template <class Entity>
  void erase(Id<Entity> id) {
    edit_.erase(id);
    count();
  }
  /// Gives the edit up where nobody waits for it any more.
  void ask() const {
    if (!goes_on(options_)) throw storage::EditRefused{import_cancelled()};
  }

 private:
  static constexpr int rows_between_questions = 100;  // some milliseconds

  void count() {
    if (++rows_ % rows_between_questions == 0) ask();
  }

  storage::Edit& edit_;
  const ImportFileOptions& options_;
  int rows_ = 0;
};

}  // namespace tradewind::workbench
