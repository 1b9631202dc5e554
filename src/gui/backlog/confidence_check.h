// Whether an item is held for surer than its evidence supports.
#pragma once
#include <QString>

#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

/// False where confidence or evidence is unknown: what nobody has looked at is no contradiction.
bool exceeds_evidence(const Portfolio& portfolio, const Item& item);
/// What evidence there is and, where the confidence exceeds it, what it supports and by which rule.
QString evidence_sentences(const Portfolio& portfolio, const Item& item);

}  // namespace tradewind::gui
