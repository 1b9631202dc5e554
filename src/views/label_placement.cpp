// Candidate positions around each bubble, then a local search that lets a label push others to their next best place.
#include "views/label_placement.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tradewind::views {
namespace {

constexpr double gap_to_bubble = 3;
constexpr double gap_between_labels = 2;
constexpr double longest_gap_without_leader = 8;
constexpr double cost_without_place = 60;
constexpr int most_sweeps = 12;
constexpr std::size_t unplaced = static_cast<std::size_t>(-1);

struct Candidate {
  PlacedLabel label;
  double cost = 0;
};

Rect square_around(const Bubble& bubble) {
  return {bubble.centre.x - bubble.radius, bubble.centre.y - bubble.radius, 2 * bubble.radius, 2 * bubble.radius};
}

Rect grown(const Rect& rect, double by) { return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by}; }

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

Point nearest_point(const Rect& rect, Point to) {
  return {std::clamp(to.x, rect.x, rect.right()), std::clamp(to.y, rect.y, rect.bottom())};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

double distance_to_segment(Point point, Point from, Point to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double length_squared = dx * dx + dy * dy;
  if (length_squared <= 0) return distance(point, from);
  const double along = std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / length_squared, 0.0, 1.0);
  return distance(point, {from.x + along * dx, from.y + along * dy});
}

