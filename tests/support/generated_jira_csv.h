// A CSV export as Jira Cloud writes it: about thirty columns, Labels, Sprint, Components and the issue links repeated once
// for each value of the fullest issue, dates like 18/Mar/26 9:41 AM, line breaks inside quoted descriptions.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

namespace tradewind::test {

std::string generated_jira_csv(std::size_t rows, std::uint64_t seed = 20270118);

}  // namespace tradewind::test
