// Any bytes as a filter expression: parsing, binding and matching must neither crash nor disagree with negation.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tradewind/domain/filter.h"
#include "tradewind/domain/text.h"

namespace {

using namespace tradewind;

const Portfolio& small_portfolio() {
  static const Portfolio portfolio = [] {
    Portfolio rows;
    Team team;
    team.id = TeamId{1};
    team.key = "P";
    team.name = "Platform";
    rows.insert(team);
    Period period;
    period.id = PeriodId{2};
    period.name = "2027Q1";
    period.start = make_date(2027, 1, 1);
    period.end = make_date(2027, 4, 1);
    rows.insert(period);
    Item cache;
    cache.id = ItemId{3};
    cache.key = "TW-1";
    cache.title = "Query cache für Röntgen";
    cache.tags = {"legacy", "naïve"};
    cache.custom = {{"Story type", "5"}, {"due", "2027-02-01"}};
    cache.reach = 100;
    cache.impact = 2;
    cache.confidence = 0.8;
    cache.moscow = Moscow::must;
    cache.deadline = make_date(2027, 3, 1);
    rows.insert(cache);
    Item bare;
    bare.id = ItemId{4};
    bare.title = "\xFF\xC3";  // not UTF-8
    rows.insert(bare);
    Estimate estimate;
    estimate.id = EstimateId{5};
    estimate.item = cache.id;
    estimate.team = team.id;
    estimate.likely = 4;
    rows.insert(estimate);
    Placement placement;
    placement.id = PlacementId{6};
    placement.item = cache.id;
    placement.period = period.id;
    rows.insert(placement);
    return rows;
  }();
  return portfolio;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  require(fold_case(fold_case(text)) == fold_case(text));
  require(TextPattern{text}.equals(text));

  const auto filter = parse_filter(text);
  if (!filter) {
    require(!filter.error().what.empty() && !filter.error().why.empty() && !filter.error().what_to_do.empty());
    return 0;
  }
  const Portfolio& portfolio = small_portfolio();
  (void)unknown_names(*filter, portfolio);
  const BoundFilter bound{*filter, portfolio};
  for (const Item& item : portfolio.all<Item>()) {
    bool all_terms_hold = true;
    for (const FilterTerm& term : filter->terms) {
      require(term.position < size);
      Filter single;
      single.terms = {term};
      const bool holds = BoundFilter{single, portfolio}.matches(item);
      single.terms.front().negated = !term.negated;
      require(BoundFilter{single, portfolio}.matches(item) != holds);
      all_terms_hold = all_terms_hold && holds;
    }
    require(bound.matches(item) == all_terms_hold);
  }
  return 0;
}
