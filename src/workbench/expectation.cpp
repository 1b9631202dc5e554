#include "tradewind/workbench/expectation.h"

namespace tradewind::workbench {

std::optional<Expectation> expectation_of(const RequestOption& option, OptionalNumber confidence) {
  if (!confidence.has_value() || !option.value.has_value()) return std::nullopt;
  Expectation expectation;
  expectation.chance = confidence.value();
  if (!(expectation.chance > 0 && expectation.chance <= 1)) return std::nullopt;
  const bool is_tested = option.kind == OptionKind::test_first;
  // The option's figures are expected ones: its value is that of success times its chance, and so is the cost after a test.
  expectation.works.value = option.value.value() / expectation.chance;
  const double delay = option.cost - option.test_cost;
  expectation.works.cost = option.test_cost + (is_tested ? delay / expectation.chance : delay);
  expectation.fails.cost = option.test_cost + (is_tested ? 0 : delay);
  return expectation;
}

}  // namespace tradewind::workbench
