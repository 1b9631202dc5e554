// field=value, as people type it.
#include "tradewind/workbench/edit_rows.h"
#include "workbench/text.h"

namespace tradewind::workbench {

Result<Assignment> parse_assignment(std::string_view text) {
  const auto equals = text.find('=');
  const std::string_view field = trimmed(text.substr(0, equals));
  if (equals == std::string_view::npos || field.empty())
    return failure(ErrorCode::bad_input, "cannot read \"" + std::string{text} + "\"", "it is not of the form field=value",
                   "Write for example stage=ready or title=\"Query cache\"");
  return Assignment{std::string{field}, std::string{text.substr(equals + 1)}};
}

Result<std::vector<Assignment>> parse_assignments(const std::vector<std::string>& texts) {
  std::vector<Assignment> assignments;
  for (const std::string& text : texts) {
    auto one = parse_assignment(text);
    if (!one) return tl::unexpected(one.error());
    for (const Assignment& other : assignments)
      if (other.field == one->field)
        return failure(ErrorCode::bad_input, "cannot set " + one->field, "it is given twice", "Give each field once");
    assignments.push_back(std::move(*one));
  }
  return assignments;
}

}  // namespace tradewind::workbench
