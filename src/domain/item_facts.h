// What a filter asks of an item, field by field.
#pragma once
#include <optional>

#include "domain/filter_fields.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/text.h"

namespace tradewind::filter_detail {

/// A number or share; unknown for other fields. rice is reach × impact × confidence ÷ effort in person-weeks.
OptionalNumber number_of(FieldId field, const Item& item, const Portfolio& portfolio);
/// deadline or earliest; nullopt for other fields.
std::optional<Date> date_of(FieldId field, const Item& item);
/// The enumerator of kind, track, stage or moscow.
unsigned choice_of(FieldId field, const Item& item);
/// Whether the field says anything; `custom_name` for custom fields.
bool is_present(FieldId field, const TextPattern& custom_name, const Item& item, const Portfolio& portfolio);

}  // namespace tradewind::filter_detail
