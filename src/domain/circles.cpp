// Circles of dependencies. No recursion: a chain of 100,000 items must not exhaust the stack.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "tradewind/domain/validate.h"

namespace tradewind {
namespace {

constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();

/// The dependencies as numbered nodes, predecessor → successors, in one flat array. Nodes are numbered by id, so that the
/// answer does not depend on the order of the rows.
struct Graph {
  std::vector<ItemId> items;
  std::vector<std::size_t> first;  // successors of n: targets[first[n] … first[n + 1])
  std::vector<std::size_t> targets;
};

Graph graph_of(const Portfolio& portfolio) {
  const auto& rows = portfolio.all<Dependency>();
  Graph graph;
  for (const Dependency& row : rows) {
    graph.items.push_back(row.predecessor);
    graph.items.push_back(row.successor);
  }
  std::sort(graph.items.begin(), graph.items.end());
  graph.items.erase(std::unique(graph.items.begin(), graph.items.end()), graph.items.end());

  std::vector<std::pair<std::size_t, std::size_t>> edges;
  edges.reserve(rows.size());
  const auto node = [&](ItemId id) {
    return static_cast<std::size_t>(std::lower_bound(graph.items.begin(), graph.items.end(), id) - graph.items.begin());
  };
  for (const Dependency& row : rows) edges.emplace_back(node(row.predecessor), node(row.successor));
  std::sort(edges.begin(), edges.end());
  graph.first.assign(graph.items.size() + 1, 0);
  for (const auto& [from, to] : edges) {
    ++graph.first[from + 1];
    graph.targets.push_back(to);
  }
  for (std::size_t n = 0; n < graph.items.size(); ++n) graph.first[n + 1] += graph.first[n];
  return graph;
}

/// Tarjan's strongly connected components with an explicit stack: the component number of each node.
std::vector<std::size_t> components_of(const Graph& graph) {
  struct Visit {
    std::size_t node;
    std::size_t next_edge;
  };
  const std::size_t count = graph.items.size();
  std::vector<std::size_t> order(count, unseen);
  std::vector<std::size_t> low(count, unseen);
  std::vector<std::size_t> component(count, unseen);
  std::vector<std::size_t> open;
  std::vector<Visit> visits;
  std::size_t next_order = 0;
  std::size_t next_component = 0;
  const auto enter = [&](std::size_t node) {
    order[node] = low[node] = next_order++;
    open.push_back(node);
    visits.push_back({node, graph.first[node]});
  };
  for (std::size_t root = 0; root < count; ++root) {
    if (order[root] != unseen) continue;
    enter(root);
    while (!visits.empty()) {
      const std::size_t node = visits.back().node;
      if (visits.back().next_edge < graph.first[node + 1]) {
        const std::size_t target = graph.targets[visits.back().next_edge++];
        if (order[target] == unseen)
          enter(target);
        else if (component[target] == unseen)
          low[node] = std::min(low[node], order[target]);
        continue;
      }
      visits.pop_back();
      if (!visits.empty()) low[visits.back().node] = std::min(low[visits.back().node], low[node]);
      if (low[node] != order[node]) continue;
      std::size_t member = unseen;
      do {
        member = open.back();
        open.pop_back();
        component[member] = next_component;
      } while (member != node);
      ++next_component;
    }
  }
  return component;
}

/// The shortest way from a node back to itself inside its component; empty when there is none.
std::vector<ItemId> circle_through(std::size_t start, const Graph& graph, const std::vector<std::size_t>& component,
                                   std::vector<std::size_t>& came_from) {
  std::vector<std::size_t> queue{start};
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::size_t node = queue[at];
    for (std::size_t edge = graph.first[node]; edge < graph.first[node + 1]; ++edge) {
      const std::size_t target = graph.targets[edge];
      if (target == start) {
        std::vector<ItemId> circle;
        for (std::size_t back = node; back != start; back = came_from[back]) circle.push_back(graph.items[back]);
        circle.push_back(graph.items[start]);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (component[target] != component[start] || came_from[target] != unseen) continue;
      came_from[target] = node;
      queue.push_back(target);
    }
  }
  return {};
}

}  // namespace

std::vector<std::vector<ItemId>> dependency_circles(const Portfolio& portfolio) {
  const Graph graph = graph_of(portfolio);
  const std::vector<std::size_t> component = components_of(graph);
  std::vector<bool> reported(graph.items.size(), false);  // by component
  std::vector<std::size_t> came_from(graph.items.size(), unseen);
  std::vector<std::vector<ItemId>> circles;
  for (std::size_t node = 0; node < graph.items.size(); ++node) {
    if (reported[component[node]]) continue;
    reported[component[node]] = true;
    if (auto circle = circle_through(node, graph, component, came_from); !circle.empty()) circles.push_back(std::move(circle));
  }
  return circles;
}

std::vector<ItemId> circle_closed_by(const Portfolio& portfolio, ItemId predecessor, ItemId successor) {
  std::unordered_map<ItemId, ItemId> came_from{{successor, ItemId{}}};
  std::vector<ItemId> queue{successor};
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const ItemId item = queue[at];
    if (item == predecessor) {
      std::vector<ItemId> path;
      for (ItemId back = item; back; back = came_from.at(back)) path.push_back(back);
      std::reverse(path.begin(), path.end());
      return path;
    }
    for (const Dependency& row : portfolio.owned_by<&Dependency::predecessor>(item))
      if (came_from.try_emplace(row.successor, item).second) queue.push_back(row.successor);
  }
  return {};
}

}  // namespace tradewind
