// What must hold of every drawn view, and a portfolio of any size to draw.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "support/catch.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/scene.h"

namespace tradewind::views::checks {

inline std::vector<const TextShape*> texts_of(const Scene& scene) {
  std::vector<const TextShape*> texts;
  for (const Shape& shape : scene.shapes)
    if (const auto* text = std::get_if<TextShape>(&shape.what)) texts.push_back(text);
  return texts;
}
inline bool has_text(const Scene& scene, std::string_view wanted) {
  const auto texts = texts_of(scene);
  return std::any_of(texts.begin(), texts.end(), [&](const TextShape* text) { return text->text == wanted; });
}
/// Every text fits its box and every shape lies within the scene.
inline void check_nothing_is_clipped(const Scene& scene) {
  const FixedWidthMeasurer measurer;
  for (const TextShape* text : texts_of(scene)) {
    INFO(text->text);
    CHECK(measurer.width(text->text, text->style) <= text->box.width + 0.5);
  }
  for (const Shape& shape : scene.shapes) {
    const Rect bounds = bounds_of(shape);
    const auto* text = std::get_if<TextShape>(&shape.what);
    INFO((text ? text->text : shape.mark.description)
         << " at " << bounds.x << ", " << bounds.y << ", " << bounds.width << " x " << bounds.height);
    CHECK(bounds.x >= -0.01);
    CHECK(bounds.y >= -0.01);
    CHECK(bounds.right() <= scene.size.width + 0.6);
    CHECK(bounds.bottom() <= scene.size.height + 0.6);
  }
}
inline std::size_t marked_items(const Scene& scene) {
  std::vector<std::int64_t> ids;
  for (const Shape& shape : scene.shapes)
    if (shape.mark.kind == MarkKind::item) ids.push_back(shape.mark.id);
  std::sort(ids.begin(), ids.end());
  return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

/// The same numbers on every platform.
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
  int below(int limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<int>((state_ >> 8U) % static_cast<std::uint32_t>(limit));
  }

 private:
  std::uint32_t state_;
};

inline void add_policy(Portfolio& portfolio) {
  AllocationPolicy policy;
  policy.id = AllocationPolicyId{1};
  policy.name = "70/20/10";
  portfolio.insert(policy);
  const char* names[] = {"Strategic", "Roadmap", "Firefighting"};
  const ClassRole roles[] = {ClassRole::strategic, ClassRole::roadmap, ClassRole::firefighting};
  const double targets[] = {0.7, 0.2, 0.1};
  for (int i = 0; i < 3; ++i) {
    AllocationClass one;
    one.id = AllocationClassId{i + 1};
    one.policy = policy.id;
    one.key = names[i];
    one.name = names[i];
    one.role = roles[i];
    one.target_share = targets[i];
    one.position = i;
    portfolio.insert(one);
  }
}
inline void add_teams(Portfolio& portfolio, int count) {
  for (int i = 0; i < count; ++i) {
    Team team;
    team.id = TeamId{i + 1};
    team.key = "T" + std::to_string(i + 1);
    team.name = "Team " + std::to_string(i + 1);
    team.position = i;
    portfolio.insert(team);
  }
}
/// `known` of ten items have an effort, and as many an impact.
inline void add_items(Portfolio& portfolio, int count, std::uint32_t seed, int known = 9) {
  Numbers numbers(seed);
  const double impacts[] = {0.25, 0.5, 1, 2, 3};
  for (int i = 0; i < count; ++i) {
    Item item;
    item.id = ItemId{i + 1};
    item.key = "TW-" + std::to_string(i + 1);
    item.title = "An item with a rather long title, number " + std::to_string(i + 1);
    if (i % 3 != 0) item.short_title = "Item number " + std::to_string(i + 1);
    item.rank = item.key;
    item.allocation_class = AllocationClassId{1 + numbers.below(3)};
    item.track = numbers.below(5) == 0 ? Track::discovery : Track::delivery;
    item.moscow = static_cast<Moscow>(numbers.below(5));
    item.reach = 10 + numbers.below(5000);
    if (numbers.below(10) < known) item.impact = impacts[numbers.below(5)];
    item.confidence = (3 + numbers.below(8)) / 10.0;
    const bool estimated = numbers.below(10) < known;
    portfolio.insert(item);
    if (!estimated) continue;
    Estimate estimate;
    estimate.id = EstimateId{i + 1};
    estimate.item = item.id;
    estimate.team = TeamId{1 + numbers.below(4)};
    estimate.likely = 1 + numbers.below(30);
    portfolio.insert(estimate);
  }
}

}  // namespace tradewind::views::checks
