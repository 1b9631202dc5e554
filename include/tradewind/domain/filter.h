// The filter expression of the filter bar and the command line:
//
//     moscow:must effort<8 team:Platform class:strategic stage:idea,framing -tag:legacy has:deadline "free text"
//
// Terms are and-ed, values after a colon separated by commas are or-ed, `-` negates a term, quotes hold spaces
// (team:"Data Science"; \" and \\ inside). A bare word or quoted text matches title, description, tags and keys.
// Case never matters, in any alphabet.
//
//     words      key, title (part of it), kind, track, stage, moscow, class, team, outcome, tag, requester, assignee, parent,
//                source, external, and custom.NAME or custom."Some name"
//     numbers    `field<n`, `<=`, `>`, `>=`, `=`, or `field:n,n`. An unknown number meets no comparison, so -effort<8 finds the
//                items of 8 person-weeks and more and those without an estimate. confidence takes 80% and 0.8.
//     dates      deadline, earliest, start and finish (first and last day of work, on any roadmap), compared with a day
//                (2027-03-01) or a period (2027Q1, 2027-03, 2027-W09): < before it, <= before its end, : or = inside.
//     period:P   work in that period, on any roadmap. P is a period's name.
//     has:FIELD  any of these, and evidence, estimate, dependency (waits for another item), placement
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind {

struct FilterTerm {
  enum class Operator : unsigned char { any_of, has, text, less, less_or_equal, greater, greater_or_equal, equal };
  bool negated = false;
  Operator op = Operator::text;
  std::string field;                // lower case; empty for free text
  std::vector<std::string> values;  // or-ed
  std::size_t position = 0;         // byte offset in the expression, for messages
};

struct Filter {
  std::vector<FilterTerm> terms;  // and-ed; none = everything
};

/// On a mistake the error's `what` names the term, `why` what was expected there, `what_to_do` the fields or an example.
Result<Filter> parse_filter(std::string_view expression);
/// Fields that a filter knows, for completion and messages.
const std::vector<std::string_view>& filter_fields();
/// Teams, outcomes, classes, periods and parents that the filter names and the portfolio does not have: a typing mistake
/// when a person has just written it, no mistake in a stored filter whose team is gone. Such a value matches nothing.
std::vector<Error> unknown_names(const Filter& filter, const Portfolio& portfolio);

/// A filter bound to a portfolio: names are resolved once, so that matching 100,000 items takes milliseconds.
/// Lifetime: valid while the portfolio lives and its teams, outcomes, classes and periods do not change.
class BoundFilter {
 public:
  BoundFilter(Filter filter, const Portfolio& portfolio);
  bool matches(const Item& item) const;

 private:
  struct Predicate;
  const Portfolio* portfolio_;
  Filter filter_;
  std::vector<Predicate> predicates_;

 public:
  ~BoundFilter();
  BoundFilter(BoundFilter&&) noexcept;
  BoundFilter& operator=(BoundFilter&&) noexcept;
};

}  // namespace tradewind
