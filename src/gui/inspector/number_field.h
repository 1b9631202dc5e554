// Numbers as people type and read them in fields: "4200", "4,200", "0,5", "80 %".
#pragma once
#include <QString>
#include <optional>

#include "tradewind/domain/optional_number.h"

namespace tradewind::gui {

/// Unknown is an empty text, 4200 is "4,200".
QString number_field_text(OptionalNumber value);
/// A share as percent: 0.8 is "80 %".
QString share_field_text(OptionalNumber value);

/// Blank is unknown; nullopt when it is no number. A comma is a decimal point, except before groups of three digits
/// ("4,200"); "pw" behind the number is read over.
std::optional<OptionalNumber> read_number(QString text);
/// What a field says about a text that is no number.
QString number_mistake();
/// "80 %", "80" and "0.8" are the same; a number up to 1 without a percent sign is a share.
std::optional<OptionalNumber> read_share(const QString& text);

}  // namespace tradewind::gui
