// Everything that the command line prints. Results go to standard output, messages to standard error.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/workbench/record.h"

namespace tradewind::cli {

/// "tradewind-cli: WHAT: WHY. WAY OUT." on standard error; returns the exit status `refused`.
int report(const Error& error);
/// The same words on standard error about something that does not keep the verb from being done.
void report_warning(const Error& warning);
/// A line on standard output.
void print(std::string_view line);
/// One JSON document on standard output. Bytes that are not UTF-8 become U+FFFD.
void print_json(const workbench::Value& value);

/// Aligned columns with a head line; numbers to the right, long cells shortened. Says "none" when there are no rows.
void print_table(const std::vector<workbench::Record>& rows, const std::vector<std::string>& columns);
/// "name  value" line by line; inner records and lists of records indented.
void print_record(const workbench::Record& record, std::size_t indent = 0);
void print_csv(const std::vector<workbench::Record>& rows, const std::vector<std::string>& columns);

/// Columns that a text takes on a terminal: wide East Asian characters and emoji take two, combining marks none.
std::size_t display_width(std::string_view utf8);
/// The text, or its longest beginning with "…" that fits.
std::string shortened(std::string_view utf8, std::size_t columns);

}  // namespace tradewind::cli
