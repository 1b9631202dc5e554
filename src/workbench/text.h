// Small text helpers shared by the use cases. ASCII case only: keys, field names and enumeration texts are ASCII.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind::workbench {

std::string lower_case(std::string_view text);
bool same_ignoring_case(std::string_view a, std::string_view b);
std::string_view trimmed(std::string_view text);
/// Parts between separators, trimmed; empty parts are left out.
std::vector<std::string> split_list(std::string_view text, char separator = ',');
std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");

struct LeadingNumber {
  double value = 0;
  std::size_t length = 0;  // of its text
};
/// The number that the text begins with, as people write it: "42, after" is 42, "1,200" has groups of three digits, any other
/// comma is a decimal point. nullopt where the text begins with something else.
std::optional<LeadingNumber> leading_number(std::string_view text);

}  // namespace tradewind::workbench
