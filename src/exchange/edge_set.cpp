// Circles are rare: the graph is peeled from both ends first, and only what is left is searched edge by edge.
#include "exchange/edge_set.h"

#include <cstdint>
#include <unordered_map>

namespace tradewind::exchange {
namespace {

using Node = std::uint32_t;

struct Graph {
  std::unordered_map<ItemId, Node> node_of;
  Node node(ItemId item) { return node_of.try_emplace(item, static_cast<Node>(node_of.size())).first->second; }
};

struct Arc {
  Node from;
  Node to;
};

/// The nodes that lie on a circle or between two circles.
std::vector<bool> core_of(const std::vector<Arc>& arcs, std::size_t node_count) {
  std::vector<bool> in_core(node_count, true);
  for (const bool forward : {true, false}) {
    std::vector<std::uint32_t> incoming(node_count, 0);
    std::vector<std::vector<Node>> next(node_count);
    for (const auto& arc : arcs) {
      const Node from = forward ? arc.from : arc.to;
      const Node to = forward ? arc.to : arc.from;
      if (!in_core[from] || !in_core[to]) continue;
      ++incoming[to];
      next[from].push_back(to);
    }
    std::vector<Node> free;
    for (Node node = 0; node < node_count; ++node)
      if (in_core[node] && incoming[node] == 0) free.push_back(node);
    while (!free.empty()) {
      const Node node = free.back();
      free.pop_back();
      in_core[node] = false;
      for (const Node successor : next[node])
        if (--incoming[successor] == 0) free.push_back(successor);
    }
  }
  return in_core;
}

}  // namespace

std::vector<bool> without_circles(const std::vector<Edge>& present, const std::vector<Edge>& wanted) {
  std::vector<bool> accepted(wanted.size(), true);
  Graph graph;
  std::vector<Arc> arcs;
  arcs.reserve(present.size() + wanted.size());
  for (const auto* edges : {&present, &wanted})
    for (const auto& edge : *edges) {
      const Node from = graph.node(edge.predecessor);
      arcs.push_back({from, graph.node(edge.successor)});
    }
  const std::size_t node_count = graph.node_of.size();
  const auto in_core = core_of(arcs, node_count);

  std::vector<std::vector<Node>> next(node_count);
  const auto is_in_core = [&](const Arc& arc) { return in_core[arc.from] && in_core[arc.to]; };
  for (std::size_t i = 0; i < present.size(); ++i)
    if (is_in_core(arcs[i])) next[arcs[i].from].push_back(arcs[i].to);

  std::vector<std::uint32_t> seen(node_count, 0);
  std::uint32_t search = 0;
  std::vector<Node> open;
  const auto reaches = [&](Node from, Node goal) {
    ++search;
    open.assign(1, from);
    seen[from] = search;
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      if (node == goal) return true;
      for (const Node successor : next[node])
        if (seen[successor] != search) {
          seen[successor] = search;
          open.push_back(successor);
        }
    }
    return false;
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Arc arc = arcs[present.size() + i];
    if (!is_in_core(arc)) continue;
    if (reaches(arc.to, arc.from))
      accepted[i] = false;
    else
      next[arc.from].push_back(arc.to);
  }
  return accepted;
}

}  // namespace tradewind::exchange
