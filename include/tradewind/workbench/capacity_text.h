// What people write for the capacity of a team in a period:
//
//     31                  person-weeks, typed: they win over people × weeks × availability, which stay under them
//     4 x 13 x 60 %       people × weeks × availability; "×" and "*" are "x", 0.6 is 60 %
//     4 x 13              always available
//     4 people 60 %       what is named becomes that, the rest stays
//     31, reserve 6       any of these with the person-weeks that are kept free for firefighting
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/error.h"
#include "tradewind/domain/team.h"

namespace tradewind::workbench {

/// What a text says; unknown is what it leaves as it is. It has a typed amount or parts of the product, never both.
struct CapacityWish {
  OptionalNumber typed;  // person-weeks
  OptionalNumber people;
  OptionalNumber weeks;
  OptionalNumber availability;  // share 0–1
  OptionalNumber reserve;       // person-weeks

  bool has_product() const { return people.has_value() || weeks.has_value() || availability.has_value(); }
};

/// Fails, with what cannot be understood, where the text is none of the above; a blank one is not.
Result<CapacityWish> read_capacity(std::string_view text);

/// A typed amount covers the product, parts of the product take a typed amount away.
Capacity with_wish(Capacity row, const CapacityWish& wish);

/// "4 × 13 × 60 %" or "31", with its reserve: read_capacity reads the same back.
std::string capacity_text(const Capacity& row);

}  // namespace tradewind::workbench
