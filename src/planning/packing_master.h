// The linear program over the packings that are known so far: it says at which prices they tie periods together best.
#pragma once
#include <OsiClpSolverInterface.hpp>

#include "planning/period_parts.h"

namespace tradewind::planning {

class PackingMaster {
 public:
  /// REQUIRES: the parts outlive it.
  explicit PackingMaster(const PeriodParts& parts);

  void add_packing(std::size_t period, const std::vector<int>& pieces);
  /// Prices further than the radius from `price` do not pay from here on. The radius is a share of each price, or of what prices
  /// are on average where that is more.
  void stay_near(const std::vector<double>& price, double radius);
  /// Returns the value.
  double solve();
  double price(std::size_t link) const;

 private:
  void add(const std::vector<Entry>& entries, double value, double most);

  const PeriodParts& parts_;
  OsiClpSolverInterface solver_;
  int first_of_box_ = -1;
};

}  // namespace tradewind::planning
