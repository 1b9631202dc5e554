// Which edit undo takes back next, from the append-only history: an undo is an entry that reverts an edit, a redo one
// that reverts an undo.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tradewind::storage {

class HistoryStack {
 public:
  struct Step {
    std::int64_t seq = 0;
    std::string label;  // of the edit itself, also where the step is its undo
  };
  /// REQUIRES: entries come in the order of their seq.
  void note(std::int64_t seq, std::string label, std::optional<std::int64_t> reverts) {
    if (reverts && !undo_.empty() && undo_.back().seq == *reverts) {
      redo_.push_back({seq, std::move(undo_.back().label)});
      undo_.pop_back();
    } else if (reverts && !redo_.empty() && redo_.back().seq == *reverts) {
      undo_.push_back({seq, std::move(redo_.back().label)});
      redo_.pop_back();
    } else {
      undo_.push_back({seq, std::move(label)});
      redo_.clear();
    }
  }
  const Step* to_undo() const { return undo_.empty() ? nullptr : &undo_.back(); }
  const Step* to_redo() const { return redo_.empty() ? nullptr : &redo_.back(); }

 private:
  std::vector<Step> undo_;
  std::vector<Step> redo_;
};

}  // namespace tradewind::storage
