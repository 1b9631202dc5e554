// Which column of a table goes to which field: typed by a person, kept in a profile, or recognised from the headers.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/governance.h"

namespace tradewind::exchange {

struct ColumnAssignment {
  std::string field;   // one of import_fields()
  std::string column;  // the header as it stands in the file (compared ignoring case and spacing), or "#3": the third
  friend bool operator==(const ColumnAssignment&, const ColumnAssignment&) = default;
};
/// Several columns may go to one field that holds several values (tags, depends_on …).
using ColumnMapping = std::vector<ColumnAssignment>;

struct ImportField {
  std::string_view name;         // "effort_days"
  std::string_view explanation;  // "effort in person-days"
};
/// Every field that a column can be mapped to; "ignore" leaves a column out (and reports it).
const std::vector<ImportField>& import_fields();
bool is_import_field(std::string_view name);

/// "field=Column"; bad_input for anything else or an unknown field.
Result<ColumnAssignment> parse_column_assignment(std::string_view text);

/// A profile's mapping is a JSON object field -> header, or -> array of headers.
Result<ColumnMapping> mapping_of_profile(const MappingProfile& profile);
std::string mapping_to_json(const ColumnMapping& mapping);
/// The other way from a file: {"name","format","mapping","date_order"}; a bare mapping object is taken too.
Result<MappingProfile> profile_from_json(std::string_view json);
std::string profile_to_json(const MappingProfile& profile);

}  // namespace tradewind::exchange
