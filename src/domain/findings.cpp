// What is true of the workspace as a whole and a person should know.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>
#include <unordered_map>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/domain/validate.h"

namespace tradewind {
namespace {

using Severity = Finding::Severity;

std::string one_decimal(double number) {
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, 1);
  std::string text{buffer.data(), result.ptr};
  return text.size() > 2 && text.substr(text.size() - 2) == ".0" ? text.substr(0, text.size() - 2) : text;
}

std::string key_of(const Item& item) { return item.key.empty() ? item.title : item.key; }
std::string key_of(ItemId id, const Portfolio& portfolio) {
  const Item* item = portfolio.find(id);
  return item == nullptr ? "item " + std::to_string(id.value) : key_of(*item);
}

Finding finding(Severity severity, std::string_view rule, std::string key, std::string message) {
  Finding result;
  result.severity = severity;
  result.rule = rule;
  result.key = std::move(key);
  result.message = std::move(message);
  return result;
}

// ---- capacity and Must share ----

void find_over_capacity(const Portfolio& portfolio, RoadmapId roadmap, const std::vector<const Period*>& periods,
                        std::vector<Finding>& found) {
  for (const TeamLoad& load : team_loads(portfolio, roadmap, periods)) {
    if (!is_over_capacity(load)) continue;
    const Team& team = *portfolio.find(load.team);
    const Period& period = *portfolio.find(load.period);
    std::string message = team.name + " has " + one_decimal(load.planned + load.reserve) + " person-weeks of work in " +
                          display_name(period) + " and a capacity of " + one_decimal(load.capacity.value());
    if (load.reserve > 0) message += " (" + one_decimal(load.reserve) + " of the work is reserve)";
    found.push_back(finding(Severity::warning, "over-capacity", team.name, std::move(message)));
  }
}

void find_must_share(const Portfolio& portfolio, const std::vector<ScheduledItem>& schedule,
                     const std::vector<const Period*>& periods, std::vector<Finding>& found) {
  std::unordered_map<ItemId, int> days_of;
  for (const ScheduledItem& placed : schedule) days_of[placed.item] += days_between(placed.span.start, placed.span.finish);
  for (const Period* period : periods) {
    double must = 0;
    double planned = 0;  // Won't is not planned
    for (const ScheduledItem& placed : schedule) {
      const double share = share_in(placed.span, period->start, period->end);
      const Item& item = *portfolio.find(placed.item);
      if (share <= 0 || item.moscow == Moscow::wont) continue;
      const double part = static_cast<double>(days_between(placed.span.start, placed.span.finish)) / days_of.at(placed.item);
      const double effort = portfolio.likely_effort(placed.item).value_or(0) * part * share;
      planned += effort;
      if (item.moscow == Moscow::must) must += effort;
    }
    constexpr double rounding = 1e-9;
    if (planned <= 0 || must / planned <= greatest_must_share + rounding) continue;
    found.push_back(finding(Severity::warning, "must-share", period->name,
                            "Must takes " + one_decimal(100 * must / planned) + " % of the planned effort in " +
                                display_name(*period) + "; at most 60 % leaves room to keep the promise"));
  }
}

// ---- order and deadlines ----

/// The days between which the work of an item may lie: fixed by dates, or anywhere in a period.
struct Window {
  Date earliest_finish{};  // exclusive
  Date earliest_end{};     // the last day of work
  Date latest_end{};
  Date latest_start{};
};

std::unordered_map<ItemId, Window> windows_of(const Portfolio& portfolio, const std::vector<ScheduledItem>& schedule) {
  std::unordered_map<ItemId, Window> windows;
  for (const ScheduledItem& placed : schedule) {
    const Placement& placement = *portfolio.find(placed.placement);
    const bool has_dates = placement.start && placement.finish;
    const Window window{has_dates ? placed.span.finish : add_days(placed.span.start, 1),
                        has_dates ? last_day(placed.span) : placed.span.start, last_day(placed.span),
                        has_dates ? placed.span.start : add_days(placed.span.finish, -1)};
    const auto [at, is_new] = windows.try_emplace(placed.item, window);
    if (is_new) continue;
    // Placed more than once: it starts with the first part and has finished with the last.
    at->second.earliest_finish = std::max(at->second.earliest_finish, window.earliest_finish);
    at->second.earliest_end = std::max(at->second.earliest_end, window.earliest_end);
    at->second.latest_end = std::max(at->second.latest_end, window.latest_end);
    at->second.latest_start = std::min(at->second.latest_start, window.latest_start);
  }
  return windows;
}

bool is_done(const Item& item) { return item.stage == Stage::launched || item.stage == Stage::measured; }

void find_broken_order(const Portfolio& portfolio, const std::unordered_map<ItemId, Window>& windows,
                       std::vector<Finding>& found) {
  std::vector<Finding> own;
  for (const Dependency& row : portfolio.all<Dependency>()) {
    const Item* before = portfolio.find(row.predecessor);
    const Item* after = portfolio.find(row.successor);
    if (before == nullptr || after == nullptr || is_done(*before)) continue;
    const auto after_window = windows.find(after->id);
    if (after_window == windows.end()) continue;
    const auto before_window = windows.find(before->id);
    if (before_window == windows.end())
      own.push_back(finding(Severity::note, "dependency-order", key_of(*after),
                            key_of(*after) + " is planned, but " + key_of(*before) + ", which it depends on, is not"));
    else if (after_window->second.latest_start < before_window->second.earliest_finish)
      own.push_back(finding(Severity::warning, "dependency-order", key_of(*after),
                            key_of(*after) + " starts before " + key_of(*before) + ", which it depends on, has finished"));
  }
  std::sort(own.begin(), own.end(), [](const Finding& a, const Finding& b) { return a.message < b.message; });
  found.insert(found.end(), own.begin(), own.end());
}

void find_late(const Portfolio& portfolio, const std::unordered_map<ItemId, Window>& windows, std::vector<Finding>& found) {
  struct Limit {
    std::optional<Date> Item::*date;
    std::string_view name;
  };
  static constexpr std::array limits{Limit{&Item::deadline, "deadline"}, Limit{&Item::lapse_date, "lapse date"}};
  for (const Item* item : portfolio.items_by_rank()) {
    const auto window = windows.find(item->id);
    if (window == windows.end() || is_done(*item)) continue;
    for (const Limit& limit : limits) {
      const std::optional<Date>& date = item->*(limit.date);
      if (!date || !date->ok()) continue;
      const std::string tail = " its " + std::string{limit.name} + ", " + to_display(*date);
      if (window->second.earliest_end > *date)
        found.push_back(finding(Severity::warning, "past-deadline", key_of(*item), key_of(*item) + " finishes after" + tail));
      else if (window->second.latest_end > *date)
        found.push_back(finding(Severity::note, "past-deadline", key_of(*item),
                                key_of(*item) + " is placed in a period that ends after" + tail));
    }
  }
}

// ---- circles and references ----

void find_circles(const Portfolio& portfolio, std::vector<Finding>& found) {
  for (const std::vector<ItemId>& circle : dependency_circles(portfolio)) {
    std::string path;
    for (const ItemId id : circle) path += key_of(id, portfolio) + " → ";
    const std::string start = key_of(circle.front(), portfolio);
    found.push_back(finding(Severity::error, "dependency-circle", start, "items wait for each other: " + path + start));
  }
}

template <class Value>
struct ReferenceTarget {
  using Type = void;
};
template <class Entity>
struct ReferenceTarget<Id<Entity>> {
  using Type = Entity;
};

/// How people know a row: its key, title or name, else the item it hangs on.
template <class Entity>
std::string name_of_row(const Entity& row, const Portfolio& portfolio) {
  std::string name;
  std::string item;
  Entity::fields(row, [&](std::string_view field, const auto& value) {
    using Value = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<Value, std::string>) {
      if (name.empty() && (field == "key" || field == "title" || field == "name")) name = value;
    } else if constexpr (std::is_same_v<Value, ItemId>) {
      if (item.empty() && portfolio.contains(value)) item = key_of(value, portfolio);
    }
  });
  if (!name.empty()) return name;
  return item.empty() ? std::string{Entity::table} + " " + std::to_string(row.id.value) : item;
}

