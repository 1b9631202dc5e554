// Rules a row must keep, all problems at once: validation never stops at the first. Storage refuses an edit whose rows
// have problems; forms show them beside the field.
#pragma once
#include <string>
#include <vector>

#include "tradewind/domain/entities.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind {

struct Problem {
  std::string field;       // as in Entity::fields, "" = the whole row
  std::string why;         // "low (8) is greater than likely (5)"
  std::string what_to_do;  // "give low ≤ likely ≤ high"
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// Rules of the row alone (ranges, order, required text). Defined for every entity of StoredEntities.
template <class Entity>
std::vector<Problem> validate(const Entity& row);

/// A circle of dependencies, as the items on it in order (each before the next, the last before the first);
/// empty when there is none. Every circle is reported once.
std::vector<std::vector<ItemId>> dependency_circles(const Portfolio& portfolio);
/// Whether adding predecessor → successor would close a circle; gives the path successor … predecessor if so.
std::vector<ItemId> circle_closed_by(const Portfolio& portfolio, ItemId predecessor, ItemId successor);

/// Something true of the workspace as a whole that a person should know: over capacity, Must share, circles, dangling
/// references. `key` is what it is about (an item's key, a team's name …).
struct Finding {
  enum class Severity : unsigned char { note, warning, error };
  Severity severity = Severity::warning;
  std::string rule;  // "over-capacity", "dependency-circle", "must-share", "dependency-order", "past-deadline", "dangling"
  std::string key;
  std::string message;
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Must should not exceed this share of the planned effort of a period (DSDM).
inline constexpr double greatest_must_share = 0.6;

/// All findings: errors first, then in the order of the rules above. Capacity, Must share, order and deadlines are those of
/// one roadmap and its kind of period; circles and references are those of the whole workspace. `roadmap` may be 0: then
/// only the latter. A placement in a period says no day within it, so order and deadlines are warnings only where no day
/// of the period would do; a deadline inside the period is a note.
std::vector<Finding> findings(const Portfolio& portfolio, RoadmapId roadmap);

}  // namespace tradewind
