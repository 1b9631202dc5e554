// A square-root axis: pixels for values, and ticks at round numbers that do not crowd.
#pragma once
#include <vector>

namespace tradewind::views {

class SquareRootAxis {
 public:
  /// Values from `smallest` to `largest` (≥ 0) lie between `near` and `far` (pixels; far may be above near on the screen).
  SquareRootAxis(double smallest, double largest, double near, double far);

  double pixel(double value) const;
  /// The value at a pixel, at least 0.
  double value(double pixel) const;
  /// Round values whose pixels lie between `from` and `to` and are at least `spacing` apart, ascending.
  std::vector<double> ticks(double from, double to, double spacing) const;

 private:
  double root_ = 0;  // square root of the value at near_
  double near_ = 0;
  double scale_ = 1;  // pixels per unit of the square root
};

}  // namespace tradewind::views