void find_dangling(const Portfolio& portfolio, std::vector<Finding>& found) {
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    std::vector<Finding> own;
    for (const Entity& row : portfolio.all<Entity>())
      Entity::fields(row, [&](std::string_view field, const auto& value) {
        using Target = typename ReferenceTarget<std::decay_t<decltype(value)>>::Type;
        if constexpr (!std::is_void_v<Target>)
          if (value && !portfolio.contains(value))
            own.push_back(finding(Severity::error, "dangling", name_of_row(row, portfolio),
                                  "the " + std::string{field} + " of " + std::string{Entity::table} + " " +
                                      name_of_row(row, portfolio) + " does not exist"));
      });
    std::sort(own.begin(), own.end(), [](const Finding& a, const Finding& b) { return a.message < b.message; });
    found.insert(found.end(), own.begin(), own.end());
  });
}

}  // namespace

std::vector<Finding> findings(const Portfolio& portfolio, RoadmapId roadmap) {
  std::vector<Finding> found;
  const Roadmap* plan = portfolio.find(roadmap);
  if (plan != nullptr) {
    const std::vector<const Period*> periods = portfolio.periods_in_order(plan->period_kind);
    find_over_capacity(portfolio, roadmap, periods, found);
  }
  find_circles(portfolio, found);
  if (plan != nullptr) {
    const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap);
    const auto windows = windows_of(portfolio, schedule);
    find_must_share(portfolio, schedule, portfolio.periods_in_order(plan->period_kind), found);
    find_broken_order(portfolio, windows, found);
    find_late(portfolio, windows, found);
  }
  find_dangling(portfolio, found);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return found;
}

}  // namespace tradewind
