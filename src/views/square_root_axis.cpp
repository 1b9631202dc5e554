// Square-root axes of the matrix.
#include "tradewind/views/square_root_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tradewind::views {

SquareRootAxis::SquareRootAxis(double smallest, double largest, double near, double far) : near_(near) {
  const double low = std::sqrt(std::max(0.0, smallest));
  const double high = std::sqrt(std::max(0.0, largest));
  if (high - low < 1e-9) {  // one value only: in the middle
    scale_ = (far - near) / 2;
    root_ = low - 1;
    return;
  }
  root_ = low;
  scale_ = (far - near) / (high - low);
}

double SquareRootAxis::pixel(double value) const { return near_ + scale_ * (std::sqrt(std::max(0.0, value)) - root_); }

double SquareRootAxis::value(double pixel) const {
  const double root = root_ + (pixel - near_) / scale_;
  return root > 0 ? root * root : 0;
}

std::vector<double> SquareRootAxis::ticks(double from, double to, double spacing) const {
  const double left = std::min(from, to);
  const double right = std::max(from, to);
  // Rounder numbers are placed first, so that 1, 10 and 100 win over 3 and 15. Halves of the large steps come last.
  static constexpr std::array<std::array<double, 3>, 4> by_roundness{{{1, 1, 1}, {5, 5, 5}, {2, 2, 2}, {3, 1.5, 4}}};
  std::vector<double> chosen;
  const auto offer = [&](double value) {
    const double at = pixel(value);
    if (at < left || at > right) return;
    for (const double other : chosen)
      if (std::abs(pixel(other) - at) < spacing) return;
    chosen.push_back(value);
  };
  for (const auto& group : by_roundness)
    for (int power = 6; power >= -2; --power)
      for (const double digit : group) offer(digit * std::pow(10.0, power));
  for (const double extra : {2.5, 0.75, 1.25}) offer(extra);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace tradewind::views