double side_of(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool segments_cross(Point a, Point b, Point c, Point d) {
  return side_of(a, b, c) * side_of(a, b, d) < 0 && side_of(c, d, a) * side_of(c, d, b) < 0;
}

bool segment_meets_rect(Point from, Point to, const Rect& rect) {
  if (rect.contains(from) || rect.contains(to)) return true;
  const Point top_left{rect.x, rect.y};
  const Point top_right{rect.right(), rect.y};
  const Point bottom_left{rect.x, rect.bottom()};
  const Point bottom_right{rect.right(), rect.bottom()};
  return segments_cross(from, to, top_left, bottom_right) || segments_cross(from, to, top_right, bottom_left);
}

bool conflict(const PlacedLabel& a, const PlacedLabel& b) {
  if (grown(a.box, gap_between_labels / 2).overlaps(grown(b.box, gap_between_labels / 2))) return true;
  if (a.has_leader && segment_meets_rect(a.leader_from, a.leader_to, b.box)) return true;
  if (b.has_leader && segment_meets_rect(b.leader_from, b.leader_to, a.box)) return true;
  return a.has_leader && b.has_leader && segments_cross(a.leader_from, a.leader_to, b.leader_from, b.leader_to);
}

/// The box and its leader; the leader is empty where the label lies close enough to need none.
PlacedLabel label_at(Rect box, const Bubble& bubble) {
  PlacedLabel label;
  label.box = box;
  const Point touch = nearest_point(box, bubble.centre);
  const double reach = distance(touch, bubble.centre);
  label.has_leader = reach - bubble.radius > longest_gap_without_leader;
  if (label.has_leader) {
    const double share = bubble.radius / reach;
    label.leader_from = {bubble.centre.x + share * (touch.x - bubble.centre.x),
                         bubble.centre.y + share * (touch.y - bubble.centre.y)};
    label.leader_to = touch;
  }
  return label;
}

/// Positions in the order of preference: beside, above and below, at the corners, then further out on a leader.
std::vector<std::pair<Rect, double>> positions_around(const Bubble& bubble, Size size) {
  const auto [cx, cy] = bubble.centre;
  const double r = bubble.radius;
  const double near = r + gap_to_bubble;
  const auto box = [&](double x, double y) { return Rect{x, y, size.width, size.height}; };
  std::vector<std::pair<Rect, double>> all;
  const double middle = cy - size.height / 2;
  for (const double shift : {0.0, -0.45, 0.45, -0.9, 0.9}) {
    const double cost = std::abs(shift) * 2;
    all.emplace_back(box(cx + near, middle + shift * size.height), cost);
    all.emplace_back(box(cx - near - size.width, middle + shift * size.height), cost + 0.5);
  }
  for (const double shift : {0.0, 0.25, -0.25, 0.5, -0.5}) {
    const double x = cx - size.width / 2 + shift * size.width;
    const double cost = 1.5 + std::abs(shift) * 2;
    all.emplace_back(box(x, cy - r - 1 - size.height), cost);
    all.emplace_back(box(x, cy + r + 1), cost + 0.2);
  }
  static constexpr std::array distances{8.0, 14.0, 22.0, 32.0, 44.0, 60.0};
  constexpr int directions = 16;
  for (const double further : distances)
    for (int direction = 0; direction < directions; ++direction) {
      const double angle = 2 * 3.14159265358979 * direction / directions;
      const double across = std::cos(angle);
      const double down = std::sin(angle);
      const Point start{cx + (r + further) * across, cy + (r + further) * down};
      // The label leaves its starting point in the direction of the leader.
      const double x = start.x - size.width * (1 - across) / 2;
      const double y = start.y - size.height * (1 - down) / 2;
      all.emplace_back(box(x, y), 5 + further * 0.35);
    }
  return all;
}

std::optional<Candidate> checked(const Rect& box, double cost, std::size_t own, const LabelProblem& problem) {
  if (!inside(box, problem.frame)) return std::nullopt;
  for (const Rect& obstacle : problem.obstacles)
    if (box.overlaps(obstacle)) return std::nullopt;
  const Bubble& bubble = problem.bubbles[own];
  Candidate candidate{label_at(box, bubble), cost};
  const PlacedLabel& label = candidate.label;
  const double own_distance = distance(nearest_point(box, bubble.centre), bubble.centre) - bubble.radius;
  for (std::size_t i = 0; i < problem.bubbles.size(); ++i) {
    const Bubble& other = problem.bubbles[i];
    if (box.overlaps(grown(square_around(other), 1))) return std::nullopt;
    if (i == own) continue;
    if (label.has_leader) {
      if (distance_to_segment(other.centre, label.leader_from, label.leader_to) < other.radius + 1) return std::nullopt;
    } else if (distance(nearest_point(box, other.centre), other.centre) - other.radius < own_distance + 1) {
      candidate.cost += 3;  // it could be read as the other bubble's name
    }
  }
  for (const Rect& obstacle : problem.obstacles)
    if (label.has_leader && segment_meets_rect(label.leader_from, label.leader_to, obstacle)) return std::nullopt;
  for (const double x : problem.vertical_lines)
    if (box.x < x && x < box.right()) candidate.cost += 1.5;
  for (const double y : problem.horizontal_lines)
    if (box.y < y && y < box.bottom()) candidate.cost += 3;
  return candidate;
}

class Search {
 public:
  explicit Search(const LabelProblem& problem) : problem_(problem) {
    collect_candidates();
    find_neighbours();
    choice_.assign(problem.labels.size(), unplaced);
  }

  std::vector<std::optional<PlacedLabel>> run() {
    std::vector<std::size_t> order(choice_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return problem_.labels[a].importance > problem_.labels[b].importance; });
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      bool improved = false;
      for (const std::size_t label : order) improved = improve(label) || improved;
      if (!improved) break;
    }
    std::vector<std::optional<PlacedLabel>> placed(choice_.size());
    for (std::size_t i = 0; i < choice_.size(); ++i)
      if (choice_[i] != unplaced) placed[i] = candidates_[i][choice_[i]].label;
    return placed;
  }

 private:
  void collect_candidates() {
    for (const LabelRequest& request : problem_.labels) {
      std::vector<Candidate> fitting;
      for (const auto& [box, cost] : positions_around(problem_.bubbles[request.bubble], request.size))
        if (auto candidate = checked(box, cost, request.bubble, problem_)) fitting.push_back(*candidate);
      std::stable_sort(fitting.begin(), fitting.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
      candidates_.push_back(std::move(fitting));
    }
  }

  void find_neighbours() {
    std::vector<Rect> reach;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Rect all = square_around(problem_.bubbles[problem_.labels[i].bubble]);
      for (const Candidate& candidate : candidates_[i]) {
        const Rect& box = candidate.label.box;
        const double left = std::min(all.x, box.x);
        const double top = std::min(all.y, box.y);
        all = {left, top, std::max(all.right(), box.right()) - left, std::max(all.bottom(), box.bottom()) - top};
      }
      reach.push_back(grown(all, gap_between_labels));
    }
    neighbours_.resize(reach.size());
    for (std::size_t i = 0; i < reach.size(); ++i)
      for (std::size_t j = 0; j < reach.size(); ++j)
        if (i != j && reach[i].overlaps(reach[j])) neighbours_[i].push_back(j);
  }

  double cost_of(std::size_t label, std::size_t choice) const {
    return choice == unplaced ? cost_without_place * problem_.labels[label].importance : candidates_[label][choice].cost;
  }

  bool free_of_conflict(std::size_t label, const PlacedLabel& place, std::size_t except) const {
    for (const std::size_t other : neighbours_[label])
      if (other != except && choice_[other] != unplaced && conflict(place, candidates_[other][choice_[other]].label))
        return false;
    return true;
  }

  /// The cheapest place of `label` that respects every choice made and keeps clear of `taken`.
  std::size_t next_best(std::size_t label, std::size_t owner, const PlacedLabel& taken) const {
    for (std::size_t choice = 0; choice < candidates_[label].size(); ++choice) {
      const PlacedLabel& place = candidates_[label][choice].label;
      if (!conflict(place, taken) && free_of_conflict(label, place, owner)) return choice;
    }
    return unplaced;
  }

  /// Moves one label, and at most one other out of its way, where that makes the whole cheaper.
  bool improve(std::size_t label) {
    double best_gain = 1e-6;
    std::size_t best_choice = choice_[label];
    std::size_t pushed = unplaced;
    std::size_t pushed_to = unplaced;
    const double now = cost_of(label, choice_[label]);
    for (std::size_t choice = 0; choice < candidates_[label].size(); ++choice) {
      const Candidate& candidate = candidates_[label][choice];
      if (now - candidate.cost <= best_gain) break;  // sorted: nothing cheaper follows
      std::size_t hit = unplaced;
      std::size_t hits = 0;
      for (const std::size_t other : neighbours_[label]) {
        if (choice_[other] == unplaced || !conflict(candidate.label, candidates_[other][choice_[other]].label)) continue;
        hit = other;
        if (++hits > 1) break;
      }
      if (hits > 1) continue;
      double gain = now - candidate.cost;
      std::size_t moved_to = unplaced;
      if (hits == 1) {
        moved_to = next_best(hit, label, candidate.label);
        gain -= cost_of(hit, moved_to) - cost_of(hit, choice_[hit]);
      }
      if (gain > best_gain) {
        best_gain = gain;
        best_choice = choice;
        pushed = hit;
        pushed_to = moved_to;
      }
    }
    if (best_choice == choice_[label]) return false;
    choice_[label] = best_choice;
    if (pushed != unplaced) choice_[pushed] = pushed_to;
    return true;
  }

  const LabelProblem& problem_;
  std::vector<std::vector<Candidate>> candidates_;
  std::vector<std::vector<std::size_t>> neighbours_;
  std::vector<std::size_t> choice_;
};

}  // namespace

std::vector<std::optional<PlacedLabel>> place_labels(const LabelProblem& problem) { return Search(problem).run(); }

}  // namespace tradewind::views
