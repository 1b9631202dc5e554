// What the cells of the list of time entries say, and what is typed into them makes of an entry.
#pragma once
#include <QString>
#include <QStringList>
#include <functional>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/text.h"

namespace tradewind::gui {

enum class TimeColumn : int { date, person, team, allocation_class, item, hours, note };
inline constexpr int time_column_count = 7;

QString title_of(TimeColumn column);
/// "–" where nobody has said.
QString shown_text(const TimeEntry& entry, TimeColumn column, const Portfolio& portfolio);
/// What read_cell makes the same of; empty where nobody has said.
QString edit_text(const TimeEntry& entry, TimeColumn column, const Portfolio& portfolio);

/// Whether an editor is a list from which people choose; else it is a line, with or without offers.
bool is_choice(TimeColumn column);
/// Texts that read_cell takes; empty where anything can be written. What is a choice begins with the empty one, which is none.
QStringList offers(TimeColumn column, const Portfolio& portfolio);

/// Owns what it needs: with many entries it runs on another thread.
using TimeChange = std::function<void(TimeEntry&)>;
/// What the text of a cell changes in an entry. Hours are a number, or a length such as 1h30m.
Result<TimeChange> read_cell(TimeColumn column, const QString& text, const Portfolio& portfolio);

/// Whether the word stands in a cell of the entry.
bool has_word(const TimeEntry& entry, const TextPattern& word, const Portfolio& portfolio);

}  // namespace tradewind::gui
