// Filtering 100,000 items takes milliseconds. The limits are generous, since debug and sanitizer builds keep them too;
// release builds print figures under bench.
#include <chrono>

#include "domain/build.h"
#include "support/catch.h"
#include "tradewind/domain/filter.h"

using namespace tradewind;

namespace {

Portfolio many_items(std::size_t count) {
  Portfolio portfolio;
  portfolio.reserve<Item>(count);
  portfolio.reserve<Estimate>(count);
  const TeamId team = build::team(portfolio, "P", "Platform");
  for (std::size_t i = 0; i < count; ++i) {
    Item row;
    row.id = new_id<ItemId>();
    row.key = "TW-" + std::to_string(i);
    row.title = std::string(90, 'x') + std::to_string(i);
    row.description = std::string(90, 'y') + std::to_string(i);
    row.moscow = i % 3 == 0 ? Moscow::must : Moscow::could;
    if (i % 2 == 0) row.confidence = 0.8;
    portfolio.insert(row);
    build::estimate(portfolio, row.id, team, static_cast<double>(i % 20));
  }
  return portfolio;
}

}  // namespace

TEST_CASE("a filter runs over 100,000 items without delay") {
  const Portfolio portfolio = many_items(100000);
  const auto time = [&](const char* expression, std::size_t expected) {
    const BoundFilter bound{*parse_filter(expression), portfolio};
    std::size_t matched = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Item& item : portfolio.all<Item>()) matched += bound.matches(item) ? 1 : 0;
    const double milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    INFO(expression << ": " << milliseconds << " ms");
    CHECK(matched == expected);
#ifdef NDEBUG  // a duration says something of the optimised program only
    CHECK(milliseconds < 1000);
#endif
    return milliseconds;
  };
  const double fields = time("moscow:must confidence>=80%", 16667);
  const double rows = time("effort<8 team:platform", 40000);
  const double text = time("99999", 1);
  const double letters = time("röntgen", 0);
  // Shown by `test_domain -s`.
  INFO("own fields " << fields << " ms, other rows " << rows << " ms, text " << text << " ms, non-ASCII text " << letters
                     << " ms");
  SUCCEED();
}
