// Where the amount of a capacity comes from, in the words of the grid of teams and periods.
#pragma once
#include <QString>
#include <QStringList>

#include "tradewind/domain/team.h"

namespace tradewind::gui {

/// "1 person", "3.96 people": two decimals at most; the stored number stays exact.
QString people_words(double people);

/// The small line under the amount, the most telling way first: "4 people × 13 weeks × 60 %, 6 kept free", the same without
/// the reserve, "4 × 13 × 60 %, 6 kept free", "4 × 13 × 60 %"; "typed, not 4 × 13 × 60 %", "typed".
QStringList origin_words(const Capacity& row);

/// Whole sentences: "4 people × 13 weeks × 60 % = 31.2 person-weeks. 6 of them are kept free for firefighting."
QString explanation_of(const Capacity& row);

}  // namespace tradewind::gui
