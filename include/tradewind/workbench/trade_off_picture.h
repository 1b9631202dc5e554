// From the price of a request to what its pictures and tables show.
#pragma once
#include <vector>

#include "tradewind/views/trade_off_view.h"
#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// "Now", "In 2027 Q2", "Test for one week first", "With less scope", "With more capacity".
Phrase option_name(const Portfolio& portfolio, const RequestOption& option);
/// "+€ 94 k", "−€ 97 k"; "unknown" where nobody has said what the request is worth.
Phrase display_net(const RequestOption& option, ValueBasis basis, const Portfolio& portfolio);

/// "5 items slip a quarter, 1 is dropped".
Phrase what_moves(const TradeOff& answer, const Portfolio& portfolio);

/// `ways` may be empty. `shown`: which of them the answer is. `translate`: English where it is empty.
views::TradeOffPicture picture_of(const Portfolio& portfolio, const TradeOff& answer, const std::vector<RequestOption>& ways,
                                  Date today, OptionKind shown = OptionKind::now, const Translate& translate = {});

/// What slips and what drops: a row each, with its cost.
ViewTable moves_table(const Portfolio& portfolio, const TradeOff& answer);
/// The options with their figures, as decision records keep them.
ViewTable options_table(const Portfolio& portfolio, const std::vector<RequestOption>& ways);

}  // namespace tradewind::workbench
