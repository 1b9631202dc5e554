// What people call the rows and fields of a workspace, and values of the history in their words.
#pragma once
#include <QString>

#include "tradewind/storage/row_history.h"

namespace tradewind::gui {

/// "item", "check-in": of Entity::table.
QString row_word(std::string_view table);
/// "1 item", "3 check-ins".
QString rows_text(std::string_view table, std::size_t count);
/// "MoSCoW", "class", "cost of delay".
QString field_word(std::string_view field);
/// "–" where there is none; references by what they refer to.
QString value_text(const Portfolio& portfolio, std::string_view table, std::string_view field, const storage::FieldValue& value);
/// "TW-12 Query cache", "Platform on TW-12"; of rows that are gone from what the change knows of them.
QString row_name(const Portfolio& portfolio, const storage::RowChange& change);
/// "reach: 400 → 500"; where an item stands is "moved up" or "moved down".
QString change_text(const Portfolio& portfolio, std::string_view table, const storage::FieldChange& change);
/// Changes that people know of: not the program's own notes, such as the number of the next item.
bool is_shown(const storage::RowChange& change);

/// "18 Jan 2027, 14:02" of an entry of the history, in local time; "–" where nobody knows.
QString entry_time(const storage::HistoryEntry& entry);

}  // namespace tradewind::gui
