// Ranks as properties: whatever is inserted where, the order holds and ranks stay short.
#include "tradewind/domain/rank.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

using namespace tradewind;

namespace {

bool is_well_formed(const std::string& rank) {
  return !rank.empty() && rank.back() != '0' && std::all_of(rank.begin(), rank.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

void require_between(const std::string& before, const std::string& rank, const std::string& after) {
  INFO("between \"" << before << "\" and \"" << after << "\": \"" << rank << "\"");
  REQUIRE(is_well_formed(rank));
  REQUIRE(before < rank);
  REQUIRE((after.empty() || rank < after));
}

}  // namespace

TEST_CASE("random inserts between neighbours stay ordered") {
  std::mt19937 random{7};
  std::vector<std::string> ranks;
  for (int i = 0; i < 5000; ++i) {
    const std::size_t at = std::uniform_int_distribution<std::size_t>{0, ranks.size()}(random);
    const std::string before = at == 0 ? "" : ranks[at - 1];
    const std::string after = at == ranks.size() ? "" : ranks[at];
    const std::string rank = rank_between(before, after);
    require_between(before, rank, after);
    ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), rank);
  }
  const auto longest =
      std::max_element(ranks.begin(), ranks.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  CHECK(longest->size() <= 12);
}

TEST_CASE("between any two random ranks there is another") {
  std::mt19937 random{11};
  const std::string letters = "0019AZazz";
  const auto any_rank = [&] {
    std::string rank;
    const std::size_t size = 1 + random() % 6;
    while (rank.size() < size) rank += letters[random() % letters.size()];
    if (rank.back() == '0') rank.back() = '1';
    return rank;
  };
  for (int i = 0; i < 20000; ++i) {
    std::string a = any_rank();
    std::string b = any_rank();
    if (a == b) continue;
    if (b < a) std::swap(a, b);
    require_between(a, rank_between(a, b), b);
    require_between("", rank_between("", a), a);
    require_between(b, rank_between(b, ""), "");
    const auto many = ranks_between(a, b, 5);
    std::string last = a;
    for (const std::string& rank : many) {
      require_between(last, rank, b);
      last = rank;
    }
  }
}

TEST_CASE("inserting at the same place again and again grows slowly") {
  SECTION("append and prepend") {
    std::string last = rank_between("", "");
    std::string first = last;
    for (int i = 0; i < 100000; ++i) {
      const std::string next = rank_between(last, "");
      const std::string previous = rank_between("", first);
      if (next <= last || previous >= first || !is_well_formed(next) || !is_well_formed(previous)) {
        require_between(last, next, "");
        require_between("", previous, first);
      }
      last = next;
      first = previous;
    }
    CHECK(last.size() <= 7);
    CHECK(first.size() <= 7);
  }
  SECTION("behind the same neighbour and before it") {
    for (const bool behind : {true, false}) {
      std::string low = "V";
      std::string high = "W";
      for (int i = 0; i < 600; ++i) {
        const std::string rank = rank_between(low, high);
        require_between(low, rank, high);
        (behind ? high : low) = rank;
      }
      CHECK(std::max(low.size(), high.size()) <= 125);
    }
  }
}

TEST_CASE("a hundred thousand ranks at once are short and even") {
  for (const auto& [before, after] :
       {std::pair<std::string, std::string>{"", ""}, {"V", ""}, {"", "V"}, {"Vzzzzzzzzzzzzzzzzzzzzzzzzz5", "W"}}) {
    const auto ranks = ranks_between(before, after, 100000);
    REQUIRE(ranks.size() == 100000);
    std::string last = before;
    std::size_t longest = 0;
    for (const std::string& rank : ranks) {
      if (!(last < rank) || !is_well_formed(rank)) require_between(last, rank, after);
      longest = std::max(longest, rank.size());
      last = rank;
    }
    CHECK((after.empty() || last < after));
    CHECK(longest <= (before.size() > 1 ? before.size() + 3 : 4));
  }
  CHECK(ranks_between("", "", 0).empty());
  CHECK(ranks_between("", "", 61).back() == "z");
}
