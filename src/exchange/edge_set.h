// Dependencies as pairs of ids, and the choice of new ones that close no circle.
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "tradewind/domain/id.h"

namespace tradewind::exchange {

struct Edge {
  ItemId predecessor;
  ItemId successor;
  friend bool operator==(const Edge&, const Edge&) = default;
};
struct EdgeHash {
  std::size_t operator()(const Edge& edge) const noexcept {
    return static_cast<std::size_t>(edge.predecessor.value) * 0x9E3779B97F4A7C15U ^
           static_cast<std::size_t>(edge.successor.value);
  }
};

/// For each of `wanted`, in order: whether it can be added to `present` and the ones accepted before it without closing a
/// circle. `present` may hold circles; edges inside them are judged all the same.
std::vector<bool> without_circles(const std::vector<Edge>& present, const std::vector<Edge>& wanted);

}  // namespace tradewind::exchange
