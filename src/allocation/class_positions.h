// Where each class of the active policy stands in a row of minutes; everything else is unclassified and comes last.
#pragma once
#include <vector>

#include "tradewind/domain/portfolio.h"

namespace tradewind::allocation {

class ClassPositions {
 public:
  explicit ClassPositions(const Portfolio& portfolio) : classes_(portfolio.allocation_classes_in_order()) {}

  const std::vector<const AllocationClass*>& classes() const { return classes_; }
  std::size_t unclassified() const { return classes_.size(); }
  /// Classes and the unclassified.
  std::size_t count() const { return classes_.size() + 1; }
  std::size_t of(AllocationClassId id) const {
    for (std::size_t at = 0; at < classes_.size(); ++at)
      if (classes_[at]->id == id) return at;
    return unclassified();
  }
  bool is_firefighting(AllocationClassId id) const {
    const auto at = of(id);
    return at < classes_.size() && classes_[at]->role == ClassRole::firefighting;
  }
  /// Where reserve is counted: the first class that stands for firefighting.
  std::size_t reserve() const {
    for (std::size_t at = 0; at < classes_.size(); ++at)
      if (classes_[at]->role == ClassRole::firefighting) return at;
    return unclassified();
  }

 private:
  std::vector<const AllocationClass*> classes_;
};

}  // namespace tradewind::allocation
