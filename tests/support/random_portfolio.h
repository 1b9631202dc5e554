// Random rows of every entity, made from the field lists, so that a field added later is covered without a change here.
// Text holds quotes, line breaks, control characters and letters of several scripts; numbers hold extremes.
#pragma once
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tradewind/domain/portfolio.h"

namespace tradewind::test {

struct RandomWorkspace {
  Portfolio portfolio;
  std::vector<ImportRecord> import_records;
};

class RandomRows {
 public:
  explicit RandomRows(std::uint64_t seed) : random_(seed) {}

  /// Up to `most` rows of each entity; references name rows that exist, or none.
  RandomWorkspace workspace(std::size_t most) {
    RandomWorkspace made;
    for_each_entity<PortfolioEntities>([&]<class Entity>() {
      const std::size_t count = std::is_same_v<Entity, WorkspaceSettings> ? 1 : below(most + 1);
      for (std::size_t at = 0; at < count; ++at) {
        Entity row;
        if constexpr (!std::is_same_v<Entity, WorkspaceSettings>) row.id.value = fresh_id();
        Entity::fields(row, [&](std::string_view, auto& member) { fill(member, made.portfolio); });
        made.portfolio.insert(std::move(row));
      }
    });
    for (std::size_t at = below(most + 1); at > 0; --at) {
      ImportRecord row;
      row.id.value = fresh_id();
      ImportRecord::fields(row, [&](std::string_view, auto& member) { fill(member, made.portfolio); });
      made.import_records.push_back(std::move(row));
    }
    return made;
  }

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  bool one_in(std::size_t count) { return below(count) == 0; }

  std::string text() {
    static constexpr std::array<std::string_view, 18> pieces{"Query cache", " ", "\"",        "\\",   "\n",   "\r\n",
                                                             "\t",          ",", ";",         "|",    "=1+2", "ä€",
                                                             "漢字",        "😀", "</script>", "\x01", "\x7f", "'"};
    std::string out;
    for (std::size_t count = below(5); count > 0; --count) out += pieces.at(below(pieces.size()));
    if (one_in(20)) out += '\0';
    return out;
  }

  double number() {
    switch (below(6)) {
      case 0:
        return static_cast<double>(below(1000));
      case 1:
        return -static_cast<double>(below(1000)) / 7;
      case 2:
        return std::numeric_limits<double>::denorm_min();
      case 3:
        return std::numeric_limits<double>::max();
      case 4:
        return static_cast<double>(random_());  // around 2^63
      default:
        // Any bits at all, but NaN.
        const double any = std::bit_cast<double>(random_());
        return std::isnan(any) ? -0.0 : any;
    }
  }

  Date date() { return add_days(make_date(2000, 1, 1), static_cast<int>(below(20000))); }

 private:
  std::int64_t fresh_id() { return static_cast<std::int64_t>(random_() >> 1) | 1; }

  void fill(bool& member, const Portfolio&) { member = one_in(2); }
  void fill(int& member, const Portfolio&) { member = static_cast<int>(static_cast<std::uint32_t>(random_())); }
  void fill(std::int64_t& member, const Portfolio&) { member = static_cast<std::int64_t>(random_()); }
  void fill(double& member, const Portfolio&) { member = number(); }
  void fill(OptionalNumber& member, const Portfolio&) { member = one_in(3) ? OptionalNumber{} : OptionalNumber{number()}; }
  void fill(std::string& member, const Portfolio&) { member = text(); }
  void fill(Date& member, const Portfolio&) { member = date(); }
  void fill(std::optional<Date>& member, const Portfolio&) {
    if (one_in(2)) member = date();
  }
  void fill(std::vector<std::string>& member, const Portfolio&) {
    for (std::size_t count = below(4); count > 0; --count) member.push_back(text());
  }
  void fill(std::vector<CustomField>& member, const Portfolio&) {
    for (std::size_t count = below(4); count > 0; --count) member.push_back({text(), text()});
  }
  template <class Entity>
  void fill(Id<Entity>& member, const Portfolio& portfolio) {
    const auto& table = portfolio.all<Entity>();
    if (!table.empty() && !one_in(4)) member = table.at_slot(static_cast<std::uint32_t>(below(table.size()))).id;
  }
  template <NamedEnum Enum>
  void fill(Enum& member, const Portfolio&) {
    member = EnumNames<Enum>::values.at(below(EnumNames<Enum>::values.size())).first;
  }

  std::mt19937_64 random_;
};

/// Whether two portfolios hold the same rows.
inline bool same_rows(const Portfolio& a, const Portfolio& b) {
  bool same = true;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    same = same && a.all<Entity>().size() == b.all<Entity>().size();
    for (const Entity& row : a.all<Entity>()) {
      const Entity* other = b.find(row.id);
      same = same && other != nullptr && *other == row;
    }
  });
  return same;
}

}  // namespace tradewind::test
