// A portfolio of any size that looks like a real one: titles and descriptions of sentence length, one to three estimates an
// item, dependencies for a quarter of them, placements over eight quarters. The same options give the same rows everywhere.
#pragma once
#include <cstddef>
#include <cstdint>

#include "tradewind/domain/portfolio.h"

namespace tradewind::test {

struct GeneratedOptions {
  std::size_t items = 1000;
  std::size_t placements = 5000;  // at most; the first items by rank are placed
  std::size_t time_entries = 0;   // over twelve weeks; they come last, so that the other rows are the same with and without
  std::uint64_t seed = 20270118;
};

/// Keys are TW-1 … TW-<items>. Every row keeps the rules of validate.h and there are no circles of dependencies.
Portfolio generated_portfolio(const GeneratedOptions& options);

}  // namespace tradewind::test
