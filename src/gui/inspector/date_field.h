// Dates as people type and read them in fields: "18 Jan 2027", "2027-01-18", "31.12.2027", "today".
#pragma once
#include <QString>
#include <optional>

#include "tradewind/domain/date.h"

namespace tradewind::gui {

/// None is an empty text.
QString date_field_text(const std::optional<Date>& date);
/// Blank is none; nullopt when it is no date, or could be two (7/9/2027).
std::optional<std::optional<Date>> read_date(const QString& text);
/// What a field says about a text that is no date.
QString date_mistake();

}  // namespace tradewind::gui
