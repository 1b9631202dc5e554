// A whole workspace as one JSON document, lossless in both directions: what a script, a version control system or another
// program reads and writes instead of the SQLite file. docs/file-format.md describes it, docs/workspace.schema.json is its
// JSON Schema.
//
//     {"format": "tradewind-workspace", "version": 1, "tables": {"item": [{"id": "42", "key": "TW-1", …}, …], …}}
//
// - One array per entity, in the order of StoredEntities, its rows sorted by id, its members in the order of fields(): equal
//   workspaces give equal documents, one row a line, so that two copies can be compared with a text tool.
// - Ids are strings of decimal digits, because readers that keep numbers as doubles would round 63-bit integers. No
//   reference is null.
// - Doubles are written with the fewest digits that read back as the same value. Unknown is null; infinities, which JSON has
//   no number for, are the strings "Infinity" and "-Infinity".
// - Dates are "2027-01-18", enumerations their text. Text is UTF-8; bytes that are not become U+FFFD.
// - What no valid row has (NaN where a number is required, a day that does not exist) is written as null and refused on
//   reading.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::exchange {

inline constexpr std::string_view workspace_json_format = "tradewind-workspace";
/// Raised when a document of the new kind would be misread by the old reader; a new member alone does not raise it, because
/// older readers refuse members that they do not know.
inline constexpr int workspace_json_version = 1;

/// What a workspace file holds without its history.
struct WorkspaceDocument {
  Portfolio portfolio;
  std::vector<ImportRecord> import_records;
};

/// Something that keeps a document from being read.
struct JsonProblem {
  std::string place;  // JSON pointer: "/tables/item/3/reach"; "line 3, column 7" where the text is not JSON
  std::string why;    // "expected a number or null, found \"many\""
  friend bool operator==(const JsonProblem&, const JsonProblem&) = default;
};

std::string to_json(const Portfolio& portfolio, const std::vector<ImportRecord>& import_records);

/// A member that is missing keeps its default; one that is unknown is a problem, because it would be lost. So is a second
/// row with an id, and a reference to a row that is not in the document. The rules of single rows (validate.h) are left to
/// the edit that stores them.
/// Errors: not_ours (no such document), too_new (a later version), bad_input (problems). `problems` receives every one of
/// them; the error's `why` names the first twenty and how many there are.
Result<WorkspaceDocument> from_json(std::string_view text, std::vector<JsonProblem>& problems);
Result<WorkspaceDocument> from_json(std::string_view text);

}  // namespace tradewind::exchange
