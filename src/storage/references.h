// Which rows go when another goes. A reference is either *owning* (the row makes no sense without what it points to: an
// estimate without its item) or *loose* (it is cleared: an estimate without its team still says how much work there is).
#pragma once
#include <array>
#include <string_view>

namespace tradewind::storage {

constexpr bool is_owning_reference(std::string_view table, std::string_view field) {
  struct Reference {
    std::string_view table, field;
  };
  constexpr std::array owning{Reference{"allocation_class", "policy"},
                              Reference{"capacity", "team"},
                              Reference{"capacity", "period"},
                              Reference{"check_in", "outcome"},
                              Reference{"contribution", "item"},
                              Reference{"contribution", "outcome"},
                              Reference{"estimate", "item"},
                              Reference{"dependency", "predecessor"},
                              Reference{"dependency", "successor"},
                              Reference{"placement", "roadmap"},
                              Reference{"placement", "item"},
                              Reference{"evidence", "item"},
                              Reference{"experiment", "item"},
                              Reference{"insight_link", "insight"},
                              Reference{"insight_link", "item"},
                              Reference{"framing", "item"},
                              Reference{"opportunity_survey", "item"},
                              Reference{"kano_survey", "item"},
                              Reference{"criterion_rating", "criterion"},
                              Reference{"criterion_rating", "item"},
                              Reference{"scenario_edit", "scenario"},
                              Reference{"import_record", "item"}};
  for (const auto& reference : owning)
    if (reference.table == table && reference.field == field) return true;
  return false;
}

}  // namespace tradewind::storage
