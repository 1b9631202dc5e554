#include "tradewind/storage/aside.h"

#include <array>
#include <utility>
#include <vector>

#include "storage/workspace_impl.h"

namespace tradewind::storage {
namespace {

bool has_news(const Workspace::Impl& twin, const Workspace::Impl& original) {
  return !twin.is_spoiled && (twin.last_seq != original.last_seq || !twin.untold.empty());
}

}  // namespace

Aside::Aside(Workspace& baseline, Workspace* scenario)
    : baseline_(&baseline.impl()), scenario_(scenario != nullptr ? &scenario->impl() : nullptr) {
  baseline_->has_twin = true;
  if (scenario_ != nullptr) scenario_->has_twin = true;
}

Aside::~Aside() { give_back(); }

void Aside::give_back() {
  for (Workspace::Impl* original : {baseline_, scenario_})
    if (original != nullptr) original->has_twin = false;
  baseline_ = scenario_ = nullptr;
}

Result<void> Aside::run(const std::function<bool()>& go_on, const Body& body) {
  const std::string what = "cannot change " + baseline_->path.filename().string();
  // A twin takes a moment to make: not for what was given up before it began.
  if (!go_on()) return tl::unexpected(given_up(what));
  try {
    baseline_twin_.emplace(std::make_unique<Workspace::Impl>(*baseline_, open_again(baseline_->path, baseline_->options), go_on));
    if (scenario_ != nullptr) {
      DatabaseHandle copy = copy_in_memory(scenario_->handle());
      scenario_twin_.emplace(std::make_unique<Workspace::Impl>(*scenario_, std::move(copy), go_on));
      scenario_twin_->impl().baseline = &baseline_twin_->impl();
    }
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, what));
  }
  body(*baseline_twin_, scenario_twin_ ? *scenario_twin_ : *baseline_twin_);
  return {};
}

void Aside::take_over() {
  const std::array both{std::pair{baseline_, &baseline_twin_}, std::pair{scenario_, &scenario_twin_}};
  give_back();
  std::vector<std::pair<Workspace::Impl*, Changes>> news;
  for (const auto& [original, twin] : both) {
    if (original == nullptr || !*twin || !has_news((*twin)->impl(), *original)) continue;
    original->take_over((*twin)->impl());
    for (Changes& changes : (*twin)->impl().untold) news.emplace_back(original, std::move(changes));
  }
  // After both: who hears of the one may look at the other.
  for (const auto& [original, changes] : news) original->publish(changes);
}

}  // namespace tradewind::storage
