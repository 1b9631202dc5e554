#include "tradewind/allocation/firefighting_causes.h"

#include <algorithm>
#include <map>

#include "allocation/class_positions.h"
#include "allocation/landing.h"

namespace tradewind::allocation {
namespace {

constexpr const char* everything_else = "Everything else";

bool is_in(const TimeEntry& entry, const Span& span) { return entry.date >= span.start && entry.date < span.finish; }

std::string text_of(const Portfolio& portfolio, const TimeEntry& entry) {
  if (!entry.cause.empty()) return entry.cause;
  const Item* item = portfolio.find(entry.item);
  return item == nullptr ? std::string{} : item->title;
}

struct Booked {
  std::int64_t minutes = 0;
  std::map<ItemId, std::int64_t> by_item;

  /// Entries of one cause may name different items: the one with most time is what people expect the cure from.
  ItemId cure() const {
    ItemId best;
    std::int64_t most = 0;
    for (const auto& [item, time] : by_item)
      if (time > most) {
        best = item;
        most = time;
      }
    return best;
  }
};

}  // namespace

std::vector<Cause> firefighting_causes(const Portfolio& portfolio, const Span& booked, RoadmapId roadmap) {
  const ClassPositions positions(portfolio);
  std::map<std::string, Booked> by_text;
  std::int64_t all = 0;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) {
    if (!is_in(entry, booked) || !positions.is_firefighting(entry.allocation_class)) continue;
    Booked& one = by_text[text_of(portfolio, entry)];
    one.minutes += entry.minutes;
    if (portfolio.contains(entry.item)) one.by_item[entry.item] += entry.minutes;
    all += entry.minutes;
  }

  const auto landings = landing_days(portfolio, roadmap);
  const auto quarters = portfolio.periods_in_order(PeriodKind::quarter);
  std::vector<Cause> causes;
  for (const auto& [text, one] : by_text) {
    Cause cause;
    cause.unnamed = text.empty();
    cause.text = cause.unnamed ? everything_else : text;
    cause.item = one.cure();
    cause.minutes = one.minutes;
    cause.share = all == 0 ? 0 : static_cast<double>(one.minutes) / static_cast<double>(all);
    if (const auto landing = landings.find(cause.item); landing != landings.end()) {
      cause.lands = landing->second;
      cause.lands_in = quarter_of_landing(quarters, landing->second);
    }
    causes.push_back(std::move(cause));
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& a, const Cause& b) { return a.unnamed != b.unnamed ? b.unnamed : a.minutes > b.minutes; });
  return causes;
}

std::vector<FirefightingLeft> firefighting_after_cures(const Portfolio& portfolio, const Span& booked, RoadmapId roadmap) {
  std::int64_t all = 0;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>())
    if (is_in(entry, booked)) all += entry.minutes;

  const std::vector<Cause> causes = firefighting_causes(portfolio, booked, roadmap);
  std::int64_t left = 0;
  for (const Cause& cause : causes) left += cause.minutes;

  std::vector<FirefightingLeft> steps;
  const auto add_step = [&](PeriodId after) {
    steps.push_back({after, left, all == 0 ? 0 : static_cast<double>(left) / static_cast<double>(all)});
  };
  add_step({});
  for (const Period* quarter : portfolio.periods_in_order(PeriodKind::quarter)) {
    std::int64_t cured = 0;
    for (const Cause& cause : causes)
      if (cause.lands_in == quarter->id) cured += cause.minutes;
    if (cured == 0) continue;
    left -= cured;
    add_step(quarter->id);
  }
  return steps;
}

}  // namespace tradewind::allocation
